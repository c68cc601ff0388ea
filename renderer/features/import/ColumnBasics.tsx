import { Group, Select, Stack, Switch, Textarea, TextInput } from '@mantine/core';
import type { ColumnPlan, ColumnProfile } from '../../../shared/domain/import';
import { VariableType, variableTypes } from '../../../shared/domain/instrument';
import { useTexts } from '../../state/preferences';
import { ColumnFormats } from './ColumnFormats';
import { changeType } from './change-type';
import type { Reading } from './draft';

const roles = ['measure', 'group', 'identifier'] as const;

/** Whether the column is kept, what it is called, its type, its use and its unit. */
export function ColumnBasics(props: {
  plan: ColumnPlan;
  profile: ColumnProfile;
  reading: Reading | null;
  onChange: (change: Partial<ColumnPlan>) => void;
}) {
  const { plan, profile, onChange } = props;
  const { common, import: text, importColumns: words } = useTexts();
  const isNumeric = plan.type === 'integer' || plan.type === 'decimal';
  const isComposed = plan.parts.length > 0;
  return (
    <Stack gap={16}>
      <Switch
        label={text.columnPanel.keepLabel}
        checked={plan.action !== 'drop'}
        onChange={(event) =>
          onChange({
            action: event.currentTarget.checked ? (plan.identity ? 'pseudonymise' : 'keep') : 'drop',
          })
        }
      />
      <Textarea
        label={text.columnPanel.labelLabel}
        description={text.columnPanel.labelHelp}
        autosize
        value={plan.label}
        onChange={(event) => onChange({ label: event.currentTarget.value || plan.header || plan.name })}
      />
      <Group grow align="flex-start">
        <Select
          label={text.columnPanel.typeLabel}
          disabled={isComposed}
          data={variableTypes.map((type) => ({ value: type, label: common.variableTypes[type] }))}
          value={plan.type}
          onChange={(value) => onChange(changeType(plan, profile, VariableType.parse(value)))}
        />
        <Select
          label={text.columnPanel.roleLabel}
          data={roles.map((role) => ({ value: role, label: common.roles[role] }))}
          value={plan.role}
          onChange={(value) => onChange({ role: roles.find((role) => role === value) ?? plan.role })}
        />
      </Group>
      {isNumeric && (
        <TextInput
          maw={240}
          label={words.panel.unitLabel}
          description={words.panel.unitHelp}
          value={plan.unit ?? ''}
          onChange={(event) => onChange({ unit: event.currentTarget.value || null })}
        />
      )}
      <ColumnFormats plan={plan} reading={props.reading} onChange={onChange} />
    </Stack>
  );
}

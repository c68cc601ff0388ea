import { Button, Group, Select, Stack, Switch, Textarea, Title } from '@mantine/core';
import type { ColumnPlan, ColumnProfile } from '../../../shared/domain/import';
import { VariableType, variableTypes } from '../../../shared/domain/instrument';
import { useTexts } from '../../state/preferences';
import { OrderedOptions } from '../../ui/OrderedOptions';
import { SidePanel } from '../../ui/SidePanel';
import { ColumnFormats } from './ColumnFormats';
import { changeType } from './change-type';
import classes from './import.module.css';
import { MissingCodes } from './MissingCodes';
import { TopValues } from './TopValues';
import { TypeCandidates } from './TypeCandidates';

type ColumnPanelProps = {
  plan: ColumnPlan;
  profile: ColumnProfile;
  onChange: (change: Partial<ColumnPlan>) => void;
  onClose: () => void;
  onPrevious: (() => void) | null;
  onNext: (() => void) | null;
};

/** Everything that can be corrected about one column, with what it rests on. */
export function ColumnPanel(props: ColumnPanelProps) {
  const { plan, profile, onChange } = props;
  const { common, import: text } = useTexts();
  const hasOptions = ['single', 'ordinal', 'multiple'].includes(plan.type) && plan.options.length > 0;
  return (
    <SidePanel
      isOpen
      onClose={props.onClose}
      title={plan.header || plan.label}
      size={560}
      footer={
        <Group justify="space-between" flex={1}>
          <Group gap={8}>
            <Button variant="default" disabled={!props.onPrevious} onClick={() => props.onPrevious?.()}>
              {text.columnPanel.previous}
            </Button>
            <Button variant="default" disabled={!props.onNext} onClick={() => props.onNext?.()}>
              {text.columnPanel.next}
            </Button>
          </Group>
          <Button onClick={props.onClose}>{common.actions.accept}</Button>
        </Group>
      }
    >
      <Stack gap={32}>
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
              data={variableTypes.map((type) => ({ value: type, label: common.variableTypes[type] }))}
              value={plan.type}
              onChange={(value) => onChange(changeType(plan, profile, VariableType.parse(value)))}
            />
            <Select
              label={text.columnPanel.roleLabel}
              data={(['measure', 'group', 'identifier'] as const).map((role) => ({
                value: role,
                label: common.roles[role],
              }))}
              value={plan.role}
              onChange={(value) => {
                if (value === 'measure' || value === 'group' || value === 'identifier')
                  onChange({ role: value });
              }}
            />
          </Group>
          <ColumnFormats plan={plan} onChange={onChange} />
        </Stack>
        {hasOptions && (
          <section>
            <Title order={3}>{text.columnPanel.optionsTitle}</Title>
            <p className={classes.stepText} style={{ marginBlockEnd: 12 }}>
              {plan.type === 'ordinal' ? text.columnPanel.optionsOrdinal : text.columnPanel.optionsText}
            </p>
            <OrderedOptions
              label={text.columnPanel.optionsTitle}
              options={plan.options}
              onChange={(options) => onChange({ options })}
            />
          </section>
        )}
        <MissingCodes plan={plan} profile={profile} onChange={onChange} />
        <TypeCandidates plan={plan} profile={profile} onChange={onChange} />
        <TopValues profile={profile} />
      </Stack>
    </SidePanel>
  );
}

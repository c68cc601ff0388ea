import { Button, Group, Select, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { type Instrument, type Variable, VariableType } from '../../../shared/domain/instrument';
import type { Wave } from '../../../shared/domain/wave';
import { useTexts } from '../../state/preferences';
import { useDoneToast } from '../../state/toasts';
import { useCommand } from '../../state/use-command';
import { OrderedOptions } from '../../ui/OrderedOptions';
import { SidePanel } from '../../ui/SidePanel';
import { AnswersPanel, hasAnswers } from '../cleaning/AnswersPanel';
import { DistributionView } from './DistributionView';
import { typesFor, wavesWith } from './variable-words';

type VariableForm = Pick<Variable, 'label' | 'unit' | 'type' | 'role' | 'options'>;

/** Edits one variable, above how it was answered in each wave. */
export function VariablePanel(props: {
  instrument: Instrument;
  variable: Variable;
  waves: readonly Wave[];
  onClose: () => void;
}) {
  const { variable } = props;
  const { common, cleaning, variables } = useTexts();
  const text = variables.panel;
  const showDone = useDoneToast();
  const { run, isRunning } = useCommand('variable.update');
  const [form, setForm] = useState<VariableForm>(variable);
  const change = (part: Partial<VariableForm>) => setForm((now) => ({ ...now, ...part }));
  const isNumber = variable.type === 'integer' || variable.type === 'decimal';
  const [isCleaning, setCleaning] = useState(false);
  const waves = wavesWith(variable, props.waves);

  async function save(): Promise<void> {
    const { unit, type, role, options } = form;
    const saved = await run({
      instrumentId: props.instrument.id,
      variableId: variable.id,
      label: form.label.trim(),
      unit: unit?.trim() || null,
      type,
      role,
      options: [...options],
    });
    if (!saved) return;
    showDone(text.saved);
    props.onClose();
  }
  if (isCleaning) {
    return <AnswersPanel variable={variable} waves={waves} onClose={() => setCleaning(false)} />;
  }
  return (
    <SidePanel
      isOpen
      onClose={props.onClose}
      title={variable.label}
      size={560}
      footer={
        <>
          <Button variant="default" onClick={props.onClose}>
            {common.actions.cancel}
          </Button>
          <Button onClick={save} loading={isRunning} disabled={form.label.trim() === ''}>
            {common.actions.save}
          </Button>
        </>
      }
    >
      <Stack gap={32}>
        <div>
          <DistributionView variable={variable} waves={waves} />
          {waves.length > 0 && hasAnswers(variable) && (
            <Button variant="default" mt={12} onClick={() => setCleaning(true)}>
              {cleaning.answers.open}
            </Button>
          )}
        </div>
        <Stack gap={16}>
          <Textarea
            label={text.label}
            description={text.labelHelp}
            autosize
            value={form.label}
            onChange={(event) => change({ label: event.currentTarget.value })}
          />
          <Group grow align="flex-end">
            <Select
              label={text.type}
              description={typesFor(variable.type).length > 1 ? text.typeHelp : undefined}
              data={typesFor(variable.type).map((type) => ({
                value: type,
                label: common.variableTypes[type],
              }))}
              value={form.type}
              onChange={(value) => change({ type: VariableType.parse(value) })}
            />
            <Select
              label={text.role}
              data={(['measure', 'group', 'identifier'] as const).map((role) => ({
                value: role,
                label: common.roles[role],
              }))}
              value={form.role}
              onChange={(value) => {
                if (value === 'measure' || value === 'group' || value === 'identifier')
                  change({ role: value });
              }}
            />
          </Group>
          {isNumber && (
            <TextInput
              label={text.unit}
              description={text.unitHelp}
              maw={240}
              value={form.unit ?? ''}
              onChange={(event) => change({ unit: event.currentTarget.value })}
            />
          )}
        </Stack>
        {form.options.length > 0 && (
          <section>
            <Title order={3} mb={4}>
              {text.options}
            </Title>
            {form.type === 'ordinal' && (
              <Text c="dimmed" mb={12}>
                {text.optionsOrdinal}
              </Text>
            )}
            <OrderedOptions
              label={text.options}
              options={form.options}
              onChange={(options) => change({ options })}
            />
          </section>
        )}
        <Text size="sm" c="dimmed">
          {variable.missingCodes.length > 0 && `${text.missing}: ${variable.missingCodes.join(' · ')}. `}
          {text.technicalName}: {variable.name}.
        </Text>
      </Stack>
    </SidePanel>
  );
}

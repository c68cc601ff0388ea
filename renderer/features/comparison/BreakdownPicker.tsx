import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { VariableId } from '../../../shared/domain/ids';
import type { Wave } from '../../../shared/domain/wave';
import { useTexts } from '../../state/preferences';
import { type KnownVariable, useVariables } from '../../state/use-variables';
import classes from './comparison.module.css';
import { PickerButton } from './PickerButton';
import type { SpecProps } from './SpecBar';

const mostVariables = 2;

/** The one or two variables by which every indicator is split. */
export function BreakdownPicker({ spec, onChange, waves }: SpecProps & { waves: readonly Wave[] }) {
  const { common, comparison } = useTexts();
  const [search, setSearch] = useState('');
  const variables = useVariables();
  const words = comparison.spec;
  const compared = waves.filter(
    (wave) => wave.id === spec.baselineWaveId || spec.followUpWaveIds.includes(wave.id),
  );
  const fitting = variables.all
    .filter((variable) => compared.every((wave) => wave.variableIds.includes(variable.id)))
    .filter(canSplit)
    .sort((a, b) => Number(b.role === 'group') - Number(a.role === 'group'));
  const wanted = search.trim().toLocaleLowerCase();
  const shown = fitting.filter((variable) => variable.label.toLocaleLowerCase().includes(wanted));
  const labels = spec.breakdown.map((id) => variables.byId.get(id)?.label ?? '');
  const isFull = spec.breakdown.length >= mostVariables;
  function toggle(id: VariableId, isOn: boolean): void {
    const rest = spec.breakdown.filter((each) => each !== id);
    onChange({ breakdown: isOn ? [...rest, id] : rest });
  }
  return (
    <PickerButton
      label={words.breakdown}
      value={labels.length === 0 ? words.breakdownNone : labels.join(comparison.and)}
    >
      <Stack gap="sm">
        <TextInput
          size="xs"
          aria-label={common.actions.search}
          placeholder={common.actions.search}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <Group justify="space-between">
          <Text size="xs" c="dimmed">
            {words.breakdownLimit}
          </Text>
          <Button
            size="compact-xs"
            variant="subtle"
            disabled={labels.length === 0}
            onClick={() => onChange({ breakdown: [] })}
          >
            {words.breakdownNone}
          </Button>
        </Group>
        <Stack gap="xs" className={classes.choices} role="group" aria-label={words.breakdown}>
          {shown.map((variable) => {
            const isOn = spec.breakdown.includes(variable.id);
            return (
              <Checkbox
                key={variable.id}
                size="xs"
                label={variable.label}
                checked={isOn}
                disabled={!isOn && isFull}
                onChange={(event) => toggle(variable.id, event.currentTarget.checked)}
              />
            );
          })}
        </Stack>
      </Stack>
    </PickerButton>
  );
}

function canSplit(variable: KnownVariable): boolean {
  const isGrouping = variable.type === 'single' || variable.type === 'ordinal' || variable.type === 'boolean';
  return variable.identity === null && (isGrouping || variable.role === 'group');
}

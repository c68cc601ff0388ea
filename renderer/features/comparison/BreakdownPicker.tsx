import { MultiSelect } from '@mantine/core';
import type { Wave } from '../../../shared/domain/wave';
import { useTexts } from '../../state/preferences';
import { type KnownVariable, useVariables } from '../../state/use-variables';
import classes from './comparison.module.css';
import type { SpecProps } from './SpecBar';

const mostVariables = 2;

/** The one or two variables by which every indicator is split. */
export function BreakdownPicker({ spec, onChange, waves }: SpecProps & { waves: readonly Wave[] }) {
  const { comparison } = useTexts();
  const variables = useVariables();
  const compared = waves.filter(
    (wave) => wave.id === spec.baselineWaveId || spec.followUpWaveIds.includes(wave.id),
  );
  const fitting = variables.all
    .filter((variable) => compared.every((wave) => wave.variableIds.includes(variable.id)))
    .filter(canSplit)
    .sort((a, b) => Number(b.role === 'group') - Number(a.role === 'group'));
  const words = comparison.spec;
  return (
    <MultiSelect
      label={words.breakdown}
      className={classes.control}
      placeholder={spec.breakdown.length === 0 ? words.breakdownNone : ''}
      maxValues={mostVariables}
      searchable
      clearable
      hidePickedOptions
      maxDropdownHeight={320}
      value={[...spec.breakdown]}
      data={fitting.map((variable) => ({ value: variable.id as string, label: variable.label }))}
      onChange={(ids) => {
        const chosen = ids.flatMap((id) => fitting.filter((variable) => variable.id === id));
        onChange({ breakdown: chosen.map((variable) => variable.id) });
      }}
    />
  );
}

function canSplit(variable: KnownVariable): boolean {
  const isGrouping = variable.type === 'single' || variable.type === 'ordinal' || variable.type === 'boolean';
  return variable.identity === null && (isGrouping || variable.role === 'group');
}

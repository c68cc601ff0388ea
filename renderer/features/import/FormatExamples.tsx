import { Radio, Stack, Text } from '@mantine/core';
import type { ColumnPlan } from '../../../shared/domain/import';
import { useLocale, useTexts } from '../../state/preferences';
import type { Reading } from './draft';
import { readableValue } from './read-value';
import { type ColumnTrial, useColumnTrial } from './use-column-trial';

const examplesShown = 3;

export type FormatChoice = { value: string; label: string; change: Partial<ColumnPlan> };

/** The ways a column's figures or dates can be read, each with what the same cells would become. */
export function FormatExamples(props: {
  label: string;
  plan: ColumnPlan;
  reading: Reading | null;
  choices: readonly FormatChoice[];
  chosen: string;
  onChange: (change: Partial<ColumnPlan>) => void;
}) {
  const { plan, reading, choices } = props;
  const isHidden = plan.identity !== null || plan.action !== 'keep';
  const [first, second, third] = choices.map(({ change }) => (isHidden ? null : { ...plan, ...change }));
  const trials = [
    useColumnTrial(reading, first ?? null).data,
    useColumnTrial(reading, second ?? null).data,
    useColumnTrial(reading, third ?? null).data,
  ];
  const cells = telling(trials);
  return (
    <Radio.Group
      label={props.label}
      value={props.chosen}
      onChange={(value) => {
        const choice = choices.find((entry) => entry.value === value);
        if (choice) props.onChange(choice.change);
      }}
    >
      <Stack gap={8} mt={8}>
        {choices.map((choice, index) => (
          <Radio
            key={choice.value}
            value={choice.value}
            label={choice.label}
            description={<Examples cells={cells} trial={trials[index]} plan={plan} />}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}

function Examples(props: { cells: readonly string[]; trial: ColumnTrial | undefined; plan: ColumnPlan }) {
  const { common, importColumns: text } = useTexts();
  const { locale } = useLocale();
  if (!props.trial || props.cells.length === 0) return null;
  const { readings } = props.trial;
  return (
    <Text span size="xs">
      {props.cells
        .map((cell) => {
          const read = readings.find(({ from }) => from === cell);
          return read
            ? text.panel.formatExample(cell, readableValue(read.to, props.plan, locale, common.answers))
            : text.panel.formatFails(cell);
        })
        .join('; ')}
    </Text>
  );
}

/** Cells that tell the readings apart: those that one reads otherwise than another, or not at all. */
function telling(trials: readonly (ColumnTrial | undefined)[]): string[] {
  const known = trials.filter((trial) => trial !== undefined);
  if (known.length < 2) return [];
  const results = new Map<string, Set<string>>();
  const times = new Map<string, number>();
  for (const { readings } of known) {
    for (const { from, to } of readings) {
      results.set(from, (results.get(from) ?? new Set()).add(to));
      times.set(from, (times.get(from) ?? 0) + 1);
    }
  }
  const isTelling = (cell: string): boolean =>
    (results.get(cell)?.size ?? 0) > 1 || (times.get(cell) ?? 0) < known.length;
  const all = known.flatMap(({ readings }) => readings.map(({ from }) => from));
  return [...new Set(all)].filter(isTelling).slice(0, examplesShown);
}

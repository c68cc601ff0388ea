import { useDebouncedValue } from '@mantine/hooks';
import { useMemo } from 'react';
import type { Audience } from '../../../shared/domain/comparison';
import type { Condition } from '../../../shared/domain/condition';
import type { Coverage } from '../../../shared/domain/design';
import { type IndicatorDraft, indicatorVariables, type Measure } from '../../../shared/domain/indicator';
import type { ScaleSpec } from '../../../shared/domain/scale';
import type { Wave } from '../../../shared/domain/wave';
import { type Answer, useQueryMethod } from '../../state/use-query-method';

export type IndexMeasure = Extract<Measure, { kind: 'index' }>;

/** An index and with which people it is looked at. */
export type ScaleQuestion = {
  measure: IndexMeasure;
  filter: Condition | null;
  waves: readonly Wave[];
  coverage: Coverage;
  confidenceLevel: number;
  audience: Audience;
};

const pauseMs = 250;
const mostWaves = 9;

/** How the items of an index go together in each wave that asked all of them, a moment after the last change. */
export function useScale(question: ScaleQuestion): {
  asked: readonly Wave[];
  answer: Answer<'scale.analyse'>;
} {
  const { measure, filter, waves, coverage, confidenceLevel, audience } = question;
  const asked = useMemo(() => wavesAsked({ measure, filter }, waves), [measure, filter, waves]);
  const spec = useMemo<ScaleSpec | null>(
    () =>
      asked.length === 0
        ? null
        : {
            items: measure.items,
            minimumAnswered: measure.minimumAnswered,
            filter,
            waveIds: asked.map(({ id }) => id),
            coverage,
            confidenceLevel,
            audience,
          },
    [asked, measure, filter, coverage, confidenceLevel, audience],
  );
  const [settled] = useDebouncedValue(spec, pauseMs);
  return { asked, answer: useQueryMethod('scale.analyse', spec && settled, { keepsPrevious: true }) };
}

function wavesAsked(
  indicator: Pick<IndicatorDraft, 'measure' | 'filter'>,
  waves: readonly Wave[],
): readonly Wave[] {
  const needed = indicatorVariables(indicator);
  return waves
    .filter(({ variableIds }) => needed.every((id) => variableIds.includes(id)))
    .slice(0, mostWaves);
}

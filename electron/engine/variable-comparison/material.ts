import type { VariableSide } from '../../../shared/domain/variable-comparison';
import { exactEstimate } from '../../../shared/stats/census';
import { designMedian } from '../../../shared/stats/design/median';
import { estimateDesignProportion } from '../../../shared/stats/design/proportion';
import type { DesignSample, SampleFrame } from '../../../shared/stats/design/types';
import { mergeRoundedDifferences } from '../../../shared/stats/frequencies';
import { estimateMedian } from '../../../shared/stats/median';
import { boxCounts, topTwoValues } from '../../../shared/stats/ordinal';
import { estimateProportion } from '../../../shared/stats/proportion';
import type { Estimate, Frequencies, PairedCounts } from '../../../shared/stats/types';
import type { Codebook } from './codebook';
import type { VariablePlan } from './plan';
import { sampleFrom } from './samples';
import type { Answer, AnswerTally, MoveTally } from './tallies';

/** Answers of one wave in one group. `frame` is that of the wave's sample; null where rows are drawn on their own. */
export type SideMaterial = {
  answers: readonly AnswerTally[];
  n: number;
  missing: number;
  /** To whom the question was not put. */
  notApplicable: number;
  /** What those who answered weigh. */
  weight: number;
  frame: SampleFrame | null;
};

/** Both waves of one group, and how the same people moved between them where they are matched. */
export type GroupMaterial = {
  baseline: SideMaterial;
  followUp: SideMaterial;
  pairs: { moves: readonly MoveTally[]; differences: readonly AnswerTally[] } | null;
};

/** The top two of a scale of at least three options, as scores; null where there is no such box. */
export function topBoxScores({ scale }: Pick<VariablePlan, 'scale'>, { scaleLength }: Codebook) {
  if (scale !== 'ordinal' || scaleLength < 3) return null;
  return topTwoValues(
    Array.from({ length: scaleLength }, (_, index) => index + 1),
    'highest',
  );
}

/** How many people have each score; answers outside the scale are left out. */
export function scoreFrequencies(answers: readonly AnswerTally[], { scoreOf }: Codebook): Frequencies {
  const counts = new Map<number, number>();
  for (const { answer, count } of answers) {
    const score = scoreOf(answer);
    if (score !== null) counts.set(score, (counts.get(score) ?? 0) + count);
  }
  return [...counts].map(([value, count]) => ({ value, count }));
}

/** People by option, in the order of the options. */
export function optionCounts(answers: readonly AnswerTally[], { options, indexOf }: Codebook): number[] {
  const counts = options.map(() => 0);
  for (const { answer, count } of answers) {
    const index = indexOf(answer);
    counts[index] = (counts[index] ?? 0) + count;
  }
  return counts;
}

/** Follow-up minus baseline of the same people, in scores or in the unit of the numbers. */
export function differenceFrequencies(
  { baseline, followUp, pairs }: GroupMaterial,
  codebook: Codebook,
): Frequencies {
  if (!pairs) return [];
  if (pairs.moves.length > 0) {
    return pairs.moves.flatMap(({ before, after, count }) => {
      const [first, second] = [codebook.scoreOf(before), codebook.scoreOf(after)];
      return first === null || second === null ? [] : [{ value: second - first, count }];
    });
  }
  const largest = [...baseline.answers, ...followUp.answers].reduce(
    (most, { answer }) => Math.max(most, Math.abs(Number(answer))),
    0,
  );
  return mergeRoundedDifferences(scoreFrequencies(pairs.differences, codebook), largest);
}

/** How many people went from each option (row) to each other (column). */
export function moveTable({ pairs }: GroupMaterial, { options, indexOf }: Codebook): number[][] {
  const table = options.map(() => options.map(() => 0));
  for (const { before, after, count } of pairs?.moves ?? []) {
    const row = table[indexOf(before)];
    const column = indexOf(after);
    if (row) row[column] = (row[column] ?? 0) + count;
  }
  return table;
}

/** The same people by whether they were in a box of scores in each wave; null where an answer has no score. */
export function boxedPair(
  { before, after }: { before: Answer; after: Answer },
  { scoreOf }: Codebook,
  box: readonly number[],
): readonly [boolean, boolean] | null {
  const [first, second] = [scoreOf(before), scoreOf(after)];
  return first === null || second === null ? null : [box.includes(first), box.includes(second)];
}

/** Matched people by whether each of their two answers is in the box; answers without a score are left out. */
export function pairedBoxCounts(
  { pairs }: GroupMaterial,
  codebook: Codebook,
  box: readonly number[],
): PairedCounts {
  const counts = { both: 0, onlyBaseline: 0, onlyFollowUp: 0, neither: 0 };
  for (const move of pairs?.moves ?? []) {
    const boxed = boxedPair(move, codebook, box);
    if (boxed === null) continue;
    const [before, after] = boxed;
    counts[before ? (after ? 'both' : 'onlyBaseline') : after ? 'onlyFollowUp' : 'neither'] += move.count;
  }
  return counts;
}

/** The sample with one figure: 1 for scores `holds` is true of; answers without a score stay out. */
export function scoreSample(
  answers: readonly AnswerTally[],
  frame: SampleFrame,
  { scoreOf }: Codebook,
  holds: (score: number) => boolean,
): DesignSample {
  return sampleFrom(answers, frame, 1, ({ answer }) => {
    const score = scoreOf(answer);
    return score === null ? null : [holds(score) ? 1 : 0];
  });
}

/** The figures of one wave of a group that may be shown. */
export function describeSide(
  plan: VariablePlan,
  codebook: Codebook,
  side: SideMaterial,
): Pick<VariableSide, 'shares' | 'median' | 'topBox'> {
  const weights = codebook.options.map(() => 0);
  for (const { answer, weight } of side.answers) {
    const index = codebook.indexOf(answer);
    weights[index] = (weights[index] ?? 0) + weight;
  }
  const whole = plan.scale === 'multiple' ? side.weight : weights.reduce((sum, weight) => sum + weight, 0);
  const box = topBoxScores(plan, codebook);
  const isOrdered = plan.scale !== 'nominal' && plan.scale !== 'multiple';
  return {
    shares: whole > 0 ? weights.map((weight) => weight / whole) : null,
    median: isOrdered ? bare(medianOf(plan, codebook, side)) : null,
    topBox: box ? bare(topBoxOf(plan, codebook, side, box)) : null,
  };
}

function medianOf({ spec }: VariablePlan, codebook: Codebook, side: SideMaterial): Estimate {
  const level = spec.confidenceLevel;
  const { answers, frame } = side;
  if (frame) {
    const weights = new Map<number, number>();
    for (const { answer, weight } of answers) {
      const score = codebook.scoreOf(answer);
      if (score !== null) weights.set(score, (weights.get(score) ?? 0) + weight);
    }
    const values = [...weights]
      .map(([value, weight]) => ({ value, weight }))
      .sort((left, right) => left.value - right.value);
    return designMedian(
      values,
      (threshold) => scoreSample(answers, frame, codebook, (score) => score <= threshold),
      level,
    );
  }
  const estimate = estimateMedian(scoreFrequencies(answers, codebook), level);
  return spec.coverage === 'census' ? exactEstimate(estimate.value) : estimate;
}

function topBoxOf(
  { spec }: VariablePlan,
  codebook: Codebook,
  { answers, frame }: SideMaterial,
  box: readonly number[],
): Estimate {
  const level = spec.confidenceLevel;
  if (frame) {
    return estimateDesignProportion(
      scoreSample(answers, frame, codebook, (score) => box.includes(score)),
      level,
    );
  }
  const estimate = estimateProportion(boxCounts(scoreFrequencies(answers, codebook), box), level);
  return spec.coverage === 'census' ? exactEstimate(estimate.value) : estimate;
}

/** An estimate without the facts of its error. */
export function bare({ value, interval, reason }: Estimate): NonNullable<VariableSide['median']> {
  return { value, interval, reason };
}

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { z } from 'zod';
import type { VariableFigure, VariableGroup, VariableSide } from '../../../shared/domain/variable-comparison';

const figure = z.number();
const limits = z.object({ value: figure, lower: figure.nullable(), upper: figure.nullable() });
const side = z.object({ n: figure, missing: figure, median: limits });
const ranked = z.object({
  baseline: side,
  followUp: side,
  test: z.object({ name: z.string(), statistic: figure, p: figure }),
  effect: limits,
  shift: limits,
});
const inGroup = z.array(ranked.extend({ value: z.string() }));
const categories = z.object({
  options: z.array(z.string()),
  baseline: z.array(figure),
  followUp: z.array(figure),
  statistic: figure,
  df: figure,
  p: figure,
  v: figure,
});
const answerRow = z.object({
  pupil: z.string(),
  school: z.string(),
  weight: figure,
  answer: z.string().nullable(),
  mode: z.string().nullable(),
});
const fTest = z.object({ statistic: figure, df: figure, denominatorDf: figure, p: figure });

export const golden = z
  .object({
    real: z.object({
      vocab: ranked,
      vocabByGender: inGroup,
      age: ranked,
      schooling: ranked.extend({ topBox: z.object({ baseline: figure, followUp: figure, p: figure }) }),
      schoolingCategories: categories,
      native: categories,
      weight: ranked,
      weightByTreatment: inGroup,
      api: ranked.extend({ prattP: figure }),
      apiByType: inGroup,
      apiClustered: z.object({ baseline: limits, followUp: limits }),
    }),
    synthetic: z.object({
      rows: z.object({ baseline: z.array(answerRow), followUp: z.array(answerRow) }),
      scale: z.array(z.string()),
      modes: z.array(z.string()),
      ordinal: ranked,
      ordinalMatched: ranked.extend({ prattP: figure }),
      mode: categories,
      modeMatched: z.object({ statistic: figure, df: figure, p: figure }),
      designed: z.object({
        answer: fTest,
        mode: fTest,
        baselineShares: z.array(figure),
        followUpShares: z.array(figure),
        baselineMedian: limits,
        followUpMedian: limits,
      }),
    }),
  })
  .parse(
    JSON.parse(
      readFileSync(
        path.join(import.meta.dirname, '../../fixtures/golden/variable-comparison/expected.json'),
        'utf8',
      ),
    ),
  );
export type Ranked = z.infer<typeof ranked>;
type Limits = z.infer<typeof limits>;

/** Fails unless both agree to `digits` significant digits; a zero may come out as the rounding of numbers around 1. */
export function expectClose(
  ours: number | null | undefined,
  theirs: number | null,
  what: string,
  digits = 9,
): void {
  if (theirs === null) {
    expect(ours ?? null, what).toBeNull();
    return;
  }
  expect(ours, what).toBeTypeOf('number');
  const allowed = theirs === 0 ? 1e-12 : 10 ** -digits * Math.abs(theirs);
  expect(Math.abs((ours ?? Number.NaN) - theirs), `${what}: ${ours} against ${theirs}`).toBeLessThanOrEqual(
    allowed,
  );
}

/** Value to nine digits, limits to seven. */
export function expectLimits(
  ours: Pick<VariableFigure, 'value' | 'interval'> | null | undefined,
  theirs: Limits,
  what: string,
): void {
  expectClose(ours?.value, theirs.value, `${what} value`);
  expectClose(ours?.interval?.lower, theirs.lower, `${what} lower`, 7);
  expectClose(ours?.interval?.upper, theirs.upper, `${what} upper`, 7);
}

/** One group compared by ranks, both sides included. */
export function expectRanked(group: VariableGroup | undefined, theirs: Ranked, what: string): void {
  expect(group?.status, what).toBe('shown');
  const sides: [VariableSide | undefined, Ranked['baseline']][] = [
    [group?.baseline, theirs.baseline],
    [group?.followUp, theirs.followUp],
  ];
  for (const [ours, figures] of sides) {
    expect(ours, what).toMatchObject({ status: 'shown', n: figures.n, missing: figures.missing });
    expectLimits(ours?.median, figures.median, `${what} median`);
  }
  expect(group?.test?.name, what).toBe(theirs.test.name);
  expectClose(group?.test?.statistic, theirs.test.statistic, `${what} statistic`);
  expectClose(group?.test?.p, theirs.test.p, `${what} p`, 7);
  expectLimits(group?.effectSize, theirs.effect, `${what} effect`);
  expectLimits(group?.shift, theirs.shift, `${what} shift`);
}

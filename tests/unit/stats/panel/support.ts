import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { Moments, PairedCounts } from '../../../../shared/stats/types';

const figure = z.number();
const optional = z.number().nullable();
const change = {
  change: figure,
  standardError: figure,
  lower: figure,
  upper: figure,
  p: figure,
  df: figure,
};
const pattern = z.strictObject({
  weight: figure,
  n: figure,
  means: z.array(figure),
  covariances: z.array(figure),
});

const Golden = z.strictObject({
  logistic: z.array(
    z.strictObject({
      name: z.string(),
      patterns: z.array(z.strictObject({ covariates: z.array(figure), trials: figure, successes: figure })),
      coefficients: z.array(optional),
      standardErrors: z.array(optional),
      fitted: z.array(figure),
      statistic: figure,
      df: figure,
      p: figure,
    }),
  ),
  separated: z.strictObject({
    levelCounts: z.array(figure),
    patterns: z.array(z.strictObject({ levels: z.array(figure), trials: figure, successes: figure })),
    chances: z.array(figure),
    sex: figure,
  }),
  weights: z.strictObject({
    overall: figure,
    patterns: z.array(z.strictObject({ stayed: figure, chance: figure })),
    people: figure,
    mean: figure,
    minimum: figure,
    maximum: figure,
    effectiveN: figure,
    designEffect: figure,
  }),
  weighted: z.strictObject({
    mean: z.strictObject({ patterns: z.array(pattern), ...change }),
    proportion: z.strictObject({
      patterns: z.array(z.strictObject({ weight: figure, pairs: PairedCounts })),
      ...change,
    }),
    ratio: z.strictObject({ patterns: z.array(pattern), ...change }),
  }),
  standardised: z.array(
    z.strictObject({
      name: z.string(),
      strata: z.array(z.strictObject({ baseline: Moments, followUp: Moments })),
      shared: z.array(
        z.strictObject({
          baselineStratum: figure,
          followUpStratum: figure,
          n: figure,
          meanBaseline: figure,
          meanFollowUp: figure,
          covariance: optional,
        }),
      ),
      observed: figure,
      ...change,
      standardisedFollowUp: figure,
      compositionPart: figure,
      compositionAtBaseline: optional,
      interaction: optional,
      kitagawaChange: optional,
      kitagawaComposition: optional,
      coveredBaseline: figure,
      coveredFollowUp: figure,
    }),
  ),
});

/** Figures written by tests/fixtures/golden/stats/panel.R. */
export const golden = Golden.parse(
  JSON.parse(readFileSync(new URL('../../../fixtures/golden/stats/panel.json', import.meta.url), 'utf8')),
);

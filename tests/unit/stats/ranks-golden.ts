import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { Frequencies } from '../../../shared/stats/types';

const figure = z.number();
const optional = z.number().nullable();
const limits = { value: figure, lower: optional, upper: optional };
const comparison = {
  level: figure,
  test: z.string(),
  statistic: figure,
  p: figure,
  effect: figure,
  effectLower: optional,
  effectUpper: optional,
  shift: figure,
  shiftLower: optional,
  shiftUpper: optional,
};

const Golden = z.strictObject({
  independent: z.array(z.strictObject({ baseline: Frequencies, followUp: Frequencies, ...comparison })),
  matched: z.array(
    z.strictObject({
      differences: Frequencies,
      zeroRule: z.enum(['wilcoxon', 'pratt']),
      zeros: figure,
      ...comparison,
    }),
  ),
  large: z.array(z.strictObject({ baseline: Frequencies, followUp: Frequencies, level: figure, ...limits })),
  largeMatched: z.array(z.strictObject({ differences: Frequencies, level: figure, ...limits })),
  medians: z.array(z.strictObject({ frequencies: Frequencies, level: figure, ...limits })),
  places: z.array(z.strictObject({ n: figure, p95: figure, p99: figure })),
  exact: z.strictObject({
    signed: z.array(z.strictObject({ n: figure, value: figure, below: figure })),
    sums: z.array(z.strictObject({ first: figure, second: figure, value: figure, below: figure })),
  }),
});

/** Figures written by tests/fixtures/golden/stats/ranks.R. */
export const golden = Golden.parse(
  JSON.parse(readFileSync(new URL('../../fixtures/golden/stats/ranks.json', import.meta.url), 'utf8')),
);

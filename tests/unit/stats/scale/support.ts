import { readFileSync } from 'node:fs';
import { z } from 'zod';

const figure = z.number();
const limits = { level: figure, lower: figure, upper: figure };

const Golden = z.strictObject({
  scales: z.array(
    z.strictObject({
      name: z.string(),
      n: figure,
      covariances: z.array(z.array(figure)),
      alpha: figure,
      ...limits,
      standardised: figure,
      averageCorrelation: figure,
      restCorrelations: z.array(figure),
      alphaWithout: z.array(figure.nullable()),
    }),
  ),
  byRow: z.strictObject({
    n: figure,
    alpha: figure,
    lower: figure,
    upper: figure,
    standardised: figure,
    averageCorrelation: figure,
    restCorrelations: z.array(figure),
    alphaWithout: z.array(figure),
    rows: z.array(z.array(figure.nullable())),
    means: z.array(figure),
    deviations: z.array(figure),
    answered: z.array(figure),
    scored: figure,
  }),
  feldt: z.array(z.strictObject({ alpha: figure, n: figure, items: figure, ...limits })),
});

/** Figures written by tests/fixtures/golden/stats/scale.R. */
export const golden = Golden.parse(
  JSON.parse(readFileSync(new URL('../../../fixtures/golden/stats/scale.json', import.meta.url), 'utf8')),
);

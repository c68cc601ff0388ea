import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { differenceInChanges, type OwnChange } from '../../../shared/stats/difference-in-changes';
import { expectDigits } from './support';

const figure = z.number();
const triple = z.tuple([figure, figure, figure]);
const { contrasts } = z
  .strictObject({
    contrasts: z.array(
      z.strictObject({
        name: z.string(),
        exposed: triple,
        comparison: triple,
        difference: figure,
        lower: figure,
        upper: figure,
      }),
    ),
  })
  .parse(
    JSON.parse(
      readFileSync(
        new URL('../../fixtures/golden/stats/difference-in-changes.json', import.meta.url),
        'utf8',
      ),
    ),
  );

function own([change, lower, upper]: z.infer<typeof triple>): OwnChange {
  return { change, interval: { lower, upper, level: 0.95 } };
}

describe('the difference of two changes', () => {
  it.each(contrasts)('recovers its interval from both own intervals as R writes it: $name', (row) => {
    const found = differenceInChanges(own(row.exposed), own(row.comparison));
    expectDigits(found.difference, row.difference);
    expectDigits(found.interval?.lower, row.lower);
    expectDigits(found.interval?.upper, row.upper);
  });

  it('keeps the figure and leaves out the interval where one change has none', () => {
    const exposed = own([0.3, 0.1, 0.5]);
    expect(differenceInChanges(exposed, { change: 0.1, interval: null })).toEqual({
      difference: 0.3 - 0.1,
      interval: null,
    });
  });
});

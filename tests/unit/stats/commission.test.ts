import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { krippendorffAlpha } from '../../../shared/stats/krippendorff';
import { kendallTau, placesOf } from '../../../shared/stats/rank-stability';
import { raterCorrelation } from '../../../shared/stats/rater-correlation';

const Table = z.array(z.array(z.number()));
const Triple = z.tuple([z.number(), z.number(), z.number()]);
const golden = z
  .object({
    canonical: z.object({
      data: z.array(z.array(z.number().nullable())),
      published: z.object({ nominal: z.number(), ordinal: z.number(), interval: z.number() }),
      nominal: z.number(),
      ordinal: z.number(),
      interval: z.number(),
    }),
    shrout: z.object({ table: Table, single: Triple, average: Triple, interval: z.number() }),
    panel: z.object({
      table: Table,
      single: Triple,
      average: Triple,
      interval: z.number(),
      ordinal: z.number(),
    }),
    ranks: z.object({
      scores: z.array(z.number()),
      others: z.array(z.number()),
      places: z.array(z.number()),
      tau: z.number(),
    }),
  })
  .parse(
    JSON.parse(readFileSync(new URL('../../fixtures/golden/stats/commission.json', import.meta.url), 'utf8')),
  );

describe("Krippendorff's alpha", () => {
  it.each(['nominal', 'ordinal', 'interval'] as const)('of his canonical data by the %s metric', (metric) => {
    const { alpha, units, values } = krippendorffAlpha(golden.canonical.data, metric);
    expect(alpha).toBeCloseTo(golden.canonical[metric], 10);
    expect(alpha).toBeCloseTo(golden.canonical.published[metric], 3);
    // The twelfth unit has one value only.
    expect({ units, values }).toEqual({ units: 11, values: 40 });
  });

  it('of scores with decimals, ordinal and interval', () => {
    const { table, interval, ordinal } = golden.panel;
    expect(krippendorffAlpha(table, 'interval').alpha).toBeCloseTo(interval, 10);
    expect(krippendorffAlpha(table, 'ordinal').alpha).toBeCloseTo(ordinal, 10);
  });

  it('is absent, with its reason, where nothing was scored twice or nothing differs', () => {
    expect(
      krippendorffAlpha(
        [
          [1, null],
          [null, 2],
        ],
        'interval',
      ),
    ).toMatchObject({
      alpha: null,
      reason: 'nothing-scored-twice',
    });
    expect(
      krippendorffAlpha(
        [
          [3, 3],
          [3, 3],
        ],
        'ordinal',
      ),
    ).toMatchObject({ alpha: null, reason: 'no-variation' });
  });
});

describe('intraclass correlation of evaluators', () => {
  it.each(['shrout', 'panel'] as const)('is that of psych::ICC on the table %s', (name) => {
    const { table, single, average } = golden[name];
    const result = raterCorrelation(table);
    for (const [found, [value, lower, upper]] of [
      [result.single, single],
      [result.average, average],
    ] as const) {
      expect(found?.value).toBeCloseTo(value, 9);
      expect(found?.interval.lower).toBeCloseTo(lower, 9);
      expect(found?.interval.upper).toBeCloseTo(upper, 9);
    }
  });

  it('is absent with one evaluator, one subject, or equal scores', () => {
    expect(raterCorrelation([[1], [2]])).toMatchObject({ single: null, reason: 'too-few' });
    expect(raterCorrelation([[1, 2]])).toMatchObject({ single: null, reason: 'too-few' });
    expect(
      raterCorrelation([
        [4, 4],
        [4, 4],
      ]),
    ).toMatchObject({ single: null, reason: 'no-variation' });
  });

  it('is 1 where evaluators agree to the letter', () => {
    const result = raterCorrelation([
      [1, 1],
      [3, 3],
      [4, 4],
    ]);
    expect(result.single).toEqual({ value: 1, interval: { lower: 1, upper: 1, level: 0.95 } });
    expect(result.average?.value).toBe(1);
  });
});

describe('places', () => {
  it('are shared by equals, as R ranks them', () => {
    expect(placesOf(golden.ranks.scores)).toEqual(golden.ranks.places);
  });

  it('are shared by sums that differ by rounding only', () => {
    expect(placesOf([0.1 + 0.2, 0.3, null, 0.5])).toEqual([2, 2, null, 1]);
  });

  it('are compared by tau-b', () => {
    const { scores, others, tau } = golden.ranks;
    expect(kendallTau(scores, others)).toBeCloseTo(tau, 12);
    expect(kendallTau([1, 1], [1, 2])).toBeNull();
  });
});

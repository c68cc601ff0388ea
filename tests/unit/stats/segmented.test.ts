import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fitLeastSquares } from '../../../shared/stats/least-squares';
import {
  automaticLags,
  fitSegmented,
  type SegmentedEffect,
  type SegmentedInput,
  type SegmentedModel,
} from '../../../shared/stats/segmented';
import { expectDigits } from './support';

const Effect = z.strictObject({
  estimate: z.number(),
  lower: z.number(),
  upper: z.number(),
  standardError: z.number(),
  statistic: z.number(),
  df: z.number(),
  p: z.number(),
});
const Case = z.strictObject({
  name: z.string(),
  values: z.array(z.number().nullable()),
  cut: z.number(),
  level: z.number(),
  lags: z.number().nullable(),
  lagUsed: z.number(),
  seasons: z.array(z.number()),
  seasonsPerYear: z.number(),
  intercept: Effect,
  preSlope: Effect,
  levelChange: Effect,
  slopeChange: Effect,
  postSlope: Effect,
  endChange: Effect,
  cautious: z.union([
    z.literal('none'),
    z.strictObject({
      autocorrelation: z.number(),
      levelChange: Effect,
      slopeChange: Effect,
      endChange: Effect,
    }),
  ]),
  durbinWatson: z.number(),
  dwtest: z.number().nullable(),
  fitted: z.array(z.number()),
  counterfactual: z.array(z.number()),
  lower: z.array(z.number()),
  upper: z.array(z.number()),
});
type Case = z.infer<typeof Case>;

/** Figures written by tests/fixtures/golden/stats/segmented.R. */
const { cases } = z
  .strictObject({ cases: z.array(Case) })
  .parse(
    JSON.parse(readFileSync(new URL('../../fixtures/golden/stats/segmented.json', import.meta.url), 'utf8')),
  );

function inputOf(one: Case): SegmentedInput {
  const places = one.values.map((_, index) => ({ index, season: one.seasons[index] ?? 0 }));
  return {
    observations: places.flatMap((place) => {
      const value = one.values[place.index] ?? null;
      return value === null ? [] : [{ ...place, value }];
    }),
    cutIndex: one.cut - 1,
    seasonsPerYear: one.seasonsPerYear,
    periodsPerYear: one.seasonsPerYear === 1 ? 12 : one.seasonsPerYear,
    lags: one.lags,
    level: one.level,
    places,
  };
}

function modelOf(input: SegmentedInput): SegmentedModel {
  const { model } = fitSegmented(input);
  if (!model) throw new Error('the model was refused');
  return model;
}

function plain(
  values: readonly number[],
  cutIndex: number,
  rest: Partial<SegmentedInput> = {},
): SegmentedInput {
  const observations = values.map((value, index) => ({ index, season: 0, value }));
  return {
    observations,
    cutIndex,
    seasonsPerYear: 1,
    periodsPerYear: 12,
    lags: null,
    level: 0.95,
    places: observations.map(({ index, season }) => ({ index, season })),
    ...rest,
  };
}

/** By as many digits as R's own search of the likelihood is good for. */
function expectSearched(actual: SegmentedEffect | undefined, expected: z.infer<typeof Effect>): void {
  expectDigits(actual?.estimate, expected.estimate, 5);
  expectDigits(actual?.standardError, expected.standardError, 5);
  expectDigits(actual?.interval?.lower, expected.lower, 4);
  expectDigits(actual?.interval?.upper, expected.upper, 4);
  expectDigits(actual?.p, expected.p, 4);
  expect(actual?.df).toBe(expected.df);
}

function expectEffect(actual: SegmentedEffect, expected: z.infer<typeof Effect>): void {
  expectDigits(actual.estimate, expected.estimate);
  expectDigits(actual.standardError, expected.standardError);
  expectDigits(actual.statistic, expected.statistic);
  expect(actual.df).toBe(expected.df);
  expectDigits(actual.p, expected.p, 7);
  expectDigits(actual.interval?.lower ?? null, expected.lower, 7);
  expectDigits(actual.interval?.upper ?? null, expected.upper, 7);
}

describe('segmented regression agrees with lm, sandwich::NeweyWest and lmtest', () => {
  it.each(cases)('$name', (one) => {
    const model = modelOf(inputOf(one));
    expect(model.lagUsed).toBe(one.lagUsed);
    for (const name of [
      'intercept',
      'preSlope',
      'levelChange',
      'slopeChange',
      'postSlope',
      'endChange',
    ] as const) {
      expectEffect(model[name], one[name]);
    }
    expectDigits(model.durbinWatson, one.durbinWatson);
    if (one.dwtest !== null) expectDigits(model.durbinWatson, one.dwtest);
    model.lines.forEach((line, index) => {
      expectDigits(line.fitted, one.fitted[index] ?? Number.NaN);
      const later = index - (one.cut - 1);
      if (later < 0) {
        expect(line.counterfactual).toBeNull();
        return;
      }
      expectDigits(line.counterfactual?.value ?? null, one.counterfactual[later] ?? Number.NaN);
      expectDigits(line.counterfactual?.interval?.lower ?? null, one.lower[later] ?? Number.NaN, 7);
      expectDigits(line.counterfactual?.interval?.upper ?? null, one.upper[later] ?? Number.NaN, 7);
    });
  });

  it.each(cases.filter(({ cautious }) => cautious !== 'none'))('and with nlme::gls: $name', (one) => {
    if (one.cautious === 'none') throw new Error('no such figures');
    const { cautious } = modelOf(inputOf(one));
    expect(cautious?.autocorrelation).toBeCloseTo(one.cautious.autocorrelation, 5);
    expectSearched(cautious?.levelChange, one.cautious.levelChange);
    expectSearched(cautious?.slopeChange, one.cautious.slopeChange);
    expectSearched(cautious?.endChange, one.cautious.endChange);
  });

  it('gives the published figures of Linden 2015 for cigarette sales in California', () => {
    const one = cases.find(({ name }) => name === 'cigarette sales in California');
    if (!one) throw new Error('no such case');
    const model = modelOf(inputOf(one));
    expect(model.intercept.estimate).toBeCloseTo(132.2258, 4);
    expect(model.preSlope.estimate).toBeCloseTo(-1.779474, 6);
    expect(model.levelChange.estimate).toBeCloseTo(-20.0581, 4);
    expect(model.postSlope.estimate).toBeCloseTo(-3.274126, 6);
    expect(model.preSlope.standardError).toBeCloseTo(0.3834188, 6);
    expect(model.levelChange.standardError).toBeCloseTo(4.724395, 5);
    expect(model.slopeChange.standardError).toBeCloseTo(0.4368201, 6);
  });
});

describe('the automatic number of lags', () => {
  it('is floor(4 (n/100)^(2/9))', () => {
    expect([12, 24, 48, 100, 192, 600].map(automaticLags)).toEqual([2, 2, 3, 4, 4, 5]);
  });

  it('is shortened to half the periods, and says so', () => {
    const values = [4, 7, 5, 8, 6, 9, 12, 9, 14, 11, 15, 13, 12, 17, 14, 16];
    const result = fitSegmented(plain(values, 8, { lags: 40 }));
    expect(result.model?.lagUsed).toBe(8);
    expect(result.cautions).toContain('lags-shortened');
  });
});

describe('series that cannot bear the model', () => {
  const rising = [3, 5, 4, 6, 8, 7, 9, 12, 10, 13, 15, 14, 17, 16, 19, 18];

  it.each([
    { side: 'before', cut: 7, refusal: 'too-few-before' },
    { side: 'after', cut: 9, refusal: 'too-few-after' },
  ])('is refused by name with seven periods $side', ({ cut, refusal }) => {
    expect(fitSegmented(plain(rising, cut))).toEqual({ model: null, refusals: [refusal], cautions: [] });
  });

  it('is refused on both counts where there is nothing at all', () => {
    expect(fitSegmented(plain([], 0)).refusals).toEqual(['too-few-before', 'too-few-after']);
  });

  it('is fitted with a caution from eight to eleven periods a side', () => {
    const { model, cautions } = fitSegmented(plain(rising, 8));
    expect(model?.preSlope.df).toBe(12);
    expect(cautions).toEqual(expect.arrayContaining(['few-before', 'few-after']));
  });

  it('has estimates and no errors where every value lies on the lines', () => {
    const exact = Array.from({ length: 20 }, (_, index) => (index < 10 ? 5 + index : 40 + 3 * index));
    const { model, cautions } = fitSegmented(plain(exact, 10));
    expect(cautions).toContain('no-variation');
    expect(model?.slopeChange.estimate).toBeCloseTo(2, 10);
    expect(model?.levelChange.estimate).toBeCloseTo(55, 10);
    expect(model?.slopeChange).toMatchObject({ interval: null, standardError: null, p: null });
    expect(model?.durbinWatson).toBeNull();
  });

  it('has estimates of zero and no errors where nothing ever changes', () => {
    const { model } = fitSegmented(
      plain(
        Array.from({ length: 24 }, () => 0),
        12,
      ),
    );
    expect(model?.levelChange).toEqual({
      estimate: 0,
      interval: null,
      standardError: null,
      statistic: null,
      df: null,
      p: null,
    });
  });

  it('leaves the months of the year out where a year was seen only once', () => {
    const values = Array.from({ length: 20 }, (_, index) => 50 + index + ((index * 7) % 11));
    const observations = values.map((value, index) => ({ index, season: index % 12, value }));
    const { model, cautions } = fitSegmented(plain(values, 10, { observations, seasonsPerYear: 12 }));
    expect(model?.hasSeasonality).toBe(false);
    expect(cautions).toContain('seasonality-not-possible');
  });

  it('refuses periods that go back in time', () => {
    const backwards = [2, 1].map((index) => ({ index, season: 0, value: 1 }));
    expect(() => fitSegmented(plain([], 1, { observations: backwards }))).toThrow(RangeError);
  });
});

describe('what must not change the figures', () => {
  const values = [41, 38, 44, 47, 40, 45, 52, 49, 61, 58, 66, 63, 70, 64, 71, 75];

  it('a constant added to every period moves the level only', () => {
    const one = modelOf(plain(values, 8));
    const other = modelOf(
      plain(
        values.map((value) => value + 1000),
        8,
      ),
    );
    for (const name of ['preSlope', 'levelChange', 'slopeChange'] as const) {
      expectDigits(other[name].estimate, one[name].estimate);
      expectDigits(other[name].p, one[name].p ?? Number.NaN, 7);
    }
    expectDigits(other.intercept.estimate - 1000, one.intercept.estimate);
  });

  it('a scale multiplies estimates and errors and leaves p alone', () => {
    const one = modelOf(plain(values, 8));
    const other = modelOf(
      plain(
        values.map((value) => value * 1e6),
        8,
      ),
    );
    expectDigits(other.levelChange.standardError, (one.levelChange.standardError ?? 0) * 1e6);
    expectDigits(other.levelChange.p, one.levelChange.p ?? Number.NaN, 7);
  });

  it('time told backwards swaps the slopes and keeps the size of the errors without lags', () => {
    const one = modelOf(plain(values, 8, { lags: 0 }));
    const other = modelOf(plain([...values].reverse(), 8, { lags: 0 }));
    expectDigits(other.preSlope.estimate, -one.postSlope.estimate);
    expectDigits(other.slopeChange.standardError, one.slopeChange.standardError ?? Number.NaN);
  });
});

describe('least squares', () => {
  it('has no fit where one column is a multiple of another', () => {
    expect(
      fitLeastSquares(
        [
          [1, 2],
          [2, 4],
          [3, 6],
        ],
        [1, 2, 3],
      ),
    ).toBeNull();
  });

  it('has no fit with fewer rows than columns', () => {
    expect(fitLeastSquares([[1, 2]], [1])).toBeNull();
  });
});

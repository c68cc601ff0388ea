import { describe, expect, it } from 'vitest';
import { estimateDesignMean } from '../../../../shared/stats/design/mean';
import { weightByPopulation } from '../../../../shared/stats/design/merge';
import { estimateDesignProportion } from '../../../../shared/stats/design/proportion';
import { estimateDesignRatio } from '../../../../shared/stats/design/ratio';
import { estimateDesignTotal } from '../../../../shared/stats/design/total';
import type { DesignKind, DesignSample } from '../../../../shared/stats/design/types';
import type { Estimate } from '../../../../shared/stats/types';
import { expectDigits } from '../support';
import { dataset, golden, sampleOf } from './support';

const estimators = {
  proportion: estimateDesignProportion,
  mean: estimateDesignMean,
  ratio: estimateDesignRatio,
  total: estimateDesignTotal,
} satisfies Record<DesignKind, (sample: DesignSample, level: number) => Estimate>;

describe('estimates on a designed sample agree with R survey', () => {
  it.each(golden.estimates)('$kind of $y in $data by $by, domain $domain, $rule, $level', (expected) => {
    const sample = sampleOf(dataset(expected.data), expected, { rule: expected.rule });
    const actual = estimators[expected.kind](sample, expected.level);
    expect(actual.reason).toBeNull();
    expectDigits(actual.value, expected.value);
    expectDigits(actual.error?.standardError, expected.standardError);
    expect(actual.error?.degreesOfFreedom).toBe(expected.df);
    expectDigits(actual.error?.designEffect, expected.designEffect);
    expectDigits(actual.interval?.lower, expected.lower, 7);
    expectDigits(actual.interval?.upper, expected.upper, 7);
  });

  it.each(golden.estimates)('is the same from another origin: $kind of $y in $data, $domain', (expected) => {
    const origin = expected.y.map((_, place) => 4.25 + place);
    const sample = sampleOf(dataset(expected.data), expected, { rule: expected.rule, origin });
    const actual = estimators[expected.kind](sample, expected.level);
    expectDigits(actual.value, expected.value);
    expectDigits(actual.error?.standardError, expected.standardError);
    expectDigits(actual.error?.designEffect, expected.designEffect);
  });
});

describe('a national survey of 30 clusters in 15 strata', () => {
  it.each(golden.national)('gives the share $value of R with every answer or one sex', (expected) => {
    const sample: DesignSample = {
      frame: {
        strata: golden.frame.map((stratum) => ({ ...stratum, population: null })),
        lonelyStratum: 'adjust',
      },
      origin: [0],
      units: expected.units.map((unit) => ({ ...unit, squares: null })),
    };
    const actual = estimateDesignProportion(sample);
    expectDigits(actual.value, expected.value);
    expectDigits(actual.error?.standardError, expected.standardError);
    expectDigits(actual.error?.designEffect, expected.designEffect);
    expect(actual.error).toMatchObject({ degreesOfFreedom: expected.df, strata: 15 });
    expectDigits(actual.interval?.lower, expected.lower, 7);
    expectDigits(actual.interval?.upper, expected.upper, 7);
  });
});

describe('population sizes without declared weights', () => {
  const by = { cluster: 'cluster', population: 'population' };

  it('blow a total up to the population, as R does when neither weights nor probabilities are given', () => {
    const sample = weightByPopulation(sampleOf(dataset('apiclus1'), { by, y: ['enroll'] }));
    const actual = estimateDesignTotal(sample);
    expectDigits(actual.value, golden.fromSizes.clusters.value);
    expectDigits(actual.error?.standardError, golden.fromSizes.clusters.standardError);
  });

  it('weigh strata by their size in a mean', () => {
    const sizes = { stratum: 'stratum', population: 'population' };
    const sample = weightByPopulation(sampleOf(dataset('apistrat'), { by: sizes, y: ['api00'] }));
    const actual = estimateDesignMean(sample);
    expectDigits(actual.value, golden.fromSizes.strata.value);
    expectDigits(actual.error?.standardError, golden.fromSizes.strata.standardError);
  });

  it('leave the sample as it is where a stratum has none', () => {
    const sample = sampleOf(dataset('apiclus1'), { by: { cluster: 'cluster' }, y: ['enroll'] });
    expect(weightByPopulation(sample)).toBe(sample);
  });
});

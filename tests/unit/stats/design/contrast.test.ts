import { describe, expect, it } from 'vitest';
import { compareDesignIndependent, compareDesignMatched } from '../../../../shared/stats/design/contrast';
import { estimateDesignMean } from '../../../../shared/stats/design/mean';
import { sideOfPairs } from '../../../../shared/stats/design/merge';
import { estimateDesignRatio } from '../../../../shared/stats/design/ratio';
import type { ChangeResult } from '../../../../shared/stats/types';
import { expectDigits } from '../support';
import { dataset, golden, sampleOf } from './support';

type Expected = (typeof golden.pairs)[number];

function expectChange(actual: ChangeResult, expected: Expected): void {
  expect(actual.reason).toBeNull();
  expectDigits(actual.change, expected.change);
  expectDigits(actual.error?.standardError, expected.standardError);
  expect(actual.error?.degreesOfFreedom).toBe(expected.df);
  expect(actual.test).toMatchObject({ name: 'design-t', df: expected.df });
  expectDigits(actual.test?.statistic, expected.t);
  expectDigits(actual.test?.p, expected.p, 7);
  const shares = expected.kind === 'proportion';
  expectDigits(actual.interval?.lower, shares ? Math.max(-1, expected.lower) : expected.lower, 7);
  expectDigits(actual.interval?.upper, shares ? Math.min(1, expected.upper) : expected.upper, 7);
}

describe('change between independent waves agrees with R survey', () => {
  it.each(golden.contrasts)('$kind of $y in $data by $by, domain $domain, $rule, $level', (expected) => {
    const [baseline, followUp] = [0, 1].map((value) =>
      sampleOf(
        dataset(expected.data),
        { ...expected, only: { column: 'wave', value } },
        { rule: expected.rule, origin: expected.y.map((_, place) => 0.5 + place + value) },
      ),
    );
    if (baseline === undefined || followUp === undefined) throw new Error('two waves');
    const actual = compareDesignIndependent(expected.kind, baseline, followUp, expected.level);
    expect(actual.method).toBe('design-independent');
    expectChange(actual, expected);
    if (expected.g !== null) expectDigits(actual.effectSize?.value, expected.g);
    if (expected.h !== null) expectDigits(actual.effectSize?.value, expected.h);
    if (actual.effectSize !== null) expect(actual.effectSize.interval).toBeNull();
  });
});

describe('change on matched people agrees with R survey', () => {
  it.each(golden.pairs)('$kind of $y in $data by $by, domain $domain, $level', (expected) => {
    const paired = sampleOf(dataset(expected.data), expected, {
      rule: expected.rule,
      origin: expected.y.map((_, place) => 3 - place),
    });
    const actual = compareDesignMatched(expected.kind, paired, expected.level);
    expect(actual.method).toBe('design-matched');
    expectChange(actual, expected);
  });

  it('gives the reference figures of 15 districts: 37.191, error 3.0852, 30.57 to 43.81, 14 degrees', () => {
    const by = { cluster: 'cluster', weight: 'weight', population: 'population' };
    const paired = sampleOf(dataset('apiclus1'), { by, y: ['api99', 'api00'] });
    const actual = compareDesignMatched('mean', paired);
    expect(actual.change).toBeCloseTo(37.191, 3);
    expect(actual.error?.standardError).toBeCloseTo(3.0852, 4);
    expect(actual.interval?.lower).toBeCloseTo(30.57, 2);
    expect(actual.interval?.upper).toBeCloseTo(43.81, 2);
    expect(actual.error).toMatchObject({ degreesOfFreedom: 14, clusters: 15, strata: null });
  });
});

describe('the sides of matched people', () => {
  const by = { cluster: 'cluster' };

  it('are what each wave gives alone', () => {
    const paired = sampleOf(dataset('apiclus1'), { by, y: ['api99', 'api00'] });
    for (const [side, y] of [
      ['baseline', 'api99'],
      ['followUp', 'api00'],
    ] as const) {
      const alone = sampleOf(dataset('apiclus1'), { by, y: [y] });
      expect(estimateDesignMean(sideOfPairs(paired, side))).toEqual(estimateDesignMean(alone));
    }
  });

  it('keep numerator and denominator of a ratio together', () => {
    const y = ['api99', 'students', 'api00', 'enroll'];
    const paired = sampleOf(dataset('apistrat'), { by: { stratum: 'stratum' }, y });
    const alone = sampleOf(dataset('apistrat'), { by: { stratum: 'stratum' }, y: ['api00', 'enroll'] });
    expect(estimateDesignRatio(sideOfPairs(paired, 'followUp'))).toEqual(estimateDesignRatio(alone));
  });

  it('cannot be taken from an odd number of figures', () => {
    const single = sampleOf(dataset('apiclus1'), { by, y: ['api99'] });
    expect(() => sideOfPairs(single, 'baseline')).toThrow(RangeError);
  });
});

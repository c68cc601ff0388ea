import { describe, expect, it } from 'vitest';
import { estimateDesignMean } from '../../../../shared/stats/design/mean';
import { estimateDesignProportion } from '../../../../shared/stats/design/proportion';
import { estimateDesignTotal } from '../../../../shared/stats/design/total';
import type { DesignSample, LonelyStratumRule } from '../../../../shared/stats/design/types';
import { expectDigits, seededRandom } from '../support';
import { sampleFor, sampleOfRows } from './support';

describe('sums that must not lose precision', () => {
  it('a large mean with a small spread keeps its error from an origin near it', () => {
    const values = [1e9 + 0.25, 1e9 + 0.5, 1e9 + 0.75, 1e9 + 1, 1e9 + 1.5];
    const rows = values.map((value) => ({ stratum: null, cluster: null, weight: 0.7, y: [value] }));
    const actual = estimateDesignMean(sampleOfRows(rows, { origin: [1e9] }));
    const near = values.map((value) => value - 1e9);
    const mean = near.reduce((sum, value) => sum + value, 0) / 5;
    const error = Math.sqrt(near.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 4 / 5);
    expectDigits(actual.error?.standardError, error);
    expectDigits((actual.value ?? 0) - 1e9, mean, 6);
  });

  it('does the same for a total of rows of equal weight', () => {
    const values = [0.25, 0.5, 0.75, 1, 1.5];
    const rows = values.map((value) => ({ stratum: null, cluster: null, weight: 2, y: [1e9 + value] }));
    const actual = estimateDesignTotal(sampleOfRows(rows, { origin: [1e9] }));
    // var(values) = 0.23125; a total of five rows of weight 2 has 4 * 5 * 0.23125.
    expectDigits(actual.error?.standardError, Math.sqrt(4.625));
  });

  it('a thousand million rows in two dozen clusters give the figures of their means', () => {
    const random = seededRandom(5);
    const clusters = Array.from({ length: 24 }, (_, index) => ({
      index,
      rows: 4e7 + index,
      share: 0.3 + 0.2 * random(),
    }));
    const sample: DesignSample = {
      frame: {
        strata: [
          { stratum: null, clusters: clusters.map(({ index }) => `c${index}`), rows: 1e9, population: null },
        ],
        lonelyStratum: 'adjust',
      },
      origin: [0],
      units: clusters.map(({ index, rows, share }) => {
        const given = Math.round(rows * share);
        return {
          stratum: null,
          cluster: `c${index}`,
          rows,
          totals: [rows, given],
          products: [rows, given, given],
          squares: null,
        };
      }),
    };
    const actual = estimateDesignProportion(sample);
    const whole = clusters.reduce((sum, { rows }) => sum + rows, 0);
    const mean = sample.units.reduce((sum, { totals }) => sum + (totals[1] ?? 0), 0) / whole;
    const squares = sample.units.reduce(
      (sum, { totals }) => sum + (((totals[1] ?? 0) - mean * (totals[0] ?? 0)) / whole) ** 2,
      0,
    );
    expectDigits(actual.value, mean, 12);
    expectDigits(actual.error?.standardError, Math.sqrt((24 / 23) * squares));
  });

  it('tenths that are all alike do not vary by rounding', () => {
    const rows = Array.from({ length: 3000 }, (_, row) => ({
      stratum: null,
      cluster: `c${row % 7}`,
      weight: 0.1 + (row % 3) / 7,
      y: [0.1],
    }));
    for (const origin of [[0], [0.3]]) {
      expect(estimateDesignMean(sampleOfRows(rows, { origin })).reason).toBe('no-variation');
    }
  });
});

describe('lonely strata', () => {
  const places = ['a/1', 'a/2', 'a/3', 'b/4', 'c/5', 'c/6'];
  const totals = [3, 5, 7, 10, 2, 4];
  const errorOf = (lonely: LonelyStratumRule) =>
    estimateDesignTotal(sampleFor('total', places, totals, { rule: lonely })).error?.standardError;
  // By hand: stratum a 3/2 * 8 = 12, stratum c 2/1 * 2 = 4, stratum b alone with 10.

  it('add their distance, nothing, or what the others add on average', () => {
    expectDigits(errorOf('adjust'), Math.sqrt(12 + 4 + 100));
    expectDigits(errorOf('remove'), 4);
    expectDigits(errorOf('certainty'), 4);
    expectDigits(errorOf('average'), Math.sqrt((12 + 4) * 1.5));
  });

  it('do not become lonely because their other clusters are outside the domain', () => {
    const domain = sampleFor('total', places, [3, 5, null, 10, 2, 4], { rule: 'average' });
    // Stratum a with a zero: 3/2 * ((3-8/3)² + (5-8/3)² + (8/3)²) = 19.
    expectDigits(estimateDesignTotal(domain).error?.standardError, Math.sqrt((19 + 4) * 1.5));
  });
});

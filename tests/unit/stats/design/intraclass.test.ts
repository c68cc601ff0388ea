import { describe, expect, it } from 'vitest';
import { intraclassCorrelation } from '../../../../shared/stats/design/intraclass';
import { expectDigits } from '../support';
import { dataset, golden, sampleOf, sampleOfRows } from './support';

function clustered(groups: readonly (readonly number[])[]) {
  return sampleOfRows(
    groups.flatMap((values, group) =>
      values.map((value) => ({ stratum: null, cluster: `c${group}`, weight: 1, y: [value] })),
    ),
  );
}

describe('the intraclass correlation', () => {
  it.each(golden.correlations)('of $y in $data agrees with the analysis of variance of R', (expected) => {
    const by = { cluster: 'cluster', ...(expected.weight === null ? {} : { weight: expected.weight }) };
    for (const origin of [[0], [2.5]]) {
      const actual = intraclassCorrelation(
        sampleOf(dataset(expected.data), { by, y: [expected.y] }, { origin }),
      );
      expect(actual.reason).toBeNull();
      expectDigits(actual.correlation, expected.correlation);
      expectDigits(actual.meanClusterSize, expected.size);
      expectDigits(actual.designEffect, expected.designEffect);
    }
  });

  it('is 1 where people of a cluster are all alike', () => {
    expect(
      intraclassCorrelation(
        clustered([
          [1, 1, 1],
          [2, 2, 2],
          [5, 5, 5],
        ]),
      ),
    ).toEqual({
      correlation: 1,
      meanClusterSize: 3,
      designEffect: 3,
      reason: null,
    });
  });

  it('is -1/(m - 1) where clusters do not differ', () => {
    const { correlation, designEffect } = intraclassCorrelation(
      clustered([
        [1, 3],
        [3, 1],
        [1, 3],
      ]),
    );
    expect(correlation).toBeCloseTo(-1, 12);
    expect(designEffect).toBeCloseTo(0, 12);
  });

  it.each([
    ['no-cases', []],
    ['single-cluster', [[1, 2, 3]]],
    ['no-degrees-of-freedom', [[1], [2], [3]]],
    [
      'no-variation',
      [
        [0.1, 0.1, 0.1],
        [0.1, 0.1],
      ],
    ],
  ] as const)('says %s', (reason, groups) => {
    expect(intraclassCorrelation(clustered(groups))).toMatchObject({
      correlation: null,
      designEffect: null,
      reason,
    });
  });
});

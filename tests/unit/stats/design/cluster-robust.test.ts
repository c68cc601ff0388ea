import { describe, expect, it } from 'vitest';
import { compareDesignIndependent, compareDesignMatched } from '../../../../shared/stats/design/contrast';
import type { DesignKind } from '../../../../shared/stats/design/types';
import type { ChangeResult } from '../../../../shared/stats/types';
import { expectDigits } from '../support';
import { dataset, golden, type Row, sampleOf, sampleOfRows } from './support';

type Robust = (typeof golden.robust)[number];

const shares = new Set(['yes', 'light', 'passedBefore', 'wide']);

function compare(expected: Robust): ChangeResult {
  const by = { cluster: 'cluster', ...(expected.weight === null ? {} : { weight: expected.weight }) };
  const kind: DesignKind = shares.has(expected.y[0] ?? '') ? 'proportion' : 'mean';
  const data = dataset(expected.data);
  const selection = { by, y: expected.y, domain: expected.domain };
  if (expected.linkage === 'matched')
    return compareDesignMatched(kind, sampleOf(data, selection), expected.level);
  const wave = (value: number) => sampleOf(data, { ...selection, only: { column: 'wave', value } });
  return compareDesignIndependent(kind, wave(0), wave(1), expected.level);
}

/** Two waves over `count` clusters of three people, the same clusters in both. */
function waves(count: number): [Row[], Row[]] {
  const wave = (shift: number) =>
    Array.from({ length: 3 * count }, (_, row) => ({
      stratum: null,
      cluster: `c${row % count}`,
      weight: 1,
      y: [((row * 7 + shift * 5) % 11) + shift + (row % count) / 3],
    }));
  return [wave(0), wave(1)];
}

function compareWaves(count: number, kind: DesignKind = 'mean', stratum: string | null = null): ChangeResult {
  const [baseline, followUp] = waves(count).map((rows) =>
    sampleOfRows(
      rows.map((row) => ({ ...row, stratum, y: kind === 'ratio' ? [...(row.y ?? []), 2] : row.y })),
    ),
  );
  if (!baseline || !followUp) throw new Error('two waves');
  return compareDesignIndependent(kind, baseline, followUp);
}

describe('cluster-robust errors agree with clubSandwich', () => {
  it.each(golden.robust)('$linkage $y in $data, weight $weight, domain $domain', (expected) => {
    const actual = compare(expected);
    const isMethod = actual.method.startsWith('cluster-robust');
    const robust = isMethod ? actual : actual.cautious;
    expect(robust?.method).toBe(`cluster-robust-${expected.linkage}`);
    expectDigits(actual.change, expected.change);
    expect(robust?.test?.name).toBe('cluster-robust-t');
    expectDigits(robust?.test?.statistic, expected.t);
    expectDigits(robust?.test?.df, expected.df);
    expectDigits(robust?.test?.p, expected.p, 7);
    const isShare = shares.has(expected.y[0] ?? '');
    expectDigits(robust?.interval?.lower, isShare ? Math.max(-1, expected.lower) : expected.lower, 7);
    expectDigits(robust?.interval?.upper, isShare ? Math.min(1, expected.upper) : expected.upper, 7);
    if (isMethod) expectDigits(actual.error?.standardError, expected.standardError);
    if (isMethod) expectDigits(actual.error?.degreesOfFreedom, expected.df);
  });

  it('cover cases where they are the method and cases where they stand beside it', () => {
    const roles = golden.robust.map((expected) => compare(expected).method.startsWith('cluster-robust'));
    expect(roles).toContain(true);
    expect(roles).toContain(false);
  });
});

describe('the number of clusters decides between the two errors', () => {
  it('takes the cluster-robust one below ten', () => {
    expect(compareWaves(9)).toMatchObject({ method: 'cluster-robust-independent', cautious: null });
  });

  it('puts it beside the linearised one from ten to 39', () => {
    for (const count of [10, 39]) {
      expect(compareWaves(count)).toMatchObject({
        method: 'design-independent',
        cautious: { method: 'cluster-robust-independent' },
      });
    }
  });

  it('leaves it out from 40 on', () => {
    expect(compareWaves(40)).toMatchObject({ method: 'design-independent', cautious: null });
  });

  it('counts the clusters with people in the domain, not those of the sample', () => {
    const [baseline, followUp] = waves(20).map((rows) =>
      sampleOfRows(rows.map((row) => (Number(row.cluster?.slice(1)) < 9 ? row : { ...row, y: null }))),
    );
    if (!baseline || !followUp) throw new Error('two waves');
    const actual = compareDesignIndependent('mean', baseline, followUp);
    expect(actual).toMatchObject({ method: 'cluster-robust-independent', error: { clusters: 9 } });
  });

  it('is not asked under strata, known population sizes, for ratios or for totals', () => {
    expect(compareWaves(6, 'mean', 'norte')).toMatchObject({ method: 'design-independent', cautious: null });
    expect(compareWaves(6, 'ratio')).toMatchObject({ method: 'design-independent', cautious: null });
    expect(compareWaves(6, 'total')).toMatchObject({ method: 'design-independent', cautious: null });
    const [baseline, followUp] = waves(6).map((rows) => sampleOfRows(rows, { populationOf: () => 60 }));
    if (!baseline || !followUp) throw new Error('two waves');
    const corrected = compareDesignIndependent('mean', baseline, followUp);
    expect(corrected).toMatchObject({ method: 'design-independent', cautious: null });
  });
});

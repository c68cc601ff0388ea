import { describe, expect, it } from 'vitest';
import { compareDesignIndependent, compareDesignMatched } from '../../../../shared/stats/design/contrast';
import type { DesignKind } from '../../../../shared/stats/design/types';
import { expectFiniteThroughout } from '../support';
import { type Row, type SampleOptions, sampleFor, sampleOfRows } from './support';

const kinds = ['proportion', 'mean', 'ratio', 'total'] as const;

describe('changes at the edges have a named reason', () => {
  const wave = (
    kind: DesignKind,
    places: readonly string[],
    values: readonly (number | null)[],
    options?: SampleOptions,
  ) => sampleFor(kind, places, values, options);
  const fine = ['/a', '/a', '/b', '/b', '/c', '/c', '/d', '/d'];
  const values = [1, 0, 1, 1, 0, 1, 0, 0];

  it.each(kinds)('%s against an empty wave', (kind) => {
    const empty = wave(
      kind,
      fine,
      fine.map(() => null),
    );
    const full = wave(kind, fine, values);
    expect(compareDesignIndependent(kind, empty, full)).toMatchObject({
      change: null,
      interval: null,
      reason: 'no-cases',
    });
    expect(compareDesignIndependent(kind, full, empty)).toMatchObject({
      change: null,
      test: null,
      reason: 'no-cases',
    });
  });

  it.each(kinds)('%s where a wave comes from one cluster', (kind) => {
    const single = wave(kind, fine, [1, 0, null, null, null, null, null, null]);
    const actual = compareDesignIndependent(kind, single, wave(kind, fine, values));
    expect(actual).toMatchObject({ interval: null, test: null, reason: 'single-cluster', cautious: null });
    expect(actual.change).not.toBeNull();
    expectFiniteThroughout(actual);
  });

  it.each(kinds)('%s where a wave has one row', (kind) => {
    const single = wave(kind, ['', '', ''], [null, 1, null]);
    const actual = compareDesignIndependent(kind, single, wave(kind, ['', '', ''], [1, 0, 1]));
    expect(actual).toMatchObject({ interval: null, reason: 'single-case' });
  });

  it('a share of 0 in one wave leaves the error to the other', () => {
    const none = wave(
      'proportion',
      fine,
      fine.map(() => 0),
    );
    const actual = compareDesignIndependent('proportion', none, wave('proportion', fine, values));
    expect(actual.reason).toBeNull();
    expect(actual.interval?.lower).toBeLessThan(actual.change ?? 0);
  });

  it('no variation in either wave', () => {
    const flat = (value: number) =>
      wave(
        'mean',
        fine,
        fine.map(() => value),
      );
    const actual = compareDesignIndependent('mean', flat(2), flat(3));
    expect(actual).toMatchObject({ change: 1, interval: null, test: null, reason: 'no-variation' });
  });

  it('never lets a difference of shares leave -1 to 1', () => {
    const places = ['', '', '', ''];
    const actual = compareDesignIndependent(
      'proportion',
      wave('proportion', places, [1, 0, 0, 0]),
      wave('proportion', places, [1, 1, 1, 0]),
      0.99,
    );
    expect(actual.interval?.upper).toBe(1);
    expect(actual.interval?.lower).toBeGreaterThan(-1);
  });

  it('whole populations in both waves differ exactly', () => {
    const options = { populationOf: () => 4 };
    const actual = compareDesignIndependent(
      'mean',
      wave('mean', fine, values, options),
      wave('mean', fine, [...values].reverse(), options),
    );
    expect(actual).toMatchObject({
      interval: null,
      test: null,
      reason: 'whole-population',
      error: { standardError: 0 },
    });
  });

  it('a whole population in one wave does not make the other exact', () => {
    const actual = compareDesignIndependent(
      'mean',
      wave('mean', fine, values, { populationOf: () => 4 }),
      wave('mean', fine, [...values].reverse(), { populationOf: () => 400 }),
    );
    expect(actual.reason).toBeNull();
    expect(actual.error?.standardError).toBeGreaterThan(0);
  });

  it('two halves of a population, drawn apart, do not make a census', () => {
    const options = { populationOf: () => 8 };
    const elsewhere = fine.map((place) => `${place}2`);
    const actual = compareDesignIndependent(
      'mean',
      wave('mean', fine, values, options),
      wave('mean', elsewhere, values.slice(1).concat(1), options),
    );
    expect(actual.error?.standardError).toBeGreaterThan(0);
    expect(actual.error?.clusters).toBe(8);
  });

  it('matched figures that all move alike have a change without interval', () => {
    const rows: Row[] = fine.map((place, row) => ({
      stratum: null,
      cluster: place.slice(1),
      weight: 1,
      y: [row, row + 2],
    }));
    expect(compareDesignMatched('mean', sampleOfRows(rows))).toMatchObject({
      change: 2,
      interval: null,
      test: null,
      reason: 'no-variation',
    });
  });

  it('refuses matched samples with the wrong number of figures', () => {
    expect(() => compareDesignMatched('ratio', wave('ratio', fine, values))).toThrow(RangeError);
  });
});

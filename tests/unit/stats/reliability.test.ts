import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  labelReliability,
  largestReliableError,
  type ReliabilityFacts,
  type ReliabilityStandard,
  tableReliability,
} from '../../../shared/stats/reliability';

const Label = z.enum(['reliable', 'less-reliable', 'unreliable']);
const Golden = z.array(
  z.strictObject({
    kind: z.enum(['share', 'other']),
    estimate: z.number(),
    se: z.number(),
    n: z.int(),
    df: z.int(),
    deff: z.number(),
    cases: z.int(),
    ine: Label,
    eclac2020: Label,
    eclac2023: Label,
  }),
);
const file = path.join(import.meta.dirname, '../../fixtures/golden/stats/reliability.json');
const golden = Golden.parse(JSON.parse(readFileSync(file, 'utf8')));

const steady = { n: 400, degreesOfFreedom: 12, standardError: 0.01, estimate: 0.3, kind: 'share' } as const;

function label(changes: Partial<ReliabilityFacts>, standard: ReliabilityStandard = 'ine-chile') {
  return labelReliability({ ...steady, standard, ...changes });
}

describe('labels against the rules written out in R', () => {
  it.each([
    ['ine-chile', 'ine'],
    ['cepal-2020', 'eclac2020'],
    ['cepal-2023', 'eclac2023'],
  ] as const)('%s gives each of 600 estimates the label of R', (standard, column) => {
    expect(golden).toHaveLength(600);
    expect(new Set(golden.map((row) => row[column])).size).toBe(3);
    for (const row of golden) {
      const { kind, estimate, n, cases } = row;
      const facts = { kind, estimate, standardError: row.se, n, degreesOfFreedom: row.df, standard };
      const given = labelReliability({ ...facts, designEffect: row.deff, cases });
      expect([row, given?.label]).toEqual([row, row[column]]);
    }
  });
});

describe('INE Chile', () => {
  it('asks for 60 people and 9 degrees before it looks at the error', () => {
    expect(label({ n: 59 })).toEqual({ label: 'unreliable', rule: 'few-cases' });
    expect(label({ n: 60 })).toEqual({ label: 'reliable', rule: 'within-limits' });
    expect(label({ degreesOfFreedom: 8 })).toEqual({ label: 'unreliable', rule: 'few-degrees' });
    expect(label({ degreesOfFreedom: 9 })).toEqual({ label: 'reliable', rule: 'within-limits' });
    expect(label({ n: 59, degreesOfFreedom: 8 })?.rule).toBe('few-cases');
    expect(label({ degreesOfFreedom: null })?.label).toBe('reliable');
  });

  it('lets a share have an error of p^(2/3) / 9, the same on both sides of one half', () => {
    // 0.125^(2/3) = 0.25 and 0.343^(2/3) = 0.49 by hand.
    expect(largestReliableError(0.125)).toBeCloseTo(0.25 / 9, 15);
    expect(largestReliableError(0.875)).toBeCloseTo(0.25 / 9, 15);
    expect(largestReliableError(0.343)).toBeCloseTo(0.49 / 9, 15);
    for (const estimate of [0.125, 0.875]) {
      expect(label({ estimate, standardError: 0.25 / 9 })?.label).toBe('reliable');
      expect(label({ estimate, standardError: 0.0277 })?.label).toBe('reliable');
      expect(label({ estimate, standardError: 0.0278 })).toEqual({
        label: 'less-reliable',
        rule: 'large-error',
      });
    }
    expect(label({ estimate: 0.5, standardError: 0.06999 })?.label).toBe('reliable');
    expect(label({ estimate: 0.5, standardError: 0.07 })?.label).toBe('less-reliable');
  });

  it('never calls a share unreliable for its error alone', () => {
    expect(label({ estimate: 0.01, standardError: 0.4 })?.label).toBe('less-reliable');
  });

  it('lets other figures vary by 15 % and by 30 %', () => {
    const mean = { kind: 'other', estimate: 40 } as const;
    expect(label({ ...mean, standardError: 6 })).toEqual({ label: 'reliable', rule: 'within-limits' });
    expect(label({ ...mean, standardError: 6.01 })).toEqual({
      label: 'less-reliable',
      rule: 'large-variation',
    });
    expect(label({ ...mean, standardError: 12 })?.label).toBe('less-reliable');
    expect(label({ ...mean, standardError: 12.01 })).toEqual({
      label: 'unreliable',
      rule: 'large-variation',
    });
    expect(label({ kind: 'other', estimate: -40, standardError: 6 })?.label).toBe('reliable');
    expect(label({ kind: 'other', estimate: 0.3, standardError: 0.09 })?.label).toBe('less-reliable');
  });

  it('takes shares of 0 and 1 by the same formula', () => {
    for (const estimate of [0, 1]) {
      expect(label({ estimate, standardError: 0 })?.label).toBe('reliable');
      expect(label({ estimate, standardError: 0.001 })?.label).toBe('less-reliable');
    }
  });

  it('judges a share above 1 by its variation', () => {
    expect(label({ estimate: 1.5, standardError: 0.3 })).toEqual({
      label: 'less-reliable',
      rule: 'large-variation',
    });
  });
});

describe('what cannot be labelled', () => {
  it.each(['ine-chile', 'cepal-2020', 'cepal-2023'] as const)(
    '%s has no label without an error',
    (standard) => {
      expect(label({ standardError: null }, standard)).toBeNull();
      expect(label({ standardError: null, n: 20 }, standard)?.label).toBe('unreliable');
      expect(label({ kind: 'other', estimate: 0, standardError: 0 }, standard)).toBeNull();
      expect(label({ kind: 'other', estimate: 0, standardError: 1 }, standard)?.label).not.toBe('reliable');
    },
  );

  it('has no label without an estimate or a standard', () => {
    expect(label({ estimate: null })).toBeNull();
    expect(label({}, 'none')).toBeNull();
  });
});

describe('CEPAL', () => {
  it('2020 suppresses by effective sample and cases, and reviews by degrees and variation', () => {
    expect(label({ designEffect: 400 / 140 }, 'cepal-2020')?.label).toBe('reliable');
    expect(label({ designEffect: 2.86 }, 'cepal-2020')).toEqual({ label: 'unreliable', rule: 'few-cases' });
    expect(label({ cases: 49 }, 'cepal-2020')?.rule).toBe('few-cases');
    expect(label({ degreesOfFreedom: 8 }, 'cepal-2020')).toEqual({
      label: 'less-reliable',
      rule: 'few-degrees',
    });
    // 0.3 * 0.2 = 0.06; -ln(0.3) * 0.3 * 0.175 = 0.063209
    expect(label({ standardError: 0.0599 }, 'cepal-2020')?.label).toBe('reliable');
    expect(label({ standardError: 0.06 }, 'cepal-2020')).toEqual({
      label: 'less-reliable',
      rule: 'large-variation',
    });
    expect(label({ standardError: 0.0633 }, 'cepal-2020')).toEqual({
      label: 'unreliable',
      rule: 'large-error',
    });
    expect(label({ kind: 'other', estimate: 10, standardError: 2 }, 'cepal-2020')?.label).toBe(
      'less-reliable',
    );
  });

  it('2023 asks for a design effect of 1, and for 30 and 50 cases', () => {
    expect(label({ designEffect: 0.99 }, 'cepal-2023')).toEqual({
      label: 'unreliable',
      rule: 'low-design-effect',
    });
    expect(label({ designEffect: 1 - 1e-12 }, 'cepal-2023')?.label).toBe('reliable');
    expect(label({ cases: 50 }, 'cepal-2023')?.label).toBe('reliable');
    expect(label({ cases: 49 }, 'cepal-2023')).toEqual({ label: 'less-reliable', rule: 'few-cases' });
    expect(label({ cases: 29 }, 'cepal-2023')).toEqual({ label: 'unreliable', rule: 'few-cases' });
    expect(label({ degreesOfFreedom: 8 }, 'cepal-2023')?.rule).toBe('few-degrees');
  });

  it('counts the people of a share as n times the estimate where nobody counted them', () => {
    expect(label({ estimate: 0.125, n: 400 }, 'cepal-2023')?.label).toBe('reliable');
    expect(label({ estimate: 0.12, n: 400 }, 'cepal-2023')?.label).toBe('less-reliable');
  });

  it('has no trouble with shares of 0 and 1', () => {
    expect(label({ estimate: 0, standardError: 0 }, 'cepal-2020')?.label).toBe('unreliable');
    expect(label({ estimate: 0, standardError: 0 }, 'cepal-2023')?.label).toBe('unreliable');
    expect(label({ estimate: 1, standardError: 0 }, 'cepal-2020')?.label).toBe('reliable');
    expect(label({ estimate: 1, standardError: 0 }, 'cepal-2023')?.label).toBe('reliable');
  });
});

describe('the whole table', () => {
  it('should not be published when more than half is other than reliable', () => {
    expect(tableReliability(['reliable', 'less-reliable'])).toEqual({
      reliable: 1,
      lessReliable: 1,
      unreliable: 0,
      isPublishable: true,
    });
    expect(tableReliability(['reliable', 'less-reliable', 'unreliable']).isPublishable).toBe(false);
    expect(tableReliability(['unreliable', 'reliable', 'reliable', null, null]).isPublishable).toBe(true);
    expect(tableReliability([null]).isPublishable).toBe(true);
  });
});

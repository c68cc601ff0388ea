import { describe, expect, it } from 'vitest';
import { familyRows } from '../../../renderer/features/comparison/family-rows';
import { usedMethods } from '../../../renderer/features/comparison/MethodsPanel';
import type { ComparisonRow } from '../../../shared/domain/comparison';
import { verdictOf } from '../../../shared/text/caveats';
import { comparisonResult, group, row } from '../support/results';

function tested(
  base: ComparisonRow,
  p: number,
  adjusted: number,
  family: 'declared' | 'exploration',
): ComparisonRow {
  const procedure = family === 'declared' ? 'holm' : 'benjamini-hochberg';
  return {
    ...base,
    changes: base.changes.map((change) => ({
      ...change,
      test: { name: 'two-proportion-z', statistic: 2, df: null, p },
      adjusted: { p: adjusted, procedure, family, tests: 3 },
    })),
  };
}

const rows = [
  tested(row([], { from: 0.6, to: 0.8 }), 0.01, 0.01, 'declared'),
  tested(row(group('Escuela 2'), { from: 0.6, to: 0.8 }), 0.04, 0.06, 'exploration'),
  tested(row(group('Escuela 1'), { from: 0.6, to: 0.8 }), 0.001, 0.003, 'exploration'),
  row(group('Escuela 3'), null),
];

describe('the tests of a family', () => {
  it('keeps declared questions apart from exploration, the strongest first', () => {
    const result = comparisonResult(rows);
    expect(familyRows(result, 'declared', 'es').map((each) => each.group)).toEqual(['']);
    expect(familyRows(result, 'exploration', 'es').map((each) => each.group)).toEqual([
      'Escuela 1',
      'Escuela 2',
    ]);
  });

  it('leaves out a protected group, which has no test', () => {
    const shown = familyRows(comparisonResult(rows), 'exploration', 'es');
    expect(shown.some((each) => each.group === 'Escuela 3')).toBe(false);
  });

  it('says of a change whether it stays clear, fades or never was clear', () => {
    expect(verdictOf(0.001, 0.003, 0.95)).toBe('holds');
    expect(verdictOf(0.04, 0.06, 0.95)).toBe('fades');
    expect(verdictOf(0.2, 0.3, 0.95)).toBe('unclear');
  });

  it('takes its limit from the confidence level, which is met by a p exactly on it', () => {
    expect(verdictOf(0.05, 0.05, 0.95)).toBe('holds');
    expect(verdictOf(0.05, 0.05, 0.99)).toBe('unclear');
    expect(verdictOf(0.05, 0.08, 0.9)).toBe('holds');
  });
});

describe('the methods behind a chart', () => {
  it('are counted over the changes shown, the most used first', () => {
    const robust = row(group('Escuela 4'), { from: 0.4, to: 0.5 });
    const changes = robust.changes.map((change) => ({ ...change, method: 'design-matched' }));
    expect(usedMethods(comparisonResult([...rows, { ...robust, changes }]))).toEqual([
      { method: 'newcombe-independent', changes: 3 },
      { method: 'design-matched', changes: 1 },
    ]);
  });
});

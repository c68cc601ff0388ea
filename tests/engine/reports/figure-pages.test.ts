import { describe, expect, it } from 'vitest';
import { figurePages } from '../../../electron/engine/reports/figure-pages';
import type { ComparisonResult } from '../../../shared/domain/comparison';
import { comparisonResult, schoolKey } from '../../unit/charts/fixtures';

const cells = [
  { n: 40, estimate: 0.4, half: 0.1 },
  { n: 42, estimate: 0.5, half: 0.1 },
];

/** As many indicators as wanted, which the fixture's short identifiers cannot number. */
function indicators(count: number): ComparisonResult {
  const base = comparisonResult({
    waves: 2,
    indicators: [{ name: 'Indicador' }],
    rows: [{ indicator: 0, key: [], cells }],
  });
  const [indicator, row] = [base.indicators[0], base.rows[0]];
  if (!indicator || !row) throw new Error('the fixture has one indicator');
  const id = (index: number) => `ind_many${String(index).padStart(4, '0')}` as typeof indicator.id; // safe: a made-up identifier of the same form
  return {
    ...base,
    indicators: Array.from({ length: count }, (_, index) => ({ ...indicator, id: id(index) })),
    rows: Array.from({ length: count }, (_, index) => ({ ...row, indicatorId: id(index) })),
  };
}

describe('a figure of many indicators', () => {
  it('goes on one page up to 18, and is parted evenly beyond', () => {
    const sizes = (count: number) =>
      figurePages('forest', indicators(count), null, 'es').map((page) => page.indicators.length);
    expect(sizes(18)).toEqual([18]);
    expect(sizes(19)).toEqual([10, 9]);
    expect(sizes(30)).toEqual([15, 15]);
  });

  it('keeps every row with its indicator, once', () => {
    const pages = figurePages('dumbbell', indicators(40), null, 'es');
    const ids = pages.flatMap((page) => page.rows.map((row) => row.indicatorId));
    expect(ids).toEqual(indicators(40).rows.map((row) => row.indicatorId));
    for (const page of pages) expect(page.spec.indicatorIds).toHaveLength(page.rows.length);
  });

  it('stays whole where the chart does not stack rows', () => {
    for (const kind of ['heatmap', 'slope', 'small-multiples', 'panel-flow'] as const)
      expect(figurePages(kind, indicators(60), null, 'es')).toHaveLength(1);
  });
});

describe('a figure of many groups', () => {
  const groups = comparisonResult({
    waves: 2,
    indicators: [{ name: 'Asiste' }],
    rows: [
      { indicator: 0, key: [], cells },
      ...Array.from({ length: 30 }, (_, index) => ({
        indicator: 0,
        key: schoolKey(`Escuela ${30 - index}`),
        cells,
      })),
    ],
  });

  it('has everybody on each page, and the groups in the order they are drawn', () => {
    const [indicator] = groups.indicators;
    if (!indicator) throw new Error('the fixture has one indicator');
    const pages = figurePages('bars', groups, indicator, 'es');
    expect(pages.map((page) => page.rows.length)).toEqual([16, 16]);
    for (const page of pages) expect(page.rows.some((row) => row.key.length === 0)).toBe(true);
    const labels = pages[0]?.rows.flatMap((row) => row.key.map((part) => part.label)) ?? [];
    expect(new Set(labels)).toEqual(
      new Set(Array.from({ length: 15 }, (_, index) => `Escuela ${index + 1}`)),
    );
  });
});

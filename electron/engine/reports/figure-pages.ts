import { groupRows } from '../../../shared/charts/rows';
import type { ChartKind } from '../../../shared/domain/chart';
import type { ComparisonResult, ComparisonRow } from '../../../shared/domain/comparison';
import type { Locale } from '../../../shared/text/catalogue';

type Indicator = ComparisonResult['indicators'][number];

/** Height in pixels of the rows that still reads well when a figure of 640 pixels is set on one page. */
const tallest = 960;

/**
 * The same result in parts that each fit a page: rows of indicators where `indicator` is null, otherwise the groups of
 * one, with everybody in each part. Charts that do not stack rows stay whole. Parts are as even as can be.
 */
export function figurePages(
  kind: ChartKind,
  result: ComparisonResult,
  indicator: Indicator | null,
  locale: Locale,
): ComparisonResult[] {
  const height = rowHeight(kind, result.spec.followUpWaveIds.length);
  if (height === null) return [result];
  const most = Math.max(1, Math.floor(tallest / height));
  if (indicator === null) {
    return evenParts(result.indicators, most).map((indicators) => {
      const ids = new Set(indicators.map(({ id }) => id));
      return {
        ...result,
        spec: { ...result.spec, indicatorIds: [...ids] },
        indicators,
        rows: result.rows.filter((row) => ids.has(row.indicatorId)),
      };
    });
  }
  const groups = groupRows(result, indicator.id, locale).filter((row) => row.key.length > 0);
  const parts = evenParts(groups, most);
  if (parts.length < 2) return [result];
  return parts.map((part) => {
    const kept = new Set<ComparisonRow>(part);
    return { ...result, rows: result.rows.filter((row) => row.key.length === 0 || kept.has(row)) };
  });
}

/** About how high a row stands on paper; null for charts that do not stack rows. */
function rowHeight(kind: ChartKind, followUps: number): number | null {
  switch (kind) {
    case 'dumbbell':
    case 'axes':
      return Math.max(52, (followUps + 1) * 16 + 9);
    case 'bars':
      return Math.max(52, (followUps + 1) * 18 + 9);
    case 'forest':
      return Math.max(52, followUps * 34 + 5);
    case 'slope':
    case 'small-multiples':
    case 'heatmap':
    case 'likert':
    case 'distribution':
    case 'panel-flow':
      return null;
  }
}

function evenParts<T>(items: readonly T[], most: number): T[][] {
  const count = Math.max(1, Math.ceil(items.length / most));
  const size = Math.max(1, Math.ceil(items.length / count));
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}

import { periodStart } from '../../../shared/domain/period';
import type { SeriesPeriod } from '../../../shared/domain/series';
import { mergeStatistics, type Statistics } from '../indicators/statistics';
import type { Stretch } from './counted';

/**
 * All rows, or those of a quarter, a month, or the days a week and a month share; `start` is the period's first day
 * (of a stretch, its week's). Statistics are null where there is no row.
 */
export type PeriodNode = {
  id: string;
  level: 'all' | 'quarter' | 'month' | 'stretch';
  start: string;
  people: number;
  statistics: Statistics | null;
  children: readonly PeriodNode[];
};

/** Stretches put together into months, quarters and everything; each part belongs to one whole only. */
export function buildPeriodTree(stretches: readonly Stretch[]): PeriodNode {
  const months = groupBy(stretches, ({ month }) => month).map(([month, parts]) =>
    join(
      'month',
      month,
      parts.map(
        (part): PeriodNode => ({
          id: `stretch ${month} ${part.week}`,
          level: 'stretch',
          start: part.week,
          people: part.people,
          statistics: part.statistics,
          children: [],
        }),
      ),
    ),
  );
  const quarters = groupBy(months, ({ start }) => periodStart(start, 'quarter')).map(([start, parts]) =>
    join('quarter', start, parts),
  );
  return join('all', '', quarters);
}

function join(level: PeriodNode['level'], start: string, children: readonly PeriodNode[]): PeriodNode {
  return {
    id: `${level} ${start}`,
    level,
    start,
    people: children.reduce((sum, child) => sum + child.people, 0),
    statistics: mergeAll(children.map(({ statistics }) => statistics)),
    children,
  };
}

/** Statistics of several nodes together; null if none has any. */
export function mergeAll(all: readonly (Statistics | null)[]): Statistics | null {
  return all.reduce<Statistics | null>(
    (merged, one) => (merged && one ? mergeStatistics(merged, one) : (merged ?? one)),
    null,
  );
}

/** The nodes a period is made of, by its first day: one month or quarter, or the stretches of a week. */
export function nodesByPeriod(root: PeriodNode, period: SeriesPeriod): Map<string, PeriodNode[]> {
  const level = period === 'week' ? 'stretch' : period;
  return new Map(groupBy(nodesAt(root, level), ({ start }) => start));
}

/** All nodes of a level below a node, itself included. */
export function nodesAt(node: PeriodNode, level: PeriodNode['level']): PeriodNode[] {
  return node.level === level ? [node] : node.children.flatMap((child) => nodesAt(child, level));
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return [...groups];
}

import { addDays, periodEnd, periodStart } from '../../../shared/domain/period';
import type { PointExclusion, SeriesPeriod } from '../../../shared/domain/series';
import type { Wave } from '../../../shared/domain/wave';

/** Days from `from` to `to`, both included. */
export type DayRange = { from: string; to: string };

/** How many days without a case at either end may be weekends and holidays, and not the register's own limits. */
const quietDays: Record<SeriesPeriod, number> = { week: 2, month: 7, quarter: 7 };

/** The dates declared for all of the files, joined where they touch; null unless every file has both of its dates. */
export function declaredRanges(waves: readonly Pick<Wave, 'startDate' | 'endDate'>[]): DayRange[] | null {
  const ranges = waves.flatMap(({ startDate, endDate }) =>
    startDate !== null && endDate !== null && startDate <= endDate ? [{ from: startDate, to: endDate }] : [],
  );
  if (ranges.length < waves.length) return null;
  ranges.sort((left, right) => (left.from < right.from ? -1 : 1));
  const joined: DayRange[] = [];
  for (const range of ranges) {
    const last = joined[joined.length - 1];
    if (last && range.from <= addDays(last.to, 1)) {
      if (range.to > last.to) last.to = range.to;
    } else joined.push({ ...range });
  }
  return joined;
}

/**
 * What a register covers that declares no dates: from its first row to its last, and on to the edge of the period
 * where no more than a few quiet days are missing.
 */
export function observedRange({ from, to }: DayRange, period: SeriesPeriod): DayRange {
  const first = periodStart(from, period);
  const last = periodEnd(periodStart(to, period), period);
  return {
    from: from <= addDays(first, quietDays[period]) ? first : from,
    to: to >= addDays(last, -quietDays[period]) ? last : to,
  };
}

/** Whether the register covers a period: null when whole, otherwise what is wrong with it. */
export function coverageGap(
  start: string,
  period: SeriesPeriod,
  ranges: readonly DayRange[],
): Extract<PointExclusion, 'register-begins-inside' | 'register-ends-inside' | 'not-covered'> | null {
  const end = periodEnd(start, period);
  const touching = ranges.filter(({ from, to }) => from <= end && to >= start);
  const [first] = touching;
  if (!first) return 'not-covered';
  if (first.from > start) return 'register-begins-inside';
  return first.to < end ? 'register-ends-inside' : null;
}

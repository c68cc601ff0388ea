import type { SeriesPeriod } from './series';

const dayMilliseconds = 86_400_000;

/** The day so many days later, both as `yyyy-mm-dd`. */
export function addDays(day: string, days: number): string {
  return isoDay(new Date(Date.parse(day) + days * dayMilliseconds));
}

/** The first day of the period a day falls into; weeks begin on Monday. */
export function periodStart(day: string, period: SeriesPeriod): string {
  if (period === 'week') return addDays(day, -((new Date(day).getUTCDay() + 6) % 7));
  const [year = '', month = ''] = day.split('-');
  const first = period === 'month' ? Number(month) : Number(month) - ((Number(month) - 1) % 3);
  return `${year}-${String(first).padStart(2, '0')}-01`;
}

/** The first day of the period after the one that begins on `start`. */
export function nextPeriod(start: string, period: SeriesPeriod): string {
  if (period === 'week') return addDays(start, 7);
  const date = new Date(start);
  date.setUTCMonth(date.getUTCMonth() + (period === 'month' ? 1 : 3));
  return isoDay(date);
}

/** The last day of the period that begins on `start`. */
export function periodEnd(start: string, period: SeriesPeriod): string {
  return addDays(nextPeriod(start, period), -1);
}

/** First days of all periods from the one `from` falls into to that of `to`. */
export function periodsBetween(from: string, to: string, period: SeriesPeriod): string[] {
  const starts: string[] = [];
  for (let start = periodStart(from, period); start <= to; start = nextPeriod(start, period))
    starts.push(start);
  return starts;
}

/** A name without a language: `2022-12`, `2022-Q4`, or the week of ISO 8601, `2022-W49`. */
export function periodLabel(start: string, period: SeriesPeriod): string {
  const [year = '', month = ''] = start.split('-');
  if (period === 'month') return `${year}-${month}`;
  if (period === 'quarter') return `${year}-Q${(Number(month) + 2) / 3}`;
  // A week belongs to the year of its Thursday.
  const thursday = addDays(start, 3);
  const weekYear = thursday.slice(0, 4);
  const week = Math.floor((Date.parse(thursday) - Date.parse(`${weekYear}-01-01`)) / dayMilliseconds / 7) + 1;
  return `${weekYear}-W${String(week).padStart(2, '0')}`;
}

/** What a period shares with those of other years: its calendar month from 1 to 12 (weeks by their first day), or its quarter. */
export function seasonOf(start: string, period: SeriesPeriod): number {
  const month = Number(start.slice(5, 7));
  return period === 'quarter' ? (month + 2) / 3 : month;
}

/** How many seasons `seasonOf` tells apart. */
export function seasonsPerYear(period: SeriesPeriod): number {
  return period === 'quarter' ? 4 : 12;
}

/** Periods in a year; weeks rounded down. */
export function periodsPerYear(period: SeriesPeriod): number {
  if (period === 'week') return 52;
  return period === 'quarter' ? 4 : 12;
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

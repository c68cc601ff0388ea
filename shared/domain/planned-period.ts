import type { MeetingSchedule } from './measurement';
import { addDays, periodLabel, periodStart } from './period';

/** A calendar period of a schedule; both days belong to it. */
export type PlannedPeriod = { start: string; end: string; label: string };
type Every = MeetingSchedule['every'];

/** The first day of the calendar period a day falls into; weeks begin on Monday, half-years in January and July. */
export function planStart(day: string, every: Every): string {
  const [year = '', month = ''] = day.split('-');
  if (every === 'year') return `${year}-01-01`;
  if (every === 'half-year') return Number(month) <= 6 ? `${year}-01-01` : `${year}-07-01`;
  return periodStart(day, every);
}

/** Every calendar period that the days from `from` to `to` touch, in order; none where `to` lies before `from`. */
export function planPeriods(from: string, to: string, every: Every): PlannedPeriod[] {
  const periods: PlannedPeriod[] = [];
  if (to < from) return periods;
  // After the year 9999 days have another length, and their texts do not compare.
  const isDue = (start: string): boolean => start <= to && start.length === to.length;
  for (let start = planStart(from, every); isDue(start); start = nextStart(start, every)) {
    periods.push({ start, end: addDays(nextStart(start, every), -1), label: planLabel(start, every) });
  }
  return periods;
}

/** `2024`, `2024-H1`, `2024-Q2`, `2024-03` or the week of ISO 8601, `2024-W09`, of the period that begins on `start`. */
export function planLabel(start: string, every: Every): string {
  if (every === 'year') return start.slice(0, 4);
  if (every === 'half-year') return `${start.slice(0, 4)}-H${start.slice(5, 7) === '01' ? 1 : 2}`;
  return periodLabel(start, every);
}

const monthsIn = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const;

function nextStart(start: string, every: Every): string {
  if (every === 'week') return addDays(start, 7);
  const [year = 0, month = 1] = start.split('-').map(Number);
  const months = year * 12 + month - 1 + monthsIn[every];
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}-01`;
}

/** Days are written `yyyy-mm-dd`; all arithmetic is in UTC, so that no machine's time zone enters. */
export type IsoDay = string;

const millisecondsPerDay = 86_400_000;

/** Days since 1 January 1970. */
export function dayNumber(day: IsoDay): number {
  return Date.parse(`${day}T00:00:00Z`) / millisecondsPerDay;
}

/** The day so many days after 1 January 1970. */
export function dayOf(number: number): IsoDay {
  return new Date(number * millisecondsPerDay).toISOString().slice(0, 10);
}

/** The day `days` later, or earlier where negative. */
export function addDays(day: IsoDay, days: number): IsoDay {
  return dayOf(dayNumber(day) + days);
}

/** 1 Monday to 7 Sunday. */
export function weekday(day: IsoDay): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
}

/** Mondays to Fridays from the first day to the last, both included. */
export function workingDays(first: IsoDay, last: IsoDay): IsoDay[] {
  const days: IsoDay[] = [];
  for (let number = dayNumber(first); number <= dayNumber(last); number += 1) {
    const day = dayOf(number);
    if (weekday(day) <= 5) days.push(day);
  }
  return days;
}

/** `2024-10-08` becomes `08-10-2024`, or with another mark. */
export function dayFirst(day: IsoDay, mark = '-'): string {
  return day.split('-').reverse().join(mark);
}

/** The number under which a spreadsheet keeps a day: days since 30 December 1899. */
export function spreadsheetDay(day: IsoDay): number {
  return dayNumber(day) - dayNumber('1899-12-30');
}

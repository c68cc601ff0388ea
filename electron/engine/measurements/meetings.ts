import { figureKey } from '../../../shared/domain/figure-key';
import type { MeetingSchedule, SpecOf } from '../../../shared/domain/measurement';
import type { MeasurementFigure } from '../../../shared/domain/measurement-result';
import { type PlannedPeriod, planPeriods, planStart } from '../../../shared/domain/planned-period';
import { AppError } from '../../../shared/errors';
import { asCount } from '../db/session';
import { sql } from '../db/sql';
import type { Counted, CountWork } from './compute';
import { type FigurePlace, makeFigure } from './made-figure';
import { placeTable } from './place-table';
import type { MeasurementPlan } from './plan';
import { answerOf, dayOf, holds, rowsOf } from './rows';
import { namingVariable, valueLabel } from './split-values';

const mostPeriods = 3000;
type MeetingsPlan = MeasurementPlan<SpecOf<'meetings'>>;
/** Meetings of one body on one day; `body` null where the register has no answer, or no such column. */
type Meetings = { body: string | null; day: string | null; count: number };
type Period = PlannedPeriod & { state: 'kept' | 'missed' | 'open'; meetings: number };
/** A body with all stretches of its schedule. */
type Body = {
  place: FigurePlace;
  label: string;
  periods: Period[];
  held: number;
  outside: number;
};

/**
 * Meetings held against the periods in which each body was meant to meet; a period that a schedule touches counts whole.
 * Periods that begin after the declared end of the files are still open and not planned yet. All periods are counted, so
 * there are no intervals. Meetings are not people and nothing is protected: rows that stand for people are refused with
 * `measurement-invalid`. Throws `variable-type`.
 */
export async function countMeetings(plan: MeetingsPlan, { session }: CountWork): Promise<Counted> {
  if (plan.threshold > 1) {
    throw new AppError('measurement-invalid', {
      reason: 'rows-are-people',
      instrument: plan.instrument.name,
    });
  }
  const { bodyId, dateId, held, schedule } = plan.spec;
  assertReadable(schedule);
  if (bodyId !== null) namingVariable(plan, bodyId);
  const source = rowsOf(plan, {
    day: dayOf(dateId),
    body: bodyId ? answerOf(bodyId) : () => sql`null::varchar`,
    held: holds(held),
  });
  const rows = await session.all(
    sql`select body, day::varchar as day, count(*) as meetings from ${source} as listed where held group by 1, 2 order by 1, 2`,
  );
  const meetings = rows.map(
    (row): Meetings => ({
      body: row.body === null || row.body === undefined ? null : String(row.body),
      day: row.day === null || row.day === undefined ? null : String(row.day),
      count: asCount(row.meetings),
    }),
  );
  const lastDay = declaredEnd(plan);
  const names = [...new Set(schedule.map(({ body }) => body))];
  const bodies = names.map((name) => bodyOf(plan, name, meetings, lastDay));
  const figures = [
    ...bodies.flatMap((body) => bodyFigures(body)),
    ...(bodies.some(({ place }) => place.body === undefined) ? [] : bodyFigures(together(bodies), false)),
  ];
  return {
    figures,
    headline: headline(figures, bodies),
    tables: tables(bodies, figures),
    charts: [
      {
        kind: 'schedule',
        rows: bodies.map(({ label, periods }) => ({
          label,
          periods: periods.map(({ label: period, state, meetings: count }) => ({
            period,
            state,
            meetings: count,
          })),
        })),
      },
    ],
    notices: notices(plan, meetings, bodies),
  };
}

/** The last day the files are declared to hold, or null where one of them does not say. */
function declaredEnd({ waves }: MeetingsPlan): string | null {
  const ends = waves.map(({ endDate }) => endDate);
  return ends.includes(null) ? null : (ends.sort().at(-1) ?? null);
}

function bodyOf(
  { spec, variable }: MeetingsPlan,
  name: string | null,
  meetings: readonly Meetings[],
  lastDay: string | null,
): Body {
  const stretches = spec.schedule.filter(({ body }) => body === name);
  const own = meetings.filter(({ body }) => name === null || body === name);
  const dated = own.flatMap(({ day, count }) => (day === null ? [] : [{ day, count }]));
  const inside = dated.filter(({ day }) => stretches.some(({ from, to }) => day >= from && day <= to));
  const periods = bodyPeriods(stretches, inside, lastDay);
  const label = stretches[0]?.label ?? (spec.bodyId ? valueLabel(variable(spec.bodyId), name) : '');
  const sum = (some: readonly { count: number }[]): number =>
    some.reduce((total, { count }) => total + count, 0);
  return {
    place: name === null ? {} : { body: name, of: [label] },
    label,
    periods,
    held: sum(inside),
    outside: sum(dated) - sum(inside),
  };
}

/** The calendar periods that any stretch touches, each once though two stretches meet in it. */
function bodyPeriods(
  stretches: readonly MeetingSchedule[],
  meetings: readonly { day: string; count: number }[],
  lastDay: string | null,
): Period[] {
  const periods = new Map<string, PlannedPeriod>();
  const days = new Map<string, Map<string, number>>();
  for (const { every, from, to } of stretches) {
    const own = new Map(planPeriods(from, to, every).map((period) => [period.start, period]));
    for (const period of own.values()) periods.set(period.label, period);
    for (const { day, count } of meetings) {
      const period = day >= from && day <= to ? own.get(planStart(day, every)) : undefined;
      if (!period) continue;
      // By day, so that a meeting that two stretches plan is one.
      days.set(period.label, (days.get(period.label) ?? new Map<string, number>()).set(day, count));
    }
  }
  return [...periods.values()]
    .sort((left, right) => (left.start < right.start ? -1 : 1))
    .map((period) => {
      const count = [...(days.get(period.label)?.values() ?? [])].reduce((total, one) => total + one, 0);
      const isOpen = lastDay !== null && period.start > lastDay;
      return { ...period, meetings: count, state: count > 0 ? 'kept' : isOpen ? 'open' : 'missed' };
    });
}

/** A schedule over far too many years is a slip of the hand, and a table of it nobody could read. */
function assertReadable(schedule: readonly MeetingSchedule[]): void {
  const days = schedule.map(({ from, to, every }) => {
    const length = (Date.parse(to) - Date.parse(from)) / 86_400_000;
    return length / { week: 7, month: 30, quarter: 91, 'half-year': 182, year: 365 }[every];
  });
  const planned = days.reduce((total, one) => total + Math.max(0, one), 0);
  if (planned > mostPeriods) {
    throw new AppError('measurement-invalid', { reason: 'schedule-too-long', limit: mostPeriods });
  }
}

function together(bodies: readonly Body[]): Body {
  return {
    place: {},
    label: '',
    periods: bodies.flatMap(({ periods }) => periods),
    held: bodies.reduce((total, { held }) => total + held, 0),
    outside: bodies.reduce((total, { outside }) => total + outside, 0),
  };
}

function bodyFigures({ place, periods, held, outside }: Body, hasPeriods = true): MeasurementFigure[] {
  const due = periods.filter(({ state }) => state !== 'open');
  const kept = due.filter(({ state }) => state === 'kept').length;
  const count = (value: number) => ({ value });
  const style = { scale: 'count' } as const;
  return [
    makeFigure('planned-meetings', place, count(due.length), style),
    makeFigure('periods-kept', place, count(kept), style),
    makeFigure(
      'kept-share',
      place,
      due.length === 0
        ? { value: null, n: 0, reason: 'no-planned-period' }
        : {
            value: kept / due.length,
            n: due.length,
            numerator: kept,
            method: 'exact-figure',
            reason: 'whole-schedule',
          },
      { scale: 'share' },
    ),
    makeFigure('meetings-held', place, count(held), style),
    makeFigure('meetings-outside', place, count(outside), style),
    ...(hasPeriods
      ? periods.map(({ label, meetings }) =>
          makeFigure('meetings-held', { ...place, period: label }, count(meetings), style),
        )
      : []),
  ];
}

const bodyMeasures = [
  'planned-meetings',
  'periods-kept',
  'kept-share',
  'meetings-held',
  'meetings-outside',
] as const;

function tables(bodies: readonly Body[], figures: readonly MeasurementFigure[]): Counted['tables'] {
  const known = new Set(figures.map(({ key }) => key));
  const places = bodies.map(({ place, label }) => ({ ...place, of: [label] }));
  return [
    placeTable(
      { id: 'by-body', subject: null },
      bodyMeasures,
      places.length > 1 ? [...places, {}] : places,
      known,
    ),
    placeTable(
      { id: 'by-period', subject: null },
      ['meetings-held'],
      bodies.flatMap(({ place, label, periods }) =>
        periods.map((period) => ({ ...place, of: bodies.length > 1 ? [label] : [], period: period.label })),
      ),
      known,
    ),
  ];
}

function headline(figures: readonly MeasurementFigure[], bodies: readonly Body[]): string[] {
  const known = new Set(figures.map(({ key }) => key));
  const shares = bodies.slice(0, 3).map(({ place }) => figureKey('kept-share', place));
  const held = bodies.slice(0, 2).map(({ place }) => figureKey('meetings-held', place));
  return [...shares, ...held, 'meetings-held'].filter(
    (key, index, all) => known.has(key) && all.indexOf(key) === index,
  );
}

function notices(
  plan: MeetingsPlan,
  meetings: readonly Meetings[],
  bodies: readonly Body[],
): Counted['notices'] {
  const planned = new Set(plan.spec.schedule.map(({ body }) => body));
  const found: Counted['notices'] = [];
  const sum = (some: readonly Meetings[]): number => some.reduce((total, { count }) => total + count, 0);
  const { bodyId } = plan.spec;
  const strange =
    planned.has(null) || bodyId === null ? [] : meetings.filter(({ body }) => !planned.has(body));
  if (strange.length > 0 && bodyId !== null) {
    const names = [...new Set(strange.map(({ body }) => `«${valueLabel(plan.variable(bodyId), body)}»`))];
    found.push({ code: 'body-unplanned', details: { count: sum(strange), bodies: names.join(', ') } });
  }
  for (const { label, outside } of bodies) {
    if (outside > 0)
      found.push({ code: 'meeting-outside-schedule', details: { body: label, count: outside } });
  }
  const undated = sum(meetings.filter(({ day }) => day === null));
  if (undated > 0) found.push({ code: 'undated-left-out', details: { count: undated } });
  const open = bodies.flatMap(({ periods }) => periods).filter(({ state }) => state === 'open').length;
  if (open > 0) found.push({ code: 'periods-beyond-data', details: { count: open } });
  return found;
}

import type { SpecOf } from '../../../shared/domain/measurement';
import type { Duration } from '../../../shared/stats/kaplan-meier';
import { asCount, asNumber, type Row, type Session } from '../db/session';
import { ident, join, type Sql, sql } from '../db/sql';
import type { MeasurementPlan } from './plan';
import { dayOf, rowsOf, splitOf, truthOf } from './rows';
import { splitVariable } from './split-values';

export type CasesPlan = MeasurementPlan<SpecOf<'cases'>>;
export type Phase = 'before' | 'after';

/** Counts that add up over groups. `standards`: cases whose standard is known, and those that meet it. */
export type CaseCounts = {
  cases: number;
  open: number;
  closed: number;
  standards: readonly { n: number; x: number }[];
  /** Cases of which every standard is known, those that meet all, and the sums of how many each meets. */
  complete: { n: number; x: number; sum: number; squares: number };
};

/** Dated cases alike in month, phase and splits. */
export type CaseGroup = CaseCounts & {
  month: string;
  phase: Phase | null;
  values: readonly (string | null)[];
};

/** Days from opening, of a phase and a value of a split or of all (`split` null). */
export type CaseDurations = {
  phase: Phase | null;
  split: number | null;
  value: string | null;
  durations: Duration[];
};

export type CaseFlaws = { undated: number; resolvedBefore: number };

/** The first and last day of the register: as declared, widened to what was found. */
export type Span = { from: string; to: string };

function caseRows(plan: CasesPlan): Sql {
  const { dateId, resolvedId, splitIds, standards, cutDate } = plan.spec;
  for (const id of splitIds) splitVariable(plan, id);
  const rows = rowsOf(plan, {
    day: dayOf(dateId),
    resolved: resolvedId ? dayOf(resolvedId) : () => sql`null::date`,
    ...Object.fromEntries(splitIds.map((id, index) => [`sp${index}`, splitOf(id)])),
    ...Object.fromEntries(standards.map(({ condition }, index) => [`t${index}`, truthOf(condition)])),
  });
  const phase = cutDate
    ? sql`(case when day >= ${cutDate}::date then 'after' when day < ${cutDate}::date then 'before' end)`
    : sql`null::varchar`;
  const met = standards.length === 0 ? sql`null::integer` : sumOf(standards.length);
  return sql`(select *, ${phase} as phase, ${met} as met from ${rows} as listed)`;
}

function sumOf(standards: number): Sql {
  return join(
    Array.from({ length: standards }, (_, index) => sql`${ident(`t${index}`)}::integer`),
    ' + ',
  );
}

/** The dated cases by month, phase and splits. Throws `variable-missing` and `variable-type`. */
export async function readCases(
  session: Session,
  plan: CasesPlan,
): Promise<{ groups: CaseGroup[]; flaws: CaseFlaws; span: Span | null }> {
  const { splitIds, standards, resolvedId } = plan.spec;
  const keys = join([sql`month`, sql`phase`, ...splitIds.map((_, index) => ident(`sp${index}`))]);
  const source = caseRows(plan);
  const known = standards.flatMap((_, index): Sql[] => {
    const met = ident(`t${index}`);
    return [sql`count(${met}) as ${ident(`n${index}`)}`, sql`count_if(${met}) as ${ident(`x${index}`)}`];
  });
  const aggregates = join([
    sql`count(*) as cases`,
    sql`count(resolved) as closed`,
    sql`count(met) as complete, count_if(met = ${standards.length}) as met_all, sum(met) as met_sum, sum(met * met) as met_squares`,
    ...known,
  ]);
  const rows = await session.all(
    sql`select ${keys}, ${aggregates} from (select *, strftime(day, '%Y-%m') as month from ${source} as one where day is not null) as dated
        group by ${keys}`,
  );
  const facts = await session.first(
    sql`select min(day)::varchar as first_day, greatest(max(day), max(resolved))::varchar as last_day,
        count_if(day is null) as undated, count_if(resolved < day) as wrong from ${source} as one`,
  );
  return {
    groups: rows.map((row) => readGroup(row, splitIds.length, standards.length, resolvedId !== null)),
    flaws: { undated: asCount(facts?.undated ?? 0), resolvedBefore: asCount(facts?.wrong ?? 0) },
    span: spanOf(plan, textOf(facts?.first_day), textOf(facts?.last_day)),
  };
}

function readGroup(row: Row, splits: number, standards: number, hasResolved: boolean): CaseGroup {
  const cases = asCount(row.cases);
  const closed = asCount(row.closed);
  return {
    month: String(row.month),
    phase: phaseOf(row.phase),
    values: Array.from({ length: splits }, (_, index) => textOf(row[`sp${index}`])),
    cases,
    open: hasResolved ? cases - closed : 0,
    closed: hasResolved ? closed : 0,
    standards: Array.from({ length: standards }, (_, index) => ({
      n: asCount(row[`n${index}`] ?? 0),
      x: asCount(row[`x${index}`] ?? 0),
    })),
    complete: {
      n: asCount(row.complete ?? 0),
      x: asCount(row.met_all ?? 0),
      sum: asNumber(row.met_sum) ?? 0,
      squares: asNumber(row.met_squares) ?? 0,
    },
  };
}

/** Declared days count as part of the register though nobody came; days found outside them do as well. */
function spanOf({ waves }: CasesPlan, first: string | null, last: string | null): Span | null {
  if (first === null || last === null) return null;
  const starts = waves.flatMap(({ startDate }) => startDate ?? []);
  const ends = waves.flatMap(({ endDate }) => endDate ?? []);
  return {
    from: [first, ...(starts.length === waves.length ? starts : [])].sort()[0] ?? first,
    to: [last, ...(ends.length === waves.length ? ends : [])].sort().at(-1) ?? last,
  };
}

/**
 * Days from opening to closing, and of open cases the days until the register's last; without cases closed before they were
 * opened.
 */
export async function readDurations(
  session: Session,
  plan: CasesPlan,
  { to }: Span,
): Promise<CaseDurations[]> {
  const { resolvedId, splitIds, cutDate } = plan.spec;
  if (!resolvedId) return [];
  const days = sql`date_diff('day', day, coalesce(resolved, ${to}::date))`;
  const found = new Map<string, CaseDurations>();
  const phases = cutDate ? [false, true] : [false];
  for (const split of [null, ...splitIds.keys()]) {
    for (const byPhase of phases) {
      const value = split === null ? sql`null::varchar` : ident(`sp${split}`);
      const phase = byPhase ? sql`phase` : sql`null::varchar`;
      const rows = await session.all(
        sql`select ${phase} as at_phase, ${value} as value, ${days} as days, count(resolved) as ended, count(*) - count(resolved) as going
            from ${caseRows(plan)} as one where day is not null and (resolved is null or resolved >= day) group by 1, 2, 3 order by 3`,
      );
      for (const row of rows) {
        const place = { phase: phaseOf(row.at_phase), split, value: textOf(row.value) };
        const name = JSON.stringify(place);
        const known = found.get(name) ?? { ...place, durations: [] };
        known.durations.push({
          time: asNumber(row.days) ?? 0,
          ended: asCount(row.ended),
          censored: asCount(row.going),
        });
        found.set(name, known);
      }
    }
  }
  return [...found.values()];
}

function phaseOf(value: Row[string] | undefined): Phase | null {
  return value === 'before' || value === 'after' ? value : null;
}

function textOf(value: Row[string] | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}

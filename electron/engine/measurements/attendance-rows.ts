import type { SpecOf } from '../../../shared/domain/measurement';
import { asCount, asNumber, type Row, type Session } from '../db/session';
import { ident, join, type Sql, sql } from '../db/sql';
import type { MeasurementPlan } from './plan';
import { answerOf, dayOf, holds, numberOf, rowsOf, splitOf } from './rows';
import { namingVariable, splitVariable } from './split-values';

export type AttendancePlan = MeasurementPlan<SpecOf<'attendance'>>;

/** Rows alike in wave, session, year and splits; `came` are attendances, `rows` all that is written of them. */
export type AttendanceGroup = {
  wave: string;
  session: string;
  year: string | null;
  values: readonly (string | null)[];
  came: number;
  rows: number;
};

/** What is odd in the rows. */
export type AttendanceFlaws = {
  sessionMissing: number;
  twice: number;
  personMissing: number;
  countMissing: number;
  countNegative: number;
  undated: number;
};

/** Where people are counted once: all, a wave, a year, a split, or a split in a wave or year. */
export type PeopleCount = {
  wave: string | null;
  year: string | null;
  split: number | null;
  value: string | null;
  people: number;
};

/**
 * One row an attendance (or a session with its number), with `counts`: whether it is counted. A person who stands twice in a
 * session is counted once.
 */
function countedRows(plan: AttendancePlan): Sql {
  const { sessionId, dateId, personId, countId, attended, splitIds } = plan.spec;
  for (const id of splitIds) splitVariable(plan, id);
  namingVariable(plan, sessionId);
  const rows = rowsOf(plan, {
    session: answerOf(sessionId),
    day: dateId ? dayOf(dateId) : () => sql`null::date`,
    person: personId ? answerOf(personId) : () => sql`null::varchar`,
    number: countId ? numberOf(countId) : () => sql`null::double`,
    present: holds(attended),
    ...Object.fromEntries(splitIds.map((id, index) => [`sp${index}`, splitOf(id)])),
  });
  const one = countId
    ? sql`present and number >= 0`
    : sql`present and row_number() over (partition by wave, session, coalesce(person, '#' || line) order by present desc, line) = 1`;
  return sql`(select *, year(day)::varchar as year, (${one}) is true as counts from ${rows} as listed where session is not null)`;
}

/** The smallest groups and what is odd. Throws `variable-missing` and `variable-type`. */
export async function readAttendance(
  session: Session,
  plan: AttendancePlan,
): Promise<{ groups: AttendanceGroup[]; flaws: AttendanceFlaws; order: string[] }> {
  const { countId, personId, dateId, splitIds } = plan.spec;
  const splits = splitIds.map((_, index) => ident(`sp${index}`));
  const keys = join([sql`wave`, sql`session`, sql`year`, ...splits]);
  const came = countId ? sql`sum(number) filter (where counts)` : sql`count_if(counts)`;
  const source = countedRows(plan);
  const rows = await session.all(
    sql`select ${keys}, ${came} as came, count(*) as rows, min(day)::varchar as first_day from ${source} as counted group by ${keys}`,
  );
  const flaws = await session.first(
    sql`select count_if(present and not counts) as dropped, count_if(counts and person is null) as nameless,
        count_if(present and number is null) as numberless, count_if(present and number < 0) as negative,
        count_if(present and day is null) as undated from ${source} as counted`,
  );
  const read = (name: string): number => asCount(flaws?.[name] ?? 0);
  const present = rowsOf(plan, {
    session: answerOf(plan.spec.sessionId),
    present: holds(plan.spec.attended),
  });
  const unplaced = await session.first(
    sql`select count(*) as rows from ${present} as listed where present and session is null`,
  );
  return {
    groups: rows.map((row) => ({
      wave: String(row.wave),
      session: String(row.session),
      year: textOf(row.year),
      values: splitIds.map((_, index) => textOf(row[`sp${index}`])),
      came: asNumber(row.came) ?? 0,
      rows: asCount(row.rows),
    })),
    flaws: {
      sessionMissing: asCount(unplaced?.rows ?? 0),
      twice: countId ? 0 : read('dropped'),
      personMissing: personId ? read('nameless') : 0,
      countMissing: countId ? read('numberless') : 0,
      countNegative: countId ? read('negative') : 0,
      undated: dateId ? read('undated') : 0,
    },
    order: sessionOrder(plan, rows),
  };
}

/** Sessions by their first day, else in the order of the options, then by name and number. */
function sessionOrder({ spec, variable }: AttendancePlan, rows: readonly Row[]): string[] {
  const options = new Map(variable(spec.sessionId).options.map(({ value }, index) => [value, index]));
  const days = new Map<string, string>();
  for (const row of rows) {
    const [name, day] = [String(row.session), textOf(row.first_day) ?? '9999'];
    const known = days.get(name);
    if (known === undefined || day < known) days.set(name, day);
  }
  const place = (name: string): number => options.get(name) ?? options.size;
  return [...days.keys()].sort(
    (left, right) =>
      compare(days.get(left) ?? '', days.get(right) ?? '') ||
      place(left) - place(right) ||
      left.localeCompare(right, 'es', { numeric: true }),
  );
}

function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** Different people everywhere attendance is told; none without a person's variable. */
export async function readPeople(session: Session, plan: AttendancePlan): Promise<PeopleCount[]> {
  const { personId, splitIds } = plan.spec;
  if (!personId) return [];
  const levels: string[][] = [
    [],
    ['wave'],
    ['year'],
    ...splitIds.flatMap((_, split) => [[`sp${split}`], [`sp${split}`, 'wave'], [`sp${split}`, 'year']]),
  ];
  // One pass over the rows for all levels; `grouping` tells which columns a line leaves out.
  const columns = ['wave', 'year', ...splitIds.map((_, split) => `sp${split}`)];
  const sets = join(levels.map((names) => sql`(${join(names.map((name) => ident(name)))})`));
  const isTotal = join(columns.map((name) => sql`grouping(${ident(name)}) as ${ident(`no_${name}`)}`));
  const rows = await session.all(
    sql`select ${join(columns.map((name) => ident(name)))}, ${isTotal}, count(distinct person) as people
        from ${countedRows(plan)} as counted where counts group by grouping sets (${sets})`,
  );
  return rows.map((row): PeopleCount => {
    const has = (name: string): boolean => asCount(row[`no_${name}`] ?? 1) === 0;
    const split = splitIds.findIndex((_, index) => has(`sp${index}`));
    return {
      wave: has('wave') ? textOf(row.wave) : null,
      year: has('year') ? textOf(row.year) : null,
      split: split < 0 ? null : split,
      value: split < 0 ? null : textOf(row[`sp${split}`]),
      people: asCount(row.people),
    };
  });
}

/** How many of the first session's people came to each, and how many came to every session that anybody came to. */
export async function readFollowed(
  session: Session,
  plan: AttendancePlan,
  first: string,
): Promise<{ returned: Map<string, number>; toAll: number }> {
  const source = countedRows(plan);
  const rows = await session.all(
    sql`with came as (select * from ${source} as counted where counts and person is not null)
        select session, count(distinct person) as people from came
        where person in (select person from came where session = ${first}) group by session`,
  );
  const all = await session.first(
    sql`with came as (select * from ${source} as counted where counts and person is not null),
        held as (select count(*) as sessions from (select distinct wave, session from came)),
        each_person as (select person, count(*) as sessions from (select distinct person, wave, session from came) group by person)
        select count(*) as people from each_person, held where each_person.sessions = held.sessions`,
  );
  return {
    returned: new Map(rows.map((row) => [String(row.session), asCount(row.people)])),
    toAll: asCount(all?.people ?? 0),
  };
}

function textOf(value: Row[string] | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}

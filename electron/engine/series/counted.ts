import type { Condition } from '../../../shared/domain/condition';
import type { Measure } from '../../../shared/domain/indicator';
import type { Wave } from '../../../shared/domain/wave';
import { asCount, asText, type Session } from '../db/session';
import { ident, join, type Sql, sql } from '../db/sql';
import { aggregateIndicator, createAggregateList } from '../indicators/aggregates';
import { answeredVariables } from '../indicators/compute-statistics';
import { requireVariable } from '../indicators/condition-sql';
import { compileIndicator, type Measured } from '../indicators/indicator-sql';
import { mergeStatistics, type Statistics } from '../indicators/statistics';
import { waveTable } from '../projects/open-project';
import type { SeriesPlan } from './plan';
import type { DayRange } from './register-dates';

/** The days that one week and one month share: the smallest stretch that any period is made of. */
export type Stretch = { month: string; week: string; people: number; statistics: Statistics };

export type Counted = {
  stretches: readonly Stretch[];
  /** Rows without a date, and with a date outside the ranges. */
  undated: number;
  outside: number;
};

/** What counting cases is as an indicator: every row is one. */
const everyCase: Measured = {
  measure: { kind: 'count', condition: null },
  filter: null,
  missingRule: 'exclude',
};

/** What the series measures, and how. */
export function seriesMeasure({ indicator }: Pick<SeriesPlan, 'indicator'>): Measure {
  return indicator ? indicator.measure : everyCase.measure;
}

/** The first and last day any row has, or null without a date. Throws `variable-missing`. */
export async function dateSpan(session: Session, plan: SeriesPlan): Promise<DayRange | null> {
  const spans: DayRange[] = [];
  for (const wave of plan.waves) {
    const date = dateColumn(plan, wave);
    const row = await session.first(
      sql`select min(${date})::varchar as first_day, max(${date})::varchar as last_day from ${table(wave)}`,
    );
    if (row && row.first_day !== null) spans.push({ from: asText(row.first_day), to: asText(row.last_day) });
  }
  const from = spans.map((span) => span.from).sort()[0];
  const to = spans
    .map((span) => span.to)
    .sort()
    .at(-1);
  return from && to ? { from, to } : null;
}

/**
 * One pass over each wave: sufficient statistics of every stretch that has a row within `ranges`. Rows the filter
 * leaves out are people of the stretch who were not asked. Throws `variable-missing` where a wave lacks a variable.
 */
export async function countStretches(
  session: Session,
  plan: SeriesPlan,
  ranges: readonly DayRange[],
): Promise<Counted> {
  const found = new Map<string, Stretch>();
  let undated = 0;
  let outside = 0;
  for (const wave of plan.waves) {
    const variables = answeredVariables(plan.variables, wave);
    const date = dateColumn(plan, wave);
    const aggregates = createAggregateList();
    const peopleName = aggregates.add(sql`count(*)`);
    const compiled = compileIndicator(filtered(plan.indicator ?? everyCase, plan.spec.filter), variables);
    const read = aggregateIndicator(compiled, aggregates, { needsSpread: false });
    const rows = await session.all(
      sql`select date_trunc('month', ${date})::date::varchar as month, date_trunc('week', ${date})::date::varchar as week,
          (${within(date, ranges)}) as is_within, ${join(aggregates.selected())} from ${table(wave)} group by 1, 2, 3`,
    );
    for (const row of rows) {
      const people = asCount(row[peopleName]);
      if (row.month === null) undated += people;
      else if (row.is_within !== true) outside += people;
      else {
        addStretch(found, {
          month: asText(row.month),
          week: asText(row.week),
          people,
          statistics: read(row),
        });
      }
    }
  }
  const stretches = [...found.values()].sort((left, right) => (address(left) < address(right) ? -1 : 1));
  return { stretches, undated, outside };
}

function addStretch(found: Map<string, Stretch>, stretch: Stretch): void {
  const known = found.get(address(stretch));
  const merged = known && {
    ...stretch,
    people: known.people + stretch.people,
    statistics: mergeStatistics(known.statistics, stretch.statistics),
  };
  found.set(address(stretch), merged ?? stretch);
}

function address({ month, week }: Pick<Stretch, 'month' | 'week'>): string {
  return `${month} ${week}`;
}

function table(wave: Wave): Sql {
  return ident(waveTable(wave.id));
}

function dateColumn(plan: SeriesPlan, wave: Wave): Sql {
  const column = ident(requireVariable(answeredVariables(plan.variables, wave), plan.dateVariable.id).id);
  // The last day of a period counts whole, whatever the hour.
  return plan.dateVariable.type === 'datetime' ? sql`${column}::date` : column;
}

function within(date: Sql, ranges: readonly DayRange[]): Sql {
  if (ranges.length === 0) return sql`false`;
  return join(
    ranges.map(({ from, to }) => sql`(${date} between ${from}::date and ${to}::date)`),
    ' or ',
  );
}

function filtered(measured: Measured, filter: Condition | null): Measured {
  if (!filter) return measured;
  return { ...measured, filter: measured.filter ? { op: 'all', of: [measured.filter, filter] } : filter };
}

import { asCount, asNumber, type Row } from '../db/session';
import { ident, type Sql, sql } from '../db/sql';
import type { CompiledIndicator } from './indicator-sql';
import { covariancePairs, type MomentStatistics, type Statistics } from './statistics';

/** Aggregates of one statement, each computed once however many indicators ask for it. */
export type AggregateList = {
  /** The column in which the aggregate will be found. */
  add(aggregate: Sql): string;
  /** `aggregate as column` for each. */
  selected(): Sql[];
};

/** Takes one group's row of aggregates to the statistics of an indicator. */
export type StatisticsReader = (row: Row) => Statistics;

/** A list of aggregates in which the same expression is kept, and computed, once. */
export function createAggregateList(): AggregateList {
  const known = new Map<string, { name: string; aggregate: Sql }>();
  return {
    add(aggregate) {
      const text = JSON.stringify([aggregate.parts, aggregate.values]);
      const entry = known.get(text) ?? { name: `a${known.size}`, aggregate };
      known.set(text, entry);
      return entry.name;
    },
    selected: () => [...known.values()].map(({ name, aggregate }) => sql`${aggregate} as ${ident(name)}`),
  };
}

/** The expression for rows that were asked, null for the others. */
export function amongAsked(asked: Sql | null, expression: Sql): Sql {
  return asked ? sql`(case when ${asked} then ${expression} end)` : expression;
}

/** A count from a row of aggregates; DuckDB's `count_if` is null over nothing but nulls. */
export function readCount(row: Row, name: string): number {
  return asCount(row[name] ?? 0);
}

/** Adds what an indicator needs of one wave to the list, and says how to read it. */
export function aggregateIndicator(
  compiled: CompiledIndicator,
  aggregates: AggregateList,
  spread: { needsSpread: boolean },
): StatisticsReader {
  const read = aggregateAsked(compiled, aggregates, spread);
  return countingOutside(compiled.notApplicable, aggregates, read);
}

/** The same statistics with the rows to which a question was not put; unchanged where there can be none. */
export function countingOutside(
  notApplicable: Sql | null,
  aggregates: AggregateList,
  read: StatisticsReader,
): StatisticsReader {
  if (!notApplicable) return read;
  const name = aggregates.add(sql`count_if(${notApplicable})`);
  return (row) => ({ ...read(row), notApplicable: readCount(row, name) });
}

function aggregateAsked(
  { asked, figures }: CompiledIndicator,
  aggregates: AggregateList,
  { needsSpread }: { needsSpread: boolean },
): StatisticsReader {
  const askedName = aggregates.add(asked ? sql`count_if(${asked})` : sql`count(*)`);
  if (figures.shape !== 'share') {
    const expressions =
      figures.shape === 'value' ? [figures.value] : [figures.numerator, figures.denominator];
    const readMoments = aggregateMoments(
      askedName,
      expressions.map((expression) => amongAsked(asked, expression)),
      aggregates,
      { needsSpread },
    );
    if (figures.shape === 'value' || !figures.answered) return readMoments;
    const answeredName = aggregates.add(sql`count(${amongAsked(asked, figures.answered)})`);
    return (row) => ({
      ...readMoments(row),
      missing: readCount(row, askedName) - readCount(row, answeredName),
    });
  }
  const yes = amongAsked(asked, figures.yes);
  const answeredName = aggregates.add(sql`count(${yes})`);
  const yesName = aggregates.add(sql`count_if(${yes})`);
  return (row) => {
    const all = readCount(row, askedName);
    const answered = readCount(row, answeredName);
    return {
      shape: 'share',
      asked: all,
      n: figures.unansweredIsNo ? all : answered,
      missing: all - answered,
      x: readCount(row, yesName),
    };
  };
}

/** Adds sums and covariances of expressions that are null on the same rows. */
export function aggregateMoments(
  askedName: string,
  expressions: readonly Sql[],
  aggregates: AggregateList,
  { needsSpread }: { needsSpread: boolean },
): (row: Row) => MomentStatistics {
  const nName = aggregates.add(sql`count(${expressions[0] ?? sql`null`})`);
  const sumNames = expressions.map((expression) => aggregates.add(sql`sum(${expression})`));
  const pairs = needsSpread ? covariancePairs(expressions.length) : [];
  const covarianceNames = pairs.map(([row, column]) => {
    const first = expressions[row] ?? sql`null`;
    const second = expressions[column] ?? sql`null`;
    return aggregates.add(row === column ? sql`var_samp(${first})` : sql`covar_samp(${first}, ${second})`);
  });
  return (row) => {
    const asked = readCount(row, askedName);
    const n = readCount(row, nName);
    return {
      shape: 'moments',
      asked,
      n,
      missing: asked - n,
      sums: sumNames.map((name) => asNumber(row[name]) ?? 0),
      covariances: covarianceNames.map((name) => asNumber(row[name])),
    };
  };
}

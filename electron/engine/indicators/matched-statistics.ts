import type { Variable } from '../../../shared/domain/instrument';
import type { Row, Session } from '../db/session';
import { ident, join, type Sql, sql } from '../db/sql';
import { waveTable } from '../projects/open-project';
import {
  type AggregateList,
  aggregateMoments,
  countingOutside,
  createAggregateList,
  readCount,
  type StatisticsReader,
} from './aggregates';
import { answeredVariables, canMeasure, type MeasuredWave } from './compute-statistics';
import { requireVariable } from './condition-sql';
import { countedOutright, type FigureColumns, figureColumns } from './figure-columns';
import { type GroupingSet, keyExpression, readGroupingSets } from './grouping';
import type { Measured } from './indicator-sql';

export type MatchedInput = {
  baseline: MeasuredWave;
  followUp: MeasuredWave;
  variables: readonly Variable[];
  /** The variable that holds each person's identifier, answered in both waves and without repeats. */
  identifierId: string;
  indicators: readonly Measured[];
  groupingSets: readonly (readonly string[])[];
};

/**
 * Sufficient statistics over the people found in both waves, in one pass. People are grouped by what they answered
 * at the baseline; they are asked if they fulfil the filter in both waves, and valid if both answers are; a
 * count takes its filter as part of what it counts. Rows without identifier match nobody. An indicator that a wave could not ask has null statistics.
 */
export async function computeMatchedStatistics(
  session: Session,
  input: MatchedInput,
): Promise<GroupingSet[]> {
  const sides = {
    baseline: answeredVariables(input.variables, input.baseline),
    followUp: answeredVariables(input.variables, input.followUp),
  };
  const keys = [...new Set(input.groupingSets.flat())].map((key) => requireVariable(sides.baseline, key));
  const aggregates = createAggregateList();
  const peopleName = aggregates.add(sql`count(*)`);
  const columns: { baseline: Sql[]; followUp: Sql[] } = {
    baseline: keys.map((variable, index) => sql`${keyExpression(variable)} as ${ident(`key${index}`)}`),
    followUp: [],
  };
  const readers = input.indicators.map((indicator, index): StatisticsReader | null => {
    if (!canMeasure(indicator, sides.baseline) || !canMeasure(indicator, sides.followUp)) return null;
    const before = figureColumns(countedOutright(indicator), sides.baseline, `b${index}`);
    const after = figureColumns(countedOutright(indicator), sides.followUp, `f${index}`);
    columns.baseline.push(...before.columns);
    columns.followUp.push(...after.columns);
    const outside = outsideEither(before, after);
    return countingOutside(outside, aggregates, aggregatePair(before, after, aggregates, indicator));
  });
  const identifier = ident(input.identifierId);
  const side = (wave: MeasuredWave, extra: readonly Sql[]): Sql =>
    sql`(select ${join([sql`${identifier} as person`, ...extra])} from ${ident(waveTable(wave.id))} where ${identifier} is not null)`;
  const source = sql`${side(input.baseline, columns.baseline)} as baseline join ${side(input.followUp, columns.followUp)} as follow_up using (person)`;
  const groupingKeys = keys.map((variable, index) => ({ variable, expression: ident(`key${index}`) }));
  return readGroupingSets(
    session,
    source,
    groupingKeys,
    input.groupingSets,
    aggregates.selected(),
    (row) => ({
      people: readCount(row, peopleName),
      statistics: readers.map((read) => (read ? read(row) : null)),
    }),
  );
}

/** People to whom a question was not put in one of the waves; null where it was to everybody in both. */
export function outsideEither(
  before: Pick<FigureColumns, 'notApplicable'>,
  after: Pick<FigureColumns, 'notApplicable'>,
): Sql | null {
  const sides = [before.notApplicable, after.notApplicable].filter((side) => side !== null);
  return sides.length > 0 ? sql`(${join(sides, ' or ')})` : null;
}

function aggregatePair(
  before: FigureColumns,
  after: FigureColumns,
  aggregates: AggregateList,
  { measure }: Measured,
): StatisticsReader {
  const filters = [before.asked, after.asked].filter((filter) => filter !== null);
  const asked = filters.length > 0 ? sql`(${join(filters, ' and ')})` : null;
  const askedName = aggregates.add(asked ? sql`count_if(${asked})` : sql`count(*)`);
  if (before.shape === 'share') return aggregatePairedShare(before, after, asked, askedName, aggregates);
  const all = [...before.figures, ...after.figures];
  const isValid = sql`${join(
    all.map((figure) => sql`${figure} is not null`),
    ' and ',
  )}`;
  const figures = all.map((figure) => sql`(case when ${isValid} then ${figure} end)`);
  const readMoments = aggregateMoments(askedName, figures, aggregates, {
    needsSpread: measure.kind !== 'total',
  });
  const answered = answeredTwice(before, after, asked);
  if (!answered) return readMoments;
  const answeredName = aggregates.add(answered);
  return (row) => ({
    ...readMoments(row),
    missing: readCount(row, askedName) - readCount(row, answeredName),
  });
}

/** How many people answered in both waves, where silence counts as no; null where the figures tell. */
function answeredTwice(before: FigureColumns, after: FigureColumns, asked: Sql | null): Sql | null {
  if (!before.answered || !after.answered) return null;
  return sql`count_if(${before.answered} and ${after.answered}${asked ? sql` and ${asked}` : sql``})`;
}

function aggregatePairedShare(
  before: FigureColumns,
  after: FigureColumns,
  asked: Sql | null,
  askedName: string,
  aggregates: AggregateList,
): StatisticsReader {
  const [first] = before.figures;
  const [second] = after.figures;
  if (!first || !second) throw new RangeError('a share has one figure a wave');
  const count = (condition: Sql): string => aggregates.add(sql`count_if(${condition})`);
  const names = {
    both: count(sql`${first} and ${second}`),
    onlyBaseline: count(sql`${first} and not ${second}`),
    onlyFollowUp: count(sql`not ${first} and ${second}`),
    neither: count(sql`not ${first} and not ${second}`),
  };
  const answered = answeredTwice(before, after, asked);
  const answeredName = answered ? aggregates.add(answered) : null;
  return (row: Row) => {
    const counts = {
      both: readCount(row, names.both),
      onlyBaseline: readCount(row, names.onlyBaseline),
      onlyFollowUp: readCount(row, names.onlyFollowUp),
      neither: readCount(row, names.neither),
    };
    const all = readCount(row, askedName);
    const n = counts.both + counts.onlyBaseline + counts.onlyFollowUp + counts.neither;
    return {
      shape: 'paired-share',
      asked: all,
      n,
      missing: all - (answeredName ? readCount(row, answeredName) : n),
      ...counts,
    };
  };
}

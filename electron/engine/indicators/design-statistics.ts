import type { Variable } from '../../../shared/domain/instrument';
import { asNumber, type Session } from '../db/session';
import { ident, join, type Sql, sql } from '../db/sql';
import type { ResolvedSampling } from '../design/resolved-sampling';
import { inSample, type WaveSample, weightExpression } from '../design/sample-frame';
import { waveTable } from '../projects/open-project';
import { createAggregateList } from './aggregates';
import { answeredVariables, canMeasure, type MeasuredWave } from './compute-statistics';
import { requireVariable, type VariableLookup, type WaveVariable } from './condition-sql';
import { countedOutright, type FigureColumns, figureColumns } from './figure-columns';
import { type GroupingSet, groupExpression, keyExpression } from './grouping';
import type { Measured } from './indicator-sql';
import { outsideEither } from './matched-statistics';
import { groupUnits, readUnitTable } from './unit-groups';
import { createSumList, sumFigure, type UnitFigure, type UnitReader } from './unit-sums';

/** A wave and its sample, found before. */
export type SampledWave = MeasuredWave & { rows: number };

/**
 * Statistics and samples of all indicators for all groups of all grouping sets, in one pass over a wave: for each
 * group and indicator one entry of sums a cluster (a stratum where rows are drawn on their own). Rows outside the
 * sample (weight zero) are left out. Counts of people are unweighted. Throws `variable-missing`.
 */
export async function computeDesignStatistics(
  session: Session,
  wave: SampledWave,
  variables: VariableLookup,
  indicators: readonly Measured[],
  groupingSets: readonly (readonly string[])[],
  sampling: ResolvedSampling,
  sample: WaveSample,
): Promise<GroupingSet[]> {
  const keys = [...new Set(groupingSets.flat())].map((key) => requireVariable(variables, key));
  const figures = indicators.map((indicator, index) =>
    canMeasure(indicator, variables) ? figureColumns(indicator, variables, `i${index}`) : null,
  );
  const table = ident(waveTable(wave.id));
  const measured = figures.flatMap((figure) => figure?.columns ?? []);
  const means = await approximateMeans(session, wave, table, figures, sql`true`);
  const isIn = inSample(sampling);
  const source = sql`(select ${join([...unitColumns(keys, sampling), ...measured])} from ${table}${isIn ? sql` where ${isIn}` : sql``})`;
  const prepared = figures.map((figure, index): UnitFigure | null =>
    figure
      ? {
          isShare: figure.shape === 'share',
          isPaired: false,
          values: figure.figures,
          origin: means[index] ?? [],
          asked: figure.asked,
          answered: figure.answered,
          notApplicable: figure.notApplicable,
        }
      : null,
  );
  return readUnits(session, source, prepared, { keys, groupingSets, sampling, sample });
}

export type MatchedDesignInput = {
  baseline: SampledWave;
  followUp: SampledWave;
  variables: readonly Variable[];
  /** The variable that holds each person's identifier, answered in both waves and without repeats. */
  identifierId: string;
  indicators: readonly Measured[];
  groupingSets: readonly (readonly string[])[];
  sampling: ResolvedSampling;
  /** The baseline's, of which the people found again are a part. */
  sample: WaveSample;
};

/**
 * The same over the people found in both waves. Stratum, cluster and weight are those of each person's baseline row, and
 * so is the sample: who was not found again stays in it with nothing to add, as in a subset of a survey design.
 */
export async function computeMatchedDesignStatistics(
  session: Session,
  input: MatchedDesignInput,
): Promise<GroupingSet[]> {
  const { baseline, followUp, indicators, sampling } = input;
  const sides = {
    baseline: answeredVariables(input.variables, baseline),
    followUp: answeredVariables(input.variables, followUp),
  };
  const keys = [...new Set(input.groupingSets.flat())].map((key) => requireVariable(sides.baseline, key));
  const columns = (side: VariableLookup, prefix: string): (FigureColumns | null)[] =>
    indicators.map((indicator, index) =>
      canMeasure(indicator, sides.baseline) && canMeasure(indicator, sides.followUp)
        ? figureColumns(countedOutright(indicator), side, `${prefix}${index}`)
        : null,
    );
  const before = columns(sides.baseline, 'b');
  const after = columns(sides.followUp, 'f');
  const identifier = ident(input.identifierId);
  const tables = { baseline: ident(waveTable(baseline.id)), followUp: ident(waveTable(followUp.id)) };
  const isIn = inSample(sampling);
  const side = (table: Sql, extra: readonly Sql[], condition: Sql): Sql =>
    sql`(select ${join([sql`${identifier} as person`, ...extra])} from ${table} where ${identifier} is not null${condition})`;
  const columnsOf = (figures: readonly (FigureColumns | null)[]): Sql[] =>
    figures.flatMap((figure) => figure?.columns ?? []);
  const source = sql`(select * from ${side(
    tables.baseline,
    [...unitColumns(keys, sampling), ...columnsOf(before)],
    isIn ? sql` and ${isIn}` : sql``,
  )} as baseline join ${side(tables.followUp, columnsOf(after), sql``)} as follow_up using (person))`;
  const known = sql`${identifier} is not null`;
  const meansBefore = await approximateMeans(session, baseline, tables.baseline, before, known);
  const meansAfter = await approximateMeans(session, followUp, tables.followUp, after, known);
  const prepared = before.map((first, index): UnitFigure | null => {
    const second = after[index];
    return first && second
      ? pairFigures(first, second, [...(meansBefore[index] ?? []), ...(meansAfter[index] ?? [])])
      : null;
  });
  return readUnits(session, source, prepared, {
    keys,
    groupingSets: input.groupingSets,
    sampling,
    sample: input.sample,
  });
}

// People are asked if both waves asked them; their values count where both waves have all of them.
function pairFigures(before: FigureColumns, after: FigureColumns, origin: readonly number[]): UnitFigure {
  const filters = [before.asked, after.asked].filter((filter) => filter !== null);
  const values = [...before.figures, ...after.figures];
  const isValid = join(
    values.map((value) => sql`${value} is not null`),
    ' and ',
  );
  return {
    isShare: before.shape === 'share',
    isPaired: true,
    values: values.map((value) => sql`(case when ${isValid} then ${value} end)`),
    origin,
    asked: filters.length > 0 ? sql`(${join(filters, ' and ')})` : null,
    answered: before.answered && after.answered ? sql`(${before.answered} and ${after.answered})` : null,
    notApplicable: outsideEither(before, after),
  };
}

function unitColumns(keys: readonly WaveVariable[], { stratum, cluster, weight }: ResolvedSampling): Sql[] {
  return [
    ...keys.map((variable, index) => sql`${keyExpression(variable)} as ${ident(`g${index}`)}`),
    ...(stratum ? [sql`${groupExpression(stratum)} as stratum`] : [sql`null::varchar as stratum`]),
    ...(cluster ? [sql`${groupExpression(cluster)} as cluster`] : [sql`null::varchar as cluster`]),
    ...(weight ? [sql`${weightExpression(weight)} as weight`] : []),
  ];
}

type Grouping = {
  keys: readonly Variable[];
  groupingSets: readonly (readonly string[])[];
  sampling: ResolvedSampling;
  sample: WaveSample;
};

async function readUnits(
  session: Session,
  source: Sql,
  figures: readonly (UnitFigure | null)[],
  { keys, groupingSets, sampling, sample }: Grouping,
): Promise<GroupingSet[]> {
  const aggregates = createAggregateList();
  const sums = createSumList(aggregates);
  const peopleAt = sums.add(sql`count(*)`);
  const clusterId = sampling.cluster?.id ?? null;
  const isByCluster = clusterId !== null && keys.some(({ id }) => id === clusterId);
  const weight = sampling.weight ? ident('weight') : null;
  const needsSquares = clusterId === null || (isByCluster && weight !== null);
  const centred: Sql[] = [];
  const readers = figures.map((figure, index): UnitReader | null => {
    if (!figure) return null;
    const values = figure.values.map((value, position) => {
      const name = ident(`y${index}_${position}`);
      const from = figure.isShare ? value : sql`${value} - ${figure.origin[position] ?? 0}::double`;
      centred.push(sql`${from} as ${name}`);
      return name;
    });
    const origin = figure.isShare ? values.map(() => 0) : figure.origin;
    return sumFigure({ ...figure, values, origin }, sums, { weight, needsSquares });
  });
  const names = join([...keys.map((_, index) => ident(`g${index}`)), ident('stratum'), ident('cluster')]);
  const values = centred.length > 0 ? sql`, ${join(centred)}` : sql``;
  const columns = await session.columns(
    sql`select ${names}, ${join(aggregates.selected())} from (select *${values} from ${source}) group by ${names}`,
  );
  return groupUnits({
    table: readUnitTable(columns, keys.length),
    keys: keys.map(({ id }) => id),
    groupingSets,
    readers,
    peopleAt,
    sample,
    clusterId,
    hasWeights: weight !== null,
  });
}

const rowsForMeans = 20_000;
const bitsOfMeans = 20;

/**
 * About the mean of each number an indicator takes, from some of the rows: taken off every value, it keeps sums of
 * squares from losing digits. Zeros for shares, which need none.
 */
async function approximateMeans(
  session: Session,
  wave: SampledWave,
  table: Sql,
  figures: readonly (FigureColumns | null)[],
  condition: Sql,
): Promise<number[][]> {
  const numbers = figures.flatMap((figure) => (figure && figure.shape !== 'share' ? [figure] : []));
  const names = numbers.flatMap((figure) => figure.figures);
  const step = Math.max(1, Math.ceil(wave.rows / rowsForMeans));
  const row =
    names.length === 0
      ? null
      : await session.first(
          sql`select ${join(names.map((name, index) => sql`avg(${name}) as ${ident(`m${index}`)}`))}
              from (select ${join(numbers.flatMap(({ columns }) => columns))} from ${table} where line % ${step} = 0 and ${condition})`,
        );
  let position = 0;
  return figures.map((figure) => {
    if (!figure || figure.shape === 'share') return (figure?.figures ?? []).map(() => 0);
    return figure.figures.map(() => {
      const mean = asNumber(row?.[`m${position}`]) ?? 0;
      position += 1;
      return roundToBits(mean);
    });
  });
}

// A binary fraction, so that whole numbers less their origin are exact and sums give whole numbers back.
function roundToBits(value: number): number {
  if (value === 0) return 0;
  const unit = 2 ** (Math.floor(Math.log2(Math.abs(value))) - bitsOfMeans);
  const rounded = Math.round(value / unit) * unit;
  return Number.isFinite(rounded) ? rounded : 0;
}

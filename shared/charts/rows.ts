import {
  type ChangeDirection,
  type ChangeResult,
  type ComparisonResult,
  type ComparisonRow,
  notAskedGroup,
  type ReliabilityLabel,
  type WaveCell,
} from '../domain/comparison';
import type { IndicatorId } from '../domain/ids';
import { AppError } from '../errors';
import type { Locale } from '../text/catalogue';
import { type Caveat, caveatOf } from '../text/caveats';
import { isShareStyle } from '../text/format';
import { type TableReliability, tableReliability } from './reliability';
import type { ChartWave } from './types';
import { chartWords } from './words';

export type ChartIndicator = ComparisonResult['indicators'][number];
/** What a row needs to know to be written; a row may also be a category that is no indicator. */
export type RowMeasure = Omit<ChartIndicator, 'id'>;
/** Both ends of an interval, in the unit of the figure. */
export type Ends = { lower: number; upper: number };

/** A figure as it may be drawn. A protected one carries nothing, so nothing of it can reach a drawing. */
export type Figure =
  | {
      state: 'shown';
      value: number;
      interval: Ends | null;
      n: number | null;
      /** Null where no standard judged it. */
      reliability: ReliabilityLabel | null;
    }
  | { state: 'protected' }
  | { state: 'empty' };

export type DrawnChange = {
  value: number;
  interval: Ends | null;
  direction: ChangeDirection;
  caveat: Caveat | null;
};

/** One line of a chart: a group, or an indicator over everybody. `figures` follow the waves; `changes` the follow-ups. */
export type ChartRow = {
  id: string;
  label: string;
  isTotal: boolean;
  indicator: RowMeasure;
  figures: readonly Figure[];
  changes: readonly (DrawnChange | null)[];
};

/** The rows of a chart on one common scale. `omitted` names indicators of another unit, which cannot share it. */
export type RowSet = {
  by: 'group' | 'indicator';
  waves: readonly ChartWave[];
  rows: readonly ChartRow[];
  /** Sets unit and decimals of the axis. */
  indicator: RowMeasure;
  omitted: readonly string[];
  breakdown: readonly string[];
  level: number | null;
  threshold: number;
  matched: 'no' | 'pair' | 'each-wave';
  reliability: TableReliability | null;
};

/** A cell as a figure; what is not finite counts as absent. */
export function toFigure(cell: WaveCell | undefined): Figure {
  if (!cell) return { state: 'empty' };
  if (cell.status === 'suppressed') return { state: 'protected' };
  if (cell.status === 'empty' || cell.estimate === null || !Number.isFinite(cell.estimate))
    return { state: 'empty' };
  return {
    state: 'shown',
    value: cell.estimate,
    interval: finiteEnds(cell.interval),
    n: cell.n,
    reliability: cell.precision?.reliability?.label ?? null,
  };
}

/** The ends of an interval; null where it has none or one is not finite. */
export function finiteEnds(interval: Ends | null): Ends | null {
  if (!interval || !Number.isFinite(interval.lower) || !Number.isFinite(interval.upper)) return null;
  return { lower: interval.lower, upper: interval.upper };
}

/** The waves of a comparison, baseline first, then the follow-ups in the order of the specification. */
export function orderedWaves(result: ComparisonResult): ChartWave[] {
  const ids = [result.spec.baselineWaveId, ...result.spec.followUpWaveIds];
  return ids.flatMap((id) => result.waves.filter((wave) => wave.id === id));
}

function toChange(change: ChangeResult | undefined, level: number): DrawnChange | null {
  if (change?.status !== 'shown' || change.change === null || !Number.isFinite(change.change)) return null;
  if (toFigure(change.baseline).state !== 'shown' || toFigure(change.followUp).state !== 'shown') return null;
  return {
    value: change.change,
    interval: finiteEnds(change.interval),
    direction: change.direction,
    caveat: caveatOf(change, level),
  };
}

function followsPair(result: ComparisonResult): boolean {
  return result.spec.linkage === 'matched' && result.spec.followUpWaveIds.length === 1;
}

/** The cells a chart draws: for one matched follow-up the people valid in both waves, otherwise all of each wave. */
function drawnCells(result: ComparisonResult, row: ComparisonRow): (WaveCell | undefined)[] {
  const pair = row.changes[0];
  if (followsPair(result) && pair) return [pair.baseline, pair.followUp];
  return orderedWaves(result).map((wave) => row.cells.find((cell) => cell.waveId === wave.id));
}

/** Names a group the same for every indicator. */
export function groupId(key: ComparisonRow['key']): string {
  return JSON.stringify(key.map((part) => part.value));
}

function toRow(
  result: ComparisonResult,
  row: ComparisonRow,
  indicator: ChartIndicator,
  label: string,
  isTotal: boolean,
): ChartRow {
  return {
    id: groupId(row.key),
    label,
    isTotal,
    indicator,
    figures: drawnCells(result, row).map(toFigure),
    changes: result.spec.followUpWaveIds.map((id) =>
      toChange(
        row.changes.find((change) => change.followUpWaveId === id),
        result.spec.confidenceLevel,
      ),
    ),
  };
}

/** The label of a group; everybody is `Total`, people who did not answer the breakdown `Sin respuesta`, those not asked `No corresponde`. */
export function keyLabel(key: ComparisonRow['key'], locale: Locale): string {
  const words = chartWords(locale);
  if (key.length === 0) return words.everybody;
  return key
    .map(({ value, label }) =>
      value === null ? words.unanswered : value === notAskedGroup ? words.notAsked : label,
    )
    .join(' · ');
}

/** Orders groups by label as a person would (9 before 10), everybody first, those not asked and the unanswered last. */
export function compareKeys(locale: Locale): (a: ComparisonRow['key'], b: ComparisonRow['key']) => number {
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  return (a, b) => {
    if (a.length !== b.length) return a.length - b.length;
    for (const [index, part] of a.entries()) {
      const other = b[index];
      if (!other) return 1;
      const place = unaskedLast(part.value) - unaskedLast(other.value);
      if (place !== 0) return place;
      const order = collator.compare(part.label, other.label);
      if (order !== 0) return order;
    }
    return 0;
  };
}

function unaskedLast(value: string | null): number {
  return value === null ? 2 : value === notAskedGroup ? 1 : 0;
}

/** The groups of a comparison that one chart shows: everybody, and the full breakdown, margins left out. */
export function groupRows(
  result: ComparisonResult,
  indicatorId: IndicatorId,
  locale: Locale,
): ComparisonRow[] {
  const order = compareKeys(locale);
  return result.rows
    .filter((row) => row.indicatorId === indicatorId)
    .filter((row) => row.key.length === 0 || row.key.length === result.breakdown.length)
    .sort((a, b) => order(a.key, b.key));
}

type RowMaker<Row> = (
  result: ComparisonResult,
  row: ComparisonRow,
  indicator: ChartIndicator,
  label: string,
  isTotal: boolean,
) => Row;

/**
 * A drawn row for each group of `named`, labelled by the group, or without it for each of `indicators` over everybody,
 * labelled by its name. Throws `chart-not-applicable` where there is none.
 */
export function eachRow<Row>(
  result: ComparisonResult,
  named: ChartIndicator | undefined,
  indicators: readonly ChartIndicator[],
  locale: Locale,
  make: RowMaker<Row>,
): Row[] {
  const rows = named
    ? groupRows(result, named.id, locale).map((row) =>
        make(result, row, named, keyLabel(row.key, locale), row.key.length === 0),
      )
    : indicators.flatMap((indicator) =>
        result.rows
          .filter((row) => row.indicatorId === indicator.id && row.key.length === 0)
          .map((row) => make(result, row, indicator, indicator.name, false)),
      );
  if (rows.length === 0) throw new AppError('chart-not-applicable', { reason: 'no-rows' });
  return rows;
}

/**
 * The rows of a chart: the groups of one indicator, or, when none is named and there are several, all indicators
 * that share the first one's unit, over everybody. Throws `chart-not-applicable` when there is nothing to draw.
 */
export function chooseRows(
  result: ComparisonResult,
  indicatorId: IndicatorId | null,
  locale: Locale,
): RowSet {
  const only = result.indicators.length === 1 ? result.indicators[0] : undefined;
  const named = indicatorId === null ? only : result.indicators.find((each) => each.id === indicatorId);
  const first = named ?? result.indicators[0];
  if (!first || (indicatorId !== null && !named))
    throw new AppError('chart-not-applicable', { reason: 'no-indicator' });
  const shared = named ? [named] : result.indicators.filter((each) => scaleName(each) === scaleName(first));
  const rows = eachRow(result, named, shared, locale, toRow);
  return {
    by: named ? 'group' : 'indicator',
    waves: orderedWaves(result),
    rows,
    indicator: first,
    omitted: named ? [] : result.indicators.filter((each) => !shared.includes(each)).map((each) => each.name),
    breakdown: named ? result.breakdown.map((each) => each.label) : [],
    level: rows.some(hasInterval) ? result.spec.confidenceLevel : null,
    threshold: result.privacy.threshold,
    matched: result.spec.linkage === 'independent' ? 'no' : followsPair(result) ? 'pair' : 'each-wave',
    reliability: tableReliability(result),
  };
}

function scaleName(indicator: ChartIndicator): string {
  return isShareStyle(indicator)
    ? 'share'
    : `${indicator.kind === 'count' || indicator.kind === 'total'} ${indicator.unit}`;
}

function hasInterval(row: ChartRow): boolean {
  return row.figures.some((figure) => figure.state === 'shown' && figure.interval !== null);
}

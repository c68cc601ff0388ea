import type {
  ChangeDirection,
  ChangeResult,
  ComparisonResult,
  ComparisonRow,
  ReliabilityLabel,
} from '../domain/comparison';
import type { IndicatorId } from '../domain/ids';
import { AppError } from '../errors';
import type { Locale } from '../text/catalogue';
import { type Caveat, caveatOf } from '../text/caveats';
import { isShareStyle } from '../text/format';
import { type TableReliability, tableReliability, worstReliability } from './reliability';
import { type ChartIndicator, type Ends, eachRow, finiteEnds, groupId, orderedWaves } from './rows';
import type { ChartWave } from './types';

/** A change as it may be drawn; `wave` is the place of its follow-up among the waves. A protected one carries nothing. */
export type ForestChange =
  | {
      state: 'shown';
      wave: number;
      value: number;
      interval: Ends | null;
      direction: ChangeDirection;
      caveat: Caveat | null;
      /** Valid answers of baseline and follow-up; the same people where matched. */
      n: { baseline: number | null; followUp: number | null };
      p: number | null;
      adjusted: ChangeResult['adjusted'];
      cautious: Ends | null;
      reason: string | null;
      /** The worse of its two figures; null where none was judged. */
      reliability: ReliabilityLabel | null;
    }
  | { state: 'protected'; wave: number }
  | { state: 'empty'; wave: number };

/** One line: a group, or an indicator over everybody, with one change for each follow-up. */
export type ForestRow = {
  id: string;
  label: string;
  isTotal: boolean;
  indicator: ChartIndicator;
  changes: readonly ForestChange[];
};

/** Lines of one unit, which share an axis. */
export type ForestPanel = { id: string; indicator: ChartIndicator; rows: readonly ForestRow[] };

export type ForestSet = {
  by: 'group' | 'indicator';
  waves: readonly ChartWave[];
  panels: readonly ForestPanel[];
  breakdown: readonly string[];
  level: number;
  threshold: number;
  isCensus: boolean;
  isMatched: boolean;
  reliability: TableReliability | null;
};

/**
 * The changes of a comparison: the groups of one indicator, or, when none is named and there are several, all
 * indicators over everybody, in one panel for each unit. Throws `chart-not-applicable` without follow-up or rows.
 */
export function chooseForest(
  result: ComparisonResult,
  indicatorId: IndicatorId | null,
  locale: Locale,
): ForestSet {
  const only = result.indicators.length === 1 ? result.indicators[0] : undefined;
  const named = indicatorId === null ? only : result.indicators.find((each) => each.id === indicatorId);
  if (indicatorId !== null && !named) throw new AppError('chart-not-applicable', { reason: 'no-indicator' });
  if (result.spec.followUpWaveIds.length === 0)
    throw new AppError('chart-not-applicable', { chart: 'forest', reason: 'no-follow-up' });
  const rows = eachRow(result, named, result.indicators, locale, toRow);
  return {
    by: named ? 'group' : 'indicator',
    waves: orderedWaves(result),
    panels: panelsOf(rows),
    breakdown: named ? result.breakdown.map((each) => each.label) : [],
    level: result.spec.confidenceLevel,
    threshold: result.privacy.threshold,
    isCensus: result.spec.coverage === 'census',
    isMatched: result.spec.linkage === 'matched',
    reliability: tableReliability(result),
  };
}

/** Every line of every panel. */
export function forestRows(set: ForestSet): readonly ForestRow[] {
  return set.panels.flatMap((panel) => panel.rows);
}

/** The changes that are shown. */
export function shownChanges(rows: readonly ForestRow[]): (ForestChange & { state: 'shown' })[] {
  return rows.flatMap((row) => row.changes.flatMap((change) => (change.state === 'shown' ? change : [])));
}

/** A mean of 1 to 5 and an index of 0 to 100 may both lack a unit, so kinds without one keep an axis each. */
function unitName({ kind, unit }: ChartIndicator): string {
  return isShareStyle({ kind }) ? 'share' : `${kind} ${unit}`;
}

function panelsOf(rows: readonly ForestRow[]): ForestPanel[] {
  const panels = new Map<string, { id: string; indicator: ChartIndicator; rows: ForestRow[] }>();
  for (const row of rows) {
    const id = unitName(row.indicator);
    const panel = panels.get(id);
    if (panel) panel.rows.push(row);
    else panels.set(id, { id, indicator: row.indicator, rows: [row] });
  }
  return [...panels.values()];
}

function toRow(
  result: ComparisonResult,
  row: ComparisonRow,
  indicator: ChartIndicator,
  label: string,
  isTotal: boolean,
): ForestRow {
  const changes = result.spec.followUpWaveIds.map((id, index) =>
    toForestChange(
      row.changes.find((change) => change.followUpWaveId === id),
      index + 1,
      result.spec.confidenceLevel,
    ),
  );
  return { id: `${indicator.id} ${groupId(row.key)}`, label, isTotal, indicator, changes };
}

function toForestChange(change: ChangeResult | undefined, wave: number, level: number): ForestChange {
  if (!change) return { state: 'empty', wave };
  const states = [change.status, change.baseline.status, change.followUp.status];
  if (states.includes('suppressed')) return { state: 'protected', wave };
  if (change.status === 'empty' || change.change === null || !Number.isFinite(change.change))
    return { state: 'empty', wave };
  return {
    state: 'shown',
    wave,
    value: change.change,
    interval: finiteEnds(change.interval),
    direction: change.direction,
    caveat: caveatOf(change, level),
    n: { baseline: change.baseline.n, followUp: change.followUp.n },
    p: change.test?.p ?? null,
    adjusted: change.adjusted ?? null,
    cautious: finiteEnds(change.cautious?.interval ?? null),
    reason: change.reason,
    reliability: worstReliability(
      [change.baseline, change.followUp].map((cell) => cell.precision?.reliability?.label ?? null),
    ),
  };
}

import type { ChartKind } from '../domain/chart';
import type { ComparisonResult, Distribution } from '../domain/comparison';
import { axesOf } from './axes';

/** The charts of a comparison that say something about it, the most fitting first; empty when nothing can be drawn. */
export function applicableCharts(result: ComparisonResult): ChartKind[] {
  if (result.rows.length === 0 || result.indicators.length === 0) return [];
  const hasGroups = result.rows.some((row) => row.key.length > 0);
  const hasSeveral = result.indicators.length > 1;
  const kinds: ChartKind[] =
    result.spec.followUpWaveIds.length > 1 ? ['slope', 'dumbbell', 'bars'] : ['dumbbell', 'bars', 'slope'];
  if (result.spec.followUpWaveIds.length > 0) kinds.push('forest');
  if (hasGroups || hasSeveral) kinds.push('small-multiples', 'heatmap');
  if (axesOf(result).length > 1) kinds.push('axes');
  if (result.spec.linkage === 'matched' && result.flows.length > 0) kinds.push('panel-flow');
  return kinds;
}

/** True for charts that show all indicators at once even where there are groups; the others show one at a time. */
export function isWholeChart(kind: ChartKind): boolean {
  return kind === 'heatmap' || kind === 'panel-flow' || kind === 'axes';
}

/** The charts of a distribution, the most fitting first. */
export function applicableDistributionCharts(distribution: Distribution): ('likert' | 'distribution')[] {
  if (distribution.options.length === 0) return [];
  const isScale = distribution.isOrdinal && !distribution.isMultiple && distribution.options.length > 1;
  return isScale ? ['likert', 'distribution'] : ['distribution'];
}

import type { ChartKind } from '../domain/chart';
import type { Distribution } from '../domain/comparison';
import { AppError } from '../errors';
import { chooseAnswers } from './answers';
import { axes } from './axes';
import { bars } from './bars';
import { distribution } from './distribution';
import { dumbbell } from './dumbbell';
import { chooseFlows, type PanelFlowInput, panelFlowSet } from './flow-set';
import { forest } from './forest';
import { chooseForest } from './forest-rows';
import { heatmap } from './heatmap';
import { likert } from './likert';
import { panelFlow } from './panel-flow';
import { chooseRows, orderedWaves } from './rows';
import { slope } from './slope';
import { smallMultiples } from './small-multiples';
import type { ChartContext, ChartInput, ChartSpec, DistributionInput } from './types';

export { applicableCharts, applicableDistributionCharts, isWholeChart } from './applicable';
export { buildCompositionChart } from './composition';
export { drawChart } from './draw';
export { buildMeasurementChart } from './measurement-chart';
export { serializeSvg } from './serialize';
export { buildSeriesChart } from './series';
export type * from './types';

/** One chart of a comparison. Throws AppError `chart-not-applicable` when the input cannot be drawn that way. */
export function buildChart(kind: ChartKind, input: ChartInput, context: ChartContext): ChartSpec {
  const rows = () => chooseRows(input.result, input.indicatorId, context.locale);
  switch (kind) {
    case 'dumbbell':
      return dumbbell(rows(), context);
    case 'bars':
      return bars(rows(), context);
    case 'slope':
      return slope(rows(), context);
    case 'small-multiples':
      return smallMultiples(rows(), context);
    case 'heatmap':
      return heatmap(input.result, context);
    case 'forest':
      return forest(chooseForest(input.result, input.indicatorId, context.locale), context);
    case 'axes':
      return axes(input.result, context);
    case 'panel-flow':
      return panelFlow(chooseFlows(input.result), context);
    case 'likert':
    case 'distribution':
      return buildDistributionChart(
        kind,
        { ...distributionInput(input), distribution: needed(input) },
        context,
      );
  }
}

/** One chart of the answers to a variable. Throws AppError `chart-not-applicable`, as where `likert` meets an unordered scale. */
export function buildDistributionChart(
  kind: 'likert' | 'distribution',
  input: DistributionInput,
  context: ChartContext,
): ChartSpec {
  if (kind === 'likert' && !input.distribution.isOrdinal) {
    throw new AppError('chart-not-applicable', { chart: kind, reason: 'not-ordinal' });
  }
  const answers = chooseAnswers(input, context.locale);
  return kind === 'likert' ? likert(answers, context) : distribution(answers, context);
}

/** Who was followed between the two waves of a panel. Throws `chart-not-applicable` where nobody can be. */
export function buildPanelFlowChart(result: PanelFlowInput, context: ChartContext): ChartSpec {
  return panelFlow(panelFlowSet(result), context);
}

function needed(input: ChartInput): Distribution {
  if (!input.distribution) throw new AppError('chart-not-applicable', { reason: 'no-distribution' });
  return input.distribution;
}

function distributionInput({ result }: ChartInput): Omit<DistributionInput, 'distribution'> {
  return { waves: orderedWaves(result), threshold: result.privacy.threshold };
}

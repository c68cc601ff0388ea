import type { VariableId } from '../domain/ids';
import type { PanelFigure, PanelResult } from '../domain/panel';
import { AppError } from '../errors';
import type { Locale } from '../text/catalogue';
import { dumbbell } from './dumbbell';
import { type ChartRow, type Figure, finiteEnds, type RowMeasure } from './rows';
import type { ChartContext, ChartSpec } from './types';
import { chartWords } from './words';

/** What the chart needs of a panel. */
export type CompositionInput = Pick<
  PanelResult,
  'waves' | 'composition' | 'compositionChange' | 'privacy'
> & {
  spec: Pick<PanelResult['spec'], 'baselineWaveId' | 'followUpWaveId' | 'confidenceLevel'>;
};

/**
 * Who the people of each wave are: the share of each category of a variable before and after, with intervals and the
 * difference. Throws `chart-not-applicable` where the variable is not in both waves.
 */
export function buildCompositionChart(
  result: CompositionInput,
  variableId: VariableId,
  context: ChartContext,
): ChartSpec {
  const composition = result.compositionChange.find((each) => each.variableId === variableId);
  const waves = [result.spec.baselineWaveId, result.spec.followUpWaveId].flatMap((id) =>
    result.waves.filter((wave) => wave.id === id),
  );
  if (!composition || composition.categories.length === 0 || waves.length < 2)
    throw new AppError('chart-not-applicable', { chart: 'dumbbell', reason: 'no-composition' });
  const measure: RowMeasure = {
    name: result.composition.find((each) => each.id === variableId)?.label ?? '',
    kind: 'proportion',
    direction: 'neutral',
    unit: '%',
    decimals: 1,
    target: null,
  };
  const rows = composition.categories.map((category) => categoryRow(category, measure, context.locale));
  const hasInterval = rows.some((row) =>
    row.figures.some((figure) => figure.state === 'shown' && figure.interval !== null),
  );
  return dumbbell(
    {
      by: 'group',
      waves,
      rows,
      indicator: measure,
      omitted: [],
      breakdown: [],
      level: hasInterval ? result.spec.confidenceLevel : null,
      threshold: result.privacy.threshold,
      matched: 'no',
      reliability: null,
    },
    context,
  );
}

type Category = PanelResult['compositionChange'][number]['categories'][number];

function categoryRow(category: Category, measure: RowMeasure, locale: Locale): ChartRow {
  const { baseline, followUp, difference, value, label } = category;
  const figures = [toFigure(baseline), toFigure(followUp)];
  const isTold =
    difference.status === 'shown' &&
    difference.change !== null &&
    figures.every((figure) => figure.state === 'shown');
  return {
    id: JSON.stringify(value),
    label: value === null ? chartWords(locale).unanswered : label,
    isTotal: false,
    indicator: measure,
    figures,
    changes: [
      isTold && difference.change !== null
        ? {
            value: difference.change,
            interval: finiteEnds(difference.interval),
            direction: 'not-judged',
            caveat: null,
          }
        : null,
    ],
  };
}

function toFigure({ status, estimate, interval, n }: PanelFigure): Figure {
  if (status === 'suppressed') return { state: 'protected' };
  if (status === 'empty' || estimate === null || !Number.isFinite(estimate)) return { state: 'empty' };
  return { state: 'shown', value: estimate, interval: finiteEnds(interval), n, reliability: null };
}

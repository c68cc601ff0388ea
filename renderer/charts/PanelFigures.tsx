import { useCallback } from 'react';
import { buildCompositionChart, buildPanelFlowChart, type ChartContext } from '../../shared/charts';
import type { VariableId } from '../../shared/domain/ids';
import type { PanelResult } from '../../shared/domain/panel';
import { BuiltFigure } from './BuiltFigure';
import type { FigureLook } from './FigureFrame';

/** Who was followed from the baseline to the follow-up. */
export function PanelFlowFigure(props: FigureLook & { result: PanelResult }) {
  const { result, ...frame } = props;
  const build = useCallback((context: ChartContext) => buildPanelFlowChart(result, context), [result]);
  return <BuiltFigure {...frame} build={build} />;
}

/** The categories of one variable before and after. */
export function CompositionFigure(props: FigureLook & { result: PanelResult; variableId: VariableId }) {
  const { result, variableId, ...frame } = props;
  const build = useCallback(
    (context: ChartContext) => buildCompositionChart(result, variableId, context),
    [result, variableId],
  );
  return <BuiltFigure {...frame} build={build} />;
}

import { useCallback } from 'react';
import { buildSeriesChart, type ChartContext } from '../../shared/charts';
import type { SeriesResult } from '../../shared/domain/series';
import { BuiltFigure } from './BuiltFigure';
import type { FigureLook } from './FigureFrame';

/** A register by period, with its cut and lines. */
export function SeriesFigure(props: FigureLook & { result: SeriesResult }) {
  const { result, ...frame } = props;
  const build = useCallback((context: ChartContext) => buildSeriesChart(result, context), [result]);
  return <BuiltFigure {...frame} build={build} />;
}

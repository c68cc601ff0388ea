import { useElementSize } from '@mantine/hooks';
import type { SeriesResult } from '../../shared/domain/series';
import { FigureFrame, type FigureLook } from './FigureFrame';
import { figureWidth, useSeriesChart } from './use-chart';

/** A register by period on screen, with its cut and lines; read as a table, copied and saved like any other chart. */
export function SeriesFigure(props: FigureLook & { result: SeriesResult }) {
  const { result, ...frame } = props;
  const { ref, width } = useElementSize<HTMLDivElement>();
  const built = useSeriesChart(result, figureWidth(width));
  return <FigureFrame {...frame} built={built} placeRef={ref} />;
}

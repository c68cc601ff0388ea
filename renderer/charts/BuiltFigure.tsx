import { useElementSize } from '@mantine/hooks';
import type { ChartContext, ChartSpec } from '../../shared/charts';
import { FigureFrame, type FigureLook } from './FigureFrame';
import { figureWidth, useBuiltChart } from './use-chart';

/** The chart that `build` makes, on screen like any other; `build` must stay the same function from draw to draw. */
export function BuiltFigure(props: FigureLook & { build: (context: ChartContext) => ChartSpec }) {
  const { build, ...frame } = props;
  const { ref, width } = useElementSize<HTMLDivElement>();
  const built = useBuiltChart(build, figureWidth(width));
  return <FigureFrame {...frame} built={built} placeRef={ref} />;
}

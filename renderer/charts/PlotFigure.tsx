import { useElementSize } from '@mantine/hooks';
import type { ChartInput } from '../../shared/charts';
import type { ChartKind } from '../../shared/domain/chart';
import { FigureFrame, type FigureLook } from './FigureFrame';
import { figureWidth, useChart } from './use-chart';

export type PlotFigureProps = FigureLook & { kind: ChartKind; input: ChartInput };

/**
 * A chart on screen, from the same builder as in reports, as wide as its place. It can be read as a table, copied
 * and saved; its alternative text carries every figure.
 */
export function PlotFigure(props: PlotFigureProps) {
  const { kind, input, ...frame } = props;
  const { ref, width } = useElementSize<HTMLDivElement>();
  const built = useChart(kind, input, figureWidth(width));
  return <FigureFrame {...frame} built={built} placeRef={ref} />;
}

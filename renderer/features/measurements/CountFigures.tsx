import { useCallback } from 'react';
import { buildMeasurementChart, type ChartContext } from '../../../shared/charts';
import type { MeasurementChart, MeasurementResult } from '../../../shared/domain/measurement';
import { BuiltFigure } from '../../charts/BuiltFigure';
import classes from './measurements.module.css';
import { useCountExport } from './use-count-export';

/** Every chart of a count; with a name, each can be saved as it would stand in a report. */
export function CountFigures(props: { result: MeasurementResult; name: string | undefined }) {
  const { result, name } = props;
  if (result.charts.length === 0) return null;
  return (
    <div className={classes.charts}>
      {result.charts.map((chart, index) => (
        <CountFigure
          // The place of a chart is its name: the same specification gives the same charts in the same order.
          key={`${index} ${chart.kind}`}
          chart={chart}
          index={index}
          result={result}
          name={name}
        />
      ))}
    </div>
  );
}

function CountFigure(props: {
  chart: MeasurementChart;
  index: number;
  result: MeasurementResult;
  name: string | undefined;
}) {
  const { chart, index, result, name } = props;
  const save = useCountExport();
  const build = useCallback(
    (context: ChartContext) => buildMeasurementChart(result, chart, context),
    [result, chart],
  );
  const { spec, audience } = result;
  return (
    <BuiltFigure
      build={build}
      onSave={
        name === undefined ? undefined : (format) => void save({ spec, audience, name, format, chart: index })
      }
    />
  );
}

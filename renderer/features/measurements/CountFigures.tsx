import { Button } from '@mantine/core';
import { useCallback, useState } from 'react';
import { buildMeasurementChart, type ChartContext } from '../../../shared/charts';
import { isMostlyProtected } from '../../../shared/charts/mostly-protected';
import type { MeasurementChart, MeasurementResult } from '../../../shared/domain/measurement-result';
import { formatNumber } from '../../../shared/text/format';
import { BuiltFigure } from '../../charts/BuiltFigure';
import { useLocale, useTexts } from '../../state/preferences';
import classes from './measurements.module.css';
import { useCountExport } from './use-count-export';

/** Every chart of a count; with a name, each can be saved as it would stand in a report. */
export function CountFigures(props: { result: MeasurementResult; name: string | undefined }) {
  const { measurementsUi } = useTexts();
  const { locale } = useLocale();
  const [isWhole, setWhole] = useState(false);
  const { result, name } = props;
  const telling = result.charts
    .map((chart, index) => ({ chart, index }))
    .filter(({ chart }) => !isMostlyProtected(chart, result));
  const many = telling.length;
  if (many === 0) return null;
  const isCut = many > mostCharts + 1 && !isWhole;
  return (
    <div className={classes.charts}>
      {(isCut ? telling.slice(0, mostCharts) : telling).map(({ chart, index }) => (
        <CountFigure
          // The place of a chart is its name: the same specification gives the same charts in the same order.
          key={`${index} ${chart.kind}`}
          chart={chart}
          index={index}
          result={result}
          name={name}
        />
      ))}
      {isCut && (
        <div>
          <Button variant="default" onClick={() => setWhole(true)}>
            {measurementsUi.result.allCharts(formatNumber(many, 0, locale))}
          </Button>
        </div>
      )}
    </div>
  );
}

const mostCharts = 3;

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

import { useMemo } from 'react';
import type { Audience } from '../../../shared/domain/comparison';
import type { MeasurementResult } from '../../../shared/domain/measurement-result';
import type { ReportBlock } from '../../../shared/domain/report';
import { measurementSentences } from '../../../shared/text/measurement-sentences';
import { useLocale, useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { CountFigures } from '../measurements/CountFigures';
import { CountNotices } from '../measurements/CountNotices';
import { CountTable } from '../measurements/CountTable';
import { BlockCaption } from './BlockCaption';
import classes from './reports.module.css';

type Block = Extract<ReportBlock, { kind: 'measurement' }>;

/** A register counted on its own as the report will show it. */
export function MeasurementBody(props: {
  block: Block;
  audience: Audience;
  onChange: (block: ReportBlock) => void;
}) {
  const { reportsUi, measurementsUi } = useTexts();
  const { block, audience } = props;
  const saved = useQueryMethod('measurement.list', {});
  const measurement = saved.data?.measurements.find(({ id }) => id === block.measurementId);
  const input = useMemo(
    () => (measurement ? { spec: measurement.spec, audience } : null),
    [measurement, audience],
  );
  const answer = useQueryMethod('measurement.compute', input, { keepsPrevious: true });
  if (saved.data && !measurement) return <p className={classes.gone}>{reportsUi.blocks.measurementGone}</p>;
  if (answer.error) return <ErrorState error={answer.error} onRetry={answer.retry} />;
  if (!answer.data)
    return <LoadingState label={measurementsUi.result.computing} progress={answer.progress} />;
  return (
    <div className={classes.live} data-stale={answer.isStale || undefined}>
      <PrintedCount block={block} result={answer.data} />
      <BlockCaption block={block} onChange={props.onChange} />
    </div>
  );
}

function PrintedCount({ block, result }: { block: Block; result: MeasurementResult }) {
  const { measurementsUi } = useTexts();
  const { locale } = useLocale();
  const sentences = block.showSentences ? measurementSentences(result, locale) : [];
  if (result.figures.length === 0) return <p className={classes.gone}>{measurementsUi.result.empty}</p>;
  return (
    <>
      {sentences.length > 0 && (
        <ul className={classes.sentences}>
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      <CountNotices notices={result.notices} />
      {block.showCharts && <CountFigures result={result} name={undefined} />}
      {block.showTables &&
        result.tables.map((table, index) => (
          <CountTable
            key={`${table.id} ${table.subject}`}
            table={table}
            result={result}
            isFolded={result.tables.length > 3 && index > 1}
          />
        ))}
    </>
  );
}

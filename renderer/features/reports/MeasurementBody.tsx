import { useMemo } from 'react';
import type { Audience } from '../../../shared/domain/comparison';
import type { ReportBlock } from '../../../shared/domain/report';
import { useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { BlockCaption } from './BlockCaption';
import classes from './reports.module.css';

type Block = Extract<ReportBlock, { kind: 'measurement' }>;

/** A register counted on its own as the report will show it. */
export function MeasurementBody(props: {
  block: Block;
  audience: Audience;
  onChange: (block: ReportBlock) => void;
}) {
  const { reportsUi, comparison: text } = useTexts();
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
  if (!answer.data) return <LoadingState label={text.result.computing} progress={answer.progress} />;
  return (
    <div className={classes.live} data-stale={answer.isStale || undefined}>
      <BlockCaption block={block} onChange={props.onChange} />
    </div>
  );
}

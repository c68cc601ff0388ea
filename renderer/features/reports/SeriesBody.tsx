import { useMemo } from 'react';
import type { Audience } from '../../../shared/domain/comparison';
import type { ReportBlock } from '../../../shared/domain/report';
import type { SeriesSpec } from '../../../shared/domain/series';
import { seriesSentences } from '../../../shared/text/series-sentences';
import { SeriesFigure } from '../../charts/SeriesFigure';
import { useLocale, useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { QuestionChanges } from '../../ui/QuestionChanges';
import { BlockCaption } from './BlockCaption';
import classes from './reports.module.css';

type Block = Extract<ReportBlock, { kind: 'series' }>;

/** A register by period as the report will show it: figure and what happened at the date. */
export function SeriesBody(props: {
  block: Block;
  audience: Audience;
  onChange: (block: ReportBlock) => void;
}) {
  const { series } = useTexts();
  const { locale } = useLocale();
  const { block, audience } = props;
  const spec = useMemo<SeriesSpec>(() => ({ ...block.spec, audience }), [block.spec, audience]);
  const answer = useQueryMethod('series.compute', spec, { keepsPrevious: true });
  if (answer.error) return <ErrorState error={answer.error} onRetry={answer.retry} />;
  if (!answer.data) return <LoadingState label={series.result.computing} progress={answer.progress} />;
  const result = answer.data;
  return (
    <div className={classes.live} data-stale={answer.isStale || undefined}>
      {result.points.length === 0 ? (
        <p className={classes.gone}>{series.result.noPeriods}</p>
      ) : (
        <SeriesFigure result={result} />
      )}
      {block.showSentences && block.spec.cutDate !== null && (
        <ul className={classes.sentences}>
          {seriesSentences(result, locale).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      <QuestionChanges result={result} />
      <BlockCaption block={block} onChange={props.onChange} />
    </div>
  );
}

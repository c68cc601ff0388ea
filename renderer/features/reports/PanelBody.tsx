import { useMemo } from 'react';
import type { Audience } from '../../../shared/domain/comparison';
import type { PanelSpec } from '../../../shared/domain/panel';
import type { ReportBlock } from '../../../shared/domain/report';
import { flowSentence } from '../../../shared/text/panel-sentences';
import { attritionSummary, weightingSummary } from '../../../shared/text/panel-summaries';
import { PanelFlowFigure } from '../../charts/PanelFigures';
import { useLocale, useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { QuestionChanges } from '../../ui/QuestionChanges';
import { BlockCaption } from './BlockCaption';
import classes from './reports.module.css';

type Block = Extract<ReportBlock, { kind: 'panel' }>;

/** Who was found again and whether it matters, as the report will tell it; its tables come with the files. */
export function PanelBody(props: {
  block: Block;
  audience: Audience;
  onChange: (block: ReportBlock) => void;
}) {
  const { reportsUi, panel, panelUi } = useTexts();
  const { locale } = useLocale();
  const { block, audience } = props;
  const comparisons = useQueryMethod('comparison.list', {});
  const comparison = comparisons.data?.comparisons.find((each) => each.id === block.comparisonId);
  const spec = useMemo<PanelSpec | null>(() => {
    if (!comparison) return null;
    const { baselineWaveId, followUpWaveIds, indicatorIds, coverage, sampling, confidenceLevel } =
      comparison.spec;
    const followUpWaveId = followUpWaveIds.find((id) => id === block.followUpWaveId) ?? followUpWaveIds[0];
    if (!followUpWaveId) return null;
    const chosen = indicatorIds.filter((id) => block.indicatorIds.includes(id));
    return {
      baselineWaveId,
      followUpWaveId,
      indicatorIds: chosen.length === 0 ? indicatorIds : chosen,
      compositionVariableIds: block.compositionVariableIds,
      coverage,
      ...(sampling ? { sampling } : {}),
      confidenceLevel,
      audience,
    };
  }, [comparison, block.followUpWaveId, block.indicatorIds, block.compositionVariableIds, audience]);
  const answer = useQueryMethod('panel.describe', spec, { keepsPrevious: true });
  if (comparisons.data && !comparison) {
    return <p className={classes.gone}>{reportsUi.blocks.comparisonGone}</p>;
  }
  if (answer.error) return <ErrorState error={answer.error} onRetry={answer.retry} />;
  if (!answer.data) return <LoadingState label={panelUi.computing} progress={answer.progress} />;
  const result = answer.data;
  const { flow, linkProblem, composition } = result;
  const sentences = [
    linkProblem ? panel.linkProblems[linkProblem] : '',
    flow ? flowSentence(flow, result.waves, locale) : '',
    attritionSummary(result, locale),
    composition.length > 0 ? weightingSummary(result, locale) : '',
  ].filter((text) => text !== '');
  return (
    <div className={classes.live} data-stale={answer.isStale || undefined}>
      {flow && <PanelFlowFigure result={result} />}
      <ul className={classes.sentences}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <QuestionChanges result={result} />
      <p className={classes.note}>{reportsUi.blocks.panelTables}</p>
      <BlockCaption block={block} onChange={props.onChange} />
    </div>
  );
}

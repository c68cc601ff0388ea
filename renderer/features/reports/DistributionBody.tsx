import { useMemo } from 'react';
import type { Audience, ComparisonSpec } from '../../../shared/domain/comparison';
import type { VariableId, WaveId } from '../../../shared/domain/ids';
import type { ReportBlock } from '../../../shared/domain/report';
import { PlotFigure } from '../../charts/PlotFigure';
import { useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import { useVariables } from '../../state/use-variables';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { QuestionChanges } from '../../ui/QuestionChanges';
import { BlockCaption } from './BlockCaption';
import classes from './reports.module.css';

type Block = Extract<ReportBlock, { kind: 'distribution' }>;

/** The answers to one question as the report will draw them. */
export function DistributionBody(props: {
  block: Block;
  audience: Audience;
  onChange: (block: ReportBlock) => void;
}) {
  const { reportsUi, comparison: text } = useTexts();
  const { block, audience } = props;
  const comparisons = useQueryMethod('comparison.list', {});
  const variables = useVariables();
  const comparison = comparisons.data?.comparisons.find((each) => each.id === block.comparisonId);
  const spec = useMemo<ComparisonSpec | null>(
    () => (comparison ? { ...comparison.spec, audience } : null),
    [comparison, audience],
  );
  const result = useQueryMethod('comparison.compute', spec, { keepsPrevious: true });
  const isKnown = variables.byId.has(block.variableId);
  const answer = useQueryMethod(
    'variable.distribution',
    spec && isKnown
      ? {
          variableId: block.variableId,
          waveIds: [spec.baselineWaveId, ...spec.followUpWaveIds],
          breakdown: spec.breakdown.slice(0, 1),
          audience,
        }
      : null,
    { keepsPrevious: true },
  );
  const failed = [result, answer].find((each) => each.error !== null);
  if (comparisons.data && !comparison) {
    return <p className={classes.gone}>{reportsUi.blocks.comparisonGone}</p>;
  }
  if (!variables.isLoading && !isKnown) {
    return <p className={classes.gone}>{reportsUi.blocks.variableNone}</p>;
  }
  if (failed?.error) return <ErrorState error={failed.error} onRetry={failed.retry} />;
  if (!answer.data || !result.data) return <LoadingState label={text.result.computing} />;
  return (
    <div className={classes.live} data-stale={answer.isStale || undefined}>
      <PlotFigure
        key={block.chart}
        kind={block.chart}
        input={{ result: result.data, indicatorId: null, distribution: answer.data }}
      />
      {spec?.followUpWaveIds.map((waveId) => (
        <AnswersChanges key={waveId} spec={spec} variableId={block.variableId} followUpWaveId={waveId} />
      ))}
      <BlockCaption block={block} onChange={props.onChange} />
    </div>
  );
}

/** What changed in the question drawn between the baseline and a follow-up; nothing while it is not known. */
function AnswersChanges(props: { spec: ComparisonSpec; variableId: VariableId; followUpWaveId: WaveId }) {
  const { variableId, followUpWaveId } = props;
  const { baselineWaveId, linkage, coverage, sampling, analysis, confidenceLevel, audience } = props.spec;
  const { data } = useQueryMethod('variable.compare', {
    variableId,
    baselineWaveId,
    followUpWaveId,
    linkage,
    coverage,
    sampling,
    analysis,
    confidenceLevel,
    audience,
    breakdown: props.spec.breakdown.slice(0, 1),
  });
  return data ? <QuestionChanges result={data} /> : null;
}

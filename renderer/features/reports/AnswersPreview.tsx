import type { ComparisonResult } from '../../../shared/domain/comparison';
import type { VariableId, WaveId } from '../../../shared/domain/ids';
import { scaleBehind } from '../../../shared/domain/scale-behind';
import { variableSentence } from '../../../shared/text/rank-sentences';
import { PlotFigure } from '../../charts/PlotFigure';
import { useLocale } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import { useVariables } from '../../state/use-variables';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';

/** All answers to the scales behind the indicators of a result, of everybody, as the report draws them below. */
export function AnswersPreview({ result }: { result: ComparisonResult }) {
  const variables = useVariables();
  const indicators = useQueryMethod('indicator.list', {}).data?.indicators ?? [];
  const printed = indicators.filter(({ id }) => result.indicators.some((each) => each.id === id));
  const scales = new Set(printed.flatMap((indicator) => scaleBehind(indicator, variables.all) ?? []));
  return [...scales].flatMap((variableId) =>
    result.spec.followUpWaveIds.map((followUpWaveId) => (
      <Answers
        key={`${variableId} ${followUpWaveId}`}
        result={result}
        variableId={variableId}
        followUpWaveId={followUpWaveId}
      />
    )),
  );
}

function Answers(props: { result: ComparisonResult; variableId: VariableId; followUpWaveId: WaveId }) {
  const { locale } = useLocale();
  const { result, variableId, followUpWaveId } = props;
  const { baselineWaveId, linkage, coverage, sampling, analysis, confidenceLevel, audience } = result.spec;
  const answer = useQueryMethod('variable.compare', {
    variableId,
    baselineWaveId,
    followUpWaveId,
    linkage,
    coverage,
    sampling,
    analysis,
    confidenceLevel,
    audience,
    breakdown: [],
  });
  if (answer.error) return <ErrorState error={answer.error} onRetry={answer.retry} />;
  if (!answer.data) return <LoadingState progress={answer.progress} />;
  const comparison = answer.data;
  const everybody = comparison.groups.find(({ key }) => key.length === 0);
  const two = {
    ...result,
    spec: { ...result.spec, followUpWaveIds: [followUpWaveId] },
    waves: comparison.waves,
  };
  return (
    <div>
      <PlotFigure
        kind="likert"
        input={{ result: two, indicatorId: null, distribution: comparison.distribution }}
      />
      {everybody && <p>{variableSentence(everybody, comparison, locale)}</p>}
    </div>
  );
}

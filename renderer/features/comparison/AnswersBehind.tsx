import type {
  ChangeResult,
  ComparisonResult,
  ComparisonRow,
  Distribution,
} from '../../../shared/domain/comparison';
import type { VariableId } from '../../../shared/domain/ids';
import type { Indicator } from '../../../shared/domain/indicator';
import { indicatorVariables } from '../../../shared/domain/indicator';
import { PlotFigure } from '../../charts/PlotFigure';
import { useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import { useVariables } from '../../state/use-variables';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import classes from './detail.module.css';

/** The scale whose answers stand behind an indicator; null where it rests on numbers or on several questions. */
export function useScaleBehind(indicatorId: Indicator['id']): VariableId | null {
  const { byId } = useVariables();
  const indicator = useQueryMethod('indicator.list', {}).data?.indicators.find(
    (each) => each.id === indicatorId,
  );
  if (!indicator) return null;
  const [only, ...others] = indicatorVariables({ measure: indicator.measure, filter: null });
  const type = only === undefined ? undefined : byId.get(only)?.type;
  const isScale = type === 'ordinal' || type === 'single';
  return only !== undefined && others.length === 0 && isScale ? only : null;
}

/** All the answers to the question behind an indicator, in both waves, for the people of a row. */
export function AnswersBehind(props: {
  result: ComparisonResult;
  row: ComparisonRow;
  change: ChangeResult;
  variableId: VariableId;
}) {
  const { comparison } = useTexts();
  const { result, row, change, variableId } = props;
  const answer = useQueryMethod('variable.distribution', {
    variableId,
    waveIds: [result.spec.baselineWaveId, change.followUpWaveId],
    breakdown: row.key.map((part) => part.variableId),
    audience: result.spec.audience,
  });
  if (answer.error) return <ErrorState error={answer.error} onRetry={answer.retry} />;
  if (!answer.data) return <LoadingState progress={answer.progress} />;
  const distribution = ofGroup(answer.data, row.key);
  return (
    <>
      <p className={classes.detailText}>{comparison.detail.answersHelp}</p>
      <PlotFigure
        look="quiet"
        kind={distribution.isOrdinal ? 'likert' : 'distribution'}
        input={{ result, indicatorId: null, distribution }}
      />
    </>
  );
}

/** The answers of one group alone, as if they were those of everybody. */
function ofGroup(distribution: Distribution, key: ComparisonRow['key']): Distribution {
  const isSame = (other: ComparisonRow['key']) =>
    other.length === key.length &&
    key.every((part) =>
      other.some((each) => each.variableId === part.variableId && each.value === part.value),
    );
  return {
    ...distribution,
    groups: distribution.groups.filter((group) => isSame(group.key)).map((group) => ({ ...group, key: [] })),
  };
}

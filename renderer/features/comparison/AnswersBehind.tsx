import { useMemo } from 'react';
import type {
  ChangeResult,
  ComparisonResult,
  ComparisonRow,
  Distribution,
} from '../../../shared/domain/comparison';
import type { VariableId } from '../../../shared/domain/ids';
import { type Indicator, indicatorVariables } from '../../../shared/domain/indicator';
import { variableSentence } from '../../../shared/text/rank-sentences';
import { variableWords } from '../../../shared/text/variable-figures';
import { PlotFigure } from '../../charts/PlotFigure';
import { useLocale, useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import { useVariables } from '../../state/use-variables';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { QuestionChanges } from '../../ui/QuestionChanges';
import { AnswersFacts } from './AnswersFacts';
import { answersInput } from './answers-input';
import classes from './detail.module.css';

/** The question whose answers stand behind an indicator; null where it rests on numbers or on several questions. */
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

/** All the answers to the question behind an indicator, in both waves, for the people of a row, and what they say. */
export function AnswersBehind(props: {
  result: ComparisonResult;
  row: ComparisonRow;
  change: ChangeResult;
  variableId: VariableId;
}) {
  const { comparison } = useTexts();
  const { locale } = useLocale();
  const { result, row, change, variableId } = props;
  const answer = useQueryMethod(
    'variable.compare',
    answersInput(result, {
      variableId,
      followUpWaveId: change.followUpWaveId,
      breakdown: row.key.map((part) => part.variableId),
    }),
  );
  const distribution = useMemo(
    () => (answer.data ? ofGroup(answer.data.distribution, row.key) : null),
    [answer.data, row.key],
  );
  if (answer.error) return <ErrorState error={answer.error} onRetry={answer.retry} />;
  if (!answer.data || !distribution) return <LoadingState progress={answer.progress} />;
  const group = answer.data.groups.find((each) => isSameKey(each.key, row.key));
  return (
    <>
      {group && <p className={classes.reading}>{variableSentence(group, answer.data, locale)}</p>}
      <p className={classes.detailText}>{comparison.detail.answersHelp}</p>
      <PlotFigure
        look="quiet"
        kind={distribution.isOrdinal ? 'likert' : 'distribution'}
        input={{ result, indicatorId: null, distribution }}
      />
      {result.spec.sampling?.weightId && (
        <p className={classes.detailText}>{variableWords(locale).drawnUnweighted}</p>
      )}
      <QuestionChanges result={answer.data} />
      {group && <AnswersFacts comparison={answer.data} group={group} />}
    </>
  );
}

/** The answers of one group alone, as if they were those of everybody. */
function ofGroup(distribution: Distribution, key: ComparisonRow['key']): Distribution {
  const groups = distribution.groups.filter((group) => isSameKey(group.key, key));
  return { ...distribution, groups: groups.map((group) => ({ ...group, key: [] })) };
}

function isSameKey(one: ComparisonRow['key'], other: ComparisonRow['key']): boolean {
  return (
    one.length === other.length &&
    one.every((part) =>
      other.some((each) => each.variableId === part.variableId && each.value === part.value),
    )
  );
}

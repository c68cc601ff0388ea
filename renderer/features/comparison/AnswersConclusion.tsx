import type { ComparisonResult } from '../../../shared/domain/comparison';
import type { VariableId, WaveId } from '../../../shared/domain/ids';
import { variableSentence } from '../../../shared/text/rank-sentences';
import { variableWords } from '../../../shared/text/variable-figures';
import { useLocale, useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import { QuestionChanges } from '../../ui/QuestionChanges';
import { AnswersFacts } from './AnswersFacts';
import { answersInput } from './answers-input';
import classes from './comparison.module.css';
import { Disclosure } from './Disclosure';

/** What all the answers to a question say between the baseline and a follow-up, with its method behind a line. */
export function AnswersConclusion(props: {
  result: ComparisonResult;
  variableId: VariableId;
  followUpWaveId: WaveId;
}) {
  const { comparison } = useTexts();
  const { locale } = useLocale();
  const { result, variableId, followUpWaveId } = props;
  const { data } = useQueryMethod(
    'variable.compare',
    answersInput(result, { variableId, followUpWaveId, breakdown: [] }),
  );
  const everybody = data?.groups.find((group) => group.key.length === 0);
  // A question that one of the waves did not ask is drawn all the same, without anything to conclude.
  if (!data || !everybody) return null;
  const { drawnMatched, drawnUnweighted } = variableWords(locale);
  const notes = [
    result.spec.linkage === 'matched' ? drawnMatched : null,
    result.spec.sampling?.weightId ? drawnUnweighted : null,
  ].filter((note) => note !== null);
  return (
    <div className={classes.conclusion}>
      <p className={classes.reading}>{variableSentence(everybody, data, locale)}</p>
      {notes.length > 0 && <p className={classes.small}>{notes.join(' ')}</p>}
      <QuestionChanges result={data} />
      <Disclosure label={comparison.methods.open}>
        <AnswersFacts comparison={data} group={everybody} />
      </Disclosure>
    </div>
  );
}

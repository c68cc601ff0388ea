import { Checkbox, TextInput } from '@mantine/core';
import { type Candidate, type Evaluator, scoreFault } from '../../../shared/domain/commission';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import classes from './commission.module.css';
import { NumberBox } from './NumberBox';
import { changeComment, changeRecusal, changeScore, commentOf, recusalOf, scoreOf } from './score-form';
import type { CommissionEditing } from './use-commission-editor';

type Props = { editing: CommissionEditing; evaluator: Evaluator; candidate: Candidate };

/** What one evaluator says of one practice: scores and a comment, or why not. */
export function ScoreRow({ editing, evaluator, candidate }: Props) {
  const { commissionUi } = useTexts();
  const words = commissionUi.scores;
  const { form } = editing;
  const pair = { evaluatorId: evaluator.id, candidateId: candidate.id };
  const recusal = recusalOf(form, pair);
  return (
    <tr>
      <th scope="row">
        {candidate.name}
        {candidate.municipality && <small>{candidate.municipality}</small>}
      </th>
      {recusal ? (
        <td colSpan={form.criteria.length + 1}>
          <div className={classes.recused}>
            {words.recused}
            <TextInput
              size="xs"
              aria-label={words.reasonOf(candidate.name)}
              placeholder={words.reason}
              maxLength={500}
              value={recusal.reason}
              onChange={(event) => {
                const reason = event.currentTarget.value;
                editing.change((now) => changeRecusal(now, pair, reason));
              }}
            />
          </div>
        </td>
      ) : (
        <>
          {form.criteria.map(({ id, name }) => (
            <td key={id}>
              <ScoreCell
                editing={editing}
                label={words.scoreOf(name, candidate.name)}
                scoreKey={{ ...pair, criterionId: id }}
              />
            </td>
          ))}
          <td className={classes.commentCell}>
            <TextInput
              size="xs"
              aria-label={words.commentOf(candidate.name)}
              maxLength={2000}
              value={commentOf(form, pair)}
              onChange={(event) => {
                const text = event.currentTarget.value;
                editing.change((now) => changeComment(now, pair, text));
              }}
            />
          </td>
        </>
      )}
      <td>
        <Checkbox
          aria-label={words.recuseOf(candidate.name)}
          checked={recusal !== null}
          onChange={(event) => {
            const reason = event.currentTarget.checked ? '' : null;
            editing.change((now) => changeRecusal(now, pair, reason));
          }}
        />
      </td>
    </tr>
  );
}

function ScoreCell(props: {
  editing: CommissionEditing;
  label: string;
  scoreKey: Parameters<typeof scoreOf>[1];
}) {
  const { commissionUi } = useTexts();
  const { locale } = useLocale();
  const { form } = props.editing;
  const { min, max, step } = form.scale;
  const number = (value: number): string => formatNumber(value, Number.isInteger(value) ? 0 : 1, locale);
  const range = commissionUi.scores.outside(number(min), number(max), number(step));
  return (
    <NumberBox
      isOptional
      size="xs"
      data-column={props.scoreKey.criterionId}
      aria-label={props.label}
      title={range}
      value={scoreOf(form, props.scoreKey)}
      faultOf={(value) => (scoreFault(form.scale, value) === null ? null : range)}
      onChange={(value) => props.editing.change((now) => changeScore(now, props.scoreKey, value))}
    />
  );
}

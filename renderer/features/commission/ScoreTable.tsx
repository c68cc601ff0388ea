import { Checkbox, NumberInput, TextInput } from '@mantine/core';
import type { Candidate, Evaluator } from '../../../shared/domain/commission';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import classes from './commission.module.css';
import { changeComment, changeRecusal, changeScore, isRecused, scoreOf } from './score-form';
import type { CommissionEditing } from './use-commission-editor';

type Props = { editing: CommissionEditing; evaluator: Evaluator };

/** One evaluator's scores: a row for each practice, a column for each criterion. */
export function ScoreTable({ editing, evaluator }: Props) {
  const { commissionUi } = useTexts();
  const words = commissionUi.scores;
  const { criteria, candidates } = editing.form;
  return (
    <section className={classes.frame} aria-label={words.table(evaluator.name)}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{commissionUi.candidates}</th>
            {criteria.map(({ id, name, description }) => (
              <th key={id} scope="col" title={description || name} className={classes.criterionHead}>
                {name}
              </th>
            ))}
            <th scope="col">{words.comment}</th>
            <th scope="col">{words.recuse}</th>
          </tr>
        </thead>
        <tbody>
          {candidates.map((candidate) => (
            <ScoreRow key={candidate.id} editing={editing} evaluator={evaluator} candidate={candidate} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ScoreRow({ editing, evaluator, candidate }: Props & { candidate: Candidate }) {
  const { commissionUi } = useTexts();
  const words = commissionUi.scores;
  const { form } = editing;
  const pair = { evaluatorId: evaluator.id, candidateId: candidate.id };
  const isOut = isRecused(form, pair);
  const comment =
    form.comments.find(
      (each) => each.evaluatorId === pair.evaluatorId && each.candidateId === pair.candidateId,
    )?.text ?? '';
  return (
    <tr data-recused={isOut || undefined}>
      <th scope="row">
        {candidate.name}
        {candidate.municipality && <small>{candidate.municipality}</small>}
      </th>
      {isOut ? (
        <td colSpan={form.criteria.length + 1} className={classes.recused}>
          {words.recused}
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
              value={comment}
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
          checked={isOut}
          onChange={(event) => {
            const { checked } = event.currentTarget;
            editing.change((now) => changeRecusal(now, pair, checked));
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
  return (
    <NumberInput
      size="xs"
      hideControls
      aria-label={props.label}
      title={commissionUi.scores.outside(number(min), number(max))}
      min={min}
      max={max}
      step={step}
      clampBehavior="strict"
      decimalSeparator={locale === 'es' ? ',' : '.'}
      value={scoreOf(form, props.scoreKey) ?? ''}
      onChange={(value) =>
        props.editing.change((now) =>
          changeScore(now, props.scoreKey, typeof value === 'number' && value >= min ? value : null),
        )
      }
    />
  );
}

import type { KeyboardEvent } from 'react';
import type { Evaluator } from '../../../shared/domain/commission';
import { useTexts } from '../../state/preferences';
import classes from './commission.module.css';
import { ScoreRow } from './ScoreRow';
import type { CommissionEditing } from './use-commission-editor';

/** One evaluator's scores: a row for each practice, a column for each criterion. */
export function ScoreTable({ editing, evaluator }: { editing: CommissionEditing; evaluator: Evaluator }) {
  const { commissionUi } = useTexts();
  const words = commissionUi.scores;
  const { criteria, candidates } = editing.form;
  return (
    <>
      <section className={classes.frame} aria-label={words.table(evaluator.name)}>
        <table className={classes.table} data-look="scores" onKeyDown={moveBetweenRows}>
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
      <p className={classes.help}>{words.keys}</p>
    </>
  );
}

const steps: Readonly<Record<string, number>> = { Enter: 1, ArrowDown: 1, ArrowUp: -1 };

/** Enter and the arrows go to the same column of the next row, as in a spreadsheet. */
function moveBetweenRows(event: KeyboardEvent<HTMLTableElement>): void {
  const step = steps[event.key];
  const { target, currentTarget } = event;
  if (step === undefined || !(target instanceof HTMLInputElement) || !target.dataset.column) return;
  const column = [...currentTarget.querySelectorAll('input')].filter(
    ({ dataset }) => dataset.column === target.dataset.column,
  );
  const next = column[column.indexOf(target) + step];
  event.preventDefault();
  next?.focus();
  next?.select();
}

import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { keptNames } from '../../../shared/commissions/row-names';
import { freeId } from '../../../shared/commissions/score-sheet';
import { useTexts } from '../../state/preferences';
import classes from './commission.module.css';
import { NameBox } from './NameBox';
import { RemoveButton } from './RemoveButton';
import type { CommissionEditing } from './use-commission-editor';

/** Who scores, by the name of a role. */
export function EvaluatorRows({ editing }: { editing: CommissionEditing }) {
  const { commissionUi: words } = useTexts();
  const { evaluators, scores } = editing.form;
  const kept = keptNames(evaluators, words.evaluatorName);
  function add(): void {
    editing.change((form) => ({
      evaluators: [
        ...form.evaluators,
        {
          id: freeId('evaluador', form.evaluators),
          name: words.evaluatorName(String(form.evaluators.length + 1)),
        },
      ],
    }));
  }
  return (
    <>
      <ol className={classes.rows}>
        {evaluators.map(({ id, name }, index) => (
          <li key={id} className={classes.evaluator}>
            <NameBox
              aria-label={words.evaluatorName(String(index + 1))}
              maxLength={120}
              value={name}
              kept={kept.get(id)}
              onChange={(typed) =>
                editing.change((form) => ({
                  evaluators: form.evaluators.map((each) =>
                    each.id === id ? { ...each, name: typed } : each,
                  ),
                }))
              }
            />
            <RemoveButton
              name={name || words.evaluatorName(String(index + 1))}
              editing={editing}
              scores={scores.filter(({ evaluatorId }) => evaluatorId === id).length}
              onClick={() =>
                editing.change((form) => ({ evaluators: form.evaluators.filter((each) => each.id !== id) }))
              }
            />
          </li>
        ))}
      </ol>
      <Button variant="default" size="xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={add}>
        {words.addEvaluator}
      </Button>
    </>
  );
}

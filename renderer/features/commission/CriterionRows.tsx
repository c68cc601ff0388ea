import { Button, NumberInput, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { Criterion } from '../../../shared/domain/commission';
import { formatPercent } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import classes from './commission.module.css';
import { RemoveButton } from './RemoveButton';
import { type CommissionEditing, freeId } from './use-commission-editor';

/** What the practices are judged by, each with its share of the whole. */
export function CriterionRows({ editing }: { editing: CommissionEditing }) {
  const { commissionUi: words } = useTexts();
  const { locale } = useLocale();
  const { criteria, scores } = editing.form;
  const whole = criteria.reduce((sum, { weight }) => sum + weight, 0);
  const change = (id: string, part: Partial<Criterion>): void =>
    editing.change((form) => ({
      criteria: form.criteria.map((each) => (each.id === id ? { ...each, ...part } : each)),
    }));
  function add(): void {
    editing.change((form) => ({
      criteria: [
        ...form.criteria,
        { id: freeId('criterio', form.criteria), name: '', description: '', weight: 1 },
      ],
    }));
  }
  return (
    <>
      <ol className={classes.rows}>
        {criteria.map(({ id, name, description, weight }, index) => {
          const number = String(index + 1);
          return (
            <li key={id} className={classes.criterion}>
              <TextInput
                aria-label={words.criterionName(number)}
                placeholder={words.criterionName(number)}
                maxLength={200}
                value={name}
                onChange={(event) => change(id, { name: event.currentTarget.value })}
              />
              <TextInput
                aria-label={words.criterionAbout(number)}
                placeholder={words.criterionAboutPlaceholder}
                maxLength={2000}
                value={description}
                onChange={(event) => change(id, { description: event.currentTarget.value })}
              />
              <NumberInput
                aria-label={words.weight(number)}
                min={0.01}
                max={1000}
                decimalSeparator=","
                value={weight}
                onChange={(value) => typeof value === 'number' && value > 0 && change(id, { weight: value })}
              />
              <span className={classes.share}>
                {words.share(formatPercent(whole === 0 ? null : weight / whole, 0, locale))}
              </span>
              <RemoveButton
                name={name || words.criterionName(number)}
                scores={scores.filter(({ criterionId }) => criterionId === id).length}
                onClick={() =>
                  editing.change((form) => ({ criteria: form.criteria.filter((each) => each.id !== id) }))
                }
              />
            </li>
          );
        })}
      </ol>
      <Button variant="default" size="xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={add}>
        {words.addCriterion}
      </Button>
    </>
  );
}

import { Button, Textarea } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { keptNames } from '../../../shared/commissions/row-names';
import { freeId } from '../../../shared/commissions/score-sheet';
import type { Criterion } from '../../../shared/domain/commission';
import { formatPercent } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import classes from './commission.module.css';
import { NameBox } from './NameBox';
import { NumberBox } from './NumberBox';
import { RemoveButton } from './RemoveButton';
import type { CommissionEditing } from './use-commission-editor';

/** What the practices are judged by, each with its share of the whole. */
export function CriterionRows({ editing }: { editing: CommissionEditing }) {
  const { commissionUi: words } = useTexts();
  const { criteria } = editing.form;
  const kept = keptNames(criteria, words.criterionName);
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
      {criteria.length > 0 && (
        <div className={classes.criterion} data-look="head" aria-hidden>
          <span>{words.columns.criterion}</span>
          <span>{words.columns.about}</span>
          <span>{words.columns.weight}</span>
        </div>
      )}
      <ol className={classes.rows}>
        {criteria.map((criterion, index) => (
          <CriterionRow
            key={criterion.id}
            editing={editing}
            criterion={criterion}
            number={String(index + 1)}
            kept={kept.get(criterion.id)}
          />
        ))}
      </ol>
      <Button variant="default" size="xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={add}>
        {words.addCriterion}
      </Button>
    </>
  );
}

type RowProps = {
  editing: CommissionEditing;
  criterion: Criterion;
  number: string;
  kept: string | undefined;
};

function CriterionRow({ editing, criterion, number, kept }: RowProps) {
  const { commissionUi: words } = useTexts();
  const { locale } = useLocale();
  const { id, name, description, weight } = criterion;
  const { criteria, scores } = editing.form;
  const whole = criteria.reduce((sum, each) => sum + each.weight, 0);
  const change = (part: Partial<Criterion>): void =>
    editing.change((form) => ({
      criteria: form.criteria.map((each) => (each.id === id ? { ...each, ...part } : each)),
    }));
  return (
    <li className={classes.criterion}>
      <NameBox
        aria-label={words.criterionName(number)}
        placeholder={words.criterionName(number)}
        maxLength={200}
        value={name}
        kept={kept}
        onChange={(next) => change({ name: next })}
      />
      <Textarea
        autosize
        minRows={1}
        aria-label={words.criterionAbout(number)}
        placeholder={words.criterionAboutPlaceholder}
        maxLength={2000}
        value={description}
        onChange={(event) => change({ description: event.currentTarget.value })}
      />
      <NumberBox
        aria-label={words.weight(number)}
        value={weight}
        faultOf={(value) => (value > 0 && value <= 1000 ? null : words.positive)}
        onChange={(value) => change({ weight: value })}
      />
      <span className={classes.share}>
        {words.share(formatPercent(whole === 0 ? null : weight / whole, 0, locale))}
      </span>
      <RemoveButton
        name={name || words.criterionName(number)}
        scores={scores.filter(({ criterionId }) => criterionId === id).length}
        editing={editing}
        onClick={() =>
          editing.change((form) => ({ criteria: form.criteria.filter((each) => each.id !== id) }))
        }
      />
    </li>
  );
}

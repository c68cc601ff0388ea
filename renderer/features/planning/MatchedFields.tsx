import { Checkbox, Select } from '@mantine/core';
import { useTexts } from '../../state/preferences';
import { FigureInput } from '../indicators/FigureInput';
import type { FieldsProps } from './PlanningFields';
import classes from './planning.module.css';
import { firstForm } from './planning-form';

const likenesses = { low: 0.3, middle: 0.5, high: 0.7 } as const;
const usualChangers = 0.3;

/** How alike both answers of a person are, and how many people will be lost. */
export function MatchedFields({ form, onChange }: FieldsProps) {
  const { planning } = useTexts();
  const words = planning.form;
  const isByChangers = form.changers !== null && form.outcome === 'proportion';
  const chosen = Object.entries(likenesses).find(([, value]) => value === form.correlation)?.[0] ?? 'middle';
  return (
    <>
      <div className={classes.row}>
        {isByChangers ? (
          <FigureInput
            label={words.changersShare}
            isShare
            width={220}
            value={form.changers}
            onChange={(changers) => onChange({ changers: changers ?? usualChangers })}
          />
        ) : (
          <Select
            label={words.likeness}
            w={320}
            value={chosen}
            data={(['low', 'middle', 'high'] as const).map((value) => ({
              value,
              label: words.likenesses[value],
            }))}
            onChange={(value) =>
              onChange({
                correlation: value === 'low' || value === 'high' ? likenesses[value] : firstForm.correlation,
              })
            }
          />
        )}
        <FigureInput
          label={words.attrition}
          isShare
          width={200}
          value={form.attrition}
          onChange={(attrition) => onChange({ attrition })}
        />
      </div>
      {!isByChangers && <p className={classes.hint}>{words.likenessHelp}</p>}
      {form.outcome === 'proportion' && (
        <Checkbox
          label={words.changers}
          checked={isByChangers}
          onChange={(event) => onChange({ changers: event.currentTarget.checked ? usualChangers : null })}
        />
      )}
    </>
  );
}

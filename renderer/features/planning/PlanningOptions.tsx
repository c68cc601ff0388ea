import { Checkbox, Select } from '@mantine/core';
import { formatPercent } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { FigureInput } from '../indicators/FigureInput';
import type { FieldsProps } from './PlanningFields';
import classes from './planning.module.css';

const powers = [0.7, 0.8, 0.9, 0.95];
const levels = [0.9, 0.95, 0.99];

/** Groups, population and how sure the plan must be. */
export function PlanningOptions({ form, onChange }: FieldsProps) {
  const { planning } = useTexts();
  const { locale } = useLocale();
  const words = planning.form;
  const percent = (value: number) => ({ value: String(value), label: formatPercent(value, 0, locale) });
  return (
    <div className={classes.options}>
      <Checkbox
        label={words.clusters}
        description={words.clustersHelp}
        checked={form.hasClusters}
        onChange={(event) => onChange({ hasClusters: event.currentTarget.checked })}
      />
      {form.hasClusters && (
        <>
          <div className={classes.row}>
            <FigureInput
              label={words.peopleEach}
              width={180}
              value={form.peopleEach}
              onChange={(peopleEach) => onChange({ peopleEach })}
            />
            <FigureInput
              label={words.intraclass}
              width={260}
              value={form.intraclassCorrelation}
              onChange={(intraclassCorrelation) => onChange({ intraclassCorrelation })}
            />
          </div>
          <p className={classes.hint}>{words.intraclassHelp}</p>
        </>
      )}
      <div>
        <FigureInput
          label={words.population}
          width={260}
          value={form.population}
          onChange={(population) =>
            onChange({ population: population === null ? null : Math.round(population) })
          }
        />
        <p className={classes.hint}>{words.populationHelp}</p>
      </div>
      <div className={classes.row}>
        <Select
          label={words.power}
          w={300}
          value={String(form.power)}
          data={powers.map(percent)}
          onChange={(value) => value !== null && onChange({ power: Number(value) })}
        />
        <Select
          label={words.level}
          w={140}
          value={String(form.confidenceLevel)}
          data={levels.map(percent)}
          onChange={(value) => value !== null && onChange({ confidenceLevel: Number(value) })}
        />
      </div>
    </div>
  );
}

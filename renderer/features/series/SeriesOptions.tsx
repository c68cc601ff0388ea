import { Checkbox, NumberInput, Select } from '@mantine/core';
import type { SeriesSpec } from '../../../shared/domain/series';
import { formatPercent } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { DateField } from '../../ui/DateField';
import classes from './series.module.css';

const levels = [0.9, 0.95, 0.99];
const mostLags = 60;

/** What is seldom changed. */
export function SeriesOptions(props: { spec: SeriesSpec; onChange: (change: Partial<SeriesSpec>) => void }) {
  const { series } = useTexts();
  const { locale } = useLocale();
  const { spec, onChange } = props;
  const words = series.spec;
  const offered = levels.includes(spec.confidenceLevel) ? levels : [...levels, spec.confidenceLevel].sort();
  return (
    <div className={classes.options}>
      <div className={classes.controls}>
        <div className={classes.day}>
          <DateField label={words.from} value={spec.from} onChange={(from) => onChange({ from })} />
        </div>
        <div className={classes.day}>
          <DateField label={words.to} value={spec.to} onChange={(to) => onChange({ to })} />
        </div>
        <Select
          label={words.level}
          className={classes.day}
          value={String(spec.confidenceLevel)}
          data={offered.map((level) => ({
            value: String(level),
            label: formatPercent(level, Number.isInteger(level * 100) ? 0 : 1, locale),
          }))}
          onChange={(value) => value !== null && onChange({ confidenceLevel: Number(value) })}
        />
        <NumberInput
          label={words.lags}
          className={classes.day}
          placeholder={words.lagsAutomatic}
          min={0}
          max={mostLags}
          allowDecimal={false}
          clampBehavior="strict"
          value={spec.lags ?? ''}
          onChange={(value) => onChange({ lags: typeof value === 'number' ? value : null })}
        />
      </div>
      <p className={classes.hint}>{words.lagsHelp}</p>
      <Checkbox
        label={words.seasonality}
        description={words.seasonalityHelp}
        checked={spec.seasonality !== 'none'}
        onChange={(event) =>
          onChange({ seasonality: event.currentTarget.checked ? 'month-dummies' : 'none' })
        }
      />
      <Checkbox
        label={words.partial}
        description={words.partialHelp}
        checked={spec.includePartial}
        onChange={(event) => onChange({ includePartial: event.currentTarget.checked })}
      />
    </div>
  );
}

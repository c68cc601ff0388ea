import { Input, MultiSelect, SegmentedControl, Select } from '@mantine/core';
import type { InstrumentId } from '../../../shared/domain/ids';
import { SeriesPeriod, type SeriesSpec, seriesPeriods } from '../../../shared/domain/series';
import { useTexts } from '../../state/preferences';
import { DateField } from '../../ui/DateField';
import { Disclosure } from '../comparison/Disclosure';
import { SeriesOptions } from './SeriesOptions';
import classes from './series.module.css';
import type { RegisterChoice } from './use-series-spec';

const everyCase = 'cases';

export type SeriesBarProps = {
  registers: readonly RegisterChoice[];
  register: RegisterChoice;
  spec: SeriesSpec;
  onChange: (change: Partial<SeriesSpec>) => void;
  onRegister: (id: InstrumentId) => void;
};

/** What is followed, since when something changed and for whom; the result below follows each change. */
export function SeriesBar(props: SeriesBarProps) {
  const { series } = useTexts();
  const { register, spec, onChange } = props;
  const words = series.spec;
  return (
    <section className={classes.bar} aria-label={words.label}>
      <div className={classes.controls}>
        <RegisterFields {...props} />
        {register.indicators.length > 0 && (
          <Select
            label={words.measure}
            className={classes.control}
            value={spec.measure.kind === 'cases' ? everyCase : spec.measure.indicatorId}
            data={[
              { value: everyCase, label: words.cases },
              ...register.indicators.map(({ id, name }) => ({ value: id as string, label: name })),
            ]}
            onChange={(value) => {
              const indicator = register.indicators.find(({ id }) => id === value);
              onChange({
                measure: indicator ? { kind: 'indicator', indicatorId: indicator.id } : { kind: 'cases' },
              });
            }}
          />
        )}
        <div className={classes.cut}>
          <DateField label={words.cut} value={spec.cutDate} onChange={(cutDate) => onChange({ cutDate })} />
        </div>
        <div className={classes.period}>
          <Input.Label component="span" id="series-period">
            {words.period}
          </Input.Label>
          <SegmentedControl
            aria-labelledby="series-period"
            value={spec.period}
            onChange={(value) => onChange({ period: SeriesPeriod.parse(value) })}
            data={seriesPeriods.map((value) => ({ value, label: words.periods[value] }))}
          />
        </div>
        <Select
          label={words.audience}
          className={classes.control}
          value={spec.audience}
          data={[
            { value: 'publication', label: words.audiences.publication },
            { value: 'internal', label: words.audiences.internal },
          ]}
          onChange={(value) => onChange({ audience: value === 'internal' ? 'internal' : 'publication' })}
        />
      </div>
      <div className={classes.more}>
        <Disclosure label={words.options}>
          <SeriesOptions spec={spec} onChange={onChange} />
        </Disclosure>
      </div>
    </section>
  );
}

/** Register, files and date, each only where there is a choice. */
function RegisterFields({ registers, register, spec, onChange, onRegister }: SeriesBarProps) {
  const { series } = useTexts();
  const words = series.spec;
  return (
    <>
      {registers.length > 1 && (
        <Select
          label={words.instrument}
          className={classes.control}
          value={register.instrument.id as string}
          data={registers.map(({ instrument }) => ({
            value: instrument.id as string,
            label: instrument.name,
          }))}
          onChange={(value) => {
            const chosen = registers.find(({ instrument }) => instrument.id === value);
            if (chosen) onRegister(chosen.instrument.id);
          }}
        />
      )}
      {register.waves.length > 1 && (
        <MultiSelect
          label={words.files}
          className={classes.control}
          value={[...spec.waveIds]}
          data={register.waves.map(({ id, name }) => ({ value: id as string, label: name }))}
          onChange={(values) => {
            const chosen = register.waves.filter(({ id }) => values.includes(id));
            if (chosen.length > 0) onChange({ waveIds: chosen.map(({ id }) => id) });
          }}
        />
      )}
      {register.dates.length > 1 && (
        <Select
          label={words.date}
          className={classes.control}
          value={spec.dateVariableId as string}
          data={register.dates.map(({ id, label }) => ({ value: id as string, label }))}
          onChange={(value) => {
            const chosen = register.dates.find(({ id }) => id === value);
            if (chosen) onChange({ dateVariableId: chosen.id });
          }}
        />
      )}
    </>
  );
}

import { Input, SegmentedControl, Select } from '@mantine/core';
import { useTexts } from '../../state/preferences';
import { ColumnField } from './ColumnField';
import type { FieldProps } from './field-props';
import { IndicatorsField, ValuesField } from './ListFields';
import classes from './measurements.module.css';

/** Who took part and who did not, and between which waves they changed. */
export function ContrastFields(props: FieldProps) {
  const words = useTexts().measurementsUi.fields;
  const { form, change, known } = props;
  const values = { instrument: props.instrument, columnId: form.columns.group };
  const waves = known.waves.filter(({ instrumentId }) => instrumentId === form.instrumentId);
  const names = waves.map(({ id, name }) => ({ value: id as string, label: name }));
  const waveOf = (id: string | null) => waves.find((wave) => wave.id === id)?.id ?? null;
  return (
    <>
      <IndicatorsField {...props} />
      <ColumnField {...props} slot="group" label={words.group} />
      <ValuesField
        {...values}
        label={words.exposed}
        value={form.exposedValues}
        onChange={(exposedValues) => change({ exposedValues })}
      />
      <ValuesField
        {...values}
        label={words.comparison}
        value={form.comparisonValues}
        onChange={(comparisonValues) => change({ comparisonValues })}
      />
      <div className={classes.halves}>
        <Select
          clearable
          label={words.baseline}
          placeholder={words.firstWave}
          value={form.baselineWaveId}
          data={names}
          onChange={(id) => change({ baselineWaveId: waveOf(id) })}
        />
        <Select
          clearable
          label={words.followUp}
          placeholder={words.lastWave}
          value={form.followUpWaveId}
          data={names}
          onChange={(id) => change({ followUpWaveId: waveOf(id) })}
        />
      </div>
      <Input.Wrapper label={words.linkage} labelElement="div">
        <SegmentedControl
          fullWidth
          aria-label={words.linkage}
          value={form.linkage}
          onChange={(value) => change({ linkage: value === 'matched' ? 'matched' : 'independent' })}
          data={[
            { value: 'matched', label: words.linkages.matched },
            { value: 'independent', label: words.linkages.independent },
          ]}
        />
      </Input.Wrapper>
    </>
  );
}

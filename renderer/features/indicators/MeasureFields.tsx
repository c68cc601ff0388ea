import { Group, NativeSelect, Radio, Stack } from '@mantine/core';
import { isNumeric } from '../../../shared/domain/instrument';
import { useTexts } from '../../state/preferences';
import { hiddenLabel } from '../../ui/hidden-label';
import { ConditionBuilder } from './ConditionBuilder';
import { IndexFields } from './IndexFields';
import type { MeasureForm, RatePer } from './indicator-form';
import { TopBoxFields } from './TopBoxFields';
import { VariableSelect } from './VariableSelect';

export type MeasureFieldsProps = { measure: MeasureForm; onChange: (change: Partial<MeasureForm>) => void };
const rateSteps: readonly RatePer[] = [1, 100, 1000, 10000, 100000];

/** What each kind of indicator needs to know. */
export function MeasureFields(props: MeasureFieldsProps) {
  const { indicators } = useTexts();
  const { measure, onChange } = props;
  const words = indicators.measure;
  const condition = (label: string) => (
    <ConditionBuilder
      label={label}
      value={measure.condition}
      onChange={(next) => onChange({ condition: next })}
    />
  );
  switch (measure.kind) {
    case 'proportion':
      return condition(indicators.condition.title);
    case 'mean':
    case 'total':
      return (
        <VariableSelect
          hidesLabel
          label={words.variable}
          value={measure.variableId}
          accepts={isNumeric}
          onChange={(variable) => onChange({ variableId: variable?.id ?? null })}
        />
      );
    case 'count':
      return (
        <Stack gap="sm">
          <Radio.Group
            label={words.countWhat}
            labelProps={hiddenLabel}
            value={measure.countsEveryRow ? 'every' : 'some'}
            onChange={(value) => onChange({ countsEveryRow: value === 'every' })}
          >
            <Stack gap="xs">
              <Radio value="every" label={words.everyRow} />
              <Radio value="some" label={words.someRows} />
            </Stack>
          </Radio.Group>
          {!measure.countsEveryRow && condition(words.whoCounts)}
        </Stack>
      );
    case 'ratio':
      return (
        <Stack gap="sm">
          <VariableSelect
            label={words.numerator}
            value={measure.numeratorId}
            accepts={isNumeric}
            onChange={(variable) => onChange({ numeratorId: variable?.id ?? null })}
          />
          <VariableSelect
            label={words.denominator}
            value={measure.denominatorId}
            accepts={isNumeric}
            onChange={(variable) => onChange({ denominatorId: variable?.id ?? null })}
          />
        </Stack>
      );
    case 'rate':
      return (
        <Stack gap="md">
          {condition(indicators.condition.titleRate)}
          <Group gap="sm" align="flex-end" wrap="nowrap">
            <NativeSelect
              w={120}
              label={words.per}
              value={String(measure.per)}
              data={rateSteps.map((step) => ({ value: String(step), label: words.perOptions[step] }))}
              onChange={(event) => {
                const per = rateSteps.find((step) => String(step) === event.currentTarget.value);
                if (per) onChange({ per });
              }}
            />
            <div style={{ flex: 1 }}>
              <VariableSelect
                isClearable
                label={words.exposure}
                placeholder={words.exposureNone}
                value={measure.exposureId}
                accepts={isNumeric}
                onChange={(variable) => onChange({ exposureId: variable?.id ?? null })}
              />
            </div>
          </Group>
        </Stack>
      );
    case 'top-box':
      return <TopBoxFields measure={measure} onChange={onChange} />;
    case 'index':
      return <IndexFields measure={measure} onChange={onChange} />;
  }
}

import { Button, Group, Radio, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { isShare } from '../../../shared/domain/indicator';
import { useTexts } from '../../state/preferences';
import { hiddenLabel } from '../../ui/hidden-label';
import { ConditionBuilder } from './ConditionBuilder';
import { FigureInput } from './FigureInput';
import type { IndicatorForm } from './indicator-form';
import classes from './indicators.module.css';
import { Step } from './Step';

export type FormProps = { form: IndicatorForm; onChange: (change: Partial<IndicatorForm>) => void };

/** Among whom it is measured. */
export function FilterFields({ form, onChange }: FormProps) {
  const { indicators } = useTexts();
  const words = indicators.filter;
  return (
    <Step title={words.title}>
      <Radio.Group
        label={words.title}
        labelProps={hiddenLabel}
        value={form.hasFilter ? 'some' : 'everybody'}
        onChange={(value) => onChange({ hasFilter: value === 'some' })}
      >
        <Stack gap="xs">
          <Radio value="everybody" label={words.everybody} />
          <Radio value="some" label={words.some} description={form.hasFilter ? words.someHelp : null} />
        </Stack>
      </Radio.Group>
      {form.hasFilter && (
        <div className={classes.nested}>
          <ConditionBuilder
            label={words.title}
            value={form.filter}
            onChange={(filter) => onChange({ filter })}
          />
        </div>
      )}
    </Step>
  );
}

/** What happens with those who did not answer; only asked where it changes the figure. */
export function MissingFields({ form, onChange }: FormProps) {
  const { indicators } = useTexts();
  const words = indicators.missing;
  if (!isShare(form.measure)) return null;
  return (
    <Step title={words.title}>
      <Radio.Group
        label={words.title}
        labelProps={hiddenLabel}
        value={form.missingRule}
        onChange={(value) => onChange({ missingRule: value === 'count-as-no' ? 'count-as-no' : 'exclude' })}
      >
        <Stack gap="xs">
          <Radio value="exclude" label={words.exclude} description={words.excludeHelp} />
          <Radio value="count-as-no" label={words['count-as-no']} description={words['count-as-noHelp']} />
        </Stack>
      </Radio.Group>
    </Step>
  );
}

/** Which way is better, and the target. */
export function JudgementFields({ form, onChange }: FormProps) {
  const { indicators } = useTexts();
  const { direction, target } = indicators;
  return (
    <>
      <Step title={direction.title}>
        <SegmentedControl
          aria-label={direction.title}
          value={form.direction}
          onChange={(value) => onChange({ direction: value as IndicatorForm['direction'] })} // safe: one of the values below
          data={[
            { value: 'higher', label: direction.higher },
            { value: 'lower', label: direction.lower },
            { value: 'neutral', label: direction.neutral },
          ]}
        />
      </Step>
      <Step title={target.title}>
        {form.target === null ? (
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => onChange({ target: { value: 0, rationale: '' } })}
          >
            {target.add}
          </Button>
        ) : (
          <TargetFields form={form} onChange={onChange} />
        )}
      </Step>
    </>
  );
}

function TargetFields({ form, onChange }: FormProps) {
  const { indicators } = useTexts();
  const words = indicators.target;
  const { target } = form;
  if (target === null) return null;
  return (
    <Group gap="sm" align="flex-end">
      <FigureInput
        label={words.value}
        width={120}
        isShare={isShare(form.measure)}
        value={target.value}
        onChange={(value) => onChange({ target: { ...target, value: value ?? 0 } })}
      />
      <TextInput
        style={{ flex: 1, minWidth: 200 }}
        label={words.rationale}
        placeholder={words.rationalePlaceholder}
        value={target.rationale}
        onChange={(event) => onChange({ target: { ...target, rationale: event.currentTarget.value } })}
      />
      <Button variant="subtle" color="gray" onClick={() => onChange({ target: null })}>
        {words.remove}
      </Button>
    </Group>
  );
}

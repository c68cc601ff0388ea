import { ActionIcon, Button, Group, Tooltip } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTexts } from '../../state/preferences';
import { InlineText } from '../../ui/InlineText';
import type { FichaProps } from './Ficha';
import { Field } from './Field';
import classes from './practices.module.css';
import { RoughDateField } from './RoughDateField';

const months = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'] as const;

/** When the practice ran: in words, as a strip of twelve months, and as periods. */
export function DateFields({ form, onChange }: FichaProps) {
  const { common, practices } = useTexts();
  const { fields } = practices;
  const { dates } = form;
  const change = (part: Partial<typeof dates>) => onChange({ dates: { ...dates, ...part } });
  return (
    <Field title={fields.dates}>
      <InlineText
        label={fields.dates}
        placeholder={practices.blank}
        value={dates.text}
        onChange={(text) => change({ text })}
      />
      <fieldset className={classes.months}>
        <legend>{fields.months}</legend>
        {months.map((name) => {
          const month = Number(name);
          const isOn = dates.months.includes(month);
          return (
            <button
              key={name}
              type="button"
              aria-pressed={isOn}
              onClick={() =>
                change({
                  months: isOn
                    ? dates.months.filter((each) => each !== month)
                    : [...dates.months, month].sort((a, b) => a - b),
                })
              }
            >
              {practices.monthsShort[name]}
            </button>
          );
        })}
      </fieldset>
      {dates.ranges.map((range, index) => {
        const set = (part: Partial<typeof range>) =>
          change({ ranges: dates.ranges.map((each, at) => (at === index ? { ...each, ...part } : each)) });
        const place = `${fields.periods} ${index + 1}`;
        return (
          <Group key={index} gap="xs" wrap="nowrap" mt={8}>
            <RoughDateField
              label={`${place}: ${practices.from}`}
              value={range.from}
              onChange={(from) => set({ from })}
            />
            <RoughDateField
              label={`${place}: ${practices.to}`}
              value={range.to}
              onChange={(to) => set({ to })}
            />
            <div className={classes.grow}>
              <InlineText
                look="caption"
                label={place}
                value={range.note}
                onChange={(note) => set({ note })}
              />
            </div>
            <Tooltip label={common.actions.delete}>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={`${common.actions.delete}: ${place}`}
                onClick={() => change({ ranges: dates.ranges.filter((_, at) => at !== index) })}
              >
                <IconX size={16} />
              </ActionIcon>
            </Tooltip>
          </Group>
        );
      })}
      <Button
        mt={8}
        ml={-8}
        size="compact-xs"
        variant="subtle"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => change({ ranges: [...dates.ranges, { from: null, to: null, note: '' }] })}
      >
        {practices.addPeriod}
      </Button>
    </Field>
  );
}

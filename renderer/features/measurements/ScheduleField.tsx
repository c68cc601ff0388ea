import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTexts } from '../../state/preferences';
import { DateField } from '../../ui/DateField';
import { newKey, type ScheduleLine } from './count-form';
import type { FieldProps } from './field-props';
import classes from './measurements.module.css';

const everies = ['week', 'month', 'quarter', 'half-year', 'year'] as const satisfies ScheduleLine['every'][];

/** How often each body was meant to meet, and between which days. */
export function ScheduleField({ form, instrument, change }: FieldProps) {
  const { measurementsUi } = useTexts();
  const words = measurementsUi.fields;
  const { schedule } = form;
  const hasBodies = form.columns.body !== null;
  const bodies = instrument.variables.find(({ id }) => id === form.columns.body)?.options ?? [];
  const write = (next: ScheduleLine): void =>
    change({ schedule: schedule.map((each) => (each.key === next.key ? next : each)) });
  function add(): void {
    const last = schedule.at(-1);
    const line = { every: 'month', from: last?.from ?? null, to: last?.to ?? null } as const;
    change({ schedule: [...schedule, { ...line, key: newKey(), body: null, label: '' }] });
  }
  return (
    <fieldset className={classes.fieldset}>
      <legend className={classes.fieldLabel}>{words.schedule}</legend>
      <p className={classes.help}>{words.scheduleHelp}</p>
      <ul className={classes.items}>
        {schedule.map((line, index) => {
          const name = line.label.trim() || `${words.scheduleName} ${index + 1}`;
          return (
            <li key={line.key} className={classes.item}>
              <div className={classes.itemHead}>
                <TextInput
                  className={classes.grow}
                  aria-label={`${words.scheduleName} ${index + 1}`}
                  placeholder={words.scheduleName}
                  maxLength={200}
                  value={line.label}
                  onChange={(event) => write({ ...line, label: event.currentTarget.value })}
                />
                {schedule.length > 1 && (
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={measurementsUi.editor.removeItem(name)}
                    onClick={() => change({ schedule: schedule.filter(({ key }) => key !== line.key) })}
                  >
                    <IconX size={16} />
                  </ActionIcon>
                )}
              </div>
              {hasBodies && <BodyValue line={line} options={bodies} onChange={write} />}
              <div className={classes.triple}>
                <NativeSelect
                  label={words.every}
                  value={line.every}
                  data={everies.map((value) => ({ value, label: words.everies[value] }))}
                  onChange={(event) => {
                    const every = everies.find((each) => each === event.currentTarget.value);
                    if (every) write({ ...line, every });
                  }}
                />
                <DateField
                  label={words.from}
                  value={line.from}
                  onChange={(from) => write({ ...line, from })}
                />
                <DateField label={words.to} value={line.to} onChange={(to) => write({ ...line, to })} />
              </div>
            </li>
          );
        })}
      </ul>
      {hasBodies && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={add}
        >
          {words.addSchedule}
        </Button>
      )}
    </fieldset>
  );
}

/** How the body is written in the register. */
function BodyValue(props: {
  line: ScheduleLine;
  options: readonly { value: string; label: string }[];
  onChange: (line: ScheduleLine) => void;
}) {
  const { measurementsUi } = useTexts();
  const { line, options, onChange } = props;
  const label = measurementsUi.fields.scheduleValue;
  if (options.length === 0) {
    return (
      <TextInput
        size="xs"
        label={label}
        value={line.body ?? ''}
        onChange={(event) => onChange({ ...line, body: event.currentTarget.value })}
      />
    );
  }
  return (
    <NativeSelect
      size="xs"
      label={label}
      value={line.body ?? ''}
      data={[{ value: '', label: measurementsUi.editor.none }, ...options]}
      onChange={(event) => onChange({ ...line, body: event.currentTarget.value || null })}
    />
  );
}

import { ActionIcon, MultiSelect, Popover, Stack, Tooltip } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import type { PracticeDraft } from '../../../shared/domain/practice';
import { useTexts } from '../../state/preferences';
import { Field } from './Field';
import classes from './practices.module.css';

type Goals = PracticeDraft['sdgs'];

/** Numbered objectives, those the source names apart from those proposed here. */
export function GoalField(props: {
  title: string;
  names: Readonly<Record<string, string>>;
  value: Goals;
  onChange: (value: Goals) => void;
}) {
  const { practices } = useTexts();
  const { value, names, title } = props;
  const isBlank = value.stated.length + value.proposed.length === 0;
  return (
    <Field title={title} aside={<GoalEditor {...props} />}>
      <ul className={classes.goals}>
        {value.stated.map((number) => (
          <li key={number}>
            <strong>{number}</strong> {names[number]}
          </li>
        ))}
        {value.proposed.map((number) => (
          <li key={number} data-proposed>
            <strong>{number}</strong> {names[number]}
            <Tooltip label={practices.oursHelp} multiline w={260}>
              <span className={classes.ours}>{practices.ours}</span>
            </Tooltip>
          </li>
        ))}
      </ul>
      {isBlank && <p className={classes.blank}>{practices.blank}</p>}
    </Field>
  );
}

function GoalEditor(props: Parameters<typeof GoalField>[0]) {
  const { practices } = useTexts();
  const { value, names, onChange } = props;
  const label = practices.edit(props.title);
  const data = Object.entries(names)
    .map(([number, name]) => ({ value: number, label: `${number} ${name}` }))
    .sort((a, b) => Number(a.value) - Number(b.value));
  const numbers = (chosen: string[]) => chosen.map(Number).sort((a, b) => a - b);
  const comboboxProps = { withinPortal: false };
  return (
    <Popover width={380} position="bottom-end" trapFocus withArrow={false}>
      <Popover.Target>
        <Tooltip label={label}>
          <ActionIcon variant="subtle" color="gray" size="sm" aria-label={label}>
            <IconPencil size={14} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">
          <MultiSelect
            size="xs"
            searchable
            label={practices.stated}
            data={data.filter((each) => !value.proposed.includes(Number(each.value)))}
            comboboxProps={comboboxProps}
            value={value.stated.map(String)}
            onChange={(chosen) => onChange({ ...value, stated: numbers(chosen) })}
          />
          <MultiSelect
            size="xs"
            searchable
            label={practices.proposed}
            data={data.filter((each) => !value.stated.includes(Number(each.value)))}
            comboboxProps={comboboxProps}
            value={value.proposed.map(String)}
            onChange={(chosen) => onChange({ ...value, proposed: numbers(chosen) })}
          />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

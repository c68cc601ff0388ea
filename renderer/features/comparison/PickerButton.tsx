import { Input, Popover, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import classes from './comparison.module.css';

/** A labelled button that shows what is chosen and opens the choice below it. */
export function PickerButton(props: { label: string; value: string; width?: number; children: ReactNode }) {
  const id = useId();
  return (
    <div className={classes.control}>
      <Input.Label component="div" id={id}>
        {props.label}
      </Input.Label>
      <Popover width={props.width ?? 340} position="bottom-start" withArrow={false} trapFocus>
        <Popover.Target>
          <UnstyledButton className={classes.picker} aria-label={`${props.label}: ${props.value}`}>
            <span title={props.value}>{props.value}</span>
            <IconChevronDown size={16} aria-hidden />
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown aria-labelledby={id}>{props.children}</Popover.Dropdown>
      </Popover>
    </div>
  );
}

import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconGripVertical } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { VariableOption } from '../../shared/domain/instrument';
import { useTexts } from '../state/preferences';
import classes from './OrderedOptions.module.css';

/** The same list with one item moved to another place; places outside the list leave it as it is. */
export function moveItem<Item>(items: readonly Item[], from: number, to: number): Item[] {
  const moved = [...items];
  if (to < 0 || to >= items.length) return moved;
  moved.splice(to, 0, ...moved.splice(from, 1));
  return moved;
}

/** Options that can be put in order: by dragging, by the arrows beside each, or with Alt and the arrow keys. */
export function OrderedOptions(props: {
  label: string;
  options: readonly VariableOption[];
  onChange: (options: VariableOption[]) => void;
}) {
  const { common } = useTexts();
  const [dragged, setDragged] = useState<number | null>(null);
  const list = useRef<HTMLUListElement>(null);
  function move(from: number, to: number): void {
    props.onChange(moveItem(props.options, from, to));
  }
  function onKeyDown(event: KeyboardEvent, index: number): void {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    const to = index + (event.key === 'ArrowUp' ? -1 : 1);
    move(index, to);
    const button = event.key === 'ArrowUp' ? 0 : 1;
    window.requestAnimationFrame(() => {
      list.current?.children[to]?.querySelectorAll('button')[button]?.focus();
    });
  }
  return (
    <ul className={classes.list} aria-label={props.label} ref={list}>
      {props.options.map((option, index) => (
        <li
          key={option.value}
          className={classes.item}
          data-dragged={dragged === index || undefined}
          draggable
          onDragStart={() => setDragged(index)}
          onDragEnd={() => setDragged(null)}
          onDragOver={(event) => {
            event.preventDefault();
            if (dragged === null || dragged === index) return;
            move(dragged, index);
            setDragged(index);
          }}
        >
          <IconGripVertical size={16} className={classes.grip} aria-hidden />
          <span className={classes.place}>{index + 1}</span>
          <span className={classes.label}>{option.label}</span>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`${common.actions.moveUp}: ${option.label}`}
            aria-disabled={index === 0}
            onClick={() => move(index, index - 1)}
            onKeyDown={(event) => onKeyDown(event, index)}
          >
            <IconArrowUp size={16} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`${common.actions.moveDown}: ${option.label}`}
            aria-disabled={index === props.options.length - 1}
            onClick={() => move(index, index + 1)}
            onKeyDown={(event) => onKeyDown(event, index)}
          >
            <IconArrowDown size={16} />
          </ActionIcon>
        </li>
      ))}
    </ul>
  );
}

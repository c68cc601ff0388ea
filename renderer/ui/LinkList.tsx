import { ActionIcon, Tooltip } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useTexts } from '../state/preferences';
import classes from './link-list.module.css';

/** A list of things that open on a page of their own. */
export function LinkList(props: { children: ReactNode }) {
  return <ul className={classes.list}>{props.children}</ul>;
}

/** One of them: its title, a line of facts, how it stands, and its deletion. */
export function LinkLine(props: {
  href: string;
  title: string;
  facts: readonly string[];
  state: ReactNode;
  onDelete: () => void;
}) {
  const { common } = useTexts();
  const label = `${common.actions.delete}: ${props.title}`;
  return (
    <li className={classes.line}>
      <Link href={props.href} className={classes.lineLink}>
        <span className={classes.lineTitle}>{props.title}</span>
        <span className={classes.lineFacts}>{props.facts.join(' · ')}</span>
      </Link>
      {props.state}
      <Tooltip label={label}>
        <ActionIcon variant="subtle" color="gray" aria-label={label} onClick={props.onDelete}>
          <IconTrash size={16} />
        </ActionIcon>
      </Tooltip>
    </li>
  );
}

import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './status.module.css';

/** A state as sign and word together. */
export function StatusMark(props: {
  icon: Icon;
  tone: 'good' | 'warning' | 'danger' | 'quiet';
  children: ReactNode;
}) {
  const Sign = props.icon;
  return (
    <span className={classes.status} data-tone={props.tone}>
      <Sign size={16} stroke={1.75} aria-hidden />
      {props.children}
    </span>
  );
}

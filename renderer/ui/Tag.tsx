import type { ReactNode } from 'react';
import classes from './marks.module.css';

/** A short quiet mark beside a thing; `warning` where it asks for a look. */
export function Tag(props: { children: ReactNode; tone?: 'warning' | 'accent' }) {
  return (
    <span className={classes.tag} data-tone={props.tone}>
      {props.children}
    </span>
  );
}

import type { ReactNode } from 'react';
import classes from './practices.module.css';

/** One field of the ficha: its name in the margin, with what belongs to it; its content beside. */
export function Field(props: { title: ReactNode; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className={classes.field}>
      <div className={classes.fieldHead}>
        <h2>{props.title}</h2>
        {props.aside}
      </div>
      <div className={classes.fieldBody}>{props.children}</div>
    </section>
  );
}

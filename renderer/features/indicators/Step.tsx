import { type ReactNode, useId } from 'react';
import classes from './indicators.module.css';

/** One question of the editor with its answer below it. */
export function Step(props: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={classes.step} aria-labelledby={id}>
      <h2 id={id} className={classes.stepTitle}>
        {props.title}
      </h2>
      {props.children}
    </section>
  );
}

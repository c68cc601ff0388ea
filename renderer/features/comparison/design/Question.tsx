import { type ReactNode, useId } from 'react';
import classes from './design.module.css';

/** One of the four questions, with what the data say about it and the answer below. */
export function Question(props: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={classes.question} aria-labelledby={id}>
      <h3 id={id}>{props.title}</h3>
      {props.children}
    </section>
  );
}

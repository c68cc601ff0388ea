import { Fragment, type ReactNode } from 'react';
import classes from './marks.module.css';

export type Fact = { name: string; term: ReactNode; value: ReactNode };

/** Pairs of a name and what it is, aligned in two columns. */
export function FactList(props: { facts: readonly Fact[] }) {
  return (
    <dl className={classes.facts}>
      {props.facts.map((fact) => (
        <Fragment key={fact.name}>
          <dt>{fact.term}</dt>
          <dd>{fact.value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

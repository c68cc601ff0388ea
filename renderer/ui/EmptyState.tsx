import { Text, Title } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './states.module.css';

/** Nothing here yet: says what belongs here and how to put it here. */
export function EmptyState(props: {
  icon?: Icon;
  title: string;
  children?: ReactNode;
  /** What to do, in order. */
  steps?: readonly string[];
  actions?: ReactNode;
}) {
  const EmptyIcon = props.icon;
  return (
    <section className={classes.empty}>
      {EmptyIcon && (
        <span className={classes.icon}>
          <EmptyIcon size={28} stroke={1.5} aria-hidden />
        </span>
      )}
      <Title order={2}>{props.title}</Title>
      {props.children && (
        <Text component="div" className={classes.text}>
          {props.children}
        </Text>
      )}
      {props.steps && (
        <ol className={classes.steps}>
          {props.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
      {props.actions && <div className={classes.actions}>{props.actions}</div>}
    </section>
  );
}

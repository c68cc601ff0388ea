import { Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './marks.module.css';

/** A titled part of a page. */
export function Section(props: { title: ReactNode; aside?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <div className={classes.sectionHead}>
        <Title order={2} id={id}>
          {props.title}
        </Title>
        {props.aside}
      </div>
      {props.children}
    </section>
  );
}

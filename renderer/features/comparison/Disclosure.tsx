import { Collapse, UnstyledButton } from '@mantine/core';
import { useDisclosure, useId } from '@mantine/hooks';
import { IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './disclosure.module.css';

/** What is seldom needed, behind a line that opens it. */
export function Disclosure(props: {
  label: ReactNode;
  aside?: ReactNode;
  isOpen?: boolean;
  children: ReactNode;
}) {
  const [isOpen, panel] = useDisclosure(props.isOpen ?? false);
  const id = useId();
  return (
    <div>
      <UnstyledButton
        className={classes.toggle}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={panel.toggle}
      >
        <IconChevronRight size={16} aria-hidden data-open={isOpen || undefined} />
        <span>{props.label}</span>
        {props.aside && <span className={classes.aside}>{props.aside}</span>}
      </UnstyledButton>
      <Collapse expanded={isOpen} id={id}>
        <div className={classes.inside}>{props.children}</div>
      </Collapse>
    </div>
  );
}

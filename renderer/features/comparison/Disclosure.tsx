import { UnstyledButton } from '@mantine/core';
import { useDisclosure, useId } from '@mantine/hooks';
import { IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './disclosure.module.css';

/** What is seldom needed, behind a line that opens it; drawn only once it is open. */
export function Disclosure(props: { label: ReactNode; isOpen?: boolean; children: ReactNode }) {
  const [isOpen, panel] = useDisclosure(props.isOpen ?? false);
  const id = useId();
  return (
    <div>
      <UnstyledButton
        className={classes.toggle}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={panel.toggle}
      >
        <IconChevronRight size={16} aria-hidden data-open={isOpen || undefined} />
        {props.label}
      </UnstyledButton>
      {isOpen && (
        <div id={id} className={classes.inside}>
          {props.children}
        </div>
      )}
    </div>
  );
}

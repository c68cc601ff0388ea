import { Drawer } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { useTexts } from '../state/preferences';
import classes from './SidePanel.module.css';

/** A panel from the right for editing one thing; the page stays in view. `footer` holds its actions. */
export function SidePanel(props: {
  isOpen: boolean;
  onClose: () => void;
  title: ReactNode;
  footer?: ReactNode;
  size?: number;
  children: ReactNode;
}) {
  const { common } = useTexts();
  useReturnFocus();
  return (
    <Drawer
      opened={props.isOpen}
      onClose={props.onClose}
      title={props.title}
      {...(props.size === undefined ? {} : { size: props.size })}
      closeButtonProps={{ 'aria-label': common.actions.close }}
      classNames={{
        title: classes.title,
        header: classes.header,
        body: classes.body,
        content: classes.content,
      }}
    >
      <div className={classes.inside}>{props.children}</div>
      {props.footer && <div className={classes.footer}>{props.footer}</div>}
    </Drawer>
  );
}

/** A panel that leaves the page at once gives the focus back to what opened it. */
function useReturnFocus(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      window.setTimeout(() => {
        if (document.activeElement === document.body && opener instanceof HTMLElement) opener.focus();
      });
    },
    [opener],
  );
}

import { IconClockExclamation } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../state/preferences';
import classes from './states.module.css';

/** What stands here rests on data or definitions that have changed since; `children` say what and offer the way out. */
export function StaleNotice(props: { children?: ReactNode }) {
  const { common } = useTexts();
  return (
    <div className={classes.stale} role="status">
      <IconClockExclamation size={16} aria-hidden />
      <strong>{common.states.stale}</strong>
      {props.children}
    </div>
  );
}

import { Progress as Bar, Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Progress } from '../../shared/contract';
import { useTexts } from '../state/preferences';
import { ProgressBar } from './ProgressBar';
import classes from './states.module.css';

const quickMs = 150;

/** What is happening and how far it has come. Appears only when the wait is long enough to be noticed. */
export function LoadingState(props: { label?: string; progress?: Progress | null; onCancel?: () => void }) {
  const { common } = useTexts();
  const [isNoticeable, setNoticeable] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setNoticeable(true), quickMs);
    return () => window.clearTimeout(timer);
  }, []);
  if (!isNoticeable) return <div className={classes.loading} aria-busy="true" />;
  return (
    <div className={classes.loading} aria-busy="true">
      {props.progress ? (
        <ProgressBar progress={props.progress} />
      ) : (
        <>
          <div className={classes.loadingLine} role="status">
            {props.label ?? common.states.loading}
          </div>
          <Bar value={100} animated striped size="xs" aria-label={props.label ?? common.states.loading} />
        </>
      )}
      {props.onCancel && (
        <div>
          <Button variant="subtle" size="compact-sm" onClick={props.onCancel}>
            {common.actions.cancel}
          </Button>
        </div>
      )}
    </div>
  );
}

import { Button, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { AppError } from '../../shared/errors';
import { useTexts } from '../state/preferences';
import { useErrorWords } from '../state/use-error-words';
import classes from './states.module.css';

/** What went wrong, where, and what to do; with a way to try again. */
export function ErrorState(props: { error: AppError; onRetry?: () => void; actions?: ReactNode }) {
  const { common } = useTexts();
  const words = useErrorWords()(props.error);
  return (
    <section className={classes.error} role="alert">
      <IconAlertTriangle size={20} stroke={1.75} className={classes.errorIcon} aria-hidden />
      <div>
        <Title order={3}>{words.title}</Title>
        {words.detail && <Text>{words.detail}</Text>}
        <Text className={classes.text}>{words.advice}</Text>
        {(props.onRetry || props.actions) && (
          <div className={classes.actions}>
            {props.actions}
            {props.onRetry && (
              <Button variant="default" onClick={props.onRetry}>
                {common.actions.retry}
              </Button>
            )}
          </div>
        )}
      </div>
    </section>
  );
}

import { Button, Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTexts } from '../../state/preferences';
import classes from './import.module.css';

let isFirstStep = true;

/** One step: its title, what it asks, and the way on and back, always in view. */
export function StepFrame(props: {
  title: string;
  text?: ReactNode;
  onBack?: () => void;
  onNext?: () => void;
  /** Replaces the button that goes on. */
  action?: ReactNode;
  canContinue?: boolean;
  /** A short state of things beside the buttons. */
  note?: ReactNode;
  children: ReactNode;
}) {
  const { common } = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isFirstStep) heading.current?.focus({ preventScroll: true });
    isFirstStep = false;
    window.scrollTo({ top: 0 });
  }, []);
  return (
    <div className={classes.frame}>
      <Title order={2} ref={heading} tabIndex={-1} className={classes.stepTitle}>
        {props.title}
      </Title>
      {props.text && <p className={classes.stepText}>{props.text}</p>}
      <div className={classes.content}>{props.children}</div>
      <footer className={classes.bar} hidden={!props.onBack && !props.onNext && !props.action}>
        <div className={classes.barInside}>
          <span className={classes.note}>{props.note}</span>
          {props.onBack && (
            <Button variant="default" onClick={props.onBack}>
              {common.actions.back}
            </Button>
          )}
          {props.action}
          {props.onNext && (
            <Button onClick={props.onNext} disabled={props.canContinue === false}>
              {common.actions.continue}
            </Button>
          )}
        </div>
      </footer>
    </div>
  );
}

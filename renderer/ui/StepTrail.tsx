import { UnstyledButton } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import classes from './StepTrail.module.css';

export type TrailStep = { key: string; label: string; isReachable: boolean };

/** Where in a sequence of steps the person is; steps already passed can be visited again. */
export function StepTrail(props: {
  label: string;
  steps: readonly TrailStep[];
  current: string;
  onVisit: (key: string) => void;
}) {
  const currentIndex = props.steps.findIndex((step) => step.key === props.current);
  return (
    <nav aria-label={props.label}>
      <ol className={classes.trail}>
        {props.steps.map((step, index) => {
          const state = index < currentIndex ? 'done' : index === currentIndex ? 'current' : 'ahead';
          return (
            <li key={step.key} className={classes.step}>
              <UnstyledButton
                className={classes.link}
                data-state={state}
                aria-current={state === 'current' ? 'step' : undefined}
                disabled={!step.isReachable}
                onClick={() => props.onVisit(step.key)}
              >
                <span className={classes.mark} aria-hidden>
                  {state === 'done' ? <IconCheck size={16} stroke={2} /> : index + 1}
                </span>
                {step.label}
              </UnstyledButton>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

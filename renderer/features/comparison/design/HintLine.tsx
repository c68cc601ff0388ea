import { Button } from '@mantine/core';
import { IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './design.module.css';

/** What the data say about an answer; `use` takes their proposal with one press. */
export function HintLine(props: {
  tone: 'agrees' | 'suggests' | 'none';
  children: ReactNode;
  use?: { label: string; onUse: () => void };
}) {
  const { tone, use } = props;
  const Mark = tone === 'agrees' ? IconCircleCheck : IconInfoCircle;
  return (
    <div className={classes.hint} data-tone={tone}>
      <Mark size={16} aria-hidden />
      <p>{props.children}</p>
      {use && (
        <Button size="compact-xs" variant="default" onClick={use.onUse}>
          {use.label}
        </Button>
      )}
    </div>
  );
}

import {
  IconArrowDown,
  IconArrowUp,
  IconCircleCheck,
  IconCircleX,
  IconEqual,
  IconMinus,
} from '@tabler/icons-react';
import type { ChangeDirection } from '../../shared/domain/comparison';
import { useTexts } from '../state/preferences';
import classes from './direction.module.css';

const marks = {
  improved: IconCircleCheck,
  worsened: IconCircleX,
  'no-clear-change': IconEqual,
  'not-judged': IconMinus,
} as const;

/** How a change is judged: sign and word together, so that nothing rests on colour. */
export function DirectionMark(props: { direction: ChangeDirection }) {
  const { comparison } = useTexts();
  const Mark = marks[props.direction];
  return (
    <span className={classes.mark} data-direction={props.direction}>
      <Mark size={16} stroke={1.75} aria-hidden />
      {comparison.result.groups[props.direction]}
    </span>
  );
}

const wishes = { higher: IconArrowUp, lower: IconArrowDown, neutral: IconMinus } as const;

/** Which way is better. */
export function DirectionWish(props: { direction: 'higher' | 'lower' | 'neutral'; label: string }) {
  const Mark = wishes[props.direction];
  return (
    <span className={classes.wish}>
      <Mark size={14} stroke={1.75} aria-hidden />
      {props.label}
    </span>
  );
}

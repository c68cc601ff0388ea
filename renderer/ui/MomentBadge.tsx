import type { Moment } from '../../shared/domain/import';
import { useTexts } from '../state/preferences';
import classes from './marks.module.css';

const marks = { 'ex-ante': classes.ante, 'ex-post': classes.post, seguimiento: classes.follow } as const;

/** A wave's moment with its mark: hollow before, filled after, half filled in between. */
export function MomentBadge(props: { moment: Moment; label?: string }) {
  const { common } = useTexts();
  return (
    <span className={classes.moment}>
      <span className={`${classes.dot} ${marks[props.moment]}`} aria-hidden />
      {props.label ?? common.moments[props.moment]}
    </span>
  );
}

import type { Moment } from '../../shared/domain/import';
import { MomentBadge } from './MomentBadge';
import classes from './wave-head.module.css';

/** A wave's mark and name over a column; a long name is cut and stands in full on pointing at it. */
export function WaveHead(props: { moment: Moment; name: string }) {
  return (
    <span className={classes.head} title={props.name}>
      <MomentBadge moment={props.moment} label="" />
      <span className={classes.name}>{props.name}</span>
    </span>
  );
}

import { useComputedColorScheme } from '@mantine/core';
import { waveStyle } from '../../shared/charts/palette';
import type { Moment } from '../../shared/domain/import';
import { useTexts } from '../state/preferences';
import classes from './marks.module.css';

const places = { 'ex-ante': 0, 'ex-post': 1, seguimiento: 2 } as const satisfies Record<Moment, number>;

/** A wave's moment with the mark it has in every chart: hollow before, filled after, a diamond in between. */
export function MomentBadge(props: { moment: Moment; label?: string }) {
  const { common } = useTexts();
  const style = waveStyle(useComputedColorScheme('light'), places[props.moment]);
  return (
    <span className={classes.moment}>
      <svg width="12" height="12" viewBox="-6 -6 12 12" aria-hidden="true" focusable="false">
        {style.symbol === 'diamond' ? (
          <path d="M0 -5.5L5.5 0L0 5.5L-5.5 0Z" fill={style.colour} />
        ) : (
          <circle
            r="4.5"
            fill={style.isHollow ? 'none' : style.colour}
            stroke={style.colour}
            strokeWidth="2"
          />
        )}
      </svg>
      {props.label ?? common.moments[props.moment]}
    </span>
  );
}

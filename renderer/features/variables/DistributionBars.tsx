import { useComputedColorScheme } from '@mantine/core';
import { waveStyle } from '../../../shared/charts/palette';
import type { Moment } from '../../../shared/domain/import';
import type { VariableOption } from '../../../shared/domain/instrument';
import { formatNumber, formatPercent } from '../../../shared/text/format';
import { useLocale } from '../../state/preferences';
import { ProtectedFigure } from '../../ui/ProtectedFigure';
import classes from './variables.module.css';

const places = { 'ex-ante': 0, 'ex-post': 1, seguimiento: 2 } as const satisfies Record<Moment, number>;

/** One bar an option with its count and share; hollow before, filled after. A null count is protected. */
export function DistributionBars(props: {
  options: readonly VariableOption[];
  counts: readonly (number | null)[];
  n: number | null;
  /** The share that fills the track, the same for every wave so that their bars compare. */
  fullShare: number;
  moment: Moment;
}) {
  const { locale } = useLocale();
  const style = waveStyle(useComputedColorScheme('light'), places[props.moment]);
  return (
    <ul className={classes.bars}>
      {props.options.map((option, index) => {
        const count = props.counts[index] ?? null;
        return (
          <li key={option.value} className={classes.line}>
            <span className={classes.optionLabel}>{option.label}</span>
            {count === null ? (
              <ProtectedFigure />
            ) : (
              <>
                <span className={classes.track}>
                  <span
                    className={classes.bar}
                    style={{
                      width: `${barPercent(count, props.n, props.fullShare)}%`,
                      borderColor: style.colour,
                      background: style.isHollow ? 'transparent' : style.colour,
                    }}
                  />
                </span>
                <span className={classes.figure}>{formatNumber(count, 0, locale)}</span>
                <span className={classes.figure}>
                  {props.n ? formatPercent(count / props.n, 1, locale) : ''}
                </span>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function barPercent(count: number, n: number | null, fullShare: number): number {
  return n === null || n === 0 || fullShare === 0 ? 0 : (100 * count) / n / fullShare;
}

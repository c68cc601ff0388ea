import { useComputedColorScheme } from '@mantine/core';
import { valueAxis } from '../../../shared/charts/axis';
import { waveStyle } from '../../../shared/charts/palette';
import type { ComparisonResult } from '../../../shared/domain/comparison';
import { formatValue } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import classes from './live.module.css';

const wantedTicks = 5;

/** The value of each wave with its interval on one scale, small enough to stand beside the editor. */
export function IntervalStrip(props: { result: ComparisonResult }) {
  const { indicators } = useTexts();
  const { locale } = useLocale();
  const scheme = useComputedColorScheme('light');
  const { result } = props;
  const indicator = result.indicators[0];
  const row = result.rows.find((each) => each.key.length === 0);
  if (!indicator || !row) return null;
  const shown = row.cells.filter((cell) => cell.status === 'shown' && cell.estimate !== null);
  const figures = shown.flatMap((cell) =>
    [cell.estimate, cell.interval?.lower, cell.interval?.upper].filter((value) => typeof value === 'number'),
  );
  const values = indicator.target === null ? figures : [...figures, indicator.target];
  if (figures.length === 0) return null;
  const axis = valueAxis(values, indicator, locale, { includesZero: false, ticks: wantedTicks });
  const [low, high] = axis.domain;
  const place = (value: number) => `${((value - low) / (high - low)) * 100}%`;
  const said = shown.map((cell) => formatValue(cell.estimate, indicator, locale)).join(', ');
  return (
    <div className={classes.strip} role="img" aria-label={`${indicators.live.chart}: ${said}`}>
      {row.cells.map((cell, index) => {
        const { estimate, interval } = cell;
        const style = waveStyle(scheme === 'dark' ? 'dark' : 'light', index);
        return (
          <div key={cell.waveId} className={classes.track} style={{ color: style.colour }}>
            {indicator.target !== null && (
              <span className={classes.targetLine} style={{ insetInlineStart: place(indicator.target) }} />
            )}
            {cell.status === 'shown' && interval && (
              <span
                className={classes.span}
                style={{
                  insetInlineStart: place(interval.lower),
                  insetInlineEnd: `calc(100% - ${place(interval.upper)})`,
                }}
              />
            )}
            {cell.status === 'shown' && estimate !== null && (
              <span
                className={classes.point}
                data-hollow={style.isHollow || undefined}
                style={{ insetInlineStart: place(estimate) }}
              />
            )}
          </div>
        );
      })}
      <div className={classes.scale} aria-hidden>
        {axis.ticks.map((tick) => (
          <span key={tick}>{axis.format(tick)}</span>
        ))}
      </div>
    </div>
  );
}

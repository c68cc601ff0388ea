import { Tooltip } from '@mantine/core';
import type { ComparisonResult, WaveCell } from '../../../shared/domain/comparison';
import type { Wave } from '../../../shared/domain/wave';
import { formatNumber, formatValue } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { MomentBadge } from '../../ui/MomentBadge';
import { ProtectedFigure } from '../../ui/ProtectedFigure';
import { plainInterval } from '../../ui/plain-figures';
import { hasPeopleOutside } from '../comparison/CellFigures';
import classes from './live.module.css';

/** Value, n, missing and, below each wave, those not asked where there are any; and interval of an indicator in each wave, everybody together. */
export function ResultTable(props: { waves: readonly Wave[]; result: ComparisonResult | null }) {
  const { indicators } = useTexts();
  const words = indicators.live;
  const everybody = props.result?.rows.find(({ key }) => key.length === 0);
  return (
    <table className={classes.results}>
      <thead>
        <tr>
          <th scope="col">{words.wave}</th>
          <th scope="col">{words.value}</th>
          <th scope="col">
            <Tooltip label={words.nHelp}>
              <span>{words.n}</span>
            </Tooltip>
          </th>
          <th scope="col">{words.missing}</th>
        </tr>
      </thead>
      <tbody>
        {props.waves.map((wave) => (
          <tr key={wave.id}>
            <th scope="row">
              <MomentBadge moment={wave.moment} label={wave.name} />
              <OutsideCount cell={everybody?.cells.find(({ waveId }) => waveId === wave.id)} />
            </th>
            <WaveFigures wave={wave} result={props.result} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How many people the question was not put to; nothing where it was to all. */
function OutsideCount({ cell }: { cell: WaveCell | undefined }) {
  const { indicators } = useTexts();
  const { locale } = useLocale();
  if (!cell || !hasPeopleOutside(cell)) return null;
  return (
    <span className={classes.below} title={indicators.live.notApplicableHelp}>
      {formatNumber(cell.notApplicable ?? null, 0, locale)} {indicators.live.notApplicable}
    </span>
  );
}

function WaveFigures(props: { wave: Wave; result: ComparisonResult | null }) {
  const { indicators } = useTexts();
  const { locale } = useLocale();
  const { result, wave } = props;
  const indicator = result?.indicators[0];
  const row = result?.rows.find((each) => each.key.length === 0);
  const cell = row?.cells.find((each) => each.waveId === wave.id);
  const wide = (children: React.ReactNode) => (
    <td colSpan={3} className={classes.absent}>
      {children}
    </td>
  );
  if (!cell || !indicator) return wide(indicators.live.notAsked);
  if (cell.status === 'suppressed') return wide(<ProtectedFigure />);
  if (cell.status === 'empty') return wide(indicators.live.noAnswers);
  return (
    <>
      <td>
        <span className={classes.value}>{formatValue(cell.estimate, indicator, locale)}</span>
        {cell.interval && (
          <span className={classes.below}>{plainInterval(cell.interval, indicator, locale)}</span>
        )}
      </td>
      <td>{formatNumber(cell.n, 0, locale)}</td>
      <td>{formatNumber(cell.missing, 0, locale)}</td>
    </>
  );
}

import type { ChangeResult, ComparisonResult, WaveCell } from '../../../shared/domain/comparison';
import { formatChange, formatChangeRange, formatNumber, formatValue } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { MomentBadge } from '../../ui/MomentBadge';
import { ProtectedFigure } from '../../ui/ProtectedFigure';
import { plainInterval } from '../../ui/plain-figures';
import { hasPeopleOutside, outsideOf } from './CellFigures';
import classes from './detail.module.css';
import { ReliabilityReasons } from './ReliabilityReasons';
import { ReliabilityTag } from './ReliabilityTag';
import type { ResultIndicator } from './result-rows';

/** Baseline, follow-up and change side by side, with interval, n, missing and below it, where there are any, those not asked. */
export function DetailFigures(props: {
  result: ComparisonResult;
  change: ChangeResult;
  indicator: ResultIndicator;
}) {
  const { comparison } = useTexts();
  const { locale } = useLocale();
  const { result, change, indicator } = props;
  const words = comparison.detail;
  const hasOutside = [change.baseline, change.followUp].some(hasPeopleOutside);
  const line = (cell: WaveCell) => {
    const wave = result.waves.find((each) => each.id === cell.waveId);
    if (!wave) return null;
    const isHidden = cell.status === 'suppressed';
    return (
      <tr key={cell.waveId}>
        <th scope="row">
          <MomentBadge moment={wave.moment} label={wave.name} />
        </th>
        <td>
          <span className={classes.withLabel}>
            {isHidden ? <ProtectedFigure /> : formatValue(cell.estimate, indicator, locale)}
            <ReliabilityTag cell={cell} indicator={indicator} standard={result.reliability?.standard} />
          </span>
        </td>
        <td>{plainInterval(cell.interval, indicator, locale)}</td>
        <td>{formatNumber(cell.n, 0, locale)}</td>
        <td>
          {formatNumber(cell.missing, 0, locale)}
          {hasOutside && (
            <span className={classes.below} title={comparison.table.notApplicableHelp}>
              {formatNumber(outsideOf(cell), 0, locale)} {comparison.table.notApplicable}
            </span>
          )}
        </td>
      </tr>
    );
  };
  return (
    <>
      <table className={classes.detailTable}>
        <thead>
          <tr>
            <th scope="col">{words.wave}</th>
            <th scope="col">{words.value}</th>
            <th scope="col">{words.interval}</th>
            <th scope="col">{words.valid}</th>
            <th scope="col">{words.missing}</th>
          </tr>
        </thead>
        <tbody>
          {line(change.baseline)}
          {line(change.followUp)}
          {change.change !== null && (
            <tr>
              <th scope="row">{words.change}</th>
              <td>
                <strong>{formatChange(change.change, indicator, locale)}</strong>
              </td>
              <td colSpan={3} className={classes.startCell}>
                {formatChangeRange(change.interval, indicator, locale)}
              </td>
            </tr>
          )}
        </tbody>
      </table>
      <ReliabilityReasons result={result} change={change} indicator={indicator} />
    </>
  );
}

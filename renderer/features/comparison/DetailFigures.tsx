import {
  type ChangeResult,
  type ComparisonResult,
  defaultAnalysis,
  type WaveCell,
} from '../../../shared/domain/comparison';
import {
  formatChange,
  formatChangeInterval,
  formatInterval,
  formatNumber,
  formatValue,
} from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { MomentBadge } from '../../ui/MomentBadge';
import { ProtectedFigure } from '../../ui/ProtectedFigure';
import classes from './detail.module.css';
import { reliabilityReason } from './precision-words';
import { ReliabilityTag } from './ReliabilityTag';
import type { ResultIndicator } from './result-rows';

/** Baseline, follow-up and change side by side, with interval, n and missing. */
export function DetailFigures(props: {
  result: ComparisonResult;
  change: ChangeResult;
  indicator: ResultIndicator;
}) {
  const { comparison } = useTexts();
  const { locale } = useLocale();
  const { result, change, indicator } = props;
  const words = comparison.detail;
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
        <td>{formatInterval(cell.interval, indicator, locale)}</td>
        <td>{formatNumber(cell.n, 0, locale)}</td>
        <td>{formatNumber(cell.missing, 0, locale)}</td>
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
                {formatChangeInterval(change.interval, indicator, locale)}
              </td>
            </tr>
          )}
        </tbody>
      </table>
      <ReliabilityReasons result={result} change={change} indicator={indicator} />
    </>
  );
}

/** Why each figure has its label, in words that need no pointing. */
function ReliabilityReasons(props: {
  result: ComparisonResult;
  change: ChangeResult;
  indicator: ResultIndicator;
}) {
  const { comparison } = useTexts();
  const { locale } = useLocale();
  const { result, change, indicator } = props;
  const standard = result.reliability?.standard ?? defaultAnalysis.reliabilityStandard;
  const lines = [change.baseline, change.followUp].flatMap((cell) => {
    const reason = reliabilityReason(cell, standard, indicator, comparison.reliability, locale);
    const name = result.waves.find((wave) => wave.id === cell.waveId)?.name ?? '';
    return reason ? [{ id: cell.waveId, name, ...reason }] : [];
  });
  if (lines.length === 0) return null;
  return (
    <ul className={classes.reasons}>
      {lines.map((line) => (
        <li key={line.id}>
          <strong>{line.name}.</strong> {line.why} <span className={classes.small}>({line.facts})</span>
        </li>
      ))}
    </ul>
  );
}

import { type ChangeResult, type ComparisonResult, defaultAnalysis } from '../../../shared/domain/comparison';
import { useLocale, useTexts } from '../../state/preferences';
import classes from './detail.module.css';
import { reliabilityReason } from './precision-words';
import type { ResultIndicator } from './result-rows';

/** Why the figures of a change have their labels, in words that need no pointing; said once where it is the same. */
export function ReliabilityReasons(props: {
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
    return reason ? [{ name, ...reason }] : [];
  });
  const reasons = [...new Set(lines.map((line) => line.why))];
  if (reasons.length === 0) return null;
  return (
    <ul className={classes.reasons}>
      {reasons.map((why) => (
        <li key={why}>
          {why}
          {lines
            .filter((line) => line.why === why)
            .map((line) => (
              <span key={line.name} className={classes.reasonFacts}>
                {line.name}: {line.facts}
              </span>
            ))}
        </li>
      ))}
    </ul>
  );
}

import type { EvidenceStrength } from '../../../../shared/domain/evidence';
import { formatNumber } from '../../../../shared/text/format';
import { useLocale, useTexts } from '../../../state/preferences';
import { StrengthMark } from '../StrengthMark';
import classes from './registry.module.css';
import { strongest } from './use-strengths';

/** The best supported claim of a record, and how many have nothing behind them. */
export function StrengthSummary(props: {
  rungs: readonly EvidenceStrength[] | null;
  look?: 'line' | 'short';
}) {
  const { registry } = useTexts();
  const { locale } = useLocale();
  const words = registry.strength;
  const { rungs } = props;
  if (rungs === null) return <span className={classes.quiet}>{words.pending}</span>;
  if (rungs.length === 0) return <span className={classes.quiet}>{words.noClaims}</span>;
  const without = rungs.filter((rung) => rung === 'none').length;
  const best = strongest(rungs) ?? 'none';
  return (
    <span className={classes.strengths}>
      <StrengthMark strength={best} />
      {props.look !== 'short' && best !== 'none' && without > 0 && (
        <span className={classes.quiet}>{words.without(formatNumber(without, 0, locale))}</span>
      )}
    </span>
  );
}

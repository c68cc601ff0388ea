import { Tooltip } from '@mantine/core';
import { type EvidenceStrength, evidenceStrengths } from '../../../../shared/domain/evidence';
import { formatNumber } from '../../../../shared/text/format';
import { useLocale, useTexts } from '../../../state/preferences';
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
  if (rungs === null) return <span className={classes.strengths}>{words.pending}</span>;
  if (rungs.length === 0) return <span className={classes.strengths}>{words.noClaims}</span>;
  const without = rungs.filter((rung) => rung === 'none').length;
  const best = strongest(rungs) ?? 'none';
  return (
    <span className={classes.strengths}>
      <BestRung strength={best} />
      {props.look !== 'short' && best !== 'none' && without > 0 && (
        <span>{words.without(formatNumber(without, 0, locale))}</span>
      )}
    </span>
  );
}

function BestRung({ strength }: { strength: EvidenceStrength }) {
  const { evidence, registry } = useTexts();
  const { names, meanings } = evidence.strength;
  const place = evidenceStrengths.indexOf(strength);
  return (
    <Tooltip label={`${registry.strength.best(names[strength])}. ${meanings[strength]}`} multiline maw={300}>
      <span className={classes.rung}>
        <span className={classes.rungSteps} aria-hidden>
          {evidenceStrengths.map((each, index) => (
            <span key={each} data-reached={index <= place || undefined} />
          ))}
        </span>
        {names[strength]}
      </span>
    </Tooltip>
  );
}

import { Tooltip } from '@mantine/core';
import { defaultAnalysis, type ReliabilityStandard, type WaveCell } from '../../../shared/domain/comparison';
import { useLocale, useTexts } from '../../state/preferences';
import classes from './comparison.module.css';
import { reliabilityReason } from './precision-words';
import type { ResultIndicator } from './result-rows';

/** How far to lean on a figure, in words; pointing at it gives the rule and what it looked at. */
export function ReliabilityTag(props: {
  cell: WaveCell;
  indicator: ResultIndicator;
  standard: ReliabilityStandard | undefined;
}) {
  const { comparison } = useTexts();
  const { locale } = useLocale();
  const { cell, indicator, standard = defaultAnalysis.reliabilityStandard } = props;
  const words = comparison.reliability;
  const label = cell.precision?.reliability?.label;
  const reason = reliabilityReason(cell, standard, indicator, words, locale);
  if (!label || !reason) return null;
  return (
    <Tooltip
      multiline
      w={300}
      label={
        <>
          {reason.why}
          <br />
          {reason.facts}
        </>
      }
    >
      <span className={classes.reliability} data-label={label}>
        {words.labels[label]}
      </span>
    </Tooltip>
  );
}

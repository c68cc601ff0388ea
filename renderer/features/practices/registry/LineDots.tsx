import { Tooltip } from '@mantine/core';
import { type SelloLine, selloLines } from '../../../../shared/domain/practice';
import { formatNumber } from '../../../../shared/text/format';
import { useLocale, useTexts } from '../../../state/preferences';
import classes from './registry.module.css';

/** Which of the five lines of the Sello are ticked, as five small squares; `isLabelled` says beside them what they are. */
export function LineDots(props: { lines: readonly SelloLine[]; isLabelled?: boolean }) {
  const { practices, registry } = useTexts();
  const { locale } = useLocale();
  const names = props.lines.map((line) => practices.selloLineNames[line]);
  const words =
    names.length === 0
      ? registry.noLine
      : registry.table.linesOf(formatNumber(names.length, 0, locale), names.join(', '));
  const dots = (
    <Tooltip label={words} multiline maw={320}>
      <span className={classes.lineDots} role="img" aria-label={words}>
        {selloLines.map((line) => (
          <span key={line} data-on={props.lines.includes(line) || undefined} />
        ))}
      </span>
    </Tooltip>
  );
  if (!props.isLabelled) return dots;
  return (
    <span className={classes.labelledDots}>
      {dots}
      <span aria-hidden>{registry.table.linesShort(formatNumber(names.length, 0, locale))}</span>
    </span>
  );
}

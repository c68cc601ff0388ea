import { Tooltip } from '@mantine/core';
import { type SelloLine, selloLines } from '../../../../shared/domain/practice';
import { formatNumber } from '../../../../shared/text/format';
import { useLocale, useTexts } from '../../../state/preferences';
import classes from './registry.module.css';

/** Which of the five lines of the Sello are ticked, as five small squares and in words. */
export function LineDots(props: { lines: readonly SelloLine[] }) {
  const { practices, registry } = useTexts();
  const { locale } = useLocale();
  const names = props.lines.map((line) => practices.selloLineNames[line]);
  const words =
    names.length === 0
      ? registry.noLine
      : registry.table.linesOf(formatNumber(names.length, 0, locale), names.join(', '));
  return (
    <Tooltip label={words} multiline maw={320}>
      <span className={classes.lineDots} role="img" aria-label={words}>
        {selloLines.map((line) => (
          <span key={line} data-on={props.lines.includes(line) || undefined} />
        ))}
      </span>
    </Tooltip>
  );
}

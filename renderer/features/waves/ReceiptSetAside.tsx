import { Text } from '@mantine/core';
import type { Receipt, Wave } from '../../../shared/domain/wave';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { Section } from '../../ui/Section';
import { BringBack } from './BringBack';
import classes from './waves.module.css';

const mostLines = 12;

/** Rows set aside by reason with their lines in the file, and a way to take them out, correct and bring them again. */
export function ReceiptSetAside(props: { wave: Wave; receipt: Receipt }) {
  const { receipt } = props;
  const { import: importText, receipt: texts, waves } = useTexts();
  const { locale } = useLocale();
  const text = waves.receipt;
  const number = (value: number) => formatNumber(value, 0, locale);
  function linesOf(reason: Receipt['setAside'][number]['reason']): string {
    const lines = receipt.setAside.filter((row) => row.reason === reason).map((row) => number(row.line));
    const shown = lines.slice(0, mostLines).join(', ');
    if (lines.length === 1) return text.oneLine(shown);
    return text.lines(lines.length > mostLines ? `${shown}…` : shown);
  }
  return (
    <Section title={text.setAsideTitle}>
      {receipt.rowsSetAside === 0 ? (
        <Text c="dimmed">{text.setAsideNone}</Text>
      ) : (
        <>
          <p className={classes.note}>{texts.bringBack.text}</p>
          <ul className={`${classes.reasons} ${classes.inLine}`}>
            {receipt.setAsideByReason.map(({ reason, count }) => (
              <li key={reason}>
                <span>{importText.setAside[reason]}</span>
                <strong>{number(count)}</strong>
                <span className={classes.reasonLines}>{linesOf(reason)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <BringBack wave={props.wave} receipt={receipt} />
    </Section>
  );
}

import { Text, Title } from '@mantine/core';
import type { Inspection } from '../../../shared/domain/import';
import { formatCount, formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import classes from './import.module.css';

const mostShown = 12;

/** Rows that cannot be read like the others, with line and reason. */
export function IrregularRows(props: { inspection: Inspection }) {
  const { irregular, irregularTotal } = props.inspection;
  const { import: text } = useTexts();
  const { locale } = useLocale();
  const number = (value: number) => formatNumber(value, 0, locale);
  const shown = irregular.slice(0, mostShown);
  return (
    <section>
      <Title order={3}>{text.dialect.irregularTitle}</Title>
      {irregularTotal === 0 ? (
        <Text c="dimmed">{text.dialect.irregularNone}</Text>
      ) : (
        <>
          <p className={classes.stepText} style={{ marginBlockEnd: 8 }}>
            {text.dialect.irregularText(formatCount(irregularTotal, text.row, text.rows, locale))}
          </p>
          <ul className={classes.values}>
            {shown.map((row) => (
              <li key={row.line}>
                <span>
                  {text.dialect.values.line(number(row.line))}: {text.setAside[row.reason]}
                </span>
                <Text span c="dimmed" size="sm">
                  {text.dialect.irregularFields(number(row.fields))}
                </Text>
              </li>
            ))}
          </ul>
          {irregularTotal > shown.length && (
            <Text c="dimmed" size="sm">
              {text.dialect.irregularMore(number(irregularTotal - shown.length))}
            </Text>
          )}
        </>
      )}
    </section>
  );
}

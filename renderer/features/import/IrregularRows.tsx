import { Anchor, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { Inspection } from '../../../shared/domain/import';
import { formatCount, formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import classes from './import.module.css';
import { lineName } from './source-words';

const firstShown = 8;

/** Rows that cannot be read like the others, with line and reason. */
export function IrregularRows(props: { inspection: Inspection }) {
  const { irregular, irregularTotal } = props.inspection;
  const texts = useTexts();
  const text = texts.import;
  const { locale } = useLocale();
  const [showsAll, setShowsAll] = useState(false);
  const number = (value: number) => formatNumber(value, 0, locale);
  const shown = showsAll ? irregular : irregular.slice(0, firstShown);
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
                  {lineName(props.inspection, number(row.line), texts)}: {text.setAside[row.reason]}
                </span>
                {(row.reason === 'short-row' || row.reason === 'long-row') && (
                  <Text span c="dimmed" size="sm">
                    {text.dialect.irregularFields(number(row.fields))}
                  </Text>
                )}
              </li>
            ))}
          </ul>
          {irregularTotal > shown.length &&
            (shown.length < irregular.length ? (
              <Anchor component="button" type="button" size="sm" onClick={() => setShowsAll(true)}>
                {text.dialect.irregularMore(number(irregularTotal - shown.length))}
              </Anchor>
            ) : (
              <Text c="dimmed" size="sm">
                {text.dialect.irregularMore(number(irregularTotal - shown.length))}
              </Text>
            ))}
        </>
      )}
    </section>
  );
}

import { Text, Title } from '@mantine/core';
import type { ColumnProfile } from '../../../shared/domain/import';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import classes from './import.module.css';

const mostShown = 10;

/** The most frequent values of a column as they stand in the file; not shown where they identify somebody. */
export function TopValues(props: { profile: ColumnProfile }) {
  const { import: text } = useTexts();
  const { locale } = useLocale();
  const { topValues, identityEvidence, insideText, proposal } = props.profile;
  // The engine joins the options of several columns with a bar.
  const isComposed = proposal.parts.length > 0;
  // What people wrote about others stays where it is.
  if (topValues.length === 0 || identityEvidence || insideText.length > 0) return null;
  return (
    <section>
      <Title order={3} mb={8}>
        {text.columnPanel.topTitle}
      </Title>
      <ul className={classes.values}>
        {topValues.slice(0, mostShown).map(({ value, count }) => (
          <li key={value}>
            <Text span truncate>
              {isComposed ? value.replaceAll('|', '; ') : value}
            </Text>
            <Text span c="dimmed">
              {formatNumber(count, 0, locale)}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  );
}

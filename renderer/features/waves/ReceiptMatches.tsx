import { Text } from '@mantine/core';
import type { ColumnMatch } from '../../../shared/domain/import';
import { useTexts } from '../../state/preferences';
import { Section } from '../../ui/Section';
import { Tag } from '../../ui/Tag';
import classes from './waves.module.css';

/** How the columns of this wave differed from the instrument when it was imported; nothing where there was none. */
export function ReceiptMatches(props: { matches: readonly ColumnMatch[] }) {
  const { import: importText, waves } = useTexts();
  const changed = props.matches.filter((match) => match.statuses.some((status) => status !== 'same'));
  if (changed.length === 0) return null;
  return (
    <Section title={waves.receipt.matchesTitle}>
      <ul className={classes.reasons}>
        {changed.map((match) => (
          <li key={`${match.source} ${match.variableId}`}>
            <span>
              {match.header ?? match.variableLabel}
              {match.header !== null &&
                match.variableLabel !== null &&
                match.header !== match.variableLabel && (
                  <Text span c="dimmed">
                    {' '}
                    ← {match.variableLabel}
                  </Text>
                )}
            </span>
            <span>
              {match.statuses
                .filter((status) => status !== 'same')
                .map((status) => (
                  <Tag key={status}>{importText.match.statuses[status]}</Tag>
                ))}
            </span>
            {match.optionsAdded.length > 0 && (
              <span className={classes.reasonLines}>+ {match.optionsAdded.join(', ')}</span>
            )}
            {match.optionsDropped.length > 0 && (
              <span className={classes.reasonLines}>− {match.optionsDropped.join(', ')}</span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

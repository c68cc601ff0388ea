import { SegmentedControl, Text } from '@mantine/core';
import { ColumnPlan, type ColumnProfile } from '../../../shared/domain/import';
import { formatPercent } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { columnName } from './column-words';
import classes from './import.module.css';

const actions = ['pseudonymise', 'drop', 'keep'] as const;

/** One column that carries identity: why it was noticed, and what will be stored of it. */
export function IdentityRow(props: {
  column: ColumnPlan;
  profile: ColumnProfile | undefined;
  /** Headers of the columns that together make this one; empty for a column of the file. */
  pieces: readonly string[];
  onChange: (change: Partial<ColumnPlan>) => void;
}) {
  const { column } = props;
  const { import: text, importColumns: words, platforms } = useTexts();
  const { locale } = useLocale();
  const evidence = props.profile?.identityEvidence;
  // What identifies a person is never stored as it stands, whatever else is chosen.
  const isIdentifier = column.type === 'identifier';
  const offered = actions.filter((action) => !(isIdentifier && action === 'keep'));
  const chosen = isIdentifier && column.action === 'keep' ? 'pseudonymise' : column.action;
  const writtenAs = props.profile?.writtenAs ?? null;
  function why(): string {
    if (evidence && evidence.sharePercent > 0) {
      const share = formatPercent(evidence.sharePercent / 100, 0, locale);
      return text.identity.found(
        text.identity.kinds[evidence.kind],
        text.identity.basis[evidence.basis],
        share,
      );
    }
    const kind = evidence?.kind ?? column.identity;
    if (kind) return text.identity.kinds[kind];
    if (props.pieces.length > 0) return words.panel.piecesText;
    return props.profile?.proposal.type === 'identifier'
      ? words.evidence.identifier
      : text.identity.unknownKind;
  }
  return (
    <div className={classes.identityRow}>
      <div>
        <Text fw={600}>{columnName(column)}</Text>
        <Text size="sm" c="dimmed">
          {why()}
        </Text>
        {writtenAs && (
          <Text size="sm" c="dimmed">
            {platforms.writtenAs[writtenAs]}
          </Text>
        )}
      </div>
      <div>
        <SegmentedControl
          fullWidth
          color="accent"
          aria-label={columnName(column)}
          data={offered.map((action) => ({ value: action, label: text.identity.actions[action] }))}
          value={chosen}
          onChange={(value) => props.onChange({ action: ColumnPlan.shape.action.parse(value) })}
        />
        <p className={`${classes.explain} ${chosen === 'keep' ? classes.danger : ''}`}>
          {text.identity.explain[chosen]}
        </p>
      </div>
    </div>
  );
}

import { SegmentedControl, Text } from '@mantine/core';
import { ColumnPlan, type ColumnProfile } from '../../../shared/domain/import';
import { formatPercent } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import classes from './import.module.css';

const actions = ['pseudonymise', 'drop', 'keep'] as const;

/** One column that carries identity: why it was noticed, and what will be stored of it. */
export function IdentityRow(props: {
  column: ColumnPlan;
  profile: ColumnProfile | undefined;
  onChange: (change: Partial<ColumnPlan>) => void;
}) {
  const { column } = props;
  const { import: text } = useTexts();
  const { locale } = useLocale();
  const evidence = props.profile?.identityEvidence;
  // What identifies a person is never stored as it stands, whatever else is chosen.
  const isIdentifier = column.type === 'identifier';
  const offered = actions.filter((action) => !(isIdentifier && action === 'keep'));
  const chosen = isIdentifier && column.action === 'keep' ? 'pseudonymise' : column.action;
  return (
    <div className={classes.identityRow}>
      <div>
        <Text fw={600}>{column.header || column.label}</Text>
        <Text size="sm" c="dimmed">
          {evidence
            ? text.identity.found(
                text.identity.kinds[evidence.kind],
                text.identity.basis[evidence.basis],
                formatPercent(evidence.sharePercent / 100, 0, locale),
              )
            : column.identity
              ? text.identity.kinds[column.identity]
              : text.identity.unknownKind}
        </Text>
      </div>
      <div>
        <SegmentedControl
          fullWidth
          color="accent"
          aria-label={column.header || column.label}
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

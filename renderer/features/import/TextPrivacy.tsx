import { Switch, Title } from '@mantine/core';
import type { ColumnPlan, ColumnProfile } from '../../../shared/domain/import';
import { formatCount } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import classes from './columns.module.css';
import importClasses from './import.module.css';

/** True for columns whose cells may mention somebody in words. */
export function mayMentionPeople({ plan, profile }: { plan: ColumnPlan; profile: ColumnProfile }): boolean {
  const isText = plan.type === 'text' && plan.identity === null;
  return plan.action === 'keep' && (isText || profile.insideText.length > 0);
}

/** Personal details inside texts and options: which kinds were found, in how many cells, and whether they are replaced. */
export function TextPrivacy(props: {
  plan: ColumnPlan;
  profile: ColumnProfile;
  onChange: (change: Partial<ColumnPlan>) => void;
}) {
  const { plan, profile } = props;
  const { import: text, importColumns: words } = useTexts();
  const { locale } = useLocale();
  const { panel } = words;
  if (!mayMentionPeople(props)) return null;
  return (
    <section>
      <Title order={3} mb={12}>
        {panel.privacyTitle}
      </Title>
      <Switch
        label={panel.redactLabel}
        description={plan.redacts ? panel.redactHelp : panel.redactOff}
        checked={plan.redacts}
        onChange={(event) => props.onChange({ redacts: event.currentTarget.checked })}
      />
      {profile.insideText.length === 0 ? (
        <p className={importClasses.explain}>{panel.redactNone}</p>
      ) : (
        <ul className={`${classes.facts} ${importClasses.steps}`}>
          {profile.insideText.map(({ kind, count }) => (
            <li key={kind}>
              {panel.redactFound(
                text.identity.kinds[kind],
                formatCount(count, panel.cell, panel.cells, locale),
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

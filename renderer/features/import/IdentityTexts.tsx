import { Switch, Text } from '@mantine/core';
import type { ColumnPlan, ColumnProfile, Inspection } from '../../../shared/domain/import';
import { formatCount } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { Section } from '../../ui/Section';
import { columnName } from './column-words';
import classes from './columns.module.css';
import importClasses from './import.module.css';
import { mayMentionPeople } from './TextPrivacy';
import type { ImportWork } from './use-import-draft';

/** Texts and options in which people are named: what was found, and whether it is replaced. */
export function IdentityTexts({ work, inspection }: { work: ImportWork; inspection: Inspection }) {
  const { importColumns: words } = useTexts();
  const { locale } = useLocale();
  const { identity: say } = words;
  const profileOf = new Map(inspection.columns.map((profile) => [profile.proposal.source, profile]));
  const texts = work.columns.flatMap((plan) => {
    const profile = profileOf.get(plan.source);
    return profile && mayMentionPeople({ plan, profile }) ? [{ plan, profile }] : [];
  });
  if (texts.length === 0) return null;
  const found = texts.filter(({ profile }) => profile.insideText.length > 0);
  const quiet = texts.filter(({ profile }) => profile.insideText.length === 0);
  const row = ({ plan, profile }: { plan: ColumnPlan; profile: ColumnProfile }) => (
    <TextRow key={plan.source} plan={plan} profile={profile} work={work} />
  );
  return (
    <Section title={say.textsTitle}>
      <p className={importClasses.stepText}>{say.textsText}</p>
      {found.map(row)}
      {quiet.length > 0 && (
        <details className={classes.fold}>
          <summary>{say.quietTexts(formatCount(quiet.length, say.text, say.texts, locale))}</summary>
          <p className={classes.foldText}>{say.textNothing}</p>
          {quiet.map(row)}
        </details>
      )}
    </Section>
  );
}

function TextRow(props: { plan: ColumnPlan; profile: ColumnProfile; work: ImportWork }) {
  const { plan, profile, work } = props;
  const { import: text, importColumns: words } = useTexts();
  const { locale } = useLocale();
  const { identity: say, panel } = words;
  const kinds = profile.insideText.map(({ kind, count }) =>
    say.textKind(text.identity.kinds[kind], formatCount(count, panel.cell, panel.cells, locale)),
  );
  return (
    <div className={importClasses.identityRow}>
      <div>
        <Text fw={600}>{columnName(plan)}</Text>
        <Text size="sm" c="dimmed">
          {kinds.length > 0 && say.textFound(kinds.join(', '))} {plan.type !== 'text' && say.optionsFound}
        </Text>
      </div>
      <Switch
        aria-label={say.textSwitch(columnName(plan))}
        label={panel.redactLabel}
        description={plan.redacts ? panel.redactHelp : panel.redactOff}
        checked={plan.redacts}
        onChange={(event) => work.editColumns({ [plan.source]: { redacts: event.currentTarget.checked } })}
      />
    </div>
  );
}

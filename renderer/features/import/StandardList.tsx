import { Select, Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import type { ColumnPlan, ColumnProfile } from '../../../shared/domain/import';
import { StandardKind } from '../../../shared/domain/instrument';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import classes from './columns.module.css';
import importClasses from './import.module.css';
import { entriesOf, unknownAnswers, withRecode, withStandard, writtenAnswers } from './recode-edits';

const offered = [
  'country',
  'nationality',
  'comuna',
  'region',
  'rbd',
  'sex',
  'gender',
] as const satisfies StandardKind[];
const none = 'none';
const unknownShown = 100;

/** The official list the answers belong to: how many it recognises, which not, and another one to be chosen. */
export function StandardList(props: {
  plan: ColumnPlan;
  profile: ColumnProfile;
  onChange: (change: Partial<ColumnPlan>) => void;
}) {
  const { plan, profile, onChange } = props;
  const { columnTypes, importColumns: text } = useTexts();
  const { locale } = useLocale();
  const number = (value: number) => formatNumber(value, 0, locale);
  const entries = useMemo(() => entriesOf(plan.standard), [plan.standard]);
  const isList = plan.type === 'single' || plan.standard !== null;
  if (!isList || plan.parts.length > 0 || plan.standard === 'coordinates') return null;
  const found = plan.standard === profile.proposal.standard ? profile.standardEvidence : null;
  const unknown = entries.length === 0 ? [] : unknownAnswers(plan).slice(0, unknownShown);
  const seen = profile.topValues
    .map(({ value }) => value)
    .filter((value) => !plan.missingCodes.includes(value) && !plan.notApplicableCodes.includes(value));
  function choose(value: string | null): void {
    if (value === profile.proposal.standard) {
      const { standard, options, recodes, type } = profile.proposal;
      onChange({ standard, options, recodes, type });
      return;
    }
    const kind = value === null || value === none ? null : StandardKind.parse(value);
    // Sex and gender stay as recorded.
    if (kind === 'sex' || kind === 'gender') onChange({ standard: kind });
    else onChange(withStandard(writtenAnswers(plan, seen), kind));
  }
  return (
    <section>
      <Title order={3} mb={8}>
        {text.panel.standardTitle}
      </Title>
      <Select
        aria-label={text.panel.standardTitle}
        data={[
          { value: none, label: text.panel.standardNone },
          ...offered.map((kind) => ({ value: kind, label: columnTypes.standards[kind] })),
        ]}
        value={plan.standard ?? none}
        onChange={choose}
      />
      {found && (
        <p className={importClasses.explain}>
          {columnTypes.recognised(number(found.recognised), number(found.unrecognised))}
        </p>
      )}
      {unknown.length > 0 && (
        <ul className={`${classes.list} ${classes.block} ${unknown.length > 6 ? classes.scroll : ''}`}>
          {unknown.map((wording) => (
            <li key={wording} className={classes.item}>
              <span>
                «{wording}»{' '}
                <Text span size="sm" c="dimmed">
                  {text.panel.standardUnknown}
                </Text>
              </span>
              <Select
                size="xs"
                w={220}
                searchable
                limit={60}
                aria-label={text.panel.recodeRowTo(wording)}
                placeholder={text.panel.readAs}
                data={entries}
                value={null}
                onChange={(code) => {
                  const entry = entries.find(({ value }) => value === code);
                  if (entry) onChange(withRecode(plan, wording, entry.value, entry.label));
                }}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

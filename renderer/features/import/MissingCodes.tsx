import { SegmentedControl, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import type { ColumnPlan, ColumnProfile } from '../../../shared/domain/import';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import classes from './columns.module.css';
import importClasses from './import.module.css';
import { type CodeKind, withCode } from './recode-edits';

const kinds = ['missing', 'notApplicable', 'answer'] as const satisfies CodeKind[];

/** Which answers count as missing, and which say "no corresponde": those that look like it, and others the analyst adds. */
export function MissingCodes(props: {
  plan: ColumnPlan;
  profile: ColumnProfile;
  onChange: (change: Partial<ColumnPlan>) => void;
}) {
  const { plan, profile, onChange } = props;
  const { import: text, importColumns: words } = useTexts();
  const { locale } = useLocale();
  const [added, setAdded] = useState('');
  const counts = new Map(profile.topValues.map(({ value, count }) => [value, count]));
  for (const { code, count } of profile.missingCandidates) counts.set(code, count);
  const codes = [
    ...new Set([
      ...profile.missingCandidates.map(({ code }) => code),
      ...plan.missingCodes,
      ...plan.notApplicableCodes,
    ]),
  ];
  const timesOf = (count: number) =>
    count === 1 ? words.panel.once : text.columnPanel.missingCount(formatNumber(count, 0, locale));
  const kindOf = (code: string): CodeKind =>
    plan.missingCodes.includes(code)
      ? 'missing'
      : plan.notApplicableCodes.includes(code)
        ? 'notApplicable'
        : 'answer';
  return (
    <section>
      <Title order={3}>{text.columnPanel.missingTitle}</Title>
      <p className={importClasses.stepText}>{text.columnPanel.missingText}</p>
      {codes.length === 0 && (
        <Text size="sm" c="dimmed" mt={8}>
          {text.columnPanel.missingNone}
        </Text>
      )}
      <ul className={`${classes.list} ${classes.block}`}>
        {codes.map((code) => (
          <li key={code} className={classes.item}>
            <div>
              <strong>{code}</strong>{' '}
              <Text span size="sm" c="dimmed">
                {counts.has(code) && timesOf(counts.get(code) ?? 0)}
              </Text>
            </div>
            <SegmentedControl
              size="xs"
              aria-label={words.panel.codeKind(code)}
              data={kinds.map((kind) => ({ value: kind, label: words.panel.codeKinds[kind] }))}
              value={kindOf(code)}
              onChange={(value) =>
                onChange(withCode(plan, code, kinds.find((kind) => kind === value) ?? 'answer'))
              }
            />
          </li>
        ))}
      </ul>
      {plan.notApplicableCodes.length > 0 && (
        <p className={importClasses.explain}>{words.panel.notApplicableText}</p>
      )}
      <TextInput
        mt={12}
        label={words.panel.codeAdd}
        value={added}
        onChange={(event) => setAdded(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') add();
        }}
        onBlur={add}
      />
    </section>
  );

  function add(): void {
    const code = added.trim();
    setAdded('');
    if (code !== '' && !codes.includes(code)) onChange(withCode(plan, code, 'missing'));
  }
}

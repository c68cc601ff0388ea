import { Select, Text } from '@mantine/core';
import { useState } from 'react';
import type { CellIssue, Receipt } from '../../../shared/domain/wave';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { Section } from '../../ui/Section';
import { IssueTable } from './IssueTable';
import classes from './waves.module.css';

/** Cells worth a look of every reason, which can be seen one reason at a time. */
export function ReceiptIssues(props: { receipt: Receipt }) {
  const { issues, issuesTotal } = props.receipt;
  const { receipt, waves } = useTexts();
  const { locale } = useLocale();
  const text = waves.receipt;
  const [reason, setReason] = useState<CellIssue['reason'] | null>(null);
  const number = (value: number) => formatNumber(value, 0, locale);
  const counts = new Map<CellIssue['reason'], number>();
  for (const issue of issues) counts.set(issue.reason, (counts.get(issue.reason) ?? 0) + 1);
  const shown = issues.filter((issue) => reason === null || issue.reason === reason);
  if (issuesTotal === 0) {
    return (
      <Section title={text.issuesTitle}>
        <Text c="dimmed">{text.issuesNone}</Text>
      </Section>
    );
  }
  return (
    <Section title={text.issuesTitle}>
      <p className={classes.note}>
        {receipt.issues.text} {counts.has('check-digit') && `${text.issuesCheckDigit} `}
        {issues.length < issuesTotal && text.shownOf(number(issues.length), number(issuesTotal))}
      </p>
      {counts.size > 1 && (
        <Select
          mb={12}
          maw={400}
          aria-label={receipt.issues.filter}
          data={[
            { value: '', label: receipt.issues.all(number(issues.length)) },
            ...[...counts].map(([each, count]) => ({
              value: each,
              label: receipt.issues.one(text.issues[each], number(count)),
            })),
          ]}
          allowDeselect={false}
          value={reason ?? ''}
          onChange={(value) => setReason([...counts.keys()].find((each) => each === value) ?? null)}
        />
      )}
      <IssueTable label={text.issuesTitle} receipt={props.receipt} issues={shown} />
    </Section>
  );
}

import { Text } from '@mantine/core';
import type { CellIssue, Receipt } from '../../../shared/domain/wave';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { type DataColumn, DataTable } from '../../ui/DataTable';
import { Section } from '../../ui/Section';
import classes from './waves.module.css';

/** Cells that did not convert, by line and column; values that identify somebody are not shown. */
export function ReceiptIssues(props: { receipt: Receipt }) {
  const { issues, issuesTotal } = props.receipt;
  const { waves } = useTexts();
  const { locale } = useLocale();
  const text = waves.receipt;
  const number = (value: number) => formatNumber(value, 0, locale);
  const columns: DataColumn<CellIssue>[] = [
    { key: 'line', header: text.line, width: '96px', align: 'end', render: (issue) => number(issue.line) },
    {
      key: 'column',
      header: text.column,
      width: 'minmax(240px, 2fr)',
      render: (issue) => <span title={issue.header}>{issue.header}</span>,
    },
    {
      key: 'value',
      header: text.value,
      width: 'minmax(180px, 1fr)',
      render: (issue) => (issue.value === null ? <em>{text.hiddenValue}</em> : `«${issue.value}»`),
    },
    {
      key: 'reason',
      header: text.reason,
      width: 'minmax(240px, 1.4fr)',
      render: (issue) => text.issues[issue.reason],
    },
  ];
  return (
    <Section title={text.issuesTitle}>
      {issuesTotal === 0 ? (
        <Text c="dimmed">{text.issuesNone}</Text>
      ) : (
        <>
          <p className={classes.note}>
            {text.issuesText}{' '}
            {issues.some((issue) => issue.reason === 'check-digit') && `${text.issuesCheckDigit} `}
            {issues.length < issuesTotal && text.shownOf(number(issues.length), number(issuesTotal))}
          </p>
          <DataTable
            label={text.issuesTitle}
            columns={columns}
            rowCount={issues.length}
            rowAt={(index) => issues[index]}
            rowHeight={36}
            maxHeight={400}
          />
        </>
      )}
    </Section>
  );
}

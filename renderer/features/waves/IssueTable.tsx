import type { CellIssue } from '../../../shared/domain/wave';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { type DataColumn, DataTable } from '../../ui/DataTable';

/** Cells worth a look, by line and column; values that identify somebody are not shown. */
export function IssueTable(props: { label: string; issues: readonly CellIssue[]; isOneColumn?: boolean }) {
  const { issues } = props;
  const { waves } = useTexts();
  const { locale } = useLocale();
  const text = waves.receipt;
  const column: DataColumn<CellIssue> = {
    key: 'column',
    header: text.column,
    width: 'minmax(220px, 2fr)',
    render: (issue) => <span title={issue.header}>{issue.header}</span>,
  };
  const columns: DataColumn<CellIssue>[] = [
    {
      key: 'line',
      header: text.line,
      width: '88px',
      align: 'end',
      render: (issue) => formatNumber(issue.line, 0, locale),
    },
    ...(props.isOneColumn ? [] : [column]),
    {
      key: 'value',
      header: text.value,
      width: 'minmax(160px, 1fr)',
      render: (issue) => {
        if (issue.value === null) return issue.reason === 'required' ? '' : <em>{text.hiddenValue}</em>;
        return `«${issue.value}»`;
      },
    },
    {
      key: 'reason',
      header: text.reason,
      width: 'minmax(200px, 1.4fr)',
      render: (issue) => text.issues[issue.reason],
    },
  ];
  return (
    <DataTable
      label={props.label}
      columns={columns}
      rowCount={issues.length}
      rowAt={(index) => issues[index]}
      rowHeight={36}
      maxHeight={400}
    />
  );
}

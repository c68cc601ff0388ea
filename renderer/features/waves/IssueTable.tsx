import type { CellIssue, Receipt } from '../../../shared/domain/wave';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { useVariables } from '../../state/use-variables';
import { type DataColumn, DataTable } from '../../ui/DataTable';

/** Cells worth a look, by line and column; values that identify somebody are not shown. */
export function IssueTable(props: {
  label: string;
  receipt: Receipt;
  issues: readonly CellIssue[];
  isOneColumn?: boolean;
}) {
  const { issues, receipt } = props;
  const { receipt: texts, waves } = useTexts();
  const { byId } = useVariables();
  const { locale } = useLocale();
  const text = waves.receipt;
  function written({ header, value, reason }: CellIssue) {
    if (value === '' || reason === 'required') return texts.issues.blank;
    if (value === null) return <em>{text.hiddenValue}</em>;
    const id = receipt.columns.find((each) => each.header === header)?.variableId;
    const label = id && byId.get(id)?.options.find((option) => option.value === value)?.label;
    return label && label !== value ? `«${value}» (${label})` : `«${value}»`;
  }
  const column: DataColumn<CellIssue> = {
    key: 'column',
    header: text.column,
    width: 'minmax(200px, 1.1fr)',
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
      width: props.isOneColumn ? 'minmax(170px, 1.2fr)' : 'minmax(256px, 1.1fr)',
      render: written,
    },
    {
      key: 'reason',
      header: text.reason,
      width: props.isOneColumn ? 'minmax(240px, 2fr)' : 'minmax(270px, 1fr)',
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

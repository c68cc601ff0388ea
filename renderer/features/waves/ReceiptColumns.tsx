import { useState } from 'react';
import type { ColumnReceipt, Receipt } from '../../../shared/domain/wave';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { type DataColumn, DataTable } from '../../ui/DataTable';
import { Section } from '../../ui/Section';
import { Tag } from '../../ui/Tag';
import { CoercionPanel } from './CoercionPanel';
import classes from './waves.module.css';

/** Column by column: cells read, empty, missing, converted and not converted; a click lists the changes. */
export function ReceiptColumns(props: { receipt: Receipt }) {
  const { waves } = useTexts();
  const { locale } = useLocale();
  const text = waves.receipt;
  const [open, setOpen] = useState<ColumnReceipt | null>(null);
  const rows = props.receipt.columns;
  const count = (
    key: string,
    header: string,
    width: string,
    value: (column: ColumnReceipt) => number,
  ): DataColumn<ColumnReceipt> => ({
    key,
    header,
    width,
    align: 'end',
    render: (column) =>
      value(column) === 0 ? <span aria-hidden>–</span> : formatNumber(value(column), 0, locale),
  });
  const columns: DataColumn<ColumnReceipt>[] = [
    {
      key: 'header',
      header: text.columnName,
      width: 'minmax(170px, 2fr)',
      render: (column) => <span title={column.header}>{column.header}</span>,
    },
    {
      key: 'action',
      header: text.action,
      width: '140px',
      render: (column) =>
        column.action === 'keep' ? text.actions.keep : <Tag>{text.actions[column.action]}</Tag>,
    },
    count('read', text.read, '84px', (column) => column.read),
    count('kept', text.kept, '108px', (column) => column.kept),
    count('blank', text.blank, '84px', (column) => column.blank),
    count('missing', text.missing, '92px', missingOf),
    count('coerced', text.coerced, '116px', (column) => column.coercedTotal),
    count('failed', text.failed, '132px', (column) => column.failedTotal),
  ];
  return (
    <Section title={text.columnsTitle}>
      <p className={classes.note}>{text.columnsText}</p>
      <DataTable
        label={text.columnsTitle}
        columns={columns}
        rowCount={rows.length}
        rowAt={(index) => rows[index]}
        onRowClick={setOpen}
        toneOf={(column) => (column.failedTotal > 0 ? 'warning' : null)}
        rowHeight={40}
        maxHeight={520}
      />
      {open && <CoercionPanel column={open} onClose={() => setOpen(null)} />}
    </Section>
  );
}

function missingOf(column: ColumnReceipt): number {
  return column.missingByCode.reduce((sum, entry) => sum + entry.count, 0);
}

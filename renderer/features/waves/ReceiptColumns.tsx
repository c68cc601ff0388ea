import { Group, SegmentedControl, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { ColumnReceipt, Receipt, Wave } from '../../../shared/domain/wave';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { useVariables } from '../../state/use-variables';
import { type DataColumn, DataTable } from '../../ui/DataTable';
import { Section } from '../../ui/Section';
import { Tag } from '../../ui/Tag';
import { useValueWords } from '../cleaning/use-value-words';
import { ColumnPanel } from './ColumnPanel';
import { columnSentence, isChanged, isStoredElsewhere, needsReview } from './column-summary';
import classes from './waves.module.css';

const manyColumns = 12;
const filters = ['all', 'changed', 'review'] as const;
type Filter = (typeof filters)[number];

/** Column by column: what became of it in one sentence; a click shows every change. */
export function ReceiptColumns(props: { wave: Wave; receipt: Receipt }) {
  const { receipt } = props;
  const { receipt: text, waves } = useTexts();
  const { locale } = useLocale();
  const { byId } = useVariables();
  const words = useValueWords();
  const [open, setOpen] = useState<ColumnReceipt | null>(null);
  const [filter, setFilter] = useState<Filter>('all');
  const [search, setSearch] = useState('');
  const groups: Record<Filter, readonly ColumnReceipt[]> = {
    all: receipt.columns,
    changed: receipt.columns.filter(isChanged),
    review: receipt.columns.filter((column) => needsReview(column, receipt)),
  };
  const wanted = plain(search);
  const rows = groups[filter].filter((column) => plain(column.header).includes(wanted));
  const columns: DataColumn<ColumnReceipt>[] = [
    {
      key: 'header',
      header: waves.receipt.columnName,
      width: 'minmax(200px, 1fr)',
      render: (column) => <ColumnName column={column} />,
    },
    {
      key: 'what',
      header: text.columns.what,
      width: 'minmax(360px, 2.4fr)',
      render: (column) => {
        const sentence = columnSentence(column, receipt, text, locale, {
          variables: byId,
          words,
        });
        return (
          <span className={classes.threeLines} title={sentence}>
            {sentence}
          </span>
        );
      },
    },
    {
      key: 'action',
      header: waves.receipt.action,
      width: '150px',
      render: (column) =>
        column.action === 'keep' ? (
          waves.receipt.actions.keep
        ) : (
          <Tag>
            {isStoredElsewhere(column, receipt, byId)
              ? text.columns.withQuestion
              : waves.receipt.actions[column.action]}
          </Tag>
        ),
    },
  ];
  return (
    <Section title={waves.receipt.columnsTitle}>
      <p className={classes.note}>{text.columns.text}</p>
      <Group mb={12} gap={16} align="center">
        <SegmentedControl
          aria-label={text.columns.filter}
          data={filters.map((each) => ({
            value: each,
            label: text.columns[each](formatNumber(groups[each].length, 0, locale)),
          }))}
          value={filter}
          onChange={(value) => setFilter(filters.find((each) => each === value) ?? 'all')}
        />
        {receipt.columns.length > manyColumns && (
          <TextInput
            w={260}
            aria-label={text.columns.search}
            placeholder={text.columns.search}
            leftSection={<IconSearch size={16} aria-hidden />}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
        )}
      </Group>
      {rows.length === 0 ? (
        <Text c="dimmed">{text.columns.none}</Text>
      ) : (
        <DataTable
          label={waves.receipt.columnsTitle}
          columns={columns}
          rowCount={rows.length}
          rowAt={(index) => rows[index]}
          onRowClick={setOpen}
          toneOf={(column) => (needsReview(column, receipt) ? 'warning' : null)}
          rowHeight={64}
          maxHeight={560}
        />
      )}
      {open && (
        <ColumnPanel wave={props.wave} receipt={receipt} column={open} onClose={() => setOpen(null)} />
      )}
    </Section>
  );
}

/** The header as the file has it and, where it is another, the question it is stored as. */
function ColumnName({ column }: { column: ColumnReceipt }) {
  const { byId } = useVariables();
  const label = column.variableId === null ? undefined : byId.get(column.variableId)?.label;
  if (label === undefined || label === column.header.trim()) {
    return (
      <span className={classes.twoLines} title={column.header}>
        {column.header}
      </span>
    );
  }
  return (
    <>
      <span className={classes.twoLines} title={column.header}>
        {column.header}
      </span>
      <Text className={classes.oneLine} span size="xs" c="dimmed" title={label}>
        {label}
      </Text>
    </>
  );
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .trim();
}

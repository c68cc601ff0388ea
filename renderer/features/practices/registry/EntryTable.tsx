import { Checkbox } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useMemo } from 'react';
import { Link } from 'wouter';
import { useTexts } from '../../../state/preferences';
import { type DataColumn, DataTable } from '../../../ui/DataTable';
import { type Entry, ownerOf, yearsOf } from './entry';
import { LineDots } from './LineDots';
import { populationGroupsOf } from './population';
import classes from './registry.module.css';
import { StrengthSummary } from './StrengthSummary';
import { type SortableColumn, sortEntries } from './sort-entries';
import type { Registry } from './use-registry';
import { yearSpan } from './year-span';

/** Records as a table that sorts by each of its columns; only the rows in view are drawn. */
export function EntryTable({ registry: state }: { registry: Registry }) {
  const { registry } = useTexts();
  const columns = useEntryColumns(state);
  const { sorting } = state.address;
  const rows = useMemo(
    () => sortEntries(state.shown, sorting, state.rungsOf),
    [state.shown, sorting, state.rungsOf],
  );
  return (
    <DataTable
      label={registry.table.label}
      columns={columns}
      rowCount={rows.length}
      rowAt={(index) => rows[index]}
      isSelected={(entry) => state.selected.has(entry.key)}
      rowHeight={60}
      maxHeight="max(420px, calc(100vh - 320px))"
    />
  );
}

function useEntryColumns(state: Registry): DataColumn<Entry>[] {
  const { registry } = useTexts();
  const words = registry.table;
  const sorted = (
    key: SortableColumn,
    width: string,
    render: DataColumn<Entry>['render'],
  ): DataColumn<Entry> => ({
    key,
    header: <SortButton column={key} registry={state} />,
    width,
    render,
    ...(state.address.sorting?.column === key
      ? { sorted: state.address.sorting.isDescending ? 'descending' : 'ascending' }
      : {}),
  });
  return [
    {
      key: 'select',
      header: <span className="lb-hidden">{words.select}</span>,
      width: '44px',
      render: (entry) => (
        <Checkbox
          size="xs"
          aria-label={registry.select(entry.record.title)}
          checked={state.selected.has(entry.key)}
          onChange={() => state.toggle(entry.key)}
        />
      ),
    },
    sorted('title', 'minmax(240px, 3fr)', (entry) => (
      <Link
        href={entry.href}
        className={`${classes.tableTitle} ${classes.twoLines}`}
        title={entry.record.title}
      >
        {entry.record.title}
      </Link>
    )),
    sorted('municipality', 'minmax(116px, 1fr)', ({ record }) => (
      <span className={classes.twoLines}>{ownerOf(record)}</span>
    )),
    sorted('lines', '102px', ({ record }) =>
      record.kind === 'municipal' ? <LineDots lines={record.selloLines} /> : registry.kinds[record.kind],
    ),
    sorted('population', 'minmax(150px, 1.3fr)', ({ record }) => (
      <span className={classes.twoLines}>
        {populationGroupsOf(record)
          .map((group) => registry.populations[group])
          .join(', ')}
      </span>
    )),
    sorted('years', '112px', ({ record }) => yearSpan(yearsOf(record))),
    sorted('evidence', 'minmax(172px, 1fr)', (entry) => (
      <StrengthSummary rungs={state.rungsOf(entry)} look="short" />
    )),
  ];
}

function SortButton(props: { column: SortableColumn; registry: Registry }) {
  const { registry } = useTexts();
  const { sorting, setSorting } = props.registry.address;
  const name = registry.table[props.column];
  const isSorted = sorting?.column === props.column;
  const Sign = sorting?.isDescending ? IconArrowDown : IconArrowUp;
  return (
    <button
      type="button"
      className={classes.sortButton}
      aria-label={registry.table.sortBy(name)}
      onClick={() =>
        setSorting(isSorted && sorting.isDescending ? null : { column: props.column, isDescending: isSorted })
      }
    >
      {name}
      {isSorted && <Sign size={13} aria-hidden />}
    </button>
  );
}

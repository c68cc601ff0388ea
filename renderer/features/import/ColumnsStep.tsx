import { SegmentedControl, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { formatCount, formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { ColumnPanel } from './ColumnPanel';
import { ColumnTable } from './ColumnTable';
import {
  type ColumnFilter,
  type ColumnRow,
  columnFilters,
  columnRows,
  isFound,
  isUnder,
} from './column-facts';
import classes from './columns.module.css';
import { StepFrame } from './StepFrame';
import type { InspectedStepProps } from './step-props';

/** Up to so many rows each column in view is tried, so that an example of its cells can stand beside it. */
const rowsTried = 20_000;

/** Every column and what will happen to it; one click opens what can be corrected. */
export function ColumnsStep(props: InspectedStepProps) {
  const { work, inspection } = props;
  const { import: text, importColumns: words } = useTexts();
  const { locale } = useLocale();
  const [search, setSearch] = useState('');
  const [filter, setFilter] = useState<ColumnFilter>('all');
  const [openSource, setOpenSource] = useState<number | null>(null);
  const all = useMemo(
    () => columnRows(work.ownColumns, inspection.columns, inspection.headers),
    [work.ownColumns, inspection],
  );
  const counts = useMemo(
    () => new Map(columnFilters.map((name) => [name, all.filter((row) => isUnder(row, name)).length])),
    [all],
  );
  const rows = useMemo(() => {
    // A part of a question stands behind it; who searches for it finds it by itself as well.
    const finds = (row: ColumnRow) => filter === 'all' && row.partOf !== null && search.trim() !== '';
    return all.filter((row) => (isUnder(row, filter) || finds(row)) && isFound(row, search));
  }, [all, filter, search]);
  const open = all.find((row) => row.plan.source === openSource);
  const place = rows.findIndex((row) => row.plan.source === openSource);
  const neighbour = (by: number) => {
    const next = place === -1 ? undefined : rows[place + by];
    return next ? () => setOpenSource(next.plan.source) : null;
  };
  const kept = all.filter(({ plan }) => plan.action !== 'drop').length;
  const number = (value: number) => formatNumber(value, 0, locale);
  return (
    <StepFrame
      title={text.columnsStep.title}
      text={text.columnsStep.text}
      onBack={props.onBack}
      onNext={props.onNext}
      note={words.list.summary(
        formatCount(kept, words.list.variable, words.list.variables, locale),
        formatCount(inspection.headers.length, text.column, text.columns, locale),
      )}
    >
      <div className={classes.toolbar}>
        <SegmentedControl
          aria-label={words.list.filterLabel}
          data={columnFilters.map((name) => ({
            value: name,
            label: words.list.filterCount(words.list.filters[name], number(counts.get(name) ?? 0)),
          }))}
          value={filter}
          onChange={(value) => setFilter(columnFilters.find((name) => name === value) ?? 'all')}
        />
        <TextInput
          className={classes.search}
          aria-label={text.columnsStep.search}
          placeholder={text.columnsStep.search}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      </div>
      {rows.length === 0 ? (
        <Text c="dimmed">{words.list.noneInFilter[search.trim() === '' ? filter : 'all']}</Text>
      ) : (
        <ColumnTable
          rows={rows}
          reading={inspection.rows <= rowsTried ? work.reading : null}
          onOpen={(row) => setOpenSource(row.plan.source)}
        />
      )}
      {open && (
        <ColumnPanel
          key={open.plan.source}
          row={open}
          reading={work.reading}
          onChange={(change) => work.editColumns({ [open.plan.source]: change })}
          onClose={() => setOpenSource(null)}
          onPrevious={neighbour(-1)}
          onNext={neighbour(1)}
        />
      )}
    </StepFrame>
  );
}

import { NumberInput, Text } from '@mantine/core';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { VariableId } from '../../../shared/domain/ids';
import type { Variable } from '../../../shared/domain/instrument';
import type { Wave } from '../../../shared/domain/wave';
import { useLocale, useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import { DataTable, type DataTableHandle } from '../../ui/DataTable';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { CellPanel, isCorrectable } from '../cleaning/CellPanel';
import { cellValueOf } from '../cleaning/cell-value';
import { useValueWords } from '../cleaning/use-value-words';
import { lineColumn, rowColumns, wasSkipped } from './row-columns';
import { type StoredRow, useWaveRows } from './use-wave-rows';
import classes from './waves.module.css';

type CellAtHand = { row: StoredRow; variableId: VariableId };

/** The stored answers of a wave as a table of any length, fetched as it scrolls; a click on a cell corrects it. */
export function WaveRows(props: { wave: Wave }) {
  const { wave } = props;
  const text = useTexts();
  const { locale } = useLocale();
  const values = useValueWords();
  const instruments = useQueryMethod('instrument.list', {});
  const rows = useWaveRows(wave.id);
  const table = useRef<DataTableHandle>(null);
  const [open, setOpen] = useState<CellAtHand | null>(null);
  const variables = useMemo<readonly Variable[]>(() => {
    const instrument = instruments.data?.instruments.find((entry) => entry.id === wave.instrumentId);
    return (instrument?.variables ?? []).filter(({ id }) => wave.variableIds.includes(id));
  }, [instruments.data, wave]);
  const names = rows.columnNames.join('\n');
  const columns = useMemo(
    () =>
      rowColumns(
        names === '' ? [] : names.split('\n'),
        new Map(variables.map((variable) => [variable.id, variable])),
        { text, values, locale },
      ),
    [names, variables, text, values, locale],
  );
  const openCell = useCallback(
    (row: StoredRow, _index: number, key: string | null) => {
      const variable = variables.find(({ id }) => id === key) ?? variables.find(isCorrectable);
      if (variable) setOpen({ row, variableId: variable.id });
    },
    [variables],
  );
  const openLine = open?.row.valueOf(lineColumn);
  const isOpen = useCallback((row: StoredRow) => row.valueOf(lineColumn) === openLine, [openLine]);
  const variable = variables.find(({ id }) => id === open?.variableId);
  if (rows.error) return <ErrorState error={rows.error} onRetry={rows.retry} />;
  if (rows.total === null) return <LoadingState label={text.waves.data.loading} />;
  return (
    <>
      <div className={classes.tools}>
        <Text c="dimmed" maw={640}>
          {text.waves.data.note} {text.cleaning.cell.hint}
        </Text>
        <NumberInput
          label={text.waves.data.goTo}
          w={160}
          hideControls
          min={1}
          max={rows.total}
          allowDecimal={false}
          thousandSeparator={locale === 'es' ? '.' : ','}
          decimalSeparator={locale === 'es' ? ',' : '.'}
          onChange={(value) => {
            if (typeof value === 'number' && value >= 1) table.current?.scrollToRow(value - 1);
          }}
        />
      </div>
      <DataTable
        handle={table}
        label={text.waves.data.label(wave.name)}
        columns={columns}
        rowCount={rows.total}
        rowAt={rows.rowAt}
        onRange={rows.onRange}
        onRowClick={openCell}
        isSelected={isOpen}
        rowHeight={30}
        maxHeight="calc(100vh - 330px)"
      />
      {open && variable && (
        <CellPanel
          wave={wave}
          variables={variables}
          variable={variable}
          row={{
            line: Number(open.row.valueOf(lineColumn)),
            valueOf: (each) => cellValueOf(open.row.valueOf(each.id), each),
            isSkipped: (each) => wasSkipped(open.row, each.id),
          }}
          onVariable={({ id }) => setOpen({ row: open.row, variableId: id })}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}

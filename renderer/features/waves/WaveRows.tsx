import { NumberInput, Text } from '@mantine/core';
import { useMemo, useRef } from 'react';
import type { Variable } from '../../../shared/domain/instrument';
import type { Wave } from '../../../shared/domain/wave';
import type { Locale } from '../../../shared/text';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import { type DataColumn, DataTable, type DataTableHandle } from '../../ui/DataTable';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { storedValueWords } from './stored-value';
import { type StoredRow, useWaveRows } from './use-wave-rows';
import classes from './waves.module.css';

/** The stored answers of a wave as a table of any length, fetched as it scrolls. */
export function WaveRows(props: { wave: Wave }) {
  const { wave } = props;
  const { common, waves: text } = useTexts();
  const { locale } = useLocale();
  const instruments = useQueryMethod('instrument.list', {});
  const rows = useWaveRows(wave.id);
  const table = useRef<DataTableHandle>(null);
  const variables = useMemo(() => {
    const instrument = instruments.data?.instruments.find((entry) => entry.id === wave.instrumentId);
    return new Map((instrument?.variables ?? []).map((variable) => [String(variable.id), variable]));
  }, [instruments.data, wave.instrumentId]);
  const names = rows.columnNames.join('\n');
  const columns = useMemo<DataColumn<StoredRow>[]>(
    () => [
      {
        key: '#row',
        header: text.data.rowNumber,
        width: '88px',
        align: 'end',
        isPinned: true,
        render: (_row, index) => formatNumber(index + 1, 0, locale),
      },
      ...(names === '' ? [] : names.split('\n')).map((name) =>
        name === lineColumn
          ? lineNumberColumn(text.data.line, locale)
          : storedColumn(name, variables.get(name), locale, common.answers),
      ),
    ],
    [names, variables, text, locale, common],
  );
  if (rows.error) return <ErrorState error={rows.error} onRetry={rows.retry} />;
  if (rows.total === null) return <LoadingState label={text.data.loading} />;
  return (
    <>
      <div className={classes.tools}>
        <Text c="dimmed" maw={640}>
          {text.data.note}
        </Text>
        <NumberInput
          label={text.data.goTo}
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
        label={text.data.label(wave.name)}
        columns={columns}
        rowCount={rows.total}
        rowAt={rows.rowAt}
        onRange={rows.onRange}
        rowHeight={30}
        maxHeight="calc(100vh - 330px)"
      />
    </>
  );
}

const lineColumn = 'line';

function lineNumberColumn(header: string, locale: Locale): DataColumn<StoredRow> {
  return {
    key: lineColumn,
    header,
    width: '96px',
    align: 'end',
    render: (row) => formatNumber(Number(row.valueOf(lineColumn)), 0, locale),
  };
}

function storedColumn(
  name: string,
  variable: Variable | undefined,
  locale: Locale,
  answers: { yes: string; no: string },
): DataColumn<StoredRow> {
  const isNumber = variable?.type === 'integer' || variable?.type === 'decimal';
  return {
    key: name,
    header: <span title={variable?.label ?? name}>{variable?.label ?? name}</span>,
    width: `${widthOf(variable)}px`,
    align: isNumber ? 'end' : 'start',
    render: (row) => storedValueWords(row.valueOf(name), variable, locale, answers),
  };
}

const widths = {
  integer: 120,
  decimal: 120,
  date: 120,
  datetime: 160,
  boolean: 120,
  identifier: 180,
} as const;

function widthOf(variable: Variable | undefined): number {
  if (!variable) return 180;
  const { type } = variable;
  if (
    type === 'integer' ||
    type === 'decimal' ||
    type === 'date' ||
    type === 'datetime' ||
    type === 'boolean' ||
    type === 'identifier'
  ) {
    return widths[type];
  }
  return 200;
}

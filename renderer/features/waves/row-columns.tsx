import { Text } from '@mantine/core';
import type { Variable } from '../../../shared/domain/instrument';
import type { Locale, Texts } from '../../../shared/text';
import { formatNumber } from '../../../shared/text/format';
import type { DataColumn } from '../../ui/DataTable';
import type { ValueWords } from '../cleaning/cell-value';
import { storedValueWords } from './stored-value';
import type { StoredRow } from './use-wave-rows';

export const lineColumn = 'line';
/** Lists the questions that were not put to the person of the row. */
export const skippedColumn = 'skipped';

export type ColumnWords = { text: Texts; values: ValueWords; locale: Locale };

/** The columns of the table of stored answers: row, line in the file, and one a variable. */
export function rowColumns(
  names: readonly string[],
  variables: ReadonlyMap<string, Variable>,
  words: ColumnWords,
): DataColumn<StoredRow>[] {
  const { text, locale } = words;
  return [
    {
      key: '#row',
      header: text.waves.data.rowNumber,
      width: '88px',
      align: 'end',
      isPinned: true,
      render: (_row, index) => formatNumber(index + 1, 0, locale),
    },
    ...names.flatMap((name) => {
      if (name === skippedColumn) return [];
      return name === lineColumn
        ? [lineNumberColumn(words)]
        : [storedColumn(name, variables.get(name), words)];
    }),
  ];
}

/** True where the question was not put to the person of the row. */
export function wasSkipped(row: StoredRow, name: string): boolean {
  const skipped = row.valueOf(skippedColumn);
  return typeof skipped === 'string' && skipped.split(' ').includes(name);
}

function lineNumberColumn({ text, locale }: ColumnWords): DataColumn<StoredRow> {
  return {
    key: lineColumn,
    header: text.waves.data.line,
    width: '96px',
    align: 'end',
    render: (row) => formatNumber(Number(row.valueOf(lineColumn)), 0, locale),
  };
}

function storedColumn(
  name: string,
  variable: Variable | undefined,
  { text, values, locale }: ColumnWords,
): DataColumn<StoredRow> {
  const isNumber = variable?.type === 'integer' || variable?.type === 'decimal';
  return {
    key: name,
    header: <span title={variable?.label ?? name}>{variable?.label ?? name}</span>,
    width: `${widthOf(variable)}px`,
    align: isNumber ? 'end' : 'start',
    render: (row) => {
      const value = row.valueOf(name);
      if ((value ?? null) === null && wasSkipped(row, name)) {
        return (
          <Text span size="sm" c="dimmed" fs="italic">
            {text.cleaning.notApplicable}
          </Text>
        );
      }
      return storedValueWords(value, variable, locale, values);
    },
  };
}

const widths: Partial<Record<Variable['type'], number>> = {
  integer: 120,
  decimal: 120,
  date: 120,
  datetime: 160,
  boolean: 120,
  identifier: 180,
};

function widthOf(variable: Variable | undefined): number {
  if (!variable) return 180;
  return widths[variable.type] ?? 200;
}

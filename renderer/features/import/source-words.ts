import type { Inspection } from '../../../shared/domain/import';
import type { SourceTable } from '../../../shared/domain/source';
import type { Texts } from '../../../shared/text';

type ReadingTexts = Pick<Texts, 'import' | 'importReading'>;

const usualEndings: Readonly<Record<Inspection['format'], RegExp>> = {
  text: /\.(csv|txt|tsv|tab|dat|asc|prn|text)$/i,
  xlsx: /\.(xlsx|xlsm|xltx|xltm)$/i,
  ods: /\.(ods|fods|ots)$/i,
  xls: /\.(xls|xlt)$/i,
  sav: /\.(sav|zsav)$/i,
  html: /\.html?$/i,
};

/** True for files whose lines are rows of cells, not of text. */
export function isSheet({ format }: Pick<Inspection, 'format'>): boolean {
  return format !== 'text';
}

/** A place in the file: `Línea 4`, or `Fila 4` of a sheet. */
export function lineName(inspection: Pick<Inspection, 'format'>, line: string, text: ReadingTexts): string {
  return isSheet(inspection) ? text.importReading.aspects.row(line) : text.import.dialect.values.line(line);
}

/** A column by its place from 0: a letter in a sheet, a number in a text. */
export function columnName(inspection: Pick<Inspection, 'format'>, column: number): string {
  if (!isSheet(inspection)) return String(column + 1);
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** The table that is read; null where the file holds one without a name of its own. */
export function chosenTable({ tables, dialect }: Pick<Inspection, 'tables' | 'dialect'>): SourceTable | null {
  return (
    tables.find(({ id }) => id === dialect.tableId) ?? (tables.length === 1 ? (tables[0] ?? null) : null)
  );
}

/** The sheet that holds a block; the table itself otherwise. */
export function sheetOf(tables: readonly SourceTable[], table: SourceTable): SourceTable {
  if (table.kind !== 'block') return table;
  return tables.find(({ id, kind }) => kind !== 'block' && table.id.startsWith(`${id}/`)) ?? table;
}

/** What kind of file it is, in words, with its sheet, and a remark where its name says otherwise. */
export function formatWords(inspection: Inspection, text: ReadingTexts['importReading']): string {
  const { format, fileName, tables } = inspection;
  const table = chosenTable(inspection);
  const sheet = table ? sheetOf(tables, table) : null;
  const name = text.formats[format];
  const isNamed =
    sheet !== null &&
    format !== 'html' &&
    (sheet.kind === 'sheet' || sheet.kind === 'repeat') &&
    sheet.name !== '';
  const kind = isNamed ? text.source.sheet(name, sheet.name) : name;
  const ending = /\.[a-z0-9]{1,5}$/i.exec(fileName)?.[0];
  return ending === undefined || usualEndings[format].test(fileName)
    ? `${kind}.`
    : `${kind}, ${text.source.otherEnding(ending)}.`;
}

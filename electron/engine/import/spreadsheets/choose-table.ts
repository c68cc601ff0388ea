import { AppError } from '../../../../shared/errors';
import { redactText } from '../../privacy/redact-text';
import type { FrozenFile } from '../frozen-file';
import type { SheetVisibility } from './xlsx-workbook';

/** The sheet asked for, or the visible one with most data; a hidden one only where no visible one holds any. */
export function chooseTable<T extends { name: string; visibility: SheetVisibility }>(
  file: FrozenFile,
  tables: readonly T[],
  tableId: string | null,
  sizeOf: (table: T) => number,
): T {
  if (tableId !== null) {
    // A stored plan names the sheet without what its name says of a person.
    const asked =
      tables.find(({ name }) => name === tableId) ?? tables.find(({ name }) => redactText(name) === tableId);
    if (!asked) throw new AppError('table-missing', { fileName: file.name, table: tableId });
    return asked;
  }
  const most = (candidates: readonly T[]): T | null =>
    candidates.reduce<T | null>(
      (best, next) => (sizeOf(next) > (best === null ? 0 : sizeOf(best)) ? next : best),
      null,
    );
  const chosen =
    most(tables.filter(({ visibility }) => visibility === 'visible')) ?? most(tables) ?? tables[0] ?? null;
  if (!chosen) throw new AppError('workbook-empty', { fileName: file.name });
  return chosen;
}

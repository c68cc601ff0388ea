import type { SourceTable } from '../../../../shared/domain/source';
import type { SheetVisibility } from './xlsx-workbook';

/** A sheet as the analyst sees it listed; its name is its id. */
export function asTable({
  name,
  visibility,
  rows,
  columns,
}: {
  name: string;
  visibility: SheetVisibility;
  rows: number | null;
  columns: number | null;
}): SourceTable {
  return {
    id: name,
    name,
    kind: 'sheet',
    isHidden: visibility !== 'visible',
    rows,
    columns,
    firstLine: null,
    lastLine: null,
    parent: null,
  };
}

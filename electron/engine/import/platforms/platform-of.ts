import type { PlatformFinding } from '../../../../shared/domain/source';
import type { PreparedFile } from '../prepared-file';
import { recognisePlatform } from './recognise';

/** The program that wrote a file about to be stored, by its headers alone; null where none is recognised. */
export function platformOf({ detected, source }: PreparedFile, hasCodebook: boolean): PlatformFinding | null {
  const { headers } = detected;
  const found = recognisePlatform({
    columns: headers.map((header, index) => ({
      source: index,
      header,
      filled: 0,
      distinct: 0,
      isUnlisted: false,
      values: [],
    })),
    rows: 0,
    headerRows: [headers],
    tables: source.tables,
    tableId: source.tableId,
    codebook: source.codebook,
  });
  return found && { ...found, hasCodebook: hasCodebook || source.codebook !== null };
}

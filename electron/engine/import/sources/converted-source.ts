import type { DialectCorrections } from '../../../../shared/domain/dialect';
import type { SourceFormat, SourceNotice, SourceTable } from '../../../../shared/domain/source';
import type { Codebook } from '../platforms/codebook';

/** What the source itself says of one column, beyond its texts; counts of cells by the kind they were stored as. */
export type NativeColumn = {
  numbers: number;
  dates: number;
  datetimes: number;
  booleans: number;
  texts: number;
  errors: number;
  /** How its numbers are shown: `%`, a currency sign, or null. */
  unit: string | null;
  /** Some cells hold line breaks, which the text table carries as U+001E. */
  hasLineBreaks: boolean;
};

/**
 * One table of a file that is not a plain text, written out as one: UTF-8, `tableDelimiter` between cells, `"` quotes, one
 * line a row of the source (blank rows as empty lines), so that everything known of text tables applies to it. Numbers
 * carry a decimal point and all their digits, dates are ISO.
 */
export type ConvertedSource = {
  format: SourceFormat;
  /** In staging; null for a text file, which is read as it is. */
  textPath: string | null;
  tables: SourceTable[];
  /** The table that was written out; null where the file holds one. */
  tableId: string | null;
  notices: SourceNotice[];
  /** By position; empty for a text. */
  columns: NativeColumn[];
  /** What the file itself tells of its questions (labels inside a statistics file); null for nothing. */
  codebook: Codebook | null;
  /** What the format itself fixes of the table written out; absent where it is detected. */
  layout?: DialectCorrections;
};

/** Between the cells of a table written out: a control character that text does not hold. */
export const tableDelimiter = '\u001f';
/** In place of a line break inside a cell of a table written out. */
export const cellBreak = '\u001e';

/** A text file as it stands. */
export const plainSource: ConvertedSource = {
  format: 'text',
  textPath: null,
  tables: [],
  tableId: null,
  notices: [],
  columns: [],
  codebook: null,
};

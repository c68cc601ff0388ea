import { z } from 'zod';

export const Encoding = z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-1', 'macintosh']);
export type Encoding = z.infer<typeof Encoding>;
/**
 * What stands between cells. Two spaces stand for columns aligned with spaces, whatever their width; the unit separator
 * (U+001F) is how tables of spreadsheets are written out.
 */
export const Delimiter = z.enum([
  ',',
  ';',
  '\t',
  '|',
  ':',
  ' ',
  '^',
  '~',
  ', ',
  '; ',
  '||',
  '::',
  ' | ',
  '#',
  '  ',
  '\u001f',
]);
export type Delimiter = z.infer<typeof Delimiter>;
export const DecimalMark = z.enum([',', '.']);
export type DecimalMark = z.infer<typeof DecimalMark>;
export const DateOrder = z.enum(['dmy', 'mdy', 'ymd']);
export type DateOrder = z.infer<typeof DateOrder>;
/** How a quote inside a quoted cell is written: twice, or after a backslash. */
export const Escape = z.enum(['doubled', 'backslash']);
export type Escape = z.infer<typeof Escape>;

const dialectShape = {
  encoding: Encoding,
  hasByteOrderMark: z.boolean(),
  /** Letters that were encoded twice ("Ã±") are read as they were meant; only when the analyst says so. */
  repairsDoubleEncoding: z.boolean(),
  delimiter: Delimiter,
  quote: z.enum(['"', "'"]).nullable(),
  escape: Escape,
  /** Lines that begin with this are comments and are not read; null where there are none. */
  commentMark: z.string().min(1).max(3).nullable(),
  lineEnd: z.enum(['crlf', 'lf', 'cr', 'mixed']),
  headerLine: z.int().positive().nullable(),
  /** Rows that form the header, from `headerLine` on; their texts are joined column by column. */
  headerLines: z.int().min(1).max(10),
  firstDataLine: z.int().positive(),
  /** Lines after this one are footers and are not read; null reads to the end. */
  lastDataLine: z.int().positive().nullable(),
  /** Columns before this one, counted from 0, are empty and are left out of the table. */
  firstColumn: z.int().nonnegative(),
  /** Which of the tables in the file is read (a sheet, a block, a repeat); null where there is one. */
  tableId: z.string().nullable(),
  decimalMark: DecimalMark,
  dateOrder: DateOrder,
};

/**
 * How a table is written. Lines count from 1; `headerLine` null means the file has no header row. For a sheet the lines
 * are its rows, and encoding, delimiter and quote say nothing.
 */
export const Dialect = z.strictObject({
  ...dialectShape,
  repairsDoubleEncoding: dialectShape.repairsDoubleEncoding.default(false),
  escape: dialectShape.escape.default('doubled'),
  commentMark: dialectShape.commentMark.default(null),
  headerLines: dialectShape.headerLines.default(1),
  firstColumn: dialectShape.firstColumn.default(0),
  tableId: dialectShape.tableId.default(null),
});
export type Dialect = z.infer<typeof Dialect>;

/** Corrections by the analyst; anything absent is detected. */
export const DialectCorrections = z.strictObject(dialectShape).partial();
export type DialectCorrections = z.infer<typeof DialectCorrections>;

export const dialectAspects = [
  'tableId',
  'encoding',
  'delimiter',
  'quote',
  'escape',
  'commentMark',
  'lineEnd',
  'headerLine',
  'headerLines',
  'firstColumn',
  'lastDataLine',
  'decimalMark',
  'dateOrder',
] as const;
/** Why one aspect of the dialect was chosen. `why` and `details` are worded by the text catalogue. */
export const DialectEvidence = z.strictObject({
  aspect: z.enum(dialectAspects),
  chosen: z.string(),
  why: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Best first; `score` 0 to 1 against the chosen one. */
  rivals: z.array(z.strictObject({ value: z.string(), score: z.number().min(0).max(1), why: z.string() })),
});
export type DialectEvidence = z.infer<typeof DialectEvidence>;

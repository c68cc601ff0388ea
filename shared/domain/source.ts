import { z } from 'zod';

/** What kind of file a table came in. */
export const SourceFormat = z.enum(['text', 'xlsx', 'ods', 'xls', 'sav', 'html']);
export type SourceFormat = z.infer<typeof SourceFormat>;

/**
 * One table that can be read from a file: a sheet, one of several blocks of a text or a sheet, or the answers to a
 * repeated group, which are a child of the table that holds `parentKey`.
 */
export const SourceTable = z.strictObject({
  id: z.string().min(1),
  name: z.string(),
  kind: z.enum(['text', 'sheet', 'block', 'repeat']),
  isHidden: z.boolean(),
  /** Rows and columns in use, as far as the file tells before it is read; null where it does not. */
  rows: z.int().nonnegative().nullable(),
  columns: z.int().nonnegative().nullable(),
  /** First and last line (or row of the sheet) of a block; null for the whole. */
  firstLine: z.int().positive().nullable(),
  lastLine: z.int().positive().nullable(),
  parent: z.strictObject({ tableId: z.string(), key: z.string(), parentKey: z.string() }).nullable(),
});
export type SourceTable = z.infer<typeof SourceTable>;

/**
 * Something the analyst should know about the source, such as hidden sheets, ignored colours or damaged lines. `code` is
 * worded by the text catalogue from `details`; `lines` and `columns` say where, at most 20 each.
 */
export const SourceNotice = z.strictObject({
  code: z.string().min(1),
  severity: z.enum(['information', 'attention']),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
  lines: z.array(z.int().positive()).max(20),
  columns: z.array(z.string()).max(20),
});
export type SourceNotice = z.infer<typeof SourceNotice>;

export const platforms = [
  'kobotoolbox',
  'odk-central',
  'google-forms',
  'microsoft-forms',
  'limesurvey',
  'surveymonkey',
  'spss',
  'mineduc',
] as const;
/** The program that wrote the file, and the marks by which it was recognised. */
export const PlatformFinding = z.strictObject({
  platform: z.enum(platforms),
  /** Headers or other marks found, as written in the file. */
  marks: z.array(z.string()),
  /** Whether a codebook (an XLSForm, or labels inside the file) describes the questions. */
  hasCodebook: z.boolean(),
});
export type PlatformFinding = z.infer<typeof PlatformFinding>;

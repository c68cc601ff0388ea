import { z } from 'zod';
import { FileId, InstrumentId, IsoDate, Sha256, VariableId } from './ids';
import { IdentityKind, VariableOption, VariableType } from './instrument';

export const Encoding = z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-1']);
export type Encoding = z.infer<typeof Encoding>;
export const Delimiter = z.enum([',', ';', '\t', '|']);
export type Delimiter = z.infer<typeof Delimiter>;
export const DecimalMark = z.enum([',', '.']);
export type DecimalMark = z.infer<typeof DecimalMark>;
export const DateOrder = z.enum(['dmy', 'mdy', 'ymd']);
export type DateOrder = z.infer<typeof DateOrder>;

/** How a text table is written. Lines count from 1; `headerLine` null means the file has no header row. */
export const Dialect = z.strictObject({
  encoding: Encoding,
  hasByteOrderMark: z.boolean(),
  delimiter: Delimiter,
  quote: z.enum(['"', "'"]).nullable(),
  lineEnd: z.enum(['crlf', 'lf', 'cr', 'mixed']),
  headerLine: z.int().positive().nullable(),
  firstDataLine: z.int().positive(),
  /** Lines after this one are footers and are not read; null reads to the end. */
  lastDataLine: z.int().positive().nullable(),
  decimalMark: DecimalMark,
  dateOrder: DateOrder,
});
export type Dialect = z.infer<typeof Dialect>;

export const dialectAspects = [
  'encoding',
  'delimiter',
  'quote',
  'lineEnd',
  'headerLine',
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

export const ValueExample = z.strictObject({ line: z.int().positive(), value: z.string() });

/** How well a type fits a column: values that convert and examples of those that do not. */
export const TypeCandidate = z.strictObject({
  type: VariableType,
  fits: z.int().nonnegative(),
  misfits: z.int().nonnegative(),
  examples: z.array(ValueExample),
});

/** What to do with one column of the file, confirmed by the analyst. */
export const ColumnPlan = z.strictObject({
  /** Position in the file, from 0. */
  source: z.int().nonnegative(),
  header: z.string(),
  action: z.enum(['keep', 'drop', 'pseudonymise']),
  /** The instrument's variable this column answers; null makes a new variable. */
  variableId: VariableId.nullable(),
  name: z.string().regex(/^[a-z][a-z0-9_]*$/),
  label: z.string().min(1),
  type: VariableType,
  role: z.enum(['identifier', 'group', 'measure']),
  options: z.array(VariableOption),
  missingCodes: z.array(z.string()),
  decimalMark: DecimalMark,
  dateOrder: DateOrder,
  /** Only for multiple choice: what joins the answers in a cell. */
  optionSeparator: z.enum([', ', '; ', ';', '|', ' ']).nullable(),
  identity: IdentityKind.nullable(),
});
export type ColumnPlan = z.infer<typeof ColumnPlan>;

export const ColumnProfile = z.strictObject({
  proposal: ColumnPlan,
  filled: z.int().nonnegative(),
  blank: z.int().nonnegative(),
  distinct: z.int().nonnegative(),
  candidates: z.array(TypeCandidate),
  missingCandidates: z.array(z.strictObject({ code: z.string(), count: z.int().nonnegative() })),
  topValues: z.array(z.strictObject({ value: z.string(), count: z.int().nonnegative() })),
  identityEvidence: z
    .strictObject({
      kind: IdentityKind,
      basis: z.enum(['header', 'content', 'both']),
      sharePercent: z.number().min(0).max(100),
    })
    .nullable(),
});
export type ColumnProfile = z.infer<typeof ColumnProfile>;

const setAsideReasons = [
  'short-row',
  'long-row',
  'blank-row',
  'totals-row',
  'repeated-row',
  'repeated-identifier',
  'missing-identifier',
  'unclosed-quote',
  'undecodable-text',
] as const;
export const SetAsideReason = z.enum(setAsideReasons);
export type SetAsideReason = z.infer<typeof SetAsideReason>;

/** What the application found in a file, to be shown and corrected before anything is stored. */
export const Inspection = z.strictObject({
  fileId: FileId,
  fileName: z.string(),
  sha256: Sha256,
  bytes: z.int().nonnegative(),
  dialect: Dialect,
  evidence: z.array(DialectEvidence),
  /** Data rows found with this dialect, blank ones included. */
  rows: z.int().nonnegative(),
  irregular: z.array(
    z.strictObject({ line: z.int().positive(), reason: SetAsideReason, fields: z.int().nonnegative() }),
  ),
  irregularTotal: z.int().nonnegative(),
  preamble: z.array(z.string()),
  headers: z.array(z.string()),
  preview: z.array(z.strictObject({ line: z.int().positive(), cells: z.array(z.string()) })),
  columns: z.array(ColumnProfile),
  /** The file itself says that its data is synthetic. */
  saysSynthetic: z.boolean(),
});
export type Inspection = z.infer<typeof Inspection>;

const matchStatuses = [
  'same',
  'renamed',
  'reworded',
  'options-added',
  'options-dropped',
  'type-changed',
  'new',
  'absent',
] as const;
/** How one column of a later wave relates to the instrument. */
export const ColumnMatch = z.strictObject({
  /** Null when the instrument's variable has no column in the file (`absent`). */
  source: z.int().nonnegative().nullable(),
  header: z.string().nullable(),
  variableId: VariableId.nullable(),
  variableLabel: z.string().nullable(),
  statuses: z.array(z.enum(matchStatuses)),
  /** 0 to 1: how alike the texts are. */
  similarity: z.number().min(0).max(1),
  optionsAdded: z.array(z.string()),
  optionsDropped: z.array(z.string()),
  typeBefore: VariableType.nullable(),
  typeNow: VariableType.nullable(),
});
export type ColumnMatch = z.infer<typeof ColumnMatch>;

export const Moment = z.enum(['ex-ante', 'ex-post', 'seguimiento']);
export type Moment = z.infer<typeof Moment>;

export const WaveDraft = z.strictObject({
  name: z.string().min(1).max(120),
  moment: Moment,
  startDate: IsoDate.nullable(),
  endDate: IsoDate.nullable(),
  isSynthetic: z.boolean(),
});
export type WaveDraft = z.infer<typeof WaveDraft>;

/** Everything the analyst confirmed; nothing is guessed after this. */
export const ImportPlan = z.strictObject({
  fileId: FileId,
  /** Hash of the file that was inspected; the import stops if the file has changed since. */
  sha256: Sha256,
  dialect: Dialect,
  columns: z.array(ColumnPlan).min(1),
  wave: WaveDraft,
  /** Null drafts a new instrument named after the wave. */
  instrumentId: InstrumentId.nullable(),
  instrumentName: z.string().nullable(),
  /** What to do with rows whose identifier already appeared: stop and say so, or set the later rows aside. */
  repeatedIdentifiers: z.enum(['stop', 'set-aside']),
});
export type ImportPlan = z.infer<typeof ImportPlan>;

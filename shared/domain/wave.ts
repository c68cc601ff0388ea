import { z } from 'zod';
import { CleaningOutcome } from './cleaning';
import { CrosswalkEntry } from './crosswalk';
import { Dialect } from './dialect';
import { InstrumentId, IsoDate, IsoInstant, Sha256, VariableId, WaveId } from './ids';
import { ColumnMatch, Moment, SetAsideReason } from './import';
import { PlatformFinding, SourceFormat, SourceNotice } from './source';

/** A value changed on the way in; `to` null means it became missing. */
export const Coercion = z.strictObject({
  from: z.string(),
  to: z.string().nullable(),
  count: z.int().positive(),
  exampleLines: z.array(z.int().positive()),
});

/**
 * Why a column was left out: its cells name people, it has none, it is read as part of another column, or whoever
 * imported did so.
 */
export const droppedReasons = ['identity', 'empty', 'joined', 'chosen'] as const;
export const DroppedReason = z.enum(droppedReasons);
export type DroppedReason = z.infer<typeof DroppedReason>;

export const ColumnReceipt = z.strictObject({
  header: z.string(),
  variableId: VariableId.nullable(),
  action: z.enum(['keep', 'drop', 'pseudonymise']),
  /** Null for a column that was read, and in waves of earlier versions. */
  droppedBecause: DroppedReason.nullable().default(null),
  read: z.int().nonnegative(),
  kept: z.int().nonnegative(),
  blank: z.int().nonnegative(),
  missingByCode: z.array(z.strictObject({ code: z.string(), count: z.int().nonnegative() })),
  /** Distinct changes, most frequent first, at most 50; `coercedTotal` counts all cells. */
  coerced: z.array(Coercion),
  coercedTotal: z.int().nonnegative(),
  /** Cells that did not convert and became missing. */
  failedTotal: z.int().nonnegative(),
  /** Identifiers kept although their check digit is wrong. */
  wrongDigitsTotal: z.int().nonnegative().default(0),
  /** Blank cells of people the question was not put to, by the codebook's own rule: "no corresponde", not missing. */
  notApplicable: z.int().nonnegative().default(0),
  /** Cells read as another answer by a recoding of the plan or of the cleaning log. */
  recodedTotal: z.int().nonnegative().default(0),
  /** Cells of free text in which personal details were replaced. */
  redactedTotal: z.int().nonnegative().default(0),
  /** Answers read as another one by the plan, most frequent first, at most 50. */
  recoded: z.array(Coercion).default([]),
  /** Cells that the cleaning log changed since; the other counts tell what was read. */
  cleanedTotal: z.int().nonnegative().default(0),
});
export type ColumnReceipt = z.infer<typeof ColumnReceipt>;

/** A cell that did not convert. `value` is null where the column carries identity. */
export const CellIssue = z.strictObject({
  line: z.int().positive(),
  header: z.string(),
  value: z.string().nullable(),
  reason: z.enum([
    'not-a-number',
    'not-a-date',
    'not-an-option',
    'check-digit',
    'not-yes-no',
    'not-in-list',
    'constraint',
    'required',
    'not-relevant',
  ]),
});
export type CellIssue = z.infer<typeof CellIssue>;

export const SetAsideRow = z.strictObject({
  line: z.int().positive(),
  reason: SetAsideReason,
  column: z.string().nullable(),
  value: z.string().nullable(),
});
export type SetAsideRow = z.infer<typeof SetAsideRow>;

/** Proof of what an import did. Always `rowsRead = rowsKept + rowsSetAside`. */
export const Receipt = z.strictObject({
  fileName: z.string(),
  sha256: Sha256,
  bytes: z.int().nonnegative(),
  importedAt: IsoInstant,
  applicationVersion: z.string(),
  format: SourceFormat.default('text'),
  /** The files of the wave with the first line each takes in the numbering of the receipt; empty for a single file. */
  files: z
    .array(
      z.strictObject({
        fileName: z.string(),
        sha256: Sha256,
        bytes: z.int().nonnegative(),
        label: z.string().nullable(),
        firstLine: z.int().positive(),
        rowsRead: z.int().nonnegative(),
        rowsKept: z.int().nonnegative(),
      }),
    )
    .default([]),
  notices: z.array(SourceNotice).default([]),
  platform: PlatformFinding.nullable().default(null),
  dialect: Dialect,
  rowsRead: z.int().nonnegative(),
  rowsKept: z.int().nonnegative(),
  rowsSetAside: z.int().nonnegative(),
  /** Rows counted by the second, independent reader. */
  rowsSecondCount: z.int().nonnegative(),
  path: z.enum(['fast', 'tolerant']),
  setAsideByReason: z.array(z.strictObject({ reason: SetAsideReason, count: z.int().positive() })),
  /** First 500; all can be exported. */
  setAside: z.array(SetAsideRow),
  columns: z.array(ColumnReceipt),
  /** First 500 cells that did not convert. */
  issues: z.array(CellIssue),
  issuesTotal: z.int().nonnegative(),
  matches: z.array(ColumnMatch),
  /** Rows set aside that came back corrected, file by file. */
  corrections: z
    .array(
      z.strictObject({
        at: IsoInstant,
        fileName: z.string(),
        sha256: Sha256,
        rowsAdded: z.int().nonnegative(),
        rowsStillSetAside: z.int().nonnegative(),
      }),
    )
    .default([]),
  /** What each entry of the cleaning log did to this wave, in the order of the log. */
  replayed: z.array(CleaningOutcome).default([]),
  /** Times the source file was corrected outside and read again. */
  reimports: z
    .array(
      z.strictObject({
        at: IsoInstant,
        fileName: z.string(),
        sha256: Sha256,
        rowsAdded: z.int().nonnegative(),
        rowsRemoved: z.int().nonnegative(),
        rowsChanged: z.int().nonnegative(),
      }),
    )
    .default([]),
  /** What became of each variable of the instrument in this wave; empty in waves of earlier versions. */
  crosswalk: z.array(CrosswalkEntry).default([]),
});
export type Receipt = z.infer<typeof Receipt>;

export const Wave = z.strictObject({
  id: WaveId,
  name: z.string().min(1),
  moment: Moment,
  startDate: IsoDate.nullable(),
  endDate: IsoDate.nullable(),
  isSynthetic: z.boolean(),
  instrumentId: InstrumentId,
  /** Variables of the instrument that this wave answered. */
  variableIds: z.array(VariableId),
  /** Those of them that were not put to everybody; the table's column `skipped` says to whom. */
  skippedIds: z.array(VariableId).default([]),
  rows: z.int().nonnegative(),
  fileName: z.string(),
  fileSha256: Sha256,
  /** Hash of the stored values; changes whenever the data does. */
  dataSha256: Sha256,
  importedAt: IsoInstant,
});
export type Wave = z.infer<typeof Wave>;

/** How a file differs from the data of a wave; rows are paired by their identifier, or by line where there is none. */
export const FileDifference = z.strictObject({
  pairedBy: z.enum(['identifier', 'line']),
  rowsBefore: z.int().nonnegative(),
  rowsNow: z.int().nonnegative(),
  added: z.int().nonnegative(),
  removed: z.int().nonnegative(),
  changed: z.int().nonnegative(),
  cellsChanged: z.int().nonnegative(),
  /** First 200: lines added and changed are those of the new file, lines removed those of the old one. */
  rows: z.array(
    z.strictObject({
      change: z.enum(['added', 'removed', 'changed']),
      line: z.int().positive(),
      variables: z.array(VariableId),
    }),
  ),
});
export type FileDifference = z.infer<typeof FileDifference>;

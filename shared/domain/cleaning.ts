import { z } from 'zod';
import { CleaningId, InstrumentId, IsoInstant, Sha256, VariableId, WaveId } from './ids';
import { VariableOption } from './instrument';

/**
 * A stored value as text: whole and decimal numbers with a point, days as `yyyy-mm-dd`, instants as
 * `yyyy-mm-dd hh:mm:ss`, yes and no as `true` and `false`, an answer by its value, several answers as a list. Null is a
 * missing value.
 */
export const CellValue = z.union([z.string().min(1).max(20_000), z.array(z.string().min(1))]).nullable();
export type CellValue = z.infer<typeof CellValue>;

const answer = z.string().min(1).max(20_000);
/** One answer is read as another one wherever it occurs; `to` null makes it missing. */
const RecodeChange = z.strictObject({ kind: z.literal('recode'), from: answer, to: answer.nullable() });
/** Several answers become one, an existing answer or a new one. */
const MergeChange = z.strictObject({
  kind: z.literal('merge'),
  from: z.array(answer).min(1).max(500),
  to: VariableOption,
});
/** One cell, by its line in the source file; `to` null sets it missing. */
const CellDraft = z.strictObject({
  kind: z.literal('cell'),
  line: z.int().positive(),
  to: CellValue,
});
/** The cell with whose it is (a pseudonym; null where the wave has no identifier) and what stood there. */
const CellChange = CellDraft.extend({
  person: z.string().nullable(),
  fileSha256: Sha256,
  from: CellValue,
});

export const CleaningChange = z.discriminatedUnion('kind', [RecodeChange, MergeChange, CellChange]);
export type CleaningChange = z.infer<typeof CleaningChange>;

/** `wave`: only the wave it was made on. `instrument`: every wave of the instrument, those still to come too. */
export const CleaningScope = z.enum(['wave', 'instrument']);
export type CleaningScope = z.infer<typeof CleaningScope>;

/** A change of the data as the analyst asks for it. `who` is a name or an office. */
export const CleaningDraft = z.strictObject({
  waveId: WaveId,
  variableId: VariableId,
  scope: CleaningScope,
  change: z.discriminatedUnion('kind', [RecodeChange, MergeChange, CellDraft]),
  who: z.string().trim().min(1).max(200),
  reason: z.string().trim().min(1).max(1000),
});
export type CleaningDraft = z.infer<typeof CleaningDraft>;

/** One entry of the cleaning log; data are always the originals with the log replayed on them in order. */
export const CleaningEntry = z.strictObject({
  id: CleaningId,
  instrumentId: InstrumentId,
  waveId: WaveId,
  variableId: VariableId,
  scope: CleaningScope,
  change: CleaningChange,
  who: z.string(),
  reason: z.string(),
  at: IsoInstant,
  /** What a merge did to the list of answers, with the place each one had, so that it can be taken back. */
  options: z.strictObject({
    dropped: z.array(z.strictObject({ index: z.int().nonnegative(), option: VariableOption })),
    added: VariableOption.nullable(),
  }),
});
export type CleaningEntry = z.infer<typeof CleaningEntry>;

const outcomes = [
  'applied',
  'nothing-to-change',
  'row-not-found',
  'several-rows',
  'value-differs',
  'not-an-answer',
  'variable-absent',
] as const;
/** What one entry did to one wave, or why it could not. */
export const CleaningOutcome = z.strictObject({
  cleaningId: CleaningId,
  kind: z.enum(['recode', 'merge', 'cell']),
  variableId: VariableId,
  outcome: z.enum(outcomes),
  cells: z.int().nonnegative(),
  /** The entry was made before this wave, or this version of its file, was imported. */
  isReplayed: z.boolean(),
});
export type CleaningOutcome = z.infer<typeof CleaningOutcome>;

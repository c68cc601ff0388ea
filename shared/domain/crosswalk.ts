import { z } from 'zod';
import { IndicatorId, VariableId, WaveId } from './ids';
import { MatchStatus, Recode } from './import';
import { VariableType } from './instrument';

/**
 * What became of one variable of the instrument in one wave: the column that answered it, how it differed from the
 * instrument's wording, options and type, and what was decided. `header` null means the wave did not ask it.
 */
export const CrosswalkEntry = z.strictObject({
  variableId: VariableId,
  variableName: z.string(),
  variableLabel: z.string(),
  header: z.string().nullable(),
  statuses: z.array(MatchStatus),
  decision: z.enum(['taken', 'new', 'absent']),
  /** Who decided: the analyst against the proposal, or by accepting it as it stood. */
  decidedBy: z.enum(['proposal', 'analyst']),
  /** 0 to 1: how alike the wordings are. */
  similarity: z.number().min(0).max(1),
  /** Answers of the file read as answers of the instrument; empty where none had to be. */
  recodes: z.array(Recode),
  /** The scale of the file ran against the instrument's. */
  isReversed: z.boolean(),
  /** What differed in codes or direction was brought to the instrument's by `recodes`. */
  isRealigned: z.boolean(),
  /** The type the file's answers have by themselves, and the one they are stored as. */
  typeInFile: VariableType.nullable(),
  typeStored: VariableType,
  /** Options somebody chose in this wave; null where the variable has no list of options. */
  answers: z.array(z.string()).nullable(),
  optionsAdded: z.array(z.string()),
  optionsDropped: z.array(z.string()),
  note: z.string().nullable(),
});
export type CrosswalkEntry = z.infer<typeof CrosswalkEntry>;

const differenceStatuses = [
  'reworded',
  'options-added',
  'options-dropped',
  'recoded',
  'scale-reversed',
  'type-changed',
] as const;
export type DifferenceStatus = (typeof differenceStatuses)[number];

/**
 * A question that was not put in the same way in the two waves compared, and that a result rests on. `indicatorId` null
 * means that the groups do. Options are neither named nor counted, since a rare answer may tell of one person.
 */
export const InstrumentDifference = z.strictObject({
  indicatorId: IndicatorId.nullable(),
  variableId: VariableId,
  variableLabel: z.string(),
  baselineWaveId: WaveId,
  followUpWaveId: WaveId,
  statuses: z.array(z.enum(differenceStatuses)).min(1),
  headerBefore: z.string(),
  headerAfter: z.string(),
  typeBefore: VariableType.nullable(),
  typeAfter: VariableType.nullable(),
  /** Codes and direction that differed were brought to the same before the comparison. */
  isRealigned: z.boolean(),
  note: z.string().nullable(),
});
export type InstrumentDifference = z.infer<typeof InstrumentDifference>;

import { z } from 'zod';
import { FileId, IsoInstant, PracticeId } from '../domain/ids';
import { Practice, PracticeSeed } from '../domain/practice';
import { OutputFile } from '../domain/report';
import { defineMethods, Locale, Nothing } from './define';

/** One state in which a record was saved; `step` names it when it is restored. */
export const PracticeStep = z.strictObject({
  step: z.int().positive(),
  action: z.enum(['created', 'changed', 'removed']),
  /** The record's title at that time. */
  title: z.string(),
  at: IsoInstant,
  /** Whether the record is now as it was saved then. */
  isCurrent: z.boolean(),
});
export type PracticeStep = z.infer<typeof PracticeStep>;

/** A record taken from a file and what of it could not be taken. */
export const TakenRecord = z.strictObject({
  practice: Practice,
  /** Its title in the file where another record already had that name; null when it kept it. */
  renamedFrom: z.string().nullable(),
  /** Fields that this version does not know and did not keep. */
  ignoredFields: z.array(z.string()),
  /** Claims that came linked to results this project does not have; they stay without evidence. */
  lostLinks: z.array(z.string()),
});
export type TakenRecord = z.infer<typeof TakenRecord>;

/** The registry of practice records: those that ship, copies, the archive, history, and files. */
export const practiceMethods = defineMethods({
  'practice.seeds': {
    kind: 'query',
    summary: 'The practice records that ship with the application',
    input: Nothing,
    output: z.strictObject({ seeds: z.array(PracticeSeed) }),
  },
  'practice.duplicate': {
    kind: 'command',
    summary:
      'Copy a record as a starting point: whose it was, its dates, source, stated figures and evidence are left out',
    input: z.strictObject({ practiceId: PracticeId }),
    output: Practice,
  },
  'practice.archive': {
    kind: 'command',
    summary: 'Put a record into the archive or take it out',
    input: z.strictObject({ practiceId: PracticeId, archived: z.boolean() }),
    output: Practice,
  },
  'practice.history': {
    kind: 'query',
    summary: 'The states in which a record was saved, the latest first',
    input: z.strictObject({ practiceId: PracticeId }),
    output: z.strictObject({ steps: z.array(PracticeStep) }),
  },
  'practice.restore': {
    kind: 'command',
    summary: 'Save a record again as it was at a step of its history',
    input: z.strictObject({ practiceId: PracticeId, step: z.int().positive() }),
    output: Practice,
  },
  'practice.export': {
    kind: 'command',
    summary: 'Write records to one file: JSON, or CSV as Excel in Chile reads it, a row a record',
    input: z.strictObject({
      practiceIds: z.array(PracticeId).min(1),
      format: z.enum(['json', 'csv']),
      locale: Locale.default('es'),
    }),
    output: OutputFile,
  },
  'practice.import': {
    kind: 'command',
    summary: 'Add the records of a JSON or CSV file: all of them or, when one cannot be read, none',
    input: z.strictObject({ fileId: FileId }),
    output: z.strictObject({
      records: z.array(TakenRecord),
      /** Fields or columns of the file itself that this version does not know. */
      ignoredFields: z.array(z.string()),
    }),
  },
});

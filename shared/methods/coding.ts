import { z } from 'zod';
import { CoderName } from '../domain/coding';
import { FileId, MeasurementId, WaveId } from '../domain/ids';
import { CodeSlug } from '../domain/measurement';
import { OutputFile } from '../domain/report';
import { Done, defineMethods, Locale } from './define';

const Answer = z.strictObject({
  waveId: WaveId,
  wave: z.string(),
  line: z.int().nonnegative(),
  text: z.string(),
  stage: z.string().nullable(),
});

/** Open answers coded by hand, by one coder blind of the others. */
export const codingMethods = defineMethods({
  'coding.list': {
    kind: 'query',
    summary: 'Open answers of a coding and what one coder gave to them; nobody else’s codes',
    input: z.strictObject({
      measurementId: MeasurementId,
      coder: CoderName,
      /** The value of the stage; null for all. */
      stage: z.string().nullable(),
      state: z.enum(['all', 'uncoded', 'coded', 'quotes', 'changed']),
      search: z.string().max(200),
      offset: z.int().nonnegative(),
      limit: z.int().min(1).max(5000),
    }),
    output: z.strictObject({
      answers: z.array(
        Answer.extend({
          codes: z.array(CodeSlug).nullable(),
          isQuote: z.boolean(),
          /** True where the answer was coded and has changed since: the coding no longer counts. */
          hasChanged: z.boolean(),
        }),
      ),
      /** Answers that match. */
      total: z.int().nonnegative(),
      progress: z.strictObject({
        answers: z.int(),
        coded: z.int(),
        quotes: z.int(),
        /** Codings of this coder whose answer changed or is gone. */
        lost: z.int(),
      }),
      stages: z.array(
        z.strictObject({ value: z.string(), label: z.string(), answers: z.int(), coded: z.int() }),
      ),
      /** How often this coder gave each code. */
      counts: z.record(z.string(), z.int()),
      /** Everybody who has coded, in the order in which they began. */
      coders: z.array(z.strictObject({ name: z.string(), coded: z.int() })),
    }),
  },
  'coding.assign': {
    kind: 'command',
    summary: 'Give codes to answers (codes null takes them away; coder null settles what all agree on)',
    input: z.strictObject({
      measurementId: MeasurementId,
      coder: CoderName.nullable(),
      entries: z
        .array(
          z.strictObject({
            waveId: WaveId,
            line: z.int().nonnegative(),
            codes: z.array(CodeSlug).max(80).nullable(),
            isQuote: z.boolean(),
          }),
        )
        .min(1)
        .max(2000),
    }),
    output: Done,
  },
  'coding.disagreements': {
    kind: 'query',
    summary: 'Answers that two coders coded differently, with what each gave and what was agreed',
    input: z.strictObject({
      measurementId: MeasurementId,
      includeSettled: z.boolean(),
      offset: z.int().nonnegative(),
      limit: z.int().min(1).max(5000),
    }),
    output: z.strictObject({
      /** The two whose codings are compared; null while fewer than two have coded. */
      coders: z.tuple([z.string(), z.string()]).nullable(),
      doubleCoded: z.int().nonnegative(),
      unsettled: z.int().nonnegative(),
      total: z.int().nonnegative(),
      answers: z.array(
        Answer.extend({
          given: z.tuple([z.array(CodeSlug), z.array(CodeSlug)]),
          agreed: z.array(CodeSlug).nullable(),
        }),
      ),
    }),
  },
  'coding.forget': {
    kind: 'command',
    summary: 'Remove the codings of a coder, all or only those whose answer changed; it can be undone',
    input: z.strictObject({
      measurementId: MeasurementId,
      coder: CoderName,
      what: z.enum(['all', 'lost']),
    }),
    output: Done,
  },
  'coding.exportSheet': {
    kind: 'command',
    summary: 'Write the coding sheet of one coder, to fill in with a spreadsheet',
    input: z.strictObject({
      measurementId: MeasurementId,
      coder: CoderName,
      format: z.enum(['xlsx', 'csv']),
      locale: Locale,
    }),
    output: OutputFile,
  },
  'coding.importSheet': {
    kind: 'command',
    summary: 'Read a coding sheet that somebody filled in, as the codings of one coder',
    input: z.strictObject({ measurementId: MeasurementId, fileId: FileId, coder: CoderName }),
    output: z.strictObject({
      rows: z.int().nonnegative(),
      coded: z.int().nonnegative(),
      /** Rows without any mark. */
      blank: z.int().nonnegative(),
      /** Rows whose answer is not in the data, or reads differently there. */
      unmatched: z.int().nonnegative(),
      /** Lines of the sheet with a mark that is neither yes nor no, the first 20. */
      unclear: z.array(z.int()),
      /** Headings of codes that the list does not have. */
      unknownCodes: z.array(z.string()),
    }),
  },
});

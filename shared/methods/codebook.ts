import { z } from 'zod';
import { FileId, InstrumentId } from '../domain/ids';
import { Instrument, RowUnit, VariableOption } from '../domain/instrument';
import { defineMethods } from './define';

/** A form read before, or without, its data. */
export const codebookMethods = defineMethods({
  'codebook.describe': {
    kind: 'query',
    summary:
      'What an XLSForm (or an SPSS dictionary) says: its questions, options and rules, and what is not used',
    input: z.strictObject({ fileId: FileId }),
    output: z.strictObject({
      origin: z.enum(['xlsform', 'statistics-file']),
      title: z.string().nullable(),
      /** The first is the one in which labels are shown; empty for a form of one language. */
      languages: z.array(z.string()),
      questions: z.array(
        z.strictObject({
          name: z.string(),
          path: z.string(),
          label: z.string().nullable(),
          kind: z.string(),
          options: z.array(VariableOption),
          missingCodes: z.array(z.string()),
          notApplicableCodes: z.array(z.string()),
          isRequired: z.boolean(),
          relevant: z.string().nullable(),
          constraint: z.string().nullable(),
          repeat: z.string().nullable(),
          /** Whether an instrument drafted from the form has a variable for it. */
          isDrafted: z.boolean(),
        }),
      ),
      ignored: z.array(z.strictObject({ kind: z.string(), count: z.int().positive() })),
    }),
  },
  'instrument.draft': {
    kind: 'command',
    summary: 'Draft an instrument from an XLSForm before there are data',
    input: z.strictObject({
      codebookFileId: FileId,
      /** Null takes the form's title. */
      name: z.string().min(1).max(120).nullable(),
    }),
    output: Instrument,
  },
  'instrument.declareRows': {
    kind: 'command',
    summary:
      'Say what a row of an instrument stands for; where it is no person, small groups are not protected',
    input: z.strictObject({
      instrumentId: InstrumentId,
      rowUnit: RowUnit,
      /** Kept in the audit. */
      reason: z.string().trim().min(1).max(500),
    }),
    output: Instrument,
  },
});

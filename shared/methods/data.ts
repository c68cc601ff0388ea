import { z } from 'zod';
import { Distribution } from '../domain/comparison';
import { CrosswalkEntry } from '../domain/crosswalk';
import { DialectCorrections } from '../domain/dialect';
import { FileId, InstrumentId, VariableId, WaveId } from '../domain/ids';
import {
  AdditionalFile,
  ColumnMatch,
  ColumnPlan,
  ImportPlan,
  Inspection,
  WaveDraft,
  WaveEvidence,
} from '../domain/import';
import { Instrument, VariableOption, VariableType } from '../domain/instrument';
import { OutputFile } from '../domain/report';
import { FileDifference, Receipt, SetAsideRow, Wave } from '../domain/wave';
import { ArrowTable, Done, defineMethods, Locale, Nothing } from './define';

const fileReading = z.strictObject({
  fileId: FileId,
  /** Corrections by the analyst; anything absent is detected. */
  corrections: DialectCorrections,
  /** Other files of the same wave, such as one for each school. */
  additionalFiles: z.array(AdditionalFile).default([]),
  /** What the rows of the first file are labelled with where there are several. */
  label: z.string().min(1).max(120).nullable().default(null),
  /** An XLSForm that describes the file's questions. */
  codebookFileId: FileId.nullable().default(null),
});

/** Import, waves, and the variables of instruments. */
export const dataMethods = defineMethods({
  'import.inspect': {
    kind: 'query',
    summary: 'Detect how a file is written, with evidence, a preview and a proposal for each column',
    input: fileReading,
    output: Inspection,
  },
  'import.propose': {
    kind: 'query',
    summary:
      'Inspect a file and draft its whole import: instrument, matches, wave and plan, with the evidence',
    input: fileReading.extend({
      /** The instrument to match with; absent takes the one that the file most likely answers. */
      instrumentId: InstrumentId.optional(),
      /** Drafts a new instrument whatever the file resembles. */
      isNew: z.boolean().default(false),
    }),
    output: z.strictObject({
      inspection: Inspection,
      /** Complete: `wave.import` takes it as it is. */
      plan: ImportPlan,
      matches: z.array(ColumnMatch),
      waveEvidence: z.array(WaveEvidence),
    }),
  },
  'import.match': {
    kind: 'query',
    summary: 'Match the columns of a file to an instrument and show the differences',
    input: z.strictObject({
      instrumentId: InstrumentId,
      columns: z.array(ColumnPlan),
      /** The file, so that a change of type or scale is judged by its cells; absent judges by the plans alone. */
      reading: fileReading.optional(),
    }),
    output: z.strictObject({
      matches: z.array(ColumnMatch),
      /** The same plans with variables, types and options taken from the instrument. */
      columns: z.array(ColumnPlan),
    }),
  },
  'wave.import': {
    kind: 'command',
    summary: 'Import a file as a wave, exactly as confirmed',
    input: ImportPlan,
    output: z.strictObject({ wave: Wave, instrument: Instrument, receipt: Receipt }),
  },
  'wave.list': {
    kind: 'query',
    summary: 'All waves, in order of date',
    input: Nothing,
    output: z.strictObject({ waves: z.array(Wave) }),
  },
  'wave.receipt': {
    kind: 'query',
    summary: 'What the import of a wave read, kept, set aside and changed',
    input: z.strictObject({ waveId: WaveId }),
    output: Receipt,
  },
  'wave.crosswalk': {
    kind: 'query',
    summary:
      'How each variable of the instrument was asked in a wave, and what was decided about differences',
    input: z.strictObject({ waveId: WaveId }),
    output: z.strictObject({ entries: z.array(CrosswalkEntry) }),
  },
  'wave.exportCrosswalk': {
    kind: 'command',
    summary: 'Write the crosswalk of a wave to a CSV file',
    input: z.strictObject({ waveId: WaveId, locale: Locale }),
    output: OutputFile,
  },
  'wave.rows': {
    kind: 'query',
    summary: 'A window of the stored rows of a wave',
    input: z.strictObject({
      waveId: WaveId,
      offset: z.int().nonnegative(),
      limit: z.int().min(1).max(1000),
    }),
    output: z.strictObject({ total: z.int().nonnegative(), table: ArrowTable }),
  },
  'wave.update': {
    kind: 'command',
    summary: 'Change the name, moment or dates of a wave',
    input: z.strictObject({ waveId: WaveId, wave: WaveDraft.omit({ isSynthetic: true }) }),
    output: Wave,
  },
  'wave.remove': {
    kind: 'command',
    summary: 'Delete a wave and its data for good',
    input: z.strictObject({ waveId: WaveId }),
    output: Done,
  },
  'wave.exportSetAside': {
    kind: 'command',
    summary:
      'Write the rows set aside, with their reason, to a file that can be corrected and imported again',
    input: z.strictObject({ waveId: WaveId }),
    output: OutputFile,
  },
  'wave.addCorrected': {
    kind: 'command',
    summary: 'Add the rows of a wave that were set aside and come back corrected in the exported file',
    input: z.strictObject({ waveId: WaveId, fileId: FileId }),
    output: z.strictObject({
      wave: Wave,
      receipt: Receipt,
      rowsAdded: z.int().nonnegative(),
      /** Rows that still could not be placed, with their reason. */
      stillSetAside: z.array(SetAsideRow),
    }),
  },
  'wave.reimport': {
    kind: 'command',
    summary:
      'Compare a wave with its source file corrected outside; with `apply`, replace its data and replay the cleaning log',
    input: z.strictObject({
      waveId: WaveId,
      fileId: FileId,
      /** The other files of a wave of several, in any order; `label` null takes what the wave calls the file. */
      additionalFiles: z
        .array(z.strictObject({ fileId: FileId, label: AdditionalFile.shape.label.nullable().default(null) }))
        .default([]),
      apply: z.boolean(),
    }),
    output: z.strictObject({
      wave: Wave,
      receipt: Receipt,
      difference: FileDifference,
      applied: z.boolean(),
    }),
  },
  'instrument.list': {
    kind: 'query',
    summary: 'All instruments with their variables',
    input: Nothing,
    output: z.strictObject({ instruments: z.array(Instrument) }),
  },
  'variable.update': {
    kind: 'command',
    summary: 'Change the label, unit, order of options or scale type of a variable',
    input: z.strictObject({
      instrumentId: InstrumentId,
      variableId: VariableId,
      label: z.string().min(1),
      unit: z.string().nullable(),
      type: VariableType,
      role: z.enum(['identifier', 'group', 'measure']),
      options: z.array(VariableOption),
    }),
    output: Instrument,
  },
  'variable.distribution': {
    kind: 'query',
    summary: 'How the answers to a variable are distributed in each wave and group',
    input: z.strictObject({
      variableId: VariableId,
      waveIds: z.array(WaveId).min(1),
      breakdown: z.array(VariableId).max(1),
      audience: z.enum(['internal', 'publication']),
    }),
    output: Distribution,
  },
});

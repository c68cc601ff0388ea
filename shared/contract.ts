import { z } from 'zod';
import type { CancelSignal } from './cancel';
import { ChartKind } from './domain/chart';
import {
  Comparison,
  ComparisonResult,
  ComparisonSpec,
  Coverage,
  Distribution,
  Linkage,
} from './domain/comparison';
import { HistoryStep } from './domain/history';
import {
  ComparisonId,
  FileId,
  IndicatorId,
  InstrumentId,
  PracticeId,
  ReportId,
  VariableId,
  WaveId,
} from './domain/ids';
import { ColumnMatch, ColumnPlan, Dialect, ImportPlan, Inspection, WaveDraft } from './domain/import';
import { Indicator, IndicatorDraft } from './domain/indicator';
import { Instrument, VariableOption, VariableType } from './domain/instrument';
import { EvidenceLink, Practice, PracticeDraft } from './domain/practice';
import { ProjectInfo, ProjectSettings, RecentProject } from './domain/project';
import { OutputFile, Report, ReportDraft, ReportFormat, ReportStatus } from './domain/report';
import { Receipt, Wave } from './domain/wave';

export const MethodKind = z.enum(['query', 'command']);

type MethodDefinition = {
  kind: z.infer<typeof MethodKind>;
  summary: string;
  input: z.ZodType;
  output: z.ZodType;
};

function defineContract<const T extends Record<string, MethodDefinition>>(methods: T): T {
  return methods;
}

const Nothing = z.strictObject({});
const Done = z.strictObject({ done: z.literal(true) });
/** An Arrow IPC stream; columns are Utf8, Bool, Int32, Float64, DateMillisecond or TimestampMillisecond. */
const ArrowTable = z.instanceof(Uint8Array);
const Locale = z.enum(['es', 'en']);

export const IndicatorPreview = ComparisonResult;

/** What one claim rests on now. `result` is null when it cannot be computed any more. */
export const ClaimEvidence = z.strictObject({
  claimId: z.string(),
  status: z.enum(['no-evidence', 'current', 'outdated', 'broken']),
  link: EvidenceLink.nullable(),
  reportTitle: z.string().nullable(),
  reportRenderedAt: z.string().nullable(),
  indicatorName: z.string().nullable(),
  /** The comparison cut down to the one row and follow-up of the link. */
  result: ComparisonResult.nullable(),
  sentence: z.string().nullable(),
});
export type ClaimEvidence = z.infer<typeof ClaimEvidence>;

/** THE contract: every method of the application. IPC, HTTP and the command line derive from it. */
export const contract = defineContract({
  'system.info': {
    kind: 'query',
    summary: 'Version, host and limits of this application',
    input: Nothing,
    output: z.strictObject({
      name: z.string(),
      version: z.string(),
      host: z.enum(['memory', 'loopback', 'cli', 'desktop']),
      databaseVersion: z.string(),
      hasDialogs: z.boolean(),
    }),
  },

  'project.current': {
    kind: 'query',
    summary: 'The open project, or null',
    input: Nothing,
    output: z.strictObject({ project: ProjectInfo.nullable() }),
  },
  'project.recent': {
    kind: 'query',
    summary: 'Projects opened before, newest first',
    input: Nothing,
    output: z.strictObject({ recent: z.array(RecentProject) }),
  },
  'project.create': {
    kind: 'command',
    summary: 'Create an empty project and open it; a granted file says where, otherwise the projects folder',
    input: z.strictObject({ name: z.string().min(1).max(120), fileId: FileId.nullable() }),
    output: ProjectInfo,
  },
  'project.open': {
    kind: 'command',
    summary: 'Open a recent project by its reference',
    input: z.strictObject({ reference: z.string() }),
    output: ProjectInfo,
  },
  'project.openFile': {
    kind: 'command',
    summary: 'Open a project from a granted file',
    input: z.strictObject({ fileId: FileId }),
    output: ProjectInfo,
  },
  'project.openDemonstration': {
    kind: 'command',
    summary: 'Open the demonstration project, importing its synthetic data first if it does not exist',
    input: z.strictObject({ fresh: z.boolean() }),
    output: ProjectInfo,
  },
  'project.saveAs': {
    kind: 'command',
    summary: 'Write a copy of the project and go on working in it',
    input: z.strictObject({ name: z.string().min(1).max(120), fileId: FileId.nullable() }),
    output: ProjectInfo,
  },
  'project.exportFile': {
    kind: 'command',
    summary: 'Write a copy of the project to hand to somebody; identities are not in it',
    input: Nothing,
    output: OutputFile,
  },
  'project.rename': {
    kind: 'command',
    summary: 'Change the name of the project',
    input: z.strictObject({ name: z.string().min(1).max(120) }),
    output: ProjectInfo,
  },
  'project.configure': {
    kind: 'command',
    summary: 'Change the declared design and the privacy thresholds; lowering a threshold needs a reason',
    input: z.strictObject({ settings: ProjectSettings, reason: z.string().nullable() }),
    output: ProjectInfo,
  },
  'project.close': { kind: 'command', summary: 'Close the open project', input: Nothing, output: Done },

  'import.inspect': {
    kind: 'query',
    summary: 'Detect how a file is written, with evidence, a preview and a proposal for each column',
    input: z.strictObject({
      fileId: FileId,
      /** Corrections by the analyst; anything absent is detected. */
      corrections: Dialect.partial(),
    }),
    output: Inspection,
  },
  'import.match': {
    kind: 'query',
    summary: 'Match the columns of a file to an instrument and show the differences',
    input: z.strictObject({ instrumentId: InstrumentId, columns: z.array(ColumnPlan) }),
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

  'indicator.list': {
    kind: 'query',
    summary: 'All indicators',
    input: Nothing,
    output: z.strictObject({ indicators: z.array(Indicator) }),
  },
  'indicator.save': {
    kind: 'command',
    summary: 'Create an indicator (id null) or change one',
    input: z.strictObject({ indicatorId: IndicatorId.nullable(), indicator: IndicatorDraft }),
    output: Indicator,
  },
  'indicator.remove': {
    kind: 'command',
    summary: 'Delete an indicator; it can be undone',
    input: z.strictObject({ indicatorId: IndicatorId }),
    output: Done,
  },
  'indicator.preview': {
    kind: 'query',
    summary: 'Result of an indicator that is still being built, over waves',
    input: z.strictObject({ indicator: IndicatorDraft, waveIds: z.array(WaveId).min(1) }),
    output: z.strictObject({ result: IndicatorPreview }),
  },

  'comparison.compute': {
    kind: 'query',
    summary: 'Compare a baseline with its follow-ups, by indicator and group',
    input: ComparisonSpec,
    output: ComparisonResult,
  },
  'comparison.propose': {
    kind: 'query',
    summary: 'Propose baseline, follow-ups and linkage from the data',
    input: Nothing,
    output: z.strictObject({
      baselineWaveId: WaveId.nullable(),
      followUpWaveIds: z.array(WaveId),
      linkage: Linkage,
      coverage: Coverage,
      sharedPeople: z.int().nonnegative(),
    }),
  },
  'comparison.list': {
    kind: 'query',
    summary: 'Saved comparisons',
    input: Nothing,
    output: z.strictObject({ comparisons: z.array(Comparison) }),
  },
  'comparison.save': {
    kind: 'command',
    summary: 'Save a comparison (id null makes a new one)',
    input: z.strictObject({
      comparisonId: ComparisonId.nullable(),
      name: z.string().min(1).max(200),
      spec: ComparisonSpec,
    }),
    output: Comparison,
  },
  'comparison.remove': {
    kind: 'command',
    summary: 'Delete a saved comparison; it can be undone',
    input: z.strictObject({ comparisonId: ComparisonId }),
    output: Done,
  },
  'comparison.export': {
    kind: 'command',
    summary: 'Write the table of a comparison as CSV (Excel in Chile, or RFC 4180)',
    input: z.strictObject({ spec: ComparisonSpec, flavour: z.enum(['excel-cl', 'rfc4180']), locale: Locale }),
    output: OutputFile,
  },
  'chart.export': {
    kind: 'command',
    summary: 'Write one chart of a comparison as SVG or PNG',
    input: z.strictObject({
      spec: ComparisonSpec,
      chart: ChartKind,
      /** The variable drawn by `likert` and `distribution`; null for the other charts. */
      variableId: VariableId.nullable(),
      format: z.enum(['svg', 'png']),
      locale: Locale,
    }),
    output: OutputFile,
  },

  'report.list': {
    kind: 'query',
    summary: 'All reports, with their status',
    input: Nothing,
    output: z.strictObject({
      reports: z.array(z.strictObject({ report: Report, status: ReportStatus })),
    }),
  },
  'report.save': {
    kind: 'command',
    summary: 'Create a report (id null) or change one',
    input: z.strictObject({ reportId: ReportId.nullable(), report: ReportDraft }),
    output: Report,
  },
  'report.remove': {
    kind: 'command',
    summary: 'Delete a report; it can be undone',
    input: z.strictObject({ reportId: ReportId }),
    output: Done,
  },
  'report.render': {
    kind: 'command',
    summary: 'Write a report to files; svg, png and csv give one file a figure or table',
    input: z.strictObject({ reportId: ReportId, formats: z.array(ReportFormat).min(1) }),
    output: z.strictObject({ report: Report, files: z.array(OutputFile) }),
  },

  'practice.list': {
    kind: 'query',
    summary: 'All practice records of the project',
    input: Nothing,
    output: z.strictObject({ practices: z.array(Practice) }),
  },
  'practice.save': {
    kind: 'command',
    summary: 'Create a practice record (id null) or change one',
    input: z.strictObject({ practiceId: PracticeId.nullable(), practice: PracticeDraft }),
    output: Practice,
  },
  'practice.remove': {
    kind: 'command',
    summary: 'Delete a practice record; it can be undone',
    input: z.strictObject({ practiceId: PracticeId }),
    output: Done,
  },
  'practice.addSeed': {
    kind: 'command',
    summary: 'Add the record that ships with the application to this project',
    input: z.strictObject({ slug: z.string() }),
    output: Practice,
  },
  'practice.evidence': {
    kind: 'query',
    summary: 'Each claim of a practice with the result it rests on and whether that still holds',
    input: z.strictObject({ practiceId: PracticeId }),
    output: z.strictObject({ claims: z.array(ClaimEvidence) }),
  },
  'practice.print': {
    kind: 'command',
    summary: 'Write the record as a ficha',
    input: z.strictObject({ practiceId: PracticeId, format: z.enum(['pdf', 'html']) }),
    output: OutputFile,
  },

  'history.state': {
    kind: 'query',
    summary: 'What undo and redo would do now',
    input: Nothing,
    output: z.strictObject({ undo: HistoryStep.nullable(), redo: HistoryStep.nullable() }),
  },
  'history.undo': {
    kind: 'command',
    summary: 'Undo the last change of a definition',
    input: Nothing,
    output: z.strictObject({ undone: HistoryStep }),
  },
  'history.redo': {
    kind: 'command',
    summary: 'Redo the change that was undone last',
    input: Nothing,
    output: z.strictObject({ redone: HistoryStep }),
  },
});

export type Contract = typeof contract;
export type MethodName = keyof Contract;
export type MethodInput<M extends MethodName> = z.input<Contract[M]['input']>;
export type ParsedInput<M extends MethodName> = z.output<Contract[M]['input']>;
export type MethodOutput<M extends MethodName> = z.output<Contract[M]['output']>;

export const methodNames = Object.keys(contract) as MethodName[]; // safe: the keys of a const object

/** True when the name is one of the contract's own methods. */
export function isMethodName(name: string): name is MethodName {
  return Object.hasOwn(contract, name);
}

/** How far a long job has come; `share` from 0 to 1, null while unknown. `stage` is worded by the catalogue. */
export const Progress = z.strictObject({
  stage: z.enum([
    'reading',
    'detecting',
    'converting',
    'checking',
    'storing',
    'computing',
    'drawing',
    'writing',
  ]),
  share: z.number().min(0).max(1).nullable(),
  done: z.int().nonnegative().nullable(),
  total: z.int().nonnegative().nullable(),
});
export type Progress = z.infer<typeof Progress>;

/** What a handler gets besides its input. */
export type Call = { signal: CancelSignal; report(progress: Progress): void };

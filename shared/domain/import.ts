import { z } from 'zod';
import { DateOrder, DecimalMark, Dialect, DialectEvidence } from './dialect';
import { FileId, InstrumentId, IsoDate, Sha256, VariableId } from './ids';
import { IdentityKind, RowUnit, StandardKind, VariableOption, VariableType } from './instrument';
import { PlatformFinding, SourceFormat, SourceNotice, SourceTable } from './source';

export const ValueExample = z.strictObject({ line: z.int().positive(), value: z.string() });

/** Why a type is proposed, offered or not proposed; worded by the text catalogue. */
export const candidateReasons = [
  'all-fit',
  'nearly-all-fit',
  'some-do-not-fit',
  'few-fit',
  'fixed-width-codes',
  'mixed-units',
  'mixed-day-orders',
  'spreadsheet-days',
  'thousands-or-decimals',
  'same-cells-other-order',
  'known-scale',
  'short-list',
  'public-list',
  'yes-and-no',
  'several-answers',
  'always-fits',
] as const;
export const CandidateReason = z.enum(candidateReasons);
export type CandidateReason = z.infer<typeof CandidateReason>;

/** How well a type fits a column: values that convert, examples of those that do not, and why it stands where it does. */
export const TypeCandidate = z.strictObject({
  type: VariableType,
  fits: z.int().nonnegative(),
  misfits: z.int().nonnegative(),
  examples: z.array(ValueExample),
  reason: CandidateReason.optional(),
  /** The mark, or the order of dates, this reading takes where it is another than the proposed one. */
  decimalMark: DecimalMark.optional(),
  dateOrder: DateOrder.optional(),
});

export const writtenForms = [
  'plain',
  'percent',
  'peso',
  'dollar',
  'uf',
  'euro',
  'day-first',
  'month-first',
  'month-only',
  'with-time',
  'with-zone',
  'spreadsheet-day',
  'leading-zeros',
] as const;
/** One way in which cells of a column are written, where a column has several or one worth knowing. */
export const WrittenForm = z.strictObject({
  form: z.enum(writtenForms),
  count: z.int().nonnegative(),
  examples: z.array(z.string()),
});
export type WrittenForm = z.infer<typeof WrittenForm>;

export const ColumnPart = z.strictObject({
  source: z.int().nonnegative(),
  value: z.string().nullable(),
  /** What says in this column that the option was chosen; absent for the usual marks (1, yes, x …). */
  chosen: z.string().optional(),
  /** What counts there as no answer, besides an empty cell. */
  blanks: z.array(z.string()).optional(),
});
export type ColumnPart = z.infer<typeof ColumnPart>;

/** One answer as written and the answer it stands for. */
export const Recode = z.strictObject({ from: z.string(), to: z.string().nullable() });
export type Recode = z.infer<typeof Recode>;

/** The question of the form behind a column: its name there and its rules, as the form writes them; null for none. */
export const FormQuestion = z.strictObject({
  name: z.string().min(1),
  relevant: z.string().nullable(),
  constraint: z.string().nullable(),
  isRequired: z.boolean(),
});
export type FormQuestion = z.infer<typeof FormQuestion>;

/** What to do with one column of the file, confirmed by the analyst. */
export const ColumnPlan = z.strictObject({
  /** Position in the table, from 0; columns put together from several come after those of the file. */
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
  /** Answers that say the question was not for this person ("no corresponde"): outside the base, not missing. */
  notApplicableCodes: z.array(z.string()).default([]),
  decimalMark: DecimalMark,
  dateOrder: DateOrder,
  /** Only for multiple choice: what joins the answers in a cell. */
  optionSeparator: z.enum([', ', '; ', ';', '|', ' ', '\n', '/', ',']).nullable(),
  identity: IdentityKind.nullable(),
  /**
   * Columns of the file that together give this one: for a multiple choice, one column an option (`value`); for an
   * identifier of several columns, its pieces (`value` null). Empty where the column is one of the file's own.
   */
  parts: z.array(ColumnPart).default([]),
  /** Answers read as another one before anything else happens; `to` null makes them missing. */
  recodes: z.array(Recode).default([]),
  /** The public list whose codes the answers are stored as; null for none. */
  standard: StandardKind.nullable().default(null),
  unit: z.string().nullable().default(null),
  /**
   * Personal details inside texts are replaced by their kind, such as `[RUT]`, before anything is stored; in a list of
   * answers the options are written so too. Says nothing of numbers and dates.
   */
  redacts: z.boolean().default(true),
  /** The question of the XLSForm that the column answers; its rules tell who was not asked. Null without a form. */
  form: FormQuestion.nullable().default(null),
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
  /** Ways of writing that stand side by side in the column, such as "0,85" and "85 %"; absent or empty for one way. */
  forms: z.array(WrittenForm).optional(),
  /** What a public list recognised of the answers; null where no list applies. */
  standardEvidence: z
    .strictObject({
      kind: StandardKind,
      recognised: z.int().nonnegative(),
      unrecognised: z.int().nonnegative(),
      examples: z.array(z.string()),
    })
    .nullable(),
  /** Personal details found inside the texts of the column, and in how many cells. */
  insideText: z.array(z.strictObject({ kind: IdentityKind, count: z.int().positive() })),
  /** The question as the codebook, or the file itself, words it; null where neither does. */
  question: z.string().nullable(),
  /** The column is read as part of this other one, and is not stored by itself; null otherwise. */
  partOf: z.int().nonnegative().nullable(),
  /**
   * What the program that wrote the file says of the column: it serves that program only, it tells who answered, it is one
   * option of a question or all of them joined, or it was worked out from other answers. Null for an answer of its own.
   */
  writtenAs: z.enum(['technical', 'person', 'part', 'combined', 'derived']).nullable(),
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
  'repeated-header',
  'repeated-row',
  'repeated-identifier',
  'missing-identifier',
  'unclosed-quote',
  'sub-heading',
  'undecodable-text',
] as const;
export const SetAsideReason = z.enum(setAsideReasons);
export type SetAsideReason = z.infer<typeof SetAsideReason>;

/** One file of an import. `label` is what the wave says of its rows, such as the school; null for a single file. */
export const SourceFile = z.strictObject({
  fileId: FileId,
  fileName: z.string(),
  sha256: Sha256,
  bytes: z.int().nonnegative(),
  label: z.string().nullable(),
});
export type SourceFile = z.infer<typeof SourceFile>;

/** A file read together with the first one, as part of the same wave, and what its rows are labelled with. */
export const AdditionalFile = z.strictObject({ fileId: FileId, label: z.string().min(1).max(120) });
export type AdditionalFile = z.infer<typeof AdditionalFile>;

/** What the application found in a file, to be shown and corrected before anything is stored. */
export const Inspection = z.strictObject({
  fileId: FileId,
  fileName: z.string(),
  sha256: Sha256,
  bytes: z.int().nonnegative(),
  format: SourceFormat,
  /** Every table of the file; one for a plain text table. */
  tables: z.array(SourceTable),
  notices: z.array(SourceNotice),
  platform: PlatformFinding.nullable(),
  /** Every file that is read as this wave, the inspected one first. */
  files: z.array(SourceFile),
  dialect: Dialect,
  evidence: z.array(DialectEvidence),
  /** Data rows found with this dialect, blank ones included. */
  rows: z.int().nonnegative(),
  irregular: z.array(
    z.strictObject({ line: z.int().positive(), reason: SetAsideReason, fields: z.int().nonnegative() }),
  ),
  irregularTotal: z.int().nonnegative(),
  preamble: z.array(z.string()),
  /** Lines under the table that are not read. */
  footer: z.array(z.strictObject({ line: z.int().positive(), text: z.string() })).default([]),
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
  'recoded',
  'scale-reversed',
  'type-changed',
  'new',
  'absent',
] as const;
export const MatchStatus = z.enum(matchStatuses);
export type MatchStatus = z.infer<typeof MatchStatus>;

/** What speaks for a proposal; worded by the text catalogue from `details`. */
export const MatchEvidence = z.strictObject({
  why: z.enum([
    'same-wording',
    'same-name',
    'same-identifier',
    'same-field',
    'alike-wording',
    'chosen',
    'answers-by-label',
    'answers-by-numbering',
    'answers-by-meaning',
    'answers-by-spelling',
    'answers-by-code',
    'answers-shifted',
    'answers-by-position',
    'scale-legend',
    'scale-order',
    'scale-correlation',
    'type-converts',
    'type-loses',
    'type-refused',
  ]),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type MatchEvidence = z.infer<typeof MatchEvidence>;

/** What the application would do with a column, and why; the analyst decides. */
export const MatchProposal = z.strictObject({
  /** `take`: as the variable's answers; `separate`: as a variable of its own; `none`: nothing to decide. */
  decision: z.enum(['take', 'separate', 'none']),
  /** Answers that would be read as those of the instrument. */
  recodes: z.array(Recode),
  /** False where the evidence is too thin to recode before the analyst says so. */
  recodesApplied: z.boolean(),
  /** Whether the file's answers can be stored as the variable's type. */
  conversion: z.enum(['none', 'whole', 'partial', 'refused']),
  evidence: z.array(MatchEvidence),
  /** Other variables of the instrument that the column might answer, likeliest first. */
  rivals: z.array(
    z.strictObject({ variableId: VariableId, label: z.string(), similarity: z.number().min(0).max(1) }),
  ),
});
export type MatchProposal = z.infer<typeof MatchProposal>;

/** How one column of a later wave relates to the instrument. */
export const ColumnMatch = z.strictObject({
  /** Null when the instrument's variable has no column in the file (`absent`). */
  source: z.int().nonnegative().nullable(),
  header: z.string().nullable(),
  variableId: VariableId.nullable(),
  variableLabel: z.string().nullable(),
  statuses: z.array(MatchStatus),
  /** 0 to 1: how alike the texts are. */
  similarity: z.number().min(0).max(1),
  optionsAdded: z.array(z.string()),
  optionsDropped: z.array(z.string()),
  typeBefore: VariableType.nullable(),
  typeNow: VariableType.nullable(),
  proposal: MatchProposal.nullable().default(null),
  /** Why the analyst decided otherwise; null for nothing said. */
  note: z.string().max(500).nullable().default(null),
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

/** Why a wave was proposed as it is; worded by the text catalogue from `details`. */
export const WaveEvidence = z.strictObject({
  aspect: z.enum(['instrument', 'name', 'moment', 'dates']),
  why: z.enum([
    'instrument-shared',
    'name-from-file',
    'moment-from-words',
    'moment-from-order',
    'dates-in-data',
  ]),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type WaveEvidence = z.infer<typeof WaveEvidence>;

/** Everything the analyst confirmed; nothing is guessed after this. */
export const ImportPlan = z.strictObject({
  fileId: FileId,
  /** Hash of the file that was inspected; the import stops if the file has changed since. */
  sha256: Sha256,
  dialect: Dialect,
  /** The other files of the same wave; `label` is the first file's own. */
  additionalFiles: z.array(AdditionalFile).default([]),
  label: z.string().min(1).max(120).nullable().default(null),
  /** The XLSForm or other codebook the file was read with; null for none. */
  codebookFileId: FileId.nullable().default(null),
  columns: z.array(ColumnPlan).min(1),
  /** How the columns were proposed to match the instrument, kept as the ground of what was decided. */
  matches: z.array(ColumnMatch).default([]),
  wave: WaveDraft,
  /** Null drafts a new instrument named after the wave. */
  instrumentId: InstrumentId.nullable(),
  instrumentName: z.string().nullable(),
  /** What a row of a new instrument stands for; an existing instrument keeps its own. */
  rowUnit: RowUnit.default('person'),
  /** Why rows that look like people are none; absent or empty where nothing speaks against it. */
  rowUnitReason: z.string().max(500).optional(),
  /**
   * What to do with rows whose identifier appears more than once: stop and say so, set the later rows aside, or set the earlier
   * ones aside where the last is the corrected form.
   */
  repeatedIdentifiers: z.enum(['stop', 'set-aside', 'keep-last']),
  /**
   * Names, birth dates and schools as written go into the vault beside the identifiers, so that people can be recognised
   * across waves; absent means yes.
   */
  keepsDetailsInVault: z.boolean().optional(),
});
export type ImportPlan = z.infer<typeof ImportPlan>;

import { z } from 'zod';
import { Audience } from '../domain/comparison';
import { Coverage, Linkage } from '../domain/design';
import {
  ComparisonId,
  InstrumentId,
  MeasurementId,
  PracticeId,
  ReportId,
  VariableId,
  WaveId,
} from '../domain/ids';
import { Moment } from '../domain/import';
import { RowUnit, VariableOption, VariableType } from '../domain/instrument';
import { measurementKinds } from '../domain/measurement';
import { MeasurementFigure } from '../domain/measurement-result';
import { OutputFile, ReportFormat } from '../domain/report';
import { defineMethods, Locale, Nothing } from './define';

const MeasurementKindName = z.enum(measurementKinds);

export const TemplateDescription = z.strictObject({
  slug: z.string(),
  title: z.string(),
  titleEnglish: z.string(),
  municipality: z.string(),
  summary: z.string(),
  instruments: z.array(
    z.strictObject({
      key: z.string(),
      name: z.string(),
      rowUnit: RowUnit,
      coverage: Coverage,
      linkage: Linkage,
      questions: z.array(
        z.strictObject({
          name: z.string(),
          label: z.string(),
          hint: z.string(),
          type: VariableType,
          options: z.array(VariableOption),
          isAsked: z.boolean(),
          isRequired: z.boolean(),
          section: z.string(),
        }),
      ),
    }),
  ),
  indicators: z.array(
    z.strictObject({
      key: z.string(),
      name: z.string(),
      definition: z.string(),
      unit: z.string(),
      /** In the indicator's own scale, a share from 0 to 1; null for none. */
      target: z.number().nullable(),
      isShare: z.boolean(),
    }),
  ),
  measurements: z.array(z.strictObject({ key: z.string(), name: z.string(), kind: MeasurementKindName })),
  comparisons: z.array(z.strictObject({ key: z.string(), name: z.string() })),
  /** The blocks of the report in order; `text` are the words of headings, or the name of what is printed. */
  outline: z.array(z.strictObject({ kind: z.string(), text: z.string() })),
  samples: z.array(
    z.strictObject({
      key: z.string(),
      name: z.string(),
      moment: Moment,
      instrument: z.string(),
      fileName: z.string(),
      files: z.int().positive(),
      shape: z.string(),
    }),
  ),
  figures: z.array(z.strictObject({ key: z.string(), what: z.string(), stated: z.string() })),
  /** How many criteria the commission has that can be made of it; null for none. */
  commissionCriteria: z.int().positive().nullable(),
});
export type TemplateDescription = z.infer<typeof TemplateDescription>;

/** One thing a template makes. `outcome`: new; there as the template has it; there and changed since, which stays. */
export const TemplateItem = z.strictObject({
  kind: z.enum([
    'practice',
    'instrument',
    'design',
    'indicator',
    'measurement',
    'comparison',
    'report',
    'claim',
  ]),
  key: z.string(),
  id: z.string(),
  name: z.string(),
  outcome: z.enum(['made', 'kept', 'changed']),
});
export type TemplateItem = z.infer<typeof TemplateItem>;

/** Why something could not be made. `details` name waves, questions or figures in the words of the project. */
export const TemplateOmission = z.strictObject({
  kind: z.enum(['comparison', 'block', 'claim', 'figure']),
  key: z.string(),
  name: z.string(),
  reason: z.enum([
    'waves-absent',
    'definition-absent',
    'cannot-be-computed',
    'figure-absent',
    'claim-absent',
    'linked-otherwise',
    'report-absent',
  ]),
  details: z.array(z.string()),
});
export type TemplateOmission = z.infer<typeof TemplateOmission>;

/** Questions of an instrument that a file does not answer, of how many, and what cannot be computed from it. */
export const InstrumentGap = z.strictObject({
  questions: z.array(z.string()),
  of: z.int().nonnegative(),
  indicators: z.array(z.string()),
  measurements: z.array(z.string()),
});
export type InstrumentGap = z.infer<typeof InstrumentGap>;

/** The same for a wave of a template's instrument. */
export const TemplateGap = InstrumentGap.extend({
  waveId: WaveId,
  wave: z.string(),
  instrument: z.string(),
});
export type TemplateGap = z.infer<typeof TemplateGap>;

export const TemplateStatus = z.strictObject({
  slug: z.string(),
  /** False until the template was used for this practice. */
  isUsed: z.boolean(),
  instruments: z.array(
    z.strictObject({
      key: z.string(),
      name: z.string(),
      /** Null where it is not made, or was deleted or undone. */
      id: InstrumentId.nullable(),
      waves: z.array(
        z.strictObject({
          id: WaveId,
          name: z.string(),
          moment: Moment,
          rows: z.int().nonnegative(),
          isSynthetic: z.boolean(),
        }),
      ),
      /** Synthetic waves and others stand side by side: figures over all waves would mix them. */
      mixesSynthetic: z.boolean(),
    }),
  ),
  indicators: z.array(z.strictObject({ key: z.string(), name: z.string(), id: z.string().nullable() })),
  measurements: z.array(
    z.strictObject({ key: z.string(), name: z.string(), id: MeasurementId.nullable(), hasData: z.boolean() }),
  ),
  samples: z.array(z.strictObject({ key: z.string(), name: z.string(), waveId: WaveId.nullable() })),
  comparisons: z.array(
    z.strictObject({
      key: z.string(),
      name: z.string(),
      id: ComparisonId.nullable(),
      /** Waves that are still missing, by the name the template gives them. */
      waitsFor: z.array(z.string()),
    }),
  ),
  reportId: ReportId.nullable(),
  claims: z.strictObject({ linked: z.int().nonnegative(), of: z.int().nonnegative() }),
  gaps: z.array(TemplateGap),
  /** The four steps in order; `partly` where some of it is there. */
  steps: z.array(
    z.strictObject({
      step: z.enum(['instrument', 'data', 'results', 'report']),
      state: z.enum(['open', 'partly', 'done']),
      done: z.int().nonnegative(),
      of: z.int().nonnegative(),
    }),
  ),
});
export type TemplateStatus = z.infer<typeof TemplateStatus>;

/** The document's figure and ours. `agrees` null: the document states none, or ours is not there (`reason`). */
export const FigureBeside = z.strictObject({
  key: z.string(),
  what: z.string(),
  stated: z.string(),
  value: z.number().nullable(),
  /** Ready to print in the given language; null without a value. */
  formatted: z.string().nullable(),
  agrees: z.boolean().nullable(),
  reason: z.string().nullable(),
  isSynthetic: z.boolean(),
  place: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('measurement'),
      name: z.string(),
      measurementId: MeasurementId.nullable(),
      figure: MeasurementFigure.nullable(),
    }),
    z.strictObject({
      kind: z.literal('comparison'),
      name: z.string(),
      indicator: z.string(),
      comparisonId: ComparisonId.nullable(),
      /** What the figure rests on, ready to print: n and the interval of a change; empty where there is none. */
      basis: z.string().default(''),
    }),
  ]),
});
export type FigureBeside = z.infer<typeof FigureBeside>;

const XlsFormSource = z.union([
  z.strictObject({ instrumentId: InstrumentId }),
  z.strictObject({ slug: z.string(), instrument: z.string() }),
]);

/** What the form does otherwise than the instrument, worded by the catalogue. */
export const XlsFormNote = z.strictObject({
  code: z.enum(['renamed', 'choice-renamed', 'not-asked', 'label-shortened', 'options-absent']),
  name: z.string(),
  became: z.string(),
});

/** Practices as working templates. */
export const templateMethods = defineMethods({
  'template.list': {
    kind: 'query',
    summary: 'The templates that ship with the application and the practices of this project that use them',
    input: Nothing,
    output: z.strictObject({
      templates: z.array(
        z.strictObject({
          slug: z.string(),
          title: z.string(),
          municipality: z.string(),
          questions: z.int().nonnegative(),
          indicators: z.int().nonnegative(),
          measurements: z.int().nonnegative(),
          practiceIds: z.array(PracticeId),
        }),
      ),
    }),
  },
  'template.describe': {
    kind: 'query',
    summary:
      'What a template brings: instruments, indicators, comparisons, report outline, sample files, figures',
    input: z.strictObject({ slug: z.string() }),
    output: TemplateDescription,
  },
  'template.use': {
    kind: 'command',
    summary:
      'Make the instruments, indicators and measurements of a template for a practice (null adds its record); what is there is kept',
    input: z.strictObject({
      slug: z.string(),
      practiceId: PracticeId.nullable(),
      /** Makes everything anew beside what is there. */
      copy: z.boolean().default(false),
    }),
    output: z.strictObject({
      practiceId: PracticeId,
      items: z.array(TemplateItem),
      /** How many steps of undo take all of it back. */
      steps: z.int().nonnegative(),
    }),
  },
  'template.status': {
    kind: 'query',
    summary: 'How far a practice is on the way of its template, and what is missing',
    input: z.strictObject({ practiceId: PracticeId }),
    output: TemplateStatus,
  },
  'template.importSample': {
    kind: 'command',
    summary: 'Import the synthetic files of a template the ordinary way; null takes those not imported yet',
    input: z.strictObject({ practiceId: PracticeId, sampleKey: z.string().nullable() }),
    output: z.strictObject({
      imported: z.array(
        z.strictObject({
          sampleKey: z.string(),
          waveId: WaveId,
          name: z.string(),
          outcome: z.enum(['made', 'kept']),
          rowsRead: z.int().nonnegative(),
          rowsKept: z.int().nonnegative(),
          columnsNew: z.int().nonnegative(),
        }),
      ),
    }),
  },
  'template.prepare': {
    kind: 'command',
    summary:
      'Make the comparisons whose waves are there, the report of the outline and the links of claims; says what was left out',
    input: z.strictObject({
      practiceId: PracticeId,
      /** Formats to write at once; none writes no file. */
      render: z.array(ReportFormat).default([]),
    }),
    output: z.strictObject({
      items: z.array(TemplateItem),
      omitted: z.array(TemplateOmission),
      reportId: ReportId.nullable(),
      files: z.array(OutputFile),
    }),
  },
  'template.figures': {
    kind: 'query',
    summary: 'Each figure of the document beside the computed one',
    input: z.strictObject({
      practiceId: PracticeId,
      locale: Locale.default('es'),
      audience: Audience.default('publication'),
    }),
    output: z.strictObject({ figures: z.array(FigureBeside) }),
  },
  'instrument.gap': {
    kind: 'query',
    summary:
      'What a file that answers only some questions of an instrument leaves out, and what cannot be computed',
    input: z.strictObject({ instrumentId: InstrumentId, variableIds: z.array(VariableId) }),
    output: InstrumentGap,
  },
  'instrument.exportXlsForm': {
    kind: 'command',
    summary: 'Write an instrument as an XLSForm for KoboToolbox or ODK; checked by the published rules',
    input: z.strictObject({ source: XlsFormSource, locale: Locale }),
    output: z.strictObject({ file: OutputFile, notes: z.array(XlsFormNote) }),
  },
});

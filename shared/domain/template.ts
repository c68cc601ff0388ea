import { z } from 'zod';
import { CoderName } from './coding';
import { Coverage, Linkage } from './design';
import { DialectCorrections } from './dialect';
import { Moment } from './import';
import { RowUnit, Variable } from './instrument';

const Key = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);
const VariableName = Variable.shape.name;

/**
 * A definition whose ids are written as references, to be replaced when the template is used: `@instrument:key`,
 * `@variable:instrument-key/variable_name`, `@indicator:key`, `@measurement:key`, `@comparison:key`,
 * `@wave:sample-key`. It is read by the definition's own schema after that; what most definitions leave as it is may be
 * left out (see `shared/templates/resolve.ts`).
 */
const Referring = z.record(z.string(), z.json());

/**
 * A question of a template. As of an instrument without id; `name` is what references and survey forms call it. The
 * rest serves the survey form only.
 */
export const TemplateVariable = Variable.omit({ id: true }).extend({
  role: Variable.shape.role.default('measure'),
  options: Variable.shape.options.default([]),
  missingCodes: Variable.shape.missingCodes.default([]),
  unit: Variable.shape.unit.default(null),
  identity: Variable.shape.identity.default(null),
  labelEnglish: z.string().default(''),
  /** English labels by the option's value; an option without one is shown in Spanish. */
  optionsEnglish: z.record(z.string(), z.string()).default({}),
  hint: z.string().default(''),
  /** Asked in the survey form that can be exported; false for what the office adds itself. */
  isAsked: z.boolean().default(true),
  isRequired: z.boolean().default(false),
  /** Asked only of those who gave one of these answers to an earlier question; null asks everybody. */
  askedIf: z
    .strictObject({ variable: VariableName, values: z.array(z.string()).min(1) })
    .nullable()
    .default(null),
  /** Bounds of a number, both valid. */
  minimum: z.number().nullable().default(null),
  maximum: z.number().nullable().default(null),
  /** Heading of the group it stands in; neighbours with the same one share it. Empty stands in none. */
  section: z.string().max(120).default(''),
});
export type TemplateVariable = z.infer<typeof TemplateVariable>;

export const TemplateInstrument = z.strictObject({
  key: Key,
  name: z.string().min(1),
  nameEnglish: z.string().default(''),
  rowUnit: RowUnit,
  variables: z.array(TemplateVariable).min(1),
  /** Names of variables of this instrument where strata, clusters or weights are declared. */
  design: z.strictObject({
    coverage: Coverage,
    linkage: Linkage,
    stratum: VariableName.nullable().default(null),
    cluster: VariableName.nullable().default(null),
    weight: VariableName.nullable().default(null),
  }),
});
export type TemplateInstrument = z.infer<typeof TemplateInstrument>;

/** Below `sample-data/`. */
const SampleFile = z.string().regex(/^[a-z0-9-]+\/[A-Za-z0-9._ -]+$/);

/** One wave of the practice's synthetic data and how the ordinary import reads it. */
export const TemplateSample = z.strictObject({
  key: Key,
  file: SampleFile,
  /** The name of the sheet or table inside the file, as the import calls it; null for the one it proposes. */
  table: z.string().nullable().default(null),
  /** Corrections an analyst would make on the screen; empty reads the file as it is proposed. */
  corrections: DialectCorrections.default({}),
  /** What the rows of `file` are labelled with where the wave has several files, such as the session. */
  label: z.string().min(1).max(120).nullable().default(null),
  additionalFiles: z
    .array(z.strictObject({ file: SampleFile, label: z.string().min(1).max(120) }))
    .default([]),
  instrument: Key,
  wave: z.strictObject({
    name: z.string().min(1).max(120),
    moment: Moment,
    startDate: z.iso.date().nullable(),
    endDate: z.iso.date().nullable(),
  }),
  /** What the file shows of how such files arrive, in a sentence. */
  shape: z.string().min(1),
});
export type TemplateSample = z.infer<typeof TemplateSample>;

/** How the score sheet of a template becomes a commission. */
export const TemplateCommission = z.strictObject({
  instrument: Key,
  /** Questions that are scored; their bounds are the scale, and `weight` counts by its share. */
  criteria: z
    .array(z.strictObject({ variable: VariableName, weight: z.number().positive().max(1000) }))
    .min(1),
  /** How many practices are recognised; null leaves it open. */
  recognised: z.int().positive().nullable(),
  /** A filled-in sheet of synthetic scores. */
  scores: SampleFile,
});
export type TemplateCommission = z.infer<typeof TemplateCommission>;

/**
 * Where a figure is found once the sample data is in: in a measurement, or in a row of a comparison. `figureKey` is the
 * figure's `key` with references in place of ids.
 */
export const FigurePlace = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('measurement'), measurement: Key, figureKey: z.string() }),
  z.strictObject({
    kind: z.literal('comparison'),
    comparison: Key,
    indicator: Key,
    /** Values of the breakdown, in its order; empty for everybody. */
    group: z.array(z.string()),
    what: z.enum(['baseline', 'follow-up', 'change']),
  }),
]);
export type FigurePlace = z.infer<typeof FigurePlace>;

/** A figure as the document states it, what a computed one must be to agree with it, and where it is found. */
export const TemplateFigure = z.strictObject({
  key: Key,
  /** What it counts, in our words. */
  what: z.string().min(1),
  /** The figure as written there: «1270», «más de 40», «cerca de 920». Empty: the document gives none. */
  stated: z.string(),
  agrees: z.discriminatedUnion('rule', [
    z.strictObject({ rule: z.literal('equal'), value: z.number() }),
    z.strictObject({ rule: z.literal('above'), value: z.number() }),
    z.strictObject({ rule: z.literal('at-least'), value: z.number() }),
    z.strictObject({ rule: z.literal('below'), value: z.number() }),
    z.strictObject({ rule: z.literal('about'), value: z.number(), within: z.number().positive() }),
    z.strictObject({ rule: z.literal('positive') }),
    z.strictObject({ rule: z.literal('negative') }),
  ]),
  place: FigurePlace,
});
export type TemplateFigure = z.infer<typeof TemplateFigure>;

/** What a practice's "use as template" makes. One file for each record of `seeds/practices/`, of the same slug. */
export const PracticeTemplate = z.strictObject({
  schemaVersion: z.literal(1),
  slug: z.string().regex(/^[a-z0-9-]+$/),
  instruments: z.array(TemplateInstrument).min(1).max(6),
  /** `body` becomes an indicator draft. */
  indicators: z.array(z.strictObject({ key: Key, body: Referring })),
  /** `body` becomes a measurement specification. */
  measurements: z.array(z.strictObject({ key: Key, name: z.string().min(1), body: Referring })),
  /** `body` becomes a comparison specification; made once its waves are there. */
  comparisons: z.array(z.strictObject({ key: Key, name: z.string().min(1), body: Referring })),
  report: z.strictObject({
    title: z.string().min(1).max(200),
    subtitle: z.string().max(300),
    /** Each becomes a block of the report; those of comparisons that cannot be made yet are left out. */
    blocks: z.array(Referring),
  }),
  samples: z.array(TemplateSample).min(1).max(12),
  /** Filled-in coding sheets of the sample data, each read as what one coder gave once its wave is there. */
  codings: z.array(z.strictObject({ measurement: Key, coder: CoderName, file: SampleFile })).default([]),
  figures: z.array(TemplateFigure),
  /** A commission made from the score sheet; null for the practices that have none. */
  commission: TemplateCommission.nullable().default(null),
  /** Which figure carries which claim of the record. */
  claims: z.array(z.strictObject({ claim: z.string(), figure: Key })),
});
export type PracticeTemplate = z.infer<typeof PracticeTemplate>;

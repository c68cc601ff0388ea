import { z } from 'zod';
import { Coverage, Linkage } from './design';
import { Moment } from './import';
import { RowUnit, Variable } from './instrument';

const Key = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);

/**
 * A definition whose ids are written as references, to be replaced when the template is used: `@instrument:key`,
 * `@variable:instrument-key/variable_name`, `@indicator:key`, `@measurement:key`, `@comparison:key`,
 * `@wave:sample-key`, `@practice`. It is read by the definition's own schema after that.
 */
const Referring = z.record(z.string(), z.json());

export const TemplateInstrument = z.strictObject({
  key: Key,
  name: z.string().min(1),
  rowUnit: RowUnit,
  /** As of an instrument; `name` is what references and survey forms call it. */
  variables: z.array(
    Variable.omit({ id: true }).extend({
      labelEnglish: z.string().default(''),
      hint: z.string().default(''),
      /** Asked in the survey form that can be exported; false for what the office adds itself. */
      isAsked: z.boolean().default(true),
      isRequired: z.boolean().default(false),
    }),
  ),
  design: z.strictObject({ coverage: Coverage, linkage: Linkage }),
});
export type TemplateInstrument = z.infer<typeof TemplateInstrument>;

/** One file of the practice's synthetic data and how the ordinary import reads it. */
export const TemplateSample = z.strictObject({
  key: Key,
  /** Below `sample-data/`. */
  file: z.string().regex(/^[a-z0-9-]+\/[A-Za-z0-9._ -]+$/),
  /** The sheet or table inside the file; null for the only one. */
  table: z.string().nullable().default(null),
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

/** Where a figure is found once the sample data is in: in a measurement, or in a row of a comparison. */
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
  figures: z.array(TemplateFigure),
  /** Which figure carries which claim of the record. */
  claims: z.array(z.strictObject({ claim: z.string(), figure: Key })),
});
export type PracticeTemplate = z.infer<typeof PracticeTemplate>;

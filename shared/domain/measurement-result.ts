import { z } from 'zod';
import { Audience, ResultInterval, TestResult } from './comparison';
import { IsoDate, Sha256, WaveId } from './ids';
import { MeasurementSpec } from './measurement';

/** What a figure says; worded by the catalogue. */
export const figureMeasures = [
  'indicator',
  'cases',
  'open-cases',
  'closed-cases',
  'cases-per-month',
  'case-share',
  'median-days',
  'standard-met',
  'all-standards',
  'standards-mean',
  'change',
  'change-all-standards',
  'change-standards-mean',
  'planned-meetings',
  'meetings-held',
  'periods-kept',
  'kept-share',
  'meetings-outside',
  'attendances',
  'people',
  'sessions',
  'mean-attendance',
  'retention',
  'attendance-ratio',
  'came-to-all',
  'reached',
  'from-previous',
  'from-first',
  'out-of-order',
  'units',
  'covered',
  'coverage',
  'target-gap',
  'target-gap-units',
  'statements',
  'coded-statements',
  'code-count',
  'code-share',
  'double-coded',
  'agreement',
  'kappa',
  'received',
  'handed-out',
  'balance',
  'lowest-balance',
  'change-exposed',
  'change-comparison',
  'difference-in-changes',
] as const;
export const FigureMeasure = z.enum(figureMeasures);
export type FigureMeasure = z.infer<typeof FigureMeasure>;

/**
 * One number. `key` names it for good inside its measurement (`figureKey`, docs/decisions/0022-measurements.md): values of
 * the data and slugs of the specification, never labels. `of` are the labels of what it is of (stage, session, group), empty for the whole; `period` is `2024`,
 * `2024-Q2`, `2024-03` or `2024-W09`. A share is from 0 to 1. `n` is what it rests on, `numerator` those counted in a
 * share. Suppressed figures are null throughout. `method` and `reason` are worded by the catalogue.
 */
export const MeasurementFigure = z.strictObject({
  key: z.string().min(1).max(400),
  measure: FigureMeasure,
  of: z.array(z.string()),
  period: z.string().nullable(),
  phase: z.enum(['before', 'after']).nullable(),
  waveId: WaveId.nullable(),
  status: z.enum(['shown', 'suppressed', 'empty']),
  value: z.number().nullable(),
  n: z.number().nonnegative().nullable(),
  numerator: z.number().nullable(),
  interval: ResultInterval.nullable(),
  scale: z.enum(['count', 'share', 'number', 'coefficient', 'share-change', 'number-change']),
  unit: z.string(),
  decimals: z.int().min(0).max(6),
  method: z.string().nullable(),
  reason: z.string().nullable(),
  /** The test behind a change; absent where none was made. */
  test: TestResult.optional(),
});
export type MeasurementFigure = z.infer<typeof MeasurementFigure>;

/** A table of figures; `cells` hold keys, null where the crossing has no figure. A row without labels is the whole. */
export const MeasurementTable = z.strictObject({
  id: z.enum([
    'summary',
    'by-indicator',
    'by-period',
    'by-split',
    'by-wave',
    'by-standard',
    'by-body',
    'by-session',
    'by-stage',
    'by-unit',
    'by-code',
    'by-coder',
    'by-item',
    'by-group',
  ]),
  /** What the table is split by, in the words of the instrument; null where the id says it. */
  subject: z.string().nullable(),
  columns: z.array(
    z.strictObject({
      measure: FigureMeasure,
      label: z.string().nullable(),
      phase: z.enum(['before', 'after']).nullable(),
    }),
  ),
  rows: z.array(
    z.strictObject({
      labels: z.array(z.string()),
      period: z.string().nullable(),
      cells: z.array(z.string().nullable()),
    }),
  ),
});
export type MeasurementTable = z.infer<typeof MeasurementTable>;

/** What can be drawn of a measurement; every number is looked up in `figures`. */
export const MeasurementChart = z.discriminatedUnion('kind', [
  /** Rows of one measure, with an interval where the figure has one: horizontal bars, or dots for shares. */
  z.strictObject({
    kind: z.enum(['bars', 'dots']),
    measure: FigureMeasure,
    subject: z.string().nullable(),
    keys: z.array(z.string()).min(1),
    target: z.number().nullable(),
  }),
  /** Lines or columns over time, a lane for each series. */
  z.strictObject({
    kind: z.literal('periods'),
    measure: FigureMeasure,
    cutDate: IsoDate.nullable(),
    series: z
      .array(z.strictObject({ label: z.string(), measure: FigureMeasure, keys: z.array(z.string()) }))
      .min(1),
  }),
  /** Stages from the first to the last with the share that passes on. */
  z.strictObject({
    kind: z.literal('funnel'),
    reached: z.array(z.string()).min(2),
    passed: z.array(z.string()),
  }),
  /** A calendar of planned periods: kept, missed, or beyond the data. */
  z.strictObject({
    kind: z.literal('schedule'),
    rows: z
      .array(
        z.strictObject({
          label: z.string(),
          periods: z.array(
            z.strictObject({
              period: z.string(),
              state: z.enum(['kept', 'missed', 'open']),
              meetings: z.int().nonnegative(),
            }),
          ),
        }),
      )
      .min(1),
  }),
]);
export type MeasurementChart = z.infer<typeof MeasurementChart>;

/** Something a reader must know; worded by the catalogue from `details`. */
export const MeasurementNotice = z.strictObject({
  code: z.enum([
    'variables-absent',
    'no-rows',
    'undated',
    'undated-left-out',
    'resolved-before-opened',
    'body-unplanned',
    'meeting-outside-schedule',
    'nobody-attended',
    'person-twice-in-session',
    'later-stage-larger',
    'stage-skipped',
    'unit-repeated',
    'covered-outside-target',
    'direction-unknown',
    'quantity-missing',
    'quantity-negative',
    'balance-negative',
    'uncoded',
    'one-coder',
    'coders-disagree',
    'answers-changed',
    'rare-code',
    'stage-uncoded',
    'group-absent',
    'waves-absent',
    'few-before',
    'few-after',
    'periods-beyond-data',
    'count-missing',
    'person-missing',
    'session-missing',
  ]),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type MeasurementNotice = z.infer<typeof MeasurementNotice>;

export const MeasurementResult = z.strictObject({
  spec: MeasurementSpec,
  audience: Audience,
  waves: z.array(
    z.strictObject({ id: WaveId, name: z.string(), isSynthetic: z.boolean(), dataSha256: Sha256 }),
  ),
  figures: z.array(MeasurementFigure),
  /** Keys of the few figures that say most, first of all. */
  headline: z.array(z.string()).max(6),
  tables: z.array(MeasurementTable),
  charts: z.array(MeasurementChart),
  notices: z.array(MeasurementNotice),
  privacy: z.strictObject({ threshold: z.int(), suppressedFigures: z.int().nonnegative() }),
  /** Hash of data and definitions the result rests on. */
  resultSha256: Sha256,
});
export type MeasurementResult = z.infer<typeof MeasurementResult>;

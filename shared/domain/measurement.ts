import { z } from 'zod';
import { assertNever } from '../errors';
import { Audience, ResultInterval, TestResult } from './comparison';
import { Condition, conditionVariables } from './condition';
import {
  IndicatorId,
  InstrumentId,
  IsoDate,
  IsoInstant,
  MeasurementId,
  Sha256,
  VariableId,
  WaveId,
} from './ids';

/** Names a stage, a standard or a code inside its measurement; a claim's link keeps holding on to it. */
const Slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);

/** What every measurement reads. `waveIds` empty takes every wave of the instrument. `filter` null takes all rows. */
const source = {
  instrumentId: InstrumentId,
  waveIds: z.array(WaveId).max(60),
  filter: Condition.nullable(),
  confidenceLevel: z.number().min(0.5).max(0.999),
};

/** Indicators of one wave on their own, without a comparison: a total, a share, a count, by one group or none. */
export const FiguresSpec = z.strictObject({
  kind: z.literal('figures'),
  ...source,
  indicatorIds: z.array(IndicatorId).min(1).max(40),
  breakdownId: VariableId.nullable(),
});

/**
 * Attentions of a service. `splitIds`: channel, nationality, kind. `resolvedId`: the day a case was closed. `standards`:
 * what a protocol asks of each case. `cutDate`: the day the protocol came into force; cases from that day on are after.
 */
export const CasesSpec = z.strictObject({
  kind: z.literal('cases'),
  ...source,
  dateId: VariableId,
  resolvedId: VariableId.nullable(),
  splitIds: z.array(VariableId).max(4),
  standards: z
    .array(z.strictObject({ id: Slug, label: z.string().min(1).max(200), condition: Condition }))
    .max(20),
  cutDate: IsoDate.nullable(),
  period: z.enum(['month', 'quarter', 'year']),
});

/** How often a body is meant to meet. `body` null: the only body there is. Both dates belong to the range. */
export const MeetingSchedule = z.strictObject({
  body: z.string().nullable(),
  label: z.string().min(1).max(200),
  every: z.enum(['week', 'month', 'quarter', 'half-year', 'year']),
  from: IsoDate,
  to: IsoDate,
});
export type MeetingSchedule = z.infer<typeof MeetingSchedule>;

/** Meetings held against a schedule: one row a meeting. `held` null: every row is a meeting that took place. */
export const MeetingsSpec = z.strictObject({
  kind: z.literal('meetings'),
  ...source,
  dateId: VariableId,
  bodyId: VariableId.nullable(),
  held: Condition.nullable(),
  schedule: z.array(MeetingSchedule).min(1).max(20),
});

/**
 * Attendance: one row a person and session (`countId` null), or one row a session with the number that came
 * (`countId`). `personId` follows people from session to session. `attended` null: every row came.
 */
export const AttendanceSpec = z.strictObject({
  kind: z.literal('attendance'),
  ...source,
  sessionId: VariableId,
  dateId: VariableId.nullable(),
  personId: VariableId.nullable(),
  countId: VariableId.nullable(),
  attended: Condition.nullable(),
  splitIds: z.array(VariableId).max(4),
});

/** Stages in order, each with the rows that reached it. A row counts in a stage whether or not in the one before. */
export const FunnelSpec = z.strictObject({
  kind: z.literal('funnel'),
  ...source,
  stages: z
    .array(z.strictObject({ id: Slug, label: z.string().min(1).max(200), condition: Condition.nullable() }))
    .min(2)
    .max(12),
  splitId: VariableId.nullable(),
});

/** How much of a list is covered. `inTarget` null: every unit of the list. `targetShare` from 0 to 1. */
export const CoverageSpec = z.strictObject({
  kind: z.literal('coverage'),
  ...source,
  unitId: VariableId.nullable(),
  inTarget: Condition.nullable(),
  covered: Condition,
  targetShare: z.number().min(0).max(1).nullable(),
  splitId: VariableId.nullable(),
});

export const CodeSlug = Slug;
export const Code = z.strictObject({
  id: CodeSlug,
  label: z.string().min(1).max(120),
  description: z.string().max(1000),
  /** The code this one was merged into: whoever gave it is read as having given that one. Absent for none. */
  mergedInto: Slug.optional(),
});
export type Code = z.infer<typeof Code>;

/** Open answers coded by hand; who gave which code to which answer is stored beside the data, by `textId`. */
export const CodingSpec = z.strictObject({
  kind: z.literal('coding'),
  ...source,
  textId: VariableId,
  stageId: VariableId.nullable(),
  codes: z.array(Code).max(80),
});

/** Quantities in and out. `openings`: what there was before the first row; the balance carries on from it. */
export const LedgerSpec = z.strictObject({
  kind: z.literal('ledger'),
  ...source,
  dateId: VariableId,
  itemId: VariableId,
  directionId: VariableId,
  inValues: z.array(z.string()).min(1),
  outValues: z.array(z.string()).min(1),
  quantityId: VariableId,
  unit: z.string().max(40),
  openings: z.array(z.strictObject({ item: z.string(), quantity: z.number().min(-1e15).max(1e15) })).max(200),
  period: z.enum(['month', 'quarter', 'year']),
});

/**
 * The change of those who took part beside the change of those who did not: the difference of both changes.
 * `baselineWaveId` null takes the first ex-ante wave, `followUpWaveId` null the last one that follows.
 */
export const ContrastSpec = z.strictObject({
  kind: z.literal('contrast'),
  ...source,
  indicatorIds: z.array(IndicatorId).min(1).max(40),
  groupId: VariableId,
  exposedValues: z.array(z.string()).min(1),
  comparisonValues: z.array(z.string()).min(1),
  baselineWaveId: WaveId.nullable(),
  followUpWaveId: WaveId.nullable(),
  linkage: z.enum(['matched', 'independent']),
});

export const MeasurementSpec = z.discriminatedUnion('kind', [
  FiguresSpec,
  CasesSpec,
  MeetingsSpec,
  AttendanceSpec,
  FunnelSpec,
  CoverageSpec,
  CodingSpec,
  LedgerSpec,
  ContrastSpec,
]);
export type MeasurementSpec = z.infer<typeof MeasurementSpec>;
export type MeasurementKind = MeasurementSpec['kind'];
export type SpecOf<K extends MeasurementKind> = Extract<MeasurementSpec, { kind: K }>;
export const measurementKinds = [
  'figures',
  'cases',
  'meetings',
  'attendance',
  'funnel',
  'coverage',
  'coding',
  'ledger',
  'contrast',
] as const satisfies readonly MeasurementKind[];

export const MeasurementDraft = z.strictObject({
  name: z.string().min(1).max(200),
  spec: MeasurementSpec,
});
export type MeasurementDraft = z.infer<typeof MeasurementDraft>;

export const Measurement = MeasurementDraft.extend({
  id: MeasurementId,
  createdAt: IsoInstant,
  updatedAt: IsoInstant,
});
export type Measurement = z.infer<typeof Measurement>;

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

/** Every variable a measurement names itself (not those behind its indicators), each once. */
export function measurementVariables(spec: MeasurementSpec): VariableId[] {
  const conditions: (Condition | null)[] = [spec.filter];
  const ids: (VariableId | null)[] = [];
  switch (spec.kind) {
    case 'figures':
      ids.push(spec.breakdownId);
      break;
    case 'cases':
      ids.push(spec.dateId, spec.resolvedId, ...spec.splitIds);
      conditions.push(...spec.standards.map(({ condition }) => condition));
      break;
    case 'meetings':
      ids.push(spec.dateId, spec.bodyId);
      conditions.push(spec.held);
      break;
    case 'attendance':
      ids.push(spec.sessionId, spec.dateId, spec.personId, spec.countId, ...spec.splitIds);
      conditions.push(spec.attended);
      break;
    case 'funnel':
      ids.push(spec.splitId);
      conditions.push(...spec.stages.map(({ condition }) => condition));
      break;
    case 'coverage':
      ids.push(spec.unitId, spec.splitId);
      conditions.push(spec.inTarget, spec.covered);
      break;
    case 'coding':
      ids.push(spec.textId, spec.stageId);
      break;
    case 'ledger':
      ids.push(spec.dateId, spec.itemId, spec.directionId, spec.quantityId);
      break;
    case 'contrast':
      ids.push(spec.groupId);
      break;
    default:
      return assertNever(spec);
  }
  const named = ids.filter((id) => id !== null);
  const inConditions = conditions.flatMap((condition) => (condition ? conditionVariables(condition) : []));
  return [...new Set([...named, ...inConditions])];
}

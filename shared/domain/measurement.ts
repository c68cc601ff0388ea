import { z } from 'zod';
import { assertNever } from '../errors';
import { Condition, conditionVariables } from './condition';
import { IndicatorId, InstrumentId, IsoDate, IsoInstant, MeasurementId, VariableId, WaveId } from './ids';

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

import type { Condition } from '../../../shared/domain/condition';
import type { IndicatorId, InstrumentId, VariableId, WaveId } from '../../../shared/domain/ids';
import type {
  MeasurementDraft,
  MeasurementKind,
  MeasurementSpec,
  MeetingSchedule,
  SpecOf,
} from '../../../shared/domain/measurement';
import { type ConditionForm, conditionFormOf, conditionOf } from '../indicators/condition-form';

/** The columns a count can name; `split` is the single one by which funnels and coverage are told apart. */
export const columnSlots = [
  'breakdown',
  'date',
  'resolved',
  'body',
  'session',
  'person',
  'count',
  'split',
  'unit',
  'text',
  'stage',
  'item',
  'direction',
  'quantity',
  'group',
] as const;
export type ColumnSlot = (typeof columnSlots)[number];

/** A requirement or a stage while it is written; `condition` null counts every row, `id` names its figures for good. */
export type NamedCondition = { key: string; id: string; label: string; condition: ConditionForm | null };
/** One body's calendar while it is written; days are null until they are. */
export type ScheduleLine = Omit<MeetingSchedule, 'from' | 'to'> & {
  key: string;
  from: string | null;
  to: string | null;
};
export type OpeningLine = { key: string; item: string; quantity: number | null };

/** A count while it is being put together: every field of every kind, so that changing one's mind loses nothing. */
export type CountForm = {
  kind: MeasurementKind;
  name: string;
  instrumentId: InstrumentId;
  waveIds: readonly WaveId[];
  filter: ConditionForm | null;
  confidenceLevel: number;
  columns: Readonly<Record<ColumnSlot, VariableId | null>>;
  splitIds: readonly VariableId[];
  indicatorIds: readonly IndicatorId[];
  period: SpecOf<'cases'>['period'];
  cutDate: string | null;
  named: readonly NamedCondition[];
  schedule: readonly ScheduleLine[];
  /** Meetings held, people who came, units covered: what makes a row count. */
  counts: ConditionForm | null;
  inTarget: ConditionForm | null;
  targetShare: number | null;
  codes: SpecOf<'coding'>['codes'];
  inValues: readonly string[];
  outValues: readonly string[];
  unit: string;
  openings: readonly OpeningLine[];
  exposedValues: readonly string[];
  comparisonValues: readonly string[];
  baselineWaveId: WaveId | null;
  followUpWaveId: WaveId | null;
  linkage: SpecOf<'contrast'>['linkage'];
};

const noColumns = Object.fromEntries(columnSlots.map((slot) => [slot, null])) as CountForm['columns']; // safe: every slot is listed

/** A count of a kind with nothing chosen. */
export function emptyCount(kind: MeasurementKind, instrumentId: InstrumentId): CountForm {
  return {
    kind,
    name: '',
    instrumentId,
    waveIds: [],
    filter: null,
    confidenceLevel: 0.95,
    columns: noColumns,
    splitIds: [],
    indicatorIds: [],
    period: 'month',
    cutDate: null,
    named: [],
    schedule: [],
    counts: null,
    inTarget: null,
    targetShare: null,
    codes: [],
    inValues: [],
    outValues: [],
    unit: '',
    openings: [],
    exposedValues: [],
    comparisonValues: [],
    baselineWaveId: null,
    followUpWaveId: null,
    linkage: 'independent',
  };
}

/** A saved count as it is edited. */
export function countFormOf({ name, spec }: MeasurementDraft): CountForm {
  const { kind, instrumentId, waveIds, confidenceLevel } = spec;
  const form: CountForm = {
    ...emptyCount(kind, instrumentId),
    name,
    waveIds,
    confidenceLevel,
    filter: formOrNull(spec.filter),
  };
  switch (spec.kind) {
    case 'figures':
      return {
        ...form,
        indicatorIds: spec.indicatorIds,
        columns: { ...noColumns, breakdown: spec.breakdownId },
      };
    case 'cases':
      return {
        ...form,
        columns: { ...noColumns, date: spec.dateId, resolved: spec.resolvedId },
        splitIds: spec.splitIds,
        named: spec.standards.map(namedForm),
        cutDate: spec.cutDate,
        period: spec.period,
      };
    case 'meetings':
      return {
        ...form,
        columns: { ...noColumns, date: spec.dateId, body: spec.bodyId },
        counts: formOrNull(spec.held),
        schedule: spec.schedule.map((line) => ({ ...line, key: newKey() })),
      };
    case 'attendance':
      return {
        ...form,
        columns: {
          ...noColumns,
          session: spec.sessionId,
          date: spec.dateId,
          person: spec.personId,
          count: spec.countId,
        },
        counts: formOrNull(spec.attended),
        splitIds: spec.splitIds,
      };
    case 'funnel':
      return {
        ...form,
        columns: { ...noColumns, split: spec.splitId },
        named: spec.stages.map(namedForm),
      };
    case 'coverage':
      return {
        ...form,
        columns: { ...noColumns, unit: spec.unitId, split: spec.splitId },
        counts: formOrNull(spec.covered),
        inTarget: formOrNull(spec.inTarget),
        targetShare: spec.targetShare,
      };
    case 'coding':
      return {
        ...form,
        columns: { ...noColumns, text: spec.textId, stage: spec.stageId },
        codes: spec.codes,
      };
    case 'ledger':
      return {
        ...form,
        columns: {
          ...noColumns,
          date: spec.dateId,
          item: spec.itemId,
          direction: spec.directionId,
          quantity: spec.quantityId,
        },
        inValues: spec.inValues,
        outValues: spec.outValues,
        unit: spec.unit,
        openings: spec.openings.map((line) => ({ ...line, key: newKey() })),
        period: spec.period,
      };
    case 'contrast':
      return {
        ...form,
        indicatorIds: spec.indicatorIds,
        columns: { ...noColumns, group: spec.groupId },
        exposedValues: spec.exposedValues,
        comparisonValues: spec.comparisonValues,
        baselineWaveId: spec.baselineWaveId,
        followUpWaveId: spec.followUpWaveId,
        linkage: spec.linkage,
      };
  }
}

/** A requirement or stage to begin with, named apart from those there are. */
export function newNamed(existing: readonly NamedCondition[], prefix: string, label = ''): NamedCondition {
  let number = existing.length + 1;
  while (existing.some(({ id }) => id === `${prefix}-${number}`)) number += 1;
  return { key: newKey(), id: `${prefix}-${number}`, label, condition: null };
}

/** Tells lines apart on screen. */
export function newKey(): string {
  return crypto.randomUUID();
}

/** The condition as it is written, or null for none. */
export function formOrNull(condition: Condition | null): ConditionForm | null {
  return condition === null ? null : conditionFormOf(condition);
}

/** What is written of a condition: null for none, undefined while it is incomplete. */
export function readCondition(form: ConditionForm | null): Condition | null | undefined {
  return form === null ? null : (conditionOf(form) ?? undefined);
}

function namedForm({
  id,
  label,
  condition,
}: {
  id: string;
  label: string;
  condition: Condition | null;
}): NamedCondition {
  return { key: newKey(), id, label, condition: formOrNull(condition) };
}

/** The kind a specification has without its own fields; what all kinds share. */
export type SharedSource = Pick<MeasurementSpec, 'instrumentId' | 'waveIds' | 'filter' | 'confidenceLevel'>;

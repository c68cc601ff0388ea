import type { MeasurementSpec } from '../../../shared/domain/measurement';
import { MeasurementSpec as SpecSchema } from '../../../shared/domain/measurement';
import { assertNever } from '../../../shared/errors';
import type { Texts } from '../../../shared/text';
import { type CountForm, type NamedCondition, readCondition } from './count-form';

/** A field that is still to be filled in, by its name in the catalogue. */
export type MissingField = keyof Texts['measurementsUi']['fields'] | 'filter';
/** What a form says: a whole specification, or what is still missing. */
export type ReadCount = { spec: MeasurementSpec; missing: [] } | { spec: null; missing: MissingField[] };

/** Reads a form. What it gives satisfies the domain's schema. */
export function readCount(form: CountForm): ReadCount {
  const missing = missingFields(form);
  if (missing.length > 0) return { spec: null, missing };
  const parsed = SpecSchema.safeParse(candidate(form));
  return parsed.success ? { spec: parsed.data, missing: [] } : { spec: null, missing: ['date'] };
}

function missingFields(form: CountForm): MissingField[] {
  const { columns, kind } = form;
  const missing: MissingField[] = [];
  const need = (isThere: boolean, field: MissingField): void => {
    if (!isThere) missing.push(field);
  };
  const isReady = (condition: CountForm['counts']): boolean => readCondition(condition) !== undefined;
  need(isReady(form.filter), 'filter');
  switch (kind) {
    case 'figures':
      need(form.indicatorIds.length > 0, 'indicators');
      return missing;
    case 'cases':
      need(columns.date !== null, 'caseDate');
      need(form.named.every(isWholeStandard), 'standards');
      return missing;
    case 'meetings':
      need(columns.date !== null, 'meetingDate');
      need(isReady(form.counts), 'held');
      need(form.schedule.length > 0 && form.schedule.every(isWholeLine), 'schedule');
      return missing;
    case 'attendance':
      need(columns.session !== null, 'session');
      need(isReady(form.counts), 'attended');
      return missing;
    case 'funnel':
      need(form.named.length >= 2 && form.named.every(isWholeStage), 'stages');
      return missing;
    case 'coverage':
      need(form.counts !== null && isReady(form.counts), 'covered');
      need(isReady(form.inTarget), 'inTarget');
      return missing;
    case 'coding':
      need(columns.text !== null, 'text');
      return missing;
    case 'ledger':
      need(columns.date !== null, 'date');
      need(columns.item !== null, 'item');
      need(columns.quantity !== null, 'quantity');
      need(columns.direction !== null, 'direction');
      need(form.inValues.length > 0, 'inValues');
      need(form.outValues.length > 0, 'outValues');
      return missing;
    case 'contrast':
      need(form.indicatorIds.length > 0, 'indicators');
      need(columns.group !== null, 'group');
      need(form.exposedValues.length > 0, 'exposed');
      need(form.comparisonValues.length > 0, 'comparison');
      return missing;
    default:
      return assertNever(kind);
  }
}

function isWholeStandard({ label, condition }: NamedCondition): boolean {
  return label.trim() !== '' && condition !== null && readCondition(condition) !== undefined;
}

function isWholeStage({ label, condition }: NamedCondition): boolean {
  return label.trim() !== '' && readCondition(condition) !== undefined;
}

function isWholeLine({ label, from, to }: CountForm['schedule'][number]): boolean {
  return label.trim() !== '' && from !== null && to !== null && from <= to;
}

/** The specification before it is checked. */
function candidate(form: CountForm): unknown {
  const { columns, kind, instrumentId, waveIds, confidenceLevel } = form;
  const shared = { instrumentId, waveIds, confidenceLevel, filter: readCondition(form.filter) };
  const named = form.named.map(({ id, label, condition }) => ({
    id,
    label: label.trim(),
    condition: readCondition(condition),
  }));
  switch (kind) {
    case 'figures':
      return { kind, ...shared, indicatorIds: form.indicatorIds, breakdownId: columns.breakdown };
    case 'cases':
      return {
        kind,
        ...shared,
        dateId: columns.date,
        resolvedId: columns.resolved,
        splitIds: form.splitIds,
        standards: named,
        cutDate: form.cutDate,
        period: form.period,
      };
    case 'meetings':
      return {
        kind,
        ...shared,
        dateId: columns.date,
        bodyId: columns.body,
        held: readCondition(form.counts),
        schedule: form.schedule.map(({ key, body, label, ...line }) => ({
          ...line,
          label: label.trim(),
          body: columns.body === null ? null : (body ?? label.trim()),
        })),
      };
    case 'attendance':
      return {
        kind,
        ...shared,
        sessionId: columns.session,
        dateId: columns.date,
        personId: columns.person,
        countId: columns.count,
        attended: readCondition(form.counts),
        splitIds: form.splitIds,
      };
    case 'funnel':
      return { kind, ...shared, stages: named, splitId: columns.split };
    case 'coverage':
      return {
        kind,
        ...shared,
        unitId: columns.unit,
        inTarget: readCondition(form.inTarget),
        covered: readCondition(form.counts),
        targetShare: form.targetShare,
        splitId: columns.split,
      };
    case 'coding':
      return { kind, ...shared, textId: columns.text, stageId: columns.stage, codes: form.codes };
    case 'ledger':
      return {
        kind,
        ...shared,
        dateId: columns.date,
        itemId: columns.item,
        directionId: columns.direction,
        inValues: form.inValues,
        outValues: form.outValues,
        quantityId: columns.quantity,
        unit: form.unit.trim(),
        openings: form.openings.flatMap(({ item, quantity }) =>
          item.trim() === '' || quantity === null ? [] : [{ item: item.trim(), quantity }],
        ),
        period: form.period,
      };
    case 'contrast':
      return {
        kind,
        ...shared,
        indicatorIds: form.indicatorIds,
        groupId: columns.group,
        exposedValues: form.exposedValues,
        comparisonValues: form.comparisonValues,
        baselineWaveId: form.baselineWaveId,
        followUpWaveId: form.followUpWaveId,
        linkage: form.linkage,
      };
    default:
      return assertNever(kind);
  }
}

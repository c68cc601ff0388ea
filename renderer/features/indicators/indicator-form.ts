import type { VariableId } from '../../../shared/domain/ids';
import {
  type IndexScale,
  type Indicator,
  IndicatorDraft,
  type Measure,
  type MeasureKind,
} from '../../../shared/domain/indicator';
import { type ConditionForm, conditionFormOf, conditionOf } from './condition-form';

export type IndexItem = { variableId: VariableId; isReversed: boolean };
export type RatePer = Extract<Measure, { kind: 'rate' }>['per'];

/** What every kind of measure may ask, kept while the kind changes so that nothing written is lost. */
export type MeasureForm = {
  kind: MeasureKind;
  condition: ConditionForm;
  countsEveryRow: boolean;
  variableId: VariableId | null;
  numeratorId: VariableId | null;
  denominatorId: VariableId | null;
  exposureId: VariableId | null;
  per: RatePer;
  boxes: number;
  items: readonly IndexItem[];
  minimumAnswered: number | null;
  scale: IndexScale;
};

export type IndicatorForm = Omit<IndicatorDraft, 'measure' | 'filter'> & {
  measure: MeasureForm;
  hasFilter: boolean;
  filter: ConditionForm;
};

const emptyMeasure = (): MeasureForm => ({
  kind: 'proportion',
  condition: conditionFormOf(null),
  countsEveryRow: true,
  variableId: null,
  numeratorId: null,
  denominatorId: null,
  exposureId: null,
  per: 1000,
  boxes: 2,
  items: [],
  minimumAnswered: null,
  scale: '0-100',
});

/** An indicator about which nothing is known yet. */
export function emptyForm(): IndicatorForm {
  return {
    name: '',
    definition: '',
    measure: emptyMeasure(),
    hasFilter: false,
    filter: conditionFormOf(null),
    missingRule: 'exclude',
    direction: 'higher',
    unit: '',
    decimals: 1,
    target: null,
    justification: '',
    verification: '',
    responsible: '',
  };
}

/** A stored indicator ready to be changed. */
export function formOf(indicator: IndicatorDraft): IndicatorForm {
  return {
    ...plainFields(indicator),
    measure: measureFormOf(indicator.measure),
    hasFilter: indicator.filter !== null,
    filter: conditionFormOf(indicator.filter),
  };
}

function plainFields(from: IndicatorDraft | IndicatorForm) {
  const { name, definition, missingRule, direction, unit, decimals, target } = from;
  const { justification, verification, responsible } = from;
  return {
    name,
    definition,
    missingRule,
    direction,
    unit,
    decimals,
    target,
    justification,
    verification,
    responsible,
  };
}

function measureFormOf(measure: Measure): MeasureForm {
  const form = { ...emptyMeasure(), kind: measure.kind };
  switch (measure.kind) {
    case 'proportion':
      return { ...form, condition: conditionFormOf(measure.condition) };
    case 'mean':
    case 'total':
      return { ...form, variableId: measure.variableId };
    case 'count':
      return {
        ...form,
        countsEveryRow: measure.condition === null,
        condition: conditionFormOf(measure.condition),
      };
    case 'ratio':
      return { ...form, numeratorId: measure.numeratorId, denominatorId: measure.denominatorId };
    case 'rate':
      return {
        ...form,
        condition: conditionFormOf(measure.condition),
        exposureId: measure.exposureId,
        per: measure.per,
      };
    case 'top-box':
      return { ...form, variableId: measure.variableId, boxes: measure.boxes };
    case 'index':
      return {
        ...form,
        items: measure.items,
        minimumAnswered: measure.minimumAnswered,
        scale: measure.scale,
      };
  }
}

/** The indicator as it would be stored, named `fallbackName` while it has no name; null while incomplete. */
export function draftOf(form: IndicatorForm, fallbackName: string): IndicatorDraft | null {
  const measure = measureOf(form.measure);
  const filter = form.hasFilter ? conditionOf(form.filter) : null;
  if (measure === null || (form.hasFilter && filter === null)) return null;
  const name = form.name.trim() === '' ? fallbackName : form.name.trim();
  const parsed = IndicatorDraft.safeParse({ ...plainFields(form), name, measure, filter });
  return parsed.success ? parsed.data : null;
}

function measureOf(form: MeasureForm): Measure | null {
  const condition = conditionOf(form.condition);
  switch (form.kind) {
    case 'proportion':
      return condition && { kind: 'proportion', condition };
    case 'mean':
    case 'total':
      return form.variableId && { kind: form.kind, variableId: form.variableId };
    case 'count':
      if (form.countsEveryRow) return { kind: 'count', condition: null };
      return condition && { kind: 'count', condition };
    case 'ratio':
      if (form.numeratorId === null || form.denominatorId === null) return null;
      return { kind: 'ratio', numeratorId: form.numeratorId, denominatorId: form.denominatorId };
    case 'rate':
      return condition && { kind: 'rate', condition, exposureId: form.exposureId, per: form.per };
    case 'top-box':
      return form.variableId && { kind: 'top-box', variableId: form.variableId, boxes: form.boxes };
    case 'index':
      if (form.items.length < 2) return null;
      return {
        kind: 'index',
        items: [...form.items],
        minimumAnswered: minimumOf(form),
        scale: form.scale,
      };
  }
}

/** How many items a person must have answered: what was chosen, otherwise half of them, rounded up. */
export function minimumOf(form: Pick<MeasureForm, 'items' | 'minimumAnswered'>): number {
  const most = Math.max(1, form.items.length);
  return Math.min(form.minimumAnswered ?? Math.ceil(form.items.length / 2), most) || 1;
}

/** An indicator without what the store adds to it. */
export function draftFields(indicator: Indicator): IndicatorDraft {
  const { id: _id, createdAt: _createdAt, updatedAt: _updatedAt, ...draft } = indicator;
  return draft;
}

import type { IndicatorDraft, Measure } from '../../../shared/domain/indicator';
import type { Variable } from '../../../shared/domain/instrument';
import type { Locale } from '../../../shared/text';
import { describeIndicator, indexName, type VariableOf } from '../../../shared/text/definition';

const mostExamples = 4;
const blank = {
  definition: '',
  filter: null,
  missingRule: 'exclude',
  direction: 'higher',
  unit: '',
  decimals: 1,
  target: null,
  justification: '',
  verification: '',
  responsible: '',
} as const;

/** Indicators that the questions of a project lend themselves to, one of each kind, ready to open. */
export function suggestIndicators(variables: readonly Variable[], locale: Locale): IndicatorDraft[] {
  const measures = variables.filter((variable) => variable.role === 'measure' && variable.identity === null);
  const byId = new Map(measures.map((variable) => [variable.id, variable]));
  const found = [yesShare(measures), topBox(measures), mean(measures), index(measures)];
  return found
    .filter((measure) => measure !== null)
    .slice(0, mostExamples)
    .map((measure) => ({
      ...blank,
      measure,
      name: suggestName(measure, (id) => byId.get(id), locale),
      unit: measure.kind === 'mean' ? (byId.get(measure.variableId)?.unit ?? '') : '',
    }));
}

/** A short name for an indicator from what it measures. */
export function suggestName(measure: Measure, variableOf: VariableOf, locale: Locale): string {
  if (measure.kind === 'index') return indexName(measure.items.length, locale);
  const own = questionName(measure, variableOf);
  if (own !== null) return own.slice(0, 200);
  return describeIndicator({ measure, filter: null, missingRule: 'exclude' }, variableOf, locale)
    .replace(/\.$/, '')
    .slice(0, 200);
}

function questionName(measure: Measure, variableOf: VariableOf): string | null {
  if (measure.kind === 'proportion' && measure.condition.op === 'is') {
    const label = variableOf(measure.condition.variableId)?.label ?? null;
    const answer = measure.condition.values.length === 1 ? measure.condition.values[0] : undefined;
    return label === null || answer === 'true' || answer === 'Sí' ? plain(label) : null;
  }
  if (measure.kind === 'mean' || measure.kind === 'total' || measure.kind === 'top-box') {
    return plain(variableOf(measure.variableId)?.label ?? null);
  }
  return null;
}

function plain(label: string | null): string | null {
  if (label === null) return null;
  const text = label.replaceAll(/[¿?]/g, '').trim();
  return text === '' ? null : text[0]?.toUpperCase() + text.slice(1);
}

function yesShare(variables: readonly Variable[]): Measure | null {
  const question = variables.find((variable) => variable.type === 'boolean');
  if (!question) return null;
  return { kind: 'proportion', condition: { op: 'is', variableId: question.id, values: ['true'] } };
}

function topBox(variables: readonly Variable[]): Measure | null {
  const scale = variables.find((variable) => variable.type === 'ordinal' && variable.options.length >= 4);
  return scale ? { kind: 'top-box', variableId: scale.id, boxes: 2 } : null;
}

function mean(variables: readonly Variable[]): Measure | null {
  const numbers = variables.filter((variable) => variable.type === 'integer' || variable.type === 'decimal');
  const number = numbers.find((variable) => variable.unit !== null) ?? numbers[0];
  return number ? { kind: 'mean', variableId: number.id } : null;
}

function index(variables: readonly Variable[]): Measure | null {
  const scales = new Map<string, Variable[]>();
  for (const variable of variables) {
    if (variable.type !== 'ordinal') continue;
    const scale = variable.options.map((option) => option.value).join('|');
    scales.set(scale, [...(scales.get(scale) ?? []), variable]);
  }
  const largest = [...scales.values()].sort((a, b) => b.length - a.length)[0];
  if (!largest || largest.length < 3) return null;
  return {
    kind: 'index',
    items: largest.slice(0, 8).map((variable) => ({ variableId: variable.id, isReversed: false })),
    minimumAnswered: Math.ceil(Math.min(8, largest.length) / 2),
    scale: '0-100',
  };
}

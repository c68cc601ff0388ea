import type { Condition } from '../domain/condition';
import type { VariableId } from '../domain/ids';
import { type IndexScale, type IndicatorDraft, isAgainstBaseline, type Measure } from '../domain/indicator';
import type { RowUnit, Variable } from '../domain/instrument';
import { assertNever } from '../errors';
import type { Catalogue, Locale } from './catalogue';
import { definitionWords as english } from './en/definition-words';
import { definitionWords as spanish } from './es/definition-words';
import { formatDate, formatNumber } from './format';

type Words = Catalogue<typeof spanish>;
/** What the words need to know of a variable; undefined for one that no longer exists. */
export type VariableOf = (id: VariableId) => Pick<Variable, 'label' | 'type' | 'options'> | undefined;
type Context = { words: Words; variableOf: VariableOf; locale: Locale; isRecord?: boolean };

/** Says in one or two sentences what an indicator computes, with the wording of its questions and answers. */
export function describeIndicator(
  indicator: Pick<IndicatorDraft, 'measure' | 'filter' | 'missingRule'>,
  variableOf: VariableOf,
  locale: Locale,
): string {
  const context = { words: locale === 'es' ? spanish : english, variableOf, locale };
  const { words } = context;
  const main = [measureWords(indicator.measure, context), baseWords(indicator, context)]
    .filter((part) => part !== '')
    .join(', ');
  if (indicator.filter === null) return `${main}.`;
  return `${main}. ${words.filtered(conditionWords(indicator.filter, context))}`;
}

/** Says what a condition asks of a person: respondieron «Sí» a «…»; of other rows: tienen «Sí» en «…». */
export function describeCondition(
  condition: Condition,
  variableOf: VariableOf,
  locale: Locale,
  rowUnit: RowUnit = 'person',
): string {
  const words = locale === 'es' ? spanish : english;
  const isRecord = rowUnit !== 'person' && rowUnit !== 'household';
  return conditionWords(condition, { words, variableOf, locale, isRecord });
}

/** A short name for an index of so many questions. */
export function indexName(count: number, locale: Locale): string {
  return (locale === 'es' ? spanish : english).indexName(formatNumber(count, 0, locale));
}

/** How each item of an index against the baseline is placed; null for the scales that need no baseline. */
export function placedItemsText(scale: IndexScale, locale: Locale): string | null {
  if (!isAgainstBaseline(scale)) return null;
  return (locale === 'es' ? spanish : english).placedItems[scale];
}

/** The wording of one stored answer. */
function answerLabel(value: string, variable: ReturnType<VariableOf>, locale: Locale): string {
  const option = variable?.options.find((each) => each.value === value);
  if (option) return option.label;
  const words = locale === 'es' ? spanish : english;
  if (variable?.type === 'boolean' && value === 'true') return words.yes;
  if (variable?.type === 'boolean' && value === 'false') return words.no;
  return value;
}

function labelOf(id: VariableId, { variableOf, words }: Context): string {
  return variableOf(id)?.label ?? words.unknown;
}

function answersText(id: VariableId, values: readonly string[], context: Context): string {
  const variable = context.variableOf(id);
  const labels = values.map((value) => context.words.quote(answerLabel(value, variable, context.locale)));
  return joinWith(labels, context.words.or);
}

function joinWith(parts: readonly string[], last: string): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')}${last}${parts.at(-1)}`;
}

function conditionWords(condition: Condition, context: Context): string {
  const { words, locale } = context;
  switch (condition.op) {
    case 'is':
      return (context.isRecord ? words.recorded : words.answered)(
        answersText(condition.variableId, condition.values, context),
        labelOf(condition.variableId, context),
      );
    case 'is-not':
      return (context.isRecord ? words.notRecorded : words.notAnswered)(
        answersText(condition.variableId, condition.values, context),
        labelOf(condition.variableId, context),
      );
    case 'answered':
      return (context.isRecord ? words.anyRange : words.hasAnswer)(labelOf(condition.variableId, context));
    case 'range': {
      const write = (value: number) => formatNumber(value, Number.isInteger(value) ? 0 : 1, locale);
      const label = labelOf(condition.variableId, context);
      const { min, max } = condition;
      if (min !== null && max !== null) return words.between(label, write(min), write(max));
      if (min !== null) return words.atLeast(label, write(min));
      return max === null ? words.anyRange(label) : words.atMost(label, write(max));
    }
    case 'date-range': {
      const label = labelOf(condition.variableId, context);
      const from = condition.from === null ? null : formatDate(condition.from, locale);
      const to = condition.to === null ? null : formatDate(condition.to, locale);
      if (from !== null && to !== null) return words.dates(label, from, to);
      if (from !== null) return words.since(label, from);
      return to === null ? words.anyRange(label) : words.until(label, to);
    }
    case 'all':
    case 'any': {
      const parts = condition.of.map((part) => {
        const text = conditionWords(part, context);
        return part.op === 'all' || part.op === 'any' ? words.nested(text) : text;
      });
      return parts.join(condition.op === 'all' ? words.and : words.or);
    }
    default:
      return assertNever(condition);
  }
}

function measureWords(measure: Measure, context: Context): string {
  const { words, locale } = context;
  switch (measure.kind) {
    case 'proportion':
      return words.proportion(conditionWords(measure.condition, context));
    case 'mean':
      return words.mean(labelOf(measure.variableId, context));
    case 'total':
      return words.total(labelOf(measure.variableId, context));
    case 'count':
      return measure.condition === null
        ? words.countAll
        : words.count(conditionWords(measure.condition, context));
    case 'ratio':
      return words.ratio(labelOf(measure.numeratorId, context), labelOf(measure.denominatorId, context));
    case 'rate': {
      const condition = conditionWords(measure.condition, context);
      const per = formatNumber(measure.per, 0, locale);
      if (measure.exposureId === null) return words.rate(condition, per);
      return words.rateOf(condition, per, labelOf(measure.exposureId, context));
    }
    case 'top-box': {
      const options = context.variableOf(measure.variableId)?.options.slice(-measure.boxes) ?? [];
      const values = options.map((option) => option.value);
      return words.topBox(
        answersText(measure.variableId, values, context),
        labelOf(measure.variableId, context),
      );
    }
    case 'index': {
      const items = measure.items.map((item) => {
        const label = labelOf(item.variableId, context);
        return item.isReversed ? words.reversed(label) : words.quote(label);
      });
      const count = formatNumber(items.length, 0, locale);
      const list = joinWith(items, words.and);
      if (isAgainstBaseline(measure.scale)) return words.indexPlaced[measure.scale](count, list);
      return measure.scale === '0-100' ? words.indexScaled(count, list) : words.index(count, list);
    }
    default:
      return assertNever(measure);
  }
}

function baseWords(
  indicator: Pick<IndicatorDraft, 'measure' | 'missingRule'>,
  { words, locale }: Context,
): string {
  const { measure, missingRule } = indicator;
  switch (measure.kind) {
    case 'proportion':
    case 'top-box':
      return missingRule === 'exclude' ? words.amongAnswered : words.amongAll;
    case 'mean':
      return words.amongAnswered;
    case 'index':
      return words.minimum(formatNumber(measure.minimumAnswered, 0, locale));
    case 'ratio':
    case 'rate':
    case 'total':
    case 'count':
      return '';
    default:
      return assertNever(measure);
  }
}

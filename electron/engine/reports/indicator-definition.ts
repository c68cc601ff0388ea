import type { VariableId } from '../../../shared/domain/ids';
import { type IndicatorDraft, isShare } from '../../../shared/domain/indicator';
import type { RowUnit } from '../../../shared/domain/instrument';
import { assertNever } from '../../../shared/errors';
import type { Locale } from '../../../shared/text/catalogue';
import { describeCondition, placedItemsText, type VariableOf } from '../../../shared/text/definition';
import { formatNumber, formatValue } from '../../../shared/text/format';
import { type ReportWords, reportWords } from '../../../shared/text/reports';

type Context = { words: ReportWords; variableOf: VariableOf; locale: Locale; rowUnit: RowUnit };

/**
 * How an indicator is calculated, one sentence a line: definition, numerator, denominator, filter, missing rule,
 * direction, unit and target. Rows are named by what the instrument says one of them is.
 */
export function definitionLines(
  indicator: IndicatorDraft,
  variableOf: VariableOf,
  locale: Locale,
  rowUnit: RowUnit = 'person',
): string[] {
  const context = { words: reportWords(locale), variableOf, locale, rowUnit };
  const words = context.words.indicator;
  const { measure, target, filter, unit, decimals } = indicator;
  const isRecord = !isAnswered(rowUnit);
  const units = context.words.cover.units[rowUnit].many;
  const filtered = (text: string): string => (isRecord ? words.filterRows(units, text) : words.filter(text));
  const definition = indicator.definition.trim();
  const style = { kind: measure.kind, unit, decimals };
  const rules = [
    hasMissingRule(indicator) ? (isRecord ? words.missingRows : words.missing)[indicator.missingRule] : null,
    words.direction[indicator.direction],
    isShare(measure) ? words.unit(words.percent) : unit === '' ? null : words.unit(unit),
  ];
  const lines = [
    definition === '' ? null : words.definition(definition),
    ...measureLines(indicator, context),
    filter === null ? null : filtered(describeCondition(filter, variableOf, locale, rowUnit)),
    rules.filter((rule) => rule !== null).join(' '),
    target === null ? null : words.target(formatValue(target.value, style, locale), target.rationale.trim()),
  ];
  return lines.filter((line) => line !== null);
}

/** True where somebody answered for a row; other rows have values. */
function isAnswered(rowUnit: RowUnit): boolean {
  return rowUnit === 'person' || rowUnit === 'household';
}

function hasMissingRule({ measure }: IndicatorDraft): boolean {
  return isShare(measure) || measure.kind === 'mean' || measure.kind === 'rate';
}

function measureLines(
  { measure, missingRule }: IndicatorDraft,
  { words, variableOf, locale, rowUnit }: Context,
): string[] {
  const texts = words.indicator;
  const units = words.cover.units[rowUnit].many;
  const isRecord = !isAnswered(rowUnit);
  const everyone = isRecord ? texts.allRows(units) : texts.allPeople;
  const known = isRecord ? texts.recorded(units) : texts.answered(units);
  const denominator = missingRule === 'exclude' ? known : everyone;
  const label = (id: VariableId): string => {
    const variable = variableOf(id);
    return variable ? texts.quote(variable.label) : texts.missingVariable;
  };
  switch (measure.kind) {
    case 'proportion':
      return [
        texts.numerator(
          texts.people(units, describeCondition(measure.condition, variableOf, locale, rowUnit)),
        ),
        texts.denominator(denominator),
      ];
    case 'top-box': {
      const options = variableOf(measure.variableId)?.options.slice(-measure.boxes) ?? [];
      const labels = options.map((option) => texts.quote(option.label)).join(words.list);
      return [
        texts.numerator(texts.topBox(String(measure.boxes), label(measure.variableId), labels)),
        texts.denominator(denominator),
      ];
    }
    case 'mean':
      return [
        texts.value(
          isRecord
            ? texts.meanOfRows(units, label(measure.variableId))
            : texts.mean(label(measure.variableId)),
        ),
      ];
    case 'total':
      return [texts.value(texts.total(label(measure.variableId)))];
    case 'count': {
      if (measure.condition === null) return [texts.value(texts.countAll(units))];
      return [
        texts.value(texts.count(units, describeCondition(measure.condition, variableOf, locale, rowUnit))),
      ];
    }
    case 'ratio':
      return [
        texts.numerator(texts.sumOf(label(measure.numeratorId))),
        texts.denominator(texts.bothAnswered(label(measure.denominatorId))),
      ];
    case 'rate': {
      const exposure = measure.exposureId ? texts.sumOf(label(measure.exposureId)) : denominator;
      return [
        texts.numerator(
          texts.people(units, describeCondition(measure.condition, variableOf, locale, rowUnit)),
        ),
        texts.denominator(texts.per(exposure, formatNumber(measure.per, 0, locale))),
      ];
    }
    case 'index': {
      const items = measure.items.map((item) =>
        item.isReversed ? texts.reversed(label(item.variableId)) : label(item.variableId),
      );
      const text = texts.index(items.join('; '), formatNumber(measure.minimumAnswered, 0, locale));
      const rescaled = measure.scale === '0-100' ? texts.rescaled : placedItemsText(measure.scale, locale);
      return [texts.value(rescaled === null ? text : `${text}, ${rescaled}`)];
    }
    default:
      return assertNever(measure);
  }
}

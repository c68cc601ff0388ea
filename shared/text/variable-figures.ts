import type { VariableComparison, VariableFigure, VariableSide } from '../domain/variable-comparison';
import type { Locale } from './catalogue';
import { variableComparisonText as english } from './en/variable-comparison';
import { variableComparisonText as spanish } from './es/variable-comparison';
import { formatDate, formatNumber, formatPercent, formatSigned, noFigure } from './format';
import { reasonText } from './statistics';

/** What the words need to know of a comparison besides the group they are about. */
export type VariableFacts = Pick<
  VariableComparison,
  'variable' | 'waves' | 'distribution' | 'topBoxOptions' | 'spec'
>;

const dayMs = 86_400_000;

/** The wording of comparisons of one variable. */
export function variableWords(locale: Locale): typeof spanish {
  return locale === 'es' ? spanish : english;
}

/** The name of a method of `variable.compare`. */
export function variableMethodName(method: keyof typeof spanish.methods, locale: Locale): string {
  return variableWords(locale).methods[method].name;
}

/** Why that method was chosen, in plain words. */
export function variableMethodReason(method: keyof typeof spanish.methods, locale: Locale): string {
  return variableWords(locale).methods[method].why;
}

/** Something the reader of a group should know, as a sentence. */
export function variableCaution(caution: keyof typeof spanish.cautions, locale: Locale): string {
  return variableWords(locale).cautions[caution];
}

/** Why a figure of a group is absent, worded to stand after a colon. */
export function variableReason(reason: string, locale: Locale): string {
  const { reasons } = variableWords(locale);
  return isReason(reason) ? reasons[reason] : reasonText(reason, locale);
}

function isReason(reason: string): reason is keyof typeof spanish.reasons {
  return Object.hasOwn(spanish.reasons, reason);
}

/** A median as its scale has it: an option (or two, between which it lies), a number with its unit, a day; null gives a dash. */
export function formatMedian(
  median: Pick<VariableFigure, 'value'> | null,
  facts: VariableFacts,
  locale: Locale,
): string {
  if (median?.value == null) return noFigure;
  return formatScore(median.value, facts, locale);
}

/** A value in the unit of the median. */
export function formatScore(
  value: number,
  { variable, distribution }: VariableFacts,
  locale: Locale,
): string {
  const words = variableWords(locale);
  if (variable.scale === 'date') {
    return formatDate(new Date(Math.floor(value) * dayMs).toISOString(), locale);
  }
  if (variable.scale !== 'ordinal') {
    return withUnit(formatNumber(value, decimalsOf(value), locale), variable.unit);
  }
  const [below, above] = [Math.floor(value), Math.ceil(value)].map((score) =>
    words.quoted(distribution.options[score - 1]?.label ?? String(score)),
  );
  return below === above ? (below ?? '') : words.betweenOptions(below ?? '', above ?? '');
}

/** A shift with its sign, in steps of a scale, in the unit of the numbers, or in days. */
export function formatShift(value: number, { variable }: VariableFacts, locale: Locale): string {
  const unit = variable.scale === 'date' ? variableWords(locale).days : null;
  return withUnit(formatSigned(value, decimalsOf(value), locale), unit ?? ordinalUnit(variable));
}

/** The size of a shift without its sign. */
export function formatShiftSize(value: number, { variable }: VariableFacts, locale: Locale): string {
  const unit = variable.scale === 'date' ? variableWords(locale).days : null;
  const size = Math.abs(value);
  return withUnit(formatNumber(size, decimalsOf(size), locale), unit ?? ordinalUnit(variable));
}

function ordinalUnit({ scale, unit }: VariableComparison['variable']): string | null {
  return scale === 'ordinal' ? null : unit;
}

function withUnit(figure: string, unit: string | null): string {
  return unit === null || unit === '' ? figure : `${figure}\u00a0${unit}`;
}

/** As many decimals as the value has, two at the most. */
export function decimalsOf(value: number): number {
  return [0, 1].find((decimals) => Math.abs(value - Number(value.toFixed(decimals))) < 1e-9) ?? 2;
}

/** A share of a side as a percentage with one decimal. */
export function formatShare(
  { shares }: Pick<VariableSide, 'shares'>,
  option: number,
  locale: Locale,
): string {
  return formatPercent(shares?.[option] ?? null, 1, locale);
}

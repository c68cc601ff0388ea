import type { Precision, ReliabilityStandard, WaveCell } from '../../../shared/domain/comparison';
import type { Locale, Texts } from '../../../shared/text';
import { type FigureStyle, formatNumber, formatPercent, isShareStyle } from '../../../shared/text/format';

const noBreakSpace = '\u00a0';

/** An error in the unit of its figure, with a decimal more than the figure; percentage points for shares. */
export function formatError(error: number | null, style: FigureStyle, locale: Locale): string {
  if (error === null) return formatNumber(null, 0, locale);
  if (isShareStyle(style)) {
    return `${formatNumber(error * 100, Math.max(1, style.decimals), locale)}${noBreakSpace}pp`;
  }
  const unit = style.unit === '' ? '' : noBreakSpace + style.unit;
  return formatNumber(error, style.decimals + 1, locale) + unit;
}

/** Degrees of freedom, whole where they are. */
export function formatDegrees(degrees: number | null, locale: Locale): string {
  return formatNumber(degrees, degrees === null || Number.isInteger(degrees) ? 0 : 1, locale);
}

/** Why a figure has its label, with the standard by name and what the rule looked at; empty without a label. */
export function reliabilityReason(
  cell: Pick<WaveCell, 'n' | 'precision'>,
  standard: ReliabilityStandard,
  style: FigureStyle,
  words: Texts['comparison']['reliability'],
  locale: Locale,
): { why: string; facts: string } | null {
  const reliability = cell.precision?.reliability;
  if (!cell.precision || !reliability) return null;
  return {
    why: words.why(
      words.labels[reliability.label],
      words.standardNames[standard],
      words.rules[reliability.rule],
    ),
    facts: factsOf(cell.precision, cell.n, style, words, locale).join(' · '),
  };
}

function factsOf(
  precision: Precision,
  n: number | null,
  style: FigureStyle,
  { facts }: Texts['comparison']['reliability'],
  locale: Locale,
): string[] {
  const { degreesOfFreedom, standardError, coefficientOfVariation } = precision;
  return [
    facts.n(formatNumber(n, 0, locale)),
    ...(degreesOfFreedom === null ? [] : [facts.degrees(formatDegrees(degreesOfFreedom, locale))]),
    ...(standardError === null ? [] : [facts.error(formatError(standardError, style, locale))]),
    ...(coefficientOfVariation === null
      ? []
      : [facts.variation(formatPercent(coefficientOfVariation, 1, locale))]),
  ];
}

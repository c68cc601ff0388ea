import type { ChangeResult, ComparisonResult, ComparisonRow, WaveCell } from '../domain/comparison';
import type { Locale } from './catalogue';
import { caveatOf, caveatText } from './caveats';
import { sentencesText as english } from './en/sentences';
import { sentencesText as spanish } from './es/sentences';
import { formatNumber, formatPercent, formatSigned, formatValue, isShareStyle } from './format';
import { reasonText } from './statistics';

export { methodLine } from './statistics';

type IndicatorFacts = Pick<
  ComparisonResult['indicators'][number],
  'name' | 'kind' | 'unit' | 'decimals' | 'direction'
>;
type WaveFacts = Pick<ComparisonResult['waves'][number], 'id' | 'name'>;

/**
 * One result as a sentence for somebody without statistics, true to its interval: it says that something rose or fell
 * only where the interval leaves out no change, and never speaks of impact. The target, if any, follows in a second
 * sentence. Figures, signs and language by locale.
 */
export function resultSentence(
  row: Pick<ComparisonRow, 'key'>,
  change: ChangeResult,
  indicator: IndicatorFacts,
  waves: readonly WaveFacts[],
  locale: Locale,
): string {
  const words = textOf(locale);
  const title = titleOf(row, indicator, locale);
  if (change.status === 'suppressed') return suppressedSentence(title, change, indicator, waves, locale);
  if (change.status === 'empty' || change.change === null) {
    const reason = reasonText(change.reason ?? 'no-cases', locale);
    const shown = shownSide(change, indicator, waves, locale);
    return shown ? words.partlyEmpty(title, shown, reason) : words.empty(title, reason);
  }
  return (
    fromTo(title, change, indicator, waves, locale) +
    conclusion(change, change.change, indicator, locale) +
    '.' +
    targetSentence(change, indicator, locale)
  );
}

/** The sentence of a result, and after it what takes its change back: the correction among many, or the prudent calculation. */
export function resultStatement(
  result: { waves: readonly WaveFacts[]; spec: Pick<ComparisonResult['spec'], 'confidenceLevel'> },
  row: Pick<ComparisonRow, 'key'>,
  change: ChangeResult,
  indicator: IndicatorFacts,
  locale: Locale,
): string {
  const sentence = resultSentence(row, change, indicator, result.waves, locale);
  const caveat = caveatText(caveatOf(change, result.spec.confidenceLevel), 'sentence', locale);
  return caveat === '' ? sentence : `${sentence} ${caveat}`;
}

function textOf(locale: Locale): typeof spanish {
  return locale === 'es' ? spanish : english;
}

function titleOf(row: Pick<ComparisonRow, 'key'>, indicator: IndicatorFacts, locale: Locale): string {
  const words = textOf(locale);
  return words.title(indicator.name, row.key.map(({ label }) => label).join(words.and));
}

function waveName(waveId: string, waves: readonly WaveFacts[]): string {
  return waves.find(({ id }) => id === waveId)?.name ?? waveId;
}

function waveFigure(
  cell: WaveCell,
  indicator: IndicatorFacts,
  waves: readonly WaveFacts[],
  locale: Locale,
): string {
  return textOf(locale).wave(
    formatValue(cell.estimate, indicator, locale),
    waveName(cell.waveId, waves),
    formatNumber(cell.n, 0, locale),
  );
}

function shownSide(
  change: ChangeResult,
  indicator: IndicatorFacts,
  waves: readonly WaveFacts[],
  locale: Locale,
): string | null {
  const shown = [change.baseline, change.followUp].filter(({ status }) => status === 'shown');
  const [only] = shown;
  return only && shown.length === 1 ? waveFigure(only, indicator, waves, locale) : null;
}

function suppressedSentence(
  title: string,
  change: ChangeResult,
  indicator: IndicatorFacts,
  waves: readonly WaveFacts[],
  locale: Locale,
): string {
  const shown = shownSide(change, indicator, waves, locale);
  return shown ? textOf(locale).partlySuppressed(title, shown) : textOf(locale).suppressed(title);
}

const matchedMethods = new Set([
  'newcombe-paired',
  'paired-t',
  'ratio-linearised-matched',
  'rate-linearised-matched',
  'design-matched',
  'cluster-robust-matched',
]);

// A total or a census is compared alike whoever the people are, so the method alone does not tell.
function isOfSamePeople({ linkage, method }: Pick<ChangeResult, 'linkage' | 'method'>): boolean {
  return linkage === undefined ? matchedMethods.has(method) : linkage === 'matched';
}

function fromTo(
  title: string,
  change: ChangeResult,
  indicator: IndicatorFacts,
  waves: readonly WaveFacts[],
  locale: Locale,
): string {
  const words = textOf(locale);
  const { baseline, followUp } = change;
  if (!isOfSamePeople(change)) {
    return words.fromTo(
      title,
      waveFigure(baseline, indicator, waves, locale),
      waveFigure(followUp, indicator, waves, locale),
    );
  }
  const figure = (cell: WaveCell): string =>
    words.matchedWave(formatValue(cell.estimate, indicator, locale), waveName(cell.waveId, waves));
  return words.matchedFromTo(title, formatNumber(baseline.n, 0, locale), figure(baseline), figure(followUp));
}

function conclusion(
  change: ChangeResult,
  difference: number,
  indicator: IndicatorFacts,
  locale: Locale,
): string {
  const words = textOf(locale);
  const { interval } = change;
  const isCensus = change.method === 'exact-difference';
  if (interval === null) {
    if (difference === 0) {
      return isCensus ? words.censusSame : words.sameNoInterval + intervalAbsence(change, locale);
    }
    const ending = isCensus ? words.census : intervalAbsence(change, locale);
    return `, ${movement(difference, indicator, locale)}${judgement(change, locale)}${ending}`;
  }
  const scale = isShareStyle(indicator) ? 100 : 1;
  const lower = formatSigned(interval.lower * scale, indicator.decimals, locale);
  const upper = formatSigned(interval.upper * scale, indicator.decimals, locale);
  const level = formatPercent(interval.level, levelDecimals(interval.level), locale);
  const isClear = interval.lower > 0 || interval.upper < 0;
  if (!isClear) return words.unclear(lower, upper + unitOf(indicator, locale), level);
  return `, ${movement(difference, indicator, locale)}${words.between(lower, upper, level)}${judgement(change, locale)}`;
}

function intervalAbsence(change: ChangeResult, locale: Locale): string {
  return change.reason === null ? '' : textOf(locale).noInterval(reasonText(change.reason, locale));
}

function levelDecimals(level: number): number {
  return Math.abs(level * 100 - Math.round(level * 100)) < 1e-9 ? 0 : 1;
}

function unitOf(indicator: IndicatorFacts, locale: Locale): string {
  if (isShareStyle(indicator)) return ` ${textOf(locale).percentagePoints}`;
  return indicator.unit === '' ? '' : ` ${indicator.unit}`;
}

function movement(difference: number, indicator: IndicatorFacts, locale: Locale): string {
  const words = textOf(locale);
  const scale = isShareStyle(indicator) ? 100 : 1;
  const amount =
    formatNumber(Math.abs(difference) * scale, indicator.decimals, locale) + unitOf(indicator, locale);
  return difference > 0 ? words.rise(amount) : words.fall(amount);
}

function judgement(change: ChangeResult, locale: Locale): string {
  if (change.direction === 'improved') return textOf(locale).improved;
  return change.direction === 'worsened' ? textOf(locale).worsened : '';
}

function targetSentence({ target }: ChangeResult, indicator: IndicatorFacts, locale: Locale): string {
  if (!target) return '';
  const words = textOf(locale);
  const value = formatValue(target.value, indicator, locale);
  if (target.reached === 'yes') return words.targetReached(value);
  return target.reached === 'no' ? words.targetMissed(value) : words.targetUncertain(value);
}

import type {
  SeriesCaution,
  SeriesEffect,
  SeriesModel,
  SeriesPeriod,
  SeriesRefusal,
  SeriesResult,
} from '../domain/series';
import { fewestPeriods } from '../stats/segmented';
import type { Catalogue, Locale } from './catalogue';
import { seriesSentencesText as english } from './en/series-sentences';
import { seriesSentencesText as spanish } from './es/series-sentences';
import {
  type FigureStyle,
  formatDate,
  formatNumber,
  formatPercent,
  formatSigned,
  isShareStyle,
} from './format';

const effectNames = ['levelChange', 'slopeChange', 'endChange'] as const;

/** How the figures of a series are written; lines and changes are no whole cases, so they keep a decimal at least. */
export function seriesFigureStyle(
  { indicator }: Pick<SeriesResult, 'indicator'>,
  locale: Locale,
): FigureStyle {
  if (!indicator) return { kind: 'count', unit: textOf(locale).caseUnit, decimals: 1 };
  return { ...indicator, decimals: Math.max(1, indicator.decimals) };
}

/**
 * What happened at the cut as sentences for somebody without statistics, the most important first. A jump or a turn is
 * stated only where the interval leaves out no change by the usual errors and by the cautious ones. Without a model,
 * why there is none.
 */
export function seriesSentences(result: SeriesResult, locale: Locale): string[] {
  const { model, spec } = result;
  if (!model || spec.cutDate === null) return result.refusals.map((refusal) => refusalText(refusal, locale));
  const words = textOf(locale);
  const sentences = [changeSentence(result, model, locale)];
  if (model.endChange.interval !== null) sentences.push(endSentence(result, model, locale));
  if (isDisputed(model)) sentences.push(words.disputed);
  if (effectNames.some((name) => isClearChange(model[name], model.cautious?.[name]))) {
    sentences.push(words.observed);
  }
  return sentences;
}

/** Why there is no model. */
export function refusalText(refusal: SeriesRefusal, locale: Locale): string {
  const text = textOf(locale).refusals[refusal];
  return typeof text === 'string' ? text : text(formatNumber(fewestPeriods, 0, locale));
}

/** What a reader must know of a model. */
export function cautionText(caution: SeriesCaution, locale: Locale): string {
  return textOf(locale).cautions[caution];
}

/** One line of method for the evaluator; empty without a model. */
export function seriesMethodLine({ model }: Pick<SeriesResult, 'model'>, locale: Locale): string {
  if (!model) return '';
  const words = textOf(locale);
  const whole = (value: number): string => formatNumber(value, 0, locale);
  const terms = model.n - (model.levelChange.df ?? model.n - 4);
  return (
    words.method(
      whole(model.lagUsed),
      model.lagRule === 'automatic' ? words.automaticLags : words.chosenLags,
      whole(model.n),
      whole(model.before),
      whole(model.after),
      whole(model.n - terms),
    ) +
    (model.hasSeasonality ? words.seasonal : '') +
    (model.durbinWatson === null ? '' : words.durbinWatson(formatNumber(model.durbinWatson, 2, locale)))
  );
}

/** A period in running text: diciembre de 2022, la semana del 05-12-2022, el trimestre 4 de 2022. */
export function periodInText(start: string, period: SeriesPeriod, locale: Locale): string {
  const words = textOf(locale);
  const [year = '', month = ''] = start.split('-');
  if (period === 'week') return words.weekOf(formatDate(start, locale, 'short'));
  if (period === 'quarter') return words.quarterOf(String((Number(month) + 2) / 3), year);
  return words.monthOf(words.months[Number(month) - 1] ?? month, year);
}

/** True where neither the usual errors nor the cautious ones leave room for no change. */
function isClearChange(effect: SeriesEffect, cautious: SeriesEffect | undefined): boolean {
  return (
    excludesZero(effect) && (cautious === undefined || cautious.interval === null || excludesZero(cautious))
  );
}

function excludesZero({ interval }: SeriesEffect): boolean {
  return interval !== null && (interval.lower > 0 || interval.upper < 0);
}

function isDisputed(model: SeriesModel): boolean {
  return effectNames.some(
    (name) => excludesZero(model[name]) && !isClearChange(model[name], model.cautious?.[name]),
  );
}

function textOf(locale: Locale): Catalogue<typeof spanish> {
  return locale === 'es' ? spanish : english;
}

function subjectOf({ indicator, spec }: SeriesResult, locale: Locale): string {
  const words = textOf(locale);
  return indicator ? words.indicator(indicator.name) : words.cases[spec.period];
}

function amountOf(value: number, style: FigureStyle, locale: Locale): string {
  const scale = isShareStyle(style) ? 100 : 1;
  const unit = isShareStyle(style) ? textOf(locale).percentagePoints : style.unit;
  const figure = formatNumber(Math.abs(value) * scale, style.decimals, locale);
  return unit === '' ? figure : `${figure} ${unit}`;
}

/** The range a change may lie in: the wider of the usual interval and the cautious one, where it decides. */
function rangeOf(
  effect: SeriesEffect,
  cautious: SeriesEffect | undefined,
  style: FigureStyle,
  locale: Locale,
): string {
  const decides = excludesZero(effect) && !isClearChange(effect, cautious);
  const interval = (decides ? cautious?.interval : null) ?? effect.interval;
  if (!interval) return '';
  const scale = isShareStyle(style) ? 100 : 1;
  const end = (value: number): string => formatSigned(value * scale, style.decimals, locale);
  return textOf(locale).between(end(interval.lower), end(interval.upper));
}

function changeSentence(result: SeriesResult, model: SeriesModel, locale: Locale): string {
  const words = textOf(locale);
  const style = seriesFigureStyle(result, locale);
  const per = words.perPeriod[result.spec.period];
  const cut = formatDate(result.spec.cutDate, locale);
  const subject = subjectOf(result, locale);
  const { levelChange, slopeChange, cautious } = model;
  const amount = (value: number): string => amountOf(value, style, locale);
  const jumpText =
    levelChange.estimate > 0
      ? words.rise(amount(levelChange.estimate))
      : words.fall(amount(levelChange.estimate));
  const turnText =
    slopeChange.estimate > 0
      ? words.faster(amount(slopeChange.estimate), per)
      : words.slower(amount(slopeChange.estimate), per);
  if (levelChange.interval === null || slopeChange.interval === null) {
    const isSameLevel = isNothing(levelChange.estimate, style);
    const isSamePace = isNothing(slopeChange.estimate, style);
    if (isSameLevel && isSamePace) return sentence(words.flat(subject));
    return sentence(
      words.exact(
        cut,
        subject,
        isSameLevel ? words.sameJump : jumpText,
        isSamePace ? words.sameTurn : turnText,
      ),
    );
  }
  const jumpRange = rangeOf(levelChange, cautious?.levelChange, style, locale);
  const turnRange = rangeOf(slopeChange, cautious?.slopeChange, style, locale);
  const level = formatPercent(levelChange.interval.level, levelDecimals(levelChange.interval.level), locale);
  const jumps = isClearChange(levelChange, cautious?.levelChange);
  const turns = isClearChange(slopeChange, cautious?.slopeChange);
  const jump = `${jumpText} ${jumpRange}`;
  const turn = `${turnText} ${turnRange}`;
  if (jumps && turns) return sentence(words.both(cut, subject, jump, turn, level));
  if (jumps) return sentence(words.jumpOnly(cut, subject, jump, words.noTurn(turnRange), level));
  if (turns) return sentence(words.turnOnly(cut, subject, turn, words.noJump(jumpRange), level));
  return sentence(words.neither(cut, subject, words.noJump(jumpRange), words.neitherTurn(turnRange), level));
}

/** True for what would be written as zero. */
function isNothing(value: number, style: FigureStyle): boolean {
  const scale = isShareStyle(style) ? 100 : 1;
  return Math.abs(value) * scale < 0.5 * 10 ** -style.decimals;
}

function endSentence(result: SeriesResult, model: SeriesModel, locale: Locale): string {
  const words = textOf(locale);
  const style = seriesFigureStyle(result, locale);
  const period = periodInText(model.endStart, result.spec.period, locale);
  const { endChange, cautious } = model;
  const range = rangeOf(endChange, cautious?.endChange, style, locale);
  if (!isClearChange(endChange, cautious?.endChange)) return words.endUnclear(period, range);
  const amount = amountOf(endChange.estimate, style, locale);
  return endChange.estimate > 0
    ? words.endAbove(period, amount, range)
    : words.endBelow(period, amount, range);
}

function levelDecimals(level: number): number {
  return Math.abs(level * 100 - Math.round(level * 100)) < 1e-9 ? 0 : 1;
}

function sentence(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

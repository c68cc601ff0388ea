import type { ScaleItem, ScaleWave } from '../domain/scale';
import type { Locale } from './catalogue';
import { scaleText as english } from './en/scale';
import { scaleText as spanish } from './es/scale';
import { formatNumber, formatPercent } from './format';
import { reasonText } from './statistics';

// Customary reading of alpha (Nunnally 1978; Streiner 2003 for too high a one). A habit of the field, not a law.
const bands = { low: 0.6, good: 0.7, high: 0.95 };
// Less than this is not worth a sentence.
const noticeableGain = 0.02;
const decimals = 2;

/** Why a figure of a scale is absent, worded to stand in brackets. */
export function scaleReason(reason: string, locale: Locale): string {
  const { reasons } = textOf(locale);
  return isKeyOf(reasons, reason) ? reasons[reason] : reasonText(reason, locale);
}

/** How well the items go together in one wave, for somebody without statistics, and what that does not say. */
export function alphaSentence(
  scale: Pick<ScaleWave, 'alpha' | 'itemsUsed' | 'complete' | 'reason'>,
  waveName: string,
  locale: Locale,
): string {
  const { sentences } = textOf(locale);
  const { value, interval, reason } = scale.alpha;
  if (value === null) {
    return sentences.absent(waveName, scaleReason(reason ?? scale.reason ?? 'no-cases', locale));
  }
  const number = (figure: number): string => formatNumber(figure, decimals, locale);
  const level = (interval?.level ?? 0) * 100;
  const range = interval
    ? sentences.between(
        number(interval.lower),
        number(interval.upper),
        formatPercent(interval.level, Math.abs(level - Math.round(level)) < 1e-9 ? 0 : 1, locale),
      )
    : '';
  const judged = judgement(value);
  return (
    sentences.alpha(waveName, formatNumber(scale.itemsUsed, 0, locale), number(value)) +
    range +
    sentences.people(formatNumber(scale.complete, 0, locale)) +
    sentences[judged] +
    (judged === 'good' || judged === 'high' ? sentences.limit : '')
  );
}

/** What to look at in one item; null where nothing stands out. `alpha` is that of all items. */
export function itemSentence(
  item: Pick<ScaleItem, 'label' | 'warning' | 'restCorrelation' | 'alphaWithout'>,
  alpha: number | null,
  locale: Locale,
): string | null {
  const { sentences } = textOf(locale);
  const correlation = formatNumber(item.restCorrelation.value, decimals, locale);
  switch (item.warning) {
    case 'maybe-reversed':
      return sentences.maybeReversed(item.label, correlation);
    case 'maybe-not-reversed':
      return sentences.maybeNotReversed(item.label, correlation);
    case 'constant':
      return sentences.constant(item.label);
    case null: {
      const { value } = item.alphaWithout;
      if (value === null || alpha === null || value - alpha < noticeableGain) return null;
      return sentences.betterWithout(item.label, formatNumber(value, decimals, locale));
    }
  }
}

function judgement(alpha: number): 'opposed' | 'low' | 'middling' | 'good' | 'high' {
  if (alpha < 0) return 'opposed';
  if (alpha < bands.low) return 'low';
  if (alpha < bands.good) return 'middling';
  return alpha < bands.high ? 'good' : 'high';
}

function textOf(locale: Locale): typeof spanish {
  return locale === 'es' ? spanish : english;
}

function isKeyOf<T extends object>(texts: T, key: string): key is Extract<keyof T, string> {
  return Object.hasOwn(texts, key);
}

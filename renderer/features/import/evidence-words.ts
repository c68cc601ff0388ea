import type { DialectEvidence } from '../../../shared/domain/dialect';
import type { Locale, Texts } from '../../../shared/text';
import { formatNumber } from '../../../shared/text/format';

/** Why an aspect was recognised as it was, as a sentence; empty where the engine gives a reason without words. */
export function evidenceWords(evidence: DialectEvidence, text: Texts['detection'], locale: Locale): string {
  const words: Partial<Record<string, (detail: (name: string) => string) => string>> = text;
  const details = { ...evidence.details, chosenCount: evidence.details[evidence.chosen] ?? 0 };
  return words[evidence.why]?.((name) => detailWords(details[name as keyof typeof details], locale)) ?? '';
}

function detailWords(value: string | number | undefined, locale: Locale): string {
  if (value === undefined) return '';
  return typeof value === 'number' ? formatNumber(value, Number.isInteger(value) ? 0 : 1, locale) : value;
}

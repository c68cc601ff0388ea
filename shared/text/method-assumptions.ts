import type { Locale } from './catalogue';
import { methodAssumptionsText as english } from './en/method-assumptions';
import { methodAssumptionsText as spanish } from './es/method-assumptions';

/** What a method (`change.method`) takes for granted, one sentence each; empty for a method without a name. */
export function methodAssumptions(method: string, locale: Locale): readonly string[] {
  const texts: Readonly<Record<string, readonly string[]>> = locale === 'es' ? spanish : english;
  return Object.hasOwn(texts, method) ? (texts[method] ?? []) : [];
}

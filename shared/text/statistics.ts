import type { ChangeResult } from '../domain/comparison';
import type { Locale } from './catalogue';
import { statisticsText as english } from './en/statistics';
import { statisticsText as spanish } from './es/statistics';
import { formatNumber, formatP } from './format';

const effectDecimals = 2;

function textOf(locale: Locale): typeof spanish {
  return locale === 'es' ? spanish : english;
}

function isKeyOf<T extends object>(texts: T, key: string): key is Extract<keyof T, string> {
  return Object.hasOwn(texts, key);
}

/** Why a figure is absent, worded to stand after a colon or in brackets; an unknown reason is given as it is. */
export function reasonText(reason: string, locale: Locale): string {
  const { reasons } = textOf(locale);
  return isKeyOf(reasons, reason) ? reasons[reason] : reason;
}

/** The name of a method of change (`change.method`). */
export function methodName(method: string, locale: Locale): string {
  const { methods, unknown } = textOf(locale);
  return isKeyOf(methods, method) ? methods[method].name : unknown;
}

/** Why that method was chosen, in plain words: what was declared and what the method does about it. */
export function methodReason(method: string, locale: Locale): string {
  const { methods } = textOf(locale);
  return isKeyOf(methods, method) ? methods[method].why : '';
}

/** The name of a test (`test.name`). */
export function testName(name: string, locale: Locale): string {
  const { tests } = textOf(locale);
  return isKeyOf(tests, name) ? tests[name] : name;
}

/** The name of an effect size (`effectSize.name`). */
export function effectName(name: string, locale: Locale): string {
  const { effects } = textOf(locale);
  return isKeyOf(effects, name) ? effects[name] : name;
}

/** Method, tests with their p, and effect size of a change on one line, for the evaluator; without figures where they are hidden. */
export function methodLine(
  change: Pick<ChangeResult, 'method' | 'test' | 'secondaryTest' | 'effectSize'>,
  locale: Locale,
): string {
  const words = textOf(locale);
  const parts = [words.method(methodName(change.method, locale))];
  for (const test of [change.test, change.secondaryTest]) {
    if (test) parts.push(words.test(testName(test.name, locale), formatP(test.p, locale)));
  }
  if (change.effectSize) {
    const { name, value, interval } = change.effectSize;
    const number = (figure: number): string => formatNumber(figure, effectDecimals, locale);
    parts.push(
      interval
        ? words.effectInterval(
            effectName(name, locale),
            number(value),
            number(interval.lower),
            number(interval.upper),
          )
        : words.effect(effectName(name, locale), number(value)),
    );
  }
  return `${parts.join('; ')}.`;
}

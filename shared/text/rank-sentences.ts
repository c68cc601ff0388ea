import type { VariableGroup, VariableSide, VariableTest } from '../domain/variable-comparison';
import { assertNever } from '../errors';
import type { Locale } from './catalogue';
import { sentencesText as english } from './en/sentences';
import { sentencesText as spanish } from './es/sentences';
import { formatNumber, formatP, formatPercent, formatSigned } from './format';
import { effectName, reasonText, testName } from './statistics';
import {
  decimalsOf,
  formatMedian,
  formatShare,
  formatShift,
  formatShiftSize,
  type VariableFacts,
  variableMethodName,
  variableReason,
  variableWords,
} from './variable-figures';

const effectDecimals = 2;
const statisticDecimals = 2;

/**
 * All answers to a variable in one group as a sentence for somebody without statistics, true to the interval of the figure it
 * tells: it says that answers rose or fell only where that interval leaves out no change, and never speaks of impact.
 */
export function variableSentence(group: VariableGroup, facts: VariableFacts, locale: Locale): string {
  const words = locale === 'es' ? spanish : english;
  const title = words.title(facts.variable.label, group.key.map(({ label }) => label).join(words.and));
  if (group.status === 'suppressed') return words.suppressed(title);
  if (group.status === 'empty') return words.empty(title, reasonText(group.reason ?? 'no-cases', locale));
  return `${opening(title, group, facts, locale)}${conclusion(group, facts, locale)}.`;
}

function isByBox({ method, topBox }: VariableGroup): boolean {
  return topBox !== null && (method === 'rao-scott' || method === 'design-medians');
}

function isOrdered({ variable }: VariableFacts): boolean {
  return variable.scale === 'ordinal' || variable.scale === 'numeric' || variable.scale === 'date';
}

function opening(title: string, group: VariableGroup, facts: VariableFacts, locale: Locale): string {
  const words = variableWords(locale);
  if (isByBox(group)) {
    const options = facts.topBoxOptions.map((value) =>
      words.quoted(facts.distribution.options.find((option) => option.value === value)?.label ?? value),
    );
    return fromTo(title, options.join(words.and), group, facts, locale, ({ topBox }) =>
      formatPercent(topBox?.value ?? null, 1, locale),
    );
  }
  if (isOrdered(facts) && group.method !== 'rao-scott') {
    return fromTo(title, null, group, facts, locale, ({ median }) => formatMedian(median, facts, locale));
  }
  const option = mostChanged(group);
  const label = words.quoted(facts.distribution.options[option]?.label ?? '');
  const told = fromTo(title, label, group, facts, locale, (side) => formatShare(side, option, locale));
  return facts.distribution.options.length > 2 ? told + words.mostChanged : told;
}

/** `option` null tells a median. */
function fromTo(
  title: string,
  option: string | null,
  { baseline, followUp }: VariableGroup,
  { spec, waves }: VariableFacts,
  locale: Locale,
  figureOf: (side: VariableSide) => string,
): string {
  const words = variableWords(locale);
  const nameOf = ({ waveId }: VariableSide): string => waves.find(({ id }) => id === waveId)?.name ?? waveId;
  if (spec.linkage === 'matched') {
    const [from, to] = [baseline, followUp].map((side) => words.matchedWave(figureOf(side), nameOf(side)));
    const people = formatNumber(baseline.n, 0, locale);
    return option === null
      ? words.matchedMedianFromTo(title, people, from ?? '', to ?? '')
      : words.matchedShareFromTo(title, people, option, from ?? '', to ?? '');
  }
  const [from, to] = [baseline, followUp].map((side) =>
    words.wave(figureOf(side), nameOf(side), formatNumber(side.n, 0, locale)),
  );
  return option === null
    ? words.medianFromTo(title, from ?? '', to ?? '')
    : words.shareFromTo(title, option, from ?? '', to ?? '');
}

/** The place of the answer whose share moved most; the first in the scale's order where several moved as far. */
function mostChanged({ baseline, followUp }: VariableGroup): number {
  const distances = (baseline.shares ?? []).map((share, index) =>
    Math.abs((followUp.shares?.[index] ?? share) - share),
  );
  // Of two answers one rises by what the other falls: without a tolerance, rounding would choose the one named.
  const farthest = Math.max(0, ...distances);
  return Math.max(
    0,
    distances.findIndex((distance) => distance >= farthest - 1e-12),
  );
}

function conclusion(group: VariableGroup, facts: VariableFacts, locale: Locale): string {
  const words = variableWords(locale);
  switch (group.method) {
    case 'exact-distribution':
      return words.census;
    case 'options-apart':
      return words.optionsApart;
    case 'mann-whitney':
    case 'wilcoxon-signed-rank':
      return rankConclusion(group, facts, locale);
    case 'rao-scott':
    case 'design-medians':
    case 'design-distribution':
      if (isByBox(group)) return boxConclusion(group, facts, locale);
      return group.method === 'rao-scott'
        ? testConclusion(group, facts, locale)
        : words.noTest(variableReason(group.reason ?? 'no-test-under-design', locale));
    case 'chi-square':
    case 'stuart-maxwell':
      return testConclusion(group, facts, locale);
    default:
      return assertNever(group.method);
  }
}

type Bounds = { lower: number; upper: number };

function levelText({ spec }: VariableFacts, locale: Locale): string {
  const percent = spec.confidenceLevel * 100;
  const decimals = Math.abs(percent - Math.round(percent)) < 1e-9 ? 0 : 1;
  return variableWords(locale).level(formatPercent(spec.confidenceLevel, decimals, locale));
}

/** The shift where it says something (numbers and days whose interval has a width), else the balance of rises and falls. */
function rankConclusion(group: VariableGroup, facts: VariableFacts, locale: Locale): string {
  const words = variableWords(locale);
  const { shift, effectSize } = group;
  const level = levelText(facts, locale);
  const hasWidth = shift?.interval && shift.interval.lower < shift.interval.upper;
  if (facts.variable.scale !== 'ordinal' && shift?.value != null && shift.interval && hasWidth) {
    const [lower, upper] = ends(shift.interval).map((end) => formatShift(end, facts, locale));
    if (!isClear(shift.interval)) return words.shiftUnclear(lower ?? '', upper ?? '', level);
    const tell = shift.interval.lower > 0 ? words.shiftUp : words.shiftDown;
    return tell(formatShiftSize(shift.value, facts, locale), lower ?? '', upper ?? '', level);
  }
  if (!effectSize) return words.noTest(variableReason(group.reason ?? 'no-cases', locale));
  const wave = facts.waves.find(({ id }) => id === group.followUp.waveId)?.name ?? '';
  const isMatched = group.method === 'wilcoxon-signed-rank';
  if (!effectSize.interval) {
    if (effectSize.value > 0) return isMatched ? words.allRose : words.allHigher(wave);
    return isMatched ? words.allFell : words.allLower(wave);
  }
  // Whole points, unless an end of the interval would come out as 0.
  const decimals = ends(effectSize.interval).some((end) => Math.abs(end) < 0.0095) ? 1 : 0;
  const points = (value: number): string => formatSigned(value * 100, decimals, locale);
  const [lower = '', upper = ''] = ends(effectSize.interval).map(points);
  if (!isClear(effectSize.interval)) {
    return isMatched
      ? words.ranksUnclear(lower, upper, level)
      : words.pairsUnclear(wave, lower, upper, level);
  }
  // Without signs: the sentence says which way, so the larger end of a fall is its lower one.
  const size = (value: number): string => formatNumber(Math.abs(value) * 100, decimals, locale);
  const [least = '', most = ''] = ends(effectSize.interval)
    .toSorted((a, b) => Math.abs(a) - Math.abs(b))
    .map(size);
  const balance = size(effectSize.value);
  if (isMatched) {
    return (effectSize.value > 0 ? words.ranksUp : words.ranksDown)(balance, least, most, level);
  }
  return (effectSize.value > 0 ? words.pairsUp : words.pairsDown)(wave, balance, least, most, level);
}

function ends({ lower, upper }: Bounds): number[] {
  return [lower, upper];
}

function isClear({ lower, upper }: Bounds): boolean {
  return lower > 0 || upper < 0;
}

function boxConclusion({ topBox }: VariableGroup, facts: VariableFacts, locale: Locale): string {
  const words = variableWords(locale);
  if (!topBox?.interval || topBox.change === null) {
    return words.noInterval(variableReason(topBox?.reason ?? 'no-cases', locale));
  }
  const level = levelText(facts, locale);
  const [lower = '', upper = ''] = ends(topBox.interval).map((end) => formatSigned(end * 100, 1, locale));
  if (!isClear(topBox.interval)) return words.boxUnclear(lower, upper, level);
  const amount = formatNumber(Math.abs(topBox.change) * 100, 1, locale);
  return (topBox.change > 0 ? words.boxUp : words.boxDown)(amount, lower, upper, level);
}

function testConclusion({ test, reason }: VariableGroup, { spec }: VariableFacts, locale: Locale): string {
  const words = variableWords(locale);
  if (test?.p == null) return words.noTest(variableReason(reason ?? 'no-cases', locale));
  return test.p < 1 - spec.confidenceLevel ? words.spreadDiffers : words.spreadUnclear;
}

const symbols: Readonly<Record<string, string>> = {
  'mann-whitney': 'W',
  'mann-whitney-exact': 'W',
  'wilcoxon-signed-rank': 'V',
  'wilcoxon-signed-rank-exact': 'V',
  'chi-square': 'χ²',
  'stuart-maxwell': 'χ²',
  'rao-scott': 'F',
};
const normalTests = new Set(['mann-whitney', 'wilcoxon-signed-rank']);

/**
 * Method, test with statistic, degrees of freedom and p, rules for ties and for people who did not change, effect size and
 * shift on one line, for the evaluator.
 */
export function variableMethodLine(group: VariableGroup, facts: VariableFacts, locale: Locale): string {
  const words = variableWords(locale);
  const parts = [variableMethodName(group.method, locale)];
  if (group.test) parts.push(...testParts(group.test, locale));
  const number = (value: number): string => formatNumber(value, effectDecimals, locale);
  const to = locale === 'es' ? 'a' : 'to';
  if (group.effectSize) {
    const { name, value, interval } = group.effectSize;
    const bounds = interval ? ` (${number(interval.lower)} ${to} ${number(interval.upper)})` : '';
    parts.push(words.statistic(effectName(name, locale), number(value) + bounds));
  }
  if (group.shift?.value != null) {
    const { value, interval } = group.shift;
    const write = (one: number): string => formatShift(one, facts, locale);
    const bounds = interval ? ` (${write(interval.lower)} ${to} ${write(interval.upper)})` : '';
    parts.push(words.statistic(words.shift, write(value) + bounds));
  }
  const line = parts.join('; ');
  return `${line.charAt(0).toLocaleUpperCase(locale)}${line.slice(1)}.`;
}

function testParts(test: VariableTest, locale: Locale): string[] {
  const words = variableWords(locale);
  const symbol = symbols[test.name];
  const figures = [
    ...(symbol && test.statistic !== null
      ? [
          words.statistic(
            symbol,
            formatNumber(test.statistic, Math.min(statisticDecimals, decimalsOf(test.statistic)), locale),
          ),
        ]
      : []),
    ...degreesParts(test, locale),
    formatP(test.p, locale),
  ];
  return [
    words.test(testName(test.name, locale), figures.join(', ')),
    ...(normalTests.has(test.name) ? [words.normal] : []),
    ...(test.ties ? [words.ties] : []),
    ...(test.zeroRule ? [words.zeroRules[test.zeroRule]] : []),
  ];
}

function degreesParts({ df, denominatorDf }: VariableTest, locale: Locale): string[] {
  if (df === null) return [];
  const words = variableWords(locale);
  const write = (value: number): string => formatNumber(value, decimalsOf(value), locale);
  return [
    denominatorDf === null ? words.degrees(write(df)) : words.fDegrees(write(df), write(denominatorDf)),
  ];
}

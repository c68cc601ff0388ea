import type { PlanningReason, PlanningResult } from '../domain/planning';
import type { Locale } from './catalogue';
import { planningSentencesText as english } from './en/planning-sentences';
import { planningSentencesText as spanish } from './es/planning-sentences';
import { formatNumber, formatPercent } from './format';

/**
 * A plan as sentences for somebody without statistics: how many people a change needs, or what change people find, and
 * what that rests on. Where there is no answer, why.
 */
export function planningSentences(result: PlanningResult, locale: Locale): string[] {
  const { spec, answer, reason } = result;
  const isFound = spec.question === 'required-people' ? answer.completed !== null : hasChange(result);
  const reasons = reason === null ? [] : [planningReasonText(reason, locale)];
  if (!isFound) return reasons;
  const sentences =
    spec.question === 'required-people' ? requiredSentences(result, locale) : foundSentences(result, locale);
  return [...sentences, ...reasons];
}

/** Why there is no answer, or what is wrong with it. */
export function planningReasonText(reason: PlanningReason, locale: Locale): string {
  return textOf(locale).reasons[reason];
}

/** One line of method for the evaluator. */
export function planningMethodLine({ method, designEffect }: PlanningResult, locale: Locale): string {
  const words = textOf(locale);
  return (
    words.methods[method] +
    (designEffect > 1 ? words.designEffect(formatNumber(designEffect, 2, locale)) : '')
  );
}

/** A change as it is planned: where a share would go, or how far a mean. */
export function plannedChangeText(change: number | null, { spec }: PlanningResult, locale: Locale): string {
  if (spec.outcome.kind === 'mean') return formatFigure(change === null ? null : Math.abs(change), locale);
  return formatPercent(change === null ? null : spec.outcome.baseline + change, 1, locale);
}

function hasChange({ answer }: PlanningResult): boolean {
  return answer.change !== null || answer.fall !== null;
}

function textOf(locale: Locale): typeof spanish {
  return locale === 'es' ? spanish : english;
}

/** As many decimals as a planned mean deserves: three figures, never more than six decimals. */
function formatFigure(value: number | null, locale: Locale): string {
  if (value === null) return formatNumber(null, 0, locale);
  const size = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)));
  return formatNumber(value, Math.min(6, Math.max(0, 2 - size)), locale);
}

function requiredSentences(result: PlanningResult, locale: Locale): string[] {
  const words = textOf(locale);
  const { spec, answer } = result;
  const whole = (value: number | null): string => formatNumber(value, 0, locale);
  const change =
    spec.outcome.kind === 'mean'
      ? words.changeOf(plannedChangeText(answer.change, result, locale))
      : words.fromTo(
          formatPercent(spec.outcome.baseline, 1, locale),
          plannedChangeText(answer.change, result, locale),
        );
  const sentences = [words.required[spec.linkage](change, whole(answer.completed))];
  if (answer.invited !== answer.completed) {
    sentences.push(words.invite[spec.linkage](whole(answer.invited)));
  }
  if (spec.clusters) sentences.push(groupSentence(result, locale));
  sentences.push(words.power(powerText(result, locale), levelText(result, locale)));
  return sentences;
}

function foundSentences(result: PlanningResult, locale: Locale): string[] {
  const words = textOf(locale);
  const { spec, answer, effectivePeople } = result;
  const whole = (value: number | null): string => formatNumber(value, 0, locale);
  const sentences = [changeSentence(result, words.people[spec.linkage](whole(answer.invited)), locale)];
  if (answer.completed !== answer.invited) {
    sentences.push(words.answers[spec.linkage](whole(answer.completed)));
  }
  if (spec.clusters) {
    sentences.push(groupSentence(result, locale));
    if (effectivePeople !== null) sentences.push(words.worth(whole(Math.floor(effectivePeople))));
  }
  sentences.push(words.power(powerText(result, locale), levelText(result, locale)), words.smaller);
  return sentences;
}

function changeSentence(result: PlanningResult, people: string, locale: Locale): string {
  const words = textOf(locale);
  const { spec, answer } = result;
  if (spec.outcome.kind === 'mean') {
    return words.foundMean(people, plannedChangeText(answer.change, result, locale));
  }
  const from = formatPercent(spec.outcome.baseline, 1, locale);
  const up = plannedChangeText(answer.change, result, locale);
  const down = plannedChangeText(answer.fall, result, locale);
  if (answer.fall === null) return words.foundRise(people, from, up);
  if (answer.change === null) return words.foundFall(people, from, down);
  return words.foundRiseFall(people, from, up, down);
}

function groupSentence({ spec, answer }: PlanningResult, locale: Locale): string {
  const each = spec.clusters?.peopleEach ?? 0;
  return textOf(locale).groups(
    formatNumber(answer.clusters, 0, locale),
    formatNumber(each, Number.isInteger(each) ? 0 : 1, locale),
  );
}

function powerText({ spec }: PlanningResult, locale: Locale): string {
  return formatNumber(spec.power * 100, isWhole(spec.power * 100) ? 0 : 1, locale);
}

function levelText({ spec }: PlanningResult, locale: Locale): string {
  return formatPercent(spec.confidenceLevel, isWhole(spec.confidenceLevel * 100) ? 0 : 1, locale);
}

function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) < 1e-9;
}

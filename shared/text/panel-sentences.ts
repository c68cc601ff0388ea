import type {
  AttritionComparison,
  AttritionFlow,
  AttritionWeighting,
  PanelDifference,
  PanelFigure,
  PanelResult,
  StandardisedChange,
} from '../domain/panel';
import type { Locale } from './catalogue';
import { panelText as english } from './en/panel';
import { panelText as spanish } from './es/panel';
import {
  type FigureStyle,
  formatChange,
  formatNumber,
  formatPercent,
  formatSigned,
  formatValue,
  isShareStyle,
} from './format';
import { methodName, methodReason, reasonText } from './statistics';

type WaveNames = readonly Pick<PanelResult['waves'][number], 'name'>[];
type IndicatorFacts = FigureStyle & Pick<PanelResult['indicators'][number], 'name'>;

// A loss beyond this share of the baseline is pointed out.
const largeLoss = 1 / 3;

/** Why a figure of a panel is absent, worded to stand in brackets. */
export function panelReason(reason: string, locale: Locale): string {
  const { reasons } = textOf(locale);
  return isKeyOf(reasons, reason) ? reasons[reason] : reasonText(reason, locale);
}

/** The name of a method and why it was chosen; those of panels, else those of all comparisons. */
export function panelMethod(method: string, locale: Locale): { name: string; why: string } {
  const { methods } = textOf(locale);
  if (isKeyOf(methods, method)) return methods[method];
  return { name: methodName(method, locale), why: methodReason(method, locale) };
}

/** How many people were found again, and what a large loss means for whatever is said of them. */
export function flowSentence(flow: AttritionFlow, waves: WaveNames, locale: Locale): string {
  const { sentences } = textOf(locale);
  const { both, onlyBaseline, onlyFollowUp } = flow;
  if (flow.status === 'suppressed' || both === null || onlyBaseline === null || onlyFollowUp === null) {
    return sentences.flowHidden;
  }
  const [baseline = '', followUp = ''] = waves.map(({ name }) => name);
  const count = (people: number): string => formatNumber(people, 0, locale);
  const all = both + onlyBaseline;
  const arrived = onlyFollowUp > 0 ? sentences.arrived(count(onlyFollowUp), followUp) : '';
  if (onlyBaseline === 0) return sentences.nobodyLost(count(all), baseline, followUp) + arrived;
  return (
    sentences.flow(count(all), baseline, count(both), formatPercent(both / all, 1, locale), followUp) +
    sentences.lost(count(onlyBaseline)) +
    arrived +
    (onlyBaseline / all > largeLoss ? sentences.lossLarge : '')
  );
}

/** Whether those found again started elsewhere than those not, and what that means; true to the interval. */
export function attritionSentence(
  row: Pick<AttritionComparison['indicators'][number], 'stayed' | 'left' | 'difference'>,
  indicator: IndicatorFacts,
  locale: Locale,
): string {
  const { sentences } = textOf(locale);
  const { stayed, left, difference } = row;
  if (difference.change === null) {
    return sentences.startAbsent(indicator.name, panelReason(difference.reason ?? 'no-cases', locale));
  }
  const value = ({ estimate }: PanelFigure): string => formatValue(estimate, indicator, locale);
  const range = between(difference, indicator, locale);
  if (range === null || difference.interval === null) {
    const amount = formatChange(difference.change, indicator, locale);
    return sentences.startExact(indicator.name, value(stayed), value(left), amount);
  }
  const { lower, upper } = difference.interval;
  if (lower > 0) return sentences.startedHigher(indicator.name, value(stayed), value(left), range);
  if (upper < 0) return sentences.startedLower(indicator.name, value(stayed), value(left), range);
  return sentences.startUnclear(indicator.name, value(stayed), value(left), range);
}

/** The change of those found again beside the same weighted for those lost, and how far that can be trusted. */
export function weightingSentence(
  weighting: Pick<AttritionWeighting, 'reason' | 'weights' | 'separated'>,
  row: Pick<AttritionWeighting['changes'][number], 'unweighted' | 'weighted'> | null,
  indicator: IndicatorFacts,
  composition: readonly Pick<PanelResult['composition'][number], 'label'>[],
  locale: Locale,
): string {
  const { sentences } = textOf(locale);
  const reason = weighting.reason ?? row?.weighted.reason ?? 'no-cases';
  if (!row || row.weighted.change === null || row.unweighted.change === null) {
    return sentences.weightedAbsent(indicator.name, panelReason(reason, locale));
  }
  const range = between(row.weighted, indicator, locale);
  const lost = weighting.separated.filter(({ side }) => side === 'none');
  return (
    sentences.weighted(
      indicator.name,
      formatChange(row.unweighted.change, indicator, locale),
      formatChange(row.weighted.change, indicator, locale),
      listLabels(composition, locale),
    ) +
    (range === null ? '' : sentences.weightedRange(range)) +
    (lost.length > 0 ? sentences.separatedNone(listLabels(lost, locale)) : '') +
    (weighting.weights?.isExtreme ? sentences.extreme : '') +
    sentences.weightedLimit
  );
}

/** The observed change beside the one with the composition of the baseline, and what the turnover of people adds. */
export function standardisedSentence(
  row: StandardisedChange,
  indicator: IndicatorFacts,
  composition: readonly Pick<PanelResult['composition'][number], 'label'>[],
  locale: Locale,
): string {
  const { sentences } = textOf(locale);
  const { standardised, observed, compositionPart, coveredBaseline, coveredFollowUp } = row;
  if (observed === null || standardised.change === null) {
    const reason = row.reason ?? standardised.reason ?? 'no-cases';
    return sentences.standardisedAbsent(indicator.name, panelReason(reason, locale));
  }
  const write = (change: number): string => formatChange(change, indicator, locale);
  const range = between(standardised, indicator, locale);
  const isCovered = (coveredBaseline ?? 1) === 1 && (coveredFollowUp ?? 1) === 1;
  return (
    sentences.standardised(
      indicator.name,
      write(observed),
      write(standardised.change),
      listLabels(composition, locale),
    ) +
    rangeSentence(standardised, range, locale) +
    compositionSentence(compositionPart, indicator, locale) +
    (isCovered
      ? ''
      : sentences.covered(
          formatPercent(coveredBaseline, 1, locale),
          formatPercent(coveredFollowUp, 1, locale),
        ))
  );
}

function textOf(locale: Locale): typeof spanish {
  return locale === 'es' ? spanish : english;
}

function isKeyOf<T extends object>(texts: T, key: string): key is Extract<keyof T, string> {
  return Object.hasOwn(texts, key);
}

function listLabels(variables: readonly { label: string }[], locale: Locale): string {
  const labels = variables.map(({ label }) => label);
  if (labels.length < 2) return labels.join('');
  return `${labels.slice(0, -1).join(', ')}${textOf(locale).and}${labels.at(-1)}`;
}

function rangeSentence(difference: PanelDifference, range: string | null, locale: Locale): string {
  const { sentences } = textOf(locale);
  if (range === null || difference.interval === null) return '';
  const { lower, upper } = difference.interval;
  return lower > 0 || upper < 0 ? sentences.standardisedRange(range) : sentences.standardisedUnclear(range);
}

function compositionSentence(part: number | null, style: FigureStyle, locale: Locale): string {
  if (part === null) return '';
  const { sentences } = textOf(locale);
  const scale = isShareStyle(style) ? 100 : 1;
  const isNothing = Math.abs(part * scale) < 0.5 * 10 ** -style.decimals;
  return isNothing ? sentences.compositionNone : sentences.compositionPart(formatChange(part, style, locale));
}

function between({ interval }: PanelDifference, style: FigureStyle, locale: Locale): string | null {
  if (interval === null) return null;
  const scale = isShareStyle(style) ? 100 : 1;
  const level = interval.level * 100;
  return textOf(locale).sentences.between(
    formatSigned(interval.lower * scale, style.decimals, locale),
    formatChange(interval.upper, style, locale),
    formatPercent(interval.level, Math.abs(level - Math.round(level)) < 1e-9 ? 0 : 1, locale),
  );
}

import type { VariableId } from '../domain/ids';
import type { PanelDifference, PanelResult, StandardisedChange } from '../domain/panel';
import type { Locale } from './catalogue';
import { panelText as panelEnglish } from './en/panel';
import { panelUiText as english } from './en/panel-ui';
import { panelText as panelSpanish } from './es/panel';
import { panelUiText as spanish } from './es/panel-ui';
import { formatChange, formatNumber, formatPercent } from './format';
import { panelReason } from './panel-sentences';

/** What can be said of a difference: clear, clear only before correcting for all tests of its list, or neither. */
export type DifferenceVerdict = 'differs' | 'fades' | 'unclear' | 'exact' | 'none';

/** Judges a difference by its interval and its corrected p; `exact` has no interval, `none` no figure. */
export function differenceVerdict({ change, interval, adjustedP }: PanelDifference): DifferenceVerdict {
  if (change === null) return 'none';
  if (interval === null) return 'exact';
  if (interval.lower <= 0 && interval.upper >= 0) return 'unclear';
  // 1 - 0.95 is a hair above 0.05.
  return adjustedP !== null && adjustedP > 1 - interval.level + 1e-9 ? 'fades' : 'differs';
}

type Weighted = { unweighted: PanelDifference; weighted: PanelDifference };

/** Whether a change reads the same with and without weights: clear in the same direction, or unclear, both times. */
export function weightingVerdict({ unweighted, weighted }: Weighted): 'same' | 'other' | 'none' {
  if (unweighted.change === null || weighted.change === null) return 'none';
  return readingOf(unweighted) === readingOf(weighted) ? 'same' : 'other';
}

/** For a mayor: whether those lost started elsewhere than those who stayed, and whether they were other people. */
export function attritionSummary(
  { attrition, flow, indicators, composition }: PanelResult,
  locale: Locale,
): string {
  const words = textOf(locale).summaries;
  if (!attrition) return '';
  if (flow?.onlyBaseline === 0) return words.nobodyLost;
  const judged = attrition.indicators
    .map(({ indicatorId, difference }) => ({ indicatorId, verdict: differenceVerdict(difference) }))
    .filter(({ verdict }) => verdict !== 'none');
  const total = formatNumber(judged.length, 0, locale);
  const profile = profileSummary(attrition.composition, composition, locale);
  if (judged.length === 0) return words.attritionAbsent + profile;
  if (judged.every(({ verdict }) => verdict === 'exact')) return words.attritionExact(total);
  const differing = judged.filter(({ verdict }) => verdict === 'differs');
  const names = differing.map(({ indicatorId }) => nameOf(indicators, indicatorId, locale));
  const first =
    names.length === 0
      ? words.attritionNone(total)
      : words.attritionSome(formatNumber(names.length, 0, locale), total, listOf(names, locale));
  return first + profile;
}

function profileSummary(
  rows: NonNullable<PanelResult['attrition']>['composition'],
  composition: PanelResult['composition'],
  locale: Locale,
): string {
  const words = textOf(locale).summaries;
  const judged = rows.map(({ variableId, categories }) => ({
    label: labelOf(composition, variableId),
    verdicts: categories.map(({ difference }) => differenceVerdict(difference)),
  }));
  const differing = judged.filter(({ verdicts }) => verdicts.includes('differs'));
  if (differing.length > 0) return words.profileDiffers(listLabels(differing, locale));
  const alike = judged.filter(({ verdicts }) =>
    verdicts.some((each) => each === 'unclear' || each === 'fades'),
  );
  return alike.length > 0 ? words.profileAlike(listLabels(alike, locale)) : '';
}

/** For a mayor: whether the changes would read the same had those lost changed like the people who resemble them. */
export function weightingSummary(
  { weighting, indicators, composition }: PanelResult,
  locale: Locale,
): string {
  const words = textOf(locale).summaries;
  if (!weighting) return '';
  if (weighting.reason === 'no-composition-variables') return words.pickComposition;
  const rows = weighting.changes.filter((row) => weightingVerdict(row) !== 'none');
  if (weighting.status !== 'shown' || rows.length === 0) {
    const reason = weighting.reason ?? weighting.changes[0]?.weighted.reason ?? 'no-cases';
    return words.weightingAbsent(panelReason(reason, locale));
  }
  const labels = listLabels(composition, locale);
  const total = formatNumber(rows.length, 0, locale);
  const others = rows.filter((row) => weightingVerdict(row) === 'other');
  if (others.length > 0) {
    const names = others.map(({ indicatorId }) => nameOf(indicators, indicatorId, locale));
    return words.weightingOther(labels, formatNumber(others.length, 0, locale), total, listOf(names, locale));
  }
  const most = largest(rows, movement);
  const indicator = indicators.find(({ id }) => id === most?.indicatorId);
  if (!most || !indicator || rows.length < 2) return words.weightingSame(labels, total);
  const from = formatChange(most.unweighted.change, indicator, locale);
  const to = formatChange(most.weighted.change, indicator, locale);
  const moved = from === to ? '' : words.weightingMost(indicator.name, from, to);
  return words.weightingSame(labels, total) + moved;
}

/** For a mayor: whether the people of both waves are made up otherwise, and where most. */
export function compositionSummary({ compositionChange, composition }: PanelResult, locale: Locale): string {
  const words = textOf(locale).summaries;
  if (composition.length === 0) return words.pickComposition;
  const rows = compositionChange.flatMap(({ variableId, categories }) =>
    categories
      .filter(({ difference }) => difference.change !== null)
      .map((category) => ({ ...category, variableId, verdict: differenceVerdict(category.difference) })),
  );
  if (rows.length === 0) return words.compositionAbsent;
  const differing = rows.filter(({ verdict }) => verdict === 'differs');
  if (rows.every(({ difference }) => difference.reason === 'rows-only')) return words.compositionRowsOnly;
  const isExact = rows.every(({ verdict }) => verdict === 'exact');
  const most = largest(isExact ? rows : differing, ({ difference }) => Math.abs(difference.change ?? 0));
  if (!most) return words.compositionAlike(listLabels(shownVariables(rows, composition), locale));
  const write = isExact ? words.compositionExact : words.compositionMost;
  return write(
    textOf(locale).summaries.quoted(labelOf(composition, most.variableId)),
    most.value === null ? textOf(locale).unanswered : most.label,
    formatPercent(most.baseline.estimate, 1, locale),
    formatPercent(most.followUp.estimate, 1, locale),
  );
}

/**
 * For a mayor: whether the changes would be others with the composition of the baseline. `fixedIds` are indicators made
 * of what is held fixed, which say nothing here. The composition weighs where it moves a change by more than its margin.
 */
export function standardisedSummary(
  { standardised, indicators, composition }: PanelResult,
  fixedIds: ReadonlySet<string>,
  locale: Locale,
): string {
  const words = textOf(locale).summaries;
  if (composition.length === 0) return words.pickComposition;
  const rows = standardised.filter(
    (row) =>
      row.compositionPart !== null && row.standardised.change !== null && !fixedIds.has(row.indicatorId),
  );
  if (rows.length === 0) return words.standardisedAbsent;
  const labels = listLabels(composition, locale);
  if (rows.every((row) => row.standardised.interval === null)) return words.standardisedExact(labels);
  const total = formatNumber(rows.length, 0, locale);
  const others = rows.filter((row) => weightOf(row) >= 1);
  if (others.length > 0) {
    const names = others.map(({ indicatorId }) => nameOf(indicators, indicatorId, locale));
    return words.standardisedOther(
      labels,
      formatNumber(others.length, 0, locale),
      total,
      listOf(names, locale),
    );
  }
  const most = largest(rows, weightOf);
  const indicator = indicators.find(({ id }) => id === most?.indicatorId);
  if (!most || !indicator || rows.length < 2) return words.standardisedSame(labels, total);
  const part = formatChange(most.compositionPart, indicator, locale);
  const isNothing = part === formatChange(0, indicator, locale);
  const observed = formatChange(most.observed, indicator, locale);
  const weighs = isNothing ? '' : words.standardisedMost(indicator.name, part, observed);
  return words.standardisedSame(labels, total) + weighs;
}

/** A, B y C. */
export function listOf(parts: readonly string[], locale: Locale): string {
  if (parts.length < 2) return parts.join('');
  const { and } = locale === 'es' ? panelSpanish : panelEnglish;
  return `${parts.slice(0, -1).join(', ')}${and}${parts.at(-1)}`;
}

function textOf(locale: Locale): typeof spanish {
  return locale === 'es' ? spanish : english;
}

function readingOf({ change, interval }: PanelDifference): number {
  if (interval === null) return Math.sign(change ?? 0);
  if (interval.lower > 0) return 1;
  return interval.upper < 0 ? -1 : 0;
}

/** By how many half widths of its interval weights move a change; 0 without interval. */
function movement({ unweighted, weighted }: Weighted): number {
  return share(Math.abs((weighted.change ?? 0) - (unweighted.change ?? 0)), unweighted);
}

/** How many half widths of the standardised change's interval the composition adds; 0 without interval. */
function weightOf({ compositionPart, standardised }: StandardisedChange): number {
  return share(Math.abs(compositionPart ?? 0), standardised);
}

function share(amount: number, { interval }: PanelDifference): number {
  const half = interval ? (interval.upper - interval.lower) / 2 : 0;
  return half > 0 ? amount / half : 0;
}

function largest<T>(rows: readonly T[], size: (row: T) => number): T | null {
  let most: T | null = null;
  for (const row of rows) if (most === null || size(row) > size(most)) most = row;
  return most;
}

function nameOf(indicators: PanelResult['indicators'], id: string, locale: Locale): string {
  return textOf(locale).summaries.quoted(indicators.find((each) => each.id === id)?.name ?? '');
}

function labelOf(composition: PanelResult['composition'], id: VariableId): string {
  return composition.find((each) => each.id === id)?.label ?? '';
}

function shownVariables(
  rows: readonly { variableId: VariableId }[],
  composition: PanelResult['composition'],
): PanelResult['composition'] {
  return composition.filter(({ id }) => rows.some(({ variableId }) => variableId === id));
}

function listLabels(parts: readonly { label: string }[], locale: Locale): string {
  const { quoted } = textOf(locale).summaries;
  return listOf(
    parts.map(({ label }) => quoted(label)),
    locale,
  );
}

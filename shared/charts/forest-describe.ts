import type { ReliabilityLabel } from '../domain/comparison';
import type { Locale } from '../text/catalogue';
import {
  formatChange,
  formatChangeInterval,
  formatNumber,
  formatP,
  isShareStyle,
  noFigure,
} from '../text/format';
import { reasonText } from '../text/statistics';
import { altText, levelText, protectedText, sharedNotes, wavesSubtitle } from './describe';
import {
  type ForestChange,
  type ForestPanel,
  type ForestRow,
  type ForestSet,
  forestRows,
  shownChanges,
} from './forest-rows';
import { hasDoubt, reliabilityLegend, reliabilityNotes, reliabilityText } from './reliability';
import type { LegendItem, TextTable } from './types';
import { chartWords, directionText } from './words';

type Shown = ForestChange & { state: 'shown' };

/** What the forest is about: the indicator, or how many of them. */
export function forestTitle(set: ForestSet, locale: Locale): string {
  const rows = forestRows(set);
  const [first] = rows;
  return set.by === 'group' && first
    ? first.indicator.name
    : chartWords(locale).comparedIndicators(formatNumber(rows.length, 0, locale));
}

/** That it shows changes, the breakdown, the waves and the label of synthetic data. */
export function forestSubtitle(set: ForestSet, locale: Locale): string {
  const words = chartWords(locale);
  const by = set.breakdown.length === 0 ? [] : [words.by(set.breakdown.join(words.and))];
  return wavesSubtitle([words.forest.subtitle, ...by].join(' · '), set.waves, locale);
}

/** What a panel's axis counts: percentage points, the unit, or the kind of indicator where it has no unit. */
export function panelTitle({ indicator }: ForestPanel, locale: Locale): string {
  const { forest } = chartWords(locale);
  if (isShareStyle(indicator)) return forest.percentagePoints;
  const { kind, unit } = indicator;
  if (unit !== '') return unit.charAt(0).toUpperCase() + unit.slice(1);
  return kind === 'proportion' || kind === 'top-box' ? forest.percentagePoints : forest.withoutUnit[kind];
}

/** n = 80 / 82, or n = 61 where the same people stand on both sides. */
export function changeN({ n }: Shown, set: ForestSet, locale: Locale): string {
  const words = chartWords(locale);
  const write = (value: number | null) =>
    value === null ? words.noDataShort : formatNumber(value, 0, locale);
  if (set.isMatched && n.baseline === n.followUp) return words.n(write(n.baseline));
  return words.n(`${write(n.baseline)} / ${write(n.followUp)}`);
}

/** Why a change has no interval, in words: a census needs none; otherwise the reason of the method. */
function withoutInterval(change: Shown, set: ForestSet, locale: Locale): string {
  const { forest } = chartWords(locale);
  if (set.isCensus) return forest.exact;
  return change.reason === null
    ? forest.noInterval
    : `${forest.noInterval}: ${reasonText(change.reason, locale)}`;
}

/** A change that is not shown, in words. */
export function absentText(
  change: ForestChange & { state: 'protected' | 'empty' },
  set: ForestSet,
  locale: Locale,
): string {
  return change.state === 'protected' ? protectedText(set.threshold, locale) : chartWords(locale).noData;
}

/** One change with its interval, n and direction in words. */
export function changeSentence(change: ForestChange, row: ForestRow, set: ForestSet, locale: Locale): string {
  const words = chartWords(locale);
  if (change.state !== 'shown') return absentText(change, set, locale);
  const interval = change.interval
    ? words.intervalWithin(formatChangeInterval(change.interval, row.indicator, locale))
    : withoutInterval(change, set, locale);
  const doubt = hasDoubt([change.reliability]) ? [reliabilityText(change.reliability, locale)] : [];
  const details = [interval, changeN(change, set, locale), ...doubt].join(', ');
  return `${formatChange(change.value, row.indicator, locale)} (${details}), ${directionText(change, locale)}`;
}

/** The full alternative text, with every change that may be shown. */
export function forestAlt(set: ForestSet, locale: Locale): string {
  const sentences = forestRows(set).map((row) => {
    const changes = row.changes.map((change) => {
      const sentence = changeSentence(change, row, set, locale);
      return row.changes.length === 1 ? sentence : `${set.waves[change.wave]?.name ?? ''} ${sentence}`;
    });
    return `${row.label}: ${changes.join('; ')}.`;
  });
  return altText('forest', forestTitle(set, locale), forestSubtitle(set, locale), sentences, locale);
}

/** One entry for each follow-up, then interval and protected sign where they occur. */
export function forestLegend(set: ForestSet, intervalColour: string, locale: Locale): LegendItem[] {
  const items: LegendItem[] = set.waves
    .slice(1)
    .map((wave, index) => ({ kind: 'wave', index: index + 1, label: wave.name }));
  const rows = forestRows(set);
  if (shownChanges(rows).some((change) => change.interval !== null)) {
    const label = chartWords(locale).intervalLegend(levelText(set.level, locale));
    items.push({ kind: 'line', colour: intervalColour, label });
  }
  items.push(...reliabilityLegend(labelsOf(shownChanges(rows)), locale));
  if (hasProtectedChange(rows))
    items.push({ kind: 'protected', label: protectedText(set.threshold, locale) });
  return items;
}

function labelsOf(changes: readonly Shown[]): (ReliabilityLabel | null)[] {
  return changes.map((change) => change.reliability);
}

function hasProtectedChange(rows: readonly ForestRow[]): boolean {
  return rows.some((row) => row.changes.some((change) => change.state === 'protected'));
}

/** What a reader must know: how to read zero and the units, census, matching, corrected p, protection, synthetic data. */
export function forestNotes(set: ForestSet, isClipped: boolean, locale: Locale): string[] {
  const words = chartWords(locale);
  const rows = forestRows(set);
  const changes = shownChanges(rows);
  const notes: string[] = changes.length === 0 ? [] : [words.forest.zeroNote];
  if (set.panels.length > 1) notes.push(words.forest.unitsNote);
  if (isClipped) notes.push(words.forest.clippedNote);
  if (set.isCensus) notes.push(words.forest.censusNote);
  if (set.isMatched) notes.push(words.forest.matchedNote);
  notes.push(...correctionNotes(changes, locale));
  notes.push(...reliabilityNotes(labelsOf(changes), set.reliability, 'changes', locale));
  return [...notes, ...sharedNotes(hasProtectedChange(rows), set.threshold, set.waves, locale)];
}

/** One note for each family among the changes shown, with how many tests it spans. */
function correctionNotes(changes: readonly Shown[], locale: Locale): string[] {
  const { forest } = chartWords(locale);
  const tests = (family: 'declared' | 'exploration') =>
    changes.find((change) => change.adjusted?.family === family)?.adjusted?.tests;
  const declared = tests('declared');
  const exploration = tests('exploration');
  return [
    ...(declared === undefined ? [] : [forest.holmNote(formatNumber(declared, 0, locale))]),
    ...(exploration === undefined ? [] : [forest.explorationNote(formatNumber(exploration, 0, locale))]),
  ];
}

/** The changes as text, one line for each row and follow-up. */
export function forestTable(set: ForestSet, locale: Locale): TextTable {
  const words = chartWords(locale);
  const changes = shownChanges(forestRows(set));
  const isSingle = set.waves.length === 2;
  const has = {
    p: changes.some((change) => change.p !== null),
    adjusted: changes.some((change) => change.adjusted),
    cautious: changes.some((change) => change.cautious !== null),
    reliability: hasDoubt(labelsOf(changes)),
  };
  const interval = words.interval(levelText(set.level, locale));
  const followUp = isSingle ? (set.waves[1]?.name ?? '') : words.forest.followUp;
  const columns = [
    {
      label: set.by === 'group' ? set.breakdown.join(' · ') || words.group : words.indicator,
      isNumeric: false,
    },
    ...(isSingle ? [] : [{ label: words.wave, isNumeric: false }]),
    { label: words.change, isNumeric: true },
    { label: interval, isNumeric: true },
    { label: `n, ${set.waves[0]?.name ?? ''}`, isNumeric: true },
    { label: `n, ${followUp}`, isNumeric: true },
    { label: words.direction, isNumeric: false },
    ...(has.p ? [{ label: words.forest.p, isNumeric: true }] : []),
    ...(has.adjusted ? [{ label: words.forest.adjustedP, isNumeric: true }] : []),
    ...(has.cautious ? [{ label: words.forest.cautious, isNumeric: true }] : []),
    ...(has.reliability ? [{ label: words.reliability.column, isNumeric: false }] : []),
  ];
  const rows = forestRows(set).flatMap((row) =>
    row.changes.map((change) => [
      row.label,
      ...(isSingle ? [] : [set.waves[change.wave]?.name ?? '']),
      ...changeCells(change, row, set, has, locale),
    ]),
  );
  return { columns, rows };
}

function changeCells(
  change: ForestChange,
  row: ForestRow,
  set: ForestSet,
  has: { p: boolean; adjusted: boolean; cautious: boolean; reliability: boolean },
  locale: Locale,
): string[] {
  const { indicator } = row;
  const isShown = change.state === 'shown';
  const cells = isShown
    ? [
        formatChange(change.value, indicator, locale),
        change.interval
          ? formatChangeInterval(change.interval, indicator, locale)
          : withoutInterval(change, set, locale),
        formatNumber(change.n.baseline, 0, locale),
        formatNumber(change.n.followUp, 0, locale),
        directionText(change, locale),
      ]
    : [absentText(change, set, locale), noFigure, noFigure, noFigure, noFigure];
  if (has.p) cells.push(formatP(isShown ? change.p : null, locale));
  if (has.adjusted) cells.push(isShown ? adjustedText(change, locale) : noFigure);
  if (has.cautious) cells.push(formatChangeInterval(isShown ? change.cautious : null, indicator, locale));
  if (has.reliability) cells.push((isShown && reliabilityText(change.reliability, locale)) || noFigure);
  return cells;
}

function adjustedText({ adjusted }: Shown, locale: Locale): string {
  if (!adjusted) return noFigure;
  const { forest } = chartWords(locale);
  return forest.adjusted(formatP(adjusted.p, locale), forest.procedures[adjusted.procedure]);
}

import type { ChartKind } from '../domain/chart';
import type { ReliabilityLabel } from '../domain/comparison';
import type { Locale } from '../text/catalogue';
import {
  formatChange,
  formatChangeInterval,
  formatInterval,
  formatNumber,
  formatPercent,
  formatValue,
  noFigure,
} from '../text/format';
import {
  hasDoubt,
  reliabilityLegend,
  reliabilityNotes,
  reliabilitySign,
  reliabilityText,
} from './reliability';
import type { ChartRow, Figure, RowSet } from './rows';
import type { ChartWave, DrawnKind, LegendItem, TextTable } from './types';
import { chartWords, directionText } from './words';

/** The level of an interval as written: 95 %. */
export function levelText(level: number, locale: Locale): string {
  const decimals = Math.abs(level * 100 - Math.round(level * 100)) < 1e-9 ? 0 : 1;
  return formatPercent(level, decimals, locale);
}

/** A protected figure in words, with the threshold where it is known. */
export function protectedText(threshold: number | null, locale: Locale): string {
  const words = chartWords(locale);
  return threshold === null ? words.protectedPlain : words.protected(formatNumber(threshold, 0, locale));
}

/** A figure in words: its value, `protegido (<10)` or `sin datos`. */
export function figureText(figure: Figure, row: ChartRow, rows: RowSet, locale: Locale): string {
  switch (figure.state) {
    case 'shown':
      return formatValue(figure.value, row.indicator, locale);
    case 'protected':
      return protectedText(rows.threshold, locale);
    case 'empty':
      return chartWords(locale).noData;
  }
}

/** The value of a shown figure as written beside its mark, with the sign of its reliability. */
export function markedValue(
  figure: Figure & { state: 'shown' },
  row: Pick<ChartRow, 'indicator'>,
  locale: Locale,
): string {
  return formatValue(figure.value, row.indicator, locale) + reliabilitySign(figure.reliability);
}

/** The reliability of every figure shown. */
function rowLabels(rows: Pick<RowSet, 'rows'>): (ReliabilityLabel | null)[] {
  return rows.rows.flatMap((row) =>
    row.figures.flatMap((figure) => (figure.state === 'shown' ? figure.reliability : [])),
  );
}

/** The answers behind a row, wave by wave: n = 46 / 52. */
export function nText(figures: readonly Figure[], locale: Locale): string {
  const words = chartWords(locale);
  const each = figures.map((figure) => {
    if (figure.state === 'protected') return words.nShortProtected;
    if (figure.state === 'empty' || figure.n === null) return words.noDataShort;
    return formatNumber(figure.n, 0, locale);
  });
  return words.n(each.join(' / '));
}

/** A figure with its interval and n in words, for the alternative text and for pointing at a mark. */
export function figureSentence(figure: Figure, row: ChartRow, rows: RowSet, locale: Locale): string {
  const words = chartWords(locale);
  const value = figureText(figure, row, rows, locale);
  if (figure.state !== 'shown') return value;
  const details = [
    figure.interval ? words.intervalWithin(formatInterval(figure.interval, row.indicator, locale)) : null,
    figure.n === null ? null : words.n(formatNumber(figure.n, 0, locale)),
    hasDoubt([figure.reliability]) ? reliabilityText(figure.reliability, locale) : null,
  ].filter((detail) => detail !== null);
  return details.length === 0 ? value : `${value} (${details.join(', ')})`;
}

function rowSentence(row: ChartRow, rows: RowSet, locale: Locale): string {
  const words = chartWords(locale);
  const figures = rows.waves.map((wave, index) => {
    const figure = row.figures[index] ?? { state: 'empty' };
    return `${wave.name} ${figureSentence(figure, row, rows, locale)}`;
  });
  const change = row.changes.length === 1 ? row.changes[0] : undefined;
  if (change) {
    const interval = change.interval
      ? ` (${words.intervalWithin(formatChangeInterval(change.interval, row.indicator, locale))})`
      : '';
    figures.push(
      `${words.change.toLowerCase()} ${formatChange(change.value, row.indicator, locale)}${interval}`,
    );
  }
  return `${row.label}: ${figures.join('; ')}.`;
}

/** Joins sentences to the full alternative text of a chart. */
export function altText(
  kind: DrawnKind,
  title: string,
  subtitle: string,
  sentences: readonly string[],
  locale: Locale,
): string {
  const head = [title, subtitle]
    .filter((part) => part !== '')
    .map((part) => (/[.!?]$/.test(part) ? part : `${part}.`));
  return [...head, chartWords(locale).descriptions[kind], ...sentences].join(' ');
}

/** The full alternative text of a chart of rows, with every figure that may be shown. */
export function rowsAlt(kind: ChartKind, rows: RowSet, locale: Locale, title: string | null = null): string {
  return altText(
    kind,
    title ?? rowsTitle(rows, locale),
    rowsSubtitle(rows, locale),
    rows.rows.map((row) => rowSentence(row, rows, locale)),
    locale,
  );
}

/** What a chart of rows is about: the indicator, or how many of them. */
export function rowsTitle(rows: RowSet, locale: Locale): string {
  if (rows.by === 'group') return rows.indicator.name;
  return chartWords(locale).comparedIndicators(formatNumber(rows.rows.length, 0, locale));
}

/** Breakdown, waves and the label of synthetic data, in one line. */
export function rowsSubtitle(rows: RowSet, locale: Locale): string {
  const words = chartWords(locale);
  const breakdown = rows.breakdown.length === 0 ? '' : words.by(rows.breakdown.join(words.and));
  return wavesSubtitle(breakdown, rows.waves, locale);
}

/** A first part, the names of the waves, and the label of synthetic data. */
export function wavesSubtitle(first: string, waves: readonly ChartWave[], locale: Locale): string {
  const words = chartWords(locale);
  const names = waves.map((wave) => wave.name).join(' → ');
  const synthetic = waves.some((wave) => wave.isSynthetic) ? words.synthetic : '';
  return [first, names, synthetic].filter((part) => part !== '').join(' · ');
}

/** What a reader must know beside a chart of rows: target, matching, omissions, protection, synthetic data. */
export function rowsNotes(rows: RowSet, locale: Locale): string[] {
  const words = chartWords(locale);
  const notes: string[] = [];
  if (rows.by === 'group' && rows.indicator.target !== null) {
    notes.push(words.targetNote(formatValue(rows.indicator.target, rows.indicator, locale)));
  }
  if (rows.matched === 'pair') notes.push(words.matchedNote);
  if (rows.matched === 'each-wave') notes.push(words.matchedManyNote);
  if (rows.omitted.length > 0) notes.push(words.omittedNote(rows.omitted.join('; ')));
  notes.push(...reliabilityNotes(rowLabels(rows), rows.reliability, 'estimates', locale));
  return [...notes, ...sharedNotes(hasProtected(rows), rows.threshold, rows.waves, locale)];
}

/** The notes every chart may need: protected figures and synthetic data. */
export function sharedNotes(
  isProtected: boolean,
  threshold: number | null,
  waves: readonly ChartWave[],
  locale: Locale,
): string[] {
  const words = chartWords(locale);
  const notes: string[] = [];
  if (isProtected) {
    notes.push(
      threshold === null ? words.protectedPlainNote : words.protectedNote(formatNumber(threshold, 0, locale)),
    );
  }
  if (waves.some((wave) => wave.isSynthetic)) notes.push(words.syntheticNote);
  return notes;
}

/** True where any figure of the rows is protected. */
export function hasProtected(rows: RowSet): boolean {
  return rows.rows.some((row) => row.figures.some((figure) => figure.state === 'protected'));
}

/** The legend of a chart of rows: one entry a wave, then interval and protected sign where they occur. */
export function rowsLegend(rows: RowSet, intervalColour: string, locale: Locale): LegendItem[] {
  const items: LegendItem[] = rows.waves.map((wave, index) => ({ kind: 'wave', index, label: wave.name }));
  if (rows.level !== null) {
    const label = chartWords(locale).intervalLegend(levelText(rows.level, locale));
    items.push({ kind: 'line', colour: intervalColour, label });
  }
  items.push(...reliabilityLegend(rowLabels(rows), locale));
  if (hasProtected(rows)) items.push({ kind: 'protected', label: protectedText(rows.threshold, locale) });
  return items;
}

/** The figures of a chart of rows as text: value, interval and n of each wave, then the change of each follow-up. */
export function rowsTable(rows: RowSet, locale: Locale): TextTable {
  const words = chartWords(locale);
  const isSingle = rows.waves.length === 2;
  const interval = rows.level === null ? null : words.interval(levelText(rows.level, locale));
  const hasLabels = hasDoubt(rowLabels(rows));
  const columns = [
    {
      label: rows.by === 'group' ? rows.breakdown.join(' · ') || words.group : words.indicator,
      isNumeric: false,
    },
  ];
  for (const wave of rows.waves) {
    columns.push({ label: wave.name, isNumeric: true });
    if (interval) columns.push({ label: `${interval}, ${wave.name}`, isNumeric: true });
    columns.push({ label: `n, ${wave.name}`, isNumeric: true });
    if (hasLabels) columns.push({ label: `${words.reliability.column}, ${wave.name}`, isNumeric: false });
  }
  for (const wave of rows.waves.slice(1)) {
    const suffix = isSingle ? '' : `, ${wave.name}`;
    columns.push({ label: words.change + suffix, isNumeric: true });
    if (interval)
      columns.push({ label: `${words.change}: ${interval.toLowerCase()}${suffix}`, isNumeric: true });
    columns.push({ label: words.direction + suffix, isNumeric: false });
  }
  return { columns, rows: rows.rows.map((row) => tableRow(row, rows, hasLabels, locale)) };
}

function tableRow(row: ChartRow, rows: RowSet, hasLabels: boolean, locale: Locale): string[] {
  const hasIntervals = rows.level !== null;
  const cells = [row.label];
  for (const index of rows.waves.keys()) {
    const figure = row.figures[index] ?? { state: 'empty' };
    const isShown = figure.state === 'shown';
    cells.push(figureText(figure, row, rows, locale));
    if (hasIntervals) cells.push(formatInterval(isShown ? figure.interval : null, row.indicator, locale));
    cells.push(formatNumber(isShown ? figure.n : null, 0, locale));
    if (hasLabels) cells.push((isShown && reliabilityText(figure.reliability, locale)) || noFigure);
  }
  for (const change of row.changes) {
    cells.push(formatChange(change?.value ?? null, row.indicator, locale));
    if (hasIntervals) cells.push(formatChangeInterval(change?.interval ?? null, row.indicator, locale));
    cells.push(change ? directionText(change, locale) : formatNumber(null, 0, locale));
  }
  return cells;
}

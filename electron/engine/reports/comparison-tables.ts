import { levelText, protectedText } from '../../../shared/charts/describe';
import { reliabilitySign } from '../../../shared/charts/reliability';
import { keyLabel } from '../../../shared/charts/rows';
import { chartWords } from '../../../shared/charts/words';
import type {
  ChangeResult,
  ComparisonResult,
  ComparisonRow,
  ReliabilityLabel,
  WaveCell,
} from '../../../shared/domain/comparison';
import type { WaveId } from '../../../shared/domain/ids';
import { tableReliability } from '../../../shared/stats/reliability';
import { texts } from '../../../shared/text';
import type { Locale } from '../../../shared/text/catalogue';
import { caveatOf } from '../../../shared/text/caveats';
import {
  formatChange,
  formatChangeRange,
  formatNumber,
  formatP,
  formatValue,
  isShareStyle,
  noFigure,
} from '../../../shared/text/format';
import { reportMethodWords, reportWords } from '../../../shared/text/reports';
import { reasonText } from '../../../shared/text/statistics';
import { inSentence } from './chart-parts';
import type { ColumnGroup, TableCell, TableColumn, TablePart, TableRow } from './document';
import type { Numbering } from './numbering';

type Indicator = ComparisonResult['indicators'][number];

/** One table a follow-up, with one row an indicator over everybody. */
export function indicatorTables(result: ComparisonResult, numbering: Numbering, locale: Locale): TablePart[] {
  const words = reportWords(locale).tables;
  return result.spec.followUpWaveIds.map((waveId) => {
    const told = result.rows.filter((row) => row.key.length === 0);
    const rows = told.flatMap((row) => tableRow(row, waveId, result, (indicator) => indicator.name, locale));
    const what = result.indicators.length === 1 ? (result.indicators[0]?.name ?? '') : words.indicators;
    return table(result, waveId, words.indicator, { told, rows }, what, numbering, locale);
  });
}

/** One table an indicator and follow-up, with one row a group, everybody first. */
export function groupTables(result: ComparisonResult, numbering: Numbering, locale: Locale): TablePart[] {
  return result.indicators.flatMap((indicator) =>
    result.spec.followUpWaveIds.map((waveId) => {
      const told = result.rows.filter((row) => row.indicatorId === indicator.id);
      const rows = told.flatMap((row) =>
        tableRow(row, waveId, result, () => keyLabel(row.key, locale), locale),
      );
      const head = result.breakdown.map((variable) => variable.label).join(' · ');
      return table(result, waveId, head, { told, rows }, indicator.name, numbering, locale);
    }),
  );
}

/** The rows of a comparison that a table tells, as they are and as written. */
type Told = { told: readonly ComparisonRow[]; rows: TableRow[] };

function table(
  result: ComparisonResult,
  waveId: WaveId,
  head: string,
  { told, rows }: Told,
  what: string,
  numbering: Numbering,
  locale: Locale,
): TablePart {
  const { tables: words, and } = reportWords(locale);
  const breakdown = result.breakdown.map((variable) => inSentence(variable.label)).join(and);
  const followUp = result.spec.followUpWaveIds.length > 1 ? waveName(result, waveId) : '';
  const changes = told.flatMap((row) => row.changes.filter((change) => change.followUpWaveId === waveId));
  return {
    kind: 'table',
    ...numbering.nextTable(),
    caption: words.caption(withUnit(what, result), breakdown, followUp),
    groups: columnGroups(result, waveId, words.change),
    columns: columns(head, locale),
    rows,
    notes: notes(result, changes, rows, locale),
    warning: publicationWarning(result, changes, locale),
  };
}

/** With groups the rows say nothing of the unit, so the caption does. */
function withUnit(what: string, { indicators, breakdown }: ComparisonResult): string {
  const indicator = indicators.find(({ name }) => name === what);
  if (breakdown.length === 0 || !indicator || isShareStyle(indicator) || indicator.unit === '') return what;
  return `${what} (${indicator.unit})`;
}

function waveName(result: ComparisonResult, waveId: WaveId): string {
  return result.waves.find((wave) => wave.id === waveId)?.name ?? '';
}

/** The heads over the columns of a table: row labels, baseline, follow-up, change. */
export function columnGroups(result: ComparisonResult, waveId: WaveId, change: string): ColumnGroup[] {
  return [
    { label: '', span: 1, mark: null },
    { label: waveName(result, result.spec.baselineWaveId), span: 2, mark: 0 },
    { label: waveName(result, waveId), span: 2, mark: result.spec.followUpWaveIds.indexOf(waveId) + 1 },
    { label: change, span: 2, mark: null },
  ];
}

function columns(head: string, locale: Locale): TableColumn[] {
  const { tables: words } = reportWords(locale);
  return [
    { label: head, align: 'text', share: 2.3 },
    { label: words.n, align: 'number', share: 1.15 },
    { label: words.estimate, align: 'number', share: 1.7 },
    { label: words.n, align: 'number', share: 1.15 },
    { label: words.estimate, align: 'number', share: 1.7 },
    { label: words.difference, align: 'number', share: 1.7 },
    { label: words.direction, align: 'text', share: 2.1 },
  ];
}

function tableRow(
  row: ComparisonRow,
  waveId: WaveId,
  result: ComparisonResult,
  label: (indicator: Indicator) => string,
  locale: Locale,
): TableRow[] {
  const change = row.changes.find((each) => each.followUpWaveId === waveId);
  const indicator = result.indicators.find((each) => each.id === row.indicatorId);
  if (!change || !indicator) return [];
  // The unit stands once, beside the name, so that figures of several units share a column.
  const style = { ...indicator, unit: '' };
  const { threshold } = result.privacy;
  const context = { indicator: style, threshold, level: result.spec.confidenceLevel, locale };
  const isTotal = row.key.length === 0 && result.breakdown.length > 0;
  return [
    {
      kind: isTotal ? 'total' : 'plain',
      cells: [
        {
          text: label(indicator),
          notes: result.breakdown.length === 0 && !isShareStyle(indicator) ? lines(indicator.unit) : [],
          tone: isTotal ? 'strong' : 'plain',
        },
        ...waveCells(change.baseline, context),
        ...waveCells(change.followUp, context),
        ...changeCells(change, context),
      ],
    },
  ];
}

type CellContext = { indicator: Indicator; threshold: number; level: number; locale: Locale };

function quiet(text: string): TableCell {
  return { text, notes: [], tone: 'quiet' };
}

function lines(...texts: string[]): string[] {
  return texts.filter((text) => text !== '');
}

/** The label of an estimate in words, with its sign where there is doubt; empty where none was given. */
function labelText(label: ReliabilityLabel | null, locale: Locale): string {
  if (label === null) return '';
  return `${reliabilitySign(label)} ${texts(locale).comparison.reliability.labels[label]}`.trim();
}

function labelOf({ status, precision }: WaveCell): ReliabilityLabel | null {
  return status === 'shown' ? (precision?.reliability?.label ?? null) : null;
}

function waveCells(cell: WaveCell, { indicator, threshold, locale }: CellContext): TableCell[] {
  if (cell.status === 'suppressed') return [quiet(noFigure), quiet(protectedText(threshold, locale))];
  if (cell.status === 'empty') return [quiet(noFigure), quiet(chartWords(locale).noData)];
  const { tables: words } = reportWords(locale);
  const missing =
    cell.missing === null || cell.missing === 0 ? '' : words.missing(formatNumber(cell.missing, 0, locale));
  const outside = cell.notApplicable ? words.notApplicable(formatNumber(cell.notApplicable, 0, locale)) : '';
  const interval = cell.interval === null ? '' : formatRange(cell.interval, indicator, locale);
  return [
    { text: formatNumber(cell.n, 0, locale), notes: lines(missing, outside), tone: 'plain' },
    {
      text: formatValue(cell.estimate, indicator, locale),
      notes: lines(interval, labelText(labelOf(cell), locale)),
      tone: 'plain',
    },
  ];
}

/** An interval of values without repeating the unit: 24,9 a 32,3. */
function formatRange(interval: { lower: number; upper: number }, style: Indicator, locale: Locale): string {
  const scale = isShareStyle(style) ? 100 : 1;
  const ends = [interval.lower, interval.upper].map((end) =>
    formatNumber(end * scale, style.decimals, locale),
  );
  return ends.join(locale === 'es' ? ' a ' : ' to ');
}

function changeCells(
  change: ChangeResult,
  { indicator, threshold, level, locale }: CellContext,
): TableCell[] {
  if (change.status === 'suppressed') return [quiet(protectedText(threshold, locale)), quiet(noFigure)];
  if (change.status === 'empty' || change.change === null) return [quiet(noFigure), quiet(noFigure)];
  const isClear = change.direction === 'improved' || change.direction === 'worsened';
  const p = change.test?.p ?? null;
  const { tables: words } = reportMethodWords(locale);
  const corrected = change.adjusted
    ? words.corrected(bareP(change.adjusted.p, locale), words.procedures[change.adjusted.procedure])
    : '';
  const interval = change.interval === null ? '' : formatChangeRange(change.interval, indicator, locale);
  const caveat = caveatOf(change, level);
  return [
    { text: formatChange(change.change, indicator, locale), notes: lines(interval), tone: 'plain' },
    {
      text: chartWords(locale).directions[change.direction],
      notes: lines(
        p === null ? '' : formatP(p, locale),
        corrected,
        caveat ? texts(locale).comparison.caveats[caveat].short : '',
      ),
      tone: isClear && !caveat ? 'strong' : 'quiet',
    },
  ];
}

/** A p value without its letter, for a column or a place that says what it is: `0,003`, `< 0,001`. */
export function bareP(p: number | null, locale: Locale): string {
  return formatP(p, locale)
    .replace(/^p (= )?/, '')
    .replace(' ', '\u00a0');
}

function notes(
  result: ComparisonResult,
  changes: readonly ChangeResult[],
  rows: readonly TableRow[],
  locale: Locale,
): string[] {
  const { tables: words } = reportWords(locale);
  const { tables: method } = reportMethodWords(locale);
  const { threshold } = result.privacy;
  const protectedLabel = protectedText(threshold, locale);
  const hasProtected = rows.some((row) => row.cells.some((cell) => cell.text === protectedLabel));
  const { coverage, confidenceLevel } = result.spec;
  const interval =
    coverage === 'census' ? words.censusNote : words.intervalNote(levelText(confidenceLevel, locale));
  const hasNotes =
    coverage === 'census' || rows.some((row) => row.cells.slice(1).some((cell) => cell.notes.length > 0));
  const shown = sides(changes).filter(({ status }) => status === 'shown');
  const hasLabels = shown.some((cell) => labelOf(cell) !== null);
  const isSome = shown.some((cell) => labelOf(cell) === null);
  const standard = hasLabels ? standardName(result, locale) : null;
  return [
    ...(hasNotes ? [interval] : []),
    ...(standard
      ? [lines(method.reliabilityNote(standard), isSome ? method.withoutLabel : '').join(' ')]
      : []),
    ...correctionNotes(changes, locale),
    ...(changes.some(({ reason }) => reason === 'error-would-tell')
      ? [method.noInterval(reasonText('error-would-tell', locale))]
      : []),
    ...(hasProtected ? [words.protectedNote(formatNumber(threshold, 0, locale))] : []),
    ...(result.spec.linkage === 'matched' ? [chartWords(locale).matchedNote] : []),
  ];
}

function sides(changes: readonly ChangeResult[]): WaveCell[] {
  return changes.flatMap(({ baseline, followUp }) => [baseline, followUp]);
}

function standardName({ reliability }: ComparisonResult, locale: Locale): string | null {
  if (!reliability || reliability.standard === 'none') return null;
  return texts(locale).comparison.reliability.standardNames[reliability.standard];
}

function correctionNotes(changes: readonly ChangeResult[], locale: Locale): string[] {
  const { tables: words } = reportMethodWords(locale);
  const shown = changes.flatMap(({ status, adjusted }) => (status === 'shown' && adjusted ? [adjusted] : []));
  if (shown.length === 0) return [];
  const tests = (family: 'declared' | 'exploration'): string | null => {
    const found = shown.find((adjusted) => adjusted.family === family);
    return found ? formatNumber(found.tests, 0, locale) : null;
  };
  const [declared, exploration] = [tests('declared'), tests('exploration')];
  const parts = [
    words.pNote,
    declared === null ? '' : words.holmNote(declared),
    exploration === null ? '' : words.explorationNote(exploration),
  ];
  return [lines(...parts).join(' ')];
}

/** That most figures of the table are not reliable by the standard; null where half or more are. */
function publicationWarning(
  result: ComparisonResult,
  changes: readonly ChangeResult[],
  locale: Locale,
): string | null {
  const standard = standardName(result, locale);
  if (standard === null) return null;
  const labels = sides(changes).map(labelOf);
  const { reliable, lessReliable, unreliable, isPublishable } = tableReliability(labels);
  if (isPublishable) return null;
  const number = (count: number): string => formatNumber(count, 0, locale);
  const total = reliable + lessReliable + unreliable;
  const { tables: words } = reportMethodWords(locale);
  return words.notPublishable(number(lessReliable + unreliable), number(total), standard);
}

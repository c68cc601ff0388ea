import { levelText, protectedText } from '../../../shared/charts/describe';
import { keyLabel } from '../../../shared/charts/rows';
import { chartWords } from '../../../shared/charts/words';
import type {
  ChangeResult,
  ComparisonResult,
  ComparisonRow,
  WaveCell,
} from '../../../shared/domain/comparison';
import type { WaveId } from '../../../shared/domain/ids';
import type { Locale } from '../../../shared/text/catalogue';
import {
  formatChange,
  formatChangeRange,
  formatNumber,
  formatP,
  formatValue,
  isShareStyle,
  noFigure,
} from '../../../shared/text/format';
import { reportWords } from '../../../shared/text/reports';
import { inSentence } from './chart-parts';
import type { ColumnGroup, TableCell, TableColumn, TablePart, TableRow } from './document';
import type { Numbering } from './numbering';

type Indicator = ComparisonResult['indicators'][number];

/** One table a follow-up, with one row an indicator over everybody. */
export function indicatorTables(result: ComparisonResult, numbering: Numbering, locale: Locale): TablePart[] {
  const words = reportWords(locale).tables;
  return result.spec.followUpWaveIds.map((waveId) => {
    const rows = result.rows
      .filter((row) => row.key.length === 0)
      .flatMap((row) => tableRow(row, waveId, result, (indicator) => indicator.name, locale));
    const what = result.indicators.length === 1 ? (result.indicators[0]?.name ?? '') : words.indicators;
    return table(result, waveId, words.indicator, rows, what, numbering, locale);
  });
}

/** One table an indicator and follow-up, with one row a group, everybody first. */
export function groupTables(result: ComparisonResult, numbering: Numbering, locale: Locale): TablePart[] {
  return result.indicators.flatMap((indicator) =>
    result.spec.followUpWaveIds.map((waveId) => {
      const rows = result.rows
        .filter((row) => row.indicatorId === indicator.id)
        .flatMap((row) => tableRow(row, waveId, result, () => keyLabel(row.key, locale), locale));
      const head = result.breakdown.map((variable) => variable.label).join(' · ');
      return table(result, waveId, head, rows, indicator.name, numbering, locale);
    }),
  );
}

function table(
  result: ComparisonResult,
  waveId: WaveId,
  head: string,
  rows: TableRow[],
  what: string,
  numbering: Numbering,
  locale: Locale,
): TablePart {
  const { tables: words, and } = reportWords(locale);
  const breakdown = result.breakdown.map((variable) => inSentence(variable.label)).join(and);
  const followUp = result.spec.followUpWaveIds.length > 1 ? waveName(result, waveId) : '';
  return {
    kind: 'table',
    ...numbering.nextTable(),
    caption: words.caption(withUnit(what, result), breakdown, followUp),
    groups: columnGroups(result, waveId, words.change),
    columns: columns(head, locale),
    rows,
    notes: notes(result, rows, locale),
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

function columnGroups(result: ComparisonResult, waveId: WaveId, change: string): ColumnGroup[] {
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
    { label: head, align: 'text', share: 2.35 },
    { label: words.n, align: 'number', share: 1.2 },
    { label: words.estimate, align: 'number', share: 1.72 },
    { label: words.n, align: 'number', share: 1.2 },
    { label: words.estimate, align: 'number', share: 1.72 },
    { label: words.difference, align: 'number', share: 1.72 },
    { label: words.direction, align: 'text', share: 1.75 },
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
  const context = { indicator: style, threshold: result.privacy.threshold, locale };
  const isTotal = row.key.length === 0 && result.breakdown.length > 0;
  return [
    {
      kind: isTotal ? 'total' : 'plain',
      cells: [
        {
          text: label(indicator),
          note: result.breakdown.length === 0 && !isShareStyle(indicator) ? indicator.unit || null : null,
          tone: isTotal ? 'strong' : 'plain',
        },
        ...waveCells(change.baseline, context),
        ...waveCells(change.followUp, context),
        ...changeCells(change, context),
      ],
    },
  ];
}

type CellContext = { indicator: Indicator; threshold: number; locale: Locale };

function quiet(text: string): TableCell {
  return { text, note: null, tone: 'quiet' };
}

function waveCells(cell: WaveCell, { indicator, threshold, locale }: CellContext): TableCell[] {
  if (cell.status === 'suppressed') return [quiet(noFigure), quiet(protectedText(threshold, locale))];
  if (cell.status === 'empty') return [quiet(noFigure), quiet(chartWords(locale).noData)];
  const { tables: words } = reportWords(locale);
  const missing =
    cell.missing === null || cell.missing === 0 ? null : words.missing(formatNumber(cell.missing, 0, locale));
  return [
    { text: formatNumber(cell.n, 0, locale), note: missing, tone: 'plain' },
    {
      text: formatValue(cell.estimate, indicator, locale),
      note: cell.interval === null ? null : formatRange(cell.interval, indicator, locale),
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

function changeCells(change: ChangeResult, { indicator, threshold, locale }: CellContext): TableCell[] {
  if (change.status === 'suppressed') return [quiet(protectedText(threshold, locale)), quiet(noFigure)];
  if (change.status === 'empty' || change.change === null) return [quiet(noFigure), quiet(noFigure)];
  const isClear = change.direction === 'improved' || change.direction === 'worsened';
  const p = change.test?.p ?? null;
  return [
    {
      text: formatChange(change.change, indicator, locale),
      note: change.interval === null ? null : formatChangeRange(change.interval, indicator, locale),
      tone: 'plain',
    },
    {
      text: chartWords(locale).directions[change.direction],
      note: p === null ? null : formatP(p, locale),
      tone: isClear ? 'strong' : 'quiet',
    },
  ];
}

function notes(result: ComparisonResult, rows: readonly TableRow[], locale: Locale): string[] {
  const { tables: words } = reportWords(locale);
  const { threshold } = result.privacy;
  const protectedLabel = protectedText(threshold, locale);
  const hasProtected = rows.some((row) => row.cells.some((cell) => cell.text === protectedLabel));
  const { coverage, confidenceLevel } = result.spec;
  const interval =
    coverage === 'census' ? words.censusNote : words.intervalNote(levelText(confidenceLevel, locale));
  const hasNotes = coverage === 'census' || rows.some((row) => row.cells.slice(1).some((cell) => cell.note));
  return [
    ...(hasNotes ? [interval] : []),
    ...(hasProtected ? [words.protectedNote(formatNumber(threshold, 0, locale))] : []),
    ...(result.spec.linkage === 'matched' ? [chartWords(locale).matchedNote] : []),
  ];
}

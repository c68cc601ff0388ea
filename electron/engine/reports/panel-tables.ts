import { levelText, protectedText } from '../../../shared/charts/describe';
import type { PanelDifference, PanelFigure, PanelResult } from '../../../shared/domain/panel';
import { texts } from '../../../shared/text';
import type { Locale } from '../../../shared/text/catalogue';
import { formatChange, formatNumber, isShareStyle, noFigure } from '../../../shared/text/format';
import { reportBlockWords, reportWords } from '../../../shared/text/reports';
import { type ColumnGroup, type TableCell, type TablePart, type TableRow, titleRow } from './document';
import type { Numbering } from './numbering';
import { type CellContext, differenceCell, figureCells, quiet, testCell } from './panel-cells';

const shareStyle = { kind: 'proportion', unit: '', decimals: 1 } as const;

type Pair = {
  label: string;
  note: string;
  first: PanelFigure;
  second: PanelFigure;
  difference: PanelDifference;
};

/** Those found again against those not, as they were at the baseline; empty where nothing can be compared. */
export function attritionTable(result: PanelResult, numbering: Numbering, locale: Locale): TablePart[] {
  const { panel: words } = reportBlockWords(locale);
  const { attrition, indicators, waves } = result;
  if (!attrition) return [];
  const rows = [
    ...attrition.indicators.flatMap(({ indicatorId, stayed, left, difference }) => {
      const indicator = indicators.find(({ id }) => id === indicatorId);
      if (!indicator) return [];
      const note = isShareStyle(indicator) ? '' : indicator.unit;
      const pair = { label: indicator.name, note, first: stayed, second: left, difference };
      return [pairRow(pair, contextOf(result, indicator, locale))];
    }),
    ...attrition.composition.flatMap(({ variableId, categories }) =>
      categoryRows(
        result,
        variableId,
        categories.map(({ stayed, left, ...category }) => ({ ...category, first: stayed, second: left })),
        locale,
      ),
    ),
  ];
  if (rows.length === 0) return [];
  const baseline = waves[0]?.name ?? '';
  return [
    pairTable(result, words.attrition(baseline), rows, numbering, locale, {
      head: words.characteristic,
      groups: [
        { label: '', span: 1, mark: null },
        { label: words.stayed, span: 2, mark: null },
        { label: words.left, span: 2, mark: null },
        { label: '', span: 2, mark: null },
      ],
      note: words.attritionNote,
    }),
  ];
}

/** Who the people of each wave are; empty where no variable was asked in both. */
export function compositionTable(result: PanelResult, numbering: Numbering, locale: Locale): TablePart[] {
  const { panel: words } = reportBlockWords(locale);
  const { compositionChange, composition, waves } = result;
  const rows = compositionChange.flatMap(({ variableId, categories }) =>
    categoryRows(
      result,
      variableId,
      categories.map(({ baseline, followUp, ...category }) => ({
        ...category,
        first: baseline,
        second: followUp,
      })),
      locale,
    ),
  );
  if (rows.length === 0) return [];
  const labels = composition.map(({ label }) => label).join(reportWords(locale).and);
  return [
    pairTable(result, words.composition(labels), rows, numbering, locale, {
      head: texts(locale).panel.columns.category,
      groups: [
        { label: '', span: 1, mark: null },
        { label: waves[0]?.name ?? '', span: 2, mark: 0 },
        { label: waves[1]?.name ?? '', span: 2, mark: 1 },
        { label: '', span: 2, mark: null },
      ],
      note: words.compositionNote,
    }),
  ];
}

function contextOf(result: PanelResult, style: CellContext['style'], locale: Locale): CellContext {
  return { style, threshold: result.privacy.threshold, locale };
}

type Category = Omit<Pair, 'note'> & { value: string | null };

/** The categories of a variable below its name. */
function categoryRows(
  result: PanelResult,
  variableId: string,
  categories: readonly Category[],
  locale: Locale,
): TableRow[] {
  if (categories.length === 0) return [];
  const { panel: words } = reportBlockWords(locale);
  const name = result.composition.find(({ id }) => id === variableId)?.label ?? '';
  const context = contextOf(result, shareStyle, locale);
  return [
    titleRow(name),
    ...categories.map(({ value, label, ...pair }) =>
      pairRow({ ...pair, label: value === null ? words.unanswered : label, note: '' }, context),
    ),
  ];
}

function pairRow({ label, note, first, second, difference }: Pair, context: CellContext): TableRow {
  return {
    kind: 'plain',
    cells: [
      { text: label, notes: note === '' ? [] : [note], tone: 'plain' },
      ...figureCells(first, context),
      ...figureCells(second, context),
      differenceCell(difference, context),
      testCell(difference, context.locale),
    ],
  };
}

function pairTable(
  result: PanelResult,
  caption: string,
  rows: TableRow[],
  numbering: Numbering,
  locale: Locale,
  { head, groups, note }: { head: string; groups: ColumnGroup[]; note: string },
): TablePart {
  const { panel: words } = reportBlockWords(locale);
  return {
    kind: 'table',
    ...numbering.nextTable(),
    caption,
    groups,
    columns: [
      { label: head, align: 'text', share: 2.7 },
      { label: words.n, align: 'number', share: 0.8 },
      { label: words.figure, align: 'number', share: 1.7 },
      { label: words.n, align: 'number', share: 0.8 },
      { label: words.figure, align: 'number', share: 1.7 },
      { label: words.difference, align: 'number', share: 1.6 },
      { label: words.p, align: 'text', share: 1.5 },
    ],
    rows,
    notes: [note, ...protectedNote(result, rows, locale)],
    warning: null,
  };
}

function protectedNote(result: PanelResult, rows: readonly TableRow[], locale: Locale): string[] {
  const { threshold } = result.privacy;
  const label = protectedText(threshold, locale);
  const hasProtected = rows.some(({ cells }) => cells.some(({ text }) => text === label));
  return hasProtected ? [reportWords(locale).tables.protectedNote(formatNumber(threshold, 0, locale))] : [];
}

/**
 * The change of the same people, of the same weighted for loss, and with composition held fixed; an indicator made of
 * what is held fixed (`fixedIds`) has no figure there.
 */
export function changesTable(
  result: PanelResult,
  fixedIds: ReadonlySet<string>,
  numbering: Numbering,
  locale: Locale,
): TablePart[] {
  const { panel: words } = reportBlockWords(locale);
  const rows = result.indicators.flatMap((indicator): TableRow[] => {
    const weighted = result.weighting?.changes.find(({ indicatorId }) => indicatorId === indicator.id);
    const isFixed = fixedIds.has(indicator.id);
    const fixed = isFixed
      ? undefined
      : result.standardised.find(({ indicatorId }) => indicatorId === indicator.id);
    const told = [weighted?.unweighted, weighted?.weighted, fixed?.standardised];
    if (told.every((each) => !each || each.change === null)) return [];
    const context = contextOf(result, indicator, locale);
    const cell = (difference: PanelDifference | undefined, ...notes: string[]): TableCell =>
      difference ? differenceCell(difference, context, ...notes) : quiet(noFigure);
    const part = fixed?.compositionPart ?? null;
    const composition =
      part === null ? '' : words.compositionPart(formatChange(part, { ...indicator, unit: '' }, locale));
    const note = isShareStyle(indicator) ? '' : indicator.unit;
    return [
      {
        kind: 'plain',
        cells: [
          { text: indicator.name, notes: note === '' ? [] : [note], tone: 'plain' },
          cell(weighted?.unweighted),
          cell(weighted?.weighted),
          cell(fixed?.standardised, composition),
        ],
      },
    ];
  });
  if (rows.length === 0) return [];
  const level = levelText(result.spec.confidenceLevel, locale);
  return [
    {
      kind: 'table',
      ...numbering.nextTable(),
      caption: words.changes,
      groups: [],
      columns: [
        { label: reportWords(locale).tables.indicator, align: 'text', share: 2.6 },
        { label: words.matched, align: 'number', share: 1.6 },
        { label: words.weighted, align: 'number', share: 1.6 },
        { label: words.standardised, align: 'number', share: 1.9 },
      ],
      rows,
      notes: [
        reportBlockWords(locale).series.intervalNote(level),
        words.changesNote,
        ...protectedNote(result, rows, locale),
      ],
      warning: null,
    },
  ];
}

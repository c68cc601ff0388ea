import { keyLabel } from '../../../shared/charts/rows';
import type {
  ChangeResult,
  ComparisonResult,
  ComparisonRow,
  Precision,
} from '../../../shared/domain/comparison';
import type { WaveId } from '../../../shared/domain/ids';
import type { Locale } from '../../../shared/text/catalogue';
import {
  formatChangeRange,
  formatNumber,
  formatP,
  formatPercent,
  isShareStyle,
  noFigure,
} from '../../../shared/text/format';
import { reportMethodWords, reportWords } from '../../../shared/text/reports';
import { effectName, testName } from '../../../shared/text/statistics';
import { sortRows } from './comparison-parts';
import { bareP, columnGroups } from './comparison-tables';
import {
  type DocumentPart,
  type TableCell,
  type TableColumn,
  type TablePart,
  type TableRow,
  titleRow,
} from './document';
import type { Numbering } from './numbering';

type Indicator = ComparisonResult['indicators'][number];
/** The printed part of one comparison, all blocks of it taken together. */
export type PrintedComparison = { name: string; result: ComparisonResult };
type Told = { row: ComparisonRow; change: ChangeResult; indicator: Indicator };

/** Errors, degrees of freedom, design effects and tests behind the printed figures; empty for a census. */
export function annexParts(
  comparisons: readonly PrintedComparison[],
  numbering: Numbering,
  locale: Locale,
): DocumentPart[] {
  const { annex: words } = reportMethodWords(locale);
  const tables = comparisons.flatMap(({ name, result }) =>
    result.spec.followUpWaveIds.flatMap((waveId) => [
      ...precisionTable(name, result, waveId, numbering, locale),
      ...testsTable(name, result, waveId, numbering, locale),
    ]),
  );
  if (tables.length === 0) return [];
  return [
    { kind: 'heading', level: 1, text: words.title },
    { kind: 'paragraph', look: 'body', text: words.intro },
    ...tables,
  ];
}

function toldIn(result: ComparisonResult, waveId: WaveId, locale: Locale): Told[] {
  return sortRows(result, locale).rows.flatMap((row) => {
    const change = row.changes.find((each) => each.followUpWaveId === waveId);
    const indicator = result.indicators.find(({ id }) => id === row.indicatorId);
    return change?.status === 'shown' && indicator ? [{ row, change, indicator }] : [];
  });
}

/** What stands at the head of a row: the indicator where nothing is split, otherwise the group below the indicator. */
function headCell({ row, indicator }: Told, result: ComparisonResult, locale: Locale): TableCell {
  if (result.breakdown.length === 0) return { text: indicator.name, notes: [], tone: 'plain' };
  return { text: keyLabel(row.key, locale), notes: [], tone: row.key.length === 0 ? 'strong' : 'plain' };
}

function caption(name: string, result: ComparisonResult, waveId: WaveId): string {
  const wave = result.waves.find(({ id }) => id === waveId)?.name ?? '';
  return result.spec.followUpWaveIds.length > 1 ? `${name}, ${wave}` : name;
}

/** With groups, the name of each indicator stands over its groups. */
function bodyRows(
  told: readonly Told[],
  result: ComparisonResult,
  write: (each: Told) => TableCell[],
  locale: Locale,
): TableRow[] {
  return result.indicators.flatMap((indicator) => {
    const own = told.filter((each) => each.indicator.id === indicator.id);
    if (own.length === 0) return [];
    const rows = own.map(
      (each): TableRow => ({ kind: 'plain', cells: [headCell(each, result, locale), ...write(each)] }),
    );
    return result.breakdown.length === 0 ? rows : [titleRow(indicator.name), ...rows];
  });
}

const facts = ['standardError', 'degreesOfFreedom', 'designEffect'] as const;
type Fact = (typeof facts)[number];
const shares: Record<Fact, number> = { standardError: 1.2, degreesOfFreedom: 0.8, designEffect: 1 };

function precisionTable(
  name: string,
  result: ComparisonResult,
  waveId: WaveId,
  numbering: Numbering,
  locale: Locale,
): TablePart[] {
  const { annex: words } = reportMethodWords(locale);
  const { tables } = reportWords(locale);
  const told = toldIn(result, waveId, locale);
  const parts = [
    (change: ChangeResult) => change.baseline.precision ?? null,
    (change: ChangeResult) => change.followUp.precision ?? null,
    (change: ChangeResult) => change.precision ?? null,
  ];
  const shown = parts.map((of) =>
    facts.filter((fact) => told.some(({ change }) => of(change)?.[fact] != null)),
  );
  if (shown.every((some) => some.length === 0)) return [];
  const labels: Record<Fact, string> = {
    standardError: words.standardError,
    degreesOfFreedom: words.degrees,
    designEffect: words.designEffect,
  };
  const columns: TableColumn[] = [
    { label: tables.indicator, align: 'text', share: 2.6 },
    ...shown.flatMap((some) =>
      some.map((fact): TableColumn => ({ label: labels[fact], align: 'number', share: shares[fact] })),
    ),
  ];
  const [head, ...sides] = columnGroups(result, waveId, tables.change);
  const groups = [
    ...(head ? [head] : []),
    ...sides.map((side, index) => ({ ...side, span: shown[index]?.length ?? 0 })),
  ].filter(({ span }) => span > 0);
  const write = ({ change, indicator }: Told): TableCell[] =>
    parts.flatMap((of, index) =>
      (shown[index] ?? []).map((fact): TableCell => {
        const precision = of(change);
        const text = factText(precision, fact, indicator, locale);
        const variation = fact === 'standardError' ? (precision?.coefficientOfVariation ?? null) : null;
        return plain(text, variation === null ? '' : words.variation(formatPercent(variation, 1, locale)));
      }),
    );
  return [
    {
      kind: 'table',
      ...numbering.nextTable(),
      caption: words.precision(caption(name, result, waveId)),
      groups,
      columns,
      rows: bodyRows(told, result, write, locale),
      notes: [words.precisionNote, ...(shown[2]?.length === 0 ? [words.noError] : [])],
      warning: null,
    },
  ];
}

function factText(precision: Precision | null, fact: Fact, indicator: Indicator, locale: Locale): string {
  const value = precision?.[fact] ?? null;
  if (value === null) return noFigure;
  switch (fact) {
    case 'standardError':
      return isShareStyle(indicator)
        ? formatNumber(value * 100, Math.max(1, indicator.decimals), locale)
        : formatNumber(value, indicator.decimals + 1, locale);
    case 'degreesOfFreedom':
      return formatNumber(value, Number.isInteger(value) ? 0 : 1, locale);
    case 'designEffect':
      return formatNumber(value, 2, locale);
  }
}

function testsTable(
  name: string,
  result: ComparisonResult,
  waveId: WaveId,
  numbering: Numbering,
  locale: Locale,
): TablePart[] {
  const { annex: words } = reportMethodWords(locale);
  const told = toldIn(result, waveId, locale);
  if (!told.some(({ change }) => change.test || change.effectSize)) return [];
  const hasCautious = told.some(({ change }) => change.cautious);
  const columns: TableColumn[] = [
    { label: reportWords(locale).tables.indicator, align: 'text', share: 2.4 },
    { label: words.test, align: 'text', share: 2.3 },
    { label: words.statistic, align: 'number', share: 1.2 },
    { label: words.p, align: 'number', share: 1 },
    { label: words.adjusted, align: 'number', share: 1.3 },
    { label: words.effect, align: 'text', share: hasCautious ? 1.9 : 2.2 },
    ...(hasCautious ? [{ label: words.cautious, align: 'text' as const, share: 1.9 }] : []),
  ];
  const write = (each: Told): TableCell[] => [
    ...testCells(each, locale),
    effectCell(each.change, locale),
    ...(hasCautious ? [cautiousCell(each, locale)] : []),
  ];
  return [
    {
      kind: 'table',
      ...numbering.nextTable(),
      caption: words.tests(caption(name, result, waveId)),
      groups: [],
      columns,
      rows: bodyRows(told, result, write, locale),
      notes: hasCautious ? [words.cautiousNote] : [],
      warning: null,
    },
  ];
}

function plain(text: string, ...notes: string[]): TableCell {
  return { text, notes: notes.filter((note) => note !== ''), tone: text === noFigure ? 'quiet' : 'plain' };
}

function testCells({ change }: Told, locale: Locale): TableCell[] {
  const { annex: words, tables } = reportMethodWords(locale);
  const { test, secondaryTest, adjusted } = change;
  if (!test) return [plain(noFigure), plain(noFigure), plain(noFigure), plain(noFigure)];
  const second = secondaryTest
    ? `${testName(secondaryTest.name, locale)}: ${bareP(secondaryTest.p, locale)}`
    : '';
  const { df } = test;
  const degrees = df === null ? '' : words.df(formatNumber(df, Number.isInteger(df) ? 0 : 1, locale));
  return [
    plain(testName(test.name, locale), second),
    plain(formatNumber(test.statistic, 2, locale), degrees),
    plain(bareP(test.p, locale)),
    plain(bareP(adjusted?.p ?? null, locale), adjusted ? tables.procedures[adjusted.procedure] : ''),
  ];
}

function effectCell({ effectSize }: ChangeResult, locale: Locale): TableCell {
  if (!effectSize) return plain(noFigure);
  const number = (value: number): string => formatNumber(value, 2, locale);
  const { interval, value, name } = effectSize;
  const range = interval
    ? `${number(interval.lower)} ${locale === 'es' ? 'a' : 'to'} ${number(interval.upper)}`
    : '';
  return plain(number(value), effectName(name, locale), range);
}

function cautiousCell({ change, indicator }: Told, locale: Locale): TableCell {
  const { cautious } = change;
  if (!cautious) return plain(noFigure);
  const p = cautious.test?.p ?? null;
  const style = { ...indicator, unit: '' };
  return plain(
    cautious.interval ? formatChangeRange(cautious.interval, style, locale) : noFigure,
    p === null ? '' : formatP(p, locale),
  );
}

import { buildMeasurementChart } from '../../../shared/charts';
import { isMostlyProtected } from '../../../shared/charts/mostly-protected';
import type { Measurement } from '../../../shared/domain/measurement';
import type {
  MeasurementFigure,
  MeasurementResult,
  MeasurementTable,
} from '../../../shared/domain/measurement-result';
import type { ReportBlock } from '../../../shared/domain/report';
import type { Locale } from '../../../shared/text/catalogue';
import { describeCondition } from '../../../shared/text/definition';
import { formatNumber } from '../../../shared/text/format';
import { columnNames, groupedRows } from '../../../shared/text/measurement-rows';
import { measurementSentences } from '../../../shared/text/measurement-sentences';
import {
  measurementFigureText,
  measurementIntervalText,
  measurementMethodLines,
  measurementNoticeText,
  measurementRowsHead,
  measurementTableTitle,
} from '../../../shared/text/measurements';
import { reportBlockWords, reportWords } from '../../../shared/text/reports';
import { tryDraw } from './chart-parts';
import type { PartContext } from './comparison-parts';
import { type DocumentPart, type TableCell, type TablePart, type TableRow, titleRow } from './document';
import type { ReportMaterial } from './material';
import type { MethodItem } from './method-items';
import type { Numbering } from './numbering';

export type MeasurementBlock = Extract<ReportBlock, { kind: 'measurement' }>;
type Counted = { measurement: Pick<Measurement, 'name'>; result: MeasurementResult };

/** The parts of a register counted on its own: sentences, figures and tables, as the analyst chose them. */
export function measurementParts(
  block: MeasurementBlock,
  { measurement, result }: Counted,
  { numbering, locale }: PartContext,
): DocumentPart[] {
  const name = block.caption.trim() || measurement.name;
  const notices = result.notices.map(
    (notice): DocumentPart => ({
      kind: 'note',
      tone: 'warning',
      text: measurementNoticeText(notice, locale),
    }),
  );
  if (result.figures.length === 0) {
    const text = reportBlockWords(locale).measurement.empty(name);
    return [{ kind: 'note', tone: 'warning', text }, ...notices];
  }
  const sentences = block.showSentences ? measurementSentences(result, locale) : [];
  return [
    ...(sentences.length === 0 ? [] : [{ kind: 'list', items: sentences } satisfies DocumentPart]),
    ...notices,
    ...(block.showCharts ? figureParts(name, result, numbering, locale) : []),
    ...(block.showTables
      ? result.tables.map((table) =>
          table.rows.length > mostRows
            ? longTable(table, locale)
            : tablePart(name, table, result, numbering, locale),
        )
      : []),
  ];
}

function figureParts(
  name: string,
  result: MeasurementResult,
  numbering: Numbering,
  locale: Locale,
): DocumentPart[] {
  return result.charts.flatMap((chart): DocumentPart[] => {
    let title = '';
    const drawn = tryDraw(
      (context) => {
        const spec = buildMeasurementChart(result, chart, context);
        title = spec.title;
        return spec;
      },
      { id: `f${numbering.figures + 1}`, locale },
    );
    if (!drawn) return [];
    const words = reportBlockWords(locale).measurement;
    if (isMostlyProtected(chart, result)) {
      return [{ kind: 'paragraph', look: 'quiet', text: words.mostlyProtected(title) }];
    }
    const caption = words.table(name, title);
    return [{ ...drawn.figure, caption, ...numbering.nextFigure() }];
  });
}

/** Columns a page has room for, and those that a table of cases does without first: the data have them all. */
const mostColumns = 7;
const lesserMeasures: ReadonlySet<string> = new Set([
  'open-cases',
  'closed-cases',
  'standards-mean',
  'change-standards-mean',
]);

function printedColumns({ id, columns }: MeasurementTable): number[] {
  // The units still to be covered are a list of names.
  if (id === 'by-unit') return [];
  const all = columns.map((_, index) => index);
  if (columns.length <= mostColumns) return all;
  return all.filter((index) => !lesserMeasures.has(columns[index]?.measure ?? ''));
}

/** Rows that fit on one page; what is longer is drawn, and told row by row as data. */
const mostRows = 40;

function longTable(table: MeasurementTable, locale: Locale): DocumentPart {
  const rows = formatNumber(table.rows.length, 0, locale);
  const text = reportBlockWords(locale).measurement.long(measurementTableTitle(table, locale), rows);
  return { kind: 'paragraph', look: 'quiet', text };
}

function tablePart(
  name: string,
  table: MeasurementTable,
  result: MeasurementResult,
  numbering: Numbering,
  locale: Locale,
): TablePart {
  const words = reportBlockWords(locale).measurement;
  const groups = groupedRows(table, result, locale);
  const printed = printedColumns(table);
  const names = columnNames(table, locale);
  return {
    kind: 'table',
    ...numbering.nextTable(),
    caption: words.table(name, measurementTableTitle(table, locale)),
    groups: [],
    columns: [
      { label: measurementRowsHead(table, locale), align: 'text', share: 2 },
      ...printed.map((index) => ({ label: names[index] ?? '', align: 'number' as const, share: 1.4 })),
    ],
    rows: groups.flatMap((group) => [
      ...(group.name === null ? [] : [titleRow(group.name)]),
      ...group.rows.map(
        (row): TableRow => ({
          kind: row.isWhole && table.rows.length > 1 ? 'total' : 'plain',
          cells: [
            { text: row.name, notes: [], tone: row.isWhole ? 'strong' : 'plain' },
            ...printed.map((index) => figureCell(row.cells[index] ?? null, locale)),
          ],
        }),
      ),
    ]),
    notes: printed.length > 0 && printed.length < table.columns.length ? [words.fewerColumns] : [],
    warning: null,
  };
}

function figureCell(figure: MeasurementFigure | null, locale: Locale): TableCell {
  if (figure === null) return { text: '', notes: [], tone: 'plain' };
  if (figure.status === 'suppressed') {
    return { text: measurementFigureText(figure, locale), notes: [], tone: 'quiet' };
  }
  const words = reportBlockWords(locale).measurement;
  const number = (value: number): string => formatNumber(value, 0, locale);
  const { n, numerator, interval, scale } = figure;
  const isCounted = scale === 'share' && n !== null && numerator !== null && Number.isInteger(numerator);
  const basis = isCounted
    ? (numerator > n ? words.against : words.basis)(number(numerator), number(n))
    : n === null
      ? ''
      : words.n(number(n));
  return {
    text: measurementFigureText(figure, locale),
    notes: [
      scale === 'count' ? '' : basis,
      interval === null ? '' : measurementIntervalText(figure, locale),
    ].filter((note) => note !== ''),
    tone: 'plain',
  };
}

/** How each measurement of a report was counted, for its section on methods; empty without one. */
export function measurementMethodItems(
  counted: readonly Counted[],
  { variables, rowUnits }: Pick<ReportMaterial, 'variables' | 'rowUnits'>,
  locale: Locale,
): MethodItem[] {
  const words = reportBlockWords(locale).measurement;
  const { list } = reportWords(locale);
  const byId = new Map(variables.map((variable) => [variable.id, variable]));
  const items = new Map<string, MethodItem>();
  for (const { measurement, result } of counted) {
    const { filter, instrumentId } = result.spec;
    const unit = rowUnits.get(instrumentId) ?? 'person';
    const term = words.methodTerm(measurement.name);
    items.set(`${term} ${result.resultSha256}`, {
      term,
      texts: [
        words.source(result.waves.map(({ name }) => name).join(list)),
        ...(filter === null
          ? []
          : [words.filter(describeCondition(filter, (id) => byId.get(id), locale, unit))]),
        ...measurementMethodLines(result, locale),
        ...(result.privacy.threshold > 1 ? [] : [words.unitsNote]),
      ],
    });
  }
  return [...items.values()];
}

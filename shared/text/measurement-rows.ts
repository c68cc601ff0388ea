import type { MeasurementFigure, MeasurementResult, MeasurementTable } from '../domain/measurement-result';
import type { Locale } from './catalogue';
import { formatDate } from './format';
import { measurementPeriod, measurementWords, measureName } from './measurements';

/** One row as it is read; `cells` are null where the crossing has no figure. */
export type ReadRow = {
  name: string;
  /** True for the row of everything. */
  isWhole: boolean;
  cells: (MeasurementFigure | null)[];
};
/** Rows that share their first label, which then stands above them; `name` null where nothing is shared. */
export type ReadGroup = { name: string | null; rows: ReadRow[] };

/** What a figure is of, as it is read: a day as data writes it becomes 03-04-2024. */
export function placeText(label: string, locale: Locale): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(label) ? formatDate(label, locale, 'short') : label;
}

/** The heads of a table's columns, each different from the others. */
export function columnNames({ columns }: Pick<MeasurementTable, 'columns'>, locale: Locale): string[] {
  const { phases } = measurementWords(locale);
  const named = columns.map(({ measure, label, phase }) => {
    const own = label === null ? measureName(measure, locale) : placeText(label, locale);
    return phase === null ? own : `${own}, ${phases[phase]}`;
  });
  return named.map((name, index) => {
    const column = columns[index];
    const isShared = named.filter((each) => each === name).length > 1;
    if (!isShared || !column || column.label === null) return name;
    const measure = measureName(column.measure, locale);
    return `${name}: ${measure.charAt(0).toLocaleLowerCase(locale)}${measure.slice(1)}`;
  });
}

/** The rows of a table in their order, those that share a first label under it. */
export function groupedRows(
  table: MeasurementTable,
  { figures }: Pick<MeasurementResult, 'figures'>,
  locale: Locale,
): ReadGroup[] {
  const { whole, phases } = measurementWords(locale);
  const byKey = new Map(figures.map((figure) => [figure.key, figure]));
  const groups: ReadGroup[] = [];
  for (const { first, rest, cells } of table.rows.map((row) => splitRow(row, table.rows))) {
    const read = cells.map((key) => (key === null ? null : (byKey.get(key) ?? null)));
    const phase = phaseOf(read, table);
    const parts = [
      ...rest.labels.map((label) => placeText(label, locale)),
      ...(rest.period === null ? [] : [measurementPeriod(rest.period, locale)]),
    ];
    const isWhole = first === null && parts.length === 0 && phase === null;
    const own = parts.length === 0 && phase === null ? [whole] : parts;
    const name = capitalised([...own, ...(phase === null ? [] : [phases[phase]])].join(', '), locale);
    const group = first === null ? null : placeText(first, locale);
    const last = groups.at(-1);
    const row: ReadRow = { name, isWhole, cells: read };
    if (last && last.name === group) last.rows.push(row);
    else groups.push({ name: group, rows: [row] });
  }
  return groups;
}

type Row = MeasurementTable['rows'][number];

/** A row with its first label apart where other rows share it. */
function splitRow(
  row: Row,
  rows: readonly Row[],
): { first: string | null; rest: Pick<Row, 'labels' | 'period'>; cells: Row['cells'] } {
  const { labels, period, cells } = row;
  const [first, ...others] = labels;
  const isShared = first !== undefined && rows.filter((each) => each.labels[0] === first).length > 1;
  return isShared
    ? { first, rest: { labels: others, period }, cells }
    : { first: null, rest: { labels, period }, cells };
}

/** The phase that every figure of a row is of, where the columns do not say it already. */
function phaseOf(
  cells: readonly (MeasurementFigure | null)[],
  { columns }: Pick<MeasurementTable, 'columns'>,
): MeasurementFigure['phase'] {
  if (columns.some(({ phase }) => phase !== null)) return null;
  const phases = new Set(cells.flatMap((figure) => (figure ? [figure.phase] : [])));
  const [only] = phases;
  return phases.size === 1 && only ? only : null;
}

function capitalised(text: string, locale: Locale): string {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}

import { keyLabel } from '../../../shared/charts/rows';
import type { TableField } from '../../../shared/domain/bundle';
import type {
  ChangeResult,
  ComparisonResult,
  ComparisonRow,
  WaveCell,
} from '../../../shared/domain/comparison';
import type { MeasurementFigure, MeasurementResult } from '../../../shared/domain/measurement-result';
import type { EvidenceLink } from '../../../shared/domain/practice';
import { texts } from '../../../shared/text';
import { measurementMethod, measureName } from '../../../shared/text/measurements';
import { methodName } from '../../../shared/text/statistics';
import type { CsvCell } from '../files/csv-writer';

/** Bundles are written in Spanish, as the ficha is. */
const locale = 'es';
const words = texts(locale).evidence.bundle.columns;

/** A table of aggregates as a report publishes them: no figure in it that the report does not show. */
export type DataTable = { title: string; fields: TableField[]; rows: CsvCell[][] };

const states = [
  { value: 'shown', label: 'Se muestra' },
  { value: 'suppressed', label: 'Protegida: pocas personas' },
  { value: 'empty', label: 'Sin cifra' },
];
const text = (name: string, title: string): TableField => ({ name, title, type: 'string' });
const number = (name: string, title: string): TableField => ({
  name,
  title,
  type: 'number',
  decimalChar: ',',
});
const count = (name: string, title: string): TableField => ({ name, title, type: 'integer' });
const state = (name: string, title: string): TableField => ({
  name,
  title,
  type: 'string',
  categories: states,
});

const comparisonFields: TableField[] = [
  text('clave', words.key),
  text('indicador', words.indicator),
  text('grupo', words.group),
  text('unidad', words.unit),
  ...(['base', 'seguimiento'] as const).flatMap((side) => {
    const title = side === 'base' ? words.baseline : words.followUp;
    return [
      text(`${side}_medicion`, `${title}: ${words.wave}`),
      state(`${side}_estado`, `${title}: ${words.status}`),
      count(`${side}_n`, `${title}: ${words.n}`),
      number(`${side}_valor`, `${title}: ${words.value}`),
      number(`${side}_inferior`, `${title}: ${words.lower}`),
      number(`${side}_superior`, `${title}: ${words.upper}`),
    ];
  }),
  state('cambio_estado', `${words.change}: ${words.status}`),
  number('cambio', words.change),
  number('cambio_inferior', `${words.change}: ${words.lower}`),
  number('cambio_superior', `${words.change}: ${words.upper}`),
  text('metodo', words.method),
];

/** The rows of a comparison, one a group and follow-up, shares from 0 to 1. */
export function comparisonTable(title: string, result: ComparisonResult): DataTable {
  const rows = result.rows.flatMap((row) => row.changes.map((change) => comparisonRow(result, row, change)));
  return { title, fields: comparisonFields, rows };
}

function comparisonRow(result: ComparisonResult, row: ComparisonRow, change: ChangeResult): CsvCell[] {
  const indicator = result.indicators.find(({ id }) => id === row.indicatorId);
  const isShown = change.status === 'shown';
  return [
    comparisonKey(row, change.followUpWaveId),
    indicator?.name ?? row.indicatorId,
    keyLabel(row.key, locale),
    indicator?.unit ?? '',
    ...waveCells(result, change.baseline),
    ...waveCells(result, change.followUp),
    change.status,
    isShown ? change.change : null,
    isShown ? (change.interval?.lower ?? null) : null,
    isShown ? (change.interval?.upper ?? null) : null,
    methodName(change.method, locale),
  ];
}

function waveCells({ waves }: ComparisonResult, cell: WaveCell): CsvCell[] {
  const isShown = cell.status === 'shown';
  return [
    waves.find(({ id }) => id === cell.waveId)?.name ?? cell.waveId,
    cell.status,
    isShown ? cell.n : null,
    isShown ? cell.estimate : null,
    isShown ? (cell.interval?.lower ?? null) : null,
    isShown ? (cell.interval?.upper ?? null) : null,
  ];
}

const measurementFields: TableField[] = [
  text('clave', words.key),
  text('que_dice', words.measure),
  text('de_que', words.label),
  text('periodo', words.period),
  text('momento', words.phase),
  text('medicion', words.wave),
  state('estado', words.status),
  number('valor', words.value),
  text('unidad', words.unit),
  number('n', words.n),
  number('contadas', words.numerator),
  number('inferior', words.lower),
  number('superior', words.upper),
  text('metodo', words.method),
];

/** Every figure of a measurement under its lasting name, shares from 0 to 1. */
export function measurementTable(title: string, result: MeasurementResult): DataTable {
  return {
    title,
    fields: measurementFields,
    rows: result.figures.map((figure) => figureRow(result, figure)),
  };
}

function figureRow({ waves }: MeasurementResult, figure: MeasurementFigure): CsvCell[] {
  const isShown = figure.status === 'shown';
  const { phase } = figure;
  return [
    figure.key,
    measureName(figure.measure, locale),
    figure.of.join(', '),
    figure.period ?? '',
    phase === null ? '' : phase === 'before' ? 'antes' : 'después',
    waves.find(({ id }) => id === figure.waveId)?.name ?? '',
    figure.status,
    isShown ? figure.value : null,
    figure.unit,
    isShown ? figure.n : null,
    isShown ? figure.numerator : null,
    isShown ? (figure.interval?.lower ?? null) : null,
    isShown ? (figure.interval?.upper ?? null) : null,
    figure.method === null ? '' : measurementMethod(figure.method, locale),
  ];
}

/** Names a row of a comparison's table by ids and values, as a figure of a measurement is named. */
function comparisonKey(
  { indicatorId, key }: Pick<ComparisonRow, 'indicatorId' | 'key'>,
  followUp: string,
): string {
  const groups = key.map(({ variableId, value }) => `group:${variableId}=${value ?? ''}`);
  return [`indicator:${indicatorId}`, ...groups, `wave:${followUp}`].join('/');
}

/** The row of a table that a link points at. */
export function keyOfLink(link: EvidenceLink): string {
  return link.kind === 'measurement' ? link.figureKey : comparisonKey(link, link.followUpWaveId);
}

import type { CellValue, CleaningEntry } from '../../../shared/domain/cleaning';
import type { Instrument, Variable } from '../../../shared/domain/instrument';
import type { Receipt, Wave } from '../../../shared/domain/wave';
import { optionsOf } from '../comparison/groups';
import { csvCell } from '../waves/export-set-aside';
import { withAnswersOfLog } from './cleaning-store';

const kinds = {
  recode: 'recodificación',
  merge: 'unión de respuestas',
  cell: 'corrección de una celda',
} as const satisfies Record<CleaningEntry['change']['kind'], string>;

const headers = [
  'cuándo',
  'quién',
  'qué',
  'alcance',
  'medición',
  'fila',
  'persona',
  'variable',
  'antes',
  'antes (etiqueta)',
  'después',
  'después (etiqueta)',
  'motivo',
  'celdas',
];

/**
 * The cleaning log as CSV for Excel in Chile, one row an entry and wave: values as they
 * are stored, and the labels of answers beside them. A missing value is an empty cell.
 */
export function cleaningCsv(
  instrument: Instrument,
  entries: readonly CleaningEntry[],
  waves: readonly { wave: Wave; receipt: Receipt }[],
): string {
  const rows = entries.flatMap((entry) => {
    const found = instrument.variables.find(({ id }) => id === entry.variableId);
    const variable = found && withAnswersOfLog(found, entries);
    return waves.flatMap(({ wave, receipt }) => {
      const outcome = receipt.replayed.find(({ cleaningId }) => cleaningId === entry.id);
      return outcome ? [rowOf(entry, variable, wave, outcome.cells)] : [];
    });
  });
  return `\uFEFF${[headers, ...rows].map((cells) => cells.map(csvCell).join(';')).join('\r\n')}\r\n`;
}

function rowOf(entry: CleaningEntry, variable: Variable | undefined, wave: Wave, cells: number): string[] {
  const { change } = entry;
  const isCell = change.kind === 'cell';
  const before = change.from;
  const after = change.kind === 'merge' ? change.to.value : change.to;
  return [
    entry.at,
    entry.who,
    kinds[change.kind],
    entry.scope === 'wave' ? 'esta medición' : 'todas las mediciones',
    wave.name,
    isCell ? String(change.line) : '',
    isCell ? (change.person ?? '') : '',
    variable?.label ?? '',
    stored(variable, before),
    labelled(variable, before),
    stored(variable, after),
    labelled(variable, after),
    entry.reason,
    String(cells),
  ];
}

const answerJoiner = ' · ';

function stored(variable: Variable | undefined, value: CellValue): string {
  if (value === null) return '';
  if (Array.isArray(value)) return value.join(answerJoiner);
  return variable?.type === 'decimal' ? value.replace('.', ',') : value;
}

/** The answers in the words of the instrument; empty where the variable has no list of answers. */
function labelled(variable: Variable | undefined, value: CellValue): string {
  if (value === null || !variable) return '';
  const options = optionsOf(variable);
  if (options.length === 0) return '';
  const labelOf = (answer: string): string =>
    options.find((option) => option.value === answer)?.label ?? answer;
  return Array.isArray(value) ? value.map(labelOf).join(answerJoiner) : labelOf(value);
}

import type { CellValue, CleaningEntry } from '../../../shared/domain/cleaning';
import type { Instrument, Variable } from '../../../shared/domain/instrument';
import type { Receipt, Wave } from '../../../shared/domain/wave';
import { csvCell } from '../waves/export-set-aside';

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
  'después',
  'motivo',
  'celdas',
];

/** The cleaning log as CSV for Excel in Chile, one row an entry and wave; a missing value is an empty cell. */
export function cleaningCsv(
  instrument: Instrument,
  entries: readonly CleaningEntry[],
  waves: readonly { wave: Wave; receipt: Receipt }[],
): string {
  const rows = entries.flatMap((entry) => {
    const variable = instrument.variables.find(({ id }) => id === entry.variableId);
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
    written(variable, before),
    written(variable, after),
    entry.reason,
    String(cells),
  ];
}

function written(variable: Variable | undefined, value: CellValue): string {
  if (value === null) return '';
  if (Array.isArray(value)) return value.join(' · ');
  if (variable?.type === 'decimal') return value.replace('.', ',');
  if (variable?.type === 'boolean') return value === 'true' ? 'Sí' : 'No';
  return value;
}

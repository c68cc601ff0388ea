import fc from 'fast-check';
import type { Delimiter } from '../../shared/domain/dialect';
import type { Table, Writing } from './written-table';

const titles = [
  'Código',
  'Nombre',
  'Comuna',
  'Edad',
  'Nota',
  'Fecha',
  '¿Asistió?',
  'Opinión',
  'Señas',
  'Comentario',
  'Región',
  'Puntaje',
  'Año de ingreso',
  'País',
];
const words = [
  'niño',
  'mañana',
  'Ñuñoa',
  'acción',
  'útil',
  'pingüino',
  'árbol',
  'Peñalolén',
  'solo',
  'café',
  'región',
  'fin',
  'lápiz',
  'años',
];
const texts = [
  '',
  'dijo "sí"',
  "it's fine",
  'a; b, c | d',
  'última\tvez',
  'uno\ndos',
  'ñandú & cía',
  ' al borde ',
  'C:\\datos',
  '100 %',
  '50 ^ 2 ~ 3',
  'hora 10:30',
];

type Column = { title: string; cell: fc.Arbitrary<string> };

const number = fc.integer({ min: 0, max: 9999 }).map(String);
const decimal = fc.integer({ min: 0, max: 99_999 }).map((value) => `${Math.floor(value / 10)},${value % 10}`);
const date = fc
  .tuple(
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1990, max: 2024 }),
  )
  .map(([day, month, year]) => `${String(day).padStart(2, '0')}-${String(month).padStart(2, '0')}-${year}`);
const phrase = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 })
  .map((list) => list.join(' '));
const free = fc.oneof({ weight: 3, arbitrary: phrase }, { weight: 1, arbitrary: fc.constantFrom(...texts) });
const orEmpty = (cell: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof({ weight: 9, arbitrary: cell }, { weight: 1, arbitrary: fc.constant('') });

const column = (title: string): fc.Arbitrary<Column> =>
  fc.constantFrom(number, decimal, date, phrase, free).map((cell) => ({ title, cell }));

/**
 * A table as surveys have them: titles without repetition, a number for each row first, then columns of numbers, dates and
 * texts with whatever people type. At least eight rows, so that its dialect can be told from the file alone.
 */
export const anyTable: fc.Arbitrary<Table> = fc
  .shuffledSubarray(titles, { minLength: 2, maxLength: 9 })
  .chain((names) => fc.tuple(...names.map(column)))
  .chain((columns) =>
    fc
      .array(fc.tuple(...columns.map(({ cell }) => orEmpty(cell))), { minLength: 8, maxLength: 40 })
      .map((rows) => ({
        headers: ['N°', ...columns.map(({ title }) => title)],
        rows: rows.map((cells, index) => [String(index + 1), ...cells]),
      })),
  );

const delimiters: Delimiter[] = [',', ';', '\t', '|', ':', ' ', '^', '~', ', ', '; ', '\u001f'];

/** A backslash can be told to escape only where it stands before a quote, so such a table gets one. */
export function withEvidence(table: Table, writing: Writing): Table {
  if (writing.escape === 'doubled') return table;
  const said = `${writing.quote}sí${writing.quote} dijo`;
  return {
    headers: [...table.headers, 'Dicho'],
    rows: table.rows.map((cells, index) => [...cells, index % 5 === 0 ? said : 'nada']),
  };
}

export const anyWriting: fc.Arbitrary<Writing> = fc.record({
  encoding: fc.constantFrom('utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-1', 'macintosh'),
  hasMark: fc.boolean(),
  delimiter: fc.constantFrom(...delimiters),
  quote: fc.constantFrom('"', "'"),
  escape: fc.constantFrom('doubled', 'doubled', 'backslash'),
  quotesAll: fc.boolean(),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  endsWithLineEnd: fc.boolean(),
} as const);

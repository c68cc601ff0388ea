import type { Delimiter, Encoding } from '../../../shared/domain/dialect';
import { encodeText, type Table, type Writing, writeText } from '../../fuzz/written-table';
import type { Polluted } from './pollute';

/** Numbers from 0 to below 1 that a seed fixes (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

type Dice = { below(limit: number): number; one<T>(of: readonly T[]): T; chance(share: number): boolean };

function diceFrom(seed: number): Dice {
  const next = numbersFrom(seed);
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    one: (of) => {
      const found = of[below(of.length)];
      if (found === undefined) throw new Error('nothing to choose from');
      return found;
    },
    chance: (share) => next() < share,
  };
}

const names = ['Ana Muñoz', 'José Peña', 'Rosa Quispe', 'Lucía Ñancupil', 'Óscar Vega', 'Inés Araya', 'Luis'];
const towns = ['Ñuñoa', 'Temuco', 'Peñalolén', 'Los Ángeles', 'Coquimbo', 'Arica', 'Alto Hospicio'];
const scale = ['Muy en desacuerdo', 'En desacuerdo', 'De acuerdo', 'Muy de acuerdo'];
const remarks = [
  '',
  'sin novedad',
  'dijo "sí" dos veces',
  'llegó tarde, sin aviso',
  'primera línea\nsegunda línea',
  "o'higgins 12",
  'a; b; c',
  'a | b',
  '100 % de acuerdo: siempre',
];
const plainRemarks = ['', 'sin novedad', 'llegó tarde', 'vuelve en marzo', 'cambió de curso', 'no responde'];

type Column = { title: string; cell(dice: Dice, row: number): string };

const columns: readonly Column[] = [
  { title: 'Nombre', cell: (dice) => dice.one(names) },
  { title: 'Comuna', cell: (dice) => dice.one(towns) },
  { title: 'Edad', cell: (dice) => String(6 + dice.below(80)) },
  { title: 'Puntaje', cell: (dice) => `${dice.below(70)}.${dice.below(10)}` },
  {
    title: 'Fecha',
    cell: (dice) =>
      `${String(1 + dice.below(28)).padStart(2, '0')}-${String(1 + dice.below(12)).padStart(2, '0')}-2024`,
  },
  { title: 'Hora', cell: (dice) => `${8 + dice.below(10)}:${String(dice.below(60)).padStart(2, '0')}` },
  { title: '¿Se siente parte del curso?', cell: (dice) => dice.one(scale) },
  { title: 'cod_comuna', cell: (dice) => String(1101 + dice.below(900)).padStart(5, '0') },
  { title: 'Monto', cell: (dice) => (dice.chance(0.2) ? '' : String(500 * (1 + dice.below(90)))) },
  { title: 'Enlace', cell: (_dice, row) => `https://ejemplo.cl/ficha/${row}` },
];

/** An invented table of 4 to 9 columns; `isPlain` leaves out what needs quotes. */
function inventTable(dice: Dice, rows: number, isPlain: boolean): Table {
  const own = [...columns].filter(() => dice.chance(0.65));
  const chosen = own.length >= 2 ? own : columns.slice(0, 4);
  const texts = isPlain ? plainRemarks : remarks;
  return {
    headers: ['Folio', ...chosen.map(({ title }) => title), 'Comentario'],
    rows: Array.from({ length: rows }, (_, row) => [
      String(1000 + row),
      ...chosen.map(({ cell }) => cell(dice, row)),
      dice.one(texts),
    ]),
  };
}

const plain: Writing = {
  encoding: 'utf-8',
  hasMark: false,
  delimiter: ',',
  quote: '"',
  escape: 'doubled',
  quotesAll: false,
  lineEnd: '\r\n',
  endsWithLineEnd: true,
};
const delimiters = [
  ',',
  ';',
  '\t',
  '|',
  ', ',
  '||',
  '::',
  ' | ',
  '#',
  '^',
] as const satisfies readonly Delimiter[];
const encodings = ['utf-8', 'windows-1252', 'utf-16le', 'macintosh'] as const satisfies readonly Encoding[];

function inventWriting(dice: Dice): Writing {
  return {
    ...plain,
    delimiter: dice.one(delimiters),
    lineEnd: dice.one(['\n', '\r\n', '\r\n', '\r'] as const),
    endsWithLineEnd: dice.chance(0.7),
    quotesAll: dice.chance(0.25),
    escape: dice.chance(0.15) ? 'backslash' : 'doubled',
  };
}

function cellsOf({ headers, rows }: Table): string[][] {
  return [headers, ...rows];
}

function asFile(name: string, text: string, expected: string[][], damaged: string[][] = []): Polluted {
  return { name, bytes: Buffer.from(text), expected, damaged };
}

type Pollution = { name: string; make(dice: Dice): Omit<Polluted, 'name'> };

function pollution(name: string, make: (dice: Dice) => Polluted): Pollution {
  return { name, make };
}

const pollutions: readonly Pollution[] = [
  pollution('dialect', (dice) => {
    const table = inventTable(dice, 6 + dice.below(40), false);
    const writing = { ...inventWriting(dice), encoding: dice.one(encodings) };
    return {
      name: '',
      bytes: encodeText(writeText(table, writing), writing),
      expected: cellsOf(table),
      damaged: [],
    };
  }),
  pollution('preamble', (dice) => {
    const table = inventTable(dice, 8 + dice.below(30), false);
    const writing = { ...inventWriting(dice), delimiter: dice.one([',', ';', '\t'] as const) };
    const { lineEnd: end, delimiter } = writing;
    const lines = ['Encuesta de convivencia', 'Descargada el 02-07-2024', 'Establecimiento: inventado'].slice(
      0,
      1 + dice.below(3),
    );
    const pad = dice.chance(0.4) ? delimiter.repeat(table.headers.length - 1) : '';
    const before = lines.map((line) => line + pad + end).join('') + (dice.chance(0.5) ? pad + end : '');
    return asFile('', before + writeText(table, writing), cellsOf(table));
  }),
  pollution('footnotes', (dice) => {
    const table = inventTable(dice, 8 + dice.below(30), false);
    const writing = { ...inventWriting(dice), endsWithLineEnd: true };
    const { lineEnd: end } = writing;
    const after = dice.chance(0.5)
      ? `Fuente: datos inventados${end}`
      : `${end}Datos inventados para una prueba${end}Sin valor oficial${end}`;
    return asFile('', writeText(table, writing) + after, cellsOf(table));
  }),
  pollution('second table', (dice) => {
    const table = inventTable(dice, 12 + dice.below(20), false);
    const writing = { ...plain, delimiter: dice.one([',', ';', '\t'] as const) };
    const small = {
      headers: ['Sector', 'Familias'],
      rows: [
        ['Norte', '12'],
        ['Sur', '9'],
        ['Centro', '30'],
      ],
    };
    const [own, other] = [writeText(table, writing), writeText(small, writing)];
    return asFile('', dice.chance(0.5) ? `${other}\r\n${own}` : `${own}\r\n${other}`, cellsOf(table));
  }),
  pollution('whole lines in quotes', (dice) => {
    const table = inventTable(dice, 3 + dice.below(20), false);
    const kept = { ...table, rows: table.rows.filter((cells) => !cells.some((cell) => cell.includes('\n'))) };
    const inner = writeText(kept, {
      ...plain,
      delimiter: dice.one([',', ';', '\t'] as const),
      lineEnd: '\n',
    });
    const lines = inner.split('\n').filter((line) => line !== '');
    const text = lines.map((line) => `"${line.replaceAll('"', '""')}"\r\n`).join('');
    return asFile('', text, cellsOf(kept));
  }),
  pollution('lines in quotes where needed', (dice) => {
    const table = inventTable(dice, 5 + dice.below(20), false);
    const kept = { ...table, rows: table.rows.filter((cells) => !cells.some((cell) => cell.includes('\n'))) };
    const lines = writeText(kept, { ...plain, lineEnd: '\n' })
      .split('\n')
      .filter((line) => line !== '');
    const text = lines
      .map((line) => (/[";]/.test(line) ? `"${line.replaceAll('"', '""')}"\r\n` : `${line}\r\n`))
      .join('');
    return asFile('', text, cellsOf(kept));
  }),
  pollution('aligned to the left', (dice) => aligned(dice, 'left')),
  pollution('aligned to the right', (dice) => aligned(dice, 'right')),
  pollution('database client', (dice) => {
    const table = inventTable(dice, 3 + dice.below(25), true);
    const widths = widthsOf(table);
    const line = (cells: readonly string[]): string =>
      ` ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')}\n`;
    const rule = `-${widths.map((width) => '-'.repeat(width)).join('-+-')}-\n`;
    const rows = table.rows.map(line).join('');
    return asFile('', `${line(table.headers)}${rule}${rows}(${table.rows.length} rows)\n`, cellsOf(table));
  }),
  pollution('Markdown', (dice) => {
    const table = inventTable(dice, 3 + dice.below(25), true);
    const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
    const rule = line(table.headers.map(() => dice.one(['---', ':---', '---:'])));
    return asFile('', line(table.headers) + rule + table.rows.map(line).join(''), cellsOf(table));
  }),
  pollution('quotes not doubled', (dice) => {
    const table = inventTable(dice, 6 + dice.below(30), true);
    const schools = ['Liceo "A" de Arica', 'Escuela "Los Robles"', 'Colegio "B", sede norte', 'Liceo Uno'];
    const rows = table.rows.map((cells) => [...cells, dice.one(schools), '1']);
    const headers = [...table.headers, 'Colegio', 'Versión'];
    const text = [headers, ...rows].map((cells) => `${cells.map((cell) => `"${cell}"`).join(',')}\r\n`);
    return asFile('', text.join(''), [headers, ...rows]);
  }),
  pollution('a lone quote', (dice) => {
    const table = inventTable(dice, 3 + dice.below(12), true);
    const writing = { ...plain, delimiter: dice.one([',', ';'] as const) };
    const row = dice.below(table.rows.length);
    const column = 1 + dice.below(table.headers.length - 1);
    const lines = cellsOf(table).map((cells, index) =>
      cells
        .map((cell, at) => (index === row + 1 && at === column ? `"${cell}` : cell))
        .join(writing.delimiter),
    );
    return {
      name: '',
      bytes: Buffer.from(`${lines.join('\n')}\n`),
      expected: [table.headers, ...table.rows.filter((_, index) => index !== row)],
      damaged: [
        table.rows[row] ?? [],
        (table.rows[row] ?? []).map((cell, at) => (at === column ? `"${cell}` : cell)),
      ],
    };
  }),
  pollution('sub-headings', (dice) => {
    const table = inventTable(dice, 9 + dice.below(30), true);
    const every = 3 + dice.below(4);
    const empty = ','.repeat(table.headers.length - 1);
    const lines = table.rows.flatMap((cells, row) => [
      ...(row % every === 0 ? [`Curso ${1 + row / every}${empty}`] : []),
      cells.join(','),
    ]);
    return asFile('', `${[table.headers.join(','), ...lines].join('\n')}\n`, cellsOf(table));
  }),
  pollution('texts as formulas', (dice) => {
    const table = inventTable(dice, 5 + dice.below(30), true);
    const text = cellsOf(table).map((cells, row) =>
      cells.map((cell, column) => (row > 0 && column === 0 ? `="${cell}"` : cell)).join(';'),
    );
    return asFile('', `${text.join('\r\n')}\r\n`, cellsOf(table));
  }),
  pollution('rows of other lengths', (dice) => {
    const table = inventTable(dice, 12 + dice.below(40), true);
    const delimiter = dice.one([',', ';', '\t'] as const);
    const damaged = new Set([dice.below(table.rows.length), dice.below(table.rows.length)]);
    const lines = table.rows.map((cells, row) => {
      if (!damaged.has(row)) return cells.join(delimiter);
      return dice.chance(0.5) ? [...cells, 'de más'].join(delimiter) : cells.slice(0, -2).join(delimiter);
    });
    return {
      name: '',
      bytes: Buffer.from(`${[table.headers.join(delimiter), ...lines].join('\n')}\n`),
      expected: [table.headers, ...table.rows.filter((_, row) => !damaged.has(row))],
      damaged: table.rows.filter((_, row) => damaged.has(row)),
    };
  }),
  pollution('blank rows and a header again', (dice) => {
    const table = inventTable(dice, 10 + dice.below(30), false);
    const writing = { ...plain, delimiter: dice.one([',', ';'] as const) };
    const [first, second] = [table.rows.slice(0, 5), table.rows.slice(5)];
    const text =
      writeText({ headers: table.headers, rows: first }, writing) +
      (dice.chance(0.5) ? '\r\n' : `${writing.delimiter.repeat(table.headers.length - 1)}\r\n`) +
      writeText(dice.chance(0.5) ? { headers: table.headers, rows: second } : headless(second), writing);
    return asFile('', text, cellsOf(table));
  }),
  pollution('no header', (dice) => {
    const table = inventTable(dice, 10 + dice.below(30), false);
    return asFile('', writeText(headless(table.rows), inventWriting(dice)), table.rows);
  }),
  pollution('few rows', (dice) => {
    const table = inventTable(dice, 1 + dice.below(2), true);
    return asFile(
      '',
      writeText(table, { ...inventWriting(dice), delimiter: dice.one([',', ';'] as const) }),
      cellsOf(table),
    );
  }),
  pollution('empty columns', (dice) => {
    const table = inventTable(dice, 10 + dice.below(20), false);
    const headers = [...table.headers, 'Sin respuesta', 'Firma'];
    const rows = table.rows.map((cells) => [...cells, '', '']);
    return asFile('', writeText({ headers, rows }, inventWriting(dice)), [headers, ...rows]);
  }),
  pollution('two columns of text', (dice) => {
    const rows = Array.from({ length: 4 + dice.below(20) }, () => [dice.one(names), dice.one(towns)]);
    const table = { headers: ['Nombre', 'Comuna'], rows };
    const title = dice.chance(0.5) ? 'Lista de personas\n' : '';
    return asFile('', title + writeText(table, { ...plain, lineEnd: '\n' }), cellsOf(table));
  }),
];

function headless(rows: readonly string[][]): Table {
  const [headers = [], ...rest] = rows;
  return { headers, rows: rest };
}

function widthsOf(table: Table): number[] {
  return table.headers.map((_, column) =>
    Math.max(...cellsOf(table).map((cells) => (cells[column] ?? '').length)),
  );
}

function aligned(dice: Dice, side: 'left' | 'right'): Polluted {
  const table = inventTable(dice, 6 + dice.below(30), true);
  const widths = widthsOf(table);
  const gap = ' '.repeat(2 + dice.below(3));
  const lines = cellsOf(table).map((cells) =>
    cells
      .map((cell, column) =>
        side === 'left' ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join(gap)
      .trimEnd(),
  );
  return asFile('', `${lines.join('\n')}\n`, cellsOf(table));
}

/** For each way of polluting a table, files of invented tables that the seed fixes. */
export function seededFiles(seed: number, each: number): Polluted[] {
  return pollutions.flatMap(({ name, make }, index) =>
    Array.from({ length: each }, (_, turn) => ({
      ...make(diceFrom(seed + index * 1000 + turn)),
      name: `${name} (seed ${seed}, ${turn + 1})`,
    })),
  );
}

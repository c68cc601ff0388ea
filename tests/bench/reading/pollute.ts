import { encodeText, type Table, type Writing, writeText } from '../../fuzz/written-table';

/** A polluted file and the cells that stand in it, header first; null cells of a row that cannot be known. */
export type Polluted = {
  name: string;
  bytes: Buffer;
  expected: string[][];
  /** Rows that the damage itself makes unreadable: giving them back is no gain, leaving them out no loss. */
  damaged: string[][];
};

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

const names = [
  'Ana Muñoz',
  'José Peña',
  'Íñigo Cárdenas',
  'Rosa Quispe',
  'Lucía Ñancupil',
  'Óscar Vega',
  'Inés Araya',
];
const towns = ['Ñuñoa', 'Temuco', 'Peñalolén', 'Los Ángeles', 'Coquimbo'];
const remarks = [
  '',
  'dijo "sí" dos veces',
  'llegó tarde, sin aviso',
  'primera línea\nsegunda línea',
  'sin novedad',
  "o'higgins 12",
  'a; b; c',
];

/** The clean source: invented people of no place, 84 rows by 9 columns, as wide and as long as Pollock's own. */
export function cleanTable(): Table {
  const headers = ['Folio', 'Fecha', 'Hora', 'Nombre', 'Comuna', 'Puntaje', 'Monto', 'Enlace', 'Comentario'];
  const rows = Array.from({ length: 84 }, (_, index) => [
    String(1000 + index),
    `${String((index % 28) + 1).padStart(2, '0')}-${String((index % 12) + 1).padStart(2, '0')}-2023`,
    `${String(8 + (index % 10)).padStart(2, '0')}:${String((index * 7) % 60).padStart(2, '0')}`,
    names[index % names.length] ?? '',
    towns[index % towns.length] ?? '',
    `${(index * 13) % 70}.${index % 10}`,
    String(1500 * ((index % 40) + 1)),
    `https://ejemplo.cl/ficha/${1000 + index}`,
    remarks[index % remarks.length] ?? '',
  ]);
  return { headers, rows };
}

type Change = Partial<Writing>;

function whole(
  name: string,
  table: Table,
  change: Change = {},
  around: { before?: string; after?: string } = {},
): Polluted {
  const writing = { ...plain, ...change };
  const text = `${around.before ?? ''}${writeText(table, writing)}${around.after ?? ''}`;
  return {
    name,
    bytes: encodeText(text, writing),
    expected: [...(table.headers.length > 0 ? [table.headers] : []), ...table.rows],
    damaged: [],
  };
}

/** One row of the text is changed; the row as it was, or as its signs now stand, is what nobody can surely know any more. */
function oneRow(
  name: string,
  table: Table,
  row: number,
  change: (line: string) => string,
  isLost: boolean,
  writing: Writing = plain,
): Polluted {
  const lines = [table.headers, ...table.rows].map((cells) =>
    writeText({ headers: cells, rows: [] }, { ...writing, endsWithLineEnd: false }),
  );
  const position = row + 1;
  const text =
    lines.map((line, index) => (index === position ? change(line) : line)).join(writing.lineEnd) +
    writing.lineEnd;
  const cells = table.rows[row] ?? [];
  return {
    name,
    bytes: encodeText(text, writing),
    expected: [table.headers, ...table.rows.filter((_, index) => index !== row || !isLost)],
    damaged: isLost
      ? [
          cells,
          change(lines[position] ?? '').split(writing.delimiter),
          cells.map((cell, column) => (column === 1 ? `"${cell}` : cell)),
        ]
      : [],
  };
}

/** Every polluted variant of the clean source, with the cells that a reader should give. */
export function pollutedFiles(): Polluted[] {
  const table = cleanTable();
  const withoutHeader: Table = { headers: table.rows[0] ?? [], rows: table.rows.slice(1) };
  const small: Table = {
    headers: ['Sector', 'Familias'],
    rows: [
      ['Norte', '12'],
      ['Sur', '9'],
      ['Centro', '30'],
    ],
  };
  const smallText = writeText(small, plain);
  const files: Polluted[] = [
    whole('clean', table),
    ...([';', '\t', '|', ':', ' ', '^', '~', ', ', '; ', '\u001f'] as const).map((delimiter) =>
      whole(`delimiter ${JSON.stringify(delimiter)}`, table, { delimiter }),
    ),
    whole("quote '", table, { quote: "'" }),
    whole("quote ' everywhere", table, { quote: "'", quotesAll: true }),
    whole('quotes everywhere', table, { quotesAll: true }),
    whole('escape backslash', table, { escape: 'backslash' }),
    whole('escape backslash, quotes everywhere', table, { escape: 'backslash', quotesAll: true }),
    whole('line end LF', table, { lineEnd: '\n' }),
    whole('line end CR', table, { lineEnd: '\r' }),
    whole('no trailing line end', table, { endsWithLineEnd: false }),
    whole('two trailing line ends', table, {}, { after: '\r\n' }),
    ...(['utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-1', 'macintosh'] as const).map((encoding) =>
      whole(`encoding ${encoding}`, table, { encoding }),
    ),
    ...(['utf-8', 'utf-16le', 'utf-16be'] as const).map((encoding) =>
      whole(`encoding ${encoding} with mark`, table, { encoding, hasMark: true }),
    ),
    whole('Excel in Chile', table, { encoding: 'windows-1252', delimiter: ';' }),
    whole('preamble of one line', table, {}, { before: 'Informe de prueba\r\n' }),
    whole(
      'preamble and blank line',
      table,
      {},
      { before: 'Informe de prueba\r\nDescargado el 02-07-2024\r\n\r\n' },
    ),
    whole(
      'preamble with delimiters',
      table,
      {},
      { before: 'Informe de prueba,,,,,,,,\r\nFecha,02-07-2024,,,,,,,\r\n,,,,,,,,\r\n' },
    ),
    whole('footnote', table, {}, { after: 'Fuente: registro de prueba\r\n' }),
    whole(
      'blank line and footnote',
      table,
      {},
      { after: '\r\nDatos inventados para una prueba\r\nSin valor oficial\r\n' },
    ),
    whole('totals row', table, {}, { after: 'Total,,,,,,2500000,,\r\n' }),
    whole('comments', table, {}, { before: '# exportado para una prueba\r\n# versión 2\r\n' }),
    whole('no header', withoutHeader),
    { ...whole('header only', { headers: table.headers, rows: [] }) },
    whole('one data row', { headers: table.headers, rows: table.rows.slice(0, 1) }),
    whole('two data rows', { headers: table.headers, rows: table.rows.slice(0, 2) }),
    whole('one column', {
      headers: ['Comentario'],
      rows: table.rows.map((cells, index) => [`${cells[3]}, de ${cells[4]}; folio ${index}`]),
    }),
    whole('two tables, the smaller first', table, {}, { before: `${smallText}\r\n` }),
    whole('two tables, the smaller last', table, {}, { after: `\r\n${smallText}` }),
    whole('two tables without a blank line', table, {}, { after: smallText }),
  ];
  const groups = ['Identificación', '', '', 'Persona', '', 'Resultado', '', 'Otros', ''];
  const joined = [
    'Identificación',
    'Identificación',
    'Identificación',
    'Persona',
    'Persona',
    'Resultado',
    'Resultado',
    'Otros',
    'Otros',
  ].map((group, index) => `${group} - ${table.headers[index]}`);
  files.push({
    ...whole('header of two rows', table, {}, { before: `${groups.join(',')}\r\n` }),
    expected: [joined, ...table.rows],
  });
  const lower = [
    'folio',
    'dd-mm-aaaa',
    'hh:mm',
    'nombre y apellido',
    'residencia',
    '0 a 70',
    'pesos',
    'dirección web',
    'texto libre',
  ];
  files.push({
    ...whole('header of two full rows', { headers: table.headers, rows: [lower, ...table.rows] }),
    expected: [table.headers.map((title, index) => `${title} - ${lower[index]}`), ...table.rows],
  });
  files.push({
    ...whole(
      'further right and lower down',
      { headers: ['', '', ...table.headers], rows: table.rows.map((cells) => ['', '', ...cells]) },
      {},
      { before: ',,,,,,,,,,\r\n' },
    ),
    expected: [table.headers, ...table.rows],
  });
  const half = writeText({ headers: table.headers, rows: table.rows.slice(0, 40) }, plain);
  const rest = writeText({ headers: table.headers, rows: table.rows.slice(40) }, plain);
  files.push({
    name: 'header repeated in the middle',
    bytes: Buffer.from(half + rest),
    expected: [table.headers, ...table.rows],
    damaged: [],
  });
  const mixedEnds = writeText(table, plain)
    .split('\r\n')
    .map((line, index) => line + (index % 3 === 0 ? '\n' : '\r\n'))
    .join('')
    .replace(/(\r?\n)\r?\n$/, '$1');
  files.push({
    name: 'mixed line ends',
    bytes: Buffer.from(mixedEnds),
    expected: [table.headers, ...table.rows],
    damaged: [],
  });
  const commented = writeText(table, plain)
    .split('\r\n')
    .flatMap((line, index) => (index === 20 || index === 50 ? ['# pausa, revisado', line] : [line]))
    .join('\r\n');
  files.push({
    name: 'comments in the middle',
    bytes: Buffer.from(commented),
    expected: [table.headers, ...table.rows],
    damaged: [],
  });
  const nul = Buffer.from(writeText(table, plain).replace('Coquimbo', 'Coqu\0imbo'));
  files.push({
    name: 'zero byte inside a cell',
    bytes: nul,
    expected: [table.headers, ...table.rows],
    damaged: [],
  });
  const lines = writeText(table, plain).split('\r\n');
  const mixed = Buffer.concat(
    lines.map((line, index) =>
      encodeText(index === lines.length - 1 ? line : `${line}\r\n`, {
        encoding: index === 34 ? 'windows-1252' : 'utf-8',
        hasMark: false,
      }),
    ),
  );
  files.push({
    name: 'one line in another encoding',
    bytes: mixed,
    expected: [table.headers, ...table.rows],
    damaged: [],
  });
  for (const row of [0, 23, 83]) {
    files.push(
      oneRow(`row ${row}: a delimiter missing`, table, row, (line) => line.replace(',', ''), true),
      oneRow(`row ${row}: a delimiter too many`, table, row, (line) => line.replace(',', ',,'), true),
      oneRow(`row ${row}: a delimiter too many at its end`, table, row, (line) => `${line},`, true),
      oneRow(`row ${row}: another delimiter`, table, row, withSemicolons, losesCells(table, row)),
      oneRow(`row ${row}: a quote too many`, table, row, (line) => line.replace(',', ',"'), true),
    );
  }
  files.push(
    oneRow('row 1: a quote missing', table, 1, (line) => line.replace(/"$/, ''), true),
    oneRow('row 1: quotes not doubled', table, 1, (line) => line.replaceAll('""', '"'), false),
    oneRow('row 2: quotes missing around a delimiter', table, 2, (line) => line.replaceAll('"', ''), true),
  );
  return files;
}

/** The line with semicolons between its cells, and the commas inside them left alone. */
function withSemicolons(line: string): string {
  return line.replace(/("(?:[^"]|"")*")|,/g, (_found, quoted: string | undefined) => quoted ?? ';');
}

/** True for a row that nobody can put together again once its commas are semicolons: a text goes over two lines or holds one. */
function losesCells({ rows }: Table, row: number): boolean {
  return rows[row]?.some((cell) => /[\n;]/.test(cell)) ?? false;
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readWithoutHints } from '../../fuzz/reading';
import { startTestEngine, type TestEngine } from '../../support/engine';
import { failureOf } from '../../support/import';

describe('text tables as they are read', () => {
  let test: TestEngine;
  beforeAll(async () => {
    test = await startTestEngine();
    await test.client.call('project.create', { name: 'Tablas', fileId: null });
  });
  afterAll(() => test.close());

  async function table(content: string | Uint8Array, corrections: object = {}) {
    const fileId = await test.stage('tabla.csv', content);
    return test.client.call('import.table', { fileId, corrections, offset: 0, limit: 1000 });
  }
  function rows(count: number, line: (index: number) => string): string {
    return Array.from({ length: count }, (_, index) => `${line(index)}\n`).join('');
  }
  const codes = (found: { notices: { code: string }[] }) => found.notices.map(({ code }) => code);

  it('tells Mac Roman from Windows-1252 by the letters that result', async () => {
    const content = Buffer.concat([
      Buffer.from('a;b\nni'),
      Buffer.from([0x96]),
      Buffer.from('o;acci'),
      Buffer.from([0x97]),
      Buffer.from('n\nx;y\n'),
    ]);
    const found = await table(content);
    expect(found.dialect.encoding).toBe('macintosh');
    expect(found.rows[0]?.cells).toEqual(['niño', 'acción']);
  });

  it('decodes one line in Windows-1252 by itself, and says which', async () => {
    const good = rows(40, (index) => `${index};niño ñandú`);
    const found = await table(
      Buffer.concat([
        Buffer.from(`id;texto\n${good}`),
        Buffer.from('99;ma\u00f1ana\n', 'latin1'),
        Buffer.from('100;fin\n'),
      ]),
    );
    expect(found.rows[40]).toEqual({ line: 42, cells: ['99', 'mañana'] });
    expect(found.setAsideTotal).toBe(0);
    expect(found.notices).toContainEqual(
      expect.objectContaining({
        code: 'mixed-encodings',
        details: { encoding: 'windows-1252', main: 'utf-8', count: 1 },
        lines: [42],
      }),
    );
  });

  it('announces letters encoded twice, and mends them only when told to', async () => {
    const content = `id;texto\n${rows(10, (index) => `${index};ni${index < 3 ? '\u00c3\u00b1' : 'ñ'}o`)}`;
    const before = await table(content);
    expect(before.notices).toContainEqual(
      expect.objectContaining({ code: 'double-encoding', details: { cells: 3 }, lines: [2, 3, 4] }),
    );
    expect(before.rows[0]?.cells[1]).toBe('ni\u00c3\u00b1o');
    const after = await table(content, { repairsDoubleEncoding: true });
    expect(after.rows.map(({ cells }) => cells[1])).toEqual(Array.from({ length: 10 }, () => 'niño'));
  });

  it('takes zero bytes out of cells and says from which lines', async () => {
    const found = await table('a;b\nu\0no;1\ndos;2\ntr\0\0es;3\n');
    expect(found.rows.map(({ cells }) => cells[0])).toEqual(['uno', 'dos', 'tres']);
    expect(found.notices).toContainEqual(
      expect.objectContaining({ code: 'zero-bytes-removed', details: { count: 3 }, lines: [2, 4] }),
    );
  });

  it('joins a header of several rows, merged groups extending to the right', async () => {
    const found = await table(
      `;Persona;;Vivienda;\nFolio;Edad;Sexo;Tipo;Piezas\n${rows(9, (index) => `${index};${20 + index};F;Casa;${index % 4}`)}`,
    );
    expect(found.dialect).toMatchObject({ headerLine: 1, headerLines: 2, firstDataLine: 3 });
    expect(found.headers).toEqual([
      'Folio',
      'Persona - Edad',
      'Persona - Sexo',
      'Vivienda - Tipo',
      'Vivienda - Piezas',
    ]);
  });

  it('does not take the first row of a file of texts without header for titles', async () => {
    const found = await table(
      rows(30, (index) => `${['Temuco', 'Lautaro', 'Ñuñoa'][index % 3]};${['Sí', 'No'][index % 2]}`),
    );
    expect(found.dialect.headerLine).toBeNull();
    expect(found.total).toBe(30);
  });

  it('sets a header aside that comes again among the data', async () => {
    const half = rows(8, (index) => `${index};x${index}`);
    const found = await table(`id;texto\n${half}id;texto\n${half}`);
    expect(found.total).toBe(16);
    expect(found.setAside).toEqual([{ line: 10, reason: 'repeated-header', cells: ['id', 'texto'] }]);
  });

  it('keeps a person whose first answer is "Total", and sets the row of sums aside', async () => {
    const found = await table(
      'acuerdo;nota;otra\nTotal;;\nParcial;3;4\nTotal;5;\nNada;1;2\nTotal;9;6\n'.replace(
        'Total;9;6',
        'Total;9;',
      ),
    );
    expect(found.setAside.map(({ line, reason }) => [line, reason])).toEqual([[6, 'totals-row']]);
    expect(found.total).toBe(4);
  });

  it('lists several tables, reads the largest, and another when asked', async () => {
    const small = `Sector;Familias\n${rows(3, (index) => `S${index};${index}`)}`;
    const large = `Folio;Edad;Sexo\n${rows(12, (index) => `${index};${index + 20};F`)}`;
    const found = await table(`${small}\n${large}`);
    expect(
      found.tables.map(({ id, kind, firstLine, lastLine, rows: size }) => [
        id,
        kind,
        firstLine,
        lastLine,
        size,
      ]),
    ).toEqual([
      ['block-1', 'block', 1, 4, 3],
      ['block-2', 'block', 6, 18, 12],
    ]);
    expect(found.headers).toEqual(['Folio', 'Edad', 'Sexo']);
    const other = await table(`${small}\n${large}`, { tableId: 'block-1' });
    expect(other.headers).toEqual(['Sector', 'Familias']);
    expect(other.rows.map(({ cells }) => cells)).toEqual([
      ['S0', '0'],
      ['S1', '1'],
      ['S2', '2'],
    ]);
  });

  it('leaves empty columns before the table out', async () => {
    const found = await table(`;;;\n;;Folio;Nota\n${rows(6, (index) => `;;${index};${index}`)}`);
    expect(found.dialect).toMatchObject({ firstColumn: 2, headerLine: 2 });
    expect(found.headers).toEqual(['Folio', 'Nota']);
    expect(found.rows[1]?.cells).toEqual(['1', '1']);
  });

  it('skips comment lines where they are evidently so, and says how many', async () => {
    const found = await table(
      `id,nombre,nota\n1,a,2\n# revisado\n2,b,3\n# segunda pausa, larga\n${rows(20, (index) => `${index + 3},c,4`)}`,
    );
    expect(found.total).toBe(22);
    expect(codes(found)).toContain('comment-lines');
    const hashes = await table(`id,nombre,nota\n${rows(20, (index) => `#${index},c,4`)}`);
    expect(hashes.total).toBe(20);
  });

  it('completes rows whose trailing empty cells were left out in many rows', async () => {
    const found = await table(
      `id,a,b,c\n${rows(24, (index) => [`${index},x,y,z`, `${index},x`, `${index},x,y`][index % 3] ?? '')}`,
    );
    expect(found.total).toBe(24);
    expect(found.rows[1]?.cells).toEqual(['1', 'x', '', '']);
    expect(codes(found)).toContain('short-rows-completed');
  });

  it('shows the lines under the table that it does not read', async () => {
    const fileId = await test.stage(
      'notas.csv',
      `a;b;c\n${rows(5, (index) => `${index};1;2`)}\nFuente: registro\n`,
    );
    const inspection = await test.client.call('import.inspect', { fileId, corrections: {} });
    expect(inspection.footer).toEqual([{ line: 8, text: 'Fuente: registro' }]);
  });

  it('finds the tables of a sheet whose titles and gaps have all the delimiters of a row', async () => {
    const second = ['marzo,1,88', 'abril,4,47', 'mayo,3,70', 'junio,3,22'];
    const text = [
      'Tabla 1. Matrícula,,',
      'Escuela,Matrícula,Migrantes',
      ...Array.from({ length: 12 }, (_, index) => `Escuela ${index},${200 + index},${index}`),
      ',,',
      'Tabla 2. Talleres,,',
      'Mes,Talleres,Asistentes',
      ...second,
      ',,',
      ',,',
      'Tabla 3. Quejas,,',
      'Canal,Cantidad,Resueltas',
      'Oficina,15,15',
      'Web,9,4',
    ].join('\n');
    const fileId = await test.stage('hoja.csv', `${text}\n`);
    const inspection = await test.client.call('import.inspect', { fileId, corrections: {} });
    expect(inspection.tables.map(({ name, rows: count }) => [name, count])).toEqual([
      [expect.stringContaining('Escuela'), 12],
      ['Tabla 2. Talleres', 4],
      ['Tabla 3. Quejas', 2],
    ]);
    expect(inspection.rows).toBe(12);
    const other = await table(`${text}\n`, { tableId: inspection.tables[1]?.id });
    expect(other.rows.map(({ cells }) => cells.join(','))).toEqual(second);
  });

  it('keeps line breaks inside cells whatever ends the rows', async () => {
    const cells = [
      ['id', 'texto'],
      ['1', 'uno\ndos'],
      ['2', 'tres'],
      ['3', 'x'],
      ['4', 'y'],
    ];
    for (const end of ['\n', '\r\n', '\r']) {
      const text = cells.map(([id, word]) => `${id};"${word}"`).join(end) + end;
      expect(await readWithoutHints(test, Buffer.from(text)), JSON.stringify(end)).toEqual(cells);
    }
  });

  it('reads a table of no rows as its header, which an import refuses', async () => {
    expect(await readWithoutHints(test, Buffer.from('a;b;c\n'))).toEqual([['a', 'b', 'c']]);
    const fileId = await test.stage('solo.csv', 'a;b;c\n');
    expect((await failureOf(test.client.call('import.inspect', { fileId, corrections: {} }))).code).toBe(
      'header-only',
    );
  });

  it('gives for every aspect why it was chosen, and ranks the rivals', async () => {
    const fileId = await test.stage('razones.csv', `a;b\n${rows(9, (index) => `${index};x, y`)}`);
    const { evidence } = await test.client.call('import.inspect', { fileId, corrections: {} });
    expect(evidence.map(({ aspect }) => aspect)).toEqual([
      'encoding',
      'delimiter',
      'quote',
      'escape',
      'commentMark',
      'lineEnd',
      'headerLine',
      'headerLines',
      'firstColumn',
      'lastDataLine',
      'decimalMark',
      'dateOrder',
    ]);
    for (const { rivals } of evidence) {
      const scores = rivals.map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((left, right) => right - left));
    }
  });

  it('reads ten thousand columns and refuses more', async () => {
    const wide = (count: number) =>
      rows(4, (row) =>
        Array.from({ length: count }, (_, column) => (row === 0 ? `c${column}` : `${row}`)).join(';'),
      );
    const found = await readWithoutHints(test, Buffer.from(wide(10_000)));
    expect([found.length, found[0]?.length]).toEqual([4, 10_000]);
    expect((await failureOf(table(wide(10_001)))).code).toBe('too-many-columns');
  });
});

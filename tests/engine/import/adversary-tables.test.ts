import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestEngine, type TestEngine } from '../../support/engine';
import { failureOf, importFile } from '../../support/import';

describe('tables that were read wrongly without a word', () => {
  let test: TestEngine;
  beforeAll(async () => {
    test = await startTestEngine();
    await test.client.call('project.create', { name: 'Tablas', fileId: null });
  });
  afterAll(() => test.close());

  async function table(content: string | Uint8Array) {
    const fileId = await test.stage('tabla.csv', content);
    const found = await test.client.call('import.table', { fileId, corrections: {}, offset: 0, limit: 100 });
    return {
      headers: found.headers,
      rows: found.rows.map(({ cells }) => cells),
      notices: found.notices.map(({ code }) => code),
    };
  }

  it.each([
    ['decimal commas', 'promedio', ['5,4', '6,0', '4,3', '7,0']],
    [
      'days with hours',
      'Marca temporal',
      ['05/03/2024 10:20:30', '06/03/2024 11:20:30', '07/03/2024 9:05:00'],
    ],
    ['addresses', 'url', ['http://a.cl:80/1', 'http://a.cl:80/2', 'http://a.cl:80/3']],
    ['surnames first', 'nombre', ['Pérez, Juan', 'Soto, Ana', 'Rojas, Luis']],
    [
      'sentences',
      'comentario',
      ['Bien, pero falta; algo más', 'Mal, pero poco; así así', 'Bueno, en fin; nada más'],
    ],
  ])('keeps one column of %s whole, under its title', async (_what, title, cells) => {
    const { headers, rows } = await table(`${[title, ...cells].join('\n')}\n`);
    expect(headers).toEqual([title]);
    expect(rows).toEqual(cells.map((cell) => [cell]));
  });

  it('still reads two columns under a line that only names the table', async () => {
    const { rows } = await table('Lista de casos\nNombre,Edad\nAna,12\nLuis,13\nEva,14\n');
    expect(rows[0]).toEqual(['Ana', '12']);
  });

  it('takes out the mark with which a second file begins, and its header with it', async () => {
    const text = '\uFEFFid;"texto"\r\n1;a\r\n2;b\r\n\uFEFFid;"texto"\r\n\uFEFF3;c\r\n4;"d\r\ne"\r\n';
    const { rows, notices } = await table(text);
    expect(rows.map(([id]) => id)).toEqual(['1', '2', '3', '4']);
    expect(notices).toContain('marks-inside-removed');
    const { receipt } = await importFile(test, await test.stage('tabla.csv', text));
    expect(receipt).toMatchObject({ rowsRead: 5, rowsKept: 4, rowsSecondCount: 5 });
  });

  it('reads lines that end with three carriage returns and a line feed, the last one aside', async () => {
    const lines = Array.from({ length: 20 }, (_, index) => `${index},x\r\r\r\n`);
    const { rows, notices } = await table(`a,b\r\r\r\n${lines.join('')}20,x\r\n`);
    expect(rows.map(([, cell]) => cell)).toEqual(Array.from({ length: 21 }, () => 'x'));
    expect(notices).toContain('doubled-returns');
  });

  it('reads lines that end with two carriage returns and a line feed', async () => {
    const text = 'a,b\r\r\n1,"x, y"\r\r\n2,z\r\r\n3,w\r\r\n';
    const { headers, rows, notices } = await table(text);
    expect(headers).toEqual(['a', 'b']);
    expect(rows).toEqual([
      ['1', 'x, y'],
      ['2', 'z'],
      ['3', 'w'],
    ]);
    expect(notices).toContain('doubled-returns');
    const { receipt } = await importFile(test, await test.stage('tabla.csv', text));
    expect(receipt).toMatchObject({ rowsRead: 3, rowsKept: 3, rowsSecondCount: 3 });
  });

  it('puts titles above their columns where R wrote names of rows', async () => {
    const { headers, rows, notices } = await table(
      '"mpg","cyl"\n"Mazda RX4",21,6\n"Datsun 710",22.8,4\n"Hornet",21.4,6\n',
    );
    expect(headers).toEqual(['', 'mpg', 'cyl']);
    expect(rows[0]).toEqual(['Mazda RX4', '21', '6']);
    expect(notices).toContain('row-names');
  });

  it('says so where the header has not one title for each cell', async () => {
    const rows = Array.from({ length: 9 }, (_, index) => `0${index + 1}-03-2024,${index},x${index},y\n`).join(
      '',
    );
    expect((await table(`fechaedad,clave,nota\n${rows}`)).notices).toContain('header-width-differs');
    expect((await table(`fecha,,edad,clave,nota\n${rows}`)).notices).toContain('header-width-differs');
    expect((await table(`fecha,edad,clave,nota\n${rows}`)).notices).toEqual([]);
  });

  it('finds the header that a delimiter of its own divides', async () => {
    const rows = Array.from({ length: 9 }, (_, index) => `0${index + 1}-03-2024,${index},x${index}\n`).join(
      '',
    );
    const found = await table(`fecha;edad;clave\n${rows}`);
    expect(found.headers).toEqual(['fecha', 'edad', 'clave']);
    expect(found.rows).toHaveLength(9);
  });

  it('loses no row to a quote that opens in the header by mistake', async () => {
    const rows = Array.from({ length: 9 }, (_, index) => `${index},"x, ${index}",z\n`).join('');
    const found = await table(`"id,texto,clave\n${rows}`);
    expect(found.headers).toEqual(['"id', 'texto', 'clave']);
    expect(found.rows).toHaveLength(9);
  });

  it('does not take signatures under the table for people', async () => {
    const rows = Array.from({ length: 9 }, (_, index) => `${index};Ana;F;${10 + index};x;y\n`).join('');
    const found = await table(
      `id;nombre;sexo;edad;a;b\n${rows};;;;;\n;;_________;;_________;\n;;Directora;;Jefe DAEM;\n`,
    );
    expect(found.rows).toHaveLength(9);
    expect(found.notices).toContain('lines-below');
  });

  it('imports a file that is filled up with zero bytes, and one cut inside a letter', async () => {
    const filled = Buffer.concat([Buffer.from(`a;b\n${'1;xyz\n'.repeat(400)}`), Buffer.alloc(64)]);
    const first = await importFile(test, await test.stage('a.csv', filled));
    expect(first.receipt).toMatchObject({ rowsRead: 400, rowsKept: 400, rowsSecondCount: 400 });
    const cut = Buffer.concat([Buffer.from('\uFEFFa;b\r\n1;x\r\n2;y\r\n', 'utf16le'), Buffer.from('z')]);
    const second = await importFile(test, await test.stage('b.csv', cut));
    expect(second.receipt).toMatchObject({ rowsRead: 3, rowsKept: 2, rowsSecondCount: 3 });
  });

  it('names a folder, and a file with nothing but a mark, for what they are', async () => {
    const folder = await failureOf(
      test.client.call('import.propose', { fileId: await test.grant(test.folder), corrections: {} }),
    );
    expect(folder).toMatchObject({ code: 'file-unsupported', details: { kind: 'folder' } });
    const mark = await test.stage('marca.csv', '\uFEFF');
    const empty = await failureOf(test.client.call('import.propose', { fileId: mark, corrections: {} }));
    expect(empty.code).toBe('file-empty');
  });
});

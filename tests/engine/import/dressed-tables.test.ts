import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestEngine, type TestEngine } from '../../support/engine';
import { failureOf, importFile, storedRows } from '../../support/import';

const fixtures = path.join(import.meta.dirname, '../../fixtures/import/printed');

describe('tables whose lines hide their rows', () => {
  let test: TestEngine;
  beforeAll(async () => {
    test = await startTestEngine();
    await test.client.call('project.create', { name: 'Tablas', fileId: null });
  });
  afterAll(() => test.close());

  async function table(content: string | Uint8Array, corrections = {}) {
    const fileId = await test.stage('tabla.csv', content);
    const found = await test.client.call('import.table', { fileId, corrections, offset: 0, limit: 100 });
    return {
      headers: found.headers,
      rows: found.rows.map(({ cells }) => cells),
      lines: found.rows.map(({ line }) => line),
      setAside: found.setAside.map(({ line, reason }) => [line, reason]),
      notices: found.notices.map(({ code, details }) => [code, details.count ?? null]),
    };
  }
  const people = [
    ['1', 'Muñoz, Ana', 'Temuco'],
    ['2', 'Eva', 'Arica'],
    ['3', 'Luis', 'Los "Ríos"'],
  ];
  const wrapped =
    '"id,nombre,comuna"\r\n"1,""Muñoz, Ana"",Temuco"\r\n"2,Eva,Arica"\r\n"3,Luis,""Los """"Ríos"""""""\r\n';

  it('reads the table inside lines that stand in quotes as a whole, and says so', async () => {
    const { headers, rows, lines, notices } = await table(wrapped);
    expect(headers).toEqual(['id', 'nombre', 'comuna']);
    expect(rows).toEqual(people);
    expect(lines).toEqual([2, 3, 4]);
    expect(notices).toEqual([['lines-unwrapped', 4]]);
  });

  it('says in its evidence that whole lines were quoted, and offers the single column', async () => {
    const fileId = await test.stage('tabla.csv', wrapped);
    const { evidence } = await test.client.call('import.inspect', { fileId, corrections: {} });
    const found = evidence.find(({ aspect }) => aspect === 'delimiter');
    expect(found).toMatchObject({ chosen: ',', why: 'whole-lines-quoted', details: { lines: 4, fields: 3 } });
    const { rows } = await table(wrapped, { delimiter: found?.rivals[0]?.value });
    expect(rows[1]).toEqual(['2,Eva,Arica']);
  });

  it('imports them with the sum of rows right, again after the plan was made', async () => {
    const { receipt } = await importFile(test, await test.stage('tabla.csv', wrapped));
    expect(receipt).toMatchObject({ rowsRead: 3, rowsKept: 3, rowsSecondCount: 3 });
  });

  it('unwraps only the lines that are wrapped, as Excel writes those with quotes of their own', async () => {
    const { rows } = await table('id,nombre,comuna\n"1,""Muñoz, Ana"",Temuco"\n2,Eva,Arica\n3,Luis,Lota\n');
    expect(rows.map(([, name]) => name)).toEqual(['Muñoz, Ana', 'Eva', 'Luis']);
  });

  it.each([
    ['sentences', '"opinión"\n"bueno, bonito, barato"\n"malo, feo, caro"\n"nada, de, nada"\n'],
    ['sentences with one comma', '"Comentario"\n"hola, que tal"\n"bien, gracias"\n"sí, claro"\n'],
  ])('leaves one column of %s in quotes as it is', async (_what, text) => {
    const { headers, notices } = await table(text);
    expect(headers).toHaveLength(1);
    expect(notices).toEqual([]);
  });

  it.each([
    ['print-data-frame.txt', ''],
    ['print-left.txt', ''],
  ])('divides what R prints (%s) by the places of its columns', async (name, first) => {
    const { headers, rows, notices } = await table(readFileSync(path.join(fixtures, name)));
    expect(headers).toEqual([first, 'id', 'nombre', 'comuna', 'puntaje']);
    expect(rows).toEqual([
      ['1', '1', 'Ana Muñoz', 'Temuco', '1.50'],
      ['2', '2', 'José Peña P', 'Arica', 'NA'],
      ['3', '13', 'Rosa Quispe', 'Lota', '3.00'],
      ['4', '14', 'Eva Araya', 'Los Ángeles', '100.25'],
    ]);
    expect(notices).toEqual([['columns-aligned', null]]);
  });

  it('keeps empty cells and full codes of columns of fixed width in their place', async () => {
    const { rows } = await table(
      [
        'folio nombre          comuna       puntaje',
        '00001 Ana Muñoz       Temuco          12,5',
        '00002 José Peña       Los Ángeles      3,0',
        '00003                 Arica          100,0',
      ].join('\n'),
    );
    expect(rows).toEqual([
      ['00001', 'Ana Muñoz', 'Temuco', '12,5'],
      ['00002', 'José Peña', 'Los Ángeles', '3,0'],
      ['00003', '', 'Arica', '100,0'],
    ]);
  });

  it('sets a line aside that does not keep to the columns', async () => {
    const { rows, setAside } = await table(
      `nombre      edad   comuna\n${'Ana         12     Temuco\n'.repeat(400)}Una persona de nombre largo 13\n`,
    );
    expect(rows).toHaveLength(100);
    expect(setAside).toEqual([[402, 'short-row']]);
  });

  it.each([
    ['psql', ' id |  nombre   \n----+-----------\n  1 | Ana Muñoz\n  2 | \n(2 rows)\n'],
    [
      'MySQL',
      '+----+-----------+\n| id | nombre    |\n+----+-----------+\n|  1 | Ana Muñoz |\n|  2 |           |\n+----+-----------+\n',
    ],
    ['Markdown', '| id | nombre |\n|---:|:-------|\n| 1 | Ana Muñoz |\n| 2 |  |\n'],
    [
      'SQL Server',
      'id   nombre    \n---- ----------\n   1 Ana Muñoz \n   2           \n\n(2 rows affected)\n',
    ],
  ])('reads a table as %s draws it, without its lines', async (_who, text) => {
    const { headers, rows } = await table(text);
    expect(headers).toEqual(['id', 'nombre']);
    expect(rows.slice(0, 2)).toEqual([
      ['1', 'Ana Muñoz'],
      ['2', ''],
    ]);
  });

  it.each(['||', '::', ' | ', '#', ', '])('divides cells by %j', async (delimiter) => {
    const cells = [
      ['id', 'nombre', 'n'],
      ['1', 'Ana', '3'],
      ['2', 'Eva', '4'],
      ['3', 'Luis', '5'],
    ];
    const { headers, rows } = await table(cells.map((row) => `${row.join(delimiter)}\n`).join(''));
    expect([headers, ...rows]).toEqual(cells);
  });
});

describe('quotes that break the rules', () => {
  let test: TestEngine;
  beforeAll(async () => {
    test = await startTestEngine();
    await test.client.call('project.create', { name: 'Comillas', fileId: null });
  });
  afterAll(() => test.close());

  async function table(text: string) {
    const fileId = await test.stage('tabla.csv', text);
    return test.client.call('import.table', { fileId, corrections: {}, offset: 0, limit: 100 });
  }

  it('reads quotes inside quoted texts where the row works out in one way only, and counts them', async () => {
    const { rows, notices, setAsideTotal } = await table(
      'id,colegio,n\n1,"Liceo "A" de Arica",5\n2,"Escuela "Los Robles"",6\n3,"Liceo "B", Lota",7\n4,"Normal, sí",8\n5,""Quinto" colegio",9\n',
    );
    expect(rows.map(({ cells }) => cells[1])).toEqual([
      'Liceo "A" de Arica',
      'Escuela "Los Robles"',
      'Liceo "B", Lota',
      'Normal, sí',
      '"Quinto" colegio',
    ]);
    expect(setAsideTotal).toBe(0);
    expect(notices).toMatchObject([
      { code: 'inner-quotes-repaired', details: { count: 4 }, lines: [2, 3, 4, 6] },
    ]);
  });

  it('sets a row aside whose cells side by side could be one', async () => {
    const { rows, setAside } = await table(
      'id,a,b\n1,"x","y"\n2,"Liceo "A","B" y C",z\n3,"x","y"\n4,"x","y"\n5,"x","y"\n',
    );
    expect(rows.map(({ cells }) => cells[0])).toEqual(['1', '3', '4', '5']);
    expect(setAside.map(({ line }) => line)).toEqual([3]);
  });

  it.each([
    ['in the middle', 'id,nombre,edad\n1,"Ana,23\n2,Eva,30\n3,Luis,40\n', ['2', '3'], [2]],
    [
      'beside sound ones',
      'id,nombre,edad\n1,Ana,23\n2,"Eva,30\n3,Luis,40\n4,"Rosa",50\n5,Pia,60\n',
      ['1', '3', '4', '5'],
      [3],
    ],
    [
      'at the end of a row',
      'id,nombre,obs\n1,Ana,"bien\n2,Eva,mal\n3,Luis,regular\n4,Pia,bien\n',
      ['2', '3', '4'],
      [2],
    ],
    [
      'closed by another stray one',
      'id,nombre,edad\n1,"Ana,23\n2,Eva,30\n3,Luis",40\n4,Rosa,50\n',
      ['2', '4'],
      [2, 4],
    ],
  ])(
    'loses no row below a lone quote %s of a small file, and says where it is',
    async (_where, text, ids, lines) => {
      const { rows, setAside, notices } = await table(text);
      const sound = rows.filter(({ line }) => !lines.includes(line)).map(({ cells }) => cells);
      expect(sound.map(([id]) => id)).toEqual(ids);
      expect(sound.flat().join('')).not.toContain('"');
      const said = [
        ...setAside.filter(({ reason }) => reason === 'unclosed-quote').map(({ line }) => line),
        ...notices.filter(({ code }) => code === 'stray-quotes').flatMap((notice) => notice.lines),
      ];
      expect(said.sort()).toEqual(lines);
    },
  );

  it('still reads a cell of several lines that hold delimiters', async () => {
    const { rows } = await table('id,obs,n\n1,"uno, dos\ntres, cuatro",2\n2,x,3\n3,y,4\n');
    expect(rows[0]?.cells).toEqual(['1', 'uno, dos\ntres, cuatro', '2']);
  });
});

describe('rows and cells that are not what they look like', () => {
  let test: TestEngine;
  beforeAll(async () => {
    test = await startTestEngine();
    await test.client.call('project.create', { name: 'Filas', fileId: null });
  });
  afterAll(() => test.close());

  async function table(text: string) {
    const fileId = await test.stage('tabla.csv', text);
    return test.client.call('import.table', { fileId, corrections: {}, offset: 0, limit: 100 });
  }
  const codes = (found: Awaited<ReturnType<typeof table>>) => found.notices.map(({ code }) => code);

  it.each([
    ['codes', 'rut;nombre;puntaje\nEscuela 1;;\n1;Ana;3\n2;Eva;4\nLiceo Dos;;\n3;Luis;5\n', [2, 5]],
    ['names', 'nombre;n;x\nCurso 1;;\nAna;3;a\nCurso 2;;\nLuis;5;a\nCurso 3;;\nRosa;7;a\n', [2, 4, 6]],
  ])('sets sub-headings aside among %s', async (_what, text, lines) => {
    const found = await table(text);
    expect(found.setAside.map(({ line, reason }) => [line, reason])).toEqual(
      lines.map((line) => [line, 'sub-heading']),
    );
    expect(found.notices).toContainEqual(
      expect.objectContaining({ code: 'sub-headings', details: { count: lines.length }, lines }),
    );
  });

  it('keeps people of whom only the identifier is known', async () => {
    const found = await table('id;a;b\n1;x;3\n2;;\n3;y;4\n4;;\n5;z;5\n');
    expect(found.total).toBe(5);
    expect(codes(found)).toEqual([]);
  });

  it('keeps people of whom only the name is known, and says how many rows that is', async () => {
    const found = await table('nombre;n;x\nJosé Pérez;;\nAna;3;a\nPedro Soto;;\nLuis;5;a\nRosa;7;a\n');
    expect(found.total).toBe(5);
    expect(codes(found)).toEqual(['perhaps-sub-headings']);
  });

  it('takes the marks of text off figures, and leaves every other formula as it is written', async () => {
    const found = await table('id,cut,x\n1,="05301",=1+2\n2,="05302",=HYPERLINK("a")\n3,="00123",5\n');
    expect(found.rows.map(({ cells }) => cells)).toEqual([
      ['1', '05301', '=1+2'],
      ['2', '05302', '=HYPERLINK("a")'],
      ['3', '00123', '5'],
    ]);
    expect(found.notices).toMatchObject([
      { code: 'text-marks-removed', details: { count: 3 }, lines: [2, 3, 4] },
    ]);
  });

  it('takes apostrophes off a column of figures, not off names', async () => {
    const found = await table("id,cut,x\n1,'05301,'ndrangheta\n2,'05302,b\n3,'00123,c\n");
    expect(found.rows.map(({ cells }) => cells.slice(1))).toEqual([
      ['05301', "'ndrangheta"],
      ['05302', 'b'],
      ['00123', 'c'],
    ]);
  });

  it('reads two columns of text below a title', async () => {
    const found = await table('Lista de personas\nNombre, Comuna\nAna, Temuco\nEva, Arica\nLuis, Lota\n');
    expect(found.headers).toEqual(['Nombre', 'Comuna']);
    expect(found.rows[0]?.cells).toEqual(['Ana', 'Temuco']);
  });

  it('keeps a latitude and a longitude under one title in one cell', async () => {
    const found = await table('ubicación\n-33.45,-70.66\n-33.50,-70.60\n-36.8,-73.05\n');
    expect(found.headers).toEqual(['ubicación']);
    expect(found.rows[0]?.cells).toEqual(['-33.45,-70.66']);
  });

  it('leaves the titles of a table over their columns where places take two', async () => {
    const found = await table('id,ubicación\n1,-33.45,-70.66\n2,-33.50,-70.60\n3,-36.8,-73.05\n');
    expect(found.headers).toEqual(['id', 'ubicación', '']);
    expect(codes(found)).toEqual(['header-width-differs']);
  });

  it.each([
    ['a list', '[{"id":1,"n":"a"},{"id":2,"n":"b"}]\n'],
    ['an object a line', '{"id":1,"n":"a"}\n{"id":2,"n":"b"}\n'],
    ['an object over several lines', '{\n  "datos": [\n    {"id": 1}\n  ]\n}\n'],
  ])('refuses JSON (%s) and says what it is', async (_what, text) => {
    expect(await failureOf(table(text))).toMatchObject({
      code: 'file-unsupported',
      details: { kind: 'json' },
    });
  });

  it('takes the second row of SurveyMonkey for a header in the table too', async () => {
    const found = await table(
      'Respondent ID,Collector ID,Start Date,End Date,IP Address,¿Qué te gusta?,,¿Edad?\n,,,,,Pan,Queso,Open-Ended Response\n1145,33,01/02/2024 10:00:00,01/02/2024 10:05:00,,Pan,,23\n',
    );
    expect(found.headers.slice(5)).toEqual([
      '¿Qué te gusta? - Pan',
      '¿Qué te gusta? - Queso',
      '¿Edad? - Open-Ended Response',
    ]);
    expect(found.total).toBe(1);
  });

  it('proposes months without a day as dates of their first day, and says so', async () => {
    const months = ['marzo 2024', 'Agosto de 2024', 'dic. 2023', 'sept 2024'];
    const text = `id,mes\n${months.map((month, index) => `${index + 1},${month}\n`).join('')}`;
    const fileId = await test.stage('tabla.csv', text);
    const { columns } = await test.client.call('import.inspect', { fileId, corrections: {} });
    expect(columns[1]?.proposal.type).toBe('date');
    expect(columns[1]?.forms).toEqual([
      { form: 'month-only', count: 4, examples: expect.arrayContaining(['marzo 2024']) },
    ]);
    const imported = await importFile(test, fileId);
    const rows = await storedRows(test, imported);
    expect(imported.receipt.columns[1]?.coerced).toContainEqual(
      expect.objectContaining({ from: 'marzo 2024', to: '2024-03-01' }),
    );
    expect(rows.map(({ mes }) => mes)).toEqual(['2024-03-01', '2024-08-01', '2023-12-01', '2024-09-01']);
  });
});

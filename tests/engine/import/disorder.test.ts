import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestEngine, type TestEngine } from '../../support/engine';
import { failureOf, importFile, storedRows } from '../../support/import';

describe('files with disorder', () => {
  let test: TestEngine;

  beforeAll(async () => {
    test = await startTestEngine();
    await test.client.call('project.create', { name: 'Desorden', fileId: null });
  });
  afterAll(() => test.close());

  async function take(text: string | Uint8Array, changes: Parameters<typeof importFile>[2] = {}) {
    return importFile(test, await test.stage('datos.csv', text), changes);
  }
  async function inspect(text: string | Uint8Array, corrections: object = {}) {
    return test.client.call('import.inspect', { fileId: await test.stage('datos.csv', text), corrections });
  }
  function lines(count: number, line: (index: number) => string): string {
    return Array.from({ length: count }, (_, index) => `${line(index)}\n`).join('');
  }

  it('finds the encoding by an ñ that first appears after five million bytes', async () => {
    const head = `nombre;valor\n${lines(400_000, (index) => `persona;${index % 10}`)}`;
    const bytes = Buffer.concat([Buffer.from(head), Buffer.from('mu\u00f1oz;1\n', 'latin1')]);
    expect(bytes.length).toBeGreaterThan(3_500_000);
    const { dialect, columns } = await inspect(bytes);
    expect(dialect.encoding).toBe('windows-1252');
    expect(columns[0]?.topValues).toContainEqual({ value: 'muñoz', count: 1 });
  });

  it('numbers repeated and empty headers apart', async () => {
    const { columns } = await inspect('Nota;Nota;;1er año\n5;6;x;y\n6;7;x;z\n5;5;x;y\n');
    expect(columns.map(({ proposal }) => [proposal.label, proposal.name])).toEqual([
      ['Nota', 'nota'],
      ['Nota (2)', 'nota_2'],
      ['Columna 3', 'columna_3'],
      ['1er año', 'columna_1er_ano'],
    ]);
  });

  it('sets short, long, blank and totals rows aside and says where they stood', async () => {
    const text = `a;b;c\n1;2;3\n4;5\n6;7;8;9\n\n;;\n1;1;1\nTotal;13;\n`;
    const { receipt } = await take(text);
    expect(receipt).toMatchObject({
      rowsRead: 7,
      rowsKept: 2,
      rowsSetAside: 5,
      rowsSecondCount: 7,
      path: 'tolerant',
    });
    expect(receipt.setAside.map(({ line, reason }) => [line, reason])).toEqual([
      [3, 'short-row'],
      [4, 'long-row'],
      [5, 'blank-row'],
      [6, 'blank-row'],
      [8, 'totals-row'],
    ]);
  });

  it('does not read a long row whose last cell is empty as a shifted one', async () => {
    const { receipt } = await take('a;b;c;d\n1;2;x;\n1;2;x;y;\n3;4;z;\n');
    expect(receipt.setAside.map(({ line, reason }) => [line, reason])).toEqual([[3, 'long-row']]);
  });

  it('accepts a trailing delimiter that every row has and the header has not', async () => {
    const { receipt } = await take(`a;b\n${lines(20, (index) => `${index};x;`)}`);
    expect(receipt).toMatchObject({ rowsRead: 20, rowsKept: 20 });
  });

  it('keeps line numbers right after cells with line breaks', async () => {
    const imported = await take('id;nota;texto\n1;5;"uno\ndos\ntres"\n2;6;"x"\n3;seis;y\n4;7;z\n', {
      columns: (column) => (column.header === 'nota' ? { ...column, type: 'integer', options: [] } : column),
    });
    const rows = await storedRows(test, imported);
    expect(rows.map(({ line, texto }) => [line, texto])).toEqual([
      [2, 'uno\ndos\ntres'],
      [5, 'x'],
      [6, 'y'],
      [7, 'z'],
    ]);
    expect(imported.receipt.issues).toEqual([
      { line: 6, header: 'nota', value: 'seis', reason: 'not-a-number' },
    ]);
  });

  it('keeps a quote that never closes as a sign of its text where the line has all its cells', async () => {
    const text = `id;texto;n\n${lines(30, (index) => (index === 9 ? `10;"abierta;5` : `${index + 1};"con; signo";5`))}`;
    const imported = await take(text);
    expect(imported.receipt.setAside).toEqual([]);
    expect(imported.receipt).toMatchObject({ rowsRead: 30, rowsKept: 30, rowsSecondCount: 30 });
    expect(imported.receipt.notices).toContainEqual(
      expect.objectContaining({ code: 'stray-quotes', details: { count: 1 }, lines: [11] }),
    );
    const rows = await storedRows(test, imported);
    expect(rows[9]).toEqual(expect.objectContaining({ texto: '"abierta' }));
  });

  it('loses one line, not the rest of the file, to a quote that never closes', async () => {
    const text = `id;texto;n\n${lines(30, (index) => (index === 9 ? `10;"abierta;y dividida;5` : `${index + 1};"con; signo";5`))}`;
    const imported = await take(text);
    expect(imported.receipt.setAside.map(({ line, reason }) => [line, reason])).toEqual([
      [11, 'unclosed-quote'],
    ]);
    expect(imported.receipt).toMatchObject({ rowsRead: 30, rowsKept: 29, rowsSecondCount: 30 });
  });

  it('loses one line to an unclosed quote when no other quote follows', async () => {
    const imported = await take(`id;texto\n1;a\n2;"b;c\n${lines(20, (index) => `${index + 3};c`)}`);
    expect(imported.receipt.setAside.map(({ line, reason }) => [line, reason])).toEqual([
      [3, 'unclosed-quote'],
    ]);
    expect(imported.receipt.rowsKept).toBe(21);
  });

  it('reads quotes that stand inside a text', async () => {
    const imported = await take(
      'id;texto;n\n1;dijo "hola" y siguió;1\n2;"dijo "chao" y salió";2\n3;"bien ""dicho""";3\n',
    );
    const rows = await storedRows(test, imported);
    expect(rows.map(({ texto }) => texto)).toEqual([
      'dijo "hola" y siguió',
      'dijo "chao" y salió',
      'bien "dicho"',
    ]);
  });

  it('sets rows aside whose letters cannot be read, in a file that is UTF-8 otherwise', async () => {
    const good = lines(40, (index) => `${index};niño ñandú áéí`);
    const bytes = Buffer.concat([
      Buffer.from(`id;texto\n${good}`),
      Buffer.from('99;ma\u00c3ana\n', 'latin1'),
      Buffer.from('100;fin\n'),
    ]);
    const { receipt, inspection } = await take(bytes);
    expect(inspection.dialect.encoding).toBe('utf-8');
    expect(receipt.setAside.map(({ line, reason }) => [line, reason])).toEqual([[42, 'undecodable-text']]);
    expect(receipt.rowsKept).toBe(41);
  });

  it('keeps cells whole that hold the sign it uses itself between cells', async () => {
    const imported = await take('id;texto;n\n1;uno\u001fdos;3\n\n2;"tres\u001f";4\n3;cinco;6\n');
    const rows = await storedRows(test, imported);
    expect(rows.map(({ texto, n }) => [texto, n])).toEqual([
      ['uno\u001fdos', 3],
      ['tres\u001f', 4],
      ['cinco', 6],
    ]);
  });

  it('reads lines that end in two ways', async () => {
    const { receipt, inspection } = await take('a;b\r\n1;2\n3;4\r\n5;6\n');
    expect(inspection.dialect.lineEnd).toBe('mixed');
    expect(receipt).toMatchObject({ rowsRead: 3, rowsKept: 3 });
  });

  it('takes a file without header as such', async () => {
    const { dialect, columns } = await inspect(
      `${lines(20, (index) => `${index * 7};${index % 3},5;0${(index % 9) + 1}-03-2024`)}`,
    );
    expect(dialect).toMatchObject({ headerLine: null, firstDataLine: 1 });
    expect(columns.map(({ proposal }) => [proposal.label, proposal.type])).toEqual([
      ['Columna 1', 'integer'],
      ['Columna 2', 'decimal'],
      ['Columna 3', 'date'],
    ]);
  });

  it('lets the analyst correct what was detected, and says that it was corrected', async () => {
    const text = 'título;de;prueba\na;b;c\n1;2,5;03-04-2024\n2;3,5;05-06-2024\n';
    const before = await inspect(text);
    const after = await inspect(text, { headerLine: 2, dateOrder: 'mdy', decimalMark: '.' });
    expect(before.dialect.headerLine).toBe(1);
    expect(after.dialect).toMatchObject({
      headerLine: 2,
      firstDataLine: 3,
      dateOrder: 'mdy',
      decimalMark: '.',
    });
    expect(after.headers).toEqual(['a', 'b', 'c']);
    expect(after.rows).toBe(2);
    expect(after.evidence.find(({ aspect }) => aspect === 'headerLine')?.why).toBe('corrected');
    const asComma = await inspect(text, { delimiter: ',' });
    expect(asComma.dialect.delimiter).toBe(',');
    expect(asComma.evidence.find(({ aspect }) => aspect === 'delimiter')).toMatchObject({
      why: 'corrected',
      rivals: [expect.objectContaining({ value: ';' })],
    });
  });

  it('keeps a column text while more than one value in fifty does not convert, and shows which', async () => {
    const text = `n;m\n${lines(100, (index) => `${index < 3 ? 'pocos' : index};${index === 50 ? 'x1' : index}`)}`;
    const { columns } = await inspect(text);
    expect(columns.map(({ proposal }) => proposal.type)).toEqual(['text', 'integer']);
    expect(columns[0]?.candidates.find(({ type }) => type === 'integer')).toMatchObject({
      fits: 97,
      misfits: 3,
      examples: [
        { line: 2, value: 'pocos' },
        { line: 3, value: 'pocos' },
        { line: 4, value: 'pocos' },
      ],
    });
    expect(columns[1]?.candidates.find(({ type }) => type === 'integer')?.examples).toEqual([
      { line: 52, value: 'x1' },
    ]);
  });

  it('never reads a decimal point as a thousands point', async () => {
    const text = `n;m\n${lines(30, (index) => `${index},5;1.${100 + index}`)}7.5;x\n`;
    const imported = await take(text, {
      columns: (column) => ({
        ...column,
        type: column.header === 'n' ? 'decimal' : 'integer',
        options: [],
        missingCodes: [],
      }),
    });
    expect(imported.receipt.issues.map(({ line, value, reason }) => [line, value, reason])).toEqual([
      [32, '7.5', 'not-a-number'],
      [32, 'x', 'not-a-number'],
    ]);
    const rows = await storedRows(test, imported);
    expect(rows[3]).toMatchObject({ n: 3.5, m: 1103 });
    expect(rows[30]).toMatchObject({ n: null, m: null });
  });

  it('keeps codes with leading zeros as text', async () => {
    const { columns } = await inspect(`comuna;n\n${lines(30, (index) => `0${5301 + (index % 3)};${index}`)}`);
    expect(columns[0]?.proposal.type).toBe('single');
    expect(columns[0]?.proposal.options.map(({ value }) => value).sort()).toEqual([
      '05301',
      '05302',
      '05303',
    ]);
  });

  it('lists every value it changed, with how often and where', async () => {
    const text = `r;v\n${lines(20, (index) => `Sí;${index}`)}si;$ 1.200\nSI ;3\n NO;4\nNo;5\nNo;6\nquizás;7\n`;
    const imported = await take(text, {
      columns: (column) =>
        column.header === 'r'
          ? { ...column, type: 'boolean', options: [] }
          : { ...column, type: 'integer', options: [] },
    });
    const [answer, value] = imported.receipt.columns;
    expect(answer).toMatchObject({ kept: 25, failedTotal: 1, coercedTotal: 3 });
    expect(answer?.coerced).toEqual([
      { from: ' NO', to: 'No', count: 1, exampleLines: [24] },
      { from: 'SI ', to: 'Sí', count: 1, exampleLines: [23] },
      { from: 'si', to: 'Sí', count: 1, exampleLines: [22] },
    ]);
    expect(value?.coerced).toEqual([{ from: '$ 1.200', to: '1200', count: 1, exampleLines: [22] }]);
    expect(imported.receipt.issues).toEqual([
      { line: 27, header: 'r', value: 'quizás', reason: 'not-yes-no' },
    ]);
  });

  it('reads dates with times and short years, and gives impossible ones back', async () => {
    const imported = await take('d\n17-08-2023 10:22:33\n1/2/24\n2023-05-06\n31-02-2012\n05.06.2023\n', {
      columns: (column) => ({ ...column, type: 'date', options: [], dateOrder: 'dmy' }),
    });
    const rows = await storedRows(test, imported);
    expect(rows.map(({ d }) => d)).toEqual(['2023-08-17', '2024-02-01', '2023-05-06', null, '2023-06-05']);
    expect(imported.receipt.issues).toEqual([
      { line: 5, header: 'd', value: '31-02-2012', reason: 'not-a-date' },
    ]);
    expect(imported.receipt.columns[0]?.coerced.map(({ from, to }) => [from, to])).toEqual(
      [
        ['1/2/24', '2024-02-01'],
        ['17-08-2023 10:22:33', '2023-08-17'],
        ['2023-05-06', '2023-05-06'],
      ].filter(([from, to]) => from !== to),
    );
  });

  it('reads several answers in a cell, also where an option holds the separator', async () => {
    const options = ['Ropa, útiles y uniforme', 'Salud', 'Vivienda'];
    const cells = lines(
      40,
      (index) =>
        [`${options[0]}, Salud`, 'Salud, Vivienda', `Vivienda`, `${options[0]}`][index % 4]?.replace(
          /^|$/g,
          '"',
        ) ?? '',
    );
    const imported = await take(
      `n|necesidades\n${cells
        .split('\n')
        .filter(Boolean)
        .map((cell, index) => `${index}|${cell}`)
        .join('\n')}\n`,
    );
    const plan = imported.inspection.columns[1]?.proposal;
    expect([plan?.type, plan?.optionSeparator]).toEqual(['multiple', ', ']);
    expect(plan?.options.map(({ label }) => label).sort()).toEqual(options);
    const rows = await storedRows(test, imported);
    expect(rows.slice(0, 4).map(({ necesidades }) => necesidades)).toEqual([
      'Ropa, útiles y uniforme · Salud',
      'Salud · Vivienda',
      'Vivienda',
      'Ropa, útiles y uniforme',
    ]);
  });

  it('keeps equal rows of people without identifier, who may be different people', async () => {
    const { receipt } = await take(`sexo;respuesta\n${lines(30, (index) => `${index % 2 ? 'F' : 'M'};Sí`)}`);
    expect(receipt).toMatchObject({ rowsRead: 30, rowsKept: 30 });
  });

  it('stops at a repeated identifier, or sets the later rows aside, as the plan says', async () => {
    const text = 'RUN;n\n12345678-5;1\n15509661-6;2\n12.345.678-5;3\n12678579-8;4\n15509661-6;2\n';
    const failure = await failureOf(take(text, { repeatedIdentifiers: 'stop' }));
    expect(failure).toMatchObject({
      code: 'identifier-repeated',
      details: { column: 'RUN', lines: [2, 4], count: 1 },
    });
    expect(JSON.stringify(failure.details)).not.toContain('345');
    const { receipt, wave } = await take(text, { repeatedIdentifiers: 'set-aside' });
    expect(receipt.setAside).toEqual([
      { line: 4, reason: 'repeated-identifier', column: null, value: null },
      { line: 6, reason: 'repeated-row', column: null, value: null },
    ]);
    expect(receipt).toMatchObject({ rowsRead: 5, rowsKept: 3 });
    const output = await test.client.call('wave.exportSetAside', { waveId: wave.id });
    const text2 = readFileSync(test.engine.files.output(output.fileId).path, 'utf8');
    expect(text2.replace(/fila-(\d+)-[0-9a-f]{12}/g, 'fila-$1')).toBe(
      '\uFEFFRUN;n;linea;motivo;comprobante\r\n12.345.678-5;3;4;identificador repetido;fila-4\r\n15509661-6;2;6;fila repetida;fila-6\r\n',
    );
  });

  it('neutralises formulas in the rows it exports', async () => {
    const { wave } = await take('a;b;c\n1;2;3\n=CMD();@x\n4;5;6\n');
    const output = await test.client.call('wave.exportSetAside', { waveId: wave.id });
    const text = readFileSync(test.engine.files.output(output.fileId).path, 'utf8');
    expect(text).toContain("'=CMD();'@x;;3;fila corta");
  });

  it('gives the same data hash for the same rows and another when a value changes', async () => {
    const text = `a;b\n${lines(50, (index) => `${index};x${index % 3}`)}`;
    const first = await take(text);
    const again = await take(text);
    const other = await take(text.replace('7;x1', '7;x2'));
    expect(again.wave.dataSha256).toBe(first.wave.dataSha256);
    expect(other.wave.dataSha256).not.toBe(first.wave.dataSha256);
  });
});

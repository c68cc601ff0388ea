import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestEngine, type TestEngine } from '../../support/engine';

let test: TestEngine;

beforeAll(async () => {
  test = await startTestEngine();
  await test.client.call('project.create', { name: 'Filas', fileId: null });
});

afterAll(() => test.close());

let files = 0;

async function read(lines: readonly string[], lineEnd = '\r\n') {
  files += 1;
  const fileId = await test.stage(`filas-${files}.csv`, `${lines.join(lineEnd)}${lineEnd}`);
  const inspection = await test.client.call('import.inspect', { fileId, corrections: {} });
  const table = await test.client.call('import.table', { fileId, corrections: {}, offset: 0, limit: 1000 });
  return {
    headers: inspection.headers,
    rows: table.rows.map(({ cells }) => cells),
    aside: inspection.irregularTotal,
    notices: inspection.notices,
    footer: inspection.footer,
  };
}

const titles = ['Fecha', 'Hora', 'Folio', 'Escuela', 'Comentario'];
const cells = Array.from({ length: 30 }, (_, index) => [
  `${String((index % 28) + 1).padStart(2, '0')}-06-2023`,
  `08:${String(index).padStart(2, '0')}`,
  `F-${index}`,
  `Escuela ${index % 4}`,
  `llegó tarde, sin aviso ${index}`,
]);

function line(row: readonly string[], delimiter = ',', quote = '"'): string {
  const odd = new RegExp(`[${delimiter}${quote}]`);
  return row.map((cell) => (odd.test(cell) ? `${quote}${cell}${quote}` : cell)).join(delimiter);
}

describe('a row written otherwise than the rest', () => {
  it.each([
    ['semicolons', ';', '"'],
    ['tabs', '\t', '"'],
    ['spaces', ' ', '"'],
    ['a comma and a space', ', ', '"'],
    ['apostrophes for quotes', ',', "'"],
  ])('is read where it fits all columns, and announced: %s', async (_name, delimiter, quote) => {
    const lines = cells.map((row, index) => (index === 11 ? line(row, delimiter, quote) : line(row)));
    const found = await read([line(titles), ...lines]);
    expect(found.headers).toEqual(titles);
    expect(found.rows).toEqual(cells);
    expect(found.aside).toBe(0);
    expect(found.notices).toContainEqual(
      expect.objectContaining({ code: 'rows-read-otherwise', details: { count: 1 }, lines: [13] }),
    );
  });

  it('is read where each of its cells stands in quotes', async () => {
    const quoted = (row: readonly string[], delimiter: string): string =>
      row.map((cell) => `"${cell}"`).join(delimiter);
    const lines = cells.map((row, index) => quoted(row, index === 11 ? ';' : ','));
    const found = await read([quoted(titles, ','), ...lines]);
    expect(found.rows).toEqual(cells);
    expect(found.aside).toBe(0);
  });

  it('is set aside where what comes out has no date in the column of dates', async () => {
    const lines = cells.map((row) => line(row));
    const found = await read([line(titles), ...lines.with(11, 'Nota; de; la; segunda; tarde')]);
    expect(found.rows).toEqual(cells.toSpliced(11, 1));
    expect(found.aside).toBe(1);
  });

  it('is set aside in a table that has neither numbers nor dates to know it by', async () => {
    const words = cells.map((_, index) =>
      ['Escuela', 'Liceo', 'Sala', 'Patio'].map((word) => `${word} ${index % 3}`),
    );
    const lines = words.map((row, index) => row.join(index === 11 ? ';' : ','));
    const found = await read(['uno,dos,tres,cuatro', ...lines]);
    expect(found.rows).toEqual(words.toSpliced(11, 1));
    expect(found.aside).toBe(1);
  });
});

describe('a header written otherwise than the rows', () => {
  const lines = cells.map((row) => line(row));

  it.each([
    ['semicolons and quotes', titles.map((title) => `"${title}"`).join(';')],
    ['tabs', titles.join('\t')],
    ['a space before each quote', titles.map((title) => `"${title}"`).join(', ')],
    ['apostrophes', titles.map((title) => `'${title}'`).join(',')],
  ])('gives its titles: %s', async (_name, header) => {
    const found = await read([header, ...lines]);
    expect(found.headers).toEqual(titles);
    expect(found.rows).toEqual(cells);
  });

  it('does not take rows along when a quote opens in it by mistake, whatever comes out', async () => {
    const [last = ''] = titles.slice(-1);
    for (const at of titles.keys()) {
      const header = titles.map((title, index) => (index === at ? `"${title}` : title)).join(',');
      const found = await read([header, ...lines]);
      expect(found.rows, header).toEqual(cells);
    }
    const twoLines = await read([`${titles.slice(0, -1).join(',')},"${last}\n(si quiere)"`, ...lines]);
    expect(twoLines.headers.at(-1)).toMatch(/Comentario\s\(si quiere\)/);
    expect(twoLines.rows).toEqual(cells);
  });

  it('loses an empty title that no row has a cell for, and this is announced', async () => {
    const found = await read([titles.toSpliced(2, 0, '').join(','), ...lines]);
    expect(found.headers).toEqual(titles);
    expect(found.rows).toEqual(cells);
    expect(found.notices.map(({ code }) => code)).toContain('header-width-differs');
  });

  it('keeps an empty title that has cells', async () => {
    const found = await read([`,${titles.join(',')}`, ...lines.map((row, index) => `${index},${row}`)]);
    expect(found.rows[0]).toEqual(['0', ...(cells[0] ?? [])]);
  });

  it('is not joined with a first row in quotes of another kind', async () => {
    const found = await read([
      line(titles),
      (cells[0] ?? []).map((cell) => `'${cell}'`).join(','),
      ...lines.slice(1),
    ]);
    expect(found.headers).toEqual(titles);
    expect(found.rows.length + found.aside).toBe(cells.length);
  });
});

describe('notes under a table with all the delimiters of a row', () => {
  const lines = cells.map((row) => line(row));

  it('are not read where the rows above begin with dates', async () => {
    const found = await read([line(titles), ...lines, 'Informe preliminar,,,,', 'Revisado en junio,,,,']);
    expect(found.rows).toEqual(cells);
    expect(found.footer.map(({ text }) => text)).toEqual(['Informe preliminar,,,,', 'Revisado en junio,,,,']);
  });

  it('are rows where the rows above begin with words', async () => {
    const named = cells.map(([day, ...others], index) => [`Liceo ${'ABC'[index % 3]}`, ...others, day ?? '']);
    const found = await read([
      'Escuela,Hora,Folio,Sala,Comentario,Fecha',
      ...named.map((row) => line(row)),
      'Liceo D,,,,,',
    ]);
    expect(found.rows.length).toBe(named.length + 1);
  });
});

describe('texts that hold a delimiter of their own', () => {
  it('do not divide a table whose every line has the same commas, titles first', async () => {
    const rows = Array.from({ length: 19 }, (_, index) => [
      `A/Arica/${index}|KF78|05/28/2013|CL|12_13`,
      `2013.4${index}`,
      'Arica',
    ]);
    const found = await read(['nombre,fecha,lugar', ...rows.map((row) => row.join(','))], '\n');
    expect(found.headers).toEqual(['nombre', 'fecha', 'lugar']);
    expect(found.rows).toEqual(rows);
  });
});

describe('a quote that opens a cell by mistake', () => {
  const quoted = (row: readonly string[]): string =>
    row.map((cell, at) => (at > 2 ? `"${cell}"` : cell)).join(',');

  it.each([0, 1, 2, 3, 4])('is read as a letter of its text, and announced: cell %i', async (at) => {
    const lines = cells.map((row, index) => {
      if (index !== 11) return quoted(row);
      return row
        .map((cell, column) =>
          column > 2 && column !== at ? `"${cell}"` : `${column === at ? '"' : ''}${cell}`,
        )
        .join(',');
    });
    const found = await read([line(titles), ...lines]);
    const [day = '', ...others] = cells[11] ?? [];
    const odd = [day, ...others].map((cell, column) => (column === at ? `"${cell}` : cell));
    // A text with a comma may as well be two cells, so its row is set aside.
    if (at === 4) {
      expect(found.rows).toEqual(cells.toSpliced(11, 1));
      expect(found.aside).toBe(1);
      return;
    }
    expect(found.rows).toEqual(cells.with(11, odd));
    expect(found.notices).toContainEqual(
      expect.objectContaining({ code: 'stray-quotes', details: { count: 1 }, lines: [13] }),
    );
  });

  it('does not let a row in whose letters cannot be decoded, however it is divided', async () => {
    const rows = cells.map((row, index) =>
      index === 11 ? `${row[0]},${row[1]},"${row[2]},Sala \u0000,fin` : quoted(row),
    );
    const text = Buffer.from([line(titles), ...rows, ''].join('\r\n'));
    const at = text.indexOf(0);
    text[at] = 0x81;
    files += 1;
    const fileId = await test.stage(`filas-${files}.csv`, text);
    const corrections = { encoding: 'utf-8' } as const;
    const table = await test.client.call('import.table', { fileId, corrections, offset: 0, limit: 1000 });
    expect(table.rows.map((row) => row.cells)).toEqual(cells.toSpliced(11, 1));
    expect(table.setAside.map(({ line: at, reason }) => [at, reason])).toEqual([[13, 'undecodable-text']]);
  });

  it('is not looked for where cells of a sound row lack a delimiter between them', async () => {
    const lines = cells.map((row, index) =>
      index === 11 ? `${row[0]}${row[1]},${row[2]},"${row[3]}","dijo 8""2, y se fue"` : quoted(row),
    );
    const found = await read([line(titles), ...lines]);
    expect(found.rows).toEqual(cells.toSpliced(11, 1));
    expect(found.aside).toBe(1);
  });
});

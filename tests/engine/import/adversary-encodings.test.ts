import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readWithoutHints } from '../../fuzz/reading';
import { startTestEngine, type TestEngine } from '../../support/engine';

/** Bytes 0x80 to 0x9f as the code page of Windows has them; everything else in these tests is Latin-1. */
const windowsBytes: Record<string, number> = { '“': 0x93, '”': 0x94, '€': 0x80, '–': 0x96, '…': 0x85 };

function inWindows(text: string): Buffer {
  return Buffer.from([...text].map((sign) => windowsBytes[sign] ?? sign.charCodeAt(0)));
}

describe('letters of Windows beyond Latin-1', () => {
  let test: TestEngine;
  beforeAll(async () => {
    test = await startTestEngine();
    await test.client.call('project.create', { name: 'Letras', fileId: null });
  });
  afterAll(() => test.close());

  it('reads quotation marks, dash and euro where nothing else tells the encoding', async () => {
    const rows = Array.from({ length: 500 }, (_, index) => `${index};x;y`);
    const text = `a;b;c\r\n${rows.join('\r\n')}\r\n9;“precio” 5 €;–\r\n`;
    const cells = await readWithoutHints(test, inWindows(text));
    expect(cells.at(-1)).toEqual(['9', '“precio” 5 €', '–']);
  });

  it('reads them in the lines of a file that is otherwise UTF-8', async () => {
    const good = Array.from({ length: 40 }, (_, index) => `${index};año ñandú\n`).join('');
    const bytes = Buffer.concat([
      Buffer.from(`id;texto\n${good}`),
      inWindows('99;la “niñez” migrante\n100;mañana…\n'),
    ]);
    const cells = await readWithoutHints(test, bytes);
    expect(cells.slice(-2)).toEqual([
      ['99', 'la “niñez” migrante'],
      ['100', 'mañana…'],
    ]);
  });

  it('reads them in a page of HTML under another name', async () => {
    const page = '<html><table><tr><td>a</td></tr><tr><td>“año” 5 €</td></tr></table></html>';
    expect(await readWithoutHints(test, inWindows(page), 'planilla.xls')).toEqual([['a'], ['“año” 5 €']]);
  });

  it('mends them where they were encoded twice and the analyst says so', async () => {
    const twice = (text: string): string =>
      [...Buffer.from(text)]
        .map((byte) => ({ 128: '€', 156: 'œ', 147: '“' })[byte] ?? String.fromCharCode(byte))
        .join('');
    const fileId = await test.stage('doble.csv', `id;texto\n1;${twice('niño')}\n2;${twice('“a')}\n3;z\n`);
    const found = await test.client.call('import.table', {
      fileId,
      corrections: { repairsDoubleEncoding: true },
      offset: 0,
      limit: 10,
    });
    expect(found.rows.map(({ cells }) => cells[1])).toEqual(['niño', '“a', 'z']);
  });
});

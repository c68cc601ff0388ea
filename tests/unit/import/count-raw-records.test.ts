import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countRawRecords } from '../../../electron/engine/import/count-raw-records';
import { neverCancelled } from '../../../shared/cancel';

type Table = Parameters<typeof countRawRecords>[1];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'linea-base-count-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const plain: Table = {
  encoding: 'windows-1252',
  delimiter: ';',
  quote: '"',
  escape: 'doubled',
  firstDataLine: 2,
  lastDataLine: null,
  endsAtCarriageReturn: false,
};

async function count(content: string | Uint8Array, changes: Partial<Table> = {}): Promise<number> {
  const target = path.join(folder, 'tabla');
  await writeFile(target, typeof content === 'string' ? Buffer.from(content, 'latin1') : content);
  return countRawRecords(target, { ...plain, ...changes }, neverCancelled);
}

describe('records counted in the raw bytes', () => {
  it('are the lines after the header, with and without an end on the last one', async () => {
    expect(await count('a;b\r\n1;2\r\n3;4\r\n')).toBe(2);
    expect(await count('a;b\n1;2\n3;4')).toBe(2);
    expect(await count('a;b\r1;2\r3;4\r', { endsAtCarriageReturn: true })).toBe(2);
    expect(await count('a;b\r\n1;2\r3;4\n', { endsAtCarriageReturn: true })).toBe(2);
    expect(await count('a;b\n')).toBe(0);
  });

  it('hold line breaks inside quotes, doubled and escaped quotes', async () => {
    expect(await count('a;b\n"x\ny";2\n"z ""q""\n";4\n')).toBe(2);
    expect(await count('a;b\n"x \\" \n y";2\n3;4\n', { escape: 'backslash' })).toBe(2);
    expect(await count('a;b\n6" de alto;2\n3;4\n')).toBe(2);
  });

  it('count blank records, and none before the table or after its last line', async () => {
    expect(await count('a;b\n1;2\n\n;\n3;4\n')).toBe(4);
    expect(
      await count('Informe "2024\nde prueba\na;b\n1;2\n3;4\nTotal;6\n', {
        firstDataLine: 4,
        lastDataLine: 5,
      }),
    ).toBe(2);
  });

  it('are the same in UTF-16 of either order, with its mark', async () => {
    const text = '\uFEFFa;b\n"ñ\nü";2\nĊ;4\n';
    const little = Buffer.from(text, 'utf16le');
    expect(await count(little, { encoding: 'utf-16le' })).toBe(2);
    expect(await count(Buffer.from(little).swap16(), { encoding: 'utf-16be' })).toBe(2);
  });

  it('are as many as were written, whatever the cells hold', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'ñ', '"', ';', '\n', '\r\n', ' ', '1'),
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell), { maxLength: 12 }),
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom('utf-8', 'windows-1252', 'utf-16le') as fc.Arbitrary<Table['encoding']>,
        async (rows, lineEnd, encoding) => {
          const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
          const text = ['a;b', ...rows.map((cells) => cells.map(quoted).join(';'))].join(lineEnd) + lineEnd;
          const bytes = Buffer.from(
            text,
            encoding === 'utf-16le' ? 'utf16le' : encoding === 'utf-8' ? 'utf8' : 'latin1',
          );
          expect(await count(bytes, { encoding })).toBe(rows.length);
        },
      ),
      { numRuns: 120, seed: 11 },
    );
  });
});

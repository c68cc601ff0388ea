import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scanRecords } from '../../../electron/engine/import/record-scanner';
import { neverCancelled } from '../../../shared/cancel';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'linea-base-scan-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function scan(text: string, options: Partial<Parameters<typeof scanRecords>[1]> = {}) {
  const file = path.join(folder, 'x.csv');
  writeFileSync(file, text);
  return scanRecords(
    file,
    { delimiter: ';', quote: '"', firstLine: 1, lastLine: null, width: 3, ...options },
    neverCancelled,
    () => undefined,
  );
}

/** Mulberry32, so that a failure can be repeated. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

describe('the counting reader', () => {
  it('passes over lines whose quotes never close in linear time', async () => {
    const lines = Array.from({ length: 40_000 }, (_, row) => `${row};"abierta;${row}\n`);
    const start = performance.now();
    const found = await scan(lines.join(''));
    expect(performance.now() - start).toBeLessThan(3000);
    expect(found).toMatchObject({ records: 40_000, lines: 40_000 });
    expect(found.unclosedLines).toHaveLength(40_000);
  });

  it.each(Array.from({ length: 40 }, (_, seed) => seed))(
    'counts what PapaParse writes and reads (seed %i)',
    async (seed) => {
      const next = random(seed);
      const pieces = ['a', 'ñ', ';', '"', '\n', ' ', '', 'texto largo', '1,5', '""'];
      const cell = () =>
        Array.from({ length: Math.floor(next() * 4) }, () => pieces[Math.floor(next() * pieces.length)]).join(
          '',
        );
      const rows = Array.from({ length: 200 }, () =>
        Array.from({ length: 1 + Math.floor(next() * 5) }, cell),
      ).map((row) => (row.length === 1 && row[0] === '' ? ['x'] : row));
      const newline = seed % 2 ? '\r\n' : '\n';
      const text = Papa.unparse(rows, { delimiter: ';', newline }) + newline;
      const { data } = Papa.parse<string[]>(text.slice(0, -newline.length), { delimiter: ';', newline });
      const found = await scan(text);
      expect(found.unclosedLines).toEqual([]);
      expect(found.records).toBe(data.length);
      expect(found.records).toBe(rows.length);
      expect(found.lines).toBe(text.split('\n').length - 1);
      const counts = new Map<number, number>();
      for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
      expect(found.fieldCounts).toEqual(counts);
    },
  );

  it.each(['\n', '\r\n', ''])('counts a last line ended by %j once', async (end) => {
    expect(await scan(`a;b;c\n1;2;3${end}`)).toMatchObject({ records: 2, lines: 2 });
  });

  it('reads records that cross the edge of a window of four mebibytes', async () => {
    const cell = `"${'palabra "" y; otra\n'.repeat(30)}"`;
    const rows = 9000;
    const text = `1;${cell};3\n`.repeat(rows);
    expect(text.length).toBeGreaterThan(1 << 22);
    const found = await scan(text);
    expect(found).toMatchObject({ records: rows, brokenAcrossLines: rows, unclosedLines: [] });
    expect(found.fieldCounts).toEqual(new Map([[3, rows]]));
  });

  it('tells blank records, also of spaces and empty cells', async () => {
    expect(await scan('1;2;3\n\n;;\n ; ;\n"";;\n4;5;6\n')).toMatchObject({ records: 6, blankRecords: 4 });
  });

  it('skips the lines before the table whatever quotes they hold', async () => {
    expect(await scan('dijo "hola\n"otra\n1;2;3\n', { firstLine: 3 })).toMatchObject({
      records: 1,
      unclosedLines: [],
    });
  });
});

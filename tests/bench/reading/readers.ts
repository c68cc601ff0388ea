import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import Papa from 'papaparse';
import { readWithoutHints } from '../../fuzz/reading';
import { startTestEngine } from '../../support/engine';

/** Reads bytes without hints and gives all cells, header first; throws where it refuses the file. */
export type Reader = { name: string; read(bytes: Buffer): Promise<string[][]>; close(): Promise<void> };

export async function ourReader(): Promise<Reader> {
  const test = await startTestEngine();
  await test.client.call('project.create', { name: 'Lectura', fileId: null });
  return { name: 'Línea Base', read: (bytes) => readWithoutHints(test, bytes), close: () => test.close() };
}

/** `read_csv` with its own detection of everything; cells as text. */
export async function duckdbReader(folder: string): Promise<Reader> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const file = path.join(folder, 'polluted.csv');
  return {
    name: 'DuckDB read_csv',
    async read(bytes) {
      writeFileSync(file, bytes);
      const result = await connection.runAndReadAll(`select * from read_csv('${file}', all_varchar = true)`);
      const names = result.columnNames();
      // Names DuckDB makes up itself are no header.
      const header = names.every((name, index) => name === `column${index}` || /^column\d+$/.test(name))
        ? []
        : [names];
      return [
        ...header,
        ...result.getRowsJS().map((row) => row.map((cell) => (cell === null ? '' : String(cell)))),
      ];
    },
    async close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** PapaParse with its own detection, on the text as a browser would decode it; lines of nothing are skipped. */
export function papaReader(): Reader {
  return {
    name: 'PapaParse',
    async read(bytes) {
      const text = new TextDecoder('utf-8').decode(bytes);
      return Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
    },
    async close() {},
  };
}

/** As `pandas.read_csv` without options: comma, UTF-8 or an error, first line the header, a row too long is an error. */
export function pandasLikeReader(): Reader {
  return {
    name: 'pandas-like',
    async read(bytes) {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
      const { data } = Papa.parse<string[]>(text, { delimiter: ',', skipEmptyLines: true });
      const width = data[0]?.length ?? 0;
      if (width === 0) throw new Error('no columns to parse');
      if (data.some((row) => row.length > width)) throw new Error('a row has too many fields');
      return data.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')]);
    },
    async close() {},
  };
}

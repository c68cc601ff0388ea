import path from 'node:path';
import type { MethodOutput } from '../../shared/contract';
import type { TestEngine } from './engine';
import { importFile, storedRows } from './import';

const folder = path.join(import.meta.dirname, '../fixtures/import/platforms');

export type ReadFile = MethodOutput<'wave.import'> & {
  inspection: MethodOutput<'import.inspect'>;
  /** Stored cells by label, in the order of the file; moments as `yyyy-mm-ddThh:mm:ss`. */
  rows: Record<string, unknown>[];
};

/** Imports a platform's file as proposed and reads back every stored cell. */
export async function readPlatformFile(test: TestEngine, name: string, tableId?: string): Promise<ReadFile> {
  const fileId = await test.grant(path.join(folder, name));
  const imported = await importFile(test, fileId, tableId === undefined ? {} : { corrections: { tableId } });
  const moments = new Set(
    imported.instrument.variables.filter(({ type }) => type === 'datetime').map(({ label }) => label),
  );
  const rows = (await storedRows(test, imported)).map(({ line: _, ...row }) =>
    Object.fromEntries(
      Object.entries(row).map(([label, value]) => [
        label,
        moments.has(label) && value !== null
          ? new Date(Number(value)).toISOString().slice(0, 19)
          : plain(value),
      ]),
    ),
  );
  return { ...imported, rows };
}

function plain(value: unknown): unknown {
  return typeof value === 'bigint' ? Number(value) : value;
}

/** Columns of the receipt whose cells do not add up; empty when every cell is accounted for. */
export function unbalanced({ receipt }: Pick<ReadFile, 'receipt'>): string[] {
  return receipt.columns
    .filter(({ action }) => action !== 'drop')
    .filter(({ read, kept, blank, missingByCode, failedTotal, notApplicable }) => {
      const missing = missingByCode.reduce((sum, { count }) => sum + count, 0);
      return read !== receipt.rowsKept || read !== kept + blank + missing + failedTotal + notApplicable;
    })
    .map(({ header }) => header);
}

/** What the inspection says each column of the file serves, by header; answers of their own are left out. */
export function servesOf({ inspection }: Pick<ReadFile, 'inspection'>): Record<string, string> {
  return Object.fromEntries(
    inspection.columns.flatMap(({ proposal, writtenAs }) =>
      writtenAs === null ? [] : [[proposal.header, proposal.identity ?? writtenAs] as const],
    ),
  );
}

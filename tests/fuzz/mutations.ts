import fc from 'fast-check';
import { AppError } from '../../shared/errors';
import type { TestEngine } from '../support/engine';
import { anyTable, anyWriting } from './arbitrary-table';
import { encodeText, writeText } from './written-table';

type Mutation = { kind: string; at: number; length: number; byte: number };

const kinds = [
  'flip',
  'delete',
  'repeat',
  'insert',
  'quote',
  'zero',
  'cut',
  'swap',
  'line-end',
  'high',
] as const;

const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom(...kinds),
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  length: fc.integer({ min: 1, max: 60 }),
  byte: fc.integer({ min: 0, max: 255 }),
});

/** A written table with up to five kinds of damage, anywhere in its bytes. */
export const mutatedFile: fc.Arbitrary<Buffer> = fc
  .tuple(anyTable, anyWriting, fc.array(mutation, { minLength: 1, maxLength: 5 }))
  .map(([table, writing, list]) => list.reduce(mutate, encodeText(writeText(table, writing), writing)));

function mutate(bytes: Buffer, { kind, at, length, byte }: Mutation): Buffer {
  const place = Math.floor(at * bytes.length);
  const before = bytes.subarray(0, place);
  const piece = bytes.subarray(place, place + length);
  const after = bytes.subarray(place + length);
  const insert = (what: Uint8Array): Buffer => Buffer.concat([before, what, bytes.subarray(place)]);
  switch (kind) {
    case 'delete':
      return Buffer.concat([before, after]);
    case 'repeat':
      return Buffer.concat([before, piece, piece, piece, after]);
    case 'insert':
      return insert(Buffer.alloc(length, byte));
    case 'quote':
      return insert(Buffer.from('"'));
    case 'zero':
      return insert(Buffer.alloc(length));
    case 'cut':
      return Buffer.from(before);
    case 'swap':
      return Buffer.concat([after, piece, before]);
    case 'line-end':
      return insert(Buffer.from(byte % 2 === 0 ? '\r' : '\n\n'));
    case 'high':
      return insert(Buffer.from([0x80 | byte]));
    default:
      return Buffer.concat([before, Buffer.from([byte]), bytes.subarray(place + 1)]);
  }
}

export type Outcome = { ended: 'table'; rows: number } | { ended: 'error'; code: string };

/**
 * Reads a damaged file. It must give a table in which every row is as wide as the others and rows kept and set aside are
 * as many as were counted, or an error with a name of its own; anything else is thrown.
 */
export async function readDamaged(test: TestEngine, bytes: Buffer): Promise<Outcome> {
  const fileId = await test.stage('dañado.csv', bytes);
  try {
    const table = await test.client.call('import.table', { fileId, corrections: {}, offset: 0, limit: 1000 });
    const isEven = table.rows.every(({ cells }) => cells.length === table.width);
    const inOrder = table.rows.every(
      ({ line }, index) => index === 0 || line > (table.rows[index - 1]?.line ?? 0),
    );
    if (!isEven || !inOrder || table.rows.length !== Math.min(1000, table.total)) {
      throw new Error(`the table does not hold together: ${table.rows.length} rows of ${table.total}`);
    }
    return { ended: 'table', rows: table.total };
  } catch (error) {
    if (error instanceof AppError && error.code !== 'internal') return { ended: 'error', code: error.code };
    throw error;
  } finally {
    await test.engine.files.release(fileId);
  }
}

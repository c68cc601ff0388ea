import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { surveyBytes } from '../../../electron/engine/import/byte-survey';
import { neverCancelled } from '../../../shared/cancel';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'linea-base-survey-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function survey(bytes: Buffer): ReturnType<typeof surveyBytes> {
  const file = path.join(folder, 'tabla.csv');
  await writeFile(file, bytes);
  return surveyBytes(file, neverCancelled, () => undefined);
}

const line = Buffer.from('Ñuñoa;año;café €;👍\n');

describe('characters beyond ASCII', () => {
  it('are counted from the beginning where the only broken byte stands at the end of a long file', async () => {
    const lines = 600_000;
    const found = await survey(
      Buffer.concat([...Array.from({ length: lines }, () => line), Buffer.from([0xf1])]),
    );
    expect(found.isValidUtf8).toBe(false);
    expect(found.brokenSequences).toBe(1);
    expect(found.utf8Sequences).toBe(6 * lines);
  });

  it('are counted on both sides of a broken byte', async () => {
    const half = Array.from({ length: 300_000 }, () => line);
    const found = await survey(Buffer.concat([...half, Buffer.from([0xf1, 0x0a]), ...half]));
    expect(found.brokenSequences).toBe(1);
    expect(found.utf8Sequences).toBe(6 * 600_000);
  });
});

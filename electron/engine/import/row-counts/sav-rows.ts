import { type FileHandle, open } from 'node:fs/promises';
import { AppError } from '../../../../shared/errors';
import type { FrozenFile } from '../frozen-file';
import type { Job } from '../job';
import { SavBytes } from '../statistics-files/sav-bytes';
import { readSavRecords } from '../statistics-files/sav-records';

const headBytes = 176;
const windowBytes = 1 << 20;

/**
 * The cases of a statistics file as its header tells them (little or big endian by its layout code, of the PSPP manual's
 * "System File Format"), else by the length of its data or by the codes of its compressed cells; null for a `.zsav`
 * that does not say.
 */
export async function countSavCases(file: FrozenFile, job: Job): Promise<number | null> {
  const handle = await open(file.path, 'r');
  try {
    const head = Buffer.alloc(headBytes);
    const { bytesRead } = await handle.read(head, 0, headBytes, 0);
    if (bytesRead < headBytes) return null;
    const isLittle = [2, 3].includes(head.readInt32LE(64));
    const integer = (at: number): number => (isLittle ? head.readInt32LE(at) : head.readInt32BE(at));
    const cases = integer(80);
    const compression = integer(72);
    if (compression === 2) return cases >= 0 ? cases : null;
    const { dataStart, slots } = await readSavRecords(new SavBytes(handle, file.bytes, file.name));
    if (slots.length === 0) return cases >= 0 ? cases : null;
    if (compression === 0) return Math.floor((file.bytes - dataStart) / (slots.length * 8));
    return cases >= 0
      ? cases
      : Math.floor((await countCells(handle, dataStart, file.bytes, job)) / slots.length);
  } finally {
    await handle.close();
  }
}

/** Cells written as codes, eight to a group, each group followed by eight bytes for every code 253 in it. */
async function countCells(handle: FileHandle, start: number, end: number, job: Job): Promise<number> {
  const window = Buffer.alloc(windowBytes);
  let cells = 0;
  let position = start;
  while (position + 8 <= end) {
    if (job.signal.aborted) throw new AppError('cancelled');
    const { bytesRead } = await handle.read(window, 0, Math.min(windowBytes, end - position), position);
    let at = 0;
    while (at + 8 <= bytesRead) {
      let literals = 0;
      for (let code = at; code < at + 8; code += 1) {
        const byte = window[code];
        if (byte === 252) return cells;
        if (byte === 0) continue;
        if (byte === 253) literals += 1;
        cells += 1;
      }
      at += 8 + literals * 8;
    }
    if (bytesRead === 0) return cells;
    position += at;
  }
  return cells;
}

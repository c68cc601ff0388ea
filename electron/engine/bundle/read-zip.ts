import { createHash } from 'node:crypto';
import { type Entry, openPromise } from 'yauzl';

export const mostEntries = 2000;
const entryLimitBytes = 200 * 2 ** 20;
const totalLimitBytes = 600 * 2 ** 20;
/** Texts that are read whole: manifest, sums, tables. */
const textLimitBytes = 20 * 2 ** 20;
const mostRatio = 250;
const ratioFromBytes = 1 << 20;
const symbolicLink = 0o120000;
const fileKinds = 0o170000;

export type ZipProblem = {
  code: 'unsafe' | 'repeated' | 'tooLarge' | 'unreadable';
  subject: string;
};
export type ZipEntry = { bytes: number; sha256: string; text: string | null };
export type ReadZip = { entries: Map<string, ZipEntry>; problems: ZipProblem[] };

/**
 * The files of a zip with their hashes; `text` of those that `isText` asks for, null where it is too large or not UTF-8.
 * Nothing is written anywhere. Paths that leave the folder, links, folders, repeated names and what unpacks to far more than
 * it says are problems, and are not read. Throws what opening gives for a file that is no zip.
 */
export async function readZip(path: string, isText: (name: string) => boolean): Promise<ReadZip> {
  const zip = await openPromise(path, { autoClose: false, validateEntrySizes: true, strictFileNames: true });
  const found: ReadZip = { entries: new Map(), problems: [] };
  const seen = new Set<string>();
  let total = 0;
  try {
    if (zip.entryCount > mostEntries) {
      return { ...found, problems: [{ code: 'tooLarge', subject: String(zip.entryCount) }] };
    }
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName;
      const folded = name.normalize('NFC').toLowerCase();
      const problem = seen.has(folded) ? 'repeated' : entryProblem(entry);
      seen.add(folded);
      total += entry.uncompressedSize;
      if (problem === null && total > totalLimitBytes) {
        found.problems.push({ code: 'tooLarge', subject: name });
        break;
      }
      if (problem) found.problems.push({ code: problem, subject: printable(name) });
      else {
        const read = await readEntry(() => zip.openReadStreamPromise(entry), entry, isText(name));
        if (read) found.entries.set(name, read);
        else found.problems.push({ code: 'unreadable', subject: name });
      }
    }
  } catch {
    // The list itself breaks off, or holds a path that leaves the folder.
    found.problems.push({ code: 'unsafe', subject: '' });
  } finally {
    zip.close();
  }
  return found;
}

function entryProblem(entry: Entry): ZipProblem['code'] | null {
  const { fileName, uncompressedSize, compressedSize } = entry;
  const isPlain = /^[A-Za-z0-9][A-Za-z0-9._-]*(\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/.test(fileName);
  const mode = (entry.externalFileAttributes >>> 16) & fileKinds;
  if (!isPlain || mode === symbolicLink || entry.isEncrypted()) return 'unsafe';
  if (uncompressedSize > entryLimitBytes) return 'tooLarge';
  const isBomb = uncompressedSize > ratioFromBytes && uncompressedSize > compressedSize * mostRatio;
  return isBomb ? 'tooLarge' : null;
}

async function readEntry(
  open: () => Promise<AsyncIterable<Uint8Array>>,
  entry: Entry,
  isText: boolean,
): Promise<ZipEntry | null> {
  const keeps = isText && entry.uncompressedSize <= textLimitBytes;
  const hash = createHash('sha256');
  const kept: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of await open()) {
      bytes += chunk.length;
      hash.update(chunk);
      if (keeps) kept.push(chunk);
    }
  } catch {
    return null;
  }
  return { bytes, sha256: hash.digest('hex'), text: keeps ? decode(Buffer.concat(kept)) : null };
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** A name that may hold anything, cut and without signs that move the cursor. */
function printable(name: string): string {
  return name.replaceAll(/\p{C}/gu, '?').slice(0, 200);
}

import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { IsoInstant } from '../../../shared/domain/ids';
import type { RecentProject } from '../../../shared/domain/project';

const Entry = z.strictObject({ path: z.string(), name: z.string(), openedAt: IsoInstant });
type Entry = z.infer<typeof Entry>;

const limit = 12;

/** The handle by which a recent project is opened: a hash, so that no path leaves the engine as an input. */
export function projectReference(filePath: string): string {
  return createHash('sha256').update(path.resolve(filePath)).digest('hex').slice(0, 24);
}

/** Projects opened before, newest first; an unreadable list counts as empty. */
export async function readRecent(dataFolder: string): Promise<Entry[]> {
  try {
    return z.array(Entry).parse(JSON.parse(await readFile(listPath(dataFolder), 'utf8')));
  } catch {
    return [];
  }
}

/** Puts a project first in the list of recent ones, which is replaced whole so that it is never half written. */
export async function rememberProject(dataFolder: string, entry: Entry): Promise<void> {
  const others = (await readRecent(dataFolder)).filter((other) => other.path !== entry.path);
  await mkdir(dataFolder, { recursive: true });
  const temporary = `${listPath(dataFolder)}.new`;
  await writeFile(temporary, JSON.stringify([entry, ...others].slice(0, limit), null, 2));
  await rename(temporary, listPath(dataFolder));
}

/** A recent project as it is listed; `exists` is false where its file is no longer there. */
export async function describeRecent(entry: Entry): Promise<RecentProject> {
  const exists = await stat(entry.path).then(
    () => true,
    () => false,
  );
  return {
    reference: projectReference(entry.path),
    name: entry.name,
    fileName: path.basename(entry.path),
    folder: path.dirname(entry.path),
    openedAt: entry.openedAt,
    exists,
  };
}

function listPath(dataFolder: string): string {
  return path.join(dataFolder, 'recent.json');
}

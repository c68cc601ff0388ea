import type { EngineContext } from '../context';
import type { FileStore } from '../files/file-store';

/** Files that were looked at, with what deletes their copies, and how many calls are reading each. */
type Looked = {
  forgetting: Map<string, () => Promise<void>>;
  reading: Map<string, number>;
  atClose: Set<string>;
};

const lookedAt = new WeakMap<FileStore, Looked>();

function lookedOf(context: EngineContext): Looked {
  const known = lookedAt.get(context.files) ?? {
    forgetting: new Map(),
    reading: new Map(),
    atClose: new Set(),
  };
  lookedAt.set(context.files, known);
  return known;
}

/** Runs work that reads a file; until it ends, looking at another file does not delete this one's copies. */
export async function whileReading<T>(
  context: EngineContext,
  fileId: string,
  work: () => Promise<T>,
): Promise<T> {
  const { reading } = lookedOf(context);
  reading.set(fileId, (reading.get(fileId) ?? 0) + 1);
  try {
    return await work();
  } finally {
    const left = (reading.get(fileId) ?? 1) - 1;
    if (left > 0) reading.set(fileId, left);
    else reading.delete(fileId);
  }
}

/** Deletes the copies of files that were looked at and left for this one; `forget` will delete this one's. */
export async function leaveOthersFor(
  context: EngineContext,
  fileId: string,
  forget: () => Promise<void>,
): Promise<void> {
  const { forgetting, reading, atClose } = lookedOf(context);
  forgetting.set(fileId, forget);
  for (const [other, forgetOther] of [...forgetting]) {
    if (other === fileId || reading.has(other)) continue;
    forgetting.delete(other);
    await forgetOther();
    // It may be looked at once more while the project is open.
    atClose.add(other);
  }
}

/** What deletes the copies of a file that was only shown, for when the project closes; an inspection of it knows better. */
export function forgetAtClose(context: EngineContext, fileId: string, forget: () => Promise<void>): void {
  const { forgetting } = lookedOf(context);
  if (!forgetting.has(fileId)) forgetting.set(fileId, forget);
}

/** An output that names people is deleted when the project closes, rather than when the program ends. */
export function deleteAtClose(context: EngineContext, fileId: string): void {
  lookedOf(context).atClose.add(fileId);
}

/** Deletes the copies of every file that was looked at, what was staged of them, and outputs that name people. */
export async function leaveAllFiles(context: EngineContext): Promise<void> {
  const { forgetting, atClose } = lookedOf(context);
  for (const fileId of atClose) await context.files.release(fileId);
  atClose.clear();
  for (const [fileId, forget] of [...forgetting]) {
    forgetting.delete(fileId);
    await forget();
    await context.files.release(fileId);
  }
}

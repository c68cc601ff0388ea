import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Engine } from '../engine/engine';
import { writeProblem } from '../host/write-problem';

/**
 * Copies into a folder every file that a result names and writes its Arrow tables there. Returns the result with
 * the path in place of each table, and the paths written. Throws `folder-not-writable` or `disk-full`.
 */
export async function saveOutputs(
  engine: Engine,
  method: string,
  result: unknown,
  folder: string,
): Promise<{ result: unknown; paths: string[] }> {
  const paths: string[] = [];
  try {
    await mkdir(folder, { recursive: true });
    return { result: await visit(result, method), paths };
  } catch (error) {
    throw writeProblem(error, folder);
  }

  async function visit(value: unknown, name: string): Promise<unknown> {
    if (value instanceof Uint8Array) {
      const path = join(folder, `${name}.arrow`);
      await writeFile(path, value);
      paths.push(path);
      return { path };
    }
    if (Array.isArray(value)) {
      const items: unknown[] = [];
      for (const [index, item] of value.entries()) items.push(await visit(item, `${name}-${index + 1}`));
      return items;
    }
    if (typeof value !== 'object' || value === null) return value;
    if ('fileId' in value && typeof value.fileId === 'string') await copyOutput(value.fileId);
    const fields: [string, unknown][] = [];
    for (const [key, item] of Object.entries(value)) fields.push([key, await visit(item, `${name}-${key}`)]);
    return Object.fromEntries(fields);
  }

  async function copyOutput(fileId: string): Promise<void> {
    const output = engine.files.output(fileId);
    const path = join(folder, basename(output.name));
    await copyFile(output.path, path);
    paths.push(path);
  }
}

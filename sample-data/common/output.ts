import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Writes beside the generator, or into the folder named as its first argument. */
export function writeFiles(generatorUrl: string, files: Readonly<Record<string, Uint8Array>>): void {
  const target = process.argv[2] ?? dirname(fileURLToPath(generatorUrl));
  mkdirSync(target, { recursive: true });
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(target, name), bytes);
}

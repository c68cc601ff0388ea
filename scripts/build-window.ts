import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lock } from 'proper-lockfile';

const root = join(import.meta.dirname, '..');
const sources = ['electron', 'renderer', 'shared', 'package.json', 'electron.vite.config.ts'];
const stampPath = join(root, 'dist', 'built-from.txt');

/**
 * Builds the three bundles into `dist/` when they are missing or older than the sources; true when it built.
 * Only one process builds at a time. Throws with the output of the build when it fails.
 */
export async function buildWindowIfStale(onBuilding: () => void = () => undefined): Promise<boolean> {
  if (!isStale()) return false;
  mkdirSync(join(root, '.cache'), { recursive: true });
  const release = await lock(join(root, '.cache'), {
    lockfilePath: join(root, '.cache', 'build.lock'),
    stale: 120_000,
    retries: { retries: 240, minTimeout: 500, maxTimeout: 500 },
  });
  try {
    if (!isStale()) return false;
    onBuilding();
    build();
    return true;
  } finally {
    await release();
  }
}

function build(): void {
  const newest = newestChange();
  const program = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const result = spawnSync(process.execPath, [program, 'build'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  if (result.status !== 0) throw new Error(`${result.stdout}\n${result.stderr}`);
  writeFileSync(stampPath, String(newest));
}

function isStale(): boolean {
  const outputs = ['main/main.js', 'main/engine.js', 'preload/preload.cjs', 'renderer/index.html'];
  if (!existsSync(stampPath) || outputs.some((path) => !existsSync(join(root, 'dist', path)))) return true;
  return Number(readFileSync(stampPath, 'utf8')) < newestChange();
}

function newestChange(): number {
  return Math.max(...sources.map((path) => newestIn(join(root, path))));
}

function newestIn(path: string): number {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  // A folder's own time changes when a file in it is removed.
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}

import { spawnSync } from 'node:child_process';

/**
 * Makes sure that poppler's tools, with which the tests read PDF files, are there; installs them from Debian's
 * packages when this process may do so. Throws with what to do otherwise.
 */
export function ensurePoppler(): void {
  if (hasPoppler()) return;
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    for (const words of [
      ['update', '-q'],
      ['install', '-y', '-q', '--no-install-recommends', 'poppler-utils'],
    ]) {
      spawnSync('apt-get', words, {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
    }
    if (hasPoppler()) return;
  }
  throw new Error(
    'These tests need pdfinfo and pdftotext. Install them (Debian: apt-get install poppler-utils).',
  );
}

function hasPoppler(): boolean {
  return spawnSync('pdftotext', ['-v'], { stdio: 'ignore' }).error === undefined;
}

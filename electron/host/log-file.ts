import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const limitBytes = 1024 * 1024;

/**
 * A logger that keeps what went wrong in `registro.log` of the data folder, for whoever gives support; one older
 * file is kept. With `LINEA_BASE_DEBUG` set it writes to the terminal as well. A log that cannot be written is
 * given up silently: it must never be the reason why work fails.
 */
export function logFile(dataFolder: string): (line: string) => void {
  const path = join(dataFolder, 'registro.log');
  return (line) => {
    if (process.env.LINEA_BASE_DEBUG) process.stderr.write(`${line}\n`);
    try {
      mkdirSync(dataFolder, { recursive: true });
      if (sizeOf(path) > limitBytes) renameSync(path, `${path}.1`);
      appendFileSync(path, `${new Date().toISOString()} ${line}\n`, { mode: 0o600 });
    } catch {
      return;
    }
  };
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

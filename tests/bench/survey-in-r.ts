import { spawn } from 'node:child_process';
import path from 'node:path';

/** The end of a program; `code` null where it could not be started. */
type Ended = { code: number | null; output: string };

function runR(...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn('Rscript', args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', () => resolve({ code: null, output: '' }));
    child.on('exit', (code) => resolve({ code, output: Buffer.concat(chunks).toString('utf8') }));
  });
}

/**
 * Seconds R's survey package takes for the weighted battery over a file of `exportForR`, whose figures it writes to
 * `figuresPath`; reading the file is not counted. Null where R or the package is not installed.
 */
export async function batteryInR(dataPath: string, figuresPath: string): Promise<{ seconds: number } | null> {
  const found = await runR('-e', 'quit(status = if (requireNamespace("survey", quietly = TRUE)) 0 else 3)');
  if (found.code !== 0) return null;
  const { code, output } = await runR(
    path.join(import.meta.dirname, 'design-battery.R'),
    dataPath,
    figuresPath,
  );
  const seconds = Number(output.trim().split('\n').at(-1));
  if (code !== 0 || !(seconds > 0)) throw new Error(`R ended with ${code}: ${output}`);
  return { seconds };
}

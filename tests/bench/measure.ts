import { spawn } from 'node:child_process';
import path from 'node:path';

/** `cpuMs` is the processor's time of the whole process, user and system; its start is left out. */
export type Measurement = { elapsedMs: number; cpuMs: number; peakMegabytes: number };

/** Runs one task of `worker.ts` in a process of its own, so that its peak memory is its own. */
export function measure(task: string, ...args: string[]): Promise<Measurement> {
  return new Promise((resolve, reject) => {
    const worker = path.join(import.meta.dirname, 'worker.ts');
    const child = spawn(process.execPath, ['--import', 'tsx', worker, task, ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    child.on('exit', (code) => {
      const text = Buffer.concat(chunks).toString('utf8');
      if (code !== 0) reject(new Error(`${task} ended with ${code}: ${text}`));
      else resolve(JSON.parse(text.trim().split('\n').at(-1) ?? '') as Measurement); // safe: written by worker.ts
    });
  });
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

import fc from 'fast-check';
import { startTestEngine } from '../support/engine';
import { mutatedFile, readDamaged } from './mutations';

/**
 * Reads 10,000 damaged files (`--runs`, `--seed` change that) and prints how they ended, the slowest and the memory taken;
 * stops with an error at the first one that neither gives a table nor an error with a name.
 */
const runs = numberOption('--runs', 10_000);
const seed = numberOption('--seed', 20240301);

function numberOption(name: string, otherwise: number): number {
  const index = process.argv.indexOf(name);
  const value = index >= 0 ? Number(process.argv[index + 1]) : otherwise;
  if (!Number.isInteger(value)) throw new Error(`${name} takes a whole number`);
  return value;
}

const batch = 500;
const counts = new Map<string, number>();
const failures: string[] = [];
let slowestMs = 0;
let slowest = '';
const before = process.memoryUsage().rss;
let peak = before;
const test = await startTestEngine();
await test.client.call('project.create', { name: 'Daño', fileId: null });
for (let start = 0; start < runs; start += batch) {
  const files = fc.sample(mutatedFile, { numRuns: Math.min(batch, runs - start), seed: seed + start });
  for (const [index, bytes] of files.entries()) {
    const began = performance.now();
    const ended = await readDamaged(test, bytes).then(
      (outcome) => (outcome.ended === 'table' ? 'table' : `error ${outcome.code}`),
      (error: unknown) => {
        failures.push(
          `seed ${seed + start}, file ${index}: ${error instanceof Error ? error.message : String(error)} ${test.logged.at(-1) ?? ''}`,
        );
        return 'FAILED';
      },
    );
    const took = performance.now() - began;
    if (took > slowestMs)
      [slowestMs, slowest] = [took, `seed ${seed + start}, file ${index}, ${bytes.length} bytes, ${ended}`];
    counts.set(ended, (counts.get(ended) ?? 0) + 1);
    peak = Math.max(peak, process.memoryUsage().rss);
  }
}
await test.close();
const lines = [...counts]
  .sort((left, right) => right[1] - left[1])
  .map(([ended, count]) => `${String(count).padStart(7)}  ${ended}`);
process.stdout.write(
  [
    `${runs} damaged files`,
    ...lines,
    `slowest ${slowestMs.toFixed(0)} ms (${slowest})`,
    `memory grew by ${((peak - before) / 1e6).toFixed(0)} MB at most`,
    ...failures.slice(0, 20),
    '',
  ].join('\n'),
);
process.exitCode = failures.length === 0 ? 0 : 1;

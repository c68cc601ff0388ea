import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { randomFrom } from './coverage/random';
import { rankDesigns } from './coverage/rank-designs';
import { coverageDocument, coverageTable } from './coverage/report';
import { sampledDesigns } from './coverage/sampled-designs';
import { simulate } from './coverage/scenario';
import { simpleDesigns } from './coverage/simple-designs';

/**
 * Draws samples from populations whose figures are known and counts how often each interval of `shared/stats` holds the
 * truth. `--runs` and `--seed` change the simulation; `--write` puts the table into docs/cobertura.md. Ends with 1 when an
 * interval misses nominal 95 % by more than 1.5 points without an explanation.
 */
const runs = numberOption('--runs', 10_000);
const seed = numberOption('--seed', 20240131);

function numberOption(name: string, otherwise: number): number {
  const index = process.argv.indexOf(name);
  const value = index >= 0 ? Number(process.argv[index + 1]) : otherwise;
  if (!Number.isInteger(value) || value < 1) throw new Error(`${name} takes a whole number`);
  return value;
}

const start = performance.now();
const scenarios = [...simpleDesigns, ...rankDesigns, ...sampledDesigns];
// Each design has a generator of its own, so that adding one leaves the figures of the others as they were.
const results = scenarios.flatMap((scenario, place) => simulate(scenario, runs, randomFrom(seed + place)));
const facts = { runs, seed, designs: scenarios.length };
process.stdout.write(`${coverageTable(results, facts)}\n`);
process.stdout.write(`${((performance.now() - start) / 1000).toFixed(0)} s\n`);
if (process.argv.includes('--write')) {
  await writeFile(path.resolve('docs/cobertura.md'), coverageDocument(results, facts));
}
const unexplained = results.filter((result) => !result.isWithin && result.explanation === null);
if (unexplained.length > 0) {
  process.stderr.write(
    `without explanation: ${unexplained.map(({ design, name }) => `${design}, ${name}`).join('; ')}\n`,
  );
  process.exitCode = 1;
}

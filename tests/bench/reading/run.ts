import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pollutedFiles } from './pollute';
import { seededFiles } from './pollute-seeded';
import { duckdbReader, ourReader, pandasLikeReader, papaReader } from './readers';
import { type Score, scoreReading } from './score';

/**
 * Reads polluted variants of one clean table, in the manner of Pollock, without hints, and prints for each reader the share
 * read exactly right and the F1 of records and cells; `--list` names every file that a reader did not read exactly, and
 * `--seed=9` invents other tables for the files that a seed fixes.
 */
const folder = mkdtempSync(path.join(os.tmpdir(), 'linea-base-reading-'));
const seed = Number(
  /^--seed=(\d+)$/.exec(process.argv.find((given) => given.startsWith('--seed=')) ?? '')?.[1] ?? 7,
);
const files = [...pollutedFiles(), ...seededFiles(seed, 3)];
const readers = [await ourReader(), await duckdbReader(folder), papaReader(), pandasLikeReader()];
const lines: string[] = [`${files.length} polluted files, no hints`, ''];
lines.push(
  `${'reader'.padEnd(18)} ${'exactly right'.padStart(16)} ${'record F1'.padStart(10)} ${'cell F1'.padStart(10)} ${'refused'.padStart(8)}`,
);
const missed: string[] = [];
for (const reader of readers) {
  const scores: Score[] = [];
  let refused = 0;
  for (const file of files) {
    const found = await reader.read(file.bytes).catch((error: unknown) => {
      refused += 1;
      if (reader === readers[0])
        missed.push(`  ${file.name}: ${error instanceof Error ? error.message : String(error)}`);
      return null;
    });
    const score = scoreReading(file, found);
    scores.push(score);
    if (!score.isExact && (reader === readers[0] || process.argv.includes('--list'))) {
      missed.push(`  ${reader.name}: ${file.name} (records ${score.recordF1.toFixed(3)})`);
    }
  }
  const exact = scores.filter(({ isExact }) => isExact).length;
  const mean = (value: (score: Score) => number): string =>
    (scores.reduce((sum, score) => sum + value(score), 0) / scores.length).toFixed(3);
  const share = `${exact} (${((100 * exact) / scores.length).toFixed(1)} %)`;
  lines.push(
    `${reader.name.padEnd(18)} ${share.padStart(16)} ${mean(({ recordF1 }) => recordF1).padStart(10)} ${mean(({ cellF1 }) => cellF1).padStart(10)} ${String(refused).padStart(8)}`,
  );
  await reader.close();
}
if (missed.length > 0) lines.push('', 'Not read exactly:', ...missed);
process.stdout.write(`${lines.join('\n')}\n`);
rmSync(folder, { recursive: true });

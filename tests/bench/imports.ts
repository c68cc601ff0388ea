import { spawn } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import iconv from 'iconv-lite';
import { type Measurement, measure, median } from './measure';

export type Turns = { utf8: Measurement[]; byHand: Measurement[]; legacy: Measurement[] };

/**
 * Imports of one content in turn: DuckDB's own typed load of the UTF-8 file by hand, ours of the same file, and ours of
 * the same in Windows-1252 (both with `;` and decimal comma).
 */
export async function importsInTurn(utf8: string, folder: string, runs: number): Promise<Turns> {
  const legacy = await legacyFile(utf8);
  const turns: Turns = { utf8: [], byHand: [], legacy: [] };
  for (let run = 0; run < runs; run += 1) {
    turns.byHand.push(await measure('import-by-hand', utf8, path.join(folder, 'by-hand.duckdb')));
    turns.utf8.push(await measure('import-ours', utf8, path.join(folder, 'ours')));
    turns.legacy.push(await measure('import-ours', legacy, path.join(folder, 'ours-legacy')));
  }
  await rm(path.join(folder, 'ours-legacy'), { recursive: true, force: true });
  return turns;
}

/** Milliseconds of `iconv` from Windows-1252 to UTF-8, which somebody who loads such a file by hand waits for first; null without it. */
export async function convertByHand(utf8: string, folder: string, runs: number): Promise<number | null> {
  const source = await legacyFile(utf8);
  const target = path.join(folder, 'converted-by-hand.csv');
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    const isDone = await convert(source, target);
    if (!isDone) return null;
    times.push(performance.now() - start);
  }
  await rm(target, { force: true });
  return median(times);
}

function convert(source: string, target: string): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn('iconv', ['-f', 'WINDOWS-1252', '-t', 'UTF-8', '-o', target, source], {
      stdio: 'ignore',
    });
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  });
}

/** The same table in Windows-1252, written once beside the UTF-8 one. */
async function legacyFile(utf8: string): Promise<string> {
  const target = utf8.replace(/\.csv$/, '-windows-1252.csv');
  if (existsSync(target)) return target;
  await pipeline(
    createReadStream(utf8),
    iconv.decodeStream('utf-8'),
    iconv.encodeStream('windows-1252'),
    createWriteStream(`${target}.new`),
  );
  await rename(`${target}.new`, target);
  return target;
}

const narrowRows = 10_000_000;
const narrowLimitMegabytes = 1_500;

/** Ten million rows of four columns; takes minutes, so only with `--long`. Says the peak of resident memory. */
export async function benchNarrow(folder: string): Promise<string> {
  const file = await narrowFile(folder, narrowRows);
  const measured = await measure('import-ours', file, path.join(folder, 'ours-narrow'));
  const tenth = await narrowFile(folder, narrowRows / 10);
  const small = await measure('import-ours', tenth, path.join(folder, 'ours-narrow'));
  await rm(path.join(folder, 'ours-narrow'), { recursive: true, force: true });
  const verdict = measured.peakMegabytes <= narrowLimitMegabytes ? 'within' : 'ABOVE';
  return [
    'ten million rows'.padEnd(22),
    `4 columns: ${(measured.elapsedMs / 1000).toFixed(1)} s, peak ${measured.peakMegabytes.toFixed(0)} MB`,
    `(${verdict} ${narrowLimitMegabytes}); a tenth of it ${(small.elapsedMs / 1000).toFixed(1)} s, peak ${small.peakMegabytes.toFixed(0)} MB`,
  ].join(' ');
}

async function narrowFile(folder: string, rows: number): Promise<string> {
  const target = path.join(folder, `narrow-${rows}.csv`);
  if (existsSync(target)) return target;
  await mkdir(folder, { recursive: true });
  await pipeline(Readable.from(narrowLines(rows)), createWriteStream(`${target}.new`));
  await rename(`${target}.new`, target);
  return target;
}

function* narrowLines(rows: number): Generator<string> {
  const answers = ['Muy de acuerdo', 'De acuerdo', 'En desacuerdo', ''];
  let state = 7;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % limit;
  };
  yield 'Escuela;Edad;Puntaje;Respuesta\r\n';
  let block = '';
  for (let row = 0; row < rows; row += 1) {
    const score = (below(10_000) / 100).toFixed(2).replace('.', ',');
    block += `Escuela ${1 + below(400)};${5 + below(14)};${score};${answers[below(4)]}\r\n`;
    if (block.length < 1 << 16) continue;
    yield block;
    block = '';
  }
  yield block;
}

import { rm } from 'node:fs/promises';
import path from 'node:path';
import { largestDifference } from './design-battery';
import { benchNarrow, convertByHand, importsInTurn } from './imports';
import { type Measurement, measure, median } from './measure';
import { benchSheets } from './sheets';
import { benchHeaders, surveyFile } from './survey-file';
import { batteryInR } from './survey-in-r';

/**
 * Measures import and computation against DuckDB used by hand, in one run, turn and turn about, and prints medians
 * and ratios; then the weighted and clustered battery against R's survey package, with the same figures. `--rows` and
 * `--runs` change the size, `--without-r` leaves R out (it takes minutes), `--imports` stops after the imports, `--long` adds
 * ten million rows; the limits are those of the product for a
 * million rows.
 */
const rows = numberOption('--rows', 1_000_000);
const runs = numberOption('--runs', 3);
const folder = path.resolve('.cache/bench');
const handDatabase = path.join(folder, 'by-hand.duckdb');
const ourFolder = path.join(folder, 'ours');
const ourFigures = path.join(folder, 'figures-ours.json');
const figuresOfR = path.join(folder, 'figures-r.csv');
const dataForR = path.join(folder, 'data-for-r.csv');

function numberOption(name: string, otherwise: number): number {
  const index = process.argv.indexOf(name);
  const value = index >= 0 ? Number(process.argv[index + 1]) : otherwise;
  if (!Number.isInteger(value) || value < 1) throw new Error(`${name} takes a whole number`);
  return value;
}

type Pair = { hand: Measurement[]; ours: Measurement[] };

async function inTurn(hand: () => Promise<Measurement>, ours: () => Promise<Measurement>): Promise<Pair> {
  const pair: Pair = { hand: [], ours: [] };
  for (let run = 0; run < runs; run += 1) {
    pair.hand.push(await hand());
    pair.ours.push(await ours());
  }
  return pair;
}

function line(name: string, hand: number, ours: number, unit: string, limit: number): string {
  const ratio = ours / hand;
  const verdict = ratio <= limit ? 'within' : 'ABOVE';
  const figures = `by hand ${hand.toFixed(0)} ${unit}, ours ${ours.toFixed(0)} ${unit}`;
  return `${name.padEnd(22)} ${figures.padEnd(40)} ratio ${ratio.toFixed(2)} (${verdict} ${limit})`;
}

const first = await surveyFile(folder, rows, 1);
const second = await surveyFile(folder, rows, 2);
process.stdout.write(`${rows} rows by ${benchHeaders.length} columns, ${runs} runs, medians\n`);

const imports = await importsInTurn(first, folder, runs);
const iconvMs = await convertByHand(first, folder, runs);
const elapsed = (list: Measurement[]): number => median(list.map((item) => item.elapsedMs));
const processor = (list: Measurement[]): number => median(list.map((item) => item.cpuMs));
const peak = (list: Measurement[]): number => median(list.map((item) => item.peakMegabytes));
process.stdout.write(
  [
    line('import', elapsed(imports.byHand), elapsed(imports.utf8), 'ms', 2),
    line('  processor time', processor(imports.byHand), processor(imports.utf8), 'ms', 2),
    // The criterion: the rival reads the same content in UTF-8, which it need not convert.
    line('import, windows-1252', elapsed(imports.byHand), elapsed(imports.legacy), 'ms', 3),
    line('  processor time', processor(imports.byHand), processor(imports.legacy), 'ms', 3),
    iconvMs === null
      ? '  after iconv by hand: not run: no iconv'
      : line('  after iconv by hand', elapsed(imports.byHand) + iconvMs, elapsed(imports.legacy), 'ms', 3),
    line('peak memory, import', peak(imports.byHand), peak(imports.utf8), 'MB', 1.5),
    '',
  ].join('\n'),
);
if (process.argv.includes('--long')) process.stdout.write(`${await benchNarrow(folder)}\n`);
if (process.argv.includes('--imports')) process.exit(0);

await measure('prepare-by-hand', first, second, handDatabase);
await measure('prepare-ours', first, second, ourFolder);
const computations = await inTurn(
  () => measure('compute-by-hand', handDatabase),
  () => measure('compute-ours', ourFolder),
);

process.stdout.write(
  [
    line('30 x 4 x 2 indicators', elapsed(computations.hand), elapsed(computations.ours), 'ms', 1.5),
    line('peak memory, compute', peak(computations.hand), peak(computations.ours), 'MB', 1.5),
    '',
  ].join('\n'),
);
const [oneWave, bothWaves] = [await weightedInTurn('1'), await weightedInTurn('2')];
process.stdout.write(
  [
    line('weighted, one wave', elapsed(oneWave.hand), elapsed(oneWave.ours), 'ms', 1.5),
    line('weighted, two waves', elapsed(bothWaves.hand), elapsed(bothWaves.ours), 'ms', 1.5),
    line('peak memory, weighted', peak(oneWave.hand), peak(oneWave.ours), 'MB', 1.5),
    '',
  ].join('\n'),
);
process.stdout.write(`${await againstR(elapsed(oneWave.ours))}\n`);

process.stdout.write(`${await benchSheets(folder, Math.min(rows, 100_000), runs)}\n`);

for (const file of [handDatabase, ourFigures, figuresOfR, dataForR]) await rm(file, { force: true });
await rm(ourFolder, { recursive: true, force: true });

function weightedInTurn(waves: '1' | '2'): Promise<Pair> {
  return inTurn(
    () => measure('design-by-hand', handDatabase, waves),
    () => measure('design-ours', ourFolder, waves, ourFigures),
  );
}

async function againstR(ourMilliseconds: number): Promise<string> {
  const name = 'weighted, against R';
  if (process.argv.includes('--without-r')) return `${name}: not run, as asked`;
  await measure('export-for-r', handDatabase, dataForR);
  const battery = await batteryInR(dataForR, figuresOfR);
  if (battery === null) return `${name}: not run: R with survey is not installed`;
  const { figures, largest } = await largestDifference(ourFigures, figuresOfR);
  const times = (1000 * battery.seconds) / ourMilliseconds;
  const isQuick = times >= 20;
  const isSame = largest <= 1e-7;
  return [
    `${name.padEnd(22)} R ${battery.seconds.toFixed(1)} s without reading the file, ours ${(ourMilliseconds / 1000).toFixed(2)} s,`,
    `${times.toFixed(0)} times as fast (${isQuick ? 'within' : 'BELOW'} 20);`,
    `${figures} estimates, errors and limits differ by at most ${largest.toExponential(1)} (${isSame ? 'within' : 'ABOVE'} 1e-7)`,
  ].join(' ');
}

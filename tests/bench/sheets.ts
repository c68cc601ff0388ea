import { spawn } from 'node:child_process';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import { measure, median } from './measure';

const columns = 24;
const timesFaster = 3;

/**
 * A workbook of LibreOffice read by us and turned to CSV by LibreOffice itself, turn and turn about. LibreOffice starts
 * anew each time, as it does for a person; we start with the engine running, and our start is not counted.
 */
export async function benchSheets(folder: string, rows: number, runs: number): Promise<string> {
  const name = 'workbook';
  if (!(await hasOffice())) return `${name}: not run: no soffice`;
  await mkdir(folder, { recursive: true });
  const workbook = path.join(folder, `sheets-${rows}.xlsx`);
  if (!existsSync(workbook)) await makeWorkbook(folder, rows, workbook);
  const theirs: number[] = [];
  const ours: number[] = [];
  const peaks: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    await office(folder, 'csv', workbook);
    theirs.push(performance.now() - start);
    const measured = await measure('sheet-ours', workbook, path.join(folder, 'sheet-ours'));
    ours.push(measured.elapsedMs);
    peaks.push(measured.peakMegabytes);
  }
  await rm(path.join(folder, 'out'), { recursive: true, force: true });
  const ratio = median(theirs) / median(ours);
  const verdict = ratio >= timesFaster ? 'within' : 'BELOW';
  return [
    `${name.padEnd(22)} ${rows} rows by ${columns} columns:`,
    `LibreOffice ${median(theirs).toFixed(0)} ms, ours ${median(ours).toFixed(0)} ms,`,
    `${ratio.toFixed(1)} times as fast (${verdict} ${timesFaster}), peak ${median(peaks).toFixed(0)} MB`,
  ].join(' ');
}

function hasOffice(): Promise<boolean> {
  return command(['--version']).then(
    () => true,
    () => false,
  );
}

function command(args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('soffice', args, { stdio: 'ignore' });
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`soffice ended with ${code}`))));
  });
}

function office(folder: string, format: string, source: string): Promise<void> {
  const profile = `-env:UserInstallation=file://${path.join(folder, 'office')}`;
  return command([
    profile,
    '--headless',
    '--convert-to',
    format,
    '--outdir',
    path.join(folder, 'out'),
    source,
  ]);
}

const schools = ['Escuela República', 'Liceo Ñuble', 'Colegio San José', 'Escuela Básica N° 12'];
const answers = ['Muy de acuerdo', 'De acuerdo', 'En desacuerdo'];

async function makeWorkbook(folder: string, rows: number, target: string): Promise<void> {
  const source = path.join(folder, `sheets-${rows}.csv`);
  const stream = createWriteStream(source);
  const questions = Array.from({ length: columns - 5 }, (_, index) => `P${index + 1}`);
  stream.write(`${['Folio', 'Escuela', 'Fecha', 'Edad', 'Puntaje', ...questions].join(',')}\n`);
  let state = 4;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % limit;
  };
  for (let row = 0; row < rows; row += 1) {
    const day = `2024-${String(below(12) + 1).padStart(2, '0')}-${String(below(28) + 1).padStart(2, '0')}`;
    const given = questions.map((_, index) => (index % 3 === 0 ? answers[below(3)] : below(7) + 1));
    stream.write(
      `${[`F${row}`, schools[below(4)], day, below(14) + 5, below(100_000) / 1000, ...given].join(',')}\n`,
    );
  }
  stream.end();
  await finished(stream);
  await office(folder, 'xlsx', source);
  await rename(path.join(folder, 'out', `sheets-${rows}.xlsx`), target);
  await rm(source, { force: true });
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { tableFromIPC } from 'apache-arrow';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { startTestEngine } from '../support/engine';
import { importFile } from '../support/import';

/**
 * Kills an import 200 times at random moments (`--runs`, `--seed` change that) and opens the project after each: it must open,
 * committed waves must be whole, the interrupted one absent, and nothing personal may lie in any file. Prints how far the
 * killed imports had come.
 */
const runs = numberOption('--runs', 200);
const seed = numberOption('--seed', 20241122);
const rows = 6000;
/** Invented; the check digit is not theirs. */
const personal = { identifier: '987', name: 'Wislande Ñancupil' };

function numberOption(name: string, otherwise: number): number {
  const index = process.argv.indexOf(name);
  const value = index >= 0 ? Number(process.argv[index + 1]) : otherwise;
  if (!Number.isInteger(value)) throw new Error(`${name} takes a whole number`);
  return value;
}

/** A file with identifiers and names: an irregular one with rows that are set aside and Windows-1252 letters, or a regular one in UTF-8. */
function surveyFile(isRegular: boolean): Buffer {
  const lines = ['RUN;Nombre;Escuela;Puntaje;Comentario'];
  for (let row = 0; row < rows; row += 1) {
    if (!isRegular && row % 500 === 499) lines.push('fila;corta');
    lines.push(
      `${personal.identifier}${String(row).padStart(5, '0')}-K;${personal.name} ${row};Ñuñoa ${row % 13};${row % 7},5;Comentario ${row}`,
    );
  }
  return Buffer.from(`${lines.join('\r\n')}\r\n`, isRegular ? 'utf8' : 'latin1');
}

const folder = await mkdtemp(path.join(os.tmpdir(), 'linea-base-kills-'));
// They are read in two ways, of which the regular one is committed in two steps.
const files = [path.join(folder, 'irregular.csv'), path.join(folder, 'regular.csv')] as const;
await writeFile(files[0], surveyFile(false));
await writeFile(files[1], surveyFile(true));
const dataFolder = path.join(folder, 'data');
const projectPath = await prepareProject();
const committed = rows;
const wholeImportMs = [await timeWholeImport(files[0]), await timeWholeImport(files[1])] as const;
const random = xoroshiro128plus(seed);
const reached = new Map<string, number>();
const failures: string[] = [];
for (let run = 0; run < runs; run += 1) {
  const which = run % 2 === 0 ? 0 : 1;
  const share = (random.next() >>> 0) / 2 ** 32;
  const said = `${which === 0 ? 'irregular' : 'regular'}, ${await importAndKill(files[which], share * wholeImportMs[which])}`;
  reached.set(said, (reached.get(said) ?? 0) + 1);
  const problem = await checkProject();
  if (problem) failures.push(`kill ${run} at "${said}": ${problem}`);
}
await rm(folder, { recursive: true, force: true });
process.stdout.write(
  [
    `${runs} kills of imports that take ${wholeImportMs.map((each) => each.toFixed(0)).join(' and ')} ms`,
    ...[...reached].map(([stage, count]) => `${String(count).padStart(6)}  ${stage}`),
    `${failures.length} failures`,
    ...failures,
    '',
  ].join('\n'),
);
if (failures.length > 0) process.exitCode = 1;

async function prepareProject(): Promise<string> {
  const test = await startTestEngine({ dataFolder, projectsFolder: folder });
  await test.client.call('project.create', { name: 'Muertes', fileId: null });
  await importFile(test, await test.grant(files[0]), { wave: { name: 'Primera' } });
  await test.engine.close();
  const name = (await readdir(folder)).find((entry) => entry.endsWith('.lineabase'));
  if (!name) throw new Error('the project has a file');
  return path.join(folder, name);
}

function startImport(file: string): ChildProcess {
  const script = path.join(import.meta.dirname, '../support/import-process.ts');
  return spawn(process.execPath, ['--import', 'tsx', script, dataFolder, projectPath, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

async function timeWholeImport(file: string): Promise<number> {
  const child = startImport(file);
  let inspected = 0;
  for await (const chunk of child.stdout ?? []) {
    if (inspected === 0 && String(chunk).includes('inspected')) inspected = performance.now();
    if (String(chunk).includes('imported')) break;
  }
  const took = performance.now() - inspected;
  if (child.exitCode === null) await once(child, 'exit');
  const problem = await checkProject();
  if (problem) throw new Error(problem);
  return took;
}

/** Kills an import some milliseconds after its inspection; returns the last stage it told. */
async function importAndKill(file: string, afterMs: number): Promise<string> {
  const child = startImport(file);
  let said = 'before inspection';
  let timer: NodeJS.Timeout | null = null;
  child.stdout?.on('data', (chunk: Buffer) => {
    const last = String(chunk).trim().split('\n').at(-1)?.split(' ')[0];
    if (last) said = last;
    timer ??= setTimeout(() => child.kill('SIGKILL'), 0.9 * afterMs);
  });
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  if (timer) clearTimeout(timer);
  return said;
}

/** Opens the project after a kill; a wave that was committed is deleted again. Returns what is wrong, null for nothing. */
async function checkProject(): Promise<string | null> {
  const test = await startTestEngine({ dataFolder, projectsFolder: folder });
  try {
    await test.client.call('project.openFile', { fileId: await test.grant(projectPath) });
    const { waves } = await test.client.call('wave.list', {});
    for (const wave of waves) {
      const { table, total } = await test.client.call('wave.rows', { waveId: wave.id, offset: 0, limit: 1 });
      if (total !== committed || wave.rows !== committed || tableFromIPC(table).numRows !== 1)
        return `wave "${wave.name}" has ${total} rows of ${committed}`;
      const receipt = await test.client.call('wave.receipt', { waveId: wave.id });
      if (receipt.rowsKept + receipt.rowsSetAside !== receipt.rowsRead) return 'a receipt does not add up';
      await test.client.call('wave.exportSetAside', { waveId: wave.id });
    }
    const [first, second, ...others] = waves;
    if (!first || others.length > 0) return `${waves.length} waves`;
    // The answer may be lost although the commit was not: both are sound, half a wave is not.
    if (second) await test.client.call('wave.remove', { waveId: second.id });
  } catch (error) {
    return error instanceof Error ? `${error.message} ${test.logged.at(-1) ?? ''}` : String(error);
  } finally {
    await test.engine.close();
  }
  return findPersonal();
}

async function findPersonal(): Promise<string | null> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    const place = path.join(entry.parentPath, entry.name);
    if (!entry.isFile() || files.some((file) => file === place)) continue;
    const bytes = await readFile(place);
    const hit = [personal.name, 'Ñancupil', `${personal.identifier}00042`].find((text) =>
      [Buffer.from(text), Buffer.from(text, 'latin1'), Buffer.from(text, 'utf16le')].some((form) =>
        bytes.includes(form),
      ),
    );
    if (hit) return `"${hit}" lies in ${path.relative(folder, place)}`;
  }
  return null;
}

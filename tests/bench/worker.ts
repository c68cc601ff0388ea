import { mkdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { EngineContext } from '../../electron/engine/context';
import { ProjectDatabase } from '../../electron/engine/db/project-database';
import { FileStore } from '../../electron/engine/files/file-store';
import { convertSource } from '../../electron/engine/import/sources/convert-source';
import { answeredVariables, computeStatistics } from '../../electron/engine/indicators/compute-statistics';
import { listInstruments, listWaves } from '../../electron/engine/projects/open-project';
import { neverCancelled } from '../../shared/cancel';
import type { InstrumentId } from '../../shared/domain/ids';
import { startTestEngine, type TestEngine } from '../support/engine';
import { benchIndicators } from './bench-indicators';
import { designBattery } from './design-battery';
import { computeByHand, computeDesignByHand, exportForR, importByHand, removeDatabase } from './hand-written';

/** One task in a process of its own: prints milliseconds and the peak of resident memory. */
const [task = '', ...args] = process.argv.slice(2);

async function startIn(folder: string): Promise<TestEngine> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const test = await startTestEngine({ dataFolder: folder });
  await test.client.call('project.create', { name: 'Medida', fileId: null });
  return test;
}

async function importFile(
  test: TestEngine,
  csvPath: string,
  wave: { name: string; moment: 'ex-ante' | 'ex-post' },
  instrumentId: InstrumentId | null,
): Promise<InstrumentId> {
  const fileId = await test.grant(csvPath);
  const inspection = await test.client.call('import.inspect', { fileId, corrections: {} });
  const proposals = inspection.columns.map((column) => column.proposal);
  const columns = instrumentId
    ? (await test.client.call('import.match', { instrumentId, columns: proposals })).columns
    : proposals;
  const imported = await test.client.call('wave.import', {
    fileId,
    sha256: inspection.sha256,
    dialect: inspection.dialect,
    columns,
    wave: { ...wave, startDate: null, endDate: null, isSynthetic: true },
    instrumentId,
    instrumentName: 'Medida',
    repeatedIdentifiers: 'set-aside',
  });
  const { rowsRead, rowsSetAside } = imported.receipt;
  if (imported.wave.rows !== rowsRead - rowsSetAside) throw new Error('the receipt does not add up');
  return imported.instrument.id;
}

async function importOurs(csvPath: string, folder: string): Promise<number> {
  const test = await startIn(folder);
  const start = performance.now();
  await importFile(test, csvPath, { name: 'Antes', moment: 'ex-ante' }, null);
  const elapsed = performance.now() - start;
  await test.engine.close();
  return elapsed;
}

async function prepareOurs(first: string, second: string, folder: string): Promise<number> {
  const test = await startIn(folder);
  const instrumentId = await importFile(test, first, { name: 'Antes', moment: 'ex-ante' }, null);
  await importFile(test, second, { name: 'Después', moment: 'ex-post' }, instrumentId);
  await test.engine.close();
  return 0;
}

/** The table of a workbook as text, which is what LibreOffice's conversion gives too. */
async function readSheet(workbook: string, staging: string): Promise<number> {
  let count = 0;
  const files = new FileStore(staging, (prefix) => {
    count += 1;
    return `${prefix}_${count}`;
  });
  await files.prepare();
  const { size } = await stat(workbook);
  const file = {
    fileId: '',
    name: workbook,
    path: workbook,
    sourcePath: workbook,
    signature: '',
    bytes: size,
  };
  // Safe: converting uses nothing of the context but its files.
  const context = { files } as EngineContext;
  const job = { signal: neverCancelled, report: () => undefined };
  const start = performance.now();
  await convertSource(context, { file, format: 'xlsx', tableId: null }, job);
  const elapsed = performance.now() - start;
  await files.close();
  return elapsed;
}

const breakdownLabels = ['Establecimiento', 'Sexo', 'Nacionalidad', 'Situación migratoria'];

async function computeOurs(folder: string): Promise<number> {
  const database = await ProjectDatabase.open(
    path.join(folder, 'projects', 'Medida.lineabase'),
    path.join(folder, 'staging'),
  );
  const elapsed = await database.read(neverCancelled, async (session) => {
    const [instrument] = await listInstruments(session);
    const waves = await listWaves(session);
    const variables = instrument?.variables ?? [];
    const indicators = benchIndicators(variables);
    const breakdowns = breakdownLabels.map(
      (label) => variables.find((variable) => variable.label === label)?.id,
    );
    const sets = [[], ...breakdowns.flatMap((id) => (id ? [[id]] : []))];
    if (indicators.length !== 30 || sets.length !== 5 || waves.length !== 2) {
      throw new Error(`${indicators.length} indicators, ${sets.length} sets, ${waves.length} waves`);
    }
    const start = performance.now();
    for (const wave of waves) {
      await computeStatistics(session, wave, answeredVariables(variables, wave), indicators, sets);
    }
    return performance.now() - start;
  });
  await database.close();
  return elapsed;
}

async function run(): Promise<number> {
  const [first = '', second = '', third = ''] = args;
  switch (task) {
    case 'import-by-hand':
      await removeDatabase(second);
      return importByHand(first, second, 'wave_one');
    case 'prepare-by-hand':
      await removeDatabase(third);
      await importByHand(first, third, 'wave_one');
      return importByHand(second, third, 'wave_two');
    case 'compute-by-hand':
      return computeByHand(first, ['wave_one', 'wave_two']);
    case 'design-by-hand':
      return computeDesignByHand(first, ['wave_one', 'wave_two'].slice(0, Number(second)));
    case 'design-ours':
      return designBattery(first, Number(second), third === '' ? null : third);
    case 'export-for-r':
      await exportForR(first, 'wave_one', second);
      return 0;
    case 'import-ours':
      return importOurs(first, second);
    case 'prepare-ours':
      return prepareOurs(first, second, third);
    case 'sheet-ours':
      return readSheet(first, second);
    case 'compute-ours':
      return computeOurs(first);
    default:
      throw new Error(`unknown task ${task}`);
  }
}

const before = process.resourceUsage();
const elapsedMs = await run();
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
// The start of the process, which compiles the sources, is nobody's work.
const cpuMs = (userCPUTime - before.userCPUTime + (systemCPUTime - before.systemCPUTime)) / 1000;
process.stdout.write(`${JSON.stringify({ elapsedMs, cpuMs, peakMegabytes: maxRSS / 1024 })}\n`);
process.exit(0);

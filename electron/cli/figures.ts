import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client, createClient } from '../../shared/client';
import { asAppError } from '../../shared/errors';
import { createEngine } from '../engine/engine';
import { applicationFolder } from '../host/folders';
import { type FigureRow, figureTable, tableOf, withTable } from './figures-table';

/**
 * `npm run figures`: uses every template in a project of its own, imports its synthetic data the ordinary way and writes
 * the figures of the documents beside the computed ones into `sample-data/README.md`. With `--check` it writes nothing
 * and fails where the README tells otherwise. Fails where a figure is missing or disagrees.
 */
async function figures(isCheck: boolean): Promise<string[]> {
  const rows = await computedRows();
  const table = figureTable(rows);
  const path = join(applicationFolder(), 'sample-data', 'README.md');
  const readme = await readFile(path, 'utf8');
  const wrong = rows
    .filter(({ computed, agrees }) => computed === null || agrees === false)
    .map(
      ({ practice, what, stated, computed }) =>
        `${practice}: ${what}: «${stated}», ${computed ?? 'sin cifra'}`,
    );
  const isOld = tableOf(readme) !== table;
  if (isCheck) return isOld ? [...wrong, 'sample-data/README.md is not up to date: npm run figures'] : wrong;
  if (isOld) await writeFile(path, withTable(readme, table));
  return wrong;
}

async function computedRows(): Promise<FigureRow[]> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'linea-base-figures-'));
  const engine = await createEngine({
    host: 'cli',
    dataFolder,
    projectsFolder: join(dataFolder, 'projects'),
    resourcesFolder: applicationFolder(),
  });
  try {
    const client = createClient((method, input, signal) => engine.call(method, input, signal));
    await client.call('project.create', { name: 'figures', fileId: null });
    const { templates } = await client.call('template.list', {});
    const rows: FigureRow[] = [];
    for (const { slug } of templates) {
      process.stderr.write(`${slug}\n`);
      rows.push(...(await rowsOf(client, slug)));
    }
    return rows;
  } finally {
    await engine.close();
    await rm(dataFolder, { recursive: true, force: true });
  }
}

async function rowsOf(client: Client, slug: string): Promise<FigureRow[]> {
  await client.call('project.create', { name: slug, fileId: null });
  const { practiceId } = await client.call('template.use', { slug, practiceId: null });
  await client.call('template.importSample', { practiceId, sampleKey: null });
  await client.call('template.prepare', { practiceId });
  const { figures: found } = await client.call('template.figures', { practiceId });
  return found.map(({ what, stated, formatted, agrees }) => ({
    practice: `\`${slug}\``,
    what,
    stated,
    computed: formatted,
    agrees,
  }));
}

try {
  const wrong = await figures(process.argv.includes('--check'));
  for (const line of wrong) process.stdout.write(`${line}\n`);
  process.exitCode = wrong.length > 0 ? 1 : 0;
} catch (error) {
  const { code, details } = asAppError(error);
  process.stderr.write(`${code} ${JSON.stringify(details)}\n`);
  process.exitCode = 1;
}

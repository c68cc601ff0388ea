import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createEngine } from '../electron/engine/engine';
import { templateSlugs } from '../electron/engine/templates/template-store';
import { createClient } from '../shared/client';
import { AppError } from '../shared/errors';

/**
 * `npx tsx scripts/run-template.ts [slug …]`: uses templates in a project of their own, imports their sample files the
 * ordinary way, prepares the report and prints each figure of the document beside the computed one.
 */

const root = path.resolve(import.meta.dirname, '..');
const folder = await mkdtemp(path.join(os.tmpdir(), 'linea-base-template-'));
const engine = await createEngine({
  host: 'cli',
  dataFolder: folder,
  projectsFolder: path.join(folder, 'projects'),
  resourcesFolder: root,
  log: (line) => console.error(line),
});
const client = createClient((method, input, signal) => engine.call(method, input, signal));
const asked = process.argv.slice(2);
let failed = false;
for (const slug of asked.length > 0 ? asked : await templateSlugs(root)) {
  try {
    await client.call('project.create', { name: slug, fileId: null });
    const { practiceId } = await client.call('template.use', { slug, practiceId: null });
    const { imported } = await client.call('template.importSample', { practiceId, sampleKey: null });
    for (const { sampleKey, rowsRead, rowsKept, columnsNew } of imported) {
      const added = columnsNew > 0 ? `, ${columnsNew} columns the template does not know` : '';
      console.log(`${slug} ${sampleKey}: ${rowsKept} of ${rowsRead} rows${added}`);
    }
    const { gaps } = await client.call('template.status', { practiceId });
    for (const { wave, questions } of gaps) console.log(`${slug} ${wave} lacks: ${questions.join('; ')}`);
    const { omitted } = await client.call('template.prepare', { practiceId });
    for (const { kind, name, reason, details } of omitted) {
      console.log(`${slug} left out: ${kind} «${name}»: ${reason} ${details.join(', ')}`);
    }
    const { figures } = await client.call('template.figures', { practiceId });
    for (const { key, what, stated, formatted, agrees, reason } of figures) {
      failed ||= agrees === false || formatted === null;
      const mark = agrees === null ? (formatted === null ? '??' : '--') : agrees ? 'ok' : 'NO';
      console.log(`${mark} ${slug} ${key} | ${what} | ${stated} | ${formatted ?? reason}`);
    }
  } catch (error) {
    failed = true;
    console.log(
      `NO ${slug}: ${error instanceof AppError ? `${error.code} ${JSON.stringify(error.details)}` : String(error)}`,
    );
  }
}
await engine.close();
await rm(folder, { recursive: true, force: true });
process.exitCode = failed ? 1 : 0;

import { readFile } from 'node:fs/promises';
import { afterEach, expect, it } from 'vitest';
import { exportChart } from '../../../electron/engine/charts/export';
import { neverCancelled } from '../../../shared/cancel';
import {
  type ComparisonProject,
  draft,
  startComparisonProject,
  variableId,
} from '../../support/comparison-project';

const call = { signal: neverCancelled, report: () => undefined };
const scale = ['nunca', 'a veces', 'siempre'];
const open: ComparisonProject[] = [];
afterEach(async () => {
  for (const project of open.splice(0)) await project.close();
});

/** Sixty people; those from `found` on are only in the first wave. Made up. */
async function start(found: number): Promise<ComparisonProject> {
  const people = (size: number, shift: number) =>
    Array.from({ length: size }, (_, index) => ({
      person: `p${index}`,
      feels: scale[(index + shift) % 3] ?? null,
    }));
  const project = await startComparisonProject({
    variables: {
      person: { type: 'identifier' },
      feels: { type: 'ordinal', label: 'Me siento bien aquí', options: scale },
    },
    waves: [
      { name: 'Antes', rows: people(60, 0) },
      { name: 'Después', rows: people(found, 1) },
    ],
    indicators: [draft({ kind: 'top-box', variableId: variableId('feels'), boxes: 1 })],
  });
  open.push(project);
  return project;
}

async function drawn(project: ComparisonProject, linkage: 'matched' | 'independent'): Promise<string> {
  const spec = project.spec({ linkage, audience: 'publication' });
  const file = await exportChart(
    project.context,
    { spec, chart: 'distribution', variableId: variableId('feels'), format: 'svg', locale: 'es' },
    call,
  );
  return readFile(project.context.files.output(file.fileId).path, 'utf8');
}

it('a chart of answers beside matched people does not tell the few who left', async () => {
  const project = await start(57);
  // 20 of 60 said each; 19 of the 57 found again: who left would follow.
  expect(await drawn(project, 'matched')).not.toContain('n = 60');
  expect(await drawn(project, 'matched')).toContain('n = 57');
  expect(await drawn(project, 'independent')).toContain('n = 60');
});

it('a chart of answers beside matched people shows whole waves where those who left are many', async () => {
  expect(await drawn(await start(40), 'matched')).toContain('n = 60');
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { comparisonHandlers } from '../../../electron/engine/comparison/handlers';
import { ident, sql } from '../../../electron/engine/db/sql';
import { waveTable } from '../../../electron/engine/projects/open-project';
import { gatherMaterial } from '../../../electron/engine/reports/material';
import { neverCancelled } from '../../../shared/cancel';
import type { ComparisonSpec, Distribution } from '../../../shared/domain/comparison';
import { variableId, waveId } from '../../support/comparison-project';
import { call, comparisonBlock, type ReportProject, startReportProject } from './report-project';

let project: ReportProject;
beforeEach(async () => {
  project = await startReportProject();
});
afterEach(() => project.close());

/** The pupils of the first wave who are not in the second. */
async function leave(...people: string[]): Promise<void> {
  await project.context.project().write(neverCancelled, async (session) => {
    for (const person of people) {
      const table = ident(waveTable(waveId(1)));
      await session.run(sql`delete from ${table} where ${ident(variableId('run'))} = ${person}`);
    }
  });
}

/** What a report prints of one question beside a comparison of the same pupils. */
async function printed(more: Partial<ComparisonSpec>): Promise<Distribution> {
  const { context, everybody } = project;
  const comparison = await comparisonHandlers['comparison.save'](
    context,
    { comparisonId: null, name: 'Mismas personas', spec: { ...everybody.spec, ...more } },
    call,
  );
  const report = await project.save([
    comparisonBlock(comparison),
    {
      kind: 'distribution',
      comparisonId: comparison.id,
      variableId: variableId('conoce'),
      chart: 'distribution',
      caption: '',
    },
  ]);
  const { blocks } = await gatherMaterial(context, report, call);
  const found = blocks.find((block) => block.kind === 'distribution');
  if (found?.kind !== 'distribution') throw new Error('no distribution');
  return found.distribution;
}

function sizes({ groups }: Distribution): [string, number | null][] {
  return groups.filter(({ key }) => key.length === 0).map(({ status, n }) => [status, n]);
}

describe('the answers of whole waves beside matched people', () => {
  it('are hidden where one pupil more than the pairs would be told apart', async () => {
    await leave('norte-0');
    const answers = await printed({ linkage: 'matched' });
    // 85 pupils at first, 84 of them again: 31 of 85 minus 30 of 84 is what the one who left had answered.
    expect(sizes(answers)).toEqual([
      ['suppressed', null],
      ['shown', 84],
    ]);
    expect(answers.groups[0]?.counts).toEqual([null, null]);
  });

  it('are hidden in every school once one of them tells a pupil apart', async () => {
    await leave('norte-0');
    const { groups } = await printed({ linkage: 'matched', breakdown: [variableId('escuela')] });
    const baseline = groups.filter((group) => group.waveId === waveId(0) && group.key.length > 0);
    expect(baseline.map(({ status }) => status)).toEqual(Array(4).fill('suppressed'));
  });

  it('stay where the pairs are the whole wave, where ten left, and between independent cuts', async () => {
    expect(sizes(await printed({ linkage: 'matched' }))).toEqual([
      ['shown', 85],
      ['shown', 85],
    ]);
    await leave('norte-0');
    expect(sizes(await printed({ linkage: 'independent' }))).toEqual([
      ['shown', 85],
      ['shown', 84],
    ]);
    await leave(...Array.from({ length: 9 }, (_, index) => `norte-${index + 1}`));
    expect(sizes(await printed({ linkage: 'matched' }))).toEqual([
      ['shown', 85],
      ['shown', 75],
    ]);
  });
});

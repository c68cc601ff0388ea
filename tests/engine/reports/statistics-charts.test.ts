import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { comparisonHandlers } from '../../../electron/engine/comparison/handlers';
import type { Comparison } from '../../../shared/domain/comparison';
import { call, comparisonBlock, type ReportProject, readPdf, startReportProject } from './report-project';

let project: ReportProject;
let matched: Comparison;

beforeAll(async () => {
  project = await startReportProject();
  matched = await comparisonHandlers['comparison.save'](
    project.context,
    {
      comparisonId: null,
      name: 'Mismas personas',
      spec: { ...project.everybody.spec, linkage: 'matched' },
    },
    call,
  );
});
afterAll(() => project.close());

/** The texts of all figures of a report, one for each file. */
async function figures(...blocks: Parameters<typeof comparisonBlock>[]): Promise<string[]> {
  const report = await project.save(blocks.map((block) => comparisonBlock(...block)));
  const files = await project.render(report, ['svg']);
  return [...files]
    .filter(([name]) => name.endsWith('.svg'))
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([, bytes]) => bytes.toString('utf8'));
}

describe('a forest in a report', () => {
  it('shows the indicators of both units in one figure where nothing is split', async () => {
    const drawn = await figures([project.everybody, { chart: 'forest' }]);
    expect(drawn).toHaveLength(1);
    const [svg = ''] = drawn;
    for (const text of ['Conoce la oficina', 'Bienestar', 'Puntos porcentuales', '>Puntos<'])
      expect(svg).toContain(text);
  });

  it('is one figure for each indicator where there are groups, the small one a sign', async () => {
    const drawn = await figures([project.bySchool, { chart: 'forest' }]);
    expect(drawn).toHaveLength(2);
    for (const svg of drawn) {
      expect(svg).toContain('MINI: protegido (&lt;10).');
      expect(svg).not.toMatch(/3,77/);
    }
  });
});

describe('the flow of people in a report', () => {
  it('is one figure that counts the pupils found in both waves', async () => {
    const drawn = await figures([matched, { chart: 'panel-flow' }]);
    expect(drawn).toHaveLength(1);
    // 30 + 25 + 24 + 6 pupils, all of them in both waves.
    expect(drawn[0]).toContain('85 personas en ambas mediciones');
    expect(drawn[0]).toContain('100,0\u00a0% de la línea base');
  });

  it('is left out where the waves are not of the same people', async () => {
    expect(await figures([project.everybody, { chart: 'panel-flow' }])).toHaveLength(0);
  });
});

describe('both on paper', () => {
  it('are read out with their alternative texts', async () => {
    const report = await project.save([
      comparisonBlock(matched, { chart: 'panel-flow', showTable: false }),
      comparisonBlock(matched, { chart: 'forest', showTable: false }),
    ]);
    const files = await project.render(report, ['pdf']);
    const [bytes] = files.values();
    if (!bytes) throw new Error('the report has a file');
    const { text, structure } = await readPdf(bytes, project.context.files.stagingFolder);
    expect(text).toContain('A quiénes se siguió');
    expect(text).toContain('85 personas en ambas mediciones');
    expect(text).toContain('Puntos porcentuales');
    expect(structure.match(/Figure/g)?.length ?? 0).toBeGreaterThanOrEqual(2);
  });
});

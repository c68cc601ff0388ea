import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gatherMaterial } from '../../../electron/engine/reports/material';
import { scaleBehind } from '../../../shared/domain/scale-behind';
import { draft, makeVariable, variableId } from '../../support/comparison-project';
import { courses, type DesignedProject, fileOf, moods, startDesignedProject } from './designed-project';
import { call, comparisonBlock } from './report-project';

let project: DesignedProject;
beforeAll(async () => {
  project = await startDesignedProject();
});
afterAll(() => project.close());

describe('the answers behind an ordinal result', () => {
  it('are drawn with their rank test where the analyst asks for them, and not in older reports', async () => {
    const comparison = await project.compare('Mismas', project.spec({ breakdown: [], linkage: 'matched' }));
    const block = comparisonBlock(comparison, { chart: null });
    const older = fileOf(await project.render(await project.save([block]), ['html']), '.html');
    expect(older).not.toMatch(/Todas las respuestas a|Wilcoxon/);
    const asked = await project.save([comparisonBlock(comparison, { chart: null, showDistributions: true })]);
    const html = fileOf(await project.render(asked, ['html']), '.html');
    expect(html.match(/Todas las respuestas a «Ánimo»/g)).toHaveLength(1);
    expect(html).toMatch(/Ánimo: entre las 114 personas con respuesta en ambas mediciones/);
    expect(html).toMatch(/Método: comparación de rangos con signo de Wilcoxon/);
    expect(html).toContain('no entran en estas correcciones');
  });

  it('hide the course that the comparison hides', async () => {
    const comparison = await project.compare(
      'Por curso, respuestas',
      project.spec({ breakdown: [variableId('curso')], audience: 'publication' }),
    );
    const report = await project.save([
      comparisonBlock(comparison, { chart: null, showDistributions: true }),
    ]);
    const { blocks } = await gatherMaterial(project.context, report, call);
    const [block] = blocks;
    if (block?.kind !== 'comparison') throw new Error('no comparison');
    const [answers] = block.answers;
    const small = answers?.comparison.distribution.groups.filter(({ key }) => key[0]?.value === courses[11]);
    expect(small?.map(({ status, counts }) => [status, counts])).toEqual([
      ['suppressed', moods.map(() => null)],
      ['suppressed', moods.map(() => null)],
    ]);
    const hiddenInTable = block.result.rows.filter(({ changes }) =>
      changes.some(({ status }) => status === 'suppressed'),
    );
    for (const { key } of hiddenInTable) {
      const same = answers?.comparison.groups.find((group) => group.key[0]?.value === key[0]?.value);
      expect(same?.status, JSON.stringify(key)).toBe('suppressed');
    }
  });
});

describe('the scale behind an indicator', () => {
  const mood = makeVariable('animo', { type: 'ordinal', options: moods });
  const mark = makeVariable('nota', { type: 'decimal' });
  const measure = { kind: 'top-box', variableId: variableId('animo'), boxes: 2 } as const;

  it('is the one it rests on alone', () => {
    expect(scaleBehind(draft(measure), [mood, mark])).toBe(mood.id);
    expect(scaleBehind(draft({ kind: 'mean', variableId: mark.id }), [mood, mark])).toBeNull();
  });

  it('is not told where all answers would speak of other people than the figure', () => {
    const filter = { op: 'answered' as const, variableId: mark.id };
    expect(scaleBehind(draft(measure, { filter }), [mood, mark])).toBeNull();
    expect(scaleBehind(draft(measure, { missingRule: 'count-as-no' }), [mood, mark])).toBeNull();
  });
});

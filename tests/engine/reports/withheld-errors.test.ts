import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { indicatorId, variableId } from '../../support/comparison-project';
import { csvRows, type DesignedProject, fileOf, sampling, startDesignedProject } from './designed-project';
import { comparisonBlock } from './report-project';

let project: DesignedProject;
beforeAll(async () => {
  project = await startDesignedProject();
});
afterAll(() => project.close());

const byCourse = sampling({ clusterId: variableId('curso') });
const only = { chart: null, indicatorIds: [indicatorId(0)] };
const errors = [
  'Error estándar línea base',
  'Error estándar seguimiento',
  'Error estándar del cambio',
  'Límite inferior del cambio',
  'p',
] as const;

/** The errors of everybody in the first comparison of a report, as its CSV has them. */
async function errorsOfAll(...blocks: Parameters<typeof project.save>[0]) {
  const files = await project.render(await project.save(blocks), ['csv', 'html']);
  const [row] = csvRows(fileOf(files, 'tabla-01.csv'));
  return { html: fileOf(files, '.html'), errors: errors.map((name) => row?.[name]) };
}

describe('a total beside the courses it is made of', () => {
  it('has no error where a course is hidden: with the others it would give that course back', async () => {
    const all = await project.compare('Total', project.spec({ breakdown: [], sampling: byCourse }));
    const split = await project.compare(
      'Por curso',
      project.spec({ breakdown: [variableId('curso')], sampling: byCourse }),
    );
    const alone = await errorsOfAll(comparisonBlock(all, only));
    expect(alone.errors.every((error) => typeof error === 'number')).toBe(true);
    const beside = await errorsOfAll(comparisonBlock(all, only), comparisonBlock(split, only));
    expect(beside.errors).toEqual(errors.map(() => ''));
    expect(beside.html).toContain('Donde falta un intervalo: con él se podrían deducir');
    const before = await errorsOfAll(comparisonBlock(split, only), comparisonBlock(all, only));
    expect(before.html).not.toMatch(/Precisión: Total/);
  });

  it('has none beside courses compared without the design, nor in the tests of the panel', async () => {
    const all = await project.compare(
      'Total emparejado',
      project.spec({ breakdown: [], sampling: byCourse, linkage: 'matched' }),
    );
    const simple = await project.compare(
      'Por curso, simple',
      project.spec({ breakdown: [variableId('curso')] }),
    );
    const panel = {
      kind: 'panel' as const,
      comparisonId: all.id,
      followUpWaveId: null,
      indicatorIds: [indicatorId(0)],
      compositionVariableIds: [variableId('sexo')],
      caption: '',
    };
    const beside = await errorsOfAll(comparisonBlock(all, only), comparisonBlock(simple, only), panel);
    expect(beside.errors).toEqual(errors.map(() => ''));
    const changes = /El cambio, visto de tres maneras[\s\S]*?<\/table>/.exec(beside.html)?.[0] ?? '';
    expect(changes).toContain('Conoce la oficina');
    expect(changes).not.toMatch(/<small>[−+]?\d+,\d+ a /);
  });

  it('keeps its error beside other indicators of the courses, and where no group is hidden', async () => {
    const all = await project.compare('Otro total', project.spec({ breakdown: [], sampling: byCourse }));
    const others = await project.compare(
      'Otros por curso',
      project.spec({ breakdown: [variableId('curso')], sampling: byCourse }),
    );
    const bySex = await project.compare(
      'Por sexo',
      project.spec({ breakdown: [variableId('sexo')], sampling: byCourse }),
    );
    const beside = await errorsOfAll(
      comparisonBlock(all, only),
      comparisonBlock(others, { chart: null, indicatorIds: [indicatorId(3)] }),
      comparisonBlock(bySex, only),
    );
    expect(beside.errors.every((error) => typeof error === 'number')).toBe(true);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ident, sql } from '../../../electron/engine/db/sql';
import {
  changeDefinition,
  findDefinition,
  moveInHistory,
} from '../../../electron/engine/definitions/definition-store';
import { waveTable } from '../../../electron/engine/projects/open-project';
import { neverCancelled } from '../../../shared/cancel';
import type { Comparison } from '../../../shared/domain/comparison';
import { Instrument } from '../../../shared/domain/instrument';
import type { ReportBlock } from '../../../shared/domain/report';
import { at, indicatorId, variableId, waveId } from '../../support/comparison-project';
import { type DesignedProject, fileOf, startDesignedProject } from './designed-project';

let project: DesignedProject;
let matched: Comparison;
beforeAll(async () => {
  project = await startDesignedProject();
  // Twenty-four pupils of the first wave are not in the second.
  await project.context.project().write(neverCancelled, async (session) => {
    const table = ident(waveTable(waveId(1)));
    const run = ident(variableId('run'));
    await session.run(sql`delete from ${table} where ${run} like ${'c01-%'} or ${run} like ${'c02-%'}`);
    await session.run(sql`delete from ${table} where ${run} like ${'c03-%'} and ${run} < ${'c03-4'}`);
  });
  matched = await project.compare(
    'Mismas personas',
    project.spec({ breakdown: [], linkage: 'matched', indicatorIds: [indicatorId(0), indicatorId(1)] }),
  );
});
afterAll(() => project.close());

function panelBlock(): ReportBlock {
  return {
    kind: 'panel',
    comparisonId: matched.id,
    followUpWaveId: null,
    indicatorIds: [],
    compositionVariableIds: [variableId('sexo')],
    caption: '',
  };
}

describe('the people lost, in a report', () => {
  it('are counted, compared with those who stayed, and weighed into the change', async () => {
    const files = await project.render(await project.save([panelBlock()]), ['html', 'csv', 'svg']);
    const html = fileOf(files, '.html');
    // 114 pupils less the 24.
    expect(html).toMatch(/De las 114 personas de «Ex-ante 2023», 90 \(78,9\s%\) se encontraron de nuevo/);
    expect(fileOf(files, '.svg')).toContain('90 personas en ambas mediciones');
    expect(html).toContain('Quienes se volvieron a encontrar y quienes no');
    expect(html).toContain('El cambio, visto de tres maneras');
    expect(html).toContain('Quiénes son las personas de cada medición, según Sexo');
    const csv = fileOf(files, '.csv');
    expect(csv).toMatch(
      /Encontradas \(1\) y no encontradas \(2\);Conoce la oficina;;%;90;[^;]+;[^;]+;[^;]+;24;/,
    );
    expect(csv).toMatch(/Con pesos por pérdida;Bienestar;;puntos/);
    expect(csv).toMatch(/Composición: línea base \(1\) y seguimiento \(2\);Sexo;A;%;114;/);
  });

  it('are told of in the methods with what the checks assume, once', async () => {
    const html = fileOf(await project.render(await project.save([panelBlock()]), ['html']), '.html');
    expect(html.match(/<dt>¿Y si se hubiera encontrado a todas\?<\/dt>/g)).toHaveLength(1);
    expect(html).toContain('Una regresión logística estima la posibilidad');
  });

  it('say without what cannot be told where nothing describes them', async () => {
    const bare = { ...panelBlock(), compositionVariableIds: [] };
    const html = fileOf(await project.render(await project.save([bare]), ['html']), '.html');
    expect(html).toMatch(/90 \(78,9\s%\)/);
    expect(html).not.toMatch(/Quiénes son las personas|Elige/);
  });

  it('count in what the report says it protects', async () => {
    const byCourse = { ...panelBlock(), compositionVariableIds: [variableId('curso')] };
    const html = fileOf(await project.render(await project.save([byCourse]), ['html']), '.html');
    // A course of four and those of ten of whom some left rest on fewer than ten people.
    expect(html).toContain('protegido (&lt;10)');
    expect(html).toMatch(/En este informe quedaron protegidas [1-9]\d* cifras/);
  });

  it('follow the words of what describes them, and come back with undo', async () => {
    const report = await project.save([panelBlock()]);
    await project.render(report, ['html']);
    const { context } = project;
    await context.project().write(neverCancelled, async (session) => {
      const row = await session.first(sql`select id from definition where entity = 'instrument' limit 1`);
      const id = String(row?.id);
      const found = await findDefinition(session, 'instrument', id, Instrument);
      if (!found) throw new Error('no instrument');
      const variables = found.variables.map((variable) =>
        variable.id === variableId('sexo') ? { ...variable, label: 'Sexo registrado' } : variable,
      );
      const body = { ...found, variables };
      await changeDefinition(session, { entity: 'instrument', id, name: found.name, body, at });
    });
    expect(await project.status(report)).toBe('outdated');
    await context.project().write(neverCancelled, (session) => moveInHistory(session, 'undo'));
    expect(await project.status(report)).toBe('current');
  });
});

import { DOMParser } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ComparisonSpec } from '../../../shared/domain/comparison';
import { indicatorId, variableId } from '../../support/comparison-project';
import { type DesignedProject, fileOf, sampling, startDesignedProject } from './designed-project';
import { comparisonBlock } from './report-project';

let project: DesignedProject;
beforeAll(async () => {
  project = await startDesignedProject();
});
afterAll(() => project.close());

type Page = ReturnType<DOMParser['parseFromString']>;

/** The page of a report on one comparison without breakdown. */
async function pageOf(more: Partial<ComparisonSpec>, locale: 'es' | 'en' = 'es'): Promise<Page> {
  const comparison = await project.compare('La comparación', project.spec({ breakdown: [], ...more }));
  const report = await project.save([comparisonBlock(comparison, { chart: null })], { locale });
  const files = await project.render(report, ['html']);
  return new DOMParser().parseFromString(fileOf(files, '.html'), 'text/html');
}

/** What a definition of the page says, by its term. */
function definition(page: Page, term: string): string {
  const found = [...page.querySelectorAll('.definitions > div')].find(
    (each) => each.querySelector('dt')?.textContent === term,
  );
  return [...(found?.querySelectorAll('dd') ?? [])].map((each) => each.textContent).join('\n');
}

const byCourse = sampling({ clusterId: variableId('curso') });

describe('the declared design in a report', () => {
  it('names clusters, strata and weights by their labels and counts what was found of them', async () => {
    const page = await pageOf({
      sampling: sampling({
        clusterId: variableId('curso'),
        stratumId: variableId('zona'),
        weightId: variableId('peso'),
        lonelyStratum: 'average',
      }),
    });
    const said = definition(page, 'La comparación');
    expect(said).toContain(
      'Primero se eligieron grupos de «Curso» (conglomerados) y dentro de ellos a las personas, todas o algunas.',
    );
    expect(said).toContain('dentro de cada valor de «Zona» (estratos)');
    expect(said).toContain(
      'En los datos se encontraron: 2 estratos y 12 conglomerados en Ex-ante 2023, 2 estratos y 12 conglomerados en Ex-post 2024.',
    );
    expect(said).toContain('se supone que varía como los demás estratos');
    expect(said).toContain('«Factor de expansión» (peso)');
    expect(said).toContain('INE de Chile');
  });

  it('prints the sizes that were declared and what they do to the margin', async () => {
    const populations = [{ waveId: null, stratum: null, size: 40 }];
    const said = definition(
      await pageOf({ sampling: sampling({ clusterId: variableId('curso'), populations }) }),
      'La comparación',
    );
    expect(said).toContain('cuántos conglomerados había en total: 40');
    expect(said).toContain('corrección por población finita');
  });

  it('says so where nothing was declared, and in a census says nothing of clusters or labels', async () => {
    expect(definition(await pageOf({}), 'La comparación')).toContain('Cada persona se eligió por separado');
    const census = definition(await pageOf({ coverage: 'census', sampling: byCourse }), 'La comparación');
    expect(census).toContain('se midió a toda la población');
    expect(census).not.toMatch(/se encontraron|fiabilidad|declaradas/);
  });

  it('says in English what it says in Spanish', async () => {
    const said = definition(await pageOf({ sampling: byCourse }, 'en'), 'La comparación');
    expect(said).toContain('Groups of “Curso” (clusters) were drawn first');
    expect(said).toContain('12 clusters in Ex-ante 2023, 12 clusters in Ex-post 2024');
  });
});

describe('the methods of a report', () => {
  it('follow from the design, with what they assume and where the prudent one stands beside', async () => {
    const page = await pageOf({ sampling: byCourse });
    const said = definition(page, 'Diferencia según el diseño de la muestra');
    expect(said).toMatch(
      /Por qué este método: .*los datos son una muestra; .*se declararon conglomerados; como los conglomerados son menos de 40/,
    );
    expect(said).toContain('Supuestos: ');
    expect(said).toMatch(/Cálculo prudente al lado.*CR2/);
  });

  it('are the classical ones for people drawn on their own', async () => {
    const page = await pageOf({ linkage: 'matched' });
    const said = definition(
      page,
      'Diferencia de porcentajes de las mismas personas con intervalo de Newcombe',
    );
    expect(said).toContain('se sigue a las mismas personas; cada persona se eligió por separado');
    expect(said).not.toContain('Cálculo prudente');
  });
});

describe('the people followed', () => {
  it('are drawn once with the methods of a matched comparison, and not where a part draws them', async () => {
    const matched = await project.compare('Mismas', project.spec({ breakdown: [], linkage: 'matched' }));
    const flows = async (...charts: ('panel-flow' | null)[]): Promise<number> => {
      const blocks = charts.map((chart) =>
        comparisonBlock(matched, { chart, indicatorIds: [indicatorId(0)] }),
      );
      const files = await project.render(await project.save(blocks), ['svg']);
      return [...files.values()].filter((svg) => svg.toString('utf8').includes('en ambas mediciones')).length;
    };
    expect(await flows(null)).toBe(1);
    expect(await flows(null, null)).toBe(1);
    expect(await flows('panel-flow')).toBe(1);
    expect(await flows(null, 'panel-flow')).toBe(1);
  });
});

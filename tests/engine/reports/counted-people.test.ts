import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ComparisonSpec } from '../../../shared/domain/comparison';
import { indicatorId, variableId } from '../../support/comparison-project';
import { type DesignedProject, fileOf, sampling, startDesignedProject } from './designed-project';

let project: DesignedProject;
beforeAll(async () => {
  project = await startDesignedProject();
});
afterAll(() => project.close());

const everybody =
  'Porcentajes de todas las personas que respondieron en cada medición, se hayan encontrado en la otra o no.';
const unweighted = 'Se cuentan personas, sin los pesos declarados.';

/** The page of a report with the answers to one question beside a comparison. */
async function answers(more: Partial<ComparisonSpec>): Promise<string> {
  const indicatorIds = [indicatorId(2)];
  const spec = project.spec({ breakdown: [], indicatorIds, ...more });
  const comparison = await project.compare(JSON.stringify(more), spec);
  const report = await project.save([
    {
      kind: 'comparison',
      comparisonId: comparison.id,
      indicatorIds: [],
      chart: null,
      showTable: true,
      showSentences: true,
      showDistributions: true,
      caption: '',
    },
    {
      kind: 'distribution',
      comparisonId: comparison.id,
      variableId: variableId('animo'),
      chart: 'likert',
      caption: '',
    },
  ]);
  return fileOf(await project.render(report, ['html']), '.html');
}

describe('the answers to a question, in a report', () => {
  it('say that they leave the weights out that the comparison uses', async () => {
    const html = await answers({
      linkage: 'independent',
      sampling: sampling({ weightId: variableId('peso') }),
    });
    expect(html).toContain(unweighted);
    expect(html).toContain('El gráfico cuenta personas, sin los pesos declarados; la frase sí los usa.');
    expect(html).not.toContain(everybody);
  });

  it('say that they count everybody where the comparison counts the same people', async () => {
    const html = await answers({ linkage: 'matched', sampling: sampling({}) });
    expect(html).toContain(everybody);
    expect(html).not.toContain(unweighted);
    expect(html).not.toContain('sin los pesos declarados');
  });

  it('say neither where both count alike', async () => {
    const html = await answers({ linkage: 'independent', sampling: sampling({}) });
    expect(html).not.toContain(everybody);
    expect(html).not.toContain('sin los pesos declarados');
  });
});

import { DOMParser } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultAnalysis } from '../../../shared/domain/comparison';
import { indicatorId, variableId } from '../../support/comparison-project';
import { csvRows, type DesignedProject, fileOf, sampling, startDesignedProject } from './designed-project';
import { comparisonBlock } from './report-project';

let project: DesignedProject;
beforeAll(async () => {
  project = await startDesignedProject();
});
afterAll(() => project.close());

/** Holm's procedure as its author gives it: the k-th smallest of m times m - k + 1, never below the one before. */
function holm(pValues: readonly number[]): number[] {
  const order = pValues.map((p, index) => ({ p, index })).sort((a, b) => a.p - b.p);
  let before = 0;
  const corrected: number[] = [];
  order.forEach(({ p, index }, rank) => {
    before = Math.max(before, Math.min(1, p * (pValues.length - rank)));
    corrected[index] = before;
  });
  return corrected;
}

/** The rows of a table of the page, cell by cell, by the words of its caption. */
function tableRows(html: string, caption: RegExp): string[][] {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const found = [...page.querySelectorAll('table')].find((each) =>
    caption.test(each.querySelector('caption')?.textContent ?? ''),
  );
  return [...(found?.querySelectorAll('tbody tr') ?? [])].map((row) =>
    [...row.querySelectorAll('th, td')].map((cell) => cell.textContent ?? ''),
  );
}

describe('several tests at once', () => {
  it('are listed with the raw p and the one that Holm gives, the strongest first', async () => {
    const comparison = await project.compare('Todo', project.spec({ breakdown: [] }));
    const report = await project.save([comparisonBlock(comparison, { chart: null })]);
    const files = await project.render(report, ['html', 'csv']);
    const csv = csvRows(fileOf(files, '.csv'));
    const raw = csv.map((row) => Number(row.p));
    const corrected = holm(raw);
    csv.forEach((row, index) => {
      expect(Number(row['p corregida'])).toBeCloseTo(corrected[index] ?? Number.NaN, 12);
    });
    for (const row of csv) {
      const isTaken =
        row.Sentido !== 'sin cambio claro' && Number(row.p) <= 0.05 && Number(row['p corregida']) > 0.05;
      expect(row.Reparo === 'no claro al corregir', String(row.Indicador)).toBe(isTaken);
    }
    const rows = tableRows(fileOf(files, '.html'), /Preguntas declaradas de «Todo»/);
    const written = (p: number): string => {
      if (p < 0.001) return '<\u00a00,001';
      return p > 0.999 ? '>\u00a00,999' : p.toFixed(3).replace('.', ',');
    };
    const expected = raw
      .map((p, index) => [p, corrected[index] ?? Number.NaN])
      .sort(([a = 0], [b = 0]) => a - b)
      .map(([p = 0, holmP = 0]) => [written(p), written(holmP)]);
    expect(rows.map((row) => row.slice(2, 4))).toEqual(expected);
    for (const row of rows) {
      const isClear = row[3]?.startsWith('<') || Number(row[3]?.replace(',', '.')) <= 0.05;
      expect(row[4] === 'El cambio sigue claro', row.join(' ')).toBe(isClear);
    }
  });

  it('are corrected for all that was declared, however few a part prints', async () => {
    const comparison = await project.compare('Declaradas', project.spec({ breakdown: [] }));
    const one = await project.save([
      comparisonBlock(comparison, { chart: null, indicatorIds: [indicatorId(3)] }),
    ]);
    const files = await project.render(one, ['html', 'csv']);
    const whole = await project.render(await project.save([comparisonBlock(comparison, { chart: null })]), [
      'csv',
    ]);
    const rows = csvRows(fileOf(files, '.csv'));
    expect(rows.map((row) => row.Indicador)).toEqual(['Usa la oficina']);
    const same = csvRows(fileOf(whole, '.csv')).find((row) => row.Indicador === 'Usa la oficina');
    expect(rows[0]?.['p corregida']).toBe(same?.['p corregida']);
    expect(tableRows(fileOf(files, '.html'), /Preguntas declaradas/)).toHaveLength(4);
    expect(fileOf(files, '.html')).toContain('que no se muestran en otra parte');
  });

  it('say why one change has two corrected p where two comparisons correct it', async () => {
    const all = await project.compare('Todas', project.spec({ breakdown: [] }));
    const two = await project.compare(
      'Dos',
      project.spec({ breakdown: [], indicatorIds: [indicatorId(0), indicatorId(1)] }),
    );
    const told = /Un mismo cambio aparece en más de una comparación/;
    const both = await project.save([
      comparisonBlock(all, { chart: null }),
      comparisonBlock(two, { chart: null }),
    ]);
    expect(fileOf(await project.render(both, ['html']), '.html')).toMatch(told);
    const one = await project.save([comparisonBlock(all, { chart: null })]);
    expect(fileOf(await project.render(one, ['html']), '.html')).not.toMatch(told);
  });

  it('keep the declared questions apart from exploration, also in a part that prints none of them', async () => {
    const analysis = { ...defaultAnalysis, familyIndicatorIds: [indicatorId(0), indicatorId(1)] };
    const comparison = await project.compare('Con familia', project.spec({ breakdown: [], analysis }));
    const report = await project.save([
      comparisonBlock(comparison, { chart: null, indicatorIds: [indicatorId(3)] }),
    ]);
    const html = fileOf(await project.render(report, ['html']), '.html');
    expect(
      tableRows(html, /Preguntas declaradas/)
        .map(([name]) => name)
        .sort(),
    ).toEqual(['Bienestar', 'Conoce la oficina']);
    expect(html).toContain('Preguntas declaradas antes de ver los datos: Conoce la oficina, Bienestar.');
    expect(html).toContain('«Con familia» tiene además 2 pruebas de exploración');
    const [row] = tableRows(html, /Usa la oficina/);
    expect(row?.at(-1)).toMatch(/corr\. .*\(BH\)/);
  });

  it('are not told of a census', async () => {
    const comparison = await project.compare('Censo', project.spec({ breakdown: [], coverage: 'census' }));
    const html = fileOf(
      await project.render(await project.save([comparisonBlock(comparison, { chart: null })]), ['html']),
      '.html',
    );
    expect(html).not.toMatch(/Varias pruebas a la vez|Detalle para evaluadores|corr\./);
  });
});

describe('how far a figure can be relied on', () => {
  it('is said in words and with a sign beside each estimate, with the standard by name', async () => {
    const bySex = project.spec({ breakdown: [variableId('sexo')] });
    const comparison = await project.compare('Por sexo', bySex);
    const report = await project.save([
      comparisonBlock(comparison, { chart: null, indicatorIds: [indicatorId(0)] }),
    ]);
    const html = fileOf(await project.render(report, ['html']), '.html');
    const rows = tableRows(html, /Conoce la oficina, según sexo/);
    // 57 pupils of each sex, fewer than the 60 answers that the standard asks for; 114 in all.
    expect(rows.map((row) => [row[1], /‡ no fiable$/.test(row[2] ?? '')])).toEqual([
      ['114', false],
      ['57', true],
      ['57', true],
    ]);
    expect(rows[0]?.[2]).toMatch(/fiable$/);
    expect(html).toMatch(/qué tan fiable es la cifra según el estándar de encuestas de hogares del INE/);
    // 4 of its 6 figures rest on too few answers.
    expect(html).toMatch(
      /class="note warning">Esta tabla no debería publicarse así: 4 de sus 6 cifras no son fiables/,
    );
  });

  it('is not said where the analyst chose no standard', async () => {
    const analysis = { ...defaultAnalysis, reliabilityStandard: 'none' as const };
    const comparison = await project.compare(
      'Sin norma',
      project.spec({ breakdown: [variableId('sexo')], analysis }),
    );
    const html = fileOf(
      await project.render(await project.save([comparisonBlock(comparison, { chart: null })]), ['html']),
      '.html',
    );
    expect(html).toContain('Se eligió no etiquetar la fiabilidad');
    expect(html).not.toMatch(/no fiable|no debería publicarse/);
  });
});

describe('the detail for evaluators', () => {
  it('has error, degrees of freedom and design effect of each figure, and the prudent calculation', async () => {
    const design = sampling({ clusterId: variableId('curso') });
    const comparison = await project.compare('Por curso', project.spec({ breakdown: [], sampling: design }));
    const files = await project.render(await project.save([comparisonBlock(comparison, { chart: null })]), [
      'html',
      'csv',
    ]);
    const html = fileOf(files, '.html');
    const precision = tableRows(html, /Precisión: Por curso/);
    const csv = csvRows(fileOf(files, '.csv'));
    precision.forEach((row, index) => {
      expect(row[0]).toBe(csv[index]?.Indicador);
      // 12 courses less the one stratum they are in.
      expect([row[2], row[5], row[8]]).toEqual(['11', '11', '11']);
      const effect = Number(csv[index]?.['Efecto del diseño línea base']);
      expect(Number(row[3]?.replace(',', '.'))).toBeCloseTo(effect, 1);
    });
    const tests = tableRows(html, /Pruebas: Por curso/);
    expect(tests).toHaveLength(4);
    for (const row of tests) {
      expect(row[1]).toContain('prueba t según el diseño');
      expect(row.at(-1), 'the prudent interval and p').toMatch(/ a .*p [=<>]/);
    }
    expect(html).toContain('CR2 con grados de libertad de Satterthwaite');
  });

  it('has nothing prudent to tell of people drawn on their own', async () => {
    const comparison = await project.compare('Simple', project.spec({ breakdown: [] }));
    const html = fileOf(
      await project.render(await project.save([comparisonBlock(comparison, { chart: null })]), ['html']),
      '.html',
    );
    expect(tableRows(html, /Pruebas: Simple/)).toHaveLength(4);
    expect(html).not.toContain('Satterthwaite');
  });
});

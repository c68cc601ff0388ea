// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { ChangeResult, ComparisonResult, Precision, WaveCell } from '../../../shared/domain/comparison';
import { simpleSampling } from '../../../shared/domain/design';
import { Indicator } from '../../../shared/domain/indicator';
import { VariableComparison } from '../../../shared/domain/variable-comparison';
import { lastInput, renderComparison } from '../support/comparison-screen';
import { type FakeAnswers, result } from '../support/fake-host';
import { ids } from '../support/fixtures';
import { comparisonResult, followUpId, group, indicator, row } from '../support/results';

function precision(label: 'reliable' | 'unreliable'): Precision {
  return {
    standardError: 0.052,
    degreesOfFreedom: 12,
    coefficientOfVariation: null,
    designEffect: 1.84,
    clusters: 13,
    strata: null,
    reliability: { label, rule: label === 'reliable' ? 'within-limits' : 'few-cases' },
  };
}

function cells(base: WaveCell, label: 'reliable' | 'unreliable'): WaveCell {
  return { ...base, precision: precision(label) };
}

/** One row of a designed sample, its baseline reliable and its follow-up not. */
function designedRow(more: Partial<ChangeResult> = {}) {
  const base = row([], { from: 0.6, to: 0.8 });
  return {
    ...base,
    cells: base.cells.map((cell, index) => cells(cell, index === 0 ? 'reliable' : 'unreliable')),
    changes: base.changes.map((change) => ({
      ...change,
      baseline: cells(change.baseline, 'reliable'),
      followUp: cells(change.followUp, 'unreliable'),
      precision: { ...precision('reliable'), reliability: null },
      method: 'design-independent',
      test: { name: 'design-t', statistic: 2.61, df: 12, p: 0.023 },
      adjusted: { p: 0.046, procedure: 'holm' as const, family: 'declared' as const, tests: 2 },
      ...more,
    })),
  };
}

const labelled: Partial<ComparisonResult> = {
  reliability: { standard: 'ine-chile', reliable: 1, lessReliable: 0, unreliable: 1, isPublishable: true },
  families: { declared: 2, exploration: 0 },
};

function computed(more: Partial<ChangeResult> = {}, whole: Partial<ComparisonResult> = {}): FakeAnswers {
  return {
    'comparison.compute': () =>
      result('comparison.compute', comparisonResult([designedRow(more)], { ...labelled, ...whole })),
  };
}

/** All answers to the scale behind the indicator, which moved up by a step. */
function answersCompared(spec: unknown): VariableComparison {
  const whole = comparisonResult([]);
  const side = (waveId: WaveCell['waveId'], median: number) => ({
    waveId,
    status: 'shown',
    n: 80,
    missing: 4,
    shares: [0.25, 0.375, 0.375],
    median: { value: median, interval: null, reason: null },
    topBox: null,
    reason: null,
  });
  return VariableComparison.parse({
    spec,
    variable: {
      id: ids.belonging,
      label: 'Me siento parte de mi escuela',
      unit: null,
      scale: 'ordinal',
      scaleLength: 3,
    },
    waves: whole.waves,
    breakdown: [],
    distribution: {
      variableId: ids.belonging,
      label: 'Me siento parte de mi escuela',
      isOrdinal: true,
      isMultiple: false,
      options: ['Nunca', 'A veces', 'Siempre'].map((value) => ({ value, label: value })),
      groups: [ids.wave, followUpId].map((waveId) => ({
        waveId,
        key: [],
        status: 'shown',
        n: 80,
        missing: 4,
        counts: [20, 30, 30],
      })),
    },
    topBoxOptions: [],
    medianRule: 'type-2',
    groups: [
      {
        key: [],
        status: 'shown',
        baseline: side(ids.wave, 2),
        followUp: side(followUpId, 3),
        method: 'mann-whitney',
        shift: { value: 1, interval: { lower: 0, upper: 1, level: 0.95 }, reason: null },
        test: {
          name: 'mann-whitney',
          statistic: 2500,
          df: null,
          denominatorDf: null,
          p: 0.012,
          ties: true,
          zeroRule: null,
        },
        effectSize: {
          name: 'rank-biserial',
          value: 0.21,
          interval: { lower: 0.05, upper: 0.36, level: 0.95 },
        },
        topBox: null,
        cautions: [],
        reason: null,
      },
    ],
    flow: null,
    samples: null,
    privacy: { threshold: 10, suppressedGroups: 0 },
    resultSha256: whole.resultSha256,
  });
}

async function openRow(answers: FakeAnswers) {
  const view = renderComparison(answers);
  const table = await screen.findByRole('table', { name: 'Resultados por indicador y grupo' });
  await userEvent.click(within(table).getByText('Asiste regularmente'));
  return { ...view, panel: within(await screen.findByRole('dialog', { name: 'Asiste regularmente' })) };
}

describe('the reliability of figures', () => {
  it('is written beside each estimate of a sample', async () => {
    renderComparison(computed());
    const table = await screen.findByRole('table', { name: 'Resultados por indicador y grupo' });
    expect(within(table).getByText('fiable')).toBeTruthy();
    expect(within(table).getByText('no fiable')).toBeTruthy();
  });

  it('names its standard and its rule without the need to point', async () => {
    const { panel } = await openRow(computed());
    const reason = panel.getByText(
      /Cifra no fiable según el estándar de encuestas de hogares del INE de Chile/,
    );
    expect(reason.textContent).toMatch(/hay pocas respuestas detrás/);
    const text = reason.textContent;
    expect(text).toMatch(/Diagnóstico 2024: n = 80 · grados de libertad = 12 · error estándar = 5,2\spp/);
  });

  it('warns of a whole table that should not be published', async () => {
    const reliability = { ...labelled.reliability, unreliable: 3, isPublishable: false } as never;
    renderComparison(computed({}, { reliability }));
    expect(await screen.findByText('Esta tabla no debería publicarse así')).toBeTruthy();
    expect(screen.getByText(/3 de sus 4 cifras no llegan a ser fiables/)).toBeTruthy();
  });

  it('says nothing of a table that may be published, nor of a census', async () => {
    const first = renderComparison(computed());
    await screen.findByText(/pasó de/);
    expect(screen.queryByText('Esta tabla no debería publicarse así')).toBeNull();
    first.unmount();
    renderComparison();
    await screen.findByText(/pasó de/);
    expect(screen.queryByText('fiable')).toBeNull();
  });
});

describe('the rows of a weighted sample', () => {
  it('that stand for nobody are counted where there are any', async () => {
    const samples = [ids.wave, followUpId].map((waveId, index) => ({
      waveId,
      rows: 80,
      weightless: index * 12,
      strata: null,
      clusters: 13,
    }));
    renderComparison(computed({}, { samples }));
    expect(await screen.findByText(/12 filas de «Diagnóstico 2024» tienen peso cero/)).toBeTruthy();
    expect(screen.queryByText(/de «Diagnóstico 2023» tienen peso cero/)).toBeNull();
  });
});

describe('what stands behind a change', () => {
  it('is one click from its sentence', async () => {
    renderComparison(computed());
    const button = await screen.findByRole('button', { name: 'Cómo se calculó: Asiste regularmente' });
    await userEvent.click(button);
    const panel = within(await screen.findByRole('dialog', { name: 'Asiste regularmente' }));
    expect(panel.getByText(/Taylor/)).toBeTruthy();
  });

  it('is one click from its chart', async () => {
    renderComparison(computed());
    await userEvent.click(await screen.findByRole('button', { name: 'Cómo se calculó' }));
    const panel = within(await screen.findByRole('dialog', { name: 'Cómo se calcularon estos cambios' }));
    expect(panel.getByText('Se usó en 1 cambio.')).toBeTruthy();
    expect(panel.getByText(/^Si hay conglomerados, se eligieron al azar/)).toBeTruthy();
  });

  it('holds the corrected p with its procedure and family, the assumptions and the precision', async () => {
    const { panel } = await openRow(computed());
    expect(panel.getByText(/p = 0,046, por Holm entre 2 preguntas declaradas/)).toBeTruthy();
    expect(panel.getByText('Qué supone')).toBeTruthy();
    const facts = panel.getByRole('heading', { name: 'Precisión' }).parentElement?.textContent ?? '';
    expect(facts).toMatch(/Error estándar5,2\spp/);
    expect(facts).toMatch(/Grados de libertad12/);
    expect(facts).toMatch(/Efecto de diseño1,84/);
    expect(facts).toMatch(/Conglomerados13/);
    expect(facts).not.toMatch(/Estratos/);
  });

  it('shows the prudent calculation beside the main one, and whether it leads to the same', async () => {
    const cautious = {
      method: 'cluster-robust-independent',
      interval: { lower: -0.02, upper: 0.4, level: 0.95 },
      test: { name: 'cluster-robust-t', statistic: 1.9, df: 8.4, p: 0.08 },
    };
    const first = await openRow(computed({ cautious }));
    expect(first.panel.getByText(/CR2/)).toBeTruthy();
    expect(first.panel.getByText(/el cambio ya no es claro/)).toBeTruthy();
    first.unmount();
    const interval = { lower: 0.02, upper: 0.36, level: 0.95 };
    const second = await openRow(computed({ cautious: { ...cautious, interval } }));
    expect(second.panel.getByText('Los dos cálculos llevan a lo mismo.')).toBeTruthy();
  });

  it('holds the answers of both waves where an indicator rests on a scale', async () => {
    const scale = Indicator.parse({
      ...indicator,
      measure: { kind: 'top-box', variableId: ids.belonging, boxes: 1 },
    });
    const { panel, calls } = await openRow({
      ...computed(),
      'indicator.list': () => result('indicator.list', { indicators: [scale] }),
      'variable.compare': (input) => result('variable.compare', answersCompared(input)),
    });
    expect(await panel.findByRole('heading', { name: 'Las respuestas detrás' })).toBeTruthy();
    expect(await panel.findByText(/Cómo se repartieron todas las respuestas/)).toBeTruthy();
    expect(panel.getByText(/la mediana fue «A veces».* y «Siempre»/)).toBeTruthy();
    expect(panel.getByText(/Prueba de Mann-Whitney: p = 0,012/)).toBeTruthy();
    expect(panel.getByText(/\(los valores iguales comparten el rango promedio\)/)).toBeTruthy();
    expect(panel.getByText('+1 (entre 0 y +1)')).toBeTruthy();
    expect(panel.getByText(/Correlación biserial de rangos: 0,21 \(entre 0,05 y 0,36\)/)).toBeTruthy();
    expect(lastInput(calls, 'variable.compare')).toMatchObject({
      variableId: ids.belonging,
      baselineWaveId: ids.wave,
      followUpWaveId: followUpId,
      linkage: 'independent',
    });
  });

  it('writes the medians it names as its method, and that the drawing leaves the weights out', async () => {
    const weighted = { ...simpleSampling, weightId: ids.sex };
    const scale = Indicator.parse({
      ...indicator,
      measure: { kind: 'top-box', variableId: ids.belonging, boxes: 1 },
    });
    const { panel } = await openRow({
      'comparison.compute': () => {
        const plain = comparisonResult([designedRow()], labelled);
        return result('comparison.compute', { ...plain, spec: { ...plain.spec, sampling: weighted } });
      },
      'indicator.list': () => result('indicator.list', { indicators: [scale] }),
      'variable.compare': (input) => {
        const plain = answersCompared(input);
        const groups = plain.groups.map((each) => ({
          ...each,
          method: 'design-medians' as const,
          baseline: {
            ...each.baseline,
            median: { value: 2, interval: { lower: 1, upper: 3, level: 0.95 }, reason: null },
          },
          shift: null,
          test: null,
          effectSize: null,
        }));
        return result('variable.compare', { ...plain, groups });
      },
    });
    const answers = await panel.findByText('Mediana en «Diagnóstico 2023»');
    expect(answers.nextElementSibling?.textContent).toBe('«A veces» (entre «Nunca» y «Siempre»)');
    const later = panel.getByText('Mediana en «Diagnóstico 2024»');
    expect(later.nextElementSibling?.textContent).toBe('«Siempre»');
    expect(panel.getByText(/El gráfico cuenta personas, sin los pesos declarados/)).toBeTruthy();
  });

  it('says nothing of answers behind a protected group', async () => {
    const rows = [designedRow(), row(group('Escuela 8'), null)];
    renderComparison({
      'comparison.compute': () => result('comparison.compute', comparisonResult(rows, labelled)),
    });
    await userEvent.click(await screen.findByText('Escuela 8'));
    const panel = within(await screen.findByRole('dialog'));
    expect(panel.queryByText('Las respuestas detrás')).toBeNull();
    expect(panel.queryByText('Precisión')).toBeNull();
  });
});

describe('a change that looks clear on its own', () => {
  const correction = /Al corregir por haber mirado varias preguntas a la vez, ya no es claro/;

  it('is taken back in its sentence and in the table where the correction takes it back', async () => {
    const adjusted = { p: 0.06, procedure: 'holm', family: 'declared', tests: 2 } as const;
    renderComparison(computed({ adjusted }));
    expect(await screen.findByText(correction)).toBeTruthy();
    expect(screen.getByText('no claro al corregir')).toBeTruthy();
  });

  it('stands where the corrected p holds', async () => {
    renderComparison(computed());
    await screen.findByText(/pasó de/);
    expect(screen.queryByText(correction)).toBeNull();
  });

  it('is taken back where the prudent calculation reaches zero', async () => {
    const interval = { lower: -0.02, upper: 0.4, level: 0.95 };
    renderComparison(computed({ cautious: { method: 'cluster-robust-independent', interval, test: null } }));
    expect(await screen.findByText(/Con el cálculo más prudente para pocos conglomerados/)).toBeTruthy();
  });
});

describe('several questions at once', () => {
  it('are a table that opens, with the corrected p and what can be said', async () => {
    const fading = { p: 0.06, procedure: 'holm', family: 'declared', tests: 2 } as const;
    const other = designedRow({ adjusted: fading });
    const rows = [designedRow(), { ...other, key: group('Escuela 1') }];
    renderComparison({
      'comparison.compute': () => result('comparison.compute', comparisonResult(rows, labelled)),
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Ver las 2 pruebas' }));
    const table = screen.getByRole('table', { name: 'Varias preguntas a la vez' });
    const lines = within(table)
      .getAllByRole('row')
      .map((line) => line.textContent);
    expect(lines[1]).toMatch(/p = 0,023.*p = 0,046.*El cambio sigue claro/);
    expect(lines[2]).toMatch(/p = 0,023.*p = 0,060.*Ya no es claro al corregir/);
  });

  it('are left out where there is one question only', async () => {
    renderComparison(computed());
    await screen.findByText(/pasó de/);
    expect(screen.queryByText('Varias preguntas a la vez')).toBeNull();
  });
});

describe('the options of an evaluator', () => {
  async function openOptions() {
    const view = renderComparison();
    await userEvent.click(await screen.findByRole('button', { name: 'Opciones de análisis' }));
    const panel = within(await screen.findByRole('dialog', { name: 'Opciones de análisis' }));
    const sent = (part: object) =>
      waitFor(() => expect(lastInput(view.calls, 'comparison.compute')).toMatchObject(part));
    return { ...view, panel, sent };
  }

  it('change the result at once, and go back to the usual together', async () => {
    const { panel, sent } = await openOptions();
    await userEvent.click(panel.getByRole('radio', { name: /99/ }));
    await sent({ confidenceLevel: 0.99 });
    await userEvent.click(panel.getByRole('radio', { name: 'Miettinen y Nurminen' }));
    await sent({ analysis: { proportionInterval: 'miettinen-nurminen' } });
    await userEvent.click(panel.getByRole('radio', { name: /Pratt/ }));
    await sent({ analysis: { zeroRule: 'pratt' } });
    await userEvent.click(panel.getByRole('button', { name: 'Volver a lo habitual' }));
    // The first answer is still known, so it is not asked for again.
    expect(panel.getByRole('radio', { name: /95/ })).toHaveProperty('checked', true);
    expect(panel.getByRole('radio', { name: /^Newcombe/ }).getAttribute('aria-checked')).toBe('true');
    expect(panel.getByRole('button', { name: 'Volver a lo habitual' })).toHaveProperty('disabled', true);
  });

  it('take another standard of reliability, or none', async () => {
    const { panel, sent } = await openOptions();
    await userEvent.click(panel.getByRole('combobox', { name: 'Norma de fiabilidad' }));
    await userEvent.click(await screen.findByRole('option', { name: 'CEPAL 2023' }));
    await sent({ analysis: { reliabilityStandard: 'cepal-2023' } });
    await userEvent.click(panel.getByRole('combobox', { name: 'Norma de fiabilidad' }));
    await userEvent.click(await screen.findByRole('option', { name: 'Ninguna' }));
    await sent({ analysis: { reliabilityStandard: 'none' } });
  });

  it('declare which indicators were the questions', async () => {
    const { panel, sent } = await openOptions();
    await userEvent.click(panel.getByRole('radio', { name: /^Solo los que se declararon/ }));
    await userEvent.click(panel.getByRole('checkbox', { name: 'Asiste regularmente' }));
    await sent({ analysis: { familyIndicatorIds: [indicator.id] } });
    await userEvent.click(panel.getByRole('radio', { name: /^Todos los indicadores/ }));
    await sent({ analysis: { familyIndicatorIds: [] } });
  });
});

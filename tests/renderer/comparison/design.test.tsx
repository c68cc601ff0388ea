// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { MethodOutput } from '../../../shared/contract';
import { Comparison } from '../../../shared/domain/comparison';
import { DeclaredDesign, simpleSampling } from '../../../shared/domain/design';
import { VariableId } from '../../../shared/domain/ids';
import { Instrument } from '../../../shared/domain/instrument';
import { lastInput, renderComparison, undeclared } from '../support/comparison-screen';
import { type FakeAnswers, failure, result } from '../support/fake-host';
import { ids, instrument } from '../support/fixtures';
import { attends, comparisonId, followUpId } from '../support/results';

const school = VariableId.parse('var_escuela');
const factor = VariableId.parse('var_factor0');
const more = Instrument.parse({
  ...instrument,
  variables: [
    ...instrument.variables,
    {
      ...instrument.variables[0],
      id: school,
      name: 'escuela',
      label: 'Escuela',
      options: [
        { value: 'E1', label: 'Escuela 1' },
        { value: 'E2', label: 'Escuela 2' },
      ],
    },
    {
      ...instrument.variables[0],
      id: factor,
      name: 'factor',
      label: 'Factor',
      type: 'decimal',
      role: 'measure',
      options: [],
    },
  ],
});
const hinted: MethodOutput<'design.get'> = {
  ...undeclared,
  hints: [
    { fact: 'linkage', variableId: null, evidence: 'identifiers-repeat', share: 412 / 605, count: 412 },
    { fact: 'weight', variableId: factor, evidence: 'weight-like', share: 1, count: 40 },
    { fact: 'cluster', variableId: school, evidence: 'school-like', share: 1, count: 13 },
  ],
};
const declared = DeclaredDesign.parse({
  instrumentId: ids.instrument,
  coverage: 'sample',
  linkage: 'matched',
  sampling: { ...simpleSampling, clusterId: school },
  declaredAt: '2024-03-05T12:00:00Z',
});
const known: FakeAnswers = {
  'instrument.list': () => result('instrument.list', { instruments: [more] }),
  'design.get': () => result('design.get', hinted),
  'design.save': (input) =>
    result('design.save', DeclaredDesign.parse({ ...input, declaredAt: declared.declaredAt })),
};

async function openPanel(answers: FakeAnswers = {}) {
  const view = renderComparison({ ...known, ...answers });
  await userEvent.click(await screen.findByRole('button', { name: 'Declarar el diseño' }));
  const panel = within(await screen.findByRole('dialog', { name: 'Diseño declarado' }));
  await panel.findByRole('radio', { name: 'A una parte' });
  return { ...view, panel };
}

/** True for the answer that is chosen; the answers are cards, which say so themselves. */
function isChosen(answer: HTMLElement): boolean {
  return answer.getAttribute('aria-checked') === 'true';
}

describe('the four questions of the design', () => {
  it('stand together in one panel with what the data say about each', async () => {
    const { panel } = await openPanel();
    expect(panel.getAllByRole('heading', { level: 3 }).map((each) => each.textContent)).toEqual([
      '1. ¿A quiénes se preguntó?',
      '2. ¿Son las mismas personas?',
      '3. ¿Se eligieron por grupos?',
      '4. ¿Hay pesos o se conoce el tamaño de la población?',
      'Qué resulta de estas respuestas',
    ]);
    expect(panel.getByText(/412 de 605 identificadores se repiten/)).toBeTruthy();
    expect(panel.getByText(/«Escuela» reúne 13 grupos/)).toBeTruthy();
    expect(panel.getByText(/«Factor» se ve como un peso/)).toBeTruthy();
  });

  it('take what the data suggest with one press, and then say that they bear it out', async () => {
    const { panel } = await openPanel();
    expect(panel.getByText(/Los datos sugieren otra cosa/)).toBeTruthy();
    await userEvent.click(panel.getByRole('button', { name: 'Usar lo que sugieren' }));
    expect(panel.getByText(/Los datos lo apoyan/)).toBeTruthy();
    expect(panel.getByRole('radio', { name: /^Sí, y se reconocen/ })).satisfy(isChosen);
  });

  it('do not take a column of schools for a sample of schools unless told so', async () => {
    const { panel } = await openPanel();
    expect(panel.getByRole('radio', { name: /^No, de a una persona/ })).satisfy(isChosen);
  });

  it('name the method that follows while they are answered', async () => {
    const { panel } = await openPanel();
    const consequence = within(panel.getByRole('region', { name: 'Qué resulta de estas respuestas' }));
    expect(consequence.getByText(/intervalo de Newcombe/)).toBeTruthy();
    await userEvent.click(panel.getByRole('radio', { name: /^A todas las personas/ }));
    expect(consequence.getByText(/diferencia exacta/)).toBeTruthy();
    expect(panel.getAllByText(/esto no cambia ninguna cifra/)).toHaveLength(2);
  });

  it('offer a second opinion where the groups are few', async () => {
    const { panel } = await openPanel();
    const [groups] = panel.getAllByRole('button', { name: 'Usar esta columna' });
    if (groups) await userEvent.click(groups);
    expect(panel.getByText(/aparece un segundo cálculo, más prudente/)).toBeTruthy();
  });

  it('are declared for the project, and the result follows', async () => {
    const { panel, calls } = await openPanel();
    const [groups] = panel.getAllByRole('button', { name: 'Usar esta columna' });
    if (groups) await userEvent.click(groups);
    await userEvent.click(panel.getByRole('button', { name: 'Guardar el diseño' }));
    const sampling = { ...simpleSampling, clusterId: school };
    await waitFor(() =>
      expect(lastInput(calls, 'design.save')).toEqual({
        instrumentId: ids.instrument,
        coverage: 'sample',
        linkage: 'independent',
        sampling,
      }),
    );
    await waitFor(() => expect(lastInput(calls, 'comparison.compute')).toMatchObject({ sampling }));
    expect(await screen.findByRole('button', { name: 'Deshacer' })).toBeTruthy();
  });

  it('can be tried on one comparison without declaring them', async () => {
    const { panel, calls } = await openPanel();
    await userEvent.click(panel.getByRole('radio', { name: /^A todas las personas/ }));
    await userEvent.click(panel.getByRole('button', { name: 'Usar solo aquí' }));
    await waitFor(() => expect(lastInput(calls, 'comparison.compute')).toMatchObject({ coverage: 'census' }));
    expect(lastInput(calls, 'design.save')).toBeUndefined();
  });

  it('take the size of the population wave by wave', async () => {
    const { panel, calls } = await openPanel();
    await userEvent.click(panel.getByRole('switch', { name: /Se conoce cuántos había/ }));
    await userEvent.click(panel.getByRole('checkbox', { name: /El mismo total/ }));
    await userEvent.type(panel.getByLabelText('Personas que había en total: Diagnóstico 2023'), '1200');
    await userEvent.type(panel.getByLabelText('Personas que había en total: Diagnóstico 2024'), '1350');
    await userEvent.click(panel.getByRole('button', { name: 'Guardar el diseño' }));
    await waitFor(() =>
      expect(lastInput(calls, 'design.save')).toMatchObject({
        sampling: {
          populations: [
            { waveId: ids.wave, stratum: null, size: 1200 },
            { waveId: followUpId, stratum: null, size: 1350 },
          ],
        },
      }),
    );
  });

  it('take a size for each stratum where strata are declared', async () => {
    const { panel } = await openPanel();
    await userEvent.click(panel.getByRole('button', { name: 'Opciones' }));
    await userEvent.click(panel.getByRole('combobox', { name: /¿Se sorteó por separado/ }));
    await userEvent.click(await screen.findByRole('option', { name: 'Escuela' }));
    await userEvent.click(panel.getByRole('switch', { name: /Se conoce cuántos había/ }));
    expect(panel.getByLabelText('Personas que había en total: Escuela 2, Total')).toBeTruthy();
    expect(panel.getByRole('combobox', { name: 'Si un estrato tiene un solo grupo' })).toBeTruthy();
  });

  it('show in the panel why a design cannot be declared, and keep the answers', async () => {
    const { panel } = await openPanel({
      'design.save': () =>
        failure('population-too-small', { wave: 'Diagnóstico 2023', size: 10, people: 605 }),
    });
    await userEvent.click(panel.getByRole('radio', { name: /^A todas las personas/ }));
    await userEvent.click(panel.getByRole('button', { name: 'Guardar el diseño' }));
    expect(await panel.findByRole('heading', { name: /menor que la muestra/ })).toBeTruthy();
    expect(panel.getByRole('radio', { name: /^A todas las personas/ })).satisfy(isChosen);
  });
});

describe('the design of a comparison', () => {
  const saved = Comparison.parse({
    id: comparisonId,
    name: 'Escuelas',
    createdAt: declared.declaredAt,
    updatedAt: declared.declaredAt,
    spec: {
      baselineWaveId: ids.wave,
      followUpWaveIds: [followUpId],
      indicatorIds: [attends],
      breakdown: [],
      linkage: 'independent',
      coverage: 'sample',
      confidenceLevel: 0.95,
      audience: 'publication',
    },
  });
  const withDeclared: FakeAnswers = {
    ...known,
    'design.get': () => result('design.get', { ...hinted, declared }),
    'comparison.list': () => result('comparison.list', { comparisons: [saved] }),
  };

  it('is told in one line, and as not declared until it is', async () => {
    renderComparison(known);
    expect(await screen.findByText('Muestras de personas distintas')).toBeTruthy();
    expect(await screen.findByText('sin declarar')).toBeTruthy();
  });

  it('says where a saved comparison does not use the declared one, and takes it when told to', async () => {
    const { calls } = renderComparison(withDeclared, `/comparacion/${comparisonId}`);
    const notice = await screen.findByText(/no usa el diseño declarado/);
    expect(notice.textContent).toContain(
      'Muestra de las mismas personas, 13 grupos de «Escuela» como conglomerados',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Usar el declarado' }));
    await waitFor(() =>
      expect(lastInput(calls, 'comparison.compute')).toMatchObject({
        linkage: 'matched',
        sampling: { clusterId: school },
      }),
    );
    expect(screen.queryByText(/no usa el diseño declarado/)).toBeNull();
    expect(screen.getByRole('button', { name: 'Guardar cambios' })).toHaveProperty('disabled', false);
  });

  it('is the declared one in a new comparison', async () => {
    const { calls } = renderComparison({
      ...withDeclared,
      'comparison.propose': () =>
        result('comparison.propose', {
          baselineWaveId: ids.wave,
          followUpWaveIds: [followUpId],
          linkage: declared.linkage,
          coverage: declared.coverage,
          sampling: declared.sampling,
          sharedPeople: 412,
        }),
    });
    await screen.findByText(/pasó de/);
    expect(lastInput(calls, 'comparison.compute')).toMatchObject({
      linkage: 'matched',
      sampling: { clusterId: school },
    });
    expect(screen.queryByText(/no usa el diseño declarado/)).toBeNull();
  });

  it('can be mended from a failure that it caused', async () => {
    renderComparison({
      ...known,
      'comparison.compute': () =>
        failure('weights-invalid', { wave: 'Diagnóstico 2023', variable: 'Factor', missing: 12, line: 40 }),
    });
    expect(await screen.findByText(/Filas sin peso: 12/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Cambiar el diseño' }));
    expect(await screen.findByRole('dialog', { name: 'Diseño declarado' })).toBeTruthy();
  });
});

// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { computePlanning } from '../../electron/engine/planning/compute';
import PlanningScreen from '../../renderer/features/planning';
import { firstForm, planningSpecOf } from '../../renderer/features/planning/planning-form';
import { PlanningSpec } from '../../shared/domain/planning';
import { type FakeAnswers, type FakeCall, fakeHost, result } from './support/fake-host';
import { renderScreen } from './support/render-screen';

const answers: FakeAnswers = {
  'planning.compute': (spec) => result('planning.compute', computePlanning(PlanningSpec.parse(spec))),
};

function renderPlanning() {
  const fake = fakeHost(answers);
  return { ...fake, ...renderScreen(<PlanningScreen />, { host: fake.host, path: '/planificar' }) };
}

function lastSpec(calls: readonly FakeCall[]): PlanningSpec {
  return PlanningSpec.parse(calls.filter(({ method }) => method === 'planning.compute').at(-1)?.input);
}

describe('the form of a plan', () => {
  it('takes 65 % less 50 % as 15 points exactly', () => {
    expect(planningSpecOf(firstForm)?.outcome).toEqual({ kind: 'proportion', baseline: 0.5, change: 0.15 });
  });

  it('asks nothing while a figure is missing or impossible', () => {
    expect(planningSpecOf({ ...firstForm, baseline: null })).toBeNull();
    expect(planningSpecOf({ ...firstForm, expected: null })).toBeNull();
    expect(planningSpecOf({ ...firstForm, baseline: 1.2 })).toBeNull();
    expect(planningSpecOf({ ...firstForm, hasClusters: true, peopleEach: null })).toBeNull();
    expect(planningSpecOf({ ...firstForm, outcome: 'mean', standardDeviation: 0 })).toBeNull();
  });

  it('forgets those lost where nobody is asked twice', () => {
    expect(planningSpecOf(firstForm)?.attrition).toBe(0);
    expect(planningSpecOf({ ...firstForm, linkage: 'matched' })?.attrition).toBe(0.2);
  });
});

describe('the plan on screen', () => {
  it('answers a first plan at once', async () => {
    renderPlanning();
    expect(await screen.findByText(/se necesitan 170 personas con respuesta en cada medición/)).toBeTruthy();
    const table = screen.getByRole('table', { name: 'Con otros cambios esperados' });
    expect(within(table).getAllByRole('row')).toHaveLength(7);
  });

  it('follows each figure as it is typed', async () => {
    const { calls } = renderPlanning();
    const user = userEvent.setup();
    const expected = await screen.findByLabelText('Y esperas que llegue a');
    await user.clear(expected);
    await user.type(expected, '70');
    await waitFor(() => expect(lastSpec(calls).outcome).toMatchObject({ change: 0.2 }));
    expect(await screen.findByText(/70,0/, { selector: 'p' })).toBeTruthy();
  });

  it('says what is missing instead of an old answer', async () => {
    renderPlanning();
    const user = userEvent.setup();
    await screen.findByText(/170 personas/);
    await user.clear(screen.getByLabelText('Hoy es cerca de'));
    expect(await screen.findByText('Completa los datos para ver el resultado.')).toBeTruthy();
    expect(screen.queryByText(/170 personas/)).toBeNull();
  });

  it('turns the question round, for the same people and for schools', async () => {
    const { calls } = renderPlanning();
    const user = userEvent.setup();
    await user.click(await screen.findByLabelText('Qué cambio puedo detectar'));
    await user.click(screen.getByLabelText('A las mismas personas'));
    await user.click(screen.getByRole('button', { name: 'Opciones' }));
    await user.click(screen.getByLabelText('Se pregunta por cursos, escuelas u otros grupos'));
    expect(await screen.findByText(/Son unos \d+ grupos de 20 personas/)).toBeTruthy();
    expect(screen.getByText(/se detecta que 50,0.% suba a/)).toBeTruthy();
    expect(lastSpec(calls)).toMatchObject({
      question: 'detectable-change',
      linkage: 'matched',
      clusters: { peopleEach: 20, intraclassCorrelation: 0.05 },
      attrition: 0.2,
    });
    await user.click(screen.getByRole('button', { name: 'Cómo se calculó' }));
    expect((await screen.findByRole('dialog')).textContent).toMatch(/McNemar.*Efecto de diseño 1,95/);
  });
});

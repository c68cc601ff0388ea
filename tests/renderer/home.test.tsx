// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { Route } from 'wouter';
import HomeScreen from '../../renderer/features/home';
import { journeySteps } from '../../renderer/features/home/journey';
import { type FakeAnswers, failure, fakeHost, result } from './support/fake-host';
import { currentProject, project, wave } from './support/fixtures';
import { renderScreen } from './support/render-screen';

function renderHome(answers: FakeAnswers, path = '/inicio') {
  const fake = fakeHost({ 'project.recent': () => result('project.recent', { recent: [] }), ...answers });
  const view = renderScreen(
    <Route path="/inicio/:panel?">
      <HomeScreen />
    </Route>,
    { host: fake.host, path },
  );
  return { ...fake, ...view };
}

const openProject: FakeAnswers = {
  'project.current': () => result('project.current', currentProject),
  'wave.list': () => result('wave.list', { waves: [wave] }),
};

describe('the first screen without a project', () => {
  it('offers the demonstration, a new project and a file', async () => {
    renderHome({ 'project.current': () => result('project.current', { project: null }) });
    expect(await screen.findByRole('button', { name: /Recorrer la demostración/ })).toBeTruthy();
    expect(screen.getByRole('button', { name: /Crear un proyecto/ })).toBeTruthy();
    expect(screen.getByRole('button', { name: /Abrir un archivo/ })).toBeTruthy();
    expect(await screen.findByText(/Los que abras quedarán anotados/)).toBeTruthy();
  });

  it('says what went wrong and asks again when told to', async () => {
    let isBroken = true;
    renderHome({
      'project.current': () =>
        isBroken ? failure('engine-stopped') : result('project.current', { project: null }),
    });
    const retry = await screen.findByRole('button', { name: 'Reintentar' });
    isBroken = false;
    await userEvent.click(retry);
    expect(await screen.findByRole('button', { name: /Crear un proyecto/ })).toBeTruthy();
  });
});

describe('the first screen with a project', () => {
  it('names the next step of the journey and links to it', async () => {
    renderHome(openProject);
    const links = await screen.findAllByRole('link', { name: 'Importar la medición siguiente' });
    expect(links[0]?.getAttribute('href')).toBe('/mediciones/importar');
    expect(screen.getByText('Diagnóstico 2023')).toBeTruthy();
  });

  it('does not lower a privacy threshold without a written reason, and sends the reason with it', async () => {
    const { calls } = renderHome(
      { ...openProject, 'project.configure': () => result('project.configure', project) },
      '/inicio/ajustes',
    );
    const field = await screen.findByLabelText('Al publicar o entregar');
    await userEvent.clear(field);
    await userEvent.type(field, '6');
    const save = screen.getByRole('button', { name: 'Guardar ajustes' });
    expect(save).toHaveProperty('disabled', true);
    await userEvent.type(
      screen.getByLabelText('¿Por qué se baja el mínimo?'),
      'Informe interno del convenio',
    );
    expect(save).toHaveProperty('disabled', false);
    await userEvent.click(save);
    await waitFor(() => {
      const sent = calls.find((call) => call.method === 'project.configure')?.input;
      expect(sent).toMatchObject({
        reason: 'Informe interno del convenio',
        settings: { thresholdPublication: 6 },
      });
    });
  });
});

describe('the steps of the journey', () => {
  it('takes the first step without a result as the next one and leaves the rest for later', () => {
    const states = journeySteps(project, [{ moment: 'ex-ante' }]).map((step) => step.state);
    expect(states).toEqual(['done', 'next', 'later', 'later', 'later', 'later']);
  });

  it('keeps later results done even when an earlier step is missing', () => {
    const counts = { ...project.counts, practices: 1 };
    const steps = journeySteps({ ...project, counts }, []);
    expect(steps[0]?.state).toBe('next');
    expect(steps[5]?.state).toBe('done');
  });
});

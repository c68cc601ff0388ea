// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { Route, Switch } from 'wouter';
import PanelScreen from '../../../renderer/features/panel';
import { Comparison } from '../../../shared/domain/comparison';
import { Indicator } from '../../../shared/domain/indicator';
import type { PanelResult } from '../../../shared/domain/panel';
import type { Locale } from '../../../shared/text';
import { lastInput, proposal } from '../support/comparison-screen';
import { type FakeAnswers, failure, fakeHost, result, worksUntilCancelled } from '../support/fake-host';
import { ids, project } from '../support/fixtures';
import {
  course,
  figure,
  nationality,
  panelInstrument,
  panelResult,
  panelWaves,
} from '../support/panel-results';
import { renderScreen } from '../support/render-screen';
import { attends, comparisonId, followUpId, indicator, score } from '../support/results';

const spec = {
  baselineWaveId: ids.wave,
  followUpWaveIds: [followUpId],
  indicatorIds: [attends, score],
  breakdown: [],
  linkage: 'matched' as const,
  coverage: 'sample' as const,
  confidenceLevel: 0.9,
  audience: 'internal' as const,
};
const saved = Comparison.parse({
  id: comparisonId,
  name: 'Por indicador',
  spec,
  createdAt: '2024-03-05T12:00:00Z',
  updatedAt: '2024-03-05T12:00:00Z',
});
const days = Indicator.parse({
  ...indicator,
  id: score,
  name: 'Días de clases',
  measure: { kind: 'total', variableId: ids.belonging },
});

const answers: FakeAnswers = {
  'project.current': () => result('project.current', { project }),
  'wave.list': () => result('wave.list', { waves: panelWaves }),
  'instrument.list': () => result('instrument.list', { instruments: [panelInstrument] }),
  'indicator.list': () => result('indicator.list', { indicators: [indicator, days] }),
  'comparison.list': () => result('comparison.list', { comparisons: [saved] }),
  'comparison.propose': () => result('comparison.propose', { ...proposal, linkage: 'matched' }),
  'panel.describe': () => result('panel.describe', panelResult()),
};

function renderPanel(more: FakeAnswers = {}, path = '/comparacion/seguimiento', locale: Locale = 'es') {
  const fake = fakeHost({ ...answers, ...more });
  const view = renderScreen(
    <Switch>
      <Route path="/comparacion/seguimiento">
        <PanelScreen />
      </Route>
      <Route path="/comparacion/:id/seguimiento">
        <PanelScreen />
      </Route>
    </Switch>,
    { host: fake.host, path, locale },
  );
  return { ...fake, ...view };
}

function described(more: Partial<PanelResult>): FakeAnswers {
  return { 'panel.describe': () => result('panel.describe', panelResult(more)) };
}

const section = (name: string) => screen.findByRole('region', { name });

describe('what is asked', () => {
  it('is the design of the saved comparison, its indicators and its audience', async () => {
    const { calls } = renderPanel({}, `/comparacion/${comparisonId}/seguimiento`);
    await section('Cuántas personas se quedaron');
    expect(lastInput(calls, 'panel.describe')).toEqual({
      baselineWaveId: ids.wave,
      followUpWaveId: followUpId,
      indicatorIds: [attends, score],
      compositionVariableIds: [ids.sex, nationality],
      coverage: 'sample',
      confidenceLevel: 0.9,
      audience: 'internal',
    });
    expect(screen.getByRole('link', { name: 'Por indicador' }).getAttribute('href')).toBe(
      `/comparacion/${comparisonId}`,
    );
  });

  it('describes the people by what the comparison is split by, where it is split', async () => {
    const split = { ...saved, spec: { ...spec, breakdown: [course] } };
    const { calls } = renderPanel(
      { 'comparison.list': () => result('comparison.list', { comparisons: [split] }) },
      `/comparacion/${comparisonId}/seguimiento`,
    );
    await section('Cuántas personas se quedaron');
    expect(lastInput(calls, 'panel.describe')).toMatchObject({ compositionVariableIds: [course] });
  });

  it('describes the people by three questions at most', async () => {
    const { calls } = renderPanel();
    await section('Cuántas personas se quedaron');
    await userEvent.click(screen.getByRole('button', { name: /¿Qué describe a las personas\?/ }));
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Curso' }));
    await waitFor(() =>
      expect(lastInput(calls, 'panel.describe')).toMatchObject({
        compositionVariableIds: [ids.sex, nationality, course],
      }),
    );
    expect(
      screen.getByRole<HTMLInputElement>('checkbox', { name: 'Me siento parte de mi escuela' }).disabled,
    ).toBe(true);
  });

  it('keeps only what both waves asked', async () => {
    const [first, second] = panelWaves;
    if (!first || !second) throw new Error('two waves are needed');
    const without = { ...second, variableIds: second.variableIds.filter((id) => id !== nationality) };
    const { calls } = renderPanel({ 'wave.list': () => result('wave.list', { waves: [first, without] }) });
    await section('Cuántas personas se quedaron');
    expect(lastInput(calls, 'panel.describe')).toMatchObject({ compositionVariableIds: [ids.sex] });
  });
});

describe('what is said', () => {
  it('first of all how many people were found again, with the interval of that share', async () => {
    renderPanel();
    const flow = await section('Cuántas personas se quedaron');
    expect(flow.textContent).toContain('442 (73,1\u00a0%) se encontraron de nuevo');
    expect(flow.textContent).toContain('entre 68,1\u00a0% y 78,1\u00a0%, con 95\u00a0% de confianza');
  });

  it('is not that those lost started elsewhere when the correction takes it back', async () => {
    renderPanel();
    const part = await section('En qué se distinguían al comienzo');
    expect(part.textContent).toContain('no se distingue que quienes se perdieron partieran distinto');
    const row = within(part).getByRole('row', { name: /Asiste regularmente/ });
    expect(row.textContent).toContain('Ya no es claro al corregir');
    expect(row.textContent).toContain('p = 0,196');
  });

  it('hides what is protected and says nothing of it', async () => {
    renderPanel();
    const part = await section('En qué se distinguían al comienzo');
    const row = within(part).getByRole('row', { name: /Días de clases/ });
    expect(within(row).getAllByText('Protegido')).toHaveLength(3);
    expect(row.textContent).not.toMatch(/\d/);
  });

  it('compares who the people were, one variable at a time', async () => {
    renderPanel();
    const part = await section('En qué se distinguían al comienzo');
    await userEvent.click(within(part).getByRole('radio', { name: 'Sexo' }));
    const row = await within(part).findByRole('row', { name: /Femenino/ });
    expect(row.textContent).toContain('50,7\u00a0%');
    expect(within(part).queryByRole('row', { name: /Asiste regularmente/ })).toBeNull();
  });

  it('is how the change would read had those lost changed like the people who resemble them', async () => {
    renderPanel();
    const part = await section('¿Y si se hubiera encontrado a todas?');
    expect(part.textContent).toContain('por «Sexo», el cambio se leería igual');
    expect(part.textContent).toContain('Es una revisión, no un resultado nuevo');
    expect(part.textContent).toContain('Sin calcular: Días de clases (un total o un recuento');
    await userEvent.click(within(part).getByRole('button', { name: /Qué va con que se encuentre/ }));
    expect(part.textContent).toContain('Femenino frente a Masculino');
    expect(part.textContent).toContain('442 personas informan como 442');
  });

  it('warns where a few people weigh much more than the rest', async () => {
    const weighting = panelResult().weighting;
    if (!weighting?.weights) throw new Error('weights are needed');
    renderPanel(
      described({ weighting: { ...weighting, weights: { ...weighting.weights, isExtreme: true } } }),
    );
    const part = await section('¿Y si se hubiera encontrado a todas?');
    expect(part.textContent).toContain('estas cifras son frágiles');
  });

  it('leaves out an indicator that is made of what is held fixed, and says why', async () => {
    renderPanel();
    const part = await section('El cambio, con la composición de la línea base');
    expect(part.textContent).toContain('Sin calcular: Asiste regularmente (se arma con «Sexo»');
    expect(within(part).queryByRole('table')).toBeNull();
  });

  it('opens the sentence, the method and what it supposes with one key press on a row', async () => {
    renderPanel();
    const part = await section('En qué se distinguían al comienzo');
    within(part)
      .getByRole('row', { name: /Asiste regularmente/ })
      .focus();
    await userEvent.keyboard('{Enter}');
    const panel = await screen.findByRole('dialog', { name: 'Asiste regularmente' });
    expect(panel.textContent).toContain('ya no es clara');
    expect(panel.textContent).toContain('Diferencia de dos porcentajes con intervalo de Newcombe');
    expect(panel.textContent).toContain('Qué supone');
  });

  it('opens how a part was calculated, with the methods its figures come from', async () => {
    renderPanel();
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Cómo se calculó: El cambio, con la composición de la línea base',
      }),
    );
    const panel = await screen.findByRole('dialog');
    expect(panel.textContent).toContain('Estandarización directa a la composición de la línea base');
  });

  it('stands in English too', async () => {
    renderPanel({}, '/comparacion/seguimiento', 'en');
    const part = await section('How they differed at the start');
    expect(part.textContent).toContain('Not clear once corrected');
    await userEvent.click(within(part).getByRole('radio', { name: 'Sexo' }));
    expect(await within(part).findByRole('row', { name: /No answer/ })).toBeTruthy();
  });
});

describe('where there is less to tell', () => {
  it('says why people cannot be followed, and still compares who they are', async () => {
    renderPanel(
      described({ linkProblem: 'waves-without-identifier', flow: null, attrition: null, weighting: null }),
    );
    expect(await screen.findByText(/no tienen un identificador en común/)).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'Cuántas personas se quedaron' })).toBeNull();
    expect(await section('Cómo cambió el grupo')).toBeTruthy();
  });

  it('compares nobody where nobody was lost', async () => {
    const flow = panelResult().flow;
    if (!flow) throw new Error('a flow is needed');
    renderPanel(described({ flow: { ...flow, both: 605, onlyBaseline: 0, retention: figure(1) } }));
    const part = await section('En qué se distinguían al comienzo');
    expect(part.textContent).toContain('No se perdió a nadie');
    expect(within(part).queryByRole('table')).toBeNull();
    expect(screen.queryByRole('region', { name: '¿Y si se hubiera encontrado a todas?' })).toBeNull();
  });

  it('gives no count where the groups of the flow are too small', async () => {
    const flow = panelResult().flow;
    if (!flow) throw new Error('a flow is needed');
    const hidden = { both: null, onlyBaseline: null, onlyFollowUp: null };
    renderPanel(described({ flow: { ...flow, ...hidden, status: 'suppressed', retention: figure(null) } }));
    const part = await section('Cuántas personas se quedaron');
    expect(part.textContent).toContain('alguno de los grupos es demasiado pequeño');
    expect(part.textContent).not.toContain('442');
  });

  it('asks once for what describes the people where nothing does', async () => {
    renderPanel(described({ composition: [], compositionChange: [] }));
    expect(await screen.findAllByText(/Elige arriba al menos un dato/)).toHaveLength(1);
    expect(screen.queryByRole('region', { name: 'Cómo cambió el grupo' })).toBeNull();
  });

  it('says what went wrong and tries again', async () => {
    let fails = true;
    renderPanel({
      'panel.describe': () =>
        fails ? failure('identifier-repeated', { wave: 'x' }) : result('panel.describe', panelResult()),
    });
    await screen.findByRole('alert');
    fails = false;
    await userEvent.click(screen.getByRole('button', { name: 'Reintentar' }));
    expect(await section('Cuántas personas se quedaron')).toBeTruthy();
  });

  it('says how far it has come while it works', async () => {
    renderPanel({
      'panel.describe': (_input, signal) =>
        worksUntilCancelled({ stage: 'computing', share: 0.5, done: 1, total: 2 }, signal),
    });
    expect(await screen.findByRole('progressbar')).toBeTruthy();
  });

  it('says that a comparison no longer exists', async () => {
    renderPanel({}, '/comparacion/cmp_zzzzzz/seguimiento');
    expect(await screen.findByText(/Esta comparación ya no existe/)).toBeTruthy();
  });
});

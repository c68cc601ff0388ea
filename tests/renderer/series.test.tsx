// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import SeriesScreen from '../../renderer/features/series';
import { Instrument } from '../../shared/domain/instrument';
import { SeriesSpec } from '../../shared/domain/series';
import { Wave } from '../../shared/domain/wave';
import { registerIds, seriesResult } from '../support/series-result';
import { type FakeAnswers, type FakeCall, failure, fakeHost, result } from './support/fake-host';
import { ids, instrument, project, wave } from './support/fixtures';
import { renderScreen } from './support/render-screen';

const noise = [3, -2, 1, -4, 2, 0, -1, 4, -3, 1, 2, -3, 0, 2, -2, 3, -1, -2, 4, -3, 1, 0, -1, 2];
const jump = noise.map((value, index) => 100 + value + (index >= 12 ? 40 : 0));

const register = Instrument.parse({
  ...instrument,
  name: 'Registro de atenciones',
  variables: [
    ...instrument.variables,
    {
      ...instrument.variables[0],
      id: registerIds.day,
      name: 'fecha',
      label: 'Fecha de atención',
      type: 'date',
      options: [],
    },
  ],
});
const file = Wave.parse({
  ...wave,
  id: registerIds.wave,
  name: 'Registro',
  variableIds: [registerIds.day, ids.sex],
});
const answers: FakeAnswers = {
  'project.current': () => result('project.current', { project }),
  'wave.list': () => result('wave.list', { waves: [file] }),
  'instrument.list': () => result('instrument.list', { instruments: [register] }),
  'indicator.list': () => result('indicator.list', { indicators: [] }),
  'series.compute': (spec) =>
    result(
      'series.compute',
      seriesResult(jump, spec.cutDate === null ? { cut: null, refusals: ['no-cut'] } : { hidden: [3, 4] }),
    ),
};

function renderSeries(more: FakeAnswers = {}) {
  const fake = fakeHost({ ...answers, ...more });
  return { ...fake, ...renderScreen(<SeriesScreen />, { host: fake.host, path: '/serie' }) };
}

function lastSpec(calls: readonly FakeCall[]): SeriesSpec {
  return SeriesSpec.parse(calls.filter(({ method }) => method === 'series.compute').at(-1)?.input);
}

describe('the series over time', () => {
  it('counts the cases of every file by month before anything is asked', async () => {
    const { calls } = renderSeries();
    expect(await screen.findByText(/Escribe la fecha del cambio/)).toBeTruthy();
    expect(lastSpec(calls)).toMatchObject({
      waveIds: [registerIds.wave],
      dateVariableId: registerIds.day,
      period: 'month',
      measure: { kind: 'cases' },
      cutDate: null,
      audience: 'publication',
    });
    expect(screen.queryByRole('table', { name: 'Cambio de nivel y de ritmo' })).toBeNull();
  });

  it('says what happened as soon as the date is written', async () => {
    const { calls } = renderSeries();
    const user = userEvent.setup();
    await user.type(await screen.findByLabelText('¿Desde qué día cambió algo?'), '01-01-2023');
    expect(await screen.findByText(/subió de golpe/)).toBeTruthy();
    expect(lastSpec(calls).cutDate).toBe('2023-01-01');
    const table = screen.getByRole('table', { name: 'Cambio de nivel y de ritmo' });
    const row = within(table).getByRole('row', { name: /Salto en la fecha/ });
    expect(row.textContent).toMatch(/\+\d+,\d\scasos/);
    expect(screen.getByText(/2 períodos tienen menos de 10 casos/)).toBeTruthy();
  });

  it('shows the method one click away, with what it supposes', async () => {
    renderSeries({ 'series.compute': () => result('series.compute', seriesResult(jump)) });
    const user = userEvent.setup();
    const [link] = await screen.findAllByRole('button', { name: 'Cómo se calculó' });
    if (!link) throw new Error('no link');
    await user.click(link);
    const panel = await screen.findByRole('dialog');
    expect(panel.textContent).toMatch(/Newey y West con 2 rezagos/);
    expect(panel.textContent).toMatch(/nada más ocurrió en la misma fecha/);
  });

  it('asks again with every option', async () => {
    const { calls } = renderSeries();
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Opciones' }));
    await user.click(screen.getByLabelText('Descontar la época del año'));
    await user.click(screen.getByLabelText('Contar también los períodos incompletos'));
    await user.type(screen.getByLabelText('Rezagos'), '6');
    await user.click(screen.getByLabelText('Trimestre'));
    await waitFor(() =>
      expect(lastSpec(calls)).toMatchObject({
        seasonality: 'month-dummies',
        includePartial: true,
        lags: 6,
        period: 'quarter',
      }),
    );
  });

  it('says why there are no lines', async () => {
    const refused = seriesResult(jump, { refusals: ['too-few-after'] });
    renderSeries({ 'series.compute': () => result('series.compute', refused) });
    expect(await screen.findByText(/muy pocos períodos completos después de la fecha/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Cómo se calculó' })).toBeNull();
  });

  it('says what to do where no file has a date', async () => {
    renderSeries({ 'instrument.list': () => result('instrument.list', { instruments: [instrument] }) });
    expect(await screen.findByRole('heading', { name: 'Falta un registro con fechas' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Importar un registro' })).toBeTruthy();
  });

  it('does not offer the date of birth as the date of a case', async () => {
    const born = Instrument.parse({
      ...register,
      variables: register.variables.map((variable) =>
        variable.id === registerIds.day ? { ...variable, identity: 'birth-date' } : variable,
      ),
    });
    renderSeries({ 'instrument.list': () => result('instrument.list', { instruments: [born] }) });
    expect(await screen.findByRole('heading', { name: 'Falta un registro con fechas' })).toBeTruthy();
  });

  it('shows what went wrong and tries again', async () => {
    let attempts = 0;
    renderSeries({
      'series.compute': () => {
        attempts += 1;
        return attempts === 1
          ? failure('series-too-long', { from: '1022-01-01', to: '2024-01-01', periods: 12025, most: 1200 })
          : result('series.compute', seriesResult(jump));
      },
    });
    const user = userEvent.setup();
    expect(await screen.findByText('Las fechas abarcan demasiado tiempo')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Reintentar' }));
    expect(await screen.findByText(/subió de golpe/)).toBeTruthy();
  });
});

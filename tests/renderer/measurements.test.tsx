// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { Route } from 'wouter';
import MeasurementsScreen, {
  EditMeasurementScreen,
  MeasurementScreen,
  NewMeasurementScreen,
} from '../../renderer/features/measurements';
import { Instrument } from '../../shared/domain/instrument';
import { Measurement } from '../../shared/domain/measurement';
import { MeasurementResult } from '../../shared/domain/measurement-result';
import { Report } from '../../shared/domain/report';
import { type FakeAnswers, failure, fakeHost, result } from './support/fake-host';
import { ids, instrument, sha, wave } from './support/fixtures';
import { renderScreen } from './support/render-screen';

const movements = Instrument.parse({
  ...instrument,
  name: 'Libro de donaciones',
  rowUnit: 'movement',
  variables: [
    ...instrument.variables,
    ...(
      [
        ['fecha', 'Fecha', 'date'],
        ['item', 'Producto', 'text'],
        ['kilos', 'Cantidad', 'decimal'],
      ] as const
    ).map(([name, label, type]) => ({
      ...instrument.variables[0],
      id: `var_${name.padEnd(6, '0')}`,
      name,
      label,
      type,
      options: [],
    })),
    {
      ...instrument.variables[0],
      id: 'var_sentido',
      name: 'sentido',
      label: 'Movimiento',
      options: [
        { value: 'entra', label: 'Entrada' },
        { value: 'sale', label: 'Salida' },
      ],
    },
  ],
});

const measurement = Measurement.parse({
  id: 'mea_aaaaaa',
  name: 'Camino al reconocimiento',
  createdAt: '2024-03-05T12:00:00Z',
  updatedAt: '2024-03-05T12:00:00Z',
  spec: {
    kind: 'funnel',
    instrumentId: ids.instrument,
    waveIds: [],
    filter: null,
    confidenceLevel: 0.95,
    stages: [
      { id: 'oriented', label: 'Orientadas', condition: null },
      { id: 'women', label: 'Mujeres', condition: { op: 'is', variableId: ids.sex, values: ['F'] } },
    ],
    splitId: null,
  },
});

const figure = {
  of: ['Mujeres'],
  period: null,
  phase: null,
  waveId: null,
  status: 'shown',
  interval: null,
  unit: '',
  decimals: 0,
  method: null,
  reason: null,
};
const counted = MeasurementResult.parse({
  spec: measurement.spec,
  audience: 'publication',
  waves: [{ id: wave.id, name: wave.name, isSynthetic: true, dataSha256: sha }],
  figures: [
    { ...figure, key: 'reached', measure: 'reached', value: 1270, n: 2000, numerator: 1270, scale: 'count' },
    {
      ...figure,
      key: 'passed',
      measure: 'from-previous',
      value: 0.34,
      n: 50,
      numerator: 17,
      interval: { lower: 0.2243695, upper: 0.4784617, level: 0.95 },
      scale: 'share',
      decimals: 1,
      method: 'wilson',
    },
    {
      ...figure,
      key: 'hidden',
      measure: 'from-first',
      status: 'suppressed',
      value: null,
      n: null,
      numerator: null,
      scale: 'share',
    },
  ],
  headline: ['reached', 'passed'],
  tables: [
    {
      id: 'by-stage',
      subject: null,
      columns: ['reached', 'from-previous', 'from-first'].map((measure) => ({
        measure,
        label: null,
        phase: null,
      })),
      rows: [{ labels: ['Mujeres'], period: null, cells: ['reached', 'passed', 'hidden'] }],
    },
  ],
  charts: [],
  notices: [{ code: 'stage-skipped', details: { count: 3, stage: 'Mujeres' } }],
  privacy: { threshold: 10, suppressedFigures: 1 },
  resultSha256: sha,
});

const answers: FakeAnswers = {
  'wave.list': () => result('wave.list', { waves: [wave] }),
  'instrument.list': () => result('instrument.list', { instruments: [movements] }),
  'indicator.list': () => result('indicator.list', { indicators: [] }),
  'practice.list': () => result('practice.list', { practices: [] }),
  'report.list': () => result('report.list', { reports: [] }),
  'measurement.list': () => result('measurement.list', { measurements: [measurement] }),
  'measurement.compute': () => result('measurement.compute', counted),
  'measurement.save': ({ measurement: draft }) =>
    result('measurement.save', Measurement.parse({ ...measurement, ...draft })),
  'measurement.remove': () => result('measurement.remove', { done: true }),
};

function renderAt(path: string, more: FakeAnswers = {}) {
  const fake = fakeHost({ ...answers, ...more });
  const content = (
    <>
      <Route path="/recuentos" component={MeasurementsScreen} />
      <Route path="/recuentos/nuevo/:kind?" component={NewMeasurementScreen} />
      <Route path="/recuentos/:id/editar" component={EditMeasurementScreen} />
      {path.startsWith('/recuentos/mea') && <Route path="/recuentos/:id" component={MeasurementScreen} />}
    </>
  );
  return { ...fake, ...renderScreen(content, { host: fake.host, path }) };
}

describe('the counts of a project', () => {
  it('shows of each what it is, its main figure and that there is something to know', async () => {
    renderAt('/recuentos');
    const card = (await screen.findByRole('link', { name: measurement.name })).closest('li');
    if (!card) throw new Error('no card');
    expect(await within(card).findByText('1.270')).toBeTruthy();
    expect(within(card).getByText('Etapas')).toBeTruthy();
    expect(within(card).getByText('1 aviso')).toBeTruthy();
    expect(within(card).getByText('Libro de donaciones')).toBeTruthy();
  });

  it('says on its card why a count cannot be made', async () => {
    renderAt('/recuentos', { 'measurement.compute': () => failure('variable-missing', {}) });
    const card = (await screen.findByRole('link', { name: measurement.name })).closest('li');
    expect(card && (await within(card).findByText('Una variable que se necesita ya no existe'))).toBeTruthy();
  });

  it('offers questions where nothing is counted yet, and an import where there is no data', async () => {
    const none: FakeAnswers = { 'measurement.list': () => result('measurement.list', { measurements: [] }) };
    const first = renderAt('/recuentos', none);
    expect(await screen.findByRole('link', { name: /¿Cuánto entró, cuánto salió/ })).toBeTruthy();
    first.unmount();
    renderAt('/recuentos', { ...none, 'wave.list': () => result('wave.list', { waves: [] }) });
    expect(await screen.findByRole('link', { name: 'Importar un archivo' })).toBeTruthy();
  });

  it('deletes with a way back', async () => {
    const { calls } = renderAt('/recuentos');
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: `Acciones de ${measurement.name}` }));
    await user.click(await screen.findByRole('menuitem', { name: 'Eliminar' }));
    expect(await screen.findByRole('button', { name: 'Deshacer' })).toBeTruthy();
    expect(calls.some(({ method }) => method === 'measurement.remove')).toBe(true);
  });
});

describe('what a count says', () => {
  it('never shows a share without its n and interval, nor a protected figure', async () => {
    renderAt('/recuentos/mea_aaaaaa');
    const table = await screen.findByRole('table', { name: 'Por etapa' });
    const row = within(table).getByRole('row', { name: /^Mujeres/ });
    expect(row.textContent).toMatch(/34,0\s%17 de 50 · 22,4\s% a 47,8\s%/);
    expect(within(row).getByText('Protegido')).toBeTruthy();
    const notices = screen.getByRole('region', { name: 'Antes de usar estas cifras' });
    expect(notices.textContent).toContain('3 filas están en «Mujeres»');
    expect(screen.getByText(/porcentaje con intervalo de Wilson/)).toBeTruthy();
    expect(screen.getByText('Diagnóstico 2023')).toBeTruthy();
  });

  it('puts itself at the end of a report', async () => {
    const report = Report.parse({
      id: 'rep_aaaaaa',
      title: 'Balance',
      subtitle: '',
      municipality: '',
      unit: '',
      practiceId: null,
      audience: 'publication',
      locale: 'es',
      blocks: [{ kind: 'heading', text: 'Uno' }],
      createdAt: '2024-03-05T12:00:00Z',
      updatedAt: '2024-03-05T12:00:00Z',
      rendering: null,
    });
    const { calls } = renderAt('/recuentos/mea_aaaaaa', {
      'report.list': () => result('report.list', { reports: [{ report, status: 'never-rendered' }] }),
      'report.save': () => result('report.save', report),
    });
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Agregar al informe' }));
    await user.click(await screen.findByRole('menuitem', { name: 'En «Balance»' }));
    await waitFor(() => expect(calls.some(({ method }) => method === 'report.save')).toBe(true));
    expect(calls.find(({ method }) => method === 'report.save')?.input).toMatchObject({
      reportId: 'rep_aaaaaa',
      report: { blocks: [{ kind: 'heading' }, { kind: 'measurement', measurementId: 'mea_aaaaaa' }] },
    });
  });

  it('says that a deleted count is gone', async () => {
    renderAt('/recuentos/mea_zzzzzz');
    expect(await screen.findByText(/Este recuento ya no existe/)).toBeTruthy();
  });
});

describe('a count that is put together', () => {
  it('is counted at once where the columns speak for themselves, and saved as it stands', async () => {
    const { calls } = renderAt('/recuentos/nuevo/ledger');
    const user = userEvent.setup();
    expect(await screen.findByRole('table', { name: 'Por etapa' })).toBeTruthy();
    fireEvent.change(screen.getByLabelText('Nombre del recuento'), { target: { value: 'Alimentos' } });
    await user.click(screen.getByRole('button', { name: 'Guardar' }));
    await waitFor(() => expect(calls.some(({ method }) => method === 'measurement.save')).toBe(true));
    expect(calls.find(({ method }) => method === 'measurement.save')?.input).toMatchObject({
      measurementId: null,
      measurement: {
        name: 'Alimentos',
        spec: { kind: 'ledger', itemId: 'var_item00', inValues: ['entra'], outValues: ['sale'] },
      },
    });
  });

  it('names what is missing instead of counting half of it', async () => {
    const { calls } = renderAt('/recuentos/nuevo/funnel');
    expect((await screen.findByRole('status')).textContent).toContain('Etapas, de la primera a la última');
    expect(screen.getByRole('button', { name: 'Guardar' }).hasAttribute('disabled')).toBe(true);
    expect(calls.some(({ method }) => method === 'measurement.compute')).toBe(false);
  });

  it('moves a stage up without losing which figures are its own', async () => {
    const { calls } = renderAt('/recuentos/mea_aaaaaa/editar');
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Subir Mujeres' }));
    await user.click(screen.getByRole('button', { name: 'Guardar' }));
    await waitFor(() => expect(calls.some(({ method }) => method === 'measurement.save')).toBe(true));
    expect(calls.find(({ method }) => method === 'measurement.save')?.input).toMatchObject({
      measurementId: 'mea_aaaaaa',
      measurement: { spec: { stages: [{ id: 'women' }, { id: 'oriented', condition: null }] } },
    });
  });
});

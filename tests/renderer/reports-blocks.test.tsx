// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { Route } from 'wouter';
import { ReportScreen } from '../../renderer/features/reports';
import { newBlock } from '../../renderer/features/reports/report-form';
import { defaultAnalysis } from '../../shared/domain/comparison';
import { IndicatorId } from '../../shared/domain/ids';
import { Instrument } from '../../shared/domain/instrument';
import { Report, type ReportBlock, type ReportDraft } from '../../shared/domain/report';
import { Wave } from '../../shared/domain/wave';
import { registerIds, seriesResult } from '../support/series-result';
import { type FakeAnswers, type FakeCall, fakeHost, result } from './support/fake-host';
import { ids, instrument, project, wave } from './support/fixtures';
import { panelResult } from './support/panel-results';
import { renderScreen } from './support/render-screen';
import { comparisonId, comparisonResult, followUp, indicator, row } from './support/results';

const comparison = {
  id: comparisonId,
  name: 'Todos los indicadores',
  spec: comparisonResult([row([], { from: 0.6, to: 0.8 })]).spec,
  createdAt: '2024-03-05T12:00:00Z',
  updatedAt: '2024-03-05T12:00:00Z',
};
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

function renderReport(blocks: ReportBlock[], more: FakeAnswers = {}) {
  const report = Report.parse({
    id: 'rep_aaaaaa',
    title: 'Diagnóstico comunal',
    subtitle: '',
    municipality: 'Los Andes',
    unit: '',
    practiceId: null,
    audience: 'internal',
    locale: 'es',
    blocks,
    createdAt: '2024-03-05T12:00:00Z',
    updatedAt: '2024-03-05T12:00:00Z',
    rendering: null,
  });
  const fake = fakeHost({
    'project.current': () => result('project.current', { project }),
    'wave.list': () => result('wave.list', { waves: [wave, followUp, file] }),
    'instrument.list': () => result('instrument.list', { instruments: [register] }),
    'indicator.list': () => result('indicator.list', { indicators: [indicator] }),
    'practice.list': () => result('practice.list', { practices: [] }),
    'comparison.list': () => result('comparison.list', { comparisons: [comparison] }),
    'comparison.compute': () =>
      result('comparison.compute', comparisonResult([row([], { from: 0.6, to: 0.8 })])),
    'series.compute': (spec) =>
      result('series.compute', seriesResult([20, 21, 20, 22], spec.cutDate === null ? { cut: null } : {})),
    'panel.describe': () => result('panel.describe', panelResult()),
    'report.list': () => result('report.list', { reports: [{ report, status: 'never-rendered' as const }] }),
    'report.save': ({ report: draft }) => result('report.save', Report.parse({ ...report, ...draft })),
    ...more,
  });
  const view = renderScreen(
    <Route path="/informes/:id">
      <ReportScreen />
    </Route>,
    { host: fake.host, path: `/informes/${report.id}` },
  );
  return { ...fake, ...view };
}

async function savedBlocks(calls: readonly FakeCall[]): Promise<ReportDraft['blocks']> {
  await waitFor(() => expect(calls.some(({ method }) => method === 'report.save')).toBe(true), {
    timeout: 4000,
  });
  const input = calls.filter(({ method }) => method === 'report.save').at(-1)?.input;
  return (input as { report: ReportDraft }).report.blocks; // safe: the input of that method
}

describe('a register in the report', () => {
  it('is added as it stands on its own page, for the readers of the report', async () => {
    const { calls } = renderReport([{ kind: 'heading', text: 'Primero' }]);
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Agregar al final' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Serie en el tiempo' }));
    const blocks = await savedBlocks(calls);
    expect(blocks[1]).toMatchObject({
      kind: 'series',
      spec: { waveIds: [registerIds.wave], dateVariableId: registerIds.day, cutDate: null },
    });
    expect(blocks[1]).not.toHaveProperty('spec.audience');
    const computed = calls.filter(({ method }) => method === 'series.compute').at(-1)?.input;
    expect(computed).toMatchObject({ audience: 'internal' });
  });

  it('is compared before and after the day that is written', async () => {
    const block = newBlock('series', {
      comparisonId: null,
      variableId: null,
      series: seriesResult([20, 21], { cut: null }).spec,
    });
    if (!block) throw new Error('no block');
    const { calls } = renderReport([block]);
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Opciones de serie en el tiempo' }));
    await user.type(await screen.findByLabelText('¿Desde qué día cambió algo?'), '01-01-2023');
    expect((await savedBlocks(calls))[0]).toMatchObject({ spec: { cutDate: '2023-01-01' } });
  });

  it('cannot be added without dates, and says so', async () => {
    renderReport([], {
      'instrument.list': () => result('instrument.list', { instruments: [instrument] }),
    });
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Agregar al final' }));
    expect(await screen.findByText(/se necesita un registro con fechas/)).toBeTruthy();
    expect(screen.getByRole('menuitem', { name: 'Serie en el tiempo' }).hasAttribute('data-disabled')).toBe(
      true,
    );
  });
});

describe('the people lost in the report', () => {
  it('are told of the people of a saved comparison, with its design and level', async () => {
    const block = newBlock('panel', { comparisonId, variableId: null, compositionVariableIds: [ids.sex] });
    if (!block) throw new Error('no block');
    const { calls } = renderReport([block]);
    expect(await screen.findByText(/442 \(73,1\s%\) se encontraron de nuevo/)).toBeTruthy();
    expect(calls.find(({ method }) => method === 'panel.describe')?.input).toMatchObject({
      baselineWaveId: comparison.spec.baselineWaveId,
      compositionVariableIds: [ids.sex],
      coverage: comparison.spec.coverage,
      audience: 'internal',
    });
  });

  it('need a saved comparison', () => {
    expect(newBlock('panel', { comparisonId: null, variableId: null })).toBeNull();
    expect(newBlock('series', { comparisonId: null, variableId: null })).toBeNull();
  });
});

describe('a comparison in the report', () => {
  it('is asked for whole, so that a part of it is corrected for all that was declared', async () => {
    const other = IndicatorId.parse('ind_bbbbbb');
    const analysis = { ...defaultAnalysis, familyIndicatorIds: [other] };
    const spec = { ...comparison.spec, indicatorIds: [...comparison.spec.indicatorIds, other], analysis };
    const block = newBlock('comparison', { comparisonId, variableId: null });
    if (block?.kind !== 'comparison') throw new Error('no block');
    const { calls } = renderReport([{ ...block, indicatorIds: comparison.spec.indicatorIds }], {
      'comparison.list': () => result('comparison.list', { comparisons: [{ ...comparison, spec }] }),
    });
    expect(await screen.findByText(/pasó de 60,0\s%/)).toBeTruthy();
    expect(calls.find(({ method }) => method === 'comparison.compute')?.input).toMatchObject({
      indicatorIds: spec.indicatorIds,
    });
  });

  it('shows the answers behind its scales from the start, and can leave them out', async () => {
    const block = newBlock('comparison', { comparisonId, variableId: null });
    expect(block).toMatchObject({ showDistributions: true });
    if (!block) throw new Error('no block');
    const { calls } = renderReport([block]);
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Opciones de comparación' }));
    const wanted = { name: /Respuestas detrás de cada escala/ };
    await user.click(await screen.findByRole('switch', wanted, { timeout: 4000 }));
    expect((await savedBlocks(calls))[0]).toMatchObject({ showDistributions: false });
  });
});

// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { Route } from 'wouter';
import ReportsScreen, { ReportScreen } from '../../renderer/features/reports';
import { moveBlock, newBlock } from '../../renderer/features/reports/report-form';
import type { MethodOutput } from '../../shared/contract';
import { Report, type ReportBlock, type ReportStatus } from '../../shared/domain/report';
import { type FakeAnswers, fakeHost, result } from './support/fake-host';
import { ids, instrument, sha, wave } from './support/fixtures';
import { renderScreen } from './support/render-screen';
import { comparisonId, comparisonResult, followUp, indicator, row } from './support/results';

const spec = comparisonResult([row([], { from: 0.6, to: 0.8 })]).spec;
const comparison = {
  id: comparisonId,
  name: 'Todos los indicadores',
  spec,
  createdAt: '2024-03-05T12:00:00Z',
  updatedAt: '2024-03-05T12:00:00Z',
};

function report(blocks: ReportBlock[], more: Partial<Report> = {}): Report {
  return Report.parse({
    id: 'rep_aaaaaa',
    title: 'Diagnóstico comunal',
    subtitle: '',
    municipality: 'Los Andes',
    unit: '',
    practiceId: null,
    audience: 'publication',
    locale: 'es',
    blocks,
    createdAt: '2024-03-05T12:00:00Z',
    updatedAt: '2024-03-05T12:00:00Z',
    rendering: null,
    ...more,
  });
}

const words: ReportBlock[] = [
  { kind: 'heading', text: 'Primero' },
  { kind: 'text', text: 'Después' },
];
const listed = (one: Report, status: ReportStatus): MethodOutput<'report.list'> => ({
  reports: [{ report: one, status }],
});

function renderReport(one: Report, status: ReportStatus, more: FakeAnswers = {}) {
  const fake = fakeHost({
    'wave.list': () => result('wave.list', { waves: [wave, followUp] }),
    'instrument.list': () => result('instrument.list', { instruments: [instrument] }),
    'indicator.list': () => result('indicator.list', { indicators: [indicator] }),
    'practice.list': () => result('practice.list', { practices: [] }),
    'comparison.list': () => result('comparison.list', { comparisons: [comparison] }),
    'comparison.compute': () =>
      result('comparison.compute', comparisonResult([row([], { from: 0.6, to: 0.8 })])),
    'report.list': () => result('report.list', listed(one, status)),
    'report.save': ({ report: draft }) => result('report.save', Report.parse({ ...one, ...draft })),
    ...more,
  });
  const view = renderScreen(
    <Route path="/informes/:id">
      <ReportScreen />
    </Route>,
    { host: fake.host, path: `/informes/${one.id}` },
  );
  return { ...fake, ...view };
}

describe('the parts of a report', () => {
  const blocks = ['a', 'b', 'c'].map((key) => ({ key, block: { kind: 'heading', text: key } as const }));
  const order = (moved: ReturnType<typeof moveBlock>) => moved.map((each) => each.key).join('');

  it('move up and down and stay where they are at the ends', () => {
    expect(order(moveBlock(blocks, 'b', -1))).toBe('bac');
    expect(order(moveBlock(blocks, 'b', 1))).toBe('acb');
    expect(order(moveBlock(blocks, 'a', -1))).toBe('abc');
    expect(order(moveBlock(blocks, 'c', 1))).toBe('abc');
  });

  it('with figures need a saved comparison', () => {
    expect(newBlock('comparison', { comparisonId: null, variableId: ids.sex })).toBeNull();
    expect(newBlock('distribution', { comparisonId, variableId: null })).toBeNull();
    expect(newBlock('comparison', { comparisonId, variableId: null })).toMatchObject({ comparisonId });
  });
});

describe('the list of reports', () => {
  it('teaches the way to a first report', async () => {
    const { host } = fakeHost({
      'report.list': () => result('report.list', { reports: [] }),
      'comparison.list': () => result('comparison.list', { comparisons: [] }),
      'practice.list': () => result('practice.list', { practices: [] }),
    });
    renderScreen(<ReportsScreen />, { host });
    expect(await screen.findByRole('heading', { name: 'Todavía no hay informes' })).toBeTruthy();
  });

  it('says which reports no longer hold', async () => {
    const { host } = fakeHost({
      'report.list': () => result('report.list', listed(report(words), 'outdated')),
      'comparison.list': () => result('comparison.list', { comparisons: [] }),
      'practice.list': () => result('practice.list', { practices: [] }),
    });
    renderScreen(<ReportsScreen />, { host });
    expect(await screen.findByText('Desactualizado')).toBeTruthy();
  });
});

describe('the report editor', () => {
  it('keeps what was typed once, after a pause, as the last text', async () => {
    const { calls } = renderReport(report(words), 'never-rendered');
    const text = await screen.findByRole('textbox', { name: 'Texto' });
    fireEvent.change(text, { target: { value: 'Uno' } });
    fireEvent.change(text, { target: { value: 'Uno y dos' } });
    expect(screen.getByText('Cambios sin guardar')).toBeTruthy();
    await waitFor(() => expect(calls.some((call) => call.method === 'report.save')).toBe(true), {
      timeout: 4000,
    });
    const saves = calls.filter((call) => call.method === 'report.save');
    expect(saves).toHaveLength(1);
    expect(saves[0]?.input).toMatchObject({ report: { blocks: [{}, { text: 'Uno y dos' }] } });
  });

  it('moves a part with Alt and an arrow and says where it went', async () => {
    renderReport(report(words), 'never-rendered');
    const heading = await screen.findByRole('textbox', { name: 'Título' });
    fireEvent.keyDown(heading, { key: 'ArrowDown', altKey: true });
    expect(await screen.findByText('Quedó en el lugar 2 de 2')).toBeTruthy();
    const parts = screen.getAllByRole('textbox').map((each) => each.getAttribute('aria-label'));
    expect(parts.indexOf('Texto')).toBeLessThan(parts.indexOf('Título'));
  });

  it('tells that the data changed since the files were made', async () => {
    renderReport(report(words), 'outdated');
    expect(await screen.findByText(/cambiaron desde la última vez/)).toBeTruthy();
  });

  it('shows the sentences of a comparison between the words', async () => {
    const block = newBlock('comparison', { comparisonId, variableId: null });
    renderReport(report(block ? [...words, block] : words), 'never-rendered');
    expect(await screen.findByText(/pasó de 60,0\s%/)).toBeTruthy();
  });

  it('says so where the comparison of a part was deleted', async () => {
    const block = newBlock('comparison', { comparisonId, variableId: null });
    renderReport(report(block ? [block] : []), 'never-rendered', {
      'comparison.list': () => result('comparison.list', { comparisons: [] }),
    });
    expect(await screen.findByText(/La comparación de esta parte fue eliminada/)).toBeTruthy();
  });

  it('writes the files, shows their fingerprint and hands them over', async () => {
    const file = { format: 'pdf' as const, name: 'informe.pdf', bytes: 271_200, sha256: sha };
    const rendered = report(words, {
      rendering: { renderedAt: '2024-11-20T12:00:00Z', contentSha256: sha, files: [file], bases: [] },
    });
    let current = report(words);
    const { saved } = renderReport(current, 'never-rendered', {
      'report.list': () => result('report.list', listed(current, 'current')),
      'report.render': () => {
        current = rendered;
        const output = { ...file, fileId: ids.file, mediaType: 'application/pdf' };
        const { format: _format, ...outputFile } = output;
        return result('report.render', { report: rendered, files: [outputFile] });
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Generar archivos' }));
    const files = await screen.findByRole('list', { name: 'Archivos generados' });
    expect(files.textContent).toMatch(/271,2\skB/);
    await userEvent.click(within(files).getByRole('button', { name: 'Guardar informe.pdf' }));
    await waitFor(() => expect(saved).toEqual(['informe.pdf']));
  });

  it('cannot write a report without parts', async () => {
    renderReport(report([]), 'never-rendered');
    const button = await screen.findByRole('button', { name: 'Generar archivos' });
    expect(button.hasAttribute('disabled')).toBe(true);
  });
});

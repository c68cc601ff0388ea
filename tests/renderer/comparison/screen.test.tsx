// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { findRows, resultRows } from '../../../renderer/features/comparison/result-rows';
import { AlignedFigure } from '../../../renderer/ui/AlignedFigure';
import { everybody, renderComparison } from '../support/comparison-screen';
import { failure, fakeHost, result, worksUntilCancelled } from '../support/fake-host';
import { ids, wave } from '../support/fixtures';
import { renderScreen } from '../support/render-screen';
import { comparisonResult, followUp, group, row } from '../support/results';

describe('the rows of a result', () => {
  const rows = resultRows(
    comparisonResult([
      row(group('Escuela 10'), { from: 0.5, to: 0.6 }),
      everybody,
      row(group('Escuela 9'), { from: 0.4, to: 0.5 }),
    ]),
    'es',
  );

  it('put everybody first and number nine before number ten', () => {
    expect(rows.map((each) => each.label)).toEqual(['Asiste regularmente', 'Escuela 9', 'Escuela 10']);
  });

  it('are found without accents, and keep the total above the group found', () => {
    expect(findRows(rows, 'escuela 9', false).map((each) => each.label)).toEqual([
      'Asiste regularmente',
      'Escuela 9',
    ]);
    expect(findRows(rows, '', true)).toHaveLength(1);
  });
});

describe('a figure in a column', () => {
  it('is cut at the decimal mark for the eye, and whole for a screen reader', () => {
    const { host } = fakeHost({});
    const view = renderScreen(<AlignedFigure text="1.234,5 %" />, { host });
    const parts = [...(view.container.querySelector('[class*="_aligned"]')?.children ?? [])].map(
      (each) => each.textContent,
    );
    expect(parts).toEqual(['1.234,5 %', '1.234', ',5 %']);
  });
});

describe('the comparison', () => {
  it('starts from the proposal and says the result in a sentence without speaking of impact', async () => {
    renderComparison();
    const sentence = await screen.findByText(/pasó de 60,0\s%.*a 80,0\s%/);
    expect(sentence.textContent).not.toMatch(/impacto/i);
    expect(screen.getByText(/no puede atribuirse a la intervención/)).toBeTruthy();
  });

  it('marks data as synthetic when any wave is', async () => {
    renderComparison();
    expect((await screen.findAllByText('Datos sintéticos')).length).toBeGreaterThan(0);
  });

  it('judges a change with a word, not with colour alone', async () => {
    renderComparison();
    const table = await screen.findByRole('table', { name: 'Resultados por indicador y grupo' });
    expect(within(table).getByText('Mejoró')).toBeTruthy();
  });

  it('says beside the denominator to how many the question was not put, and a dash where they are too few', async () => {
    const asked = {
      ...everybody,
      cells: everybody.cells.map((each, at) => ({ ...each, notApplicable: at === 0 ? 37 : null })),
    };
    renderComparison({ 'comparison.compute': () => result('comparison.compute', comparisonResult([asked])) });
    const table = await screen.findByRole('table', { name: 'Resultados por indicador y grupo' });
    expect(table.textContent).toContain('no corresp. 37 · –');
  });

  it('says of a group that the question was put to nobody in it, instead of only that nobody answered', async () => {
    const outside = row(group('No corresponde'), null);
    const skipped = {
      ...outside,
      cells: outside.cells.map((each) => ({
        ...each,
        status: 'empty' as const,
        n: 0,
        missing: 0,
        notApplicable: 12,
      })),
    };
    const rows = [everybody, skipped];
    renderComparison({ 'comparison.compute': () => result('comparison.compute', comparisonResult(rows)) });
    const line = (await screen.findByText('No corresponde')).closest('tr');
    expect(line?.textContent).toContain('no corresp. 12 · 12');
  });

  it('says what changed in the questions between the waves, each once', async () => {
    const data = comparisonResult([everybody]);
    const change = {
      indicatorId: null,
      variableId: ids.belonging,
      variableLabel: 'Me siento parte',
      baselineWaveId: data.spec.baselineWaveId,
      followUpWaveId: followUp.id,
      statuses: ['reworded' as const],
      headerBefore: 'Me siento parte',
      headerAfter: '¿Te sientes parte?',
      typeBefore: null,
      typeAfter: null,
      isRealigned: true,
      note: null,
    };
    renderComparison({
      'comparison.compute': () => result('comparison.compute', { ...data, differences: [change, change] }),
    });
    const notes = await screen.findByRole('note', {
      name: 'Preguntas que pueden no haberse hecho igual en las mediciones',
    });
    expect(within(notes).getAllByRole('listitem')).toHaveLength(1);
    expect(notes.textContent).toContain('«Me siento parte» no se hizo igual');
    expect(notes.textContent).toContain('decía «¿Te sientes parte?»');
  });

  it('shows a protected group as protected, with no figure of it', async () => {
    const rows = [everybody, row(group('Escuela 8'), null)];
    renderComparison({ 'comparison.compute': () => result('comparison.compute', comparisonResult(rows)) });
    const line = (await screen.findByText('Escuela 8')).closest('tr');
    expect(line?.textContent).toMatch(/Protegido/);
    expect(line?.textContent?.replace('Escuela 8', '')).not.toMatch(/\d/);
  });

  it('computes again with the readers chosen', async () => {
    const { calls } = renderComparison();
    await screen.findByText(/pasó de/);
    await userEvent.click(screen.getByRole('combobox', { name: '¿Quién lo leerá?' }));
    await userEvent.click(await screen.findByRole('option', { name: /La oficina/ }));
    await waitFor(() => {
      const last = calls.filter((call) => call.method === 'comparison.compute').at(-1);
      expect(last?.input).toMatchObject({ audience: 'internal' });
    });
  });

  it('can be cancelled while it computes', async () => {
    const { calls } = renderComparison({
      'comparison.compute': (_input, signal) =>
        worksUntilCancelled({ stage: 'computing', share: 0.2, done: null, total: null }, signal),
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Cancelar' }));
    await waitFor(() =>
      expect(calls.find((call) => call.method === 'comparison.compute')?.signal.aborted).toBe(true),
    );
  });

  it('opens the method, the test and the reason behind a row', async () => {
    renderComparison();
    const table = await screen.findByRole('table', { name: 'Resultados por indicador y grupo' });
    await userEvent.click(within(table).getByText('Asiste regularmente'));
    const panel = await screen.findByRole('dialog');
    expect(within(panel).getByText(/intervalo de Newcombe/)).toBeTruthy();
    expect(within(panel).getByText(/p = 0,009/)).toBeTruthy();
    expect(within(panel).getByText(/h de Cohen: 0,41/)).toBeTruthy();
  });

  it('hands over the table as the engine wrote it', async () => {
    const { saved, calls } = renderComparison({
      'comparison.export': () =>
        result('comparison.export', {
          fileId: ids.file,
          name: 'comparacion.csv',
          mediaType: 'text/csv',
          bytes: 10,
          sha256: 'a'.repeat(64),
        }),
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Exportar' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: /Excel en Chile/ }));
    await waitFor(() => expect(saved).toEqual(['comparacion.csv']));
    expect(calls.find((call) => call.method === 'comparison.export')?.input).toMatchObject({
      flavour: 'excel-cl',
    });
  });

  it('teaches what is missing when there is one wave only', async () => {
    renderComparison({ 'wave.list': () => result('wave.list', { waves: [wave] }) });
    expect(await screen.findByRole('heading', { name: 'Faltan mediciones para comparar' })).toBeTruthy();
  });

  it('shows a failure with a way to try again', async () => {
    renderComparison({ 'comparison.compute': () => failure('no-matched-people') });
    expect(
      await screen.findByRole('heading', { name: 'Ninguna persona aparece en las dos mediciones' }),
    ).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Reintentar' })).toBeTruthy();
  });
});

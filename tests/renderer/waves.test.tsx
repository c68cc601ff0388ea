// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { tableFromArrays, tableToIPC } from 'apache-arrow';
import { describe, expect, it } from 'vitest';
import { Route } from 'wouter';
import WavesScreen, { WaveScreen } from '../../renderer/features/waves';
import { storedValueWords } from '../../renderer/features/waves/stored-value';
import { type FakeAnswers, failure, fakeHost, result } from './support/fake-host';
import { ids, instrument, receipt, wave } from './support/fixtures';
import { renderScreen } from './support/render-screen';

const answers: FakeAnswers = {
  'wave.list': () => result('wave.list', { waves: [wave] }),
  'instrument.list': () => result('instrument.list', { instruments: [instrument] }),
  'wave.receipt': () => result('wave.receipt', receipt),
  'wave.rows': ({ offset, limit }) => {
    const size = Math.min(limit, 605 - offset);
    const line = Float64Array.from({ length: size }, (_, index) => offset + index + 5);
    const columns = { line, [ids.sex]: Array.from({ length: size }, () => 'F') };
    return result('wave.rows', {
      total: 605,
      table: Uint8Array.from(tableToIPC(tableFromArrays(columns), 'stream')),
    });
  },
};

function renderWave(path: string, more: FakeAnswers = {}) {
  const fake = fakeHost({ ...answers, ...more });
  const view = renderScreen(
    <Route path="/mediciones/:id/:tab?">
      <WaveScreen />
    </Route>,
    { host: fake.host, path },
  );
  return { ...fake, ...view };
}

describe('the list of waves', () => {
  it('teaches how to bring the first one when there is none', async () => {
    const { host } = fakeHost({ 'wave.list': () => result('wave.list', { waves: [] }) });
    renderScreen(<WavesScreen />, { host });
    expect(await screen.findByRole('heading', { name: 'Todavía no hay mediciones' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Importar una medición' }).getAttribute('href')).toBe(
      '/mediciones/importar',
    );
  });

  it('shows an error in words with a way to try again', async () => {
    const { host } = fakeHost({ 'wave.list': () => failure('project-locked') });
    renderScreen(<WavesScreen />, { host });
    const alert = await screen.findByRole('alert');
    expect(within(alert).getByRole('button', { name: 'Reintentar' })).toBeTruthy();
  });

  it('marks synthetic data and links each wave to its receipt', async () => {
    const { host } = fakeHost(answers);
    renderScreen(<WavesScreen />, { host });
    expect(await screen.findByText('Datos sintéticos')).toBeTruthy();
    expect(screen.getByText('05-06-2023 al 31-10-2023')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Ver recibo' }).getAttribute('href')).toBe(
      `/mediciones/${ids.wave}/recibo`,
    );
  });
});

describe('a wave', () => {
  it('says so when it no longer exists', async () => {
    renderWave('/mediciones/wav_gone01');
    expect(await screen.findByRole('heading', { name: 'Esta medición ya no existe' })).toBeTruthy();
  });

  it('accounts for every row read and says that a second reader agrees', async () => {
    renderWave(`/mediciones/${ids.wave}/recibo`);
    expect(await screen.findByText(/Se leyeron 611.*605 quedaron guardadas y 6 se apartaron/)).toBeTruthy();
    expect(screen.getByText(/contó 611 por su cuenta: coinciden/)).toBeTruthy();
    expect(screen.getByText('línea 124')).toBeTruthy();
  });

  it('does not show a value that identifies somebody among the cells that failed', async () => {
    renderWave(`/mediciones/${ids.wave}/recibo`);
    expect(await screen.findByText('«25 años»')).toBeTruthy();
    expect(screen.getByText('No se muestra: puede identificar')).toBeTruthy();
  });

  it('hands the rows set aside to the person', async () => {
    const file = {
      fileId: ids.file,
      name: 'apartadas.csv',
      mediaType: 'text/csv',
      bytes: 3,
      sha256: wave.fileSha256,
    };
    const { saved } = renderWave(`/mediciones/${ids.wave}/recibo`, {
      'wave.exportSetAside': () => result('wave.exportSetAside', file),
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Exportar filas apartadas' }));
    await waitFor(() => expect(saved).toEqual(['apartadas.csv']));
  });

  it('fetches only the rows in view and shows answers by their label', async () => {
    const { calls } = renderWave(`/mediciones/${ids.wave}`);
    const cells = await screen.findAllByText('Femenino');
    expect(cells.length).toBeGreaterThan(5);
    expect(cells.length).toBeLessThan(100);
    const asked = calls.filter((call) => call.method === 'wave.rows').map((call) => call.input);
    expect(asked).toEqual([{ waveId: ids.wave, offset: 0, limit: 200 }]);
  });

  it('is deleted only after its name has been typed', async () => {
    const { calls } = renderWave(`/mediciones/${ids.wave}`, {
      'wave.remove': () => result('wave.remove', { done: true }),
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Editar' }));
    const button = await screen.findByRole('button', { name: 'Eliminar para siempre' });
    expect(button).toHaveProperty('disabled', true);
    await userEvent.type(screen.getByLabelText(/Para confirmar, escribe/), 'Diagnóstico 2023');
    await userEvent.click(button);
    await waitFor(() => expect(calls.some((call) => call.method === 'wave.remove')).toBe(true));
  });
});

describe('stored values in words', () => {
  const answersWords = { yes: 'Sí', no: 'No', none: 'Ninguna' };
  it('writes numbers, dates and yes or no as Chile does, and nothing for a missing one', () => {
    const plain = { type: 'decimal', options: [] } as const;
    expect(storedValueWords(1234.5, { ...plain, options: [] }, 'es', answersWords)).toBe('1.234,5');
    expect(storedValueWords(Date.UTC(2024, 2, 5), { type: 'date', options: [] }, 'es', answersWords)).toBe(
      '05-03-2024',
    );
    expect(storedValueWords(false, undefined, 'es', answersWords)).toBe('No');
    const needs = { type: 'multiple' as const, options: [{ value: 'a', label: 'Alimentos' }] };
    expect(storedValueWords('a · otra', needs, 'es', answersWords)).toBe('Alimentos · otra');
    expect(storedValueWords(null, undefined, 'es', answersWords)).toBe('');
  });
});

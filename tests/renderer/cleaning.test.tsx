// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { tableFromArrays, tableToIPC } from 'apache-arrow';
import { afterEach, describe, expect, it } from 'vitest';
import { Route } from 'wouter';
import CleaningScreen from '../../renderer/features/cleaning';
import VariablesScreen from '../../renderer/features/variables';
import { WaveScreen } from '../../renderer/features/waves';
import type { MethodOutput } from '../../shared/contract';
import { CleaningEntry, CleaningOutcome } from '../../shared/domain/cleaning';
import { type FakeAnswers, failure, fakeHost, result } from './support/fake-host';
import { ids, instrument, sha, wave } from './support/fixtures';
import { renderScreen } from './support/render-screen';

afterEach(() => localStorage.clear());

const outcome = CleaningOutcome.parse({
  cleaningId: 'cln_aaaaaa',
  kind: 'cell',
  variableId: ids.sex,
  outcome: 'applied',
  cells: 1,
  isReplayed: false,
});
const entry = CleaningEntry.parse({
  id: 'cln_aaaaaa',
  instrumentId: ids.instrument,
  waveId: ids.wave,
  variableId: ids.sex,
  scope: 'wave',
  change: { kind: 'cell', line: 5, to: 'M', person: null, fileSha256: sha, from: 'F' },
  who: 'Oficina de Migraciones',
  reason: 'lo confirmó la escuela',
  at: '2024-03-05T12:00:00Z',
  options: { dropped: [], added: null },
});
const later = CleaningEntry.parse({
  ...entry,
  id: 'cln_bbbbbb',
  scope: 'instrument',
  change: { kind: 'recode', from: 'F', to: null },
  at: '2024-03-06T12:00:00Z',
});
const log: MethodOutput<'cleaning.list'> = {
  entries: [
    { entry, variable: 'Sexo', waves: [{ waveId: ids.wave, outcome }] },
    {
      entry: later,
      variable: 'Sexo',
      waves: [{ waveId: ids.wave, outcome: { ...outcome, outcome: 'value-differs', cells: 0 } }],
    },
  ],
};
const preview: MethodOutput<'cleaning.preview'> = {
  waves: [{ waveId: ids.wave, outcome }],
  cells: 1,
  indicators: [],
};
const skippedWave = { ...wave, skippedIds: [ids.belonging] };

const answers: FakeAnswers = {
  'wave.list': () => result('wave.list', { waves: [skippedWave] }),
  'instrument.list': () => result('instrument.list', { instruments: [instrument] }),
  'wave.rows': () => {
    const columns = {
      line: Float64Array.from([5]),
      [ids.sex]: ['F'],
      [ids.belonging]: [null],
      skipped: [String(ids.belonging)],
    };
    const table = Uint8Array.from(tableToIPC(tableFromArrays(columns), 'stream'));
    return result('wave.rows', { total: 1, table });
  },
  'cleaning.preview': () => result('cleaning.preview', preview),
  'cleaning.add': () => result('cleaning.add', { entry, instrument, waves: [skippedWave] }),
  'cleaning.list': () => result('cleaning.list', log),
};

function renderAt(path: string, more: FakeAnswers = {}) {
  const fake = fakeHost({ ...answers, ...more });
  renderScreen(
    <>
      <Route path="/mediciones/limpieza/:id?">
        <CleaningScreen />
      </Route>
      <Route path="/mediciones/:id">
        <WaveScreen />
      </Route>
      <Route path="/variables/:id?">
        <VariablesScreen />
      </Route>
    </>,
    { host: fake.host, path },
  );
  const inputs = (method: string) =>
    fake.calls.filter((call) => call.method === method).map((call) => call.input);
  return { ...fake, inputs };
}

async function chooseIn(panel: HTMLElement, name: string, option: string): Promise<void> {
  await userEvent.click(within(panel).getByRole('combobox', { name }));
  await userEvent.click(await screen.findByRole('option', { name: option }));
}

describe('a cell of the stored answers', () => {
  it('says that a question did not apply, apart from a missing answer', async () => {
    renderAt(`/mediciones/${ids.wave}`);
    expect(await screen.findByText('No corresponde')).toBeTruthy();
  });

  it('is corrected with who and why, once it is known what would change', async () => {
    const { inputs } = renderAt(`/mediciones/${ids.wave}`);
    await userEvent.click(await screen.findByText('Femenino'));
    const panel = await screen.findByRole('dialog', { name: 'Corregir' });
    const save = within(panel).getByRole('button', { name: 'Corregir' });
    await chooseIn(panel, 'Valor nuevo', 'Masculino');
    expect(await within(panel).findByText('Cambia 1 celda en 1 medición.')).toBeTruthy();
    expect(save).toHaveProperty('disabled', true);
    await userEvent.type(within(panel).getByRole('textbox', { name: /Motivo/ }), 'lo dijo la escuela');
    await userEvent.type(within(panel).getByRole('textbox', { name: /Quién corrige/ }), 'Oficina');
    await userEvent.click(save);
    await waitFor(() =>
      expect(inputs('cleaning.add')).toEqual([
        {
          waveId: ids.wave,
          variableId: ids.sex,
          scope: 'wave',
          change: { kind: 'cell', line: 5, to: 'M' },
          who: 'Oficina',
          reason: 'lo dijo la escuela',
        },
      ]),
    );
    expect(await screen.findByText('Se corrigió «Sexo».')).toBeTruthy();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await userEvent.click(screen.getByText('Femenino'));
    const again = await screen.findByRole('textbox', { name: /Quién corrige/ });
    expect(again).toHaveProperty('value', 'Oficina');
  });

  it('stands for every cell that says the same when asked to, and can be left without data', async () => {
    const { inputs } = renderAt(`/mediciones/${ids.wave}`);
    await userEvent.click(await screen.findByText('Femenino'));
    const panel = await screen.findByRole('dialog', { name: 'Corregir' });
    await userEvent.click(
      within(panel).getByRole('radio', { name: /Todas las celdas que dicen «Femenino»/ }),
    );
    await userEvent.click(within(panel).getByRole('checkbox', { name: 'Dejarla sin dato' }));
    await waitFor(() =>
      expect(inputs('cleaning.preview').at(-1)).toMatchObject({
        change: { kind: 'recode', from: 'F', to: null },
      }),
    );
  });

  it('shows why a correction cannot be made where it is written', async () => {
    renderAt(`/mediciones/${ids.wave}`, {
      'cleaning.preview': () => failure('variable-in-use', { variable: 'Sexo' }),
    });
    await userEvent.click(await screen.findByText('Femenino'));
    const panel = await screen.findByRole('dialog', { name: 'Corregir' });
    await chooseIn(panel, 'Valor nuevo', 'Masculino');
    expect((await within(panel).findByRole('alert')).textContent).toContain('se usa en otras partes');
  });
});

describe('the answers of a variable', () => {
  it('are merged into a new one', async () => {
    const { inputs } = renderAt(`/variables/${ids.belonging}`, {
      'variable.distribution': () => failure('internal'),
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Unir o corregir respuestas' }));
    const panel = await screen.findByRole('dialog', { name: /Respuestas de/ });
    await userEvent.click(within(panel).getByRole('checkbox', { name: 'Siempre' }));
    await userEvent.click(within(panel).getByRole('checkbox', { name: 'A veces' }));
    await chooseIn(panel, 'Se llaman ahora', 'Una respuesta nueva…');
    await userEvent.type(within(panel).getByRole('textbox', { name: 'Nombre de la respuesta nueva' }), 'Sí');
    await waitFor(() =>
      expect(inputs('cleaning.preview').at(-1)).toMatchObject({
        scope: 'instrument',
        change: { kind: 'merge', from: ['Siempre', 'A veces'], to: { value: 'Sí', label: 'Sí' } },
      }),
    );
  });
});

describe('the cleaning log', () => {
  it('explains itself while it is empty', async () => {
    renderAt('/mediciones/limpieza', { 'cleaning.list': () => result('cleaning.list', { entries: [] }) });
    expect(await screen.findByRole('heading', { name: 'Todavía no hay correcciones' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Exportar/ })).toBeNull();
  });

  it('tells the newest first, by labels, with what each did and why one did not', async () => {
    renderAt('/mediciones/limpieza');
    const rows = (await screen.findAllByRole('row')).slice(1);
    expect(rows[0]?.textContent).toContain('«Femenino»→«Sin dato»');
    expect(rows[0]?.textContent).toContain('la celda ya no dice lo que decía cuando se corrigió');
    expect(rows[1]?.textContent).toContain('«Femenino»→«Masculino»');
    expect(rows[1]?.textContent).toContain('Diagnóstico 2023, línea 5');
    expect(rows[1]?.textContent).toContain('Diagnóstico 2023: 1 celda');
    expect(rows[1]?.textContent).toContain('lo confirmó la escuela');
  });

  it('lets an entry be removed and offers to undo that', async () => {
    const { inputs } = renderAt('/mediciones/limpieza', {
      'cleaning.remove': () => result('cleaning.remove', { instrument, waves: [wave] }),
      'history.undo': () =>
        result('history.undo', { undone: { entity: 'cleaning', action: 'removed', name: 'Sexo' } }),
    });
    const remove = await screen.findAllByRole('button', { name: 'Quitar la corrección de «Sexo»' });
    await userEvent.click(remove[1] as HTMLElement); // safe: there are two entries
    await waitFor(() => expect(inputs('cleaning.remove')).toEqual([{ cleaningId: 'cln_aaaaaa' }]));
    const before = inputs('cleaning.list').length;
    await userEvent.click(await screen.findByRole('button', { name: 'Deshacer' }));
    expect(await screen.findByText('Se deshizo: quitar una corrección de «Sexo»')).toBeTruthy();
    expect(inputs('cleaning.list').length).toBeGreaterThan(before);
    expect(inputs('wave.list').length).toBeGreaterThan(2);
  });
});

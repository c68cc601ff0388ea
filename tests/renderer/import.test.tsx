// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { Route } from 'wouter';
import ImportScreen from '../../renderer/features/import';
import { changeType } from '../../renderer/features/import/change-type';
import { repeatedChoices, withIdentifier } from '../../renderer/features/import/draft';
import { nameOfFile } from '../../renderer/features/import/propose-wave';
import { ImportPlan } from '../../shared/domain/import';
import { type FakeAnswers, failure, fakeHost, result, worksUntilCancelled } from './support/fake-host';
import { ids, inspection, instrument, receipt, wave } from './support/fixtures';
import { renderScreen } from './support/render-screen';

const answers: FakeAnswers = {
  'instrument.list': () => result('instrument.list', { instruments: [] }),
  'wave.list': () => result('wave.list', { waves: [] }),
  'import.inspect': ({ corrections }) =>
    result('import.inspect', {
      ...inspection,
      dialect: { ...inspection.dialect, ...definedOnly(corrections) },
    }),
  'wave.import': () => result('wave.import', { wave, instrument, receipt }),
};

function definedOnly<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> }; // safe: undefined was left out
}

async function startImport(more: FakeAnswers = {}) {
  const fake = fakeHost({ ...answers, ...more });
  const view = renderScreen(
    <Route path="/mediciones/importar/:step?">
      <ImportScreen />
    </Route>,
    { host: fake.host, path: '/mediciones/importar' },
  );
  const file = new File(['a;b\n1;2\n'], 'diagnostico_2023.csv', { type: 'text/csv' });
  fireEvent.change(await screen.findByLabelText('Elegir archivo', { selector: 'input' }), {
    target: { files: [file] },
  });
  return { ...fake, ...view };
}

async function goOn(times: number): Promise<void> {
  for (let count = 0; count < times; count += 1) {
    await userEvent.click(await screen.findByRole('button', { name: 'Continuar' }));
  }
}

describe('importing a file', () => {
  it('shows why each aspect was recognised and the rows that do not fit', async () => {
    await startImport();
    expect(await screen.findByText(/99,7 % de las filas tiene 3 celdas/)).toBeTruthy();
    expect(screen.getByRole('button', { name: /^Leer con: Coma/ })).toBeTruthy();
    expect(screen.getByText(/Línea 124: Le faltan celdas/)).toBeTruthy();
    expect(screen.getByText('12.345.678-5')).toBeTruthy();
  });

  it('asks again with what the analyst corrected, and offers to go back to what was recognised', async () => {
    const { calls } = await startImport();
    await userEvent.click(await screen.findByRole('combobox', { name: 'Decimales' }));
    await userEvent.click(await screen.findByRole('option', { name: /Punto/ }));
    await waitFor(() => {
      expect(calls.filter((call) => call.method === 'import.inspect').at(-1)?.input).toEqual({
        fileId: ids.file,
        corrections: { decimalMark: '.' },
        additionalFiles: [],
        label: null,
        codebookFileId: null,
      });
    });
    expect(await screen.findByText('Corregido por ti')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Volver a lo reconocido' }));
    await waitFor(() => expect(screen.queryByText('Corregido por ti')).toBeNull());
  });

  it('says what is wrong with a file that cannot be read, and offers another one', async () => {
    const { path } = await startImport({ 'import.inspect': () => failure('file-binary', { file: 'x.csv' }) });
    expect(await screen.findByRole('alert')).toBeTruthy();
    const buttons = screen.getAllByRole('button', { name: 'Elegir otro archivo' });
    await userEvent.click(buttons[0] as HTMLElement); // safe: getAllByRole throws when there is none
    expect(path()).toBe('/mediciones/importar/archivo');
  });

  it('proposes a pseudonym for the RUN before anything is stored', async () => {
    const { calls } = await startImport();
    await goOn(2);
    expect(await screen.findByText(/RUT o RUN, reconocido por su título y su contenido/)).toBeTruthy();
    expect(screen.getByRole('radio', { name: 'Reemplazar por seudónimo' })).toHaveProperty('checked', true);
    expect(calls.some((call) => call.method === 'wave.import')).toBe(false);
  });

  it('imports exactly what was confirmed and goes to the receipt', async () => {
    const { calls, path } = await startImport();
    await goOn(2);
    await userEvent.click(await screen.findByRole('radio', { name: 'No guardar' }));
    await goOn(1);
    const name = await screen.findByLabelText('Nombre');
    await userEvent.clear(name);
    await userEvent.type(name, 'Línea base');
    await userEvent.click(screen.getByRole('button', { name: /Importar 610/ }));
    await waitFor(() => expect(path()).toBe(`/mediciones/${ids.wave}/recibo`));
    const plan = ImportPlan.parse(calls.find((call) => call.method === 'wave.import')?.input);
    expect(plan.wave).toMatchObject({ name: 'Línea base', moment: 'ex-ante', isSynthetic: true });
    expect(plan.columns.map((column) => column.action)).toEqual(['drop', 'keep', 'keep']);
    expect(plan.instrumentId).toBeNull();
    expect(plan.sha256).toBe(inspection.sha256);
  });

  it('shows how far the import has come and cancels it', async () => {
    const { calls } = await startImport({
      'wave.import': (_input, signal) =>
        worksUntilCancelled({ stage: 'storing', share: 0.4, done: 244, total: 611 }, signal),
    });
    await goOn(3);
    await userEvent.click(await screen.findByRole('button', { name: /Importar 610/ }));
    expect(await screen.findByText('244 de 611')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Cancelar' }));
    await waitFor(() =>
      expect(calls.find((call) => call.method === 'wave.import')?.signal.aborted).toBe(true),
    );
    expect(await screen.findByRole('button', { name: /Importar 610/ })).toBeTruthy();
    expect(await screen.findByText('Se canceló. El proyecto quedó como estaba.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Reintentar' })).toBeNull();
  });

  it('shows what differs from the instrument and lets a column be a new variable', async () => {
    const { calls } = await startImport({
      'instrument.list': () => result('instrument.list', { instruments: [instrument] }),
      'wave.list': () => result('wave.list', { waves: [wave] }),
      'import.match': ({ columns }) =>
        result('import.match', {
          columns: inspection.columns.map(({ proposal }, index) =>
            index === 2 ? { ...proposal, variableId: ids.belonging } : proposal,
          ),
          matches: [
            {
              source: 2,
              header: columns[2]?.header ?? null,
              variableId: ids.belonging,
              variableLabel: 'Me siento parte de mi liceo',
              statuses: ['reworded'],
              similarity: 0.91,
              optionsAdded: [],
              optionsDropped: [],
              typeBefore: 'ordinal',
              typeNow: 'ordinal',
              proposal: null,
              note: null,
            },
          ],
        }),
    });
    await goOn(2);
    expect(await screen.findByText('Otra redacción')).toBeTruthy();
    await userEvent.click(screen.getByRole('combobox', { name: /Qué hacer/ }));
    await userEvent.click(await screen.findByRole('option', { name: 'Es una variable nueva' }));
    await goOn(2);
    await userEvent.click(await screen.findByRole('button', { name: /Importar 610/ }));
    await waitFor(() => {
      const plan = ImportPlan.parse(calls.find((call) => call.method === 'wave.import')?.input);
      expect(plan.columns[2]?.variableId).toBeNull();
      expect(plan.instrumentId).toBe(ids.instrument);
      expect(plan.wave.moment).toBe('ex-post');
    });
  });

  it('leaves out what the analyst left out, though the instrument knows the question', async () => {
    const { calls } = await startImport({
      'instrument.list': () => result('instrument.list', { instruments: [instrument] }),
      'import.match': () =>
        result('import.match', { columns: inspection.columns.map(({ proposal }) => proposal), matches: [] }),
    });
    await goOn(3);
    await userEvent.click(await screen.findByRole('radio', { name: 'No guardar' }));
    expect(screen.getByRole('radio', { name: 'No guardar' })).toHaveProperty('checked', true);
    await goOn(1);
    await userEvent.click(await screen.findByRole('button', { name: /Importar 610/ }));
    await waitFor(() => {
      const plan = ImportPlan.parse(calls.find((call) => call.method === 'wave.import')?.input);
      expect(plan.columns.map((column) => column.action)).toEqual(['drop', 'keep', 'keep']);
    });
  });
});

describe('what the analyst changes in a column', () => {
  const [run, age, belonging] = inspection.columns;
  if (!run || !age || !belonging) throw new Error('the fixture has three columns');

  it('takes the answers seen in the file as options of a scale, without the missing codes', () => {
    const profile = {
      ...age,
      topValues: [
        { value: '11', count: 3 },
        { value: '99', count: 2 },
      ],
    };
    expect(changeType(age.proposal, profile, 'single').options).toEqual([{ value: '11', label: '11' }]);
  });

  it('splits cells with several answers into one option each', () => {
    const profile = {
      ...age,
      topValues: [
        { value: 'Ropa; Comida', count: 3 },
        { value: 'Comida', count: 2 },
      ],
    };
    const options = changeType(age.proposal, profile, 'multiple').options ?? [];
    expect(options.map((option) => option.value)).toEqual(['Ropa', 'Comida']);
  });

  it('gives back the proposal when the type returns to the one proposed', () => {
    const changed = { ...belonging.proposal, ...changeType(belonging.proposal, belonging, 'text') };
    expect(changed.options).toEqual([]);
    expect(changeType(changed, belonging, 'ordinal').options).toEqual(belonging.proposal.options);
  });

  it('keeps one identifier at most', () => {
    const edits = withIdentifier([run.proposal, age.proposal], age.proposal.source);
    expect(edits[0]?.role).toBe('measure');
    expect(edits[1]?.role).toBe('identifier');
  });

  it('finds two columns that claim the same variable', () => {
    const claim = { variableId: ids.sex };
    const columns = [{ ...run.proposal, ...claim }, { ...age.proposal, ...claim }, belonging.proposal];
    expect(repeatedChoices(columns)).toEqual([0, 1]);
  });

  it('names a wave after its file', () => {
    expect(nameOfFile('diagnostico_nna-2023.csv')).toBe('Diagnostico nna 2023');
  });
});

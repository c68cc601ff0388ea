// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { Route } from 'wouter';
import { WaveScreen } from '../../renderer/features/waves';
import { columnSentence, isChanged, storedWith } from '../../renderer/features/waves/column-summary';
import type { Variable } from '../../shared/domain/instrument';
import { type ColumnReceipt, Receipt } from '../../shared/domain/wave';
import { texts } from '../../shared/text';
import { type FakeAnswers, failure, fakeHost, result } from './support/fake-host';
import { ids, instrument, receipt as plainReceipt, sha, wave } from './support/fixtures';
import { renderScreen } from './support/render-screen';

const base: ColumnReceipt = {
  ...(plainReceipt.columns[0] as ColumnReceipt), // safe: the fixture has one
  failedTotal: 0,
  coerced: [],
  coercedTotal: 0,
  missingByCode: [],
  blank: 0,
  kept: 605,
  read: 605,
};
const sex: ColumnReceipt = { ...base, header: 'P2', variableId: ids.sex };
const receipt = Receipt.parse({
  ...plainReceipt,
  notices: [
    { code: 'colours-ignored', severity: 'information', details: { count: 2 }, lines: [], columns: [] },
    { code: 'double-encoding', severity: 'attention', details: { cells: 3 }, lines: [7], columns: [] },
  ],
  platform: { platform: 'kobotoolbox', marks: ['_id'], hasCodebook: false },
  columns: [
    ...plainReceipt.columns,
    { ...sex, recoded: [{ from: 'fem', to: 'F', count: 4, exampleLines: [8, 9] }], recodedTotal: 4 },
    { ...base, header: 'Folio' },
  ],
  crosswalk: [
    {
      variableId: ids.sex,
      variableName: 'sexo',
      variableLabel: 'Sexo',
      header: 'P2',
      statuses: ['recoded'],
      decision: 'taken',
      decidedBy: 'analyst',
      similarity: 0.4,
      recodes: [{ from: 'fem', to: 'F' }],
      isReversed: false,
      isRealigned: true,
      typeInFile: 'single',
      typeStored: 'single',
      answers: null,
      optionsAdded: [],
      optionsDropped: [],
      note: 'revisado con la escuela',
    },
  ],
});

const difference = {
  pairedBy: 'identifier' as const,
  rowsBefore: 605,
  rowsNow: 606,
  added: 1,
  removed: 0,
  changed: 2,
  cellsChanged: 3,
  rows: [{ change: 'changed' as const, line: 12, variables: [ids.sex] }],
};

function renderReceipt(more: FakeAnswers = {}) {
  const fake = fakeHost({
    'wave.list': () => result('wave.list', { waves: [wave] }),
    'instrument.list': () => result('instrument.list', { instruments: [instrument] }),
    'wave.receipt': () => result('wave.receipt', receipt),
    ...more,
  });
  renderScreen(
    <Route path="/mediciones/:id/:tab?">
      <WaveScreen />
    </Route>,
    { host: fake.host, path: `/mediciones/${ids.wave}/recibo` },
  );
  return fake;
}

describe('the sentence of a column', () => {
  const say = (column: Partial<ColumnReceipt>) =>
    columnSentence({ ...base, ...column }, plainReceipt, texts('es').receipt, 'es', {
      variables: new Map(instrument.variables.map((variable) => [variable.id, variable])),
      words: { yes: 'Sí', no: 'No', none: 'Ninguna', missing: 'sin dato' },
    });

  it('says that nothing changed only where nothing did', () => {
    expect(say({ header: 'Folio' })).toBe('Se guardaron las 605 tal como venían.');
    expect(isChanged({ ...base, blank: 3, kept: 602 })).toBe(false);
    expect(isChanged({ ...base, recodedTotal: 1 })).toBe(true);
  });

  it('says why a column was left out', () => {
    const left = { action: 'drop', kept: 0, read: 0 } as const;
    expect(say({ ...left, droppedBecause: 'identity' })).toBe(
      'No se guardó. Sus celdas dicen quiénes son las personas.',
    );
    expect(say({ ...left, droppedBecause: 'joined' })).toMatch(/^Se lee junto con otras columnas/);
    expect(say(left)).toBe('No se guardó.');
  });

  it('accounts for every cell that is not kept', () => {
    const column = {
      header: 'x',
      kept: 590,
      blank: 3,
      missingByCode: [{ code: '99', count: 2 }],
      failedTotal: 1,
    };
    expect(say({ ...column, notApplicable: 9, coercedTotal: 12 })).toBe(
      'Se guardaron 590 de 605; 3 sin respuesta; 2 con un código de «sin dato» (99); 9 no correspondían; ' +
        '1 no se entendió y quedó sin dato; 12 se escriben de otra manera.',
    );
  });

  it('names the most frequent change, and none where the receipt hides the cells', () => {
    const change = (from: string) => [{ from, to: '85', count: 12, exampleLines: [4] }];
    expect(say({ coercedTotal: 12, coerced: change('85 %') })).toContain(
      '12 se escriben de otra manera, como «85 %» → 85',
    );
    // A country found in its list is the same answer.
    const chile = [{ from: 'Chile', to: 'Chile', count: 4, exampleLines: [4] }];
    expect(say({ recodedTotal: 4, recoded: chile })).toContain('4 se reconocieron en su lista oficial; ');
    expect(say({ coercedTotal: 12, coerced: change('') })).toContain('12 se escriben de otra manera; ');
  });
});

describe('a column that is one option of a question', () => {
  it('is told as stored with the question, not as left out', () => {
    const variable = { ...(instrument.variables[0] as Variable), type: 'multiple' as const }; // safe: the fixture has it
    const variables = new Map([[ids.sex, variable]]);
    const whole: ColumnReceipt = { ...base, header: 'ayuda', variableId: ids.sex };
    const left = (header: string): ColumnReceipt => ({ ...base, header, variableId: null, action: 'drop' });
    const all = { ...receipt, columns: [whole] };
    expect(storedWith(left('ayuda/ropa'), all, variables)).toBe('Sexo');
    expect(storedWith(left('ayuda'), all, variables)).toBe('Sexo');
    expect(storedWith(left('ayuda2'), all, variables)).toBeNull();
    expect(storedWith(left('RUN'), all, variables)).toBeNull();
  });
});

describe('the receipt on screen', () => {
  it('says what was noticed, what asks for a look first, and the program that wrote the file', async () => {
    renderReceipt();
    const notices = await screen.findByRole('region', { name: 'Lo que conviene saber del archivo' });
    const lines = within(notices).getAllByRole('listitem');
    expect(lines[0]?.textContent).toContain('codificadas dos veces');
    expect(lines[1]?.textContent).toContain('color');
    expect(screen.getByText('KoboToolbox')).toBeTruthy();
  });

  it('shows only the columns with changes when asked to', async () => {
    renderReceipt();
    const table = await screen.findByRole('table', { name: 'Columna por columna' });
    expect(within(table).getByText('Folio')).toBeTruthy();
    await userEvent.click(screen.getByRole('radio', { name: 'Con cambios (2)' }));
    expect(within(table).queryByText('Folio')).toBeNull();
    expect(within(table).getByText('Edad')).toBeTruthy();
  });

  it('shows from what to what an answer was read, by its label, with lines', async () => {
    renderReceipt();
    await userEvent.click(await screen.findByText(/4 se leyeron como otra respuesta/));
    const panel = await screen.findByRole('dialog', { name: 'P2' });
    const row = within(panel).getByRole('row', { name: /fem/ });
    expect(row.textContent).toContain('líneas 8, 9');
    expect(row.textContent).toContain('«Femenino»');
    expect(within(panel).getByText('Nota: revisado con la escuela')).toBeTruthy();
  });

  it('filters cells worth a look by their reason', async () => {
    renderReceipt();
    await userEvent.click(await screen.findByRole('combobox', { name: 'Motivo' }));
    await userEvent.click(await screen.findByRole('option', { name: /dígito verificador/ }));
    expect(screen.queryByText('«25 años»')).toBeNull();
  });

  it('exports the crosswalk', async () => {
    const file = { fileId: ids.file, name: 'cruce.csv', mediaType: 'text/csv', bytes: 3, sha256: sha };
    const { saved } = renderReceipt({ 'wave.exportCrosswalk': () => result('wave.exportCrosswalk', file) });
    await userEvent.click(await screen.findByRole('button', { name: 'Exportar la correspondencia' }));
    await waitFor(() => expect(saved).toEqual(['cruce.csv']));
  });
});

describe('rows that come back', () => {
  const give = async (name: string) =>
    userEvent.upload(await screen.findByLabelText(name), new File(['a'], 'corregidas.csv'));

  it('are counted, and those that stay aside are named with their reason', async () => {
    renderReceipt({
      'wave.addCorrected': () =>
        result('wave.addCorrected', {
          wave,
          receipt,
          rowsAdded: 4,
          stillSetAside: [{ line: 124, reason: 'short-row', column: null, value: null }],
        }),
    });
    await give('Traer de vuelta las corregidas');
    expect(await screen.findByText('Se agregaron 4 filas a la medición.')).toBeTruthy();
    expect(screen.getByText('Línea 124: Le faltan celdas')).toBeTruthy();
  });

  it('are still told of where none stays aside', async () => {
    let isBack = false;
    const all = {
      ...receipt,
      rowsKept: receipt.rowsRead,
      rowsSetAside: 0,
      setAside: [],
      setAsideByReason: [],
    };
    renderReceipt({
      'wave.receipt': () => result('wave.receipt', isBack ? all : receipt),
      'wave.addCorrected': () => {
        isBack = true;
        return result('wave.addCorrected', { wave, receipt: all, rowsAdded: 6, stillSetAside: [] });
      },
    });
    await give('Traer de vuelta las corregidas');
    expect(await screen.findByText('No se apartó ninguna fila.')).toBeTruthy();
    expect(await screen.findByText('Se agregaron 6 filas a la medición.')).toBeTruthy();
  });

  it('come back in the workbook they were corrected in', async () => {
    renderReceipt();
    const picker = await screen.findByLabelText('Traer de vuelta las corregidas');
    expect(picker.getAttribute('accept')?.split(',')).toEqual(
      expect.arrayContaining(['.csv', '.xlsx', '.ods']),
    );
    expect(screen.getByText(/guardadas como Excel, ODS o CSV/)).toBeTruthy();
  });

  it('of another wave are refused where the person is looking', async () => {
    renderReceipt({ 'wave.addCorrected': () => failure('correction-foreign') });
    await give('Traer de vuelta las corregidas');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Este archivo no trae filas apartadas de esta medición');
  });

  it('of a corrected file replace the wave only after its differences were shown', async () => {
    const { calls } = renderReceipt({
      'wave.reimport': ({ apply }) => result('wave.reimport', { wave, receipt, difference, applied: apply }),
    });
    await give('Volver a leer el archivo');
    const panel = await screen.findByRole('dialog', { name: 'Volver a leer el archivo' });
    expect(await within(panel).findByText('2 (3 celdas)')).toBeTruthy();
    const applied = () =>
      calls.flatMap((call) => (call.method === 'wave.reimport' ? [call.input] : [])) as { apply: boolean }[]; // safe: inputs of that method
    expect(applied().map(({ apply }) => apply)).toEqual([false]);
    await userEvent.click(within(panel).getByRole('button', { name: 'Reemplazar los datos' }));
    await waitFor(() => expect(applied().map(({ apply }) => apply)).toEqual([false, true]));
  });

  it('of a wave in several files are compared with all of them together', async () => {
    const files = ['norte.csv', 'sur.csv'].map((fileName, at) => ({
      fileName,
      sha256: sha,
      bytes: 3,
      label: fileName,
      firstLine: 1 + at,
      rowsRead: 1,
      rowsKept: 1,
    }));
    const { calls } = renderReceipt({
      'wave.receipt': () => result('wave.receipt', { ...receipt, files }),
      'wave.reimport': ({ apply }) => result('wave.reimport', { wave, receipt, difference, applied: apply }),
    });
    const picker = await screen.findByLabelText('Volver a leer los archivos');
    await userEvent.upload(picker, [new File(['a'], 'norte.csv'), new File(['b'], 'sur.csv')]);
    expect(await screen.findByText('2 (3 celdas)')).toBeTruthy();
    expect(screen.getByText(/^«norte.csv» y «sur.csv» traen/)).toBeTruthy();
    expect(screen.getByText(/se reemplazan por las de los archivos/)).toBeTruthy();
    const asked = calls.find(({ method }) => method === 'wave.reimport')?.input;
    expect(asked).toMatchObject({ additionalFiles: [{ label: null }], apply: false });
  });

  it('change nothing where the file holds the same', async () => {
    const same = { ...difference, added: 0, changed: 0, cellsChanged: 0, rows: [] };
    renderReceipt({
      'wave.reimport': () => result('wave.reimport', { wave, receipt, difference: same, applied: false }),
    });
    await give('Volver a leer el archivo');
    expect(await screen.findByText(/trae lo mismo que la medición/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Reemplazar los datos' })).toBeNull();
  });
});

// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { Route } from 'wouter';
import ImportScreen from '../../renderer/features/import';
import { plainText, previewLines } from '../../renderer/features/import/preview-lines';
import { columnName, formatWords } from '../../renderer/features/import/source-words';
import { useUnfinishedImport } from '../../renderer/features/import/use-unfinished-import';
import { useLeaveWarning } from '../../renderer/state/use-leave-warning';
import type { MethodInput, MethodOutput } from '../../shared/contract';
import { proposedLabels } from '../../shared/domain/file-labels';
import { ImportPlan, type Inspection } from '../../shared/domain/import';
import { texts } from '../../shared/text';
import { type FakeAnswers, failure, fakeHost, result } from './support/fake-host';
import { ids, inspection, instrument, receipt, wave } from './support/fixtures';
import { renderScreen } from './support/render-screen';

const table: MethodOutput<'import.table'> = {
  dialect: inspection.dialect,
  tables: [],
  notices: [],
  headers: inspection.headers,
  width: 3,
  rows: [],
  total: 610,
  setAside: [{ line: 124, reason: 'short-row', cells: ['9.876.543-2', '12'] }],
  setAsideTotal: 1,
};
const form: MethodOutput<'codebook.describe'> = {
  origin: 'xlsform',
  title: 'Encuesta de acogida',
  languages: ['Español (es)', 'English (en)'],
  questions: [
    {
      name: 'edad',
      path: 'edad',
      label: '¿Cuántos años tienes?',
      kind: 'integer',
      options: [],
      missingCodes: [],
      notApplicableCodes: [],
      isRequired: true,
      relevant: null,
      constraint: '. < 18',
      repeat: null,
      isDrafted: true,
    },
  ],
  ignored: [{ kind: 'calculate', count: 2 }],
};

function inspected(more: Partial<Inspection> = {}) {
  return (input: MethodInput<'import.inspect'>) =>
    result('import.inspect', { ...inspection, ...more, fileId: ids.file && input.fileId } as Inspection); // safe: the id comes from the call
}

function LeaveWarning() {
  useLeaveWarning(useUnfinishedImport());
  return null;
}

async function open(more: FakeAnswers = {}) {
  const fake = fakeHost({
    'instrument.list': () => result('instrument.list', { instruments: [] }),
    'wave.list': () => result('wave.list', { waves: [] }),
    'import.inspect': inspected(),
    'import.table': () => result('import.table', table),
    'codebook.describe': () => failure('codebook-unrecognised'),
    'wave.import': () => result('wave.import', { wave, instrument, receipt }),
    ...more,
  });
  let staged = 0;
  fake.host.stageFile = async (file) => {
    staged += 1;
    return { fileId: `fil_staged000${staged}`, name: file.name, bytes: file.size };
  };
  const view = renderScreen(
    <>
      <LeaveWarning />
      <Route path="/mediciones/importar/:step?">
        <ImportScreen />
      </Route>
    </>,
    { host: fake.host, path: '/mediciones/importar' },
  );
  const input = await screen.findByLabelText('Elegir archivo', { selector: 'input' });
  const drop = (...names: string[]) =>
    fireEvent.change(input, { target: { files: names.map((name) => new File(['a;b\n1;2\n'], name)) } });
  return { ...fake, ...view, drop };
}

function lastInspected(calls: readonly { method: string; input: unknown }[]): unknown {
  return calls.filter(({ method }) => method === 'import.inspect').at(-1)?.input;
}

describe('choosing the files of a wave', () => {
  it('reads several files as one wave, each with the label proposed from its name', async () => {
    const { drop, calls } = await open();
    drop('encuesta_liceo_sur.csv', 'encuesta_escuela_norte.csv');
    const label = await screen.findByLabelText('Establecimiento de «encuesta_escuela_norte.csv»');
    expect(label).toHaveProperty('value', 'Escuela norte');
    await userEvent.clear(label);
    await userEvent.type(label, 'Escuela del Norte{Enter}');
    await waitFor(() =>
      expect(lastInspected(calls)).toMatchObject({
        fileId: 'fil_staged0001',
        label: 'Liceo sur',
        additionalFiles: [{ fileId: 'fil_staged0002', label: 'Escuela del Norte' }],
      }),
    );
  });

  it('passes every file, label and form on to the import', async () => {
    const { drop, calls } = await open({
      'codebook.describe': ({ fileId }) =>
        fileId === 'fil_staged0003' ? result('codebook.describe', form) : failure('codebook-unrecognised'),
    });
    drop('liceo.csv', 'escuela.csv', 'formulario.xlsx');
    await screen.findByText('Encuesta de acogida');
    for (let step = 0; step < 4; step += 1) {
      await userEvent.click(await screen.findByRole('button', { name: 'Continuar' }));
    }
    await userEvent.click(await screen.findByRole('button', { name: /Importar 610/ }));
    await waitFor(() => {
      const plan = ImportPlan.parse(calls.find(({ method }) => method === 'wave.import')?.input);
      expect(plan.label).toBe('Liceo');
      expect(plan.additionalFiles).toEqual([{ fileId: 'fil_staged0002', label: 'Escuela' }]);
      expect(plan.codebookFileId).toBe('fil_staged0003');
    });
  });

  it('says beside the file what is wrong with it, and does not go on until it is removed', async () => {
    const { drop } = await open({
      'import.table': ({ fileId }) =>
        fileId === 'fil_staged0002' ? failure('workbook-protected') : result('import.table', table),
    });
    drop('liceo.csv', 'escuela.xlsx');
    expect(await screen.findByText('La planilla está protegida con contraseña')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Continuar' })).toHaveProperty('disabled', true);
    await userEvent.click(screen.getByRole('button', { name: 'Quitar «escuela.xlsx»' }));
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Continuar' })).toHaveProperty('disabled', false),
    );
  });

  it('takes a dropped XLSForm for the form, says what it holds and drafts an instrument without data', async () => {
    const { drop, calls, path } = await open({
      'codebook.describe': () => result('codebook.describe', form),
      'instrument.draft': () => result('instrument.draft', instrument),
    });
    drop('formulario.xlsx');
    expect(await screen.findByText(/No se usa del formulario: cálculos \(2\)/)).toBeTruthy();
    expect(screen.getByText(/también están en English/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Crear el instrumento sin datos' }));
    await waitFor(() => expect(path()).toBe(`/variables/${ids.sex}`));
    expect(calls.find(({ method }) => method === 'instrument.draft')?.input).toEqual({
      codebookFileId: 'fil_staged0001',
      name: 'Encuesta de acogida',
    });
  });

  it('asks before the page is reloaded while files are chosen, and not before', async () => {
    const { drop } = await open();
    const reload = () => fireEvent(window, new Event('beforeunload', { cancelable: true }));
    expect(reload()).toBe(true);
    drop('liceo.csv');
    await screen.findByText('Así está escrito el archivo');
    expect(reload()).toBe(false);
    await userEvent.click(screen.getByRole('button', { name: 'Elegir otro archivo' }));
    expect(reload()).toBe(true);
  });
});

describe('seeing how a file was read', () => {
  it('tells the other readings in words, and reads the file so when one is pressed', async () => {
    const { drop, calls } = await open();
    drop('liceo.csv');
    expect(await screen.findByText(/con menos celdas que calzan/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: /^Leer con: Coma/ }));
    await waitFor(() => expect(lastInspected(calls)).toMatchObject({ corrections: { delimiter: ',' } }));
  });

  it('shows lines that are not read, and rows set aside with their reason, in their place', async () => {
    const { drop } = await open({
      'import.inspect': inspected({ rows: 3, footer: [{ line: 200, text: 'Fuente: registro comunal;;' }] }),
    });
    drop('liceo.csv');
    const preview = await screen.findByRole('table', { name: 'Vista previa' });
    await within(preview).findByText('9.876.543-2 · 12');
    const rows = within(preview)
      .getAllByRole('row')
      .map((row) => row.textContent);
    expect(rows[0]).toContain('Datos sintéticos');
    expect(rows[0]).toContain('no se lee');
    expect(rows.at(-2)).toContain('se aparta: le faltan celdas');
    expect(rows.at(-1)).toContain('Fuente: registro comunal');
  });

  it('offers the sheets of a workbook, hidden ones marked, and forgets corrections of another sheet', async () => {
    const sheet = { isHidden: false, rows: 12, columns: 3, firstLine: null, lastLine: null, parent: null };
    const { drop, calls } = await open({
      'import.inspect': inspected({
        format: 'xlsx',
        evidence: [],
        dialect: { ...inspection.dialect, tableId: 'Respuestas' },
        tables: [
          { ...sheet, id: 'Respuestas', name: 'Respuestas', kind: 'sheet' },
          { ...sheet, id: 'Listas', name: 'Listas', kind: 'sheet', isHidden: true },
          {
            ...sheet,
            id: 'integrantes',
            name: 'integrantes',
            kind: 'repeat',
            parent: { tableId: 'Respuestas', key: '_index', parentKey: '_parent_index' },
          },
        ],
      }),
    });
    drop('liceo.xlsx');
    expect(await screen.findByText(/Libro de Excel, hoja «Respuestas»/)).toBeTruthy();
    expect(screen.getByText('oculta en el archivo')).toBeTruthy();
    expect(screen.getByText(/Cada fila es parte de una ficha de «Respuestas»/)).toBeTruthy();
    expect(screen.queryByRole('combobox', { name: 'Separador de columnas' })).toBeNull();
    await userEvent.click(screen.getByRole('radio', { name: /Listas/ }));
    await waitFor(() => expect(lastInspected(calls)).toMatchObject({ corrections: { tableId: 'Listas' } }));
  });

  it.each([
    ['stray-quotes', { count: 1 }, [13], /una comilla que se abre y no se cierra.* Línea 13\./],
    ['rows-read-otherwise', { count: 2 }, [13, 19], /con otro separador.* Líneas 13 y 19\./],
    ['inner-quotes-repaired', { count: 4 }, [2, 3, 4, 6], /comillas dentro de un texto.* Líneas 2–4 y 6\./],
    ['sub-headings', { count: 2 }, [2, 5], /2 filas son subtítulos.* Líneas 2 y 5\./],
    ['lines-unwrapped', { count: 4 }, [], /4 líneas venían enteras entre comillas/],
    ['columns-aligned', { columns: 5 }, [], /alineadas con espacios.*\(5 columnas\)/],
  ])('says what %s means, with the lines where they are known', async (code, details, lines, words) => {
    const notice = { code, severity: 'attention' as const, details, lines, columns: [] };
    const { drop } = await open({ 'import.inspect': inspected({ notices: [notice] }) });
    drop('liceo.csv');
    expect(await screen.findByText(words)).toBeTruthy();
  });

  it('puts what asks for a look first and the rest on demand', async () => {
    const notice = { details: { count: 2 }, lines: [4, 7], columns: [] };
    const { drop } = await open({
      'import.inspect': inspected({
        notices: [
          { ...notice, code: 'formula-results', severity: 'information', lines: [] },
          { ...notice, code: 'hidden-rows', severity: 'attention' },
        ],
      }),
    });
    drop('liceo.csv');
    expect(await screen.findByText(/2 filas ocultas en la planilla\. Líneas 4 y 7\./)).toBeTruthy();
    expect(screen.queryByText(/De 2 fórmulas/)).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Ver 1 aviso más' }));
    expect(screen.getByText(/De 2 fórmulas/)).toBeTruthy();
  });

  it('takes back a correction with which the file cannot be read', async () => {
    const { drop } = await open({
      'import.inspect': (input) =>
        Object.keys(input.corrections).length > 0 ? failure('csv-malformed') : inspected()(input),
    });
    drop('liceo.csv');
    await userEvent.click(await screen.findByRole('button', { name: /^Leer con: Coma/ }));
    await userEvent.click(await screen.findByRole('button', { name: 'Volver a lo reconocido' }));
    expect(await screen.findByText('Así está escrito el archivo')).toBeTruthy();
  });

  it('proposes the dates of the wave from the data and says which column told', async () => {
    const { drop } = await open({
      'import.propose': () =>
        result('import.propose', {
          inspection,
          matches: [],
          plan: ImportPlan.parse({
            fileId: ids.file,
            sha256: inspection.sha256,
            dialect: inspection.dialect,
            columns: inspection.columns.map(({ proposal }) => proposal),
            wave: {
              name: 'Diagnóstico',
              moment: 'ex-ante',
              startDate: '2023-06-01',
              endDate: '2023-10-27',
              isSynthetic: true,
            },
            instrumentId: null,
            instrumentName: 'Diagnóstico',
            repeatedIdentifiers: 'set-aside',
          }),
          waveEvidence: [
            {
              aspect: 'dates',
              why: 'dates-in-data',
              details: {
                header: 'Fecha de encuesta',
                from: '2023-06-01',
                to: '2023-10-27',
                filled: 606,
                outside: 0,
              },
            },
          ],
        }),
    });
    drop('liceo.csv');
    for (let step = 0; step < 3; step += 1) {
      await userEvent.click(await screen.findByRole('button', { name: 'Continuar' }));
    }
    expect(await screen.findByText('Según la columna «Fecha de encuesta», con 606 fechas.')).toBeTruthy();
    expect(screen.getByDisplayValue('01-06-2023')).toBeTruthy();
  });
});

describe('words and places of a file', () => {
  it('labels files by what their names do not share, and by whole names where nothing is left', () => {
    expect(proposedLabels(['encuesta_liceo-sur_2023.csv', 'encuesta_escuela norte_2023.csv'])).toEqual([
      'Liceo sur',
      'Escuela norte',
    ]);
    expect(proposedLabels(['datos 1.csv', 'datos 2.csv'])).toEqual(['Datos 1', 'Datos 2']);
  });

  it('names columns of a sheet by letter and those of a text by number', () => {
    const sheet = { format: 'xlsx' } as const;
    expect([0, 25, 26, 701, 702].map((column) => columnName(sheet, column))).toEqual([
      'A',
      'Z',
      'AA',
      'ZZ',
      'AAA',
    ]);
    expect(columnName({ format: 'text' }, 2)).toBe('3');
  });

  it('says so when the name of a file tells another kind', () => {
    const words = formatWords(
      { ...inspection, format: 'html', fileName: 'datos.xls' },
      texts('es').importReading,
    );
    expect(words).toBe('Tabla de una página web, aunque su nombre termina en .xls.');
  });

  it('shows a line that is not read without separators and quotes', () => {
    expect(plainText('"Registro ""piloto""";;;')).toBe('Registro "piloto"');
    expect(plainText('Fuente:\u001f\u001fregistro\u001f')).toBe('Fuente: · registro');
  });

  it('counts the rows between those shown and the end', () => {
    const { below } = previewLines({ ...inspection, rows: 611, irregularTotal: 0, irregular: [] }, []);
    expect(below.at(-1)).toEqual({ kind: 'gap', count: 609 });
  });
});

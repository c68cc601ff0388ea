// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { Route } from 'wouter';
import { emptyPractice } from '../../renderer/features/practices/practice-form';
import TemplateScreen from '../../renderer/features/templates';
import { InstrumentId, WaveId } from '../../shared/domain/ids';
import { Practice } from '../../shared/domain/practice';
import type { FigureBeside, TemplateDescription, TemplateStatus } from '../../shared/methods/template';
import { type FakeAnswers, failure, fakeHost, result } from './support/fake-host';
import { renderScreen } from './support/render-screen';

const at = { createdAt: '2024-03-05T12:00:00Z', updatedAt: '2024-03-05T12:00:00Z' };
const practice = Practice.parse({
  ...emptyPractice('Red solidaria'),
  id: 'pra_aaaaaa',
  templateSlug: 'macul',
  ...at,
});
const instrumentId = InstrumentId.parse('ins_aaaaaa');
const waveId = WaveId.parse('wav_aaaaaa');

const described: TemplateDescription = {
  slug: 'macul',
  title: 'Red solidaria',
  titleEnglish: '',
  municipality: 'Macul',
  summary: '',
  instruments: [
    {
      key: 'libro',
      name: 'Libro de donaciones',
      rowUnit: 'movement',
      coverage: 'census',
      linkage: 'independent',
      questions: [
        {
          name: 'fecha',
          label: 'Fecha',
          hint: '',
          type: 'date',
          options: [],
          isAsked: true,
          isRequired: true,
          section: '',
        },
      ],
    },
  ],
  indicators: [{ key: 'a', name: 'Entregas', definition: '', unit: '', target: 0.8, isShare: true }],
  measurements: [{ key: 'saldo', name: 'Saldo por mes', kind: 'ledger' }],
  comparisons: [],
  outline: [{ kind: 'heading', text: 'Lo principal' }],
  samples: [
    {
      key: 'libro',
      name: 'Libro 2018',
      moment: 'ex-ante',
      instrument: 'libro',
      fileName: 'libro.xlsx',
      files: 1,
      shape: 'Planilla mensual con totales.',
    },
  ],
  figures: [{ key: 'kilos', what: 'Kilos recibidos', stated: 'miles de kilos' }],
  commissionCriteria: null,
};

function statusOf(more: Partial<TemplateStatus> = {}): TemplateStatus {
  return {
    slug: 'macul',
    isUsed: true,
    instruments: [
      { key: 'libro', name: 'Libro de donaciones', id: instrumentId, waves: [], mixesSynthetic: false },
    ],
    indicators: [],
    measurements: [],
    samples: [{ key: 'libro', name: 'Libro 2018', waveId: null }],
    comparisons: [],
    reportId: null,
    claims: { linked: 0, of: 1 },
    gaps: [],
    steps: [
      { step: 'instrument', state: 'done', done: 3, of: 3 },
      { step: 'data', state: 'open', done: 0, of: 1 },
      { step: 'results', state: 'open', done: 0, of: 1 },
      { step: 'report', state: 'open', done: 0, of: 2 },
    ],
    ...more,
  };
}

const withData = statusOf({
  instruments: [
    {
      key: 'libro',
      name: 'Libro de donaciones',
      id: instrumentId,
      waves: [{ id: waveId, name: 'Libro 2018', moment: 'ex-ante', rows: 456, isSynthetic: true }],
      mixesSynthetic: false,
    },
  ],
});

const kilos: FigureBeside = {
  key: 'kilos',
  what: 'Kilos recibidos',
  stated: 'miles de kilos',
  value: 13201,
  formatted: '13.201 kg',
  agrees: true,
  reason: null,
  isSynthetic: true,
  place: { kind: 'measurement', name: 'Saldo por mes', measurementId: null, figure: null },
};

function renderTemplate(status: TemplateStatus, more: FakeAnswers = {}) {
  const fake = fakeHost({
    'practice.list': () => result('practice.list', { practices: [practice] }),
    'template.status': () => result('template.status', status),
    'template.describe': () => result('template.describe', described),
    'template.figures': () => result('template.figures', { figures: [kilos] }),
    ...more,
  });
  const view = renderScreen(
    <Route path="/practicas/:id/plantilla">
      <TemplateScreen />
    </Route>,
    { host: fake.host, path: `/practicas/${practice.id}/plantilla` },
  );
  return { ...fake, ...view };
}

describe('the template of a practice', () => {
  it('says what it would make, makes it with one button and takes it back with one', async () => {
    const user = userEvent.setup();
    const [first, ...steps] = statusOf().steps;
    const status = statusOf({
      isUsed: false,
      steps: first ? [{ ...first, state: 'open', done: 0 }, ...steps] : [],
    });
    let isMade = false;
    const { calls } = renderTemplate(status, {
      'template.status': () => result('template.status', isMade ? statusOf() : status),
      'template.use': () => {
        isMade = true;
        return result('template.use', {
          practiceId: practice.id,
          items: [{ kind: 'instrument', key: 'libro', id: instrumentId, name: 'Libro', outcome: 'made' }],
          steps: 4,
        });
      },
      'history.undo': () =>
        result('history.undo', { undone: { entity: 'instrument', action: 'created', name: 'Libro' } }),
    });
    expect(await screen.findByText(/Se crearán 1.instrumento, 1.indicador y 1.recuento/)).toBeTruthy();
    expect(screen.getByText('Primero crea el instrumento.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Crear en el proyecto' }));
    await user.click(await screen.findByRole('button', { name: 'Deshacer todo' }));
    expect(calls.find(({ method }) => method === 'template.use')?.input).toMatchObject({ slug: 'macul' });
    expect(calls.find(({ method }) => method === 'history.undo')?.input).toEqual({ steps: 4 });
  });

  it('saves the survey form of an instrument', async () => {
    const user = userEvent.setup();
    const { saved } = renderTemplate(statusOf(), {
      'instrument.exportXlsForm': () =>
        result('instrument.exportXlsForm', {
          file: {
            // Safe: a file of the fake host.
            fileId: 'fil_aaaaaa' as never,
            name: 'macul_libro.xlsx',
            mediaType: '',
            bytes: 1,
            sha256: '0'.repeat(64),
          },
          notes: [],
        }),
    });
    await user.click(await screen.findByRole('button', { name: 'Formulario XLSForm: Libro de donaciones' }));
    expect(await screen.findByText('Formulario guardado: macul_libro.xlsx')).toBeTruthy();
    expect(saved).toEqual(['macul_libro.xlsx']);
  });

  it('offers a sample file with what it shows, and tells how many rows came in', async () => {
    const user = userEvent.setup();
    renderTemplate(statusOf(), {
      'template.importSample': () =>
        result('template.importSample', {
          imported: [
            {
              sampleKey: 'libro',
              waveId,
              name: 'Libro 2018',
              outcome: 'made',
              rowsRead: 470,
              rowsKept: 456,
              columnsNew: 0,
            },
          ],
        }),
    });
    expect(await screen.findByText(/Planilla mensual con totales/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Probar con estos datos: Libro 2018' }));
    expect(await screen.findByText('«Libro 2018»: se importaron 456 de 470 filas.')).toBeTruthy();
  });

  it("shows the document's figure beside the computed one and says that the data is synthetic", async () => {
    renderTemplate(withData);
    const row = (await screen.findByText('Kilos recibidos')).closest('tr');
    if (!row) throw new Error('no row');
    expect(within(row).getByText('miles de kilos')).toBeTruthy();
    expect(within(row).getByText('13.201 kg')).toBeTruthy();
    expect(within(row).getByText('Coincide')).toBeTruthy();
    expect(screen.getByText(/No prueban nada sobre la práctica/)).toBeTruthy();
  });

  it('says why a figure is not there, in words', async () => {
    const gone = { ...kilos, value: null, formatted: null, agrees: null, reason: 'waves-absent' };
    renderTemplate(withData, { 'template.figures': () => result('template.figures', { figures: [gone] }) });
    expect(await screen.findByText('faltan mediciones')).toBeTruthy();
  });

  it('names what a wave lacks and what cannot be computed without it', async () => {
    const gap = { questions: ['Kilos'], of: 6, indicators: [], measurements: ['Saldo por mes'] };
    renderTemplate({
      ...withData,
      gaps: [{ ...gap, waveId, wave: 'Libro 2018', instrument: 'Libro de donaciones' }],
    });
    expect(
      await screen.findByText('A «Libro 2018» le falta 1 de las 6 preguntas de la plantilla'),
    ).toBeTruthy();
    expect(screen.getByText('Ahí no se puede calcular: «Saldo por mes».')).toBeTruthy();
  });

  it('prepares the report and tells what was left out and why', async () => {
    const user = userEvent.setup();
    renderTemplate(withData, {
      'template.prepare': () =>
        result('template.prepare', {
          items: [],
          omitted: [
            {
              kind: 'comparison',
              key: 'c',
              name: 'Antes y después',
              reason: 'cannot-be-computed',
              details: ['no-matched-people'],
            },
          ],
          reportId: null,
          files: [],
        }),
    });
    await user.click(await screen.findByRole('button', { name: 'Preparar el informe' }));
    expect(await screen.findByText('Comparación: Antes y después')).toBeTruthy();
    expect(screen.getByText(/no se puede calcular con estos datos: /)).toBeTruthy();
  });

  it('lets a record of its own take the template of another practice', async () => {
    const user = userEvent.setup();
    const { calls } = renderTemplate(statusOf(), {
      'template.status': () => failure('template-missing'),
      'template.list': () =>
        result('template.list', {
          templates: [
            {
              slug: 'macul',
              title: 'Red solidaria',
              municipality: 'Macul',
              questions: 6,
              indicators: 1,
              measurements: 1,
              practiceIds: [],
            },
          ],
        }),
      'template.use': () => result('template.use', { practiceId: practice.id, items: [], steps: 0 }),
    });
    await user.click(await screen.findByRole('button', { name: 'Usar esta: Red solidaria' }));
    expect(calls.find(({ method }) => method === 'template.use')?.input).toMatchObject({
      practiceId: practice.id,
    });
  });

  it('shows what went wrong, with a way to try again', async () => {
    renderTemplate(statusOf(), {
      'template.status': () => failure('template-invalid', { problem: 'indicators.x' }),
    });
    expect(await screen.findByText('La plantilla no se puede usar')).toBeTruthy();
    expect(screen.getByText('Reintentar')).toBeTruthy();
  });
});

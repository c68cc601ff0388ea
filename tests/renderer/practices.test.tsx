// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { Route } from 'wouter';
import { PracticeScreen } from '../../renderer/features/practices';
import {
  emptyPractice,
  practiceDraftOf,
  practiceFormOf,
} from '../../renderer/features/practices/practice-form';
import { roughDateOf } from '../../renderer/features/practices/RoughDateField';
import type { ClaimEvidence } from '../../shared/contract';
import { ClaimId, ReportId } from '../../shared/domain/ids';
import { Measurement } from '../../shared/domain/measurement';
import { MeasurementResult } from '../../shared/domain/measurement-result';
import { Practice } from '../../shared/domain/practice';
import { Report } from '../../shared/domain/report';
import { ClaimEvidence as ClaimEvidenceSchema } from '../../shared/methods/evidence';
import { type FakeAnswers, fakeHost, result } from './support/fake-host';
import { renderScreen } from './support/render-screen';
import { attends, comparisonId, comparisonResult, followUpId, group, row } from './support/results';

const at = { createdAt: '2024-03-05T12:00:00Z', updatedAt: '2024-03-05T12:00:00Z' };
const claimId = ClaimId.parse('clm_aaaaaa');
const reportId = ReportId.parse('rep_aaaaaa');
const link = {
  kind: 'comparison' as const,
  reportId,
  comparisonId,
  indicatorId: attends,
  followUpWaveId: followUpId,
  key: [],
};
const shownResult = comparisonResult([row([], { from: 0.6, to: 0.8 }), row(group('Escuela 9'), null)]);

function practice(evidence: typeof link | null): Practice {
  return Practice.parse({
    ...emptyPractice('Diagnóstico comunal'),
    id: 'pra_aaaaaa',
    municipality: 'Los Andes',
    description: ['Primer párrafo.', 'Segundo párrafo.'],
    gcmObjectives: { stated: [1], proposed: [7] },
    claims: [{ id: claimId, text: 'La asistencia mejoró.', evidence }],
    ...at,
  });
}

const report = Report.parse({
  id: reportId,
  title: 'Informe 2024',
  subtitle: '',
  municipality: '',
  unit: '',
  practiceId: null,
  audience: 'publication',
  locale: 'es',
  blocks: [
    {
      kind: 'comparison',
      comparisonId,
      indicatorIds: [],
      chart: 'dumbbell',
      showTable: true,
      showSentences: true,
      caption: '',
    },
  ],
  rendering: null,
  ...at,
});

const stages = Measurement.parse({
  id: 'mea_aaaaaa',
  name: 'Camino al reconocimiento',
  spec: {
    kind: 'funnel',
    instrumentId: 'ins_aaaaaa',
    waveIds: [],
    filter: null,
    confidenceLevel: 0.95,
    stages: [
      { id: 'inicio', label: 'Orientadas', condition: null },
      { id: 'fin', label: 'Tituladas', condition: null },
    ],
    splitId: null,
  },
  ...at,
});
const countedFigure = { period: null, phase: null, waveId: null, unit: '', method: null, reason: null };
const countedStages = MeasurementResult.parse({
  spec: stages.spec,
  audience: 'publication',
  waves: [],
  figures: [
    {
      ...countedFigure,
      key: 'reached/stage:inicio',
      measure: 'reached',
      of: ['Orientadas'],
      status: 'shown',
      value: 100,
      n: 100,
      numerator: null,
      interval: null,
      scale: 'count',
      decimals: 0,
    },
    {
      ...countedFigure,
      key: 'from-first/stage:fin',
      measure: 'from-first',
      of: ['Tituladas'],
      status: 'shown',
      value: 0.4,
      n: 100,
      numerator: 40,
      interval: { lower: 0.3094, upper: 0.498, level: 0.95 },
      scale: 'share',
      decimals: 1,
    },
    {
      ...countedFigure,
      key: 'reached/stage:otra',
      measure: 'reached',
      of: ['Protegidas'],
      status: 'suppressed',
      value: null,
      n: null,
      numerator: null,
      interval: null,
      scale: 'count',
      decimals: 0,
    },
  ],
  headline: ['reached/stage:inicio'],
  tables: [],
  charts: [],
  notices: [],
  privacy: { threshold: 10, suppressedFigures: 1 },
  resultSha256: 'a'.repeat(64),
});

function evidence(status: ClaimEvidence['status']): ClaimEvidence {
  const hasLink = status !== 'no-evidence';
  const problems = {
    'no-evidence': [],
    current: [],
    outdated: ['data-changed'],
    broken: ['comparison-missing'],
  };
  const isShown = status === 'current' || status === 'outdated';
  return ClaimEvidenceSchema.parse({
    claimId,
    status,
    strength: isShown ? 'before-after' : 'none',
    problems: problems[status],
    link: hasLink ? link : null,
    reportTitle: hasLink ? report.title : null,
    reportRenderedAt: hasLink ? '2024-11-20T12:00:00Z' : null,
    reportFiles: hasLink
      ? [{ format: 'pdf', name: 'informe-2024.pdf', bytes: 10, sha256: 'c'.repeat(64) }]
      : [],
    indicatorName: hasLink ? 'Asiste regularmente' : null,
    method: hasLink ? 'newcombe' : null,
    waves: [],
    result: isShown ? comparisonResult([row([], { from: 0.6, to: 0.8 })]) : null,
    figure: null,
    sentence: hasLink ? 'Asistencia: pasó de 60,0 % a 80,0 %.' : null,
  });
}

function renderPractice(one: Practice, status: ClaimEvidence['status'], more: FakeAnswers = {}) {
  const fake = fakeHost({
    'practice.list': () => result('practice.list', { practices: [one] }),
    'practice.evidence': () => result('practice.evidence', { claims: [evidence(status)] }),
    'practice.save': ({ practice: draft }) => result('practice.save', Practice.parse({ ...one, ...draft })),
    'report.list': () => result('report.list', { reports: [{ report, status: 'never-rendered' }] }),
    'comparison.list': () =>
      result('comparison.list', {
        comparisons: [{ id: comparisonId, name: 'Por escuela', spec: shownResult.spec, ...at }],
      }),
    'comparison.compute': () => result('comparison.compute', shownResult),
    ...more,
  });
  const view = renderScreen(
    <Route path="/practicas/:id">
      <PracticeScreen />
    </Route>,
    { host: fake.host, path: `/practicas/${one.id}` },
  );
  return { ...fake, ...view };
}

describe('a record while it is written', () => {
  it('comes back unchanged from the text in which it is typed', () => {
    const stored = practice(link);
    const { id: _id, createdAt: _createdAt, updatedAt: _updatedAt, ...draft } = stored;
    expect(practiceDraftOf(practiceFormOf(stored), 'Sin título')).toEqual(draft);
  });

  it.each([
    ['2024', '2024'],
    ['2024-4', '2024-04'],
    ['04/2024', '2024-04'],
    ['3-4-2024', '2024-04-03'],
    ['2024-13', null],
    ['abril', null],
  ])('reads the date %j as %j', (typed, date) => {
    expect(roughDateOf(typed)).toBe(date);
  });

  it('leaves out blank lines and claims without words', () => {
    const form = practiceFormOf(practice(null));
    const draft = practiceDraftOf(
      {
        ...form,
        units: 'DAEM\n\n  DIDECO ',
        claims: [...form.claims, { id: claimId, text: ' ', stated: null, evidence: null }],
      },
      'Sin título',
    );
    expect(draft.units).toEqual(['DAEM', 'DIDECO']);
    expect(draft.claims).toHaveLength(1);
  });
});

describe('a claim', () => {
  it('stands beside its sentence, interval, n and report while the evidence holds', async () => {
    renderPractice(practice(link), 'current');
    expect(await screen.findByText('Vigente')).toBeTruthy();
    expect(screen.getByText('Asistencia: pasó de 60,0 % a 80,0 %.')).toBeTruthy();
    expect(screen.getAllByText(/49,0\s% a 70,0\s% · n 80/)).toHaveLength(2);
    expect(screen.getByRole('link', { name: 'En el informe «Informe 2024»' })).toBeTruthy();
  });

  it('says that it is outdated when the data changed', async () => {
    renderPractice(practice(link), 'outdated');
    expect(await screen.findByText('Desactualizado')).toBeTruthy();
    expect(screen.getByText(/Cambiaron respuestas en las que descansa/).textContent).toMatch(
      /Vuelve a generar el informe/,
    );
  });

  it('says that its link is broken', async () => {
    renderPractice(practice(link), 'broken');
    expect(await screen.findByText('Vínculo roto')).toBeTruthy();
    expect(screen.getByText(/La comparación se eliminó/)).toBeTruthy();
    expect(screen.getByText('Sin evidencia (escalón 1 de 5)')).toBeTruthy();
  });

  it('says its rung in words, and the files behind it with their fingerprints', async () => {
    renderPractice(practice(link), 'current');
    expect(await screen.findByText('Comparada antes y después (escalón 4 de 5)')).toBeTruthy();
    const files = screen.getByText('Archivos del informe').nextElementSibling;
    expect(files?.textContent).toBe(`informe-2024.pdf ${'c'.repeat(10)}`);
  });

  it('carries the figure a document states, with its source', async () => {
    const { calls } = renderPractice(practice(null), 'no-evidence');
    await userEvent.click(await screen.findByRole('button', { name: 'Anotar cifra declarada' }));
    fireEvent.change(screen.getByLabelText('Cifra tal como la da el documento'), {
      target: { value: '984 estudiantes' },
    });
    fireEvent.change(screen.getByLabelText('De qué documento es'), { target: { value: 'Ficha 2023' } });
    expect(screen.getByText('Cifra declarada (escalón 2 de 5)')).toBeTruthy();
    const stated = { text: '984 estudiantes', source: 'Ficha 2023' };
    await waitFor(
      () => {
        const saves = calls.filter((call) => call.method === 'practice.save');
        expect(saves.at(-1)?.input).toMatchObject({ practice: { claims: [{ stated }] } });
      },
      { timeout: 4000 },
    );
  });

  it('is linked to a figure of a count that the report prints, chosen with its value, interval and n in sight', async () => {
    const counting = Report.parse({
      ...report,
      blocks: [
        {
          kind: 'measurement',
          measurementId: stages.id,
          showTables: true,
          showCharts: false,
          showSentences: false,
          caption: '',
        },
      ],
    });
    const { calls } = renderPractice(practice(null), 'no-evidence', {
      'report.list': () => result('report.list', { reports: [{ report: counting, status: 'current' }] }),
      'measurement.list': () => result('measurement.list', { measurements: [stages] }),
      'measurement.compute': () => result('measurement.compute', countedStages),
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Vincular evidencia' }));
    const panel = await screen.findByRole('dialog');
    await userEvent.click(await within(panel).findByRole('combobox', { name: 'Cifra' }));
    const options = await screen.findAllByRole('option');
    expect(options.map((option) => option.textContent)).toEqual([
      'Llegaron, Orientadas100 n 100',
      expect.stringMatching(/^Desde la primera etapa, Tituladas40,0\s% 30,9\s% a 49,8\s% · n 100$/),
      'Llegaron, Protegidasprotegido ',
    ]);
    expect(options[2]?.hasAttribute('data-combobox-disabled')).toBe(true);
    const [, second] = options;
    if (second) await userEvent.click(second);
    await userEvent.click(within(panel).getByRole('button', { name: 'Vincular' }));
    const linked = {
      kind: 'measurement',
      reportId,
      measurementId: stages.id,
      figureKey: 'from-first/stage:fin',
    };
    await waitFor(() => {
      const saves = calls.filter((call) => call.method === 'practice.save');
      expect(saves.at(-1)?.input).toMatchObject({ practice: { claims: [{ evidence: linked }] } });
    });
  });

  it('is linked to the row that was chosen', async () => {
    const { calls } = renderPractice(practice(null), 'no-evidence');
    await userEvent.click(await screen.findByRole('button', { name: 'Vincular evidencia' }));
    const panel = await screen.findByRole('dialog');
    await within(panel).findByText(/pasó de 60,0\s%/);
    await userEvent.click(within(panel).getByRole('button', { name: 'Vincular' }));
    await waitFor(() => {
      const saves = calls.filter((call) => call.method === 'practice.save');
      expect(saves.at(-1)?.input).toMatchObject({ practice: { claims: [{ evidence: link }] } });
    });
  });

  it('cannot be linked to a protected figure', async () => {
    renderPractice(practice(null), 'no-evidence', {
      'comparison.compute': () => result('comparison.compute', comparisonResult([row([], null)])),
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Vincular evidencia' }));
    const panel = await screen.findByRole('dialog');
    expect(await within(panel).findByText(/está protegida y no puede usarse/)).toBeTruthy();
    expect(within(panel).getByRole('button', { name: 'Vincular' }).hasAttribute('disabled')).toBe(true);
  });
});

describe('the ficha', () => {
  it('marks the objectives that the source does not name', async () => {
    renderPractice(practice(null), 'no-evidence');
    const proposed = (await screen.findByText('Vulnerabilidades')).closest('li');
    expect(proposed?.textContent).toMatch(/propuesta nuestra/);
    const stated = screen.getByText('Datos').closest('li');
    expect(stated?.textContent).not.toMatch(/propuesta nuestra/);
  });

  it('is kept after a month of the strip is ticked', async () => {
    const { calls } = renderPractice(practice(null), 'no-evidence');
    fireEvent.click(await screen.findByRole('button', { name: 'jun' }));
    await waitFor(
      () =>
        expect(calls.find((call) => call.method === 'practice.save')?.input).toMatchObject({
          practice: { dates: { months: [6] } },
        }),
      { timeout: 4000 },
    );
  });
});

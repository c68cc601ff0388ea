// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { Route } from 'wouter';
import { IndicatorScreen } from '../../../renderer/features/indicators';
import { VariableId } from '../../../shared/domain/ids';
import { Indicator } from '../../../shared/domain/indicator';
import { Instrument } from '../../../shared/domain/instrument';
import { type ScaleItem, ScaleResult, ScaleSpec, type ScaleWave } from '../../../shared/domain/scale';
import { Wave } from '../../../shared/domain/wave';
import { renderComparison } from '../support/comparison-screen';
import { type FakeAnswers, type FakeCall, failure, fakeHost, result } from '../support/fake-host';
import { ids, instrument, project, wave } from '../support/fixtures';
import { renderScreen } from '../support/render-screen';
import { comparisonResult, followUp, indicator, row } from '../support/results';

const respect = VariableId.parse('var_respet');
const years = VariableId.parse('var_anosch');

const scaleInstrument = Instrument.parse({
  ...instrument,
  variables: [
    ...instrument.variables,
    {
      ...instrument.variables.find(({ id }) => id === ids.belonging),
      id: respect,
      name: 'respeto',
      label: 'Me siento solo o sola',
    },
    {
      id: years,
      name: 'anos',
      label: 'Años en Chile',
      type: 'integer',
      role: 'measure',
      options: [],
      missingCodes: [],
      unit: 'años',
      identity: null,
    },
  ],
});
const variableIds = scaleInstrument.variables.map(({ id }) => id);
const waves = [wave, followUp].map((each) => Wave.parse({ ...each, variableIds }));

const item = (variableId: VariableId) => ({ variableId, isReversed: false });
const index = Indicator.parse({
  ...indicator,
  name: 'Índice de pertenencia',
  measure: {
    kind: 'index',
    items: [item(ids.belonging), item(respect)],
    minimumAnswered: 1,
    scale: 'items',
  },
});

function scaleItem(each: ScaleSpec['items'][number], more: Partial<ScaleItem> = {}): ScaleItem {
  const { label = '' } = scaleInstrument.variables.find(({ id }) => id === each.variableId) ?? {};
  const value = (figure: number) => ({ value: figure, reason: null });
  return {
    ...each,
    label,
    status: 'shown',
    n: 595,
    missing: 10,
    mean: value(3.46),
    standardDeviation: value(1.07),
    restCorrelation: value(0.35),
    alphaWithout: value(0.6),
    warning: null,
    ...more,
  };
}

/** The answer to a scale: the last item runs the other way until it is turned. */
function analysed(spec: ScaleSpec, more: Partial<ScaleWave> = {}): ScaleResult {
  return ScaleResult.parse({
    spec,
    waves: spec.waveIds.map((waveId, place) => ({
      waveId,
      status: 'shown',
      reason: null,
      people: 605,
      complete: 531,
      scored: 580,
      itemsUsed: spec.items.length,
      alpha: {
        value: place === 0 ? 0.66 : 0.71,
        reason: null,
        interval: { lower: 0.62, upper: 0.7, level: 0.95 },
      },
      standardisedAlpha: { value: 0.67, reason: null },
      averageCorrelation: { value: 0.25, reason: null },
      items: spec.items.map((each, position) =>
        position === spec.items.length - 1 && !each.isReversed
          ? scaleItem(each, { restCorrelation: { value: -0.4, reason: null }, warning: 'maybe-reversed' })
          : scaleItem(each),
      ),
      ...more,
    })),
    privacy: { threshold: 5 },
  });
}

const answers: FakeAnswers = {
  'project.current': () => result('project.current', { project }),
  'wave.list': () => result('wave.list', { waves }),
  'instrument.list': () => result('instrument.list', { instruments: [scaleInstrument] }),
  'indicator.list': () => result('indicator.list', { indicators: [index] }),
  'indicator.preview': () =>
    result('indicator.preview', { result: comparisonResult([row([], { from: 0.6, to: 0.8 })]) }),
  'variable.distribution': () => failure('internal'),
  'scale.analyse': (spec) => result('scale.analyse', analysed(ScaleSpec.parse(spec))),
};

function renderIndex(more: FakeAnswers = {}, stored: Indicator = index) {
  const fake = fakeHost({
    ...answers,
    'indicator.list': () => result('indicator.list', { indicators: [stored] }),
    ...more,
  });
  const view = renderScreen(
    <Route path="/indicadores/:id">
      <IndicatorScreen />
    </Route>,
    { host: fake.host, path: `/indicadores/${stored.id}` },
  );
  return { ...fake, ...view };
}

function scaleCalls(calls: readonly FakeCall[]): ScaleSpec[] {
  return calls.filter(({ method }) => method === 'scale.analyse').map(({ input }) => input as ScaleSpec); // safe: asked of that method
}

const part = () => screen.findByRole('region', { name: '¿Miden lo mismo estas preguntas?' });

describe('while an index is built', () => {
  it('is asked in every wave that has its questions, by the design of the project', async () => {
    const { calls } = renderIndex();
    await screen.findByText(/tienen un alfa de 0,66/);
    expect(scaleCalls(calls)).toEqual([
      {
        items: [item(ids.belonging), item(respect)],
        minimumAnswered: 1,
        filter: null,
        waveIds: waves.map(({ id }) => id),
        coverage: 'sample',
        confidenceLevel: 0.95,
        audience: 'internal',
      },
    ]);
  });

  it('says the alpha of each wave with its interval', async () => {
    renderIndex();
    const region = await part();
    expect((await within(region).findByText(/tienen un alfa de/)).textContent).toContain(
      '«Diagnóstico 2023», los 2 ítems tienen un alfa de 0,66 (entre 0,62 y 0,70',
    );
    await userEvent.click(within(region).getByRole('radio', { name: 'Diagnóstico 2024' }));
    expect(await within(region).findByText(/tienen un alfa de 0,71/)).toBeTruthy();
  });

  it('shows mean, spread, missing, relation and alpha without each question', async () => {
    renderIndex();
    const table = await screen.findByRole('table', { name: 'Pregunta por pregunta' });
    const first = within(table).getByRole('row', { name: /Me siento parte/ });
    const cells = within(first).getAllByRole('cell');
    expect(cells.map((cell) => cell.textContent)).toEqual(['3,46', '1,07', '10', '0,35', '0,60']);
  });

  it('tells those who were not asked apart from those without an answer, a dash where they are too few', async () => {
    renderIndex({
      'scale.analyse': (asked) => {
        const spec = ScaleSpec.parse(asked);
        const outside = [113, null];
        const items = spec.items.map((each, at) => scaleItem(each, { notApplicable: outside[at] ?? null }));
        return result('scale.analyse', analysed(spec, { items }));
      },
    });
    const table = await screen.findByRole('table', { name: 'Pregunta por pregunta' });
    expect(within(table).getByRole('columnheader', { name: 'No corresp.' })).toBeTruthy();
    const [, ...rows] = within(table).getAllByRole('row');
    const counts = rows.map((line) =>
      within(line)
        .getAllByRole('cell')
        .slice(2, 4)
        .map((cell) => cell.textContent),
    );
    expect(counts).toEqual([
      ['10', '113'],
      ['10', '–'],
    ]);
  });

  it('turns a question that runs the other way with one click, and asks anew', async () => {
    const { calls } = renderIndex();
    await userEvent.click(await screen.findByRole('button', { name: 'Invertir «Me siento solo o sola»' }));
    await waitFor(() =>
      expect(scaleCalls(calls).at(-1)?.items).toEqual([
        item(ids.belonging),
        { variableId: respect, isReversed: true },
      ]),
    );
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Invertir / })).toBeNull());
    expect(
      screen.getByRole<HTMLInputElement>('checkbox', { name: 'Al revés: Me siento solo o sola' }).checked,
    ).toBe(true);
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Guardar' }).disabled).toBe(false);
  });

  it('offers to turn nothing that has no declared ends', async () => {
    renderIndex(
      {},
      Indicator.parse({
        ...index,
        measure: { ...index.measure, items: [item(ids.belonging), item(years)] },
      }),
    );
    expect(await screen.findByText(/va en sentido contrario/)).toBeTruthy();
    expect(screen.getByText(/no se puede invertir/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Invertir/ })).toBeNull();
  });

  it('explains what the minimum of answers does to how many people have an index', async () => {
    renderIndex();
    expect(
      await screen.findByText(
        /Con 1 de 2 respondidas basta para tener índice: lo tienen 580 de 605 personas/,
      ),
    ).toBeTruthy();
  });

  it('says that only who answered all has an index where all are asked for', async () => {
    renderIndex({}, Indicator.parse({ ...index, measure: { ...index.measure, minimumAnswered: 2 } }));
    expect(await screen.findByText(/Solo tiene índice quien respondió las 2: 580 de 605/)).toBeTruthy();
  });

  it('shows no figure of a wave with too few people', async () => {
    renderIndex({
      'scale.analyse': (asked) => {
        const spec = ScaleSpec.parse(asked);
        const none = { value: null, reason: 'protected' };
        return result(
          'scale.analyse',
          analysed(spec, {
            status: 'suppressed',
            reason: 'protected',
            people: null,
            complete: null,
            scored: null,
            itemsUsed: null,
            alpha: { ...none, interval: null },
            standardisedAlpha: none,
            averageCorrelation: none,
          }),
        );
      },
    });
    const region = await part();
    expect(await within(region).findByText(/no hay un alfa que mostrar \(cifra protegida/)).toBeTruthy();
    expect(within(region).queryByRole('table')).toBeNull();
    expect(within(region).queryByText(/personas\./)).toBeNull();
  });

  it('hides one question alone where few answered it', async () => {
    renderIndex({
      'scale.analyse': (asked) => {
        const spec = ScaleSpec.parse(asked);
        const none = { value: null, reason: 'protected' };
        const hidden = { status: 'suppressed', n: null, missing: null, warning: null } as const;
        const figures = { mean: none, standardDeviation: none, restCorrelation: none, alphaWithout: none };
        const items = spec.items.map((each) => scaleItem(each, { ...hidden, ...figures }));
        return result('scale.analyse', analysed(spec, { items }));
      },
    });
    const table = await screen.findByRole('table', { name: 'Pregunta por pregunta' });
    expect(within(table).getAllByText('Protegido')).toHaveLength(2);
    expect(within(table).queryByText(/\d,\d/)).toBeNull();
  });

  it('asks nothing where no wave has all of its questions', async () => {
    const { calls } = renderIndex({
      'wave.list': () => result('wave.list', { waves: [{ ...wave, variableIds: [ids.belonging] }] }),
    });
    expect(await screen.findByText(/Ninguna medición hizo todas estas preguntas/)).toBeTruthy();
    expect(scaleCalls(calls)).toEqual([]);
  });

  it('says what went wrong and tries again', async () => {
    renderIndex({ 'scale.analyse': () => failure('variable-missing', { variableId: 'var_x' }) });
    const region = await part();
    expect(await within(region).findByRole('alert')).toBeTruthy();
    expect(within(region).getByRole('button', { name: 'Reintentar' })).toBeTruthy();
  });

  it('tells how it was calculated one click away', async () => {
    renderIndex();
    const region = await part();
    await userEvent.click(await within(region).findByRole('button', { name: 'Cómo se calculó' }));
    const panel = await screen.findByRole('dialog', { name: 'Cómo se calculó el alfa' });
    expect(panel.textContent).toContain('0,66 (entre 0,62 y 0,70)');
    expect(panel.textContent).toContain('intervalo de Feldt');
  });

  it('is not there for any other kind of indicator', async () => {
    renderIndex({}, indicator);
    await screen.findByRole('button', { name: 'Guardar' });
    expect(screen.queryByRole('region', { name: '¿Miden lo mismo estas preguntas?' })).toBeNull();
  });
});

describe('beside a saved index in a comparison', () => {
  it('stands in the panel of its row, without a way to change the index', async () => {
    const compared = comparisonResult([row([], { from: 3.4, to: 3.5 })]);
    const { calls } = renderComparison({
      ...answers,
      'comparison.compute': () =>
        result('comparison.compute', {
          ...compared,
          indicators: compared.indicators.map((each) => ({ ...each, kind: 'index' as const })),
        }),
    });
    const table = await screen.findByRole('table', { name: 'Resultados por indicador y grupo' });
    await userEvent.click(await within(table).findByRole('row', { name: /Asiste regularmente/ }));
    const panel = await screen.findByRole('dialog');
    expect(await within(panel).findByText(/tienen un alfa de 0,66/)).toBeTruthy();
    expect(within(panel).queryByRole('button', { name: /^Invertir/ })).toBeNull();
    expect(scaleCalls(calls).at(-1)?.audience).toBe('publication');
  });
});

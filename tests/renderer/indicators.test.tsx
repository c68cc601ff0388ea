// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { Route } from 'wouter';
import IndicatorsScreen, { IndicatorScreen } from '../../renderer/features/indicators';
import { conditionFormOf, conditionOf, emptyLine } from '../../renderer/features/indicators/condition-form';
import { draftOf, emptyForm, formOf } from '../../renderer/features/indicators/indicator-form';
import { suggestIndicators } from '../../renderer/features/indicators/suggest-indicators';
import type { Condition } from '../../shared/domain/condition';
import { describeIndicator } from '../../shared/text/definition';
import { type FakeAnswers, failure, fakeHost, result } from './support/fake-host';
import { ids, instrument, project, wave } from './support/fixtures';
import { renderScreen } from './support/render-screen';
import { comparisonResult, followUp, indicator, row } from './support/results';

const answers: FakeAnswers = {
  'project.current': () => result('project.current', { project }),
  'wave.list': () => result('wave.list', { waves: [wave, followUp] }),
  'instrument.list': () => result('instrument.list', { instruments: [instrument] }),
  'indicator.list': () => result('indicator.list', { indicators: [indicator] }),
  'indicator.preview': () =>
    result('indicator.preview', { result: comparisonResult([row([], { from: 0.6, to: 0.8 })]) }),
  'variable.distribution': () => failure('internal'),
};

function renderEditor(path: string, more: FakeAnswers = {}) {
  const fake = fakeHost({ ...answers, ...more });
  const view = renderScreen(
    <Route path="/indicadores/:id/:example?">
      <IndicatorScreen />
    </Route>,
    { host: fake.host, path },
  );
  return { ...fake, ...view };
}

describe('a condition while it is written', () => {
  it('says nothing until an answer is ticked', () => {
    const line = { ...emptyLine(), variableId: ids.sex };
    expect(conditionOf({ join: 'all', lines: [line] })).toBeNull();
    expect(conditionOf({ join: 'all', lines: [{ ...line, values: ['F'] }] })).toEqual({
      op: 'is',
      variableId: ids.sex,
      values: ['F'],
    });
  });

  it('keeps a group within a group exactly as it was stored', () => {
    const stored: Condition = {
      op: 'any',
      of: [
        { op: 'answered', variableId: ids.sex },
        { op: 'all', of: [{ op: 'range', variableId: ids.belonging, min: 1, max: null }] },
      ],
    };
    expect(conditionOf(conditionFormOf(stored))).toEqual(stored);
  });

  it('takes a range with one side open and refuses one with both open', () => {
    const line = { ...emptyLine(), variableId: ids.belonging, operator: 'range' as const };
    expect(conditionOf({ join: 'all', lines: [line] })).toBeNull();
    expect(conditionOf({ join: 'all', lines: [{ ...line, max: 5 }] })).toEqual({
      op: 'range',
      variableId: ids.belonging,
      min: null,
      max: 5,
    });
  });
});

describe('an indicator while it is written', () => {
  it('comes back from the form unchanged', () => {
    const { id: _id, createdAt: _createdAt, updatedAt: _updatedAt, ...draft } = indicator;
    expect(draftOf(formOf(draft), 'sin uso')).toEqual(draft);
  });

  it('is not computed while its filter is incomplete', () => {
    const form = formOf(indicator);
    expect(draftOf({ ...form, hasFilter: true }, 'x')).toBeNull();
  });

  it('needs at least two questions to be an index', () => {
    const form = emptyForm();
    const one = { variableId: ids.belonging, isReversed: false };
    const index = (items: (typeof one)[]) =>
      draftOf({ ...form, measure: { ...form.measure, kind: 'index', items } }, 'x');
    expect(index([one])).toBeNull();
    expect(index([one, { ...one, variableId: ids.sex }])?.measure).toMatchObject({ minimumAnswered: 1 });
  });

  it('is told in words with the wording of its question and answers', () => {
    const text = describeIndicator(
      indicator,
      () => ({ label: 'Sexo', type: 'single', options: [{ value: 'F', label: 'Femenino' }] }),
      'es',
    );
    expect(text).toBe(
      'Porcentaje de personas que respondieron «Femenino» a «Sexo», entre quienes respondieron.',
    );
  });
});

describe('an index against the baseline', () => {
  const items = [
    { variableId: ids.belonging, isReversed: false },
    { variableId: ids.sex, isReversed: true },
  ];
  it.each([
    ['baseline-range', 'es', /^Puntaje medio, de 0 a 100 según la línea base, de 2 preguntas: /],
    ['baseline-z', 'es', /^Puntaje medio, en desviaciones estándar de la línea base, de 2 preguntas: /],
    ['baseline-range', 'en', /^Mean score, from 0 to 100 by the baseline, of 2 questions: /],
    ['baseline-z', 'en', /^Mean score, in standard deviations of the baseline, of 2 questions: /],
  ] as const)('is told in words: %s in %s', (scale, locale, sentence) => {
    const measure = { kind: 'index' as const, items, minimumAnswered: 1, scale };
    expect(describeIndicator({ ...indicator, measure }, () => undefined, locale)).toMatch(sentence);
    expect(draftOf(formOf({ ...indicator, measure }), 'x')?.measure).toEqual(measure);
  });
});

describe('examples for a project without indicators', () => {
  it('never use a question that carries identity', () => {
    const named = instrument.variables.map((variable) => ({ ...variable, identity: 'name' as const }));
    expect(suggestIndicators(named, 'es')).toEqual([]);
  });

  it('are offered from the questions of the project', async () => {
    const { host } = fakeHost({
      ...answers,
      'indicator.list': () => result('indicator.list', { indicators: [] }),
    });
    renderScreen(<IndicatorsScreen />, { host });
    expect(await screen.findByRole('heading', { name: 'Todavía no hay indicadores' })).toBeTruthy();
  });
});

describe('the list of indicators', () => {
  it('shows the value of each wave with its interval and n', async () => {
    const { host } = fakeHost(answers);
    renderScreen(<IndicatorsScreen />, { host });
    expect(await screen.findByText('Asiste regularmente')).toBeTruthy();
    expect(await screen.findByText(/^80,0\s%$/)).toBeTruthy();
    expect(screen.getAllByText(/49,0\s% a 70,0\s% · n 80/).length).toBe(2);
  });
});

describe('the editor', () => {
  it('shows the result beside the indicator and what it computes', async () => {
    renderEditor(`/indicadores/${indicator.id}`);
    expect(await screen.findByText(/Porcentaje de personas que respondieron/)).toBeTruthy();
    expect(await screen.findByText(/su intervalo de confianza de 95\s%/)).toBeTruthy();
    expect(await screen.findByText(/^60,0\s%$/)).toBeTruthy();
  });

  it('asks for the result again when what it computes changes', async () => {
    const { calls } = renderEditor(`/indicadores/${indicator.id}`);
    await screen.findByText(/^60,0\s%$/);
    await userEvent.click(screen.getByRole('radio', { name: 'Cuenta como que no cumple' }));
    await waitFor(() => {
      const previews = calls.filter((call) => call.method === 'indicator.preview');
      expect(previews.at(-1)?.input).toMatchObject({ indicator: { missingRule: 'count-as-no' } });
    });
  });

  it('offers the scales of an index with what each measures against, and computes the chosen one', async () => {
    const measure = {
      kind: 'index' as const,
      items: [
        { variableId: ids.belonging, isReversed: false },
        { variableId: ids.sex, isReversed: true },
      ],
      minimumAnswered: 1,
      scale: '0-100' as const,
    };
    const { calls } = renderEditor(`/indicadores/${indicator.id}`, {
      'indicator.list': () => result('indicator.list', { indicators: [{ ...indicator, measure }] }),
    });
    const scales = within(await screen.findByRole('radiogroup', { name: 'Escala del puntaje' }));
    expect(scales.getAllByRole('radio').map((radio) => (radio as HTMLInputElement).value)).toEqual([
      '0-100',
      'items',
      'baseline-range',
      'baseline-z',
    ]);
    expect(scales.getByText(/se respondió en la línea base son 0 y 100; después puede pasar/)).toBeTruthy();
    expect(scales.getByText(/cada punto es una desviación estándar de la línea base/)).toBeTruthy();
    for (const [name, scale] of [
      ['De 0 a 100 según la línea base', 'baseline-range'],
      ['En desviaciones de la línea base', 'baseline-z'],
    ] as const) {
      await userEvent.click(scales.getByRole('radio', { name }));
      await waitFor(() => {
        const previews = calls.filter((call) => call.method === 'indicator.preview');
        expect(previews.at(-1)?.input).toMatchObject({ indicator: { measure: { ...measure, scale } } });
      });
    }
  });

  it('offers to undo a deletion', async () => {
    const view = renderEditor(`/indicadores/${indicator.id}`, {
      'indicator.remove': () => result('indicator.remove', { done: true }),
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Acciones de Asiste regularmente' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Eliminar' }));
    expect(await screen.findByText('Se eliminó «Asiste regularmente»')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Deshacer' })).toBeTruthy();
    expect(view.path()).toBe('/indicadores');
  });

  it('says so when the indicator no longer exists', async () => {
    renderEditor('/indicadores/ind_gone01');
    expect(await screen.findByText(/Este indicador ya no existe/)).toBeTruthy();
  });
});

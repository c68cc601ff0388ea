// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { Route } from 'wouter';
import CodingScreen from '../../renderer/features/coding';
import { newSlug } from '../../renderer/features/coding/use-coding';
import type { MethodOutput } from '../../shared/contract';
import { Measurement } from '../../shared/domain/measurement';
import { type FakeAnswers, fakeHost, result } from './support/fake-host';
import { ids, wave } from './support/fixtures';
import { renderScreen } from './support/render-screen';

const measurement = Measurement.parse({
  id: 'mea_aaaaaa',
  name: 'Necesidades',
  createdAt: '2024-03-05T12:00:00Z',
  updatedAt: '2024-03-05T12:00:00Z',
  spec: {
    kind: 'coding',
    instrumentId: ids.instrument,
    waveIds: [],
    filter: null,
    confidenceLevel: 0.95,
    textId: 'var_relato',
    stageId: null,
    codes: [
      { id: 'vivienda', label: 'Vivienda', description: '' },
      { id: 'escuela', label: 'Escuela', description: 'Matrícula' },
    ],
  },
});

type Listed = MethodOutput<'coding.list'>;

function statement(line: number, text: string) {
  return { waveId: wave.id, wave: wave.name, line, text, stage: null };
}

function answer(line: number, text: string): Listed['answers'][number] {
  return {
    ...statement(line, text),
    codes: null,
    isQuote: false,
    hasChanged: false,
  };
}

function start(coders: Listed['coders'] = []) {
  const store = [answer(2, 'El arriendo está muy caro'), answer(3, 'No hay cupo <b>en</b> la escuela')];
  const answers: FakeAnswers = {
    'measurement.list': () => result('measurement.list', { measurements: [measurement] }),
    'wave.list': () => result('wave.list', { waves: [wave] }),
    'coding.list': () =>
      result('coding.list', {
        answers: store,
        total: store.length,
        progress: { answers: 2, coded: store.filter(({ codes }) => codes).length, quotes: 0, lost: 0 },
        stages: [],
        counts: {},
        coders,
      }),
    'coding.assign': ({ entries }) => {
      for (const entry of entries) {
        const found = store.findIndex(({ line }) => line === entry.line);
        const before = store[found];
        if (before) store[found] = { ...before, codes: entry.codes, isQuote: entry.isQuote };
      }
      return result('coding.assign', { done: true });
    },
    'coding.disagreements': () =>
      result('coding.disagreements', {
        coders: ['Codificador/a 1', 'Codificador/a 2'],
        doubleCoded: 2,
        unsettled: 1,
        total: 1,
        answers: [{ ...statement(2, 'El arriendo está muy caro'), given: [['vivienda'], []], agreed: null }],
      }),
  };
  const fake = fakeHost(answers);
  renderScreen(
    <Route path="/recuentos/:id/codificar">
      <CodingScreen />
    </Route>,
    { host: fake.host, path: '/recuentos/mea_aaaaaa/codificar' },
  );
  return { ...fake, store, user: userEvent.setup() };
}

describe('the coding screen', () => {
  it('asks for a role, proposes one, and marks the answer in view with the keyboard', async () => {
    const { user, store } = start();
    expect(await screen.findByDisplayValue('Codificador/a 1')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Empezar a codificar' }));
    expect(await screen.findByText('El arriendo está muy caro')).toBeTruthy();
    await user.keyboard('1');
    await waitFor(() => expect(store[0]?.codes).toEqual(['vivienda']));
    const mark = screen.getByRole('button', { name: '1 Vivienda' });
    expect(mark.getAttribute('aria-pressed')).toBe('true');
    await user.keyboard('{ArrowRight}');
    // Text of the data is never markup.
    expect(await screen.findByText('No hay cupo <b>en</b> la escuela')).toBeTruthy();
    await user.keyboard('0');
    await user.keyboard('c');
    await waitFor(() => expect(store[1]).toMatchObject({ codes: [], isQuote: true }));
  });

  it('leaves the keys alone while something is searched', async () => {
    const { user, store } = start();
    await user.click(await screen.findByRole('button', { name: 'Empezar a codificar' }));
    await user.type(await screen.findByRole('searchbox'), '1');
    expect(store.every(({ codes }) => codes === null)).toBe(true);
  });

  it('settles what two coders marked differently as what all agree on', async () => {
    const { user, calls } = start([{ name: 'Codificador/a 1', coded: 2 }]);
    await user.click(await screen.findByRole('button', { name: 'Codificador/a 1' }));
    await user.click(await screen.findByRole('radio', { name: 'Comparar' }));
    await user.click(await screen.findByRole('button', { name: 'Quedarse con Codificador/a 2' }));
    await waitFor(() =>
      expect(calls.findLast(({ method }) => method === 'coding.assign')?.input).toMatchObject({
        coder: null,
        entries: [{ line: 2, codes: [] }],
      }),
    );
  });
});

describe('the slug of a new code', () => {
  it('comes from its label and is taken by no other', () => {
    const codes = measurement.spec.kind === 'coding' ? measurement.spec.codes : [];
    expect(newSlug('Niñez y Educación', codes)).toBe('ninez-y-educacion');
    expect(newSlug('Vivienda', codes)).toBe('vivienda-2');
    expect(newSlug('¿…?', codes)).toBe('tema');
  });
});

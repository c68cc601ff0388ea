// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Route } from 'wouter';
import { commissionResult } from '../../electron/engine/commissions/result';
import CommissionsScreen, { CommissionScreen } from '../../renderer/features/commission';
import { CommissionOffer } from '../../renderer/features/templates/CommissionOffer';
import type { MethodOutput } from '../../shared/contract';
import { Commission, emptyCommission } from '../../shared/domain/commission';
import { PracticeId } from '../../shared/domain/ids';
import { type FakeAnswers, failure, fakeHost, result } from './support/fake-host';
import { renderScreen } from './support/render-screen';

const at = { createdAt: '2024-11-22T12:00:00Z', updatedAt: '2024-11-22T12:00:00Z' };
const empty = Commission.parse({ ...emptyCommission('Segundo encuentro'), id: 'com_aaaaaa', ...at });
const ready = Commission.parse({
  ...empty,
  scale: { min: 1, max: 7, step: 0.5 },
  criteria: [
    { id: 'pertinencia', name: 'Pertinencia', description: '', weight: 3 },
    { id: 'innovacion', name: 'Innovación', description: '', weight: 1 },
  ],
  candidates: [
    { id: 'mesa', name: 'Mesa de trabajo', municipality: 'Temuco', practiceId: null },
    { id: 'plan', name: 'Plan de acogida', municipality: '', practiceId: null },
  ],
  evaluators: [{ id: 'uno', name: 'Evaluador/a 1' }],
});
const noScores: MethodOutput<'commission.readScores'> = {
  scores: [],
  comments: [],
  problems: [],
  changes: [],
  ignoredTables: [],
  unknown: { criteria: [], candidates: [], evaluators: [] },
};

/** One commission that is kept as it is saved, at a tab. */
function open(commission: Commission, tab: string, more: FakeAnswers = {}) {
  let stored = commission;
  const fake = fakeHost({
    'practice.list': () => result('practice.list', { practices: [] }),
    'commission.list': () => result('commission.list', { commissions: [stored] }),
    'commission.result': () => result('commission.result', commissionResult(stored)),
    'commission.save': ({ commission: draft }) => {
      stored = Commission.parse({ ...stored, ...draft });
      return result('commission.save', stored);
    },
    ...more,
  });
  const { path } = renderScreen(
    <>
      <Route path="/practicas/comisiones" component={CommissionsScreen} />
      <Route path="/practicas/comisiones/:id/:tab?" component={CommissionScreen} />
    </>,
    { host: fake.host, path: `/practicas/comisiones${tab}` },
  );
  /** Back to the list, which keeps what is pending at once. */
  const leave = (): Promise<void> => userEvent.click(screen.getByRole('link', { name: 'Comisiones' }));
  return { ...fake, path, leave, stored: () => stored };
}

const page = (tab: string): string => `/com_aaaaaa/${tab}`;

describe('commissions', () => {
  it('says what to do where there is none, and what failed', async () => {
    open(empty, '', { 'commission.list': () => result('commission.list', { commissions: [] }) });
    expect(await screen.findByText('Todavía no hay comisiones')).toBeDefined();
  });

  it('names the failure of its list', async () => {
    open(empty, '', { 'commission.list': () => failure('internal') });
    expect(await screen.findByRole('alert')).toBeDefined();
  });

  it('says that a commission is not there any more', async () => {
    open(empty, '/com_gone00/preparar');
    expect(await screen.findByText(/Esta comisión ya no existe/)).toBeDefined();
  });
});

describe('setting up', () => {
  it('keeps two rows of one name apart while they are typed, without an error', async () => {
    const user = userEvent.setup();
    const { stored, leave } = open(empty, page('preparar'));
    for (const number of ['1', '2']) {
      await user.click(await screen.findByRole('button', { name: 'Agregar criterio' }));
      await user.click(screen.getByLabelText(`Criterio ${number}`));
      await user.paste('Innovación');
    }
    expect(screen.getByText('Ya hay otro con este nombre: se guarda como «Innovación (2)».')).toBeDefined();
    await leave();
    await waitFor(() =>
      expect(stored().criteria.map(({ name }) => name)).toEqual(['Innovación', 'Innovación (2)']),
    );
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('gives back a criterion that was removed with its scores', async () => {
    const user = userEvent.setup();
    const scored = {
      ...ready,
      scores: [{ evaluatorId: 'uno', candidateId: 'mesa', criterionId: 'innovacion', value: 5 }],
    };
    const { stored, calls } = open(scored, page('preparar'), {
      'history.undo': () => failure('nothing-to-undo'),
    });
    await user.click(await screen.findByRole('button', { name: /^Quitar Innovación\. .*ya dados \(1\)/ }));
    await waitFor(() => expect(stored().scores).toEqual([]));
    await user.click(await screen.findByRole('button', { name: 'Deshacer' }));
    expect(calls.some(({ method }) => method === 'history.undo')).toBe(true);
  });
});

describe('scoring', () => {
  it('keeps a decimal as typed and goes on to the next practice with Enter', async () => {
    const user = userEvent.setup();
    const { stored, leave } = open(ready, page('puntajes'));
    await user.type(await screen.findByLabelText('Pertinencia, Mesa de trabajo'), '6,5{Enter}');
    expect(document.activeElement).toBe(screen.getByLabelText('Pertinencia, Plan de acogida'));
    await leave();
    await waitFor(() =>
      expect(stored().scores).toEqual([
        { evaluatorId: 'uno', candidateId: 'mesa', criterionId: 'pertinencia', value: 6.5 },
      ]),
    );
  });

  it('takes no score that the scale does not have and says why', async () => {
    const user = userEvent.setup();
    const scored = {
      ...ready,
      scores: [{ evaluatorId: 'uno', candidateId: 'mesa', criterionId: 'innovacion', value: 5 }],
    };
    const { stored, leave } = open(scored, page('puntajes'));
    const cell = await screen.findByLabelText('Innovación, Mesa de trabajo');
    await user.clear(cell);
    await user.type(cell, '6,3{Tab}');
    expect(screen.getByDisplayValue('6,3')).toBe(cell);
    expect(screen.getByText('De 1 a 7, de 0,5 en 0,5')).toBeDefined();
    // Not 5 nor 6: what is seen is what counts.
    await leave();
    await waitFor(() => expect(stored().scores).toEqual([]));
  });

  it('asks why somebody is recused, and keeps it', async () => {
    const user = userEvent.setup();
    const { stored, leave } = open(ready, page('puntajes'));
    await user.click(await screen.findByLabelText('Se inhabilita frente a Mesa de trabajo'));
    await user.click(screen.getByLabelText('Motivo de la inhabilitación frente a Mesa de trabajo'));
    await user.paste('Trabaja ahí');
    await leave();
    await waitFor(() =>
      expect(stored().recusals).toEqual([{ evaluatorId: 'uno', candidateId: 'mesa', reason: 'Trabaja ahí' }]),
    );
  });
});

describe('a sheet of scores', () => {
  it('tells once what the commission lacks, each other problem by its place, and takes the rest', async () => {
    const user = userEvent.setup();
    const score = { evaluatorId: 'uno', candidateId: 'mesa', criterionId: 'pertinencia', value: 4 };
    const place = { table: 'Hoja 1', line: 3, other: null };
    const { stored } = open(ready, page('puntajes'), {
      'commission.readScores': () =>
        result('commission.readScores', {
          ...noScores,
          scores: [score],
          problems: [
            { ...place, column: 'Pertinencia', value: '9', reason: 'outside-scale' },
            { ...place, column: 'Impacto', value: '4', reason: 'criterion-unknown' },
          ],
          unknown: { criteria: ['Impacto'], candidates: [], evaluators: [] },
        }),
    });
    vi.spyOn(HTMLInputElement.prototype, 'click').mockImplementationOnce(function (this: HTMLInputElement) {
      Object.defineProperty(this, 'files', { value: { item: () => new File(['x'], 'puntajes.csv') } });
      this.dispatchEvent(new Event('change'));
    });
    await user.click(await screen.findByRole('button', { name: 'Leer planilla' }));
    expect(await screen.findByText('Hoja 1, fila 3, «Pertinencia»')).toBeDefined();
    expect(screen.getByText(/queda fuera de la escala/)).toBeDefined();
    expect(screen.queryByText('Hoja 1, fila 3, «Impacto»')).toBeNull();
    expect(screen.getByText('Puntajes que esperan a que se agreguen: 1.')).toBeDefined();
    await user.click(screen.getByText('Agregarlas a la comisión y leer de nuevo'));
    await waitFor(() => expect(stored().criteria.at(-1)?.name).toBe('Impacto'));
    await user.click(screen.getByText('Tomar los puntajes (1)'));
    await waitFor(() => expect(stored().scores).toEqual([score]));
  });
});

describe('the record of a commission', () => {
  it('leads on to a commission with its score sheet', async () => {
    const user = userEvent.setup();
    const practiceId = PracticeId.parse('pra_aaaaaa');
    const made = { ...ready, practiceId };
    const { host, calls } = fakeHost({
      'commission.list': () => result('commission.list', { commissions: [made, empty] }),
      'commission.fromTemplate': () => result('commission.fromTemplate', made),
    });
    const { path } = renderScreen(<CommissionOffer practiceId={practiceId} criteria={6} />, { host });
    expect(await screen.findAllByRole('listitem')).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Crear la comisión con esta planilla' }));
    await waitFor(() => expect(path()).toBe('/practicas/comisiones/com_aaaaaa/preparar'));
    expect(calls.find(({ method }) => method === 'commission.fromTemplate')?.input).toEqual({
      practiceId,
      hasSampleScores: false,
      locale: 'es',
    });
  });
});

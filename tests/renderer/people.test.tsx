// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import PeopleScreen from '../../renderer/features/people';
import VaultScreen from '../../renderer/features/privacy';
import { WaveId } from '../../shared/domain/ids';
import { PeopleOverview, PersonLink, PersonPair } from '../../shared/domain/people';
import type { VaultStatus } from '../../shared/methods/vault';
import { type FakeAnswers, failure, fakeHost, result } from './support/fake-host';
import { ids, instrument, wave } from './support/fixtures';
import { renderScreen } from './support/render-screen';

const later = { ...wave, id: WaveId.parse('wav_bbbbbb'), name: 'Cierre 2024' };

function overview(details: PeopleOverview['details']): PeopleOverview {
  const counts = { rows: 10, withIdentifier: 9, withoutIdentifier: 1, wrongCheckDigit: 2, repeated: 3 };
  return PeopleOverview.parse({
    instrumentId: ids.instrument,
    identifier: { variableId: ids.sex, label: 'RUN' },
    waves: [wave, later].map(({ id }) => ({ waveId: id, ...counts })),
    flows: [{ baselineWaveId: wave.id, followUpWaveId: later.id, both: 6, onlyBaseline: 3, onlyFollowUp: 4 }],
    links: 0,
    details,
  });
}

/** Invented people. */
function pair(line: number, name: string, similar: string): PersonPair {
  const row = (waveId: string, shown: string) => ({
    waveId,
    line,
    person: `P-${String(line).padStart(16, '0')}`,
    groups: [],
    details: { identifier: null, name: shown, birthDate: '2012-04-09', group: null },
  });
  const [left, right] = [row(wave.id, name), row(later.id, similar)];
  return PersonPair.parse({ left, right, score: 0.95, reasons: ['similar-name', 'same-birth-date'] });
}

const pairs = [
  pair(3, 'Ana Rojas Soto', 'Ana Roja Soto'),
  pair(8, 'Luis Fuentes Mella', 'Luis Fuente Mella'),
];
const done = { done: true as const };

function answers(details: PeopleOverview['details'], links: PersonLink[] = []): FakeAnswers {
  const decide = (kind: PersonLink['kind'], line: number): PersonLink => {
    const link = PersonLink.parse({
      id: `lnk_abcdef${line}`,
      kind,
      kept: null,
      joined: null,
      places: [{ waveId: wave.id, line }],
      changes: [],
      decidedBy: 'DAEM',
      reason: 'x',
      decidedAt: '2026-03-01T12:00:00.000Z',
    });
    links.push(link);
    return link;
  };
  const open = () => pairs.filter(({ left }) => !links.some(({ places }) => places[0]?.line === left.line));
  return {
    'wave.list': () => result('wave.list', { waves: [wave, later] }),
    'instrument.list': () => result('instrument.list', { instruments: [instrument] }),
    'people.overview': () => result('people.overview', overview(details)),
    'people.unmatched': () => result('people.unmatched', { total: 0, rows: [] }),
    'people.links': () => result('people.links', { links }),
    'people.candidates': () =>
      result('people.candidates', { total: open().length, pairs: open(), details: 'available' }),
    'people.link': ({ joined }) => result('people.link', decide('reviewed', joined.line)),
    'people.keepApart': ({ left }) => result('people.keepApart', decide('different', left.line)),
    'people.unlink': () => result('people.unlink', done),
  };
}

describe('people across waves', () => {
  beforeEach(() => localStorage.clear());

  it('says in one sentence how many were found again, and leaves no name in storage', async () => {
    const { host } = fakeHost(answers('available'));
    renderScreen(<PeopleScreen />, { host });
    expect(
      await screen.findByText(
        /«Cierre 2024» encontró de nuevo a 6\spersonas \(67\s%\) de «Diagnóstico 2023»/,
      ),
    ).toBeTruthy();
    expect(await screen.findByText('Ana Roja Soto')).toBeTruthy();
    expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain('Roja');
  });

  it('asks who decides, notes what is alike, remembers who, and goes on with the next pair', async () => {
    const { host, calls } = fakeHost(answers('available'));
    renderScreen(<PeopleScreen />, { host });
    await userEvent.click(await screen.findByRole('button', { name: 'Es la misma persona' }));
    expect(screen.getByText('Escribe quién decide.')).toBeTruthy();
    await userEvent.type(screen.getByLabelText('Quién decide'), 'DAEM');
    await userEvent.click(screen.getByRole('button', { name: 'Es la misma persona' }));
    expect(await screen.findByText('Luis Fuente Mella')).toBeTruthy();
    expect(calls.find(({ method }) => method === 'people.link')?.input).toEqual({
      kept: { waveId: later.id, line: 3 },
      joined: { waveId: wave.id, line: 3 },
      decidedBy: 'DAEM',
      reason: 'Tienen un nombre parecido y la misma fecha de nacimiento.',
    });
    await userEvent.click(screen.getByRole('button', { name: 'Son dos personas' }));
    await screen.findByRole('heading', { name: 'No quedan parejas por revisar.' });
  });

  it('takes back the decision of its own message, also after another one', async () => {
    const { host, calls } = fakeHost(answers('available'));
    renderScreen(<PeopleScreen />, { host });
    await userEvent.type(await screen.findByLabelText('Quién decide'), 'DAEM');
    await userEvent.click(screen.getByRole('button', { name: 'Es la misma persona' }));
    await screen.findByText('Luis Fuente Mella');
    // By its text, which is quick: messages close by themselves after ten seconds.
    await userEvent.click(screen.getByText('Son dos personas'));
    await screen.findByText('No se volverán a proponer juntas.');
    const first = screen.getByText('Quedaron como la misma persona.').closest('[role="alert"]');
    if (!(first instanceof HTMLElement)) throw new Error('the first message is gone');
    await userEvent.click(within(first).getByText('Deshacer'));
    await waitFor(() =>
      expect(calls.find(({ method }) => method === 'people.unlink')?.input).toEqual({
        linkId: 'lnk_abcdef3',
      }),
    );
  });

  it('asks for no names while the identities are locked, and offers to open them in place', async () => {
    const { host, calls } = fakeHost({
      ...answers('locked'),
      'vault.unlock': () => failure('vault-passphrase-wrong'),
    });
    renderScreen(<PeopleScreen />, { host });
    await screen.findByRole('heading', { name: 'Las identidades están cerradas' });
    expect(calls.some(({ method }) => method === 'people.candidates')).toBe(false);
    await userEvent.type(screen.getByLabelText('Contraseña'), 'mala');
    await userEvent.click(screen.getByRole('button', { name: 'Abrir' }));
    expect(await screen.findByText(/La contraseña no abre el archivo/)).toBeTruthy();
    expect(screen.getByLabelText('Contraseña')).toHaveProperty('value', '');
  });

  it('says so where nobody can be told apart', async () => {
    const { host } = fakeHost({
      ...answers('none'),
      'people.overview': () =>
        result('people.overview', { ...overview('none'), identifier: null, flows: [] }),
    });
    renderScreen(<PeopleScreen />, { host });
    expect(
      await screen.findByRole('heading', { name: 'Este instrumento no tiene un identificador' }),
    ).toBeTruthy();
  });
});

describe('the identities', () => {
  const status: VaultStatus = {
    exists: true,
    isLocked: false,
    keptBy: 'computer',
    missing: null,
    waves: [{ waveId: wave.id, name: wave.name, people: 9, setAside: 3, details: 10 }],
  };
  const show = (shown: VaultStatus, more: FakeAnswers = {}) => {
    const fake = fakeHost({
      'vault.status': () => result('vault.status', shown),
      'vault.audit': () => result('vault.audit', { events: [] }),
      ...more,
    });
    renderScreen(<VaultScreen />, { host: fake.host });
    return fake;
  };

  it('are destroyed only after the word has been typed', async () => {
    const { calls } = show(status, {
      'vault.destroy': () => result('vault.destroy', { ...status, waves: [] }),
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Destruir: Diagnóstico 2023' }));
    const button = await screen.findByRole('button', { name: 'Destruir para siempre' });
    expect(button).toHaveProperty('disabled', true);
    expect(screen.getByText(/recuperar ni corregir sus filas apartadas/)).toBeTruthy();
    await userEvent.type(screen.getByLabelText(/Para confirmar/), 'destruir');
    await userEvent.click(button);
    await waitFor(() =>
      expect(calls.find(({ method }) => method === 'vault.destroy')?.input).toEqual({
        waveId: wave.id,
        confirm: true,
      }),
    );
  });

  it('are handed out only for a reason', async () => {
    show(status);
    await userEvent.click(await screen.findByRole('button', { name: 'Ver quiénes son: Diagnóstico 2023' }));
    const button = await screen.findByRole('button', { name: 'Escribir la planilla' });
    expect(button).toHaveProperty('disabled', true);
    await userEvent.type(screen.getByLabelText('Para qué'), 'Derivar');
    expect(button).toHaveProperty('disabled', false);
  });

  it.each([
    [{ missing: 'key', isLocked: true }, 'La llave está en otro computador'],
    [{ missing: 'passphrase', isLocked: true, keptBy: 'passphrase' }, 'Abrir las identidades'],
    [
      { missing: 'vault', isLocked: true, exists: false, keptBy: 'nobody' },
      'Falta el archivo de identidades',
    ],
    [{ exists: false, keptBy: 'nobody', waves: [] }, 'Este proyecto no guarda identidades'],
  ] satisfies [Partial<VaultStatus>, string][])('say what is missing: %o', async (part, heading) => {
    show({ ...status, ...part });
    expect(await screen.findByRole('heading', { name: heading })).toBeTruthy();
  });
});

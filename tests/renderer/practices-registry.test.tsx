// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import PracticesScreen, { CatalogueScreen } from '../../renderer/features/practices';
import { type Entry, projectEntries, yearsOf } from '../../renderer/features/practices/registry/entry';
import { semicolonSeparated, tabSeparated } from '../../renderer/features/practices/registry/matrix-table';
import { populationGroupsOf } from '../../renderer/features/practices/registry/population';
import { yearSpan } from '../../renderer/features/practices/registry/year-span';
import { ClaimId } from '../../shared/domain/ids';
import { blankPractice, Practice, type PracticeDraft, PracticeSeed } from '../../shared/domain/practice';
import { type FakeAnswers, failure, fakeHost, result } from './support/fake-host';
import { renderScreen } from './support/render-screen';

const at = { createdAt: '2024-03-05T12:00:00Z', updatedAt: '2024-03-05T12:00:00Z' };
const claim = { id: ClaimId.parse('clm_aaaaaa'), text: 'Hubo 12 talleres.', evidence: null };

const shipped = join(import.meta.dirname, '..', '..', 'seeds', 'practices', 'macul.json');
const macul = PracticeSeed.parse(JSON.parse(readFileSync(shipped, 'utf8')));

function practice(id: string, title: string, more: Partial<PracticeDraft>): Practice {
  return Practice.parse({ ...blankPractice(title), id, ...at, ...more });
}

const maipu = practice('pra_maipu1', 'Talleres de sensibilización', {
  municipality: 'Maipú',
  region: 'Metropolitana',
  comunaCode: '13119',
  units: ['Oficina de Migración'],
  selloLines: ['estrategias-formativas', 'vinculacion-comunitaria'],
  targetPopulation: 'Niñas y niños en edad escolar',
  dates: { text: '', ranges: [{ from: '2023-03', to: '2024', note: '' }], months: [] },
  claims: [{ ...claim, stated: { text: '12 talleres', source: '' } }],
});
const records = [
  maipu,
  practice('pra_temuc1', 'Plan de acogida', {
    municipality: 'Temuco',
    region: 'Región de La Araucanía',
    selloLines: ['vinculacion-comunitaria'],
    sdgs: { stated: [], proposed: [4] },
    claims: [{ ...claim, stated: null }],
  }),
  practice('pra_lima01', '=Voces', { kind: 'agency', country: 'Perú' }),
  practice('pra_viejo1', 'Práctica guardada', { archivedAt: '2024-06-01T12:00:00Z', country: 'Chile' }),
];

function renderRegistry(path = '/practicas', more: FakeAnswers = {}) {
  const fake = fakeHost({
    'practice.list': () => result('practice.list', { practices: records }),
    'practice.seeds': () => result('practice.seeds', { seeds: [macul] }),
    ...more,
  });
  return { ...fake, ...renderScreen(<PracticesScreen />, { host: fake.host, path }) };
}

async function titles(): Promise<string[]> {
  await screen.findByRole('searchbox');
  return screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent ?? '');
}

describe('the registry of records', () => {
  it('finds words without their accents, in any field', async () => {
    renderRegistry();
    await userEvent.type(await screen.findByRole('searchbox'), 'migracion MAIPU');
    await waitFor(async () => expect(await titles()).toEqual(['Talleres de sensibilización']));
    expect(screen.getByText('1 de 3 fichas')).toBeTruthy();
  });

  it('counts what each option of a filter would leave, and says in the address what is chosen', async () => {
    const { path } = renderRegistry();
    await userEvent.click(await screen.findByRole('button', { name: 'Línea del Sello' }));
    const formative = await screen.findByRole('checkbox', { name: /Estrategias formativas\s*1/ });
    expect(screen.getByRole('checkbox', { name: /Vinculación comunitaria\s*2/ })).toBeTruthy();
    expect(screen.getByRole('checkbox', { name: /Sin línea marcada\s*1/ })).toBeTruthy();
    await userEvent.click(formative);
    expect(await titles()).toEqual(['Talleres de sensibilización']);
    expect(path()).toContain('linea=estrategias-formativas');
    await userEvent.click(screen.getByRole('button', { name: /Quitar el filtro Línea del Sello/ }));
    expect(await titles()).toHaveLength(3);
  });

  it.each([
    ['the year within a period', 'anio=2024', 'Talleres de sensibilización'],
    ['an objective that is only proposed', 'ods=4', 'Plan de acogida'],
    ['the best supported claim', 'evidencia=stated', 'Talleres de sensibilización'],
  ])('filters by %s', async (_what, search, title) => {
    renderRegistry(`/practicas?${search}`);
    expect(await titles()).toEqual([title]);
  });

  it('says when nothing matches and takes all filters off', async () => {
    renderRegistry('/practicas?q=nada+de+esto');
    const nothing = (await screen.findByText('Ninguna ficha coincide')).closest('section');
    const everywhere = nothing === null ? screen : within(nothing);
    await userEvent.click(everywhere.getByRole('button', { name: 'Quitar todos los filtros' }));
    expect(await titles()).toHaveLength(3);
  });

  it('keeps archived records apart until they are asked for', async () => {
    renderRegistry();
    expect(await titles()).not.toContain('Práctica guardada');
    await userEvent.click(screen.getByRole('switch', { name: 'Mostrar archivadas (1)' }));
    expect(await titles()).toContain('Práctica guardada');
  });

  it('sorts the table by a column, both ways', async () => {
    renderRegistry('/practicas?vista=tabla');
    const sort = await screen.findByRole('button', { name: 'Ordenar por Práctica' });
    const links = () =>
      within(screen.getByRole('table'))
        .getAllByRole('link')
        .map(({ textContent }) => textContent);
    await userEvent.click(sort);
    expect(links()).toEqual(['=Voces', 'Plan de acogida', 'Talleres de sensibilización']);
    await userEvent.click(sort);
    expect(links()).toEqual(['Talleres de sensibilización', 'Plan de acogida', '=Voces']);
    expect(screen.getByRole('columnheader', { name: /Práctica/ }).getAttribute('aria-sort')).toBe(
      'descending',
    );
  });

  it('shows each region with its comunas as a button that filters, and the same as a list', async () => {
    const { path } = renderRegistry('/practicas?vista=mapa');
    expect(await screen.findByRole('button', { name: 'Metropolitana: 1 práctica. Maipú' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Fuera de Chile: 1 práctica. Perú' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Ñuble: ninguna práctica' }).hasAttribute('disabled')).toBe(
      true,
    );
    await userEvent.click(screen.getByRole('button', { name: /^La Araucanía/ }));
    const list = screen.getByRole('region', { name: /región por región/ });
    expect(
      within(list)
        .getAllByRole('link')
        .map(({ textContent }) => textContent),
    ).toEqual(['Plan de acogida']);
    expect(path()).toContain('region=09');
  });

  it('ticks the lines of each practice with their totals', async () => {
    renderRegistry('/practicas?vista=matriz');
    const matrix = await screen.findByRole('table', { name: /línea del Sello/ });
    const row = within(matrix).getByRole('row', { name: /Talleres/ });
    expect(within(row).getAllByText('Sí')).toHaveLength(2);
    const totals = within(matrix).getByRole('row', { name: /Prácticas por línea/ });
    expect(
      within(totals)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    ).toEqual(['0', '0', '0', '2', '1', '3']);
  });

  it('offers the catalogue where the project has no records', async () => {
    renderRegistry('/practicas', { 'practice.list': () => result('practice.list', { practices: [] }) });
    expect(await screen.findByRole('link', { name: 'Ver el catálogo' })).toBeTruthy();
  });

  it('says what failed and how to try again', async () => {
    renderRegistry('/practicas', { 'practice.list': () => failure('internal') });
    expect(await screen.findByRole('alert')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Reintentar' })).toBeTruthy();
  });
});

describe('the catalogue', () => {
  it('adds a record to the project', async () => {
    const { host, calls } = fakeHost({
      'practice.list': () => result('practice.list', { practices: [] }),
      'practice.seeds': () => result('practice.seeds', { seeds: [macul] }),
      'practice.addSeed': () => result('practice.addSeed', maipu),
    });
    const { path } = renderScreen(<CatalogueScreen />, { host, path: '/practicas/catalogo' });
    await userEvent.click(await screen.findByRole('button', { name: 'Acciones de Red Solidaria Local' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Agregar a este proyecto' }));
    await waitFor(() => expect(path()).toBe('/practicas/pra_maipu1'));
    expect(calls.find(({ method }) => method === 'practice.addSeed')?.input).toEqual({ slug: 'macul' });
  });
});

describe('what the registry reads out of a record', () => {
  const [first] = projectEntries([maipu]) as [Entry]; // safe: one record, one entry

  it('takes the years from periods and words, an open end for its first year alone', () => {
    expect(yearsOf(first.record)).toEqual([2023, 2024]);
    const open = { text: 'Desde 2018', ranges: [{ from: '2018-07', to: null, note: '' }], months: [] };
    expect(yearsOf({ ...first.record, dates: open })).toEqual([2018]);
    expect(yearSpan([2018, 2021, 2022])).toBe('2018, 2021–2022');
  });

  it('groups populations by their words, and says so where there are none', () => {
    const group = (targetPopulation: string) => populationGroupsOf({ targetPopulation, priorityGroup: '' });
    expect(group('NNA y sus apoderados')).toEqual(['children', 'families']);
    expect(group('Población en general')).toEqual(['everybody']);
    expect(group('')).toEqual(['unsaid']);
  });

  it('writes a title that looks like a formula as text', () => {
    expect(tabSeparated([['=1+1', 'a\tb']])).toBe("'=1+1\ta b");
    expect(semicolonSeparated([['a;b', '@x']])).toBe('\ufeff"a;b";\'@x\r\n');
  });
});

// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { Route } from 'wouter';
import ImportScreen from '../../renderer/features/import';
import { columnRows, isUnder, needsReview } from '../../renderer/features/import/column-facts';
import { fateWords, readingWords } from '../../renderer/features/import/column-words';
import {
  answersFor,
  isWellFounded,
  matchesToDecide,
  turnedRecodes,
  withChoices,
} from '../../renderer/features/import/match-choices';
import { withPerson } from '../../renderer/features/import/person-columns';
import {
  withCode,
  withoutRecode,
  withRecode,
  withStandard,
} from '../../renderer/features/import/recode-edits';
import type { MethodOutput } from '../../shared/contract';
import { ColumnMatch, ColumnPlan, ImportPlan } from '../../shared/domain/import';
import { texts } from '../../shared/text';
import { type FakeAnswers, fakeHost, result } from './support/fake-host';
import { ids, inspection, instrument, receipt, wave } from './support/fixtures';
import { renderScreen } from './support/render-screen';

const es = texts('es');
const wording = { text: es, locale: 'es' } as const;
const [run, age, belonging] = inspection.columns;
if (!run || !age || !belonging) throw new Error('the fixture has three columns');

const trial: MethodOutput<'import.column'> = {
  rows: 611,
  blank: 3,
  kept: 603,
  recoded: 0,
  missing: [{ code: '99', count: 4 }],
  notApplicable: [],
  failed: 1,
  failedDistinct: 1,
  failures: [{ value: '25 años', count: 1, lines: [169] }],
  readings: [{ from: '11', to: '11', count: 80 }],
  outside: 0,
};
const noVault: MethodOutput<'vault.status'> = {
  exists: false,
  isLocked: false,
  keptBy: 'nobody',
  missing: null,
  waves: [],
};
const reworded = ColumnMatch.parse({
  source: 2,
  header: 'Me siento parte de mi liceo',
  variableId: ids.belonging,
  variableLabel: 'Me siento parte de mi escuela',
  statuses: ['reworded'],
  similarity: 0.91,
  optionsAdded: [],
  optionsDropped: [],
  typeBefore: 'ordinal',
  typeNow: 'ordinal',
});
const guessed = ColumnMatch.parse({
  ...reworded,
  statuses: ['recoded'],
  proposal: {
    decision: 'take',
    recodes: [{ from: '1', to: 'Siempre' }],
    recodesApplied: false,
    conversion: 'none',
    evidence: [{ why: 'answers-by-position', details: {} }],
    rivals: [],
  },
});

async function startImport(step: string, more: FakeAnswers = {}) {
  const fake = fakeHost({
    'instrument.list': () => result('instrument.list', { instruments: [] }),
    'wave.list': () => result('wave.list', { waves: [] }),
    'import.inspect': () => result('import.inspect', inspection),
    'import.column': () => result('import.column', trial),
    'vault.status': () => result('vault.status', noVault),
    'wave.import': () => result('wave.import', { wave, instrument, receipt }),
    ...more,
  });
  renderScreen(
    <Route path="/mediciones/importar/:step?">
      <ImportScreen />
    </Route>,
    { host: fake.host, path: '/mediciones/importar' },
  );
  const file = new File(['a;b\n1;2\n'], 'diagnostico_2023.csv', { type: 'text/csv' });
  fireEvent.change(await screen.findByLabelText('Elegir archivo', { selector: 'input' }), {
    target: { files: [file] },
  });
  for (let count = 0; count < 5 && !screen.queryByRole('heading', { name: step }); count += 1) {
    await userEvent.click(await screen.findByRole('button', { name: 'Continuar' }));
  }
  await screen.findByRole('heading', { name: step });
  return fake;
}

function planOf(calls: Awaited<ReturnType<typeof startImport>>['calls']): ImportPlan {
  return ImportPlan.parse(calls.find(({ method }) => method === 'wave.import')?.input);
}

describe('the columns of a file', () => {
  it('tell how many cells do not fit, which, and how many count as missing', async () => {
    await startImport(es.import.columnsStep.title);
    const row = await screen.findByRole('row', { name: /^Edad/ });
    expect(row.textContent).toContain('607 son números enteros; 1 no lo son: «25 años»');
    expect(row.textContent).toContain('604 con respuesta');
    expect(row.textContent).toContain('4 sin dato');
    expect(row.textContent).toContain('3 en blanco');
  });

  it('show one of their cells as the file has it and as it is read', async () => {
    await startImport(es.import.columnsStep.title, {
      'import.column': () =>
        result('import.column', { ...trial, readings: [{ from: ' 012 ', to: '12', count: 4 }] }),
    });
    const row = await screen.findByRole('row', { name: /^Edad/ });
    await waitFor(() => expect(row.textContent).toContain('«012» → 12'));
  });

  it('show only what asks for a look when that is wanted', async () => {
    await startImport(es.import.columnsStep.title);
    await userEvent.click(await screen.findByRole('radio', { name: 'Por revisar (1)' }));
    expect(screen.getByRole('row', { name: /^Edad/ })).toBeTruthy();
    expect(screen.queryByRole('row', { name: /^RUN/ })).toBeNull();
  });

  it('list what is not understood with its line, and ask anew once it counts as missing', async () => {
    const { calls } = await startImport(es.import.columnsStep.title);
    await userEvent.click(await screen.findByRole('row', { name: /^Edad/ }));
    const panel = await screen.findByRole('dialog');
    const value = await within(panel).findByText('«25 años»');
    expect(value.closest('li')?.textContent).toContain('línea 169');
    await userEvent.click(within(panel).getByRole('button', { name: 'Contar como sin dato' }));
    await waitFor(() => {
      const asked = calls.filter(({ method }) => method === 'import.column').at(-1)?.input;
      expect(JSON.stringify(asked)).toContain('"missingCodes":["99","25 años"]');
    });
  });

  it('stay text until somebody decides, though nearly all of their cells are numbers', () => {
    const plan = ColumnPlan.parse({ ...age.proposal, type: 'text', missingCodes: [] });
    const row = { plan, profile: { ...age, proposal: plan }, behind: [], partOf: null };
    // Never 100 % where one does not fit.
    expect(readingWords(row, wording)).toBe('99\u00a0% son números enteros; 1 no: «25 años»');
    expect(fateWords(row, wording)).toBe('Como texto, mientras no decidas');
    expect(needsReview(row)).toBe(true);
  });

  it('that together are one question stand as one, before the columns behind it', () => {
    const part = { ...age, partOf: 3, writtenAs: 'part' as const };
    const whole = {
      ...belonging,
      proposal: { ...belonging.proposal, source: 3, parts: [{ source: 1, value: 'Ropa' }] },
    };
    const profiles = [run, part, belonging, whole];
    const rows = columnRows(
      profiles.map(({ proposal }) => proposal),
      profiles,
      inspection.headers,
    );
    expect(rows.map(({ plan }) => plan.source)).toEqual([0, 3, 1, 2]);
    expect(rows.filter((row) => isUnder(row, 'all')).map(({ plan }) => plan.source)).toEqual([0, 3, 2]);
    expect(rows[1]?.behind).toEqual(['Edad']);
    // What is kept with its question is not left out.
    const left = rows.map((row) =>
      row.partOf === null ? row : { ...row, plan: { ...row.plan, action: 'drop' as const } },
    );
    expect(left.filter((row) => isUnder(row, 'out'))).toEqual([]);
  });
});

describe('answers read as others', () => {
  const plan = ColumnPlan.parse({
    ...belonging.proposal,
    type: 'single',
    options: ['Ropa', 'ropas', 'Comida'].map((value) => ({ value, label: value })),
  });

  it('are joined, follow one another, and come apart again', () => {
    const joined = { ...plan, ...withRecode(plan, 'ropas', 'Ropa') };
    expect(joined.options.map(({ value }) => value)).toEqual(['Ropa', 'Comida']);
    const twice = { ...joined, ...withRecode(joined, 'Ropa', 'Vestuario') };
    expect(twice.recodes).toEqual([
      { from: 'ropas', to: 'Vestuario' },
      { from: 'Ropa', to: 'Vestuario' },
    ]);
    const apart = { ...twice, ...withoutRecode(twice, 'ropas') };
    expect(apart.options.map(({ value }) => value)).toContain('ropas');
  });

  it('leave the list when they count as missing or as not applicable, and come back as answers', () => {
    const outside = { ...plan, ...withCode(plan, 'Comida', 'notApplicable') };
    expect(outside.notApplicableCodes).toEqual(['Comida']);
    expect(outside.options.map(({ value }) => value)).not.toContain('Comida');
    const back = { ...outside, ...withCode(outside, 'Comida', 'answer') };
    expect(back.options.map(({ value }) => value)).toContain('Comida');
    expect(back.notApplicableCodes).toEqual([]);
  });

  it('follow an official list, and those it does not know stay as they are written', () => {
    const change = withStandard(['venezolano', 'VEN', 'marciano'], 'country');
    expect(change.recodes).toEqual([{ from: 'venezolano', to: 'VEN' }]);
    expect(change.options?.map(({ value }) => value)).toEqual(['VEN', 'marciano']);
  });
});

describe('differences with the instrument', () => {
  const matching: FakeAnswers = {
    'instrument.list': () => result('instrument.list', { instruments: [instrument] }),
    'import.match': () =>
      result('import.match', {
        columns: inspection.columns.map(({ proposal }, index) =>
          index === 2 ? { ...proposal, variableId: ids.belonging } : proposal,
        ),
        matches: [reworded],
      }),
  };

  it('hold the import back until each is decided, and keep the note on why', async () => {
    const { calls } = await startImport(es.import.match.title, matching);
    await screen.findByText('Otra redacción');
    expect(screen.getByRole('button', { name: 'Continuar' })).toHaveProperty('disabled', true);
    await userEvent.click(screen.getByRole('button', { name: 'Agregar una nota' }));
    await userEvent.type(screen.getByRole('textbox', { name: /^Nota/ }), 'La escuela pasó a liceo');
    await userEvent.click(screen.getByRole('button', { name: /^Aceptar: es la misma/ }));
    for (let count = 0; count < 2; count += 1)
      await userEvent.click(await screen.findByRole('button', { name: 'Continuar' }));
    await userEvent.click(await screen.findByRole('button', { name: /Importar 610/ }));
    await waitFor(() => {
      expect(planOf(calls).matches[0]?.note).toBe('La escuela pasó a liceo');
      expect(planOf(calls).columns[2]?.variableId).toBe(ids.belonging);
    });
  });

  it('are sent with the file, so that its cells are looked at', async () => {
    const { calls } = await startImport(es.import.match.title, matching);
    await waitFor(() => {
      const asked = calls.find(({ method }) => method === 'import.match')?.input;
      expect(asked).toMatchObject({ reading: { fileId: ids.file } });
    });
  });

  it('are accepted together only where the evidence is good', () => {
    const certain = { ...reworded, proposal: { ...proposalOf(guessed), recodes: [], evidence: [] } };
    expect(isWellFounded(certain)).toBe(true);
    expect(isWellFounded(guessed)).toBe(false);
    const exchanged = { ...certain, optionsAdded: ['Mujer'], optionsDropped: ['F'] };
    expect(isWellFounded(exchanged)).toBe(false);
    const own = [belonging.proposal];
    expect(matchesToDecide([certain, { ...guessed, source: 5 }], own).map(({ source }) => source)).toEqual([
      5, 2,
    ]);
  });

  it('that are only guessed at are offered, and applied when they are chosen', () => {
    const variable = instrument.variables.find(({ id }) => id === ids.belonging);
    expect(answersFor(guessed, variable, undefined)).toEqual(['as-is', 'recode', 'turn', 'new', 'drop']);
    const column = { ...belonging.proposal, variableId: ids.belonging };
    const decide = (answer: 'as-is' | 'recode') =>
      withChoices([column], {
        own: [belonging.proposal],
        matches: [guessed],
        choices: { 2: { answer, variableId: null, recodes: [], note: '' } },
        instrument,
      })[0]?.recodes;
    expect(decide('as-is')).toEqual([]);
    expect(decide('recode')).toEqual([{ from: '1', to: 'Siempre' }]);
  });

  it('turn a scale round end for end and leave its middle', () => {
    const options = ['Nunca', 'A veces', 'Siempre'].map((value) => ({ value, label: value }));
    expect(turnedRecodes({ options })).toEqual([
      { from: 'Nunca', to: 'Siempre' },
      { from: 'Siempre', to: 'Nunca' },
    ]);
  });
});

function proposalOf(match: ColumnMatch): NonNullable<ColumnMatch['proposal']> {
  if (!match.proposal) throw new Error('the match has a proposal');
  return match.proposal;
}

describe('who answered', () => {
  it('is recognised by several columns together, which become one identifier after the columns of the file', () => {
    const own = inspection.columns.map(({ proposal }) => proposal);
    const columns = withPerson(own, inspection, [1, 2]);
    expect(columns.at(-1)).toMatchObject({
      source: 3,
      type: 'identifier',
      role: 'identifier',
      action: 'pseudonymise',
      parts: [
        { source: 1, value: null },
        { source: 2, value: null },
      ],
    });
    expect(columns[0]?.role).toBe('measure');
    expect(withPerson(own, inspection, [1])).toEqual(own);
  });

  it('keeps names in the file of identities unless that is switched off', async () => {
    const { calls } = await startImport(es.import.identity.title);
    await userEvent.click(await screen.findByText(es.importColumns.identity.details));
    await userEvent.click(await screen.findByRole('button', { name: 'Continuar' }));
    await userEvent.click(await screen.findByRole('button', { name: /Importar 610/ }));
    await waitFor(() => expect(planOf(calls).keepsDetailsInVault).toBe(false));
  });

  it('keeps the last row of somebody who comes twice, where that is chosen', async () => {
    const { calls } = await startImport(es.import.identity.title);
    await userEvent.click(await screen.findByRole('radio', { name: es.import.confirm.repeatedKeepLast }));
    await userEvent.click(await screen.findByRole('button', { name: 'Continuar' }));
    await userEvent.click(await screen.findByRole('button', { name: /Importar 610/ }));
    await waitFor(() => expect(planOf(calls).repeatedIdentifiers).toBe('keep-last'));
  });

  it('waits for a locked file of identities, and opens it where it is asked for', async () => {
    const { calls } = await startImport(es.import.identity.title, {
      'vault.status': () =>
        result('vault.status', {
          ...noVault,
          exists: true,
          isLocked: true,
          keptBy: 'passphrase',
          missing: 'passphrase',
        }),
      'vault.unlock': () => result('vault.unlock', { ...noVault, exists: true, keptBy: 'passphrase' }),
    });
    expect(await screen.findByText(es.importColumns.identity.vaultLocked)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Continuar' })).toHaveProperty('disabled', true);
    await userEvent.type(screen.getByLabelText(es.importColumns.identity.passphrase), 'una frase larga');
    await userEvent.click(screen.getByRole('button', { name: 'Abrir' }));
    await waitFor(() => {
      expect(calls.find(({ method }) => method === 'vault.unlock')?.input).toEqual({
        passphrase: 'una frase larga',
      });
    });
  });
});

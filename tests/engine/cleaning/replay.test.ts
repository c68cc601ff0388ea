import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MethodOutput } from '../../../shared/contract';
import { startTestEngine, type TestEngine } from '../../support/engine';
import { failureOf, storedRows } from '../../support/import';
import {
  add,
  type Change,
  column,
  firstFile,
  type Imported,
  idOf,
  importFirst,
  importLater,
} from './support';

let test: TestEngine;
let first: Imported;

beforeEach(async () => {
  test = await startTestEngine();
  await test.client.call('project.create', { name: 'Limpieza', fileId: null });
  first = await importFirst(test);
});
afterEach(() => test.close());

async function receiptOf({ wave }: Pick<Imported, 'wave'>) {
  return test.client.call('wave.receipt', { waveId: wave.id });
}

/** The same people a year later: a2 still has the wrong age, a3 another one, a9 is new, and an old answer comes again. */
const secondFile = [
  'folio;lugar;opinión;edad;nota;necesidades;comentario;fecha;asiste',
  'a9;Valpo;Nunca;8;4,5;Salud;bien;01-03-2025;Sí',
  'a2;Valparaíso;A veces;9;5,5;Salud;mal;02-03-2025;No',
  'a3;Quilpué;Siempre;13;6,0;Trabajo;regular;03-03-2025;Sí',
  '',
].join('\r\n');

describe('the next wave of an instrument', () => {
  it('has the log replayed on it, and says what could not be and why', async () => {
    await add(test, first, 'lugar', {
      kind: 'merge',
      from: ['Valpo', 'Valparaíso'],
      to: { value: 'Gran Valparaíso', label: 'Gran Valparaíso' },
    });
    await add(test, first, 'edad', { kind: 'cell', line: 3, to: '10' });
    await add(test, first, 'edad', { kind: 'cell', line: 4, to: '12' });
    await add(test, first, 'edad', { kind: 'cell', line: 2, to: '7' });
    await add(test, first, 'opinión', { kind: 'recode', from: 'Nunca', to: 'A veces' }, 'wave');
    const second = await importLater(test, first, secondFile);
    expect(await storedRows(test, second)).toMatchObject([
      { lugar: 'Gran Valparaíso', edad: 8, opinión: 'Nunca' },
      { lugar: 'Gran Valparaíso', edad: 10, opinión: 'A veces' },
      { lugar: 'Quilpué', edad: 13, opinión: 'Siempre' },
    ]);
    const { replayed } = await receiptOf(second);
    expect(
      replayed.map(({ kind, outcome, cells, isReplayed }) => [kind, outcome, cells, isReplayed]),
    ).toEqual([
      ['merge', 'applied', 2, true],
      ['cell', 'applied', 1, true],
      ['cell', 'value-differs', 0, true],
      ['cell', 'row-not-found', 0, true],
    ]);
    const { instruments } = await test.client.call('instrument.list', {});
    const place = instruments[0]?.variables.find(({ label }) => label === 'lugar');
    expect(place?.options.map(({ value }) => value)).toEqual(['Gran Valparaíso', 'Quilpué']);
  });

  it('gets its own answers back when the entry made on another wave is removed', async () => {
    const { entry } = await add(test, first, 'lugar', { kind: 'recode', from: 'Valpo', to: 'Valparaíso' });
    const second = await importLater(test, first, secondFile);
    expect(await column(test, second, 'lugar')).toEqual(['Valparaíso', 'Valparaíso', 'Quilpué']);
    await test.client.call('cleaning.remove', { cleaningId: entry.id });
    expect(await column(test, second, 'lugar')).toEqual(['Valpo', 'Valparaíso', 'Quilpué']);
    expect(await column(test, first, 'lugar')).toEqual([
      'Valpo',
      'Valparaíso',
      'Valpo',
      'Quilpué',
      'Quilpué',
    ]);
  });
});

describe('an indicator and a merge', () => {
  function indicator(values: string[]) {
    return test.client.call('indicator.save', {
      indicatorId: null,
      indicator: {
        name: 'Del puerto',
        definition: '',
        measure: {
          kind: 'proportion',
          condition: { op: 'is', variableId: idOf(first, 'lugar'), values },
        },
        filter: null,
        missingRule: 'exclude',
        direction: 'neutral',
        unit: '%',
        decimals: 0,
        target: null,
        justification: '',
        verification: '',
        responsible: '',
      },
    });
  }
  const merge: Change = {
    kind: 'merge',
    from: ['Valpo', 'Valparaíso'],
    to: { value: 'Puerto', label: 'Puerto' },
  };

  it('goes on counting the same people when it names all that become one', async () => {
    await indicator(['Valpo', 'Valparaíso']);
    const { waves } = await add(test, first, 'lugar', merge);
    expect(waves[0]?.dataSha256).not.toBe(first.wave.dataSha256);
    const { indicators } = await test.client.call('indicator.list', {});
    expect(indicators[0]?.measure).toMatchObject({
      condition: { values: ['Valpo', 'Valparaíso', 'Puerto'] },
    });
  });

  it('stops the merge when it names only some of them, and says which indicator', async () => {
    await indicator(['Valpo']);
    expect(await failureOf(add(test, first, 'lugar', merge))).toMatchObject({
      code: 'variable-in-use',
      details: { variable: 'lugar', usedBy: ['Del puerto'] },
    });
    expect(await column(test, first, 'lugar')).toContain('Valpo');
  });
});

/** Entries that touch each other: chains, merges into an existing answer, cells that stop fitting. */
const pool: readonly [string, Change][] = [
  ['lugar', { kind: 'recode', from: 'Valpo', to: 'Valparaíso' }],
  ['lugar', { kind: 'recode', from: 'Valparaíso', to: 'Quilpué' }],
  ['lugar', { kind: 'merge', from: ['Valpo', 'Valparaíso'], to: { value: 'Quilpué', label: 'Quilpué' } }],
  ['lugar', { kind: 'merge', from: ['Valparaíso'], to: { value: 'Puerto', label: 'Puerto' } }],
  ['lugar', { kind: 'cell', line: 2, to: 'Quilpué' }],
  ['lugar', { kind: 'cell', line: 5, to: null }],
  ['edad', { kind: 'recode', from: '99', to: null }],
  ['edad', { kind: 'recode', from: '8', to: '9' }],
  ['edad', { kind: 'recode', from: '9', to: '8' }],
  ['edad', { kind: 'cell', line: 4, to: '8' }],
  ['necesidades', { kind: 'recode', from: 'Salud', to: 'Vivienda' }],
  ['necesidades', { kind: 'merge', from: ['Vivienda', 'Trabajo'], to: { value: 'Otra', label: 'Otra' } }],
  ['necesidades', { kind: 'cell', line: 3, to: ['Trabajo', 'Salud'] }],
  ['nota', { kind: 'cell', line: 3, to: '1.1' }],
];

function at(which: number): readonly [string, Change] {
  const found = pool[which % pool.length];
  if (!found) throw new Error('empty pool');
  return found;
}

describe('any sequence of additions, removals, undos and redos', () => {
  it('gives the data that the remaining log gives on the values as read', async () => {
    const step = fc.oneof(
      {
        weight: 4,
        arbitrary: fc.record({ do: fc.constant('add' as const), which: fc.nat(pool.length - 1) }),
      },
      { weight: 2, arbitrary: fc.record({ do: fc.constant('remove' as const), which: fc.nat(20) }) },
      {
        weight: 1,
        arbitrary: fc.record({
          do: fc.constantFrom('undo' as const, 'redo' as const),
          which: fc.constant(0),
        }),
      },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 9 }), async (steps) => {
        const own = first;
        for (const { do: action, which } of steps) {
          const { entries } = await test.client.call('cleaning.list', { instrumentId: own.instrument.id });
          const [label, change] = at(which);
          const target = entries[which % Math.max(1, entries.length)];
          const done =
            action === 'add'
              ? add(test, own, label, change)
              : action === 'remove'
                ? target && test.client.call('cleaning.remove', { cleaningId: target.entry.id })
                : entries.length > 0 && test.client.call(`history.${action}`, {});
          await Promise.resolve(done).catch(() => undefined);
        }
        const { entries } = await test.client.call('cleaning.list', { instrumentId: own.instrument.id });
        expect(await storedRows(test, own)).toMatchObject(
          replayed(
            own,
            entries.map(({ entry }) => entry),
          ),
        );
        for (const { entry } of entries.toReversed()) {
          await test.client.call('cleaning.remove', { cleaningId: entry.id });
        }
        const { waves } = await test.client.call('wave.list', {});
        expect(waves.find(({ id }) => id === own.wave.id)?.dataSha256).toBe(own.wave.dataSha256);
        const { instruments } = await test.client.call('instrument.list', {});
        const now = instruments.find(({ id }) => id === own.instrument.id);
        expect(now?.variables).toEqual(own.instrument.variables);
      }),
      { numRuns: 25, seed: 4 },
    );
  }, 240_000);
});

type Entry = { variableId: string; change: MethodOutput<'cleaning.add'>['entry']['change'] };

/** The rows by another way: plain objects, one entry after the other on the cells of the file. */
function replayed(own: Imported, entries: readonly Entry[]): Record<string, unknown>[] {
  const [head, ...lines] = firstFile.trim().split('\r\n');
  const names = head?.split(';') ?? [];
  const rows = lines.map((line, index) => {
    const cells = line.split(';');
    const cellOf = (name: string): string => cells[names.indexOf(name)] ?? '';
    return {
      line: index + 2,
      lugar: cellOf('lugar').split(',').filter(Boolean),
      edad: cellOf('edad').split(',').filter(Boolean),
      nota: [cellOf('nota').replace(',', '.')].filter(Boolean),
      necesidades: cellOf('necesidades').split(', ').filter(Boolean),
    };
  });
  for (const { variableId, change } of entries) {
    const label = own.instrument.variables.find(({ id }) => id === variableId)?.label;
    if (label !== 'lugar' && label !== 'edad' && label !== 'nota' && label !== 'necesidades')
      throw new Error(label);
    for (const row of rows) row[label] = after(row.line, row[label], change);
  }
  return rows.map(({ line, lugar, edad, nota, necesidades }) => ({
    line,
    lugar: lugar[0] ?? null,
    edad: edad.length === 0 ? null : Number(edad[0]),
    nota: nota.length === 0 ? null : Number(nota[0]),
    necesidades: necesidades.length === 0 ? null : necesidades.join(' · '),
  }));
}

/** The answers of a cell after one entry; a cell correction needs the answers it was made for. */
function after(line: number, answers: string[], change: Entry['change']): string[] {
  if (change.kind === 'cell') {
    const was = change.from === null ? [] : [change.from].flat();
    const isSame = JSON.stringify(was.map(number)) === JSON.stringify(answers.map(number));
    return change.line === line && isSame ? (change.to === null ? [] : [change.to].flat()) : answers;
  }
  const from = [change.from].flat();
  const to = change.kind === 'recode' ? change.to : change.to.value;
  const changed = answers.flatMap((answer) => (from.includes(answer) ? (to === null ? [] : [to]) : [answer]));
  return [...new Set(changed)];
}

function number(text: string): string {
  return Number.isNaN(Number(text)) ? text : String(Number(text));
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { declareRows } from '../../../electron/engine/codebooks/row-unit';
import { sql } from '../../../electron/engine/db/sql';
import { neverCancelled } from '../../../shared/cancel';
import { AppError } from '../../../shared/errors';
import { startTestEngine, type TestEngine } from '../../support/engine';
import { acceptProposals, importFile } from '../../support/import';
import { startMeasured } from './measured';

// Invented pupils: check digits are right, nobody bears these numbers.
const pupils = 'RUT;Sexo;Curso\n12.345.678-5;F;1A\n15.509.661-6;M;1A\n12.678.579-8;F;1B\n';
const bodies = 'Organización;Comuna;Personas\nA;Lima;12\nB;Lima;30\nC;Cusco;9\n';

let test: TestEngine;
beforeAll(async () => {
  test = await startTestEngine();
  await test.client.call('project.create', { name: 'Filas', fileId: null });
});
afterAll(() => test.close());

async function failure(promise: Promise<unknown>): Promise<AppError> {
  const reason = await promise.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(reason instanceof AppError)) throw reason ?? new Error('expected a failure');
  return reason;
}
async function planOf(text: string) {
  const inspection = await test.client.call('import.inspect', {
    fileId: await test.stage('filas.csv', text),
    corrections: {},
  });
  return acceptProposals(inspection, { wave: { name: `Ola ${text.length}` } });
}
describe('rows that are called no people', () => {
  it('are refused at import where a column identifies people, also one that is left out', async () => {
    const plan = { ...(await planOf(pupils)), rowUnit: 'institution' as const, rowUnitReason: 'así llegó' };
    expect(await failure(test.client.call('wave.import', plan))).toMatchObject({
      code: 'instrument-rows',
      details: { reason: 'rows-have-identities', columns: ['RUT'] },
    });
    const without = plan.columns.map((column) =>
      column.header === 'RUT' ? { ...column, action: 'drop' as const } : column,
    );
    expect((await failure(test.client.call('wave.import', { ...plan, columns: without }))).code).toBe(
      'instrument-rows',
    );
  });

  it('need a written reason where a column usually describes people', async () => {
    const anonymous = pupils.replaceAll(/^[^;]*;/gm, '');
    const plan = { ...(await planOf(anonymous)), rowUnit: 'institution' as const };
    expect(await failure(test.client.call('wave.import', plan))).toMatchObject({
      code: 'instrument-rows',
      details: { reason: 'rows-need-reason', columns: ['Sexo'] },
    });
  });

  it('are refused again when a second file of people comes into their instrument', async () => {
    const first = await importFile(test, await test.stage('a.csv', bodies), { rowUnit: 'institution' });
    expect(first.instrument.rowUnit).toBe('institution');
    const plan = { ...(await planOf(pupils)), instrumentId: first.instrument.id };
    expect((await failure(test.client.call('wave.import', plan))).code).toBe('instrument-rows');
  });

  it('are declared later with a reason, unless their variables identify people', async () => {
    const { instrument } = await importFile(test, await test.stage('b.csv', bodies), {
      wave: { name: 'Otra' },
    });
    const declare = { instrumentId: instrument.id, rowUnit: 'institution' as const };
    expect(
      (await failure(test.client.call('instrument.declareRows', { ...declare, reason: ' ' }))).code,
    ).toBe('invalid-input');
    const declared = await test.client.call('instrument.declareRows', {
      ...declare,
      reason: 'Son organizaciones',
    });
    expect(declared.rowUnit).toBe('institution');
    const people = await importFile(test, await test.stage('c.csv', pupils), { wave: { name: 'Niñas' } });
    const lifted = test.client.call('instrument.declareRows', {
      instrumentId: people.instrument.id,
      rowUnit: 'event',
      reason: 'Para ver los grupos pequeños',
    });
    expect((await failure(lifted)).code).toBe('instrument-rows');
  });
});

it('the reason stays in the audit of the project', async () => {
  const measured = await startMeasured({
    variables: { organizacion: { type: 'text' } },
    waves: [{ name: 'Lista', rows: [{ organizacion: 'A' }] }],
    indicators: [],
  });
  try {
    const audit = await measured.project.context.project().write(neverCancelled, async (session) => {
      await declareRows(
        session,
        { instrumentId: 'ins_first0', rowUnit: 'institution', reason: ' Son organizaciones ' },
        '2024-11-20T12:00:00.000Z',
      );
      return session.all(sql`select action, reason, details from audit`);
    });
    expect(audit).toEqual([
      {
        action: 'instrument.declareRows',
        reason: 'Son organizaciones',
        details: '{"instrumentId":"ins_first0","before":"person","after":"institution"}',
      },
    ]);
  } finally {
    await measured.close();
  }
});

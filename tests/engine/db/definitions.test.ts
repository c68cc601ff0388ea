import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ProjectDatabase } from '../../../electron/engine/db/project-database';
import {
  changeDefinition,
  historyState,
  listDefinitions,
  moveInHistory,
  replaceDefinition,
} from '../../../electron/engine/definitions/definition-store';
import { neverCancelled } from '../../../shared/cancel';
import { startTestEngine, type TestEngine } from '../../support/engine';

const Body = z.strictObject({ name: z.string(), value: z.number() });
let test: TestEngine;
let database: ProjectDatabase;

beforeEach(async () => {
  test = await startTestEngine();
  database = await ProjectDatabase.create(`${test.folder}/d.lineabase`, test.folder);
});

afterEach(async () => {
  await database.close();
  await test.close();
});

const at = '2026-01-01T00:00:00.000Z';

function change(id: string, body: z.infer<typeof Body> | null, name = 'Tasa'): Promise<void> {
  return database.write(neverCancelled, (session) =>
    changeDefinition(session, { entity: 'indicator', id, name, body, at }),
  );
}

function list(): Promise<z.infer<typeof Body>[]> {
  return database.read(neverCancelled, (session) => listDefinitions(session, 'indicator', Body));
}

function move(direction: 'undo' | 'redo') {
  return database.write(neverCancelled, (session) => moveInHistory(session, direction));
}

describe('definitions', () => {
  it('are undone and redone step by step', async () => {
    await change('ind_1', { name: 'Tasa', value: 1 });
    await change('ind_1', { name: 'Tasa', value: 2 });
    await change('ind_1', null);
    expect(await list()).toEqual([]);
    expect(await move('undo')).toEqual({ entity: 'indicator', action: 'removed', name: 'Tasa' });
    expect(await list()).toEqual([{ name: 'Tasa', value: 2 }]);
    await move('undo');
    expect(await list()).toEqual([{ name: 'Tasa', value: 1 }]);
    await move('redo');
    expect(await list()).toEqual([{ name: 'Tasa', value: 2 }]);
    await move('undo');
    await move('undo');
    expect(await list()).toEqual([]);
    await expect(move('undo')).rejects.toMatchObject({ code: 'nothing-to-undo' });
  });

  it('forget what was undone once something new is changed', async () => {
    await change('ind_1', { name: 'Tasa', value: 1 });
    await move('undo');
    await change('ind_2', { name: 'Otra', value: 5 }, 'Otra');
    await expect(move('redo')).rejects.toMatchObject({ code: 'nothing-to-redo' });
  });

  it('keep their place in the list when a removal is undone', async () => {
    await change('ind_1', { name: 'Primera', value: 1 });
    await change('ind_2', { name: 'Segunda', value: 2 });
    await change('ind_1', null);
    await move('undo');
    expect((await list()).map((body) => body.name)).toEqual(['Primera', 'Segunda']);
  });

  it('cannot be undone behind an import that replaced them', async () => {
    await change('ind_1', { name: 'Tasa', value: 1 });
    await database.write(neverCancelled, (session) =>
      replaceDefinition(session, 'indicator', 'ind_1', { name: 'Tasa', value: 9 }),
    );
    const state = await database.read(neverCancelled, historyState);
    expect(state).toEqual({ undo: null, redo: null });
  });

  it('are left as they were when the transaction fails or is cancelled', async () => {
    await expect(
      database.write(neverCancelled, async (session) => {
        await changeDefinition(session, {
          entity: 'indicator',
          id: 'ind_1',
          name: 'Tasa',
          body: { name: 'Tasa', value: 1 },
          at,
        });
        throw new Error('fails midway');
      }),
    ).rejects.toThrow('fails midway');
    const controller = new AbortController();
    await expect(
      database.write(controller.signal, async (session) => {
        await changeDefinition(session, {
          entity: 'indicator',
          id: 'ind_2',
          name: 'Tasa',
          body: { name: 'Tasa', value: 1 },
          at,
        });
        controller.abort();
      }),
    ).rejects.toMatchObject({ code: 'cancelled' });
    expect(await list()).toEqual([]);
  });
});

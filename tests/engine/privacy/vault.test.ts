import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { vaultPath } from '../../../electron/engine/privacy/vault';
import { startTestEngine, type TestEngine } from '../../support/engine';
import { failureOf, importFile, storedRows } from '../../support/import';

const table = `RUN;Nombre;Fecha de nacimiento;Establecimiento;Respuesta
39299021-6;Estudiante Inventado Uno;01-05-2013;Escuela Uno;Sí
12345678-5;Estudiante Inventado Dos;02-05-2013;Escuela Uno;No
15509661-6;Estudiante Inventado Tres;03-05-2013;Escuela Dos;Sí
12678579-8;Estudiante Inventado Cuatro;04-05-2013;Escuela Dos;No
`;
const passphrase = 'una frase larga de prueba';

describe('the vault', () => {
  let test: TestEngine;
  let project: string;

  beforeEach(async () => {
    test = await startTestEngine();
    await test.client.call('project.create', { name: 'Reserva', fileId: null });
    project = path.join(test.folder, 'projects', 'Reserva.lineabase');
  });
  afterEach(() => test.close());

  async function take(instrumentId?: Parameters<typeof importFile>[2]) {
    return importFile(test, await test.stage('personas.csv', table), instrumentId);
  }

  it('tells what it holds by counts alone, and that there is none before an import', async () => {
    expect(await test.client.call('vault.status', {})).toEqual({
      exists: false,
      isLocked: false,
      keptBy: 'nobody',
      missing: null,
      waves: [],
    });
    const { wave } = await take();
    expect(await test.client.call('vault.status', {})).toEqual({
      exists: true,
      isLocked: false,
      keptBy: 'computer',
      missing: null,
      waves: [{ waveId: wave.id, name: wave.name, people: 4, setAside: 0, details: 4 }],
    });
  });

  it('under a passphrase leaves no key in the computer and takes waves until it is locked', async () => {
    const first = await take();
    expect(readdirSync(path.join(test.folder, 'keys'))).toHaveLength(1);
    expect((await test.client.call('vault.protect', { passphrase })).keptBy).toBe('passphrase');
    expect(readdirSync(path.join(test.folder, 'keys'))).toEqual([]);
    const second = await take({ instrumentId: first.instrument.id });
    expect((await storedRows(test, second)).map(({ RUN }) => RUN)).toEqual(
      (await storedRows(test, first)).map(({ RUN }) => RUN),
    );
    expect(await test.client.call('vault.lock', {})).toMatchObject({ isLocked: true, missing: 'passphrase' });
    expect(await failureOf(take())).toMatchObject({
      code: 'vault-locked',
      details: { missing: 'passphrase' },
    });
    expect((await test.client.call('wave.list', {})).waves).toHaveLength(2);
  });

  it('is locked when the project is opened again, and opens with its passphrase only', async () => {
    await take();
    await test.client.call('vault.protect', { passphrase });
    await test.client.call('project.close', {});
    const [recent] = (await test.client.call('project.recent', {})).recent;
    await test.client.call('project.open', { reference: recent?.reference ?? '' });
    expect((await test.client.call('vault.status', {})).isLocked).toBe(true);
    expect((await failureOf(test.client.call('vault.unlock', { passphrase: 'otra frase larga' }))).code).toBe(
      'vault-passphrase-wrong',
    );
    expect(await test.client.call('vault.unlock', { passphrase })).toMatchObject({ isLocked: false });
    expect((await take()).receipt.rowsKept).toBe(4);
  });

  it('takes long enough to try a passphrase that guessing is slow', async () => {
    await test.client.call('vault.protect', { passphrase });
    const begun = performance.now();
    await failureOf(test.client.call('vault.unlock', { passphrase: 'otra frase larga' }));
    expect(performance.now() - begun).toBeGreaterThan(100);
  });

  it('refuses a short passphrase, and changes one only for whoever knows it', async () => {
    await take();
    expect((await failureOf(test.client.call('vault.protect', { passphrase: 'corta' }))).code).toBe(
      'invalid-input',
    );
    await test.client.call('vault.protect', { passphrase });
    const newPassphrase = 'otra frase todavía más larga';
    const wrong = test.client.call('vault.changePassphrase', { passphrase: 'no es la frase', newPassphrase });
    expect((await failureOf(wrong)).code).toBe('vault-passphrase-wrong');
    await test.client.call('vault.changePassphrase', { passphrase, newPassphrase });
    await test.client.call('vault.lock', {});
    expect((await failureOf(test.client.call('vault.unlock', { passphrase }))).code).toBe(
      'vault-passphrase-wrong',
    );
    expect((await test.client.call('vault.unlock', { passphrase: newPassphrase })).isLocked).toBe(false);
  });

  it('reveals who is behind pseudonyms for a reason, which the audit keeps without identities', async () => {
    const first = await take();
    const [row] = await storedRows(test, first);
    const { file, people } = await test.client.call('vault.reveal', {
      waveId: first.wave.id,
      pseudonyms: [String(row?.RUN)],
      reason: 'Entregar la ficha a Juana Pérez 12.345.678-5',
    });
    expect(people).toBe(1);
    const csv = readFileSync(test.engine.files.output(file.fileId).path, 'utf8');
    expect(csv.split('\r\n')[1]).toBe(
      `${String(row?.RUN)};39299021-6;Estudiante Inventado Uno;01-05-2013;Escuela Uno`,
    );
    await test.client.call('project.close', {});
    const bytes = readFileSync(project);
    expect(bytes.includes('vault.reveal')).toBe(true);
    for (const secret of ['Juana', '12.345.678', '39299021', 'Inventado'])
      expect(bytes.includes(secret)).toBe(false);
  });

  it('reveals everybody in a wave', async () => {
    const { wave } = await take();
    const everybody = { waveId: wave.id, pseudonyms: null, reason: 'Cierre del programa' };
    expect((await test.client.call('vault.reveal', everybody)).people).toBe(4);
  });

  it('destroyed for one wave keeps its rows and the other wave', async () => {
    const first = await take();
    const second = await take({ instrumentId: first.instrument.id });
    const status = await test.client.call('vault.destroy', { waveId: first.wave.id, confirm: true });
    expect(status.waves.map(({ waveId }) => waveId)).toEqual([second.wave.id]);
    expect(await storedRows(test, first)).toHaveLength(4);
    expect(
      (await test.client.call('vault.reveal', { waveId: first.wave.id, pseudonyms: null, reason: 'Prueba' }))
        .people,
    ).toBe(0);
    expect(readdirSync(path.dirname(project)).filter((name) => name.endsWith('.old'))).toEqual([]);
  });

  it('destroyed whole leaves neither file nor key, also while locked, and later waves meet nobody', async () => {
    const first = await take();
    await test.client.call('vault.protect', { passphrase });
    await test.client.call('vault.lock', {});
    expect((await test.client.call('vault.destroy', { waveId: null, confirm: true })).exists).toBe(false);
    expect(() => statSync(vaultPath(project))).toThrow();
    const second = await take({ instrumentId: first.instrument.id });
    const before = new Set((await storedRows(test, first)).map(({ RUN }) => RUN));
    expect((await storedRows(test, second)).filter(({ RUN }) => before.has(RUN))).toEqual([]);
  });

  it('without its key says which of the two is missing', async () => {
    await take();
    rmSync(path.join(test.folder, 'keys'), { recursive: true });
    expect(await test.client.call('vault.status', {})).toMatchObject({ isLocked: true, missing: 'key' });
    rmSync(vaultPath(project));
    expect(await test.client.call('vault.status', {})).toMatchObject({ exists: false, missing: 'vault' });
  });
});

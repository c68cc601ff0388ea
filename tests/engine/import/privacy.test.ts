import { createHmac } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileKeyStore } from '../../../electron/engine/privacy/key-store';
import { Vault, vaultPath } from '../../../electron/engine/privacy/vault';
import { startTestEngine, type TestEngine } from '../../support/engine';
import { failureOf, importFile, storedRows } from '../../support/import';

const people = [
  ['39299021-6', 'Estudiante Inventado Uno', 'uno@ejemplo.cl', '+56 9 8765 4321'],
  ['12345678-5', 'Estudiante Inventado Dos', 'dos@ejemplo.cl', '+56 9 8765 4322'],
  ['15509661-6', 'Estudiante Inventado Tres', 'tres@ejemplo.cl', '+56 9 8765 4323'],
  ['12678579-8', 'Estudiante Inventado Cuatro', 'cuatro@ejemplo.cl', '+56 9 8765 4324'],
  ['100200300-3', 'Estudiante Inventado Cinco', 'cinco@ejemplo.cl', '+56 9 8765 4325'],
];
const header = 'RUN;Nombre;Correo;Teléfono;Fecha de nacimiento;Respuesta';
const rows = people.map((cells, index) =>
  [...cells, `0${index + 1}-05-2013`, index % 2 ? 'Sí' : 'No'].join(';'),
);
const table = `${header}\n${rows.join('\n')}\n39299021-6;cortada\nsin cerrar;"Estudiante Inventado Seis;\n`;

/** Every file under a folder, with its bytes. */
function filesUnder(folder: string): { name: string; bytes: Buffer }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((name) => statSync(name).isFile())
    .map((name) => ({ name, bytes: readFileSync(name) }));
}

describe('identities', () => {
  let test: TestEngine;
  let project: string;

  beforeEach(async () => {
    test = await startTestEngine();
    await test.client.call('project.create', { name: 'Reserva', fileId: null });
    project = path.join(test.folder, 'projects', 'Reserva.lineabase');
  });
  afterEach(() => test.close());

  async function take(text = table) {
    return importFile(test, await test.stage('personas.csv', text));
  }

  it('are found by header and content, and proposed to be replaced or left out', async () => {
    const { inspection } = await take();
    expect(
      inspection.columns.map(({ proposal }) => [proposal.header, proposal.identity, proposal.action]),
    ).toEqual([
      ['RUN', 'rut', 'pseudonymise'],
      ['Nombre', 'name', 'drop'],
      ['Correo', 'email', 'drop'],
      ['Teléfono', 'phone', 'drop'],
      ['Fecha de nacimiento', 'birth-date', 'drop'],
      ['Respuesta', null, 'keep'],
    ]);
  });

  it('are found without a header that names them, and not where the header only mentions them', async () => {
    const text = `dato;¿Tiene RUN chileno?;Nombre del establecimiento\n${people.map(([rut], index) => `${rut?.replace('-', '')};${index % 2 ? 'Sí' : 'No'};Escuela ${index % 2}`).join('\n')}\n`;
    const fileId = await test.stage('x.csv', text);
    const { columns } = await test.client.call('import.inspect', { fileId, corrections: {} });
    expect(columns.map(({ identityEvidence }) => identityEvidence)).toEqual([
      { kind: 'rut', basis: 'content', sharePercent: 100 },
      null,
      null,
    ]);
  });

  it('are nowhere in the clear: project, log, data folder, set-aside rows', async () => {
    await take();
    const during = filesUnder(test.folder);
    await test.client.call('project.close', {});
    const secrets = [
      '39299021',
      '12345678',
      '15509661',
      '12678579',
      '100200300',
      'Inventado',
      'ejemplo.cl',
      '8765 43',
    ];
    expect(during.map(({ name }) => path.basename(name))).toContain('Reserva.lineabase-vault');
    for (const { name, bytes } of [...during, ...filesUnder(test.folder)]) {
      for (const secret of secrets) {
        expect([name, secret, bytes.includes(secret)]).toEqual([name, secret, false]);
        expect([name, secret, bytes.includes(Buffer.from(secret, 'utf16le'))]).toEqual([name, secret, false]);
      }
    }
  });

  it('leave neither in a failed import nor in the copies it made', async () => {
    const repeated = `${table}12345678-5;Otro Inventado;x@ejemplo.cl;+56 9 8765 4329;01-01-2013;Sí\n`;
    const fileId = await test.stage('repite.csv', repeated);
    expect((await failureOf(importFile(test, fileId, { repeatedIdentifiers: 'stop' }))).code).toBe(
      'identifier-repeated',
    );
    await test.engine.files.release(fileId);
    const left = filesUnder(test.folder).filter(({ bytes }) => bytes.includes('Inventado'));
    expect(left.map(({ name }) => name)).toEqual([]);
  });

  it('have one pseudonym however the number is written, in every wave', async () => {
    const first = await take();
    const text = `${header}\n39.299.021-6;a;b;c;01-01-2013;Sí\n123456785;a;b;c;01-01-2013;Sí\n 15.509.661-6 ;a;b;c;01-01-2013;No\n12.678.579-8;a;b;c;02-01-2013;No\n100.200.300-3;a;b;c;03-01-2013;No\n`;
    const fileId = await test.stage('segunda.csv', text);
    const second = await importFile(test, fileId, { instrumentId: first.instrument.id });
    const before = (await storedRows(test, first)).map((row) => row.RUN);
    expect((await storedRows(test, second)).map((row) => row.RUN)).toEqual(before);
    expect(new Set(before).size).toBe(people.length);
  });

  it('have a pseudonym that is the HMAC of the number under the secret in the vault', async () => {
    const imported = await take();
    const { project: info } = await test.client.call('project.current', {});
    const vault = await Vault.open(
      {
        projectId: info?.id ?? '',
        projectPath: project,
        keys: fileKeyStore(test.folder),
        randomBytes: () => new Uint8Array(),
      },
      { mustExist: true },
    );
    const digest = createHmac('sha256', Buffer.from(vault.secret, 'hex')).update('39299021-6').digest('hex');
    expect((await storedRows(test, imported))[0]?.RUN).toBe(`P-${digest.slice(0, 16).toUpperCase()}`);
    expect(vault.read(imported.wave.id, 'people')?.toString('utf8').split('\n')).toContain('100200300-3');
  });

  it('have other pseudonyms in another project', async () => {
    const first = (await storedRows(test, await take()))[0]?.RUN;
    await test.client.call('project.create', { name: 'Otro', fileId: null });
    expect((await storedRows(test, await take()))[0]?.RUN).not.toBe(first);
  });

  it('warn of a wrong check digit by line alone, and keep the row', async () => {
    const { receipt } = await take(`RUN;n\n12345678-5;1\n12345678-9;2\n15.509.661-7;3\n12678579-8;4\n`);
    expect(receipt.rowsKept).toBe(4);
    expect(receipt.issues).toEqual([
      { line: 3, header: 'RUN', value: null, reason: 'check-digit' },
      { line: 4, header: 'RUN', value: null, reason: 'check-digit' },
    ]);
  });

  it('go with the project when it is saved under another name', async () => {
    const first = await take();
    await test.client.call('project.saveAs', { name: 'Copia', fileId: null });
    const again = await importFile(test, await test.stage('personas.csv', table), {
      instrumentId: first.instrument.id,
    });
    expect((await storedRows(test, again))[0]?.RUN).toBe((await storedRows(test, first))[0]?.RUN);
  });

  it('do not go into the copy handed to somebody else', async () => {
    await take();
    const output = await test.client.call('project.exportFile', {});
    const { path: copy } = test.engine.files.output(output.fileId);
    expect(readdirSync(path.dirname(copy)).filter((name) => name.includes('vault'))).toEqual([]);
    expect(readFileSync(copy).includes('39299021')).toBe(false);
  });

  it('stay locked without the key, and a new wave cannot be linked by mistake', async () => {
    const first = await take();
    rmSync(path.join(test.folder, 'keys'), { recursive: true });
    expect((await failureOf(take())).code).toBe('vault-locked');
    expect((await failureOf(test.client.call('wave.exportSetAside', { waveId: first.wave.id }))).code).toBe(
      'vault-locked',
    );
    expect((await test.client.call('wave.list', {})).waves).toHaveLength(1);
  });

  it('stay locked when the vault did not come along', async () => {
    await take();
    rmSync(vaultPath(project));
    expect((await failureOf(take())).code).toBe('vault-locked');
  });

  it.each([0, 20, 60, -1])('notice a vault altered at byte %i', async (place) => {
    const first = await take();
    const bytes = readFileSync(vaultPath(project));
    const at = place < 0 ? bytes.length + place : place;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(vaultPath(project), bytes);
    expect((await failureOf(test.client.call('wave.exportSetAside', { waveId: first.wave.id }))).code).toBe(
      'vault-damaged',
    );
  });

  it('are deleted with their wave, from the vault too', async () => {
    const first = await take();
    const size = statSync(vaultPath(project)).size;
    await test.client.call('wave.remove', { waveId: first.wave.id });
    expect((await test.client.call('wave.list', {})).waves).toEqual([]);
    expect(statSync(vaultPath(project)).size).toBeLessThan(size - 100);
    await take();
  });

  it('keep key and vault readable by their owner only', async () => {
    await take();
    const [key = ''] = readdirSync(path.join(test.folder, 'keys'));
    expect(statSync(path.join(test.folder, 'keys', key)).mode & 0o777).toBe(0o600);
    expect(statSync(vaultPath(project)).mode & 0o777).toBe(0o600);
  });
});

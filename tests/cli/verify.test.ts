import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPromise } from 'yauzl';
import { ZipFile } from 'yazl';
import { exitCodeOf, exitUsage } from '../../electron/cli/exit-codes';
import { run } from '../../electron/cli/run';
import { writeZip, type ZipContent } from '../../electron/engine/files/write-zip';
import { type EvidenceProject, startEvidenceProject } from '../engine/practices/evidence-project';

let folder = '';
let project: EvidenceProject;
let bundle: Buffer;
let files: ZipContent[];

async function exported(): Promise<Buffer> {
  const { fileId, sha256 } = await project.test.client.call('practice.bundle', {
    practiceId: project.practice.id,
  });
  const bytes = await readFile(project.test.engine.files.output(fileId).path);
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
  return bytes;
}

async function unzip(path: string): Promise<ZipContent[]> {
  const zip = await openPromise(path);
  const found: ZipContent[] = [];
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(Buffer.from(chunk));
    found.push({ path: entry.fileName, content: Buffer.concat(chunks) });
  }
  return found;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'linea-base-verify-'));
  project = await startEvidenceProject();
  await project.render();
  bundle = await exported();
  await writeFile(join(folder, 'paquete.zip'), bundle);
  files = await unzip(join(folder, 'paquete.zip'));
});
afterAll(async () => {
  await project.close();
  await rm(folder, { recursive: true, force: true });
});

async function verify(name: string, ...words: string[]) {
  let out = '';
  let told = '';
  const code = await run({
    words: ['verify', join(folder, name), ...words],
    signal: new AbortController().signal,
    write: (text) => {
      out += text;
    },
    tell: (text) => {
      told += text;
    },
    progress: { show: () => undefined, end: () => undefined },
    startEngine: () => Promise.reject(new Error('no engine is needed')),
  });
  return { out, told, code };
}

/** What fails in a bundle of these files, by check: the files named. */
async function failures(changed: readonly ZipContent[], zip?: Buffer): Promise<Record<string, string[]>> {
  await writeFile(join(folder, 'changed.zip'), zip ?? (await writeZip(changed, '2024-11-20')));
  const { out, code } = await verify('changed.zip', '--json');
  const { checks, isValid } = JSON.parse(out);
  expect(code).toBe(exitCodeOf('bundle-altered'));
  expect(isValid).toBe(false);
  const failing = checks.filter(({ problems }: { problems: unknown[] }) => problems.length > 0);
  return Object.fromEntries(
    failing.map(({ id, problems }: { id: string; problems: { subject: string }[] }) => [
      id,
      problems.map(({ subject }) => subject),
    ]),
  );
}

/** The files with one more of any kind. */
async function zipWith(path: string, content: Buffer, mode: number): Promise<Buffer> {
  const zip = new ZipFile();
  for (const file of files) zip.addBuffer(Buffer.from(file.content), file.path);
  zip.addBuffer(content, path, { mode });
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

function withChanged(path: string, change: (text: string) => string): ZipContent[] {
  expect(files.some((file) => file.path === path)).toBe(true);
  return files.map((file) =>
    file.path === path
      ? { path, content: Buffer.from(change(Buffer.from(file.content).toString('utf8'))) }
      : file,
  );
}

describe('a bundle as it was exported', () => {
  it('says first that a report is for the office’s own use', () => {
    const note = files.find(({ path }) => path === 'LEEME.txt');
    expect(Buffer.from(note?.content ?? []).toString('utf8')).toContain('USO INTERNO: «Informe de prueba»');
  });

  it('holds in every respect, and the fingerprint to compare is printed', async () => {
    const { out, told, code } = await verify('paquete.zip');
    expect(told).toBe('');
    expect(code).toBe(0);
    expect(out).toContain('el paquete está completo y nada cambió');
    expect(out).toContain(createHash('sha256').update(bundle).digest('hex'));
    expect(out).not.toContain('MAL');
  });

  it('is checked by sha256sum as well, which had no part in it', async () => {
    const target = join(folder, 'abierto');
    for (const { path, content } of files) {
      await mkdir(dirname(join(target, path)), { recursive: true });
      await writeFile(join(target, path), content);
    }
    const { stdout } = await promisify(execFile)('sha256sum', ['-c', '--strict', 'SHA256SUMS'], {
      cwd: target,
    });
    expect(stdout.trim().split('\n')).toHaveLength(files.length - 1);
  });

  it('has ficha, evidence, report, tables and a way to check them, and is the same bytes when exported again', async () => {
    expect(files.map(({ path }) => path)).toEqual([
      'ficha/ficha.pdf',
      'ficha/ficha.html',
      'ficha/registro.json',
      'evidencia/evidencia.pdf',
      'evidencia/evidencia.html',
      'informes/1-informe-los-andes.pdf',
      'informes/1-informe-los-andes.html',
      'datos/datapackage.json',
      'datos/informe-1-tabla-1.csv',
      'datos/informe-1-tabla-2.csv',
      'datos/informe-1-tabla-3.csv',
      'LEEME.txt',
      'manifest.json',
      'SHA256SUMS',
    ]);
    expect((await exported()).equals(bundle)).toBe(true);
  });

  it('points from each claim to the row of its figure, counted by hand: 8 of 24, then 17 of 26', () => {
    const text = (path: string) =>
      Buffer.from(files.find((file) => file.path === path)?.content ?? '').toString('utf8');
    const { claims } = JSON.parse(text('manifest.json'));
    const [knows] = claims;
    expect(knows).toMatchObject({ text: 'knows', strength: 'before-after', status: 'current' });
    // The report was rendered as HTML alone.
    expect(
      knows.report.files.map(({ isAsRendered }: { isAsRendered: boolean | null }) => isAsRendered),
    ).toEqual([null, true]);
    const table = text(knows.figure.path)
      .split('\r\n')
      .map((line) => line.split(';'));
    const row = table.find(([key]) => key === knows.figure.key) ?? [];
    const cell = (name: string) => row[table[0]?.indexOf(name) ?? -1];
    expect([cell('base_n'), cell('seguimiento_n')]).toEqual(['24', '26']);
    expect(Number(cell('base_valor')?.replace(',', '.'))).toBeCloseTo(8 / 24, 12);
    expect(Number(cell('seguimiento_valor')?.replace(',', '.'))).toBeCloseTo(17 / 26, 12);
  });

  it('prints every claim on the page of evidence, below how many stand on each rung', () => {
    const page = files.find(({ path }) => path === 'evidencia/evidencia.html');
    const text = Buffer.from(page?.content ?? '').toString('utf8');
    for (const { text: claim } of project.practice.claims) expect(text).toContain(`<h3>${claim}</h3>`);
    expect(text).toMatch(/Comparada antes y después: 6\safirmaciones/);
    expect(text).toMatch(/Contada en los datos: 2\safirmaciones/);
    expect(text).toContain('Vigentes: 8 de 8 con vínculo.');
    for (const { wave } of project.waves) expect(text).toContain(wave.dataSha256);
  });

  it('holds no row of the data', () => {
    const all = files
      .filter(({ path }) => !path.endsWith('.pdf'))
      .map(({ content }) => Buffer.from(content).toString('utf8'));
    expect(all.join('\n')).not.toMatch(/dijo \d|;p\d\d;/);
  });
});

describe('a bundle that was tampered with', () => {
  const table = 'datos/informe-1-tabla-1.csv';

  it('fails for one changed byte', async () => {
    const ficha = 'ficha/ficha.html';
    expect(await failures(withChanged(ficha, (text) => text.replace('Los Andes', 'Los Ande5')))).toEqual({
      'files-unchanged': [ficha],
    });
  });

  it('fails for a changed figure of a table, in the table as in its description', async () => {
    const found = await failures(withChanged(table, (text) => text.replace(';24;', ';42;')));
    expect(found).toEqual({ 'files-unchanged': [table], 'data-valid': [table] });
  });

  it('fails for a file taken away, added or renamed', async () => {
    const report = 'informes/1-informe-los-andes.pdf';
    expect(await failures(files.filter(({ path }) => path !== report))).toEqual({
      'files-complete': [report],
    });
    expect(await failures([...files, { path: 'informes/otro.pdf', content: Buffer.from('x') }])).toEqual({
      'files-known': ['informes/otro.pdf'],
    });
    const renamed = files.map((file) => (file.path === report ? { ...file, path: 'informes/2.pdf' } : file));
    expect(await failures(renamed)).toEqual({
      'files-complete': [report],
      'files-known': ['informes/2.pdf'],
    });
  });

  it('fails for an altered manifest: another status, an unknown field, a claim that points elsewhere, none at all', async () => {
    const manifest = 'manifest.json';
    const stronger = withChanged(manifest, (text) => text.replace('"before-after"', '"with-group"'));
    expect(await failures(stronger)).toEqual({ 'sums-agree': [manifest] });
    const unknown = await failures(withChanged(manifest, (text) => text.replace('{', '{ "extra": 1,')));
    expect(unknown['manifest-valid']).toEqual([manifest]);
    const elsewhere = await failures(
      withChanged(manifest, (text) => text.replace(/"key": "reached[^"]*"/, '"key": "reached/stage:otra"')),
    );
    expect(Object.keys(elsewhere)).toEqual(['sums-agree', 'claims-linked']);
  });

  it('fails for altered sums', async () => {
    const sums = withChanged('SHA256SUMS', (text) => text.split('\n').slice(1).join('\n'));
    expect(await failures(sums)).toEqual({ 'sums-agree': ['SHA256SUMS'] });
  });

  it('refuses repeated names, links and paths that leave the folder, without writing anything', async () => {
    expect(await failures([...files, { path: 'ficha/FICHA.html', content: Buffer.from('x') }])).toMatchObject(
      {
        'zip-readable': ['ficha/FICHA.html'],
      },
    );
    const link = await zipWith('ficha/enlace', Buffer.from('/etc/passwd'), 0o120777);
    expect(await failures(files, link)).toMatchObject({ 'zip-readable': ['ficha/enlace'] });
    const bomb = await zipWith('ficha/enorme', Buffer.alloc(8 * 2 ** 20), 0o100644);
    expect(await failures(files, bomb)).toMatchObject({ 'zip-readable': ['ficha/enorme'] });
    // Names of the same length, so that the zip stays whole.
    const added = await writeZip(
      [...files, { path: 'ficha/aaaaa', content: Buffer.from('x') }],
      '2024-11-20',
    );
    for (const name of ['../../aaaaa', 'ficha/../aa', '/ficha/aaaa']) {
      const bytes = Buffer.from(added);
      const wanted = Buffer.from(name);
      for (let at = bytes.indexOf('ficha/aaaaa'); at >= 0; at = bytes.indexOf('ficha/aaaaa', at))
        wanted.copy(bytes, at);
      await writeFile(join(folder, 'unsafe.zip'), bytes);
      const { out, code } = await verify('unsafe.zip', '--json');
      expect(code, name).toBe(exitCodeOf('bundle-altered'));
      expect(JSON.parse(out).checks[0].problems[0].code, name).toBe('unsafe');
    }
  });
});

describe('a file that is no bundle', () => {
  it('is told apart from one that was altered, each with a code of its own', async () => {
    await writeFile(join(folder, 'texto.zip'), 'no es un zip');
    await writeFile(
      join(folder, 'otro.zip'),
      await writeZip([{ path: 'a.txt', content: Buffer.from('a') }], '2024-11-20'),
    );
    expect((await verify('texto.zip')).code).toBe(exitCodeOf('bundle-unrecognised'));
    expect((await verify('otro.zip')).code).toBe(exitCodeOf('bundle-unrecognised'));
    expect((await verify('no-existe.zip')).code).toBe(exitCodeOf('file-missing'));
    expect((await verify('texto.zip')).told).toContain('no es un paquete de evidencia');
  });

  it('needs to be named', async () => {
    const told: string[] = [];
    const code = await run({
      words: ['verify'],
      signal: new AbortController().signal,
      write: () => undefined,
      tell: (text) => told.push(text),
      progress: { show: () => undefined, end: () => undefined },
      startEngine: () => Promise.reject(new Error('no engine is needed')),
    });
    expect(code).toBe(exitUsage);
    expect(told.join()).toContain('verify <paquete.zip>');
  });
});

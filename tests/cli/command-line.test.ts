import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCommandLine } from '../../electron/cli/arguments';
import { exitCodeTable } from '../../electron/cli/exit-codes';
import { assembleInput } from '../../electron/cli/input';
import { run } from '../../electron/cli/run';
import { methodSchema } from '../../electron/cli/schema';
import { createEngine } from '../../electron/engine/engine';
import { hostFolders } from '../../electron/host/folders';
import { contract, type MethodName, methodNames } from '../../shared/contract';
import { errorCodes } from '../../shared/errors';
import { methodText } from '../../shared/text/es/methods';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'linea-base-cli-test-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

type Finished = { out: string; told: string; code: number };

async function command(...words: string[]): Promise<Finished> {
  let out = '';
  let told = '';
  const code = await run({
    words: [...words, '--data-folder', folder],
    signal: new AbortController().signal,
    write: (text) => {
      out += text;
    },
    tell: (text) => {
      told += `${text}\n`;
    },
    progress: { show: () => undefined, end: () => undefined },
    startEngine: (dataFolder) =>
      createEngine({ host: 'cli', ...hostFolders(dataFolder), log: () => undefined }),
  });
  return { out, told, code };
}

function input(method: MethodName, ...words: string[]): Promise<unknown> {
  return assembleInput(parseCommandLine([method, ...words]), methodSchema(method, 'input'));
}

describe('help of the command line', () => {
  it('names every method of the contract, in Spanish', async () => {
    const { out, code } = await command('--help');
    expect(code).toBe(0);
    for (const name of methodNames) expect(out).toContain(`${name} `);
    for (const name of methodNames) expect(out).toContain(methodText[name]);
  });

  it('takes the English summaries from the contract', async () => {
    const { out } = await command('--help', '--lang', 'en');
    for (const name of methodNames) expect(out).toContain(contract[name].summary);
  });

  it.each(methodNames)('describes %s with all fields of its input', async (name) => {
    const { out, code } = await command(name, '--help');
    expect(code).toBe(0);
    for (const field of Object.keys(methodSchema(name, 'input').properties ?? {}))
      expect(out).toContain(`${field}: `);
  });

  it('tells the forms of a field that has several, with the fields of each', async () => {
    const { out } = await command('indicator.save', '--help', '--lang', 'en');
    expect(out).toContain('measure: one of these forms');
    expect(out).toMatch(/- kind: "ratio"\n\s+numeratorId: string \(required\)\n\s+denominatorId: string/);
    expect(out).toMatch(
      /- op: "range"\n\s+variableId: string \(required\)\n\s+min: number \(required, may be null\)/,
    );
    expect(out).not.toContain('bytes (required)');
  });

  it('lists one exit code for each error', async () => {
    const { out } = await command('--help', 'errors');
    for (const code of errorCodes) expect(out).toContain(code);
    const exitCodes = exitCodeTable().map(({ exitCode }) => exitCode);
    expect(new Set(exitCodes).size).toBe(errorCodes.length);
    expect(exitCodes.every((code) => code > 0 && code < 256 && code !== 2)).toBe(true);
  });
});

describe('fields on the command line', () => {
  it('become numbers, booleans, lists and nested objects as the contract asks', async () => {
    expect(await input('wave.rows', '--wave-id', 'wav_aaaaaa', '--offset', '0', '--limit', '50')).toEqual({
      waveId: 'wav_aaaaaa',
      offset: 0,
      limit: 50,
    });
    expect(await input('project.openDemonstration', '--fresh', 'true')).toEqual({ fresh: true });
    expect(await input('report.render', '--report-id', 'rep_aaaaaa', '--formats', 'pdf,html')).toEqual({
      reportId: 'rep_aaaaaa',
      formats: ['pdf', 'html'],
    });
    expect(
      await input(
        'wave.update',
        '--wave-id=wav_aaaaaa',
        '--wave.name',
        'Línea base',
        '--wave.startDate',
        'null',
      ),
    ).toEqual({
      waveId: 'wav_aaaaaa',
      wave: { name: 'Línea base', startDate: null },
    });
  });

  it('stand above the JSON given whole', async () => {
    expect(await input('project.rename', '--input', '{"name":"uno"}', '--name', 'dos')).toEqual({
      name: 'dos',
    });
  });

  it('stand for null, or for nothing corrected, when they are left out', async () => {
    expect(await input('project.create', '--name', 'x')).toEqual({ name: 'x', fileId: null });
    expect(await input('import.inspect')).toEqual({ corrections: {}, label: null, codebookFileId: null });
  });

  it.each([
    [['wave.rows', '--offset', 'tres'], '--offset debe ser un número'],
    [['wave.rows', '--color', 'rojo'], '--color no existe para este método'],
    [['project.openDemonstration', '--fresh', 'sí'], '--fresh acepta true o false'],
    [['project.rename', '--input', '{nombre'], 'no es JSON válido'],
    [['project.rename', '--name'], '--name necesita un valor'],
    [['project.rename', 'otra'], 'No se entiende «otra»'],
    [['project.rename', '--name', 'x', '--file', 'a.csv'], 'no recibe archivos'],
  ])('are refused in Spanish when %j is wrong', async (words, sentence) => {
    const { told, code, out } = await command(...words);
    expect(told).toContain(sentence);
    expect(code).toBe(2);
    expect(out).toBe('');
  });
});

describe('running a method', () => {
  it('writes the result on standard output and nothing else there', async () => {
    const { out, code } = await command('system.info', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ name: 'Línea Base', host: 'cli' });
    expect(out).not.toContain('\n');
  });

  it('creates a project in the file named and works on it in a later run', async () => {
    const path = join(folder, 'diagnostico.lineabase');
    expect((await command('project.create', '--name', 'Diagnóstico', '--file', path)).code).toBe(0);
    const later = await command('project.current', '--project', path, '--json');
    expect(JSON.parse(later.out)).toMatchObject({ project: { name: 'Diagnóstico' } });
  });

  it('copies the files that result into the folder named', async () => {
    const path = join(folder, 'exportable.lineabase');
    await command('project.create', '--name', 'Exportable', '--file', path);
    const { out, told, code } = await command(
      'project.exportFile',
      '--project',
      path,
      '--out',
      join(folder, 'salida'),
    );
    expect(code).toBe(0);
    const { name, bytes } = JSON.parse(out);
    expect((await readFile(join(folder, 'salida', name))).length).toBe(bytes);
    expect(told).toContain(join(folder, 'salida', name));
  });

  it('ends with the exit code of the error and words it in Spanish', async () => {
    const { out, told, code } = await command('history.state');
    expect(code).toBe(20);
    expect(told).toContain('No hay un proyecto abierto (no-project-open).');
    expect(out).toBe('');
  });

  it('gives the error as JSON too when JSON is asked for', async () => {
    const { out } = await command('history.state', '--json');
    expect(JSON.parse(out)).toEqual({ error: { code: 'no-project-open', details: {} } });
  });

  it('says that a project file is not there', async () => {
    const { told, code } = await command('history.state', '--project', join(folder, 'nada.lineabase'));
    expect(told).toContain('No se encontró el archivo');
    expect(code).toBe(26);
  });

  it('says that the folder for the results cannot be written', async () => {
    const path = join(folder, 'sin-salida.lineabase');
    await command('project.create', '--name', 'Sin salida', '--file', path);
    await writeFile(join(folder, 'ocupado'), '');
    const { told, code } = await command(
      'project.exportFile',
      '--project',
      path,
      '--out',
      join(folder, 'ocupado', 'x'),
    );
    expect(told).toContain('No se puede escribir en la carpeta');
    expect(code).toBe(27);
  });

  it('proposes the method that was meant', async () => {
    const { told, code } = await command('wave.lst');
    expect(told).toContain('wave.list');
    expect(code).toBe(10);
  });
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FileId } from '../../../shared/domain/ids';
import type { ColumnPlan } from '../../../shared/domain/import';
import { draft } from '../../support/comparison-project';
import { resourcesFolder, startTestEngine, type TestEngine } from '../../support/engine';
import { acceptProposals, failureOf, importFile } from '../../support/import';
import { badName, file, filesUnder, found, header, leaks, people } from '../../support/invented-people';

describe('bytes of a file full of personal details', () => {
  let test: TestEngine;

  beforeEach(async () => {
    test = await startTestEngine();
    await test.client.call('project.create', { name: 'Reserva', fileId: null });
  });
  afterEach(() => test.close());

  /** The analyst decides that the marks are numbers, so that the name among them does not convert. */
  function asMarks(column: ColumnPlan): ColumnPlan {
    if (!column.header.startsWith('Nota')) return column;
    return { ...column, type: 'decimal', role: 'measure', options: [], decimalMark: ',' };
  }

  async function twoWaves() {
    const first = await importFile(test, await test.stage(badName, file(header)), { columns: asMarks });
    const second = await importFile(test, await test.stage(badName, file(header, 3)), {
      instrumentId: first.instrument.id,
      columns: asMarks,
      wave: { name: 'Segunda', moment: 'ex-post' },
    });
    return { first, second };
  }

  it('would be found where they stand (the search itself works)', async () => {
    writeFileSync(path.join(test.folder, 'plain.txt'), file(header));
    writeFileSync(path.join(test.folder, 'wide.txt'), Buffer.from(people[0]?.dotted ?? '', 'utf16le'));
    expect(leaks(test.folder).map(([name]) => name)).toEqual(['plain.txt', 'wide.txt']);
  });

  it('are nowhere after two imports: project, write-ahead log, staging, spill, logs, recent projects', async () => {
    await twoWaves();
    expect(leaks(test.folder)).toEqual([]);
    await test.client.call('project.close', {});
    expect(leaks(test.folder)).toEqual([]);
    expect(found(Buffer.from(test.logged.join('\n')))).toEqual([]);
    expect(filesUnder(test.folder).some((name) => name.endsWith('Reserva.lineabase'))).toBe(true);
  });

  it('are not in what the program answers about stored waves', async () => {
    const { first, second } = await twoWaves();
    const answers = [
      first.wave,
      second.wave,
      first.instrument,
      second.instrument,
      first.receipt,
      second.receipt,
      await test.client.call('wave.list', {}),
      await test.client.call('instrument.list', {}),
      await test.client.call('wave.receipt', { waveId: second.wave.id }),
      await test.client.call('history.state', {}),
    ];
    expect(found(Buffer.from(JSON.stringify(answers)))).toEqual([]);
    expect(first.wave.fileName).toBe('encuesta [nombre] [RUT].csv');
    const note = first.receipt.columns.find(({ header: text }) => text.startsWith('Nota que pone'));
    expect(note?.header).toBe('Nota que pone [nombre] [RUT]');
    const who = first.instrument.variables.find(({ label }) => label === '¿Quién le ayudó?');
    expect(who?.options.map(({ value }) => value).filter((value) => value.startsWith('Otro'))).toEqual(
      expect.arrayContaining(['Otro: [teléfono]', 'Otro: [RUT]']),
    );
  });

  it('are in no export except the rows set aside, which says so by its purpose', async () => {
    const { first, second } = await twoWaves();
    const mark = first.instrument.variables.find(({ label }) => label.startsWith('Nota'));
    if (!mark) throw new Error('no mark');
    const indicator = await test.client.call('indicator.save', {
      indicatorId: null,
      indicator: draft({ kind: 'mean', variableId: mark.id }),
    });
    const spec = {
      baselineWaveId: first.wave.id,
      followUpWaveIds: [second.wave.id],
      indicatorIds: [indicator.id],
      breakdown: [],
      linkage: 'matched' as const,
      coverage: 'census' as const,
      confidenceLevel: 0.95,
      audience: 'internal' as const,
    };
    const comparison = await test.client.call('comparison.save', { comparisonId: null, name: 'Notas', spec });
    const report = await test.client.call('report.save', {
      reportId: null,
      report: {
        title: 'Informe',
        subtitle: '',
        municipality: '',
        unit: '',
        practiceId: null,
        audience: 'internal',
        locale: 'es',
        blocks: [
          {
            kind: 'comparison',
            comparisonId: comparison.id,
            indicatorIds: [],
            chart: 'dumbbell',
            showTable: true,
            showSentences: true,
            caption: '',
          },
        ],
      },
    });
    const rendered = await test.client.call('report.render', {
      reportId: report.id,
      formats: ['html', 'csv', 'svg', 'png', 'pdf'],
    });
    const table = await test.client.call('comparison.export', { spec, flavour: 'excel-cl', locale: 'es' });
    const log = await test.client.call('cleaning.export', { instrumentId: first.instrument.id });
    const copy = await test.client.call('project.exportFile', {});
    for (const output of [...rendered.files, table, log, copy]) {
      const bytes = readFileSync(test.engine.files.output(output.fileId).path);
      expect([output.name, found(bytes)]).toEqual([output.name, []]);
      expect(found(Buffer.from(output.name))).toEqual([]);
    }
    const aside = await test.client.call('wave.exportSetAside', { waveId: first.wave.id });
    const rows = readFileSync(test.engine.files.output(aside.fileId).path);
    expect(found(rows)).not.toEqual([]);
    expect(found(Buffer.from(aside.name))).toEqual([]);
  });

  it('go with a file that is looked at and left for another, and with the project', async () => {
    const first = await test.stage(badName, file(header));
    await test.client.call('import.inspect', { fileId: first, corrections: {} });
    const other = await test.stage('otro.csv', 'a;b\n1;2\n3;4\n');
    await test.client.call('import.inspect', { fileId: other, corrections: {} });
    const staged = (name: string): boolean => !name.endsWith(first);
    expect(leaks(test.folder, staged)).toEqual([]);
    await test.client.call('import.inspect', { fileId: first, corrections: {} });
    await test.client.call('project.close', {});
    expect(leaks(test.folder)).toEqual([]);
  });

  it('are gone after an import that fails and one that is cancelled', async () => {
    const stopped = await test.stage(badName, file(header));
    const failure = await failureOf(importFile(test, stopped, { repeatedIdentifiers: 'stop' }));
    expect(failure.code).toBe('identifier-repeated');
    expect(leaks(test.folder, (name) => !name.endsWith(stopped))).toEqual([]);
    await test.engine.files.release(stopped);

    const cancelled = await test.stage(badName, file(header));
    const inspection = await test.client.call('import.inspect', { fileId: cancelled, corrections: {} });
    const controller = new AbortController();
    const call = test.client.call('wave.import', acceptProposals(inspection), {
      signal: controller.signal,
      onProgress: ({ stage }) => stage === 'storing' && controller.abort(),
    });
    expect((await failureOf(call)).code).toBe('cancelled');
    expect(leaks(test.folder, (name) => !name.endsWith(cancelled))).toEqual([]);
    await test.client.call('project.close', {});
    await test.engine.files.release(cancelled);
    expect(leaks(test.folder)).toEqual([]);
  });

  it.each(['inspected', 'storing 0.5', 'writing'])(
    'are gone at the next start after a kill at "%s"',
    async (moment) => {
      await test.client.call('project.close', {});
      const source = path.join(test.folder, '..', `${path.basename(test.folder)}-fuente.csv`);
      writeFileSync(source, file(header));
      try {
        await killAt(moment, test.folder, path.join(test.folder, 'projects', 'Reserva.lineabase'), source);
      } finally {
        rmSync(source);
      }
      const next = await startTestEngine({ dataFolder: test.folder });
      try {
        expect(leaks(test.folder)).toEqual([]);
        await next.client.call('project.openFile', {
          fileId: await next.grant(path.join(test.folder, 'projects', 'Reserva.lineabase')),
        });
        const { waves } = await next.client.call('wave.list', {});
        expect(waves.map(({ rows }) => rows)).toEqual(waves.map(() => 40));
        expect(leaks(test.folder)).toEqual([]);
      } finally {
        await next.engine.close();
      }
    },
  );

  it('stay out of the log when something unforeseen happens', async () => {
    const fileId: FileId = await test.stage(badName, file(header));
    const inspection = await test.client.call('import.inspect', { fileId, corrections: {} });
    const plan = acceptProposals(inspection);
    // The copy is damaged behind the program's back, so that the database itself complains about what it reads.
    for (const name of filesUnder(path.join(test.folder, 'staging')))
      writeFileSync(name, file(header).slice(0, 900));
    await failureOf(test.client.call('wave.import', plan));
    expect(found(Buffer.from(test.logged.join('\n')))).toEqual([]);
  });
});

async function killAt(moment: string, dataFolder: string, project: string, source: string): Promise<void> {
  const script = path.join(import.meta.dirname, '../../support/import-process.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, dataFolder, project, source], {
    cwd: resourcesFolder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  for await (const chunk of child.stdout) {
    said += String(chunk);
    if (said.split('\n').some((line) => line.trim() === moment) || said.includes('imported')) break;
  }
  child.kill('SIGKILL');
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

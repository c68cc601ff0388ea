import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ColumnPlan } from '../../../shared/domain/import';
import { AppError } from '../../../shared/errors';
import { startTestEngine, type TestEngine } from '../../support/engine';
import { acceptProposals, failureOf, importFile } from '../../support/import';
import { badName, file, filesUnder, found, header, leaks, people } from '../../support/invented-people';

describe('what the program says of people, in answers, exports, progress and errors', () => {
  let test: TestEngine;
  beforeEach(async () => {
    test = await startTestEngine();
    await test.client.call('project.create', { name: 'Reserva', fileId: null });
  });
  afterEach(() => test.close());

  const written = (fileId: Parameters<typeof test.engine.files.output>[0]): Buffer =>
    readFileSync(test.engine.files.output(fileId).path);

  async function twoWaves() {
    const first = await importFile(test, await test.stage(badName, file(header)));
    const later = file(header, 3).split('\n');
    const second = await importFile(
      test,
      // Four people less, and one with another number.
      await test.stage(badName, [...later.slice(0, 37), ...later.slice(41)].join('\n')),
      { instrumentId: first.instrument.id, wave: { name: 'Segunda', moment: 'ex-post' } },
    );
    return { first, second };
  }

  it('lists of people, decisions about them and their export hold pseudonyms and lines alone', async () => {
    const { first, second } = await twoWaves();
    const between = { waveId: first.wave.id, otherWaveId: second.wave.id };
    const unmatched = await test.client.call('people.unmatched', { ...between, offset: 0, limit: 100 });
    expect(unmatched.total).toBeGreaterThan(0);
    const exported = await test.client.call('people.exportUnmatched', between);
    const [one, other] = unmatched.rows;
    if (!one || !other) throw new Error('too few people');
    const { given, family, rut } = people[7] ?? people[0] ?? { given: '', family: '', rut: '' };
    const apart = await test.client.call('people.keepApart', {
      left: { waveId: first.wave.id, line: one.line },
      right: { waveId: second.wave.id, line: 4 },
      decidedBy: 'Equipo',
      reason: `Lo dijo ${given} ${family}, RUT ${rut}`,
    });
    const overview = await test.client.call('people.overview', { instrumentId: first.instrument.id });
    const links = await test.client.call('people.links', {});
    expect(found(Buffer.from(JSON.stringify([unmatched, exported, apart, overview, links])))).toEqual([]);
    expect(found(written(exported.fileId))).toEqual([]);
    expect(leaks(test.folder)).toEqual([]);
  });

  it('the queue of people who may be the same shows names on the screen and stores none', async () => {
    const { first, second } = await twoWaves();
    const queue = { baselineWaveId: first.wave.id, followUpWaveId: second.wave.id, limit: 100 };
    await test.client.call('people.candidates', queue);
    await test.client.call('people.nearDuplicates', { waveId: first.wave.id, limit: 100 });
    await test.client.call('project.close', {});
    expect(leaks(test.folder)).toEqual([]);
    expect(found(Buffer.from(test.logged.join('\n')))).toEqual([]);
  });

  it('crosswalk and cleaning log hold nobody, whatever is typed into them', async () => {
    const { first, second } = await twoWaves();
    const { given, family, phone, dotted } = people[2] ??
      people[0] ?? { given: '', family: '', phone: '', dotted: '' };
    const asked = first.instrument.variables.find(({ label }) => label === 'Asiste');
    if (!asked) throw new Error('no variable');
    const entry = {
      waveId: first.wave.id,
      variableId: asked.id,
      scope: 'instrument' as const,
      who: 'Equipo',
      reason: 'Error de digitación',
    };
    const typed = `Lo pidió ${given} ${family}, ${phone}`;
    const change = { kind: 'recode' as const, from: 'Sí', to: 'No' };
    const attempts = [
      { ...entry, change, reason: typed },
      { ...entry, change, who: dotted },
      {
        ...entry,
        change: { kind: 'merge' as const, from: ['Sí', 'No'], to: { value: typed, label: typed } },
      },
    ];
    const refused: unknown[] = [];
    for (const attempt of attempts) {
      refused.push(
        await test.client.call('cleaning.add', attempt).catch((error: unknown) => {
          if (error instanceof AppError) return [error.code, error.details, error.message];
          throw error;
        }),
      );
    }
    const log = await test.client.call('cleaning.export', { instrumentId: first.instrument.id });
    const listed = await test.client.call('cleaning.list', { instrumentId: first.instrument.id });
    const crosswalk = await test.client.call('wave.crosswalk', { waveId: second.wave.id });
    const table = await test.client.call('wave.exportCrosswalk', { waveId: second.wave.id, locale: 'es' });
    expect(found(Buffer.from(JSON.stringify([refused, listed, crosswalk, log, table])))).toEqual([]);
    for (const output of [log, table]) expect(found(written(output.fileId))).toEqual([]);
    expect(leaks(test.folder)).toEqual([]);
  });

  it('progress and errors of an import tell of no cell', async () => {
    const fileId = await test.stage(badName, file(header));
    const said: string[] = [];
    const onProgress = (progress: unknown): void => {
      said.push(JSON.stringify(progress));
    };
    const inspection = await test.client.call('import.inspect', { fileId, corrections: {} }, { onProgress });
    const plan = acceptProposals(inspection);
    const wrong: ((column: ColumnPlan) => ColumnPlan)[] = [
      (column) => ({ ...column, name: 'igual' }),
      (column) => ({ ...column, action: 'drop' }),
      (column) => (column.action === 'pseudonymise' ? { ...column, identity: 'ipe' } : column),
    ];
    for (const change of wrong) {
      const failing = { ...plan, columns: plan.columns.map(change), repeatedIdentifiers: 'stop' as const };
      const error = await failureOf(test.client.call('wave.import', failing, { onProgress }));
      // The file goes by the name that the analyst gave it.
      const name = String(error.details.fileName);
      said.push(JSON.stringify([error.code, error.details, error.message]).replaceAll(name, ''));
    }
    expect(said.length).toBeGreaterThan(5);
    expect(said.filter((text) => found(Buffer.from(text)).length > 0)).toEqual([]);
  });

  it('a clean copy of the analyst’s own file is that file: it is shown and handed over, and nothing of it stays', async () => {
    const fileId = await test.stage(badName, file(header));
    const table = await test.client.call('import.table', { fileId, corrections: {}, offset: 0, limit: 50 });
    expect(found(Buffer.from(JSON.stringify(table)))).not.toEqual([]);
    const copy = await test.client.call('import.exportTable', { fileId, corrections: {} });
    expect(found(written(copy.fileId))).not.toEqual([]);
    expect(found(Buffer.from(test.logged.join('\n')))).toEqual([]);
    await test.engine.files.release(fileId);
    await test.client.call('project.close', {});
    expect(filesUnder(test.folder).length).toBeGreaterThan(0);
    expect(leaks(test.folder)).toEqual([]);
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MethodOutput } from '../../../shared/contract';
import { startTestEngine, type TestEngine } from '../../support/engine';
import { failureOf, importFile, storedRows } from '../../support/import';

/** Synthetic identifiers with right check digits; the last two pupils have an IPE at first. */
const before = `RUN;Escuela;Conoce la oficina
12.345.678-5;Norte;Sí
15.509.661-6;Norte;No
12.678.579-8;Sur;Sí
100.200.300-3;Sur;No
100.200.301-1;Sur;No
`;
const after = `RUN;Escuela;Conoce la oficina
12345678-5;Norte;Sí
15509661-6;Norte;Sí
26.111.222-1;Sur;Sí
26.333.444-2;Sur;No
100200301-1;Sur;Sí
`;
const who = { decidedBy: 'Oficina de migraciones', reason: 'Obtuvo RUN en marzo' };

let test: TestEngine;
let baseline: MethodOutput<'wave.import'>;
let followUp: MethodOutput<'wave.import'>;

beforeEach(async () => {
  test = await startTestEngine();
  await test.client.call('project.create', { name: 'Personas', fileId: null });
  baseline = await importFile(test, await test.stage('antes.csv', before));
  followUp = await importFile(test, await test.stage('despues.csv', after), {
    instrumentId: baseline.instrument.id,
    wave: { name: 'Después', moment: 'ex-post' },
  });
});

afterEach(() => test.close());

const flow = async () =>
  (await test.client.call('people.overview', { instrumentId: baseline.instrument.id })).flows[0];
const dataOf = async (waveId: string) =>
  (await test.client.call('wave.list', {})).waves.find(({ id }) => id === waveId)?.dataSha256;
const people = async (wave: MethodOutput<'wave.import'>) =>
  (await storedRows(test, wave)).map(({ RUN }) => RUN);
const link = (kept: number, joined: number) =>
  test.client.call('people.link', {
    kept: { waveId: followUp.wave.id, line: kept },
    joined: { waveId: baseline.wave.id, line: joined },
    ...who,
  });

describe('the same people across waves', () => {
  it('are counted, with those who were not found again', async () => {
    const overview = await test.client.call('people.overview', { instrumentId: baseline.instrument.id });
    expect(overview.flows).toEqual([
      {
        baselineWaveId: baseline.wave.id,
        followUpWaveId: followUp.wave.id,
        both: 3,
        onlyBaseline: 2,
        onlyFollowUp: 2,
      },
    ]);
    expect(
      overview.waves.map(({ withIdentifier, withoutIdentifier }) => [withIdentifier, withoutIdentifier]),
    ).toEqual([
      [5, 0],
      [5, 0],
    ]);
    const { total, rows } = await test.client.call('people.unmatched', {
      waveId: baseline.wave.id,
      otherWaveId: followUp.wave.id,
      offset: 0,
      limit: 10,
    });
    expect(total).toBe(2);
    expect(rows.map(({ line, groups }) => [line, groups.map(({ value }) => value)])).toEqual([
      [4, ['Sur']],
      [5, ['Sur']],
    ]);
  });

  it('become one by a decision, and two again when it is taken back, byte for byte', async () => {
    const [, , , ipe] = await people(baseline);
    const [, , run] = await people(followUp);
    const hash = await dataOf(baseline.wave.id);
    const decided = await link(4, 5);
    expect(decided).toMatchObject({ kind: 'reviewed', kept: run, joined: ipe, decidedBy: who.decidedBy });
    expect(await flow()).toMatchObject({ both: 4, onlyBaseline: 1, onlyFollowUp: 1 });
    expect((await people(baseline))[3]).toBe(run);
    expect(await dataOf(baseline.wave.id)).not.toBe(hash);
    await test.client.call('people.unlink', { linkId: decided.id });
    expect(await flow()).toMatchObject({ both: 3, onlyBaseline: 2, onlyFollowUp: 2 });
    expect(await dataOf(baseline.wave.id)).toBe(hash);
    expect((await test.client.call('people.links', {})).links).toEqual([]);
  });

  it('are never two people of one wave, and then nothing is changed', async () => {
    const hash = await dataOf(baseline.wave.id);
    // Line 2 of the follow-up is in the baseline already, so its person cannot be line 5 of the baseline too.
    const failure = await failureOf(link(2, 5));
    expect(failure.code).toBe('link-invalid');
    expect(failure.details).toMatchObject({ reason: 'same-wave', lines: [2, 5] });
    expect(await dataOf(baseline.wave.id)).toBe(hash);
    const same = test.client.call('people.link', {
      kept: { waveId: baseline.wave.id, line: 2 },
      joined: { waveId: baseline.wave.id, line: 3 },
      ...who,
    });
    expect((await failureOf(same)).details).toMatchObject({ reason: 'same-wave' });
  });

  it('pass from IPE to RUN by a table, also in waves that come later', async () => {
    const table =
      'IPE;RUN\n100.200.300-3;26.111.222-1\n100.200.302-K;26.333.444-2\n;1-9\n12.345.678-9;15.509.661-6\n';
    const report = await test.client.call('people.importAliases', {
      fileId: await test.stage('ipe.csv', table),
      ...who,
    });
    expect(report).toEqual({
      read: 4,
      linked: 1,
      unknown: 1,
      alreadyLinked: 0,
      refused: [
        { line: 4, reason: 'blank' },
        { line: 5, reason: 'check-digit' },
      ],
    });
    expect(await flow()).toMatchObject({ both: 4, onlyBaseline: 1, onlyFollowUp: 1 });
    const again = await test.client.call('people.importAliases', {
      fileId: await test.stage('ipe.csv', 'IPE;RUN\n100200300-3;26111222-1\n'),
      ...who,
    });
    expect(again).toMatchObject({ read: 1, linked: 0, alreadyLinked: 1 });
    const third = await importFile(
      test,
      await test.stage(
        'tercera.csv',
        'RUN;Escuela;Conoce la oficina\n100.200.300-3;Sur;Sí\n100.200.302-K;Sur;Sí\n',
      ),
      { instrumentId: baseline.instrument.id, wave: { name: 'Tercera', moment: 'seguimiento' } },
    );
    const now = await people(followUp);
    expect(await people(third)).toEqual([now[2], now[3]]);
    const links = (await test.client.call('people.links', {})).links;
    const [known] = links;
    if (!known) throw new Error('a link was expected');
    await test.client.call('people.unlink', { linkId: known.id });
    expect((await people(third))[0]).not.toBe(now[2]);
    expect((await people(third))[1]).toBe(now[3]);
  });

  it('follow a chain of decisions in either order of taking them back', async () => {
    const first = await link(4, 5);
    const third = await importFile(
      test,
      await test.stage('tercera.csv', 'RUN;Escuela;Conoce la oficina\n26.555.666-3;Sur;Sí\n'),
      { instrumentId: baseline.instrument.id, wave: { name: 'Tercera', moment: 'seguimiento' } },
    );
    const start = [await people(baseline), await people(followUp), await people(third)];
    const second = await test.client.call('people.link', {
      kept: { waveId: third.wave.id, line: 2 },
      joined: { waveId: followUp.wave.id, line: 4 },
      ...who,
    });
    expect((await people(baseline))[3]).toBe((await people(third))[0]);
    await test.client.call('people.unlink', { linkId: second.id });
    expect([await people(baseline), await people(followUp), await people(third)]).toEqual(start);
    await test.client.call('people.unlink', { linkId: first.id });
    expect(await flow()).toMatchObject({ both: 3 });
  });

  it('keeps nothing but pseudonyms of the table in the project', async () => {
    await test.client.call('people.importAliases', {
      fileId: await test.stage('ipe.csv', 'IPE;RUN\n100.200.300-3;26.111.222-1\n'),
      ...who,
    });
    const { links } = await test.client.call('people.links', {});
    expect(JSON.stringify(links)).not.toMatch(/100.?200.?300|26.?111.?222/);
    expect(links[0]?.joined).toMatch(/^P-[0-9A-F]{16}$/);
  });
});

describe('the review queue', () => {
  it('proposes identifiers that differ by a slip of the pen, until somebody says they are two people', async () => {
    const slips = await importFile(
      test,
      await test.stage('cuarta.csv', 'RUN;Escuela;Conoce la oficina\n12.678.578-K;Sur;Sí\n'),
      { instrumentId: baseline.instrument.id, wave: { name: 'Cuarta', moment: 'seguimiento' } },
    );
    const queue = { baselineWaveId: baseline.wave.id, followUpWaveId: slips.wave.id };
    const { pairs, details } = await test.client.call('people.candidates', queue);
    expect(details).toBe('available');
    expect(pairs).toHaveLength(1);
    expect(pairs[0]).toMatchObject({
      left: { line: 4 },
      right: { line: 2 },
      reasons: ['identifier-one-digit'],
    });
    await test.client.call('people.keepApart', {
      left: { waveId: baseline.wave.id, line: 4 },
      right: { waveId: slips.wave.id, line: 2 },
      decidedBy: 'DAEM',
      reason: 'Hermanas con RUN seguidos',
    });
    expect(await test.client.call('people.candidates', queue)).toMatchObject({ total: 0, pairs: [] });
  });
});

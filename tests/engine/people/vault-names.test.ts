import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readBirthDate } from '../../../electron/engine/people/birth-date';
import type { MethodOutput } from '../../../shared/contract';
import { startTestEngine, type TestEngine } from '../../support/engine';
import { importFile } from '../../support/import';

/** Invented pupils; the identifiers are made up, with right check digits. */
const before = `RUN;Nombre del estudiante;Fecha de nacimiento;Colegio;Conoce la oficina
12.345.678-5;Ana Rojas Soto;03-05-2011;Escuela Norte;Sí
100.200.300-3;Wislande Pierre Louis;09-04-2012;Escuela Sur;No
;Yuleisy Gonzales Mora;1-12-2013;Escuela Sur;No
15.509.661-6;Luis Fuentes Mella;20-07-2010;Escuela Norte;Sí
`;
const after = `RUN;Nombre del estudiante;Fecha de nacimiento;Colegio;Conoce la oficina
12345678-5;Ana Rojas Soto;2011-05-03;Escuela Norte;Sí
26.111.222-1;PIERRE LOUIS WISLANDE;2012-04-09;Escuela Sur;Sí
26.333.444-2;Yuleisi Gonzalez Mora;2013-12-01;Escuela Sur;Sí
26.555.666-3;Jorge Muñoz Díaz;2010-07-20;Escuela Norte;No
;Jorge Munoz Diaz;2010-07-20;Escuela Norte;No
`;

describe('names and birth dates that only the vault holds', () => {
  let test: TestEngine;
  let project: string;
  let baseline: MethodOutput<'wave.import'>;
  let followUp: MethodOutput<'wave.import'>;

  beforeEach(async () => {
    test = await startTestEngine();
    project = path.join(test.folder, 'Personas.lineabase');
    await test.client.call('project.create', {
      name: 'Personas',
      fileId: await test.grant(project, 'write'),
    });
    baseline = await importFile(test, await test.stage('antes.csv', before));
    followUp = await importFile(test, await test.stage('despues.csv', after), {
      instrumentId: baseline.instrument.id,
      wave: { name: 'Después', moment: 'ex-post' },
    });
  });
  afterEach(() => test.close());

  const queue = () =>
    test.client.call('people.candidates', {
      baselineWaveId: baseline.wave.id,
      followUpWaveId: followUp.wave.id,
    });

  it('propose who may be the same person, without identifier too', async () => {
    const { pairs, details } = await queue();
    expect(details).toBe('available');
    expect(pairs.map(({ left, right, reasons }) => [left.line, right.line, reasons])).toEqual([
      [3, 3, ['same-name', 'same-birth-date', 'same-group']],
      [4, 4, ['similar-name', 'same-birth-date', 'same-group']],
    ]);
    expect(pairs[1]?.left).toMatchObject({
      person: null,
      details: {
        name: 'Yuleisy Gonzales Mora',
        birthDate: '2013-12-01',
        group: 'Escuela Sur',
        identifier: null,
      },
    });
    expect(pairs[0]?.left.details?.identifier).toBe('100200300-3');
  });

  it('propose rows of one wave that may be one person', async () => {
    const { pairs } = await test.client.call('people.nearDuplicates', { waveId: followUp.wave.id });
    expect(pairs.map(({ left, right, score }) => [left.line, right.line, score])).toEqual([[5, 6, 1]]);
  });

  it('stand nowhere in the project file, its log or the links decided on them', async () => {
    await test.client.call('people.link', {
      kept: { waveId: followUp.wave.id, line: 4 },
      joined: { waveId: baseline.wave.id, line: 4 },
      decidedBy: 'Oficina',
      reason: 'Yuleisy Gonzales Mora nació el mismo día',
    });
    expect((await queue()).total).toBe(1);
    await test.client.call('project.close', {});
    const bytes = readFileSync(project).toString('latin1');
    expect(bytes).not.toMatch(/Yuleisy|Wislande|WISLANDE|Gonzales|Fuentes|2012-04-09|100200300/);
  });

  it('are shown again after a decision under the number of their own file', async () => {
    const link = { decidedBy: 'Oficina', reason: 'IPE y RUN' };
    await test.client.call('people.link', {
      kept: { waveId: followUp.wave.id, line: 3 },
      joined: { waveId: baseline.wave.id, line: 3 },
      ...link,
    });
    const third = await importFile(
      test,
      await test.stage(
        'tercera.csv',
        `${after.split('\n')[0]}\n;Wislande Pierre Louis;2012-04-09;Escuela Sur;Sí\n`,
      ),
      { instrumentId: baseline.instrument.id, wave: { name: 'Tercera', moment: 'seguimiento' } },
    );
    const { pairs } = await test.client.call('people.candidates', {
      baselineWaveId: baseline.wave.id,
      followUpWaveId: third.wave.id,
    });
    expect(pairs[0]?.left.details?.identifier).toBe('100200300-3');
  });

  it('are not compared while the vault is locked', async () => {
    await test.client.call('vault.protect', { passphrase: 'una frase bien larga' });
    await test.client.call('vault.lock', {});
    expect(await queue()).toEqual({ total: 0, pairs: [], details: 'locked' });
    expect(await test.client.call('people.overview', { instrumentId: baseline.instrument.id })).toMatchObject(
      {
        details: 'locked',
      },
    );
    await test.client.call('vault.unlock', { passphrase: 'una frase bien larga' });
    expect((await queue()).total).toBe(2);
  });
});

describe('identifiers in one wave', () => {
  it('with a wrong check digit are all counted, not only those the receipt lists', async () => {
    const test = await startTestEngine();
    await test.client.call('project.create', { name: 'Personas', fileId: null });
    // 700 bodies whose digit is the right one plus one, by hand of the modulo 11 rule.
    const wrong = Array.from({ length: 700 }, (_, index) => {
      const body = 20_000_000 + index * 13;
      const sum = [...String(body)]
        .reverse()
        .reduce((total, digit, at) => total + Number(digit) * (2 + (at % 6)), 0);
      const right = 11 - (sum % 11);
      return `${body}-${right >= 9 ? '1' : String(right + 1)};Sí`;
    });
    const content = `RUN;Conoce la oficina\n12345678-5;Sí\n${wrong.join('\n')}\n`;
    const { instrument, receipt } = await importFile(test, await test.stage('malos.csv', content));
    expect(receipt.issues.filter(({ reason }) => reason === 'check-digit')).toHaveLength(500);
    const { waves } = await test.client.call('people.overview', { instrumentId: instrument.id });
    expect(waves[0]?.wrongCheckDigit).toBe(700);
    await test.close();
  });

  it('keep the last row of a person where the later form is the corrected one', async () => {
    const test = await startTestEngine();
    await test.client.call('project.create', { name: 'Personas', fileId: null });
    const content = 'RUN;Edad\n12345678-5;10\n15509661-6;11\n12345678-5;12\n12345678-5;13\n';
    const { wave, receipt } = await importFile(test, await test.stage('formularios.csv', content), {
      repeatedIdentifiers: 'keep-last',
    });
    expect(wave.rows).toBe(2);
    expect(receipt).toMatchObject({ rowsRead: 4, rowsKept: 2, rowsSetAside: 2 });
    expect(receipt.setAside.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'repeated-identifier'],
      [4, 'repeated-identifier'],
    ]);
    await test.close();
  });
});

describe('a birth date', () => {
  it.each([
    ['09-04-2012', '2012-04-09'],
    ['2012-04-09', '2012-04-09'],
    ['2012-04-09 00:00:00', '2012-04-09'],
    ['9/4/12', '2012-04-09'],
    ['9.4.98', '1998-04-09'],
    ['9 de abril de 2012', '2012-04-09'],
    ['09-abr-2012', '2012-04-09'],
    ['04/19/2012', '2012-04-19'],
    ['31-02-2012', null],
    ['sin fecha', null],
    ['2012', null],
  ])('written %s is %s', (text, day) => {
    expect(readBirthDate(text, 2026)).toBe(day);
  });
});

import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MethodOutput } from '../../../shared/contract';
import type { ComparisonResult } from '../../../shared/domain/comparison';
import type { FileId, IndicatorId } from '../../../shared/domain/ids';
import type { ImportPlan } from '../../../shared/domain/import';
import type { Instrument } from '../../../shared/domain/instrument';
import { differenceSentence } from '../../../shared/text/crosswalk-sentences';
import { startTestEngine, type TestEngine } from '../../support/engine';

type Imported = MethodOutput<'wave.import'>;

const scale = '(1 = Muy en desacuerdo, 5 = Muy de acuerdo)';
const turned = '(1 = Muy de acuerdo, 5 = Muy en desacuerdo)';

/** Answers 1 to 5 of forty people; the turned questionnaire gets 6 minus the answer. */
function answer(person: number): number {
  return 1 + ((person * 7) % 5);
}

function rows(width: number, cells: (person: number) => readonly string[]): string {
  return Array.from({ length: width }, (_, person) => cells(person).join(';')).join('\n');
}

const waves = {
  a: `Me siento a gusto en mi curso ${scale};Sexo;¿Tienes amigos en la escuela?;Satisfacción\n${rows(
    40,
    (person) => [
      String(answer(person)),
      person % 2 ? 'Hombre' : 'Mujer',
      person % 4 ? 'Sí' : 'No',
      ['Nada satisfecho', 'Poco satisfecho', 'Satisfecho'][person % 3] ?? '',
    ],
  )}\n`,
  b: `Me siento a gusto en mi curso ${turned};Sexo;¿Tiene amigos en la escuela?;Satisfacción\n${rows(
    40,
    (person) => [
      String(6 - answer(person)),
      person % 2 ? 'M' : 'F',
      person % 4 ? '1' : '2',
      ['Nada satisfecho', 'Poco satisfecho', 'Satisfecho'][person % 3] ?? '',
    ],
  )}\n`,
  c: `Me siento a gusto en mi curso ${turned};Sexo;¿Tiene amigos en la escuela?;Satisfacción\n${rows(
    40,
    (person) => [
      String(6 - answer(person)),
      person % 2 ? 'M' : 'F',
      person % 4 ? '1' : '2',
      ['Nada satisfecho', 'Poco satisfecho', 'Muy satisfecho'][person % 3] ?? '',
    ],
  )}\n`,
};

describe('the crosswalk of three waves', () => {
  let test: TestEngine;
  const done: Imported[] = [];

  async function importNext(
    name: string,
    content: string,
    change: (plan: ImportPlan) => ImportPlan = (plan) => plan,
  ): Promise<Imported & { plan: ImportPlan }> {
    const fileId: FileId = await test.stage(`${name}.csv`, content);
    const instrumentId = done[0]?.instrument.id;
    const proposed = await test.client.call('import.propose', {
      fileId,
      corrections: {},
      ...(instrumentId ? { instrumentId } : {}),
    });
    const plan = change({ ...proposed.plan, wave: { ...proposed.plan.wave, name } });
    return { ...(await test.client.call('wave.import', plan)), plan };
  }

  beforeAll(async () => {
    test = await startTestEngine();
    await test.client.call('project.create', { name: 'Cruce', fileId: null });
    done.push(await importNext('Ex ante', waves.a));
    done.push(await importNext('Ex post', waves.b));
    done.push(await importNext('Seguimiento', waves.c));
  }, 120_000);
  afterAll(() => test.close());

  function variable(instrument: Instrument, start: string) {
    const found = instrument.variables.find(({ label }) => label.startsWith(start));
    if (!found) throw new Error(`no variable ${start}`);
    return found;
  }

  async function indicator(name: string, start: string, kind: 'mean' | 'share'): Promise<IndicatorId> {
    const { id } = variable(done[2]?.instrument ?? fail(), start);
    const measure =
      kind === 'mean'
        ? { kind: 'mean' as const, variableId: id }
        : {
            kind: 'proportion' as const,
            condition: { op: 'is' as const, variableId: id, values: ['Satisfecho'] },
          };
    const saved = await test.client.call('indicator.save', {
      indicatorId: null,
      indicator: {
        name,
        definition: '',
        measure,
        filter: null,
        missingRule: 'exclude',
        direction: 'higher',
        unit: '',
        decimals: 1,
        target: null,
        justification: '',
        verification: '',
        responsible: '',
      },
    });
    return saved.id;
  }

  function fail(): never {
    throw new Error('not imported');
  }

  async function compare(
    baseline: Imported | undefined,
    followUp: Imported | undefined,
    indicatorIds: IndicatorId[],
  ): Promise<ComparisonResult> {
    if (!baseline || !followUp) return fail();
    return test.client.call('comparison.compute', {
      baselineWaveId: baseline.wave.id,
      followUpWaveIds: [followUp.wave.id],
      indicatorIds,
      breakdown: [],
      linkage: 'independent',
      coverage: 'sample',
      confidenceLevel: 0.95,
      audience: 'internal',
    });
  }

  it('keeps what was decided about each variable', async () => {
    const { entries } = await test.client.call('wave.crosswalk', { waveId: done[1]?.wave.id ?? fail() });
    const told = Object.fromEntries(
      entries.map(({ variableLabel, statuses, recodes, isRealigned, decidedBy }) => [
        variableLabel.split(' (')[0],
        { statuses, recodes: recodes.map(({ from, to }) => `${from}>${to}`), isRealigned, decidedBy },
      ]),
    );
    expect(told).toEqual({
      'Me siento a gusto en mi curso': {
        statuses: [expect.stringMatching(/renamed|reworded/), 'scale-reversed'],
        recodes: ['1>5', '2>4', '4>2', '5>1'],
        isRealigned: true,
        decidedBy: 'proposal',
      },
      Sexo: {
        statuses: ['recoded'],
        recodes: ['F>Mujer', 'M>Hombre'],
        isRealigned: true,
        decidedBy: 'proposal',
      },
      '¿Tienes amigos en la escuela?': {
        statuses: ['reworded', 'recoded', 'type-changed'],
        recodes: ['1>Sí', '2>No'],
        isRealigned: true,
        decidedBy: 'proposal',
      },
      Satisfacción: { statuses: ['same'], recodes: [], isRealigned: false, decidedBy: 'proposal' },
    });
  });

  it('makes the means agree once the scale is turned, and says beside the indicator that it was', async () => {
    const mean = await indicator('A gusto en el curso', 'Me siento', 'mean');
    const result = await compare(done[0], done[1], [mean]);
    // Forty people answering 1 to 5 eight times each: 3 before, and 3 again.
    expect(result.rows[0]?.cells.map(({ estimate }) => estimate)).toEqual([3, 3]);
    expect(result.differences).toMatchObject([
      { indicatorId: mean, statuses: expect.arrayContaining(['scale-reversed']), isRealigned: true },
    ]);
    const [difference] = result.differences ?? [];
    const sentence = difference ? differenceSentence(result, difference, 'es') : '';
    expect(sentence).toContain('la escala venía en el orden contrario y se dio vuelta antes de comparar');
    expect(sentence).toContain('El cambio observado puede deberse en parte a eso.');
  });

  it('composes: two waves that differ from the first alike do not differ from each other', async () => {
    const mean = await indicator('A gusto otra vez', 'Me siento', 'mean');
    const result = await compare(done[1], done[2], [mean]);
    expect(result.rows[0]?.cells.map(({ estimate }) => estimate)).toEqual([3, 3]);
    expect(result.differences).toBeUndefined();
  });

  it('tells between the later two what only the last one changed', async () => {
    const share = await indicator('Satisfechos', 'Satisfacción', 'share');
    const result = await compare(done[1], done[2], [share]);
    expect(result.differences).toMatchObject([
      { indicatorId: share, statuses: ['options-added', 'options-dropped'] },
    ]);
  });

  it('warns when the analyst left the scale as it was', async () => {
    const left = await importNext('Sin girar', waves.b, (plan) => ({
      ...plan,
      columns: plan.columns.map((column) =>
        column.header.startsWith('Me siento') ? { ...column, recodes: [] } : column,
      ),
      matches: plan.matches.map((match) =>
        match.header?.startsWith('Me siento') ? { ...match, note: 'La directora pidió esperar' } : match,
      ),
    }));
    const { entries } = await test.client.call('wave.crosswalk', { waveId: left.wave.id });
    expect(entries.find(({ header }) => header?.startsWith('Me siento'))).toMatchObject({
      decidedBy: 'analyst',
      isReversed: true,
      isRealigned: false,
      note: 'La directora pidió esperar',
    });
    const mean = await indicator('A gusto sin girar', 'Me siento', 'mean');
    const result = await compare(done[0], left, [mean]);
    const [difference] = result.differences ?? [];
    const sentence = difference ? differenceSentence(result, difference, 'es') : '';
    expect(sentence).toContain('la escala parece venir en el orden contrario y no se dio vuelta');
    expect(sentence).toContain('Mientras no se revise, el cambio observado puede deberse solo a eso.');
    expect(sentence).toContain('La directora pidió esperar.');
    if (!difference) return fail();
    expect(differenceSentence(result, difference, 'en')).toContain('was not turned');
  });

  it('is said in the table of the comparison, beside the indicator', async () => {
    const mean = await indicator('A gusto en tabla', 'Me siento', 'mean');
    const spec = (await compare(done[0], done[1], [mean])).spec;
    const file = await test.client.call('comparison.export', {
      spec,
      flavour: 'excel-cl',
      locale: 'es',
    });
    const { path } = test.engine.files.output(file.fileId);
    const text = await readFile(path, 'utf8');
    expect(text).toContain('no se hizo igual en las dos mediciones');
    expect(text).toContain('la pregunta cambió entre mediciones');
  });

  it('exports as CSV', async () => {
    const file = await test.client.call('wave.exportCrosswalk', {
      waveId: done[1]?.wave.id ?? fail(),
      locale: 'es',
    });
    expect(file.name).toBe('Ex post - correspondencia con el instrumento.csv');
    const text = await readFile(test.engine.files.output(file.fileId).path, 'utf8');
    expect(text).toContain(
      'sexo;Sexo;Sexo;otros códigos;responde la variable;propuesta aceptada;1;"F = Mujer; M = Hombre"',
    );
  });
});

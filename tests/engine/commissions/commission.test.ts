import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Commission, type CommissionDraft, emptyCommission } from '../../../shared/domain/commission';
import { resourcesFolder, startTestEngine, type TestEngine } from '../../support/engine';

const folder = path.join(resourcesFolder, 'sample-data', 'comision-2024');
const expected = z
  .object({
    criteria: z.array(z.object({ key: z.string(), header: z.string(), weight: z.number() })),
    evaluators: z.array(z.string()),
    ranking: z.array(z.object({ nomination: z.string(), place: z.number(), total: z.number() })),
  })
  .parse(JSON.parse(readFileSync(path.join(folder, 'expected.json'), 'utf8')));

let test: TestEngine;
let full: Commission;
beforeAll(async () => {
  test = await startTestEngine();
  await test.client.call('project.create', { name: 'Comisión', fileId: null });
  const draft: CommissionDraft = {
    ...emptyCommission('Segundo encuentro'),
    date: '2024-11-22',
    recognised: 10,
    isSynthetic: true,
    criteria: expected.criteria.map(({ key, header, weight }) => ({
      id: key,
      name: header,
      description: '',
      weight,
    })),
    evaluators: expected.evaluators.map((name, at) => ({ id: `e${at + 1}`, name })),
    candidates: expected.ranking.map(({ nomination }) => ({
      id: nomination.toLowerCase(),
      name: nomination,
      municipality: '',
      practiceId: null,
    })),
  };
  full = await test.client.call('commission.save', { commissionId: null, commission: draft });
  const read = await test.client.call('commission.readScores', {
    commissionId: full.id,
    fileId: await test.stage(
      'puntajes.xlsx',
      readFileSync(path.join(folder, 'puntajes-de-la-comision.xlsx')),
    ),
  });
  expect(read.problems).toEqual([]);
  full = await test.client.call('commission.save', {
    commissionId: full.id,
    commission: draftOf({ ...full, scores: read.scores }),
  });
});
afterAll(() => test.close());

function draftOf({ id, createdAt, updatedAt, ...draft }: Commission): CommissionDraft {
  return draft;
}

async function withChanges(changes: Partial<CommissionDraft>): Promise<Commission> {
  const commission = { ...draftOf(full), name: 'Otra', ...changes };
  return test.client.call('commission.save', { commissionId: null, commission });
}

function sheet(rows: readonly string[], name = 'puntajes.csv') {
  const header = 'Evaluador/a;Práctica;Pertinencia;Innovación;Comentario';
  return test.stage(name, [header, ...rows].join('\n'));
}

describe('a commission scored in spreadsheets', () => {
  it('has the totals and places that the generator of the sheets worked out, and recognises ten', async () => {
    const result = await test.client.call('commission.result', { commissionId: full.id });
    // Five evaluators, eighteen practices and six criteria, two of them left blank.
    expect([result.given, result.due]).toEqual([538, 540]);
    for (const { nomination, place, total } of expected.ranking) {
      const found = result.candidates.find(({ candidateId }) => candidateId === nomination.toLowerCase());
      expect(found?.place, nomination).toBe(place);
      expect(found?.score, nomination).toBeCloseTo(total, 6);
      expect(found?.outcome, nomination).toBe(place <= 10 ? 'recognised' : 'not-recognised');
    }
    expect(result.candidates.filter(({ outcome }) => outcome === 'recognised')).toHaveLength(10);
    expect(result.candidates.reduce((sum, { missing }) => sum + missing, 0)).toBe(2);
  });

  it('says how much evaluators agree and what each one moves', async () => {
    const { agreement, stability, evaluators } = await test.client.call('commission.result', {
      commissionId: full.id,
    });
    // Rscript, psych::ICC and the coincidence matrix over byEvaluator of expected.json; see commission.R there.
    const golden = z
      .object({
        alpha: z.number(),
        single: z.number(),
        average: z.number(),
        severity: z.array(z.number()),
        tau: z.array(z.number()),
      })
      .parse(JSON.parse(readFileSync(path.join(import.meta.dirname, 'sample-agreement.json'), 'utf8')));
    expect(agreement.alpha).toBeCloseTo(golden.alpha, 6);
    expect(agreement.single?.value).toBeCloseTo(golden.single, 6);
    expect(agreement.average?.value).toBeCloseTo(golden.average, 6);
    expect(agreement.complete).toBe(18);
    for (const [at, each] of evaluators.entries())
      expect(each.severity).toBeCloseTo(golden.severity[at] ?? 0, 5);
    for (const [at, tau] of golden.tau.entries()) expect(stability[at]?.tau).toBeCloseTo(tau, 6);
    // One more: all criteria of equal weight.
    expect(stability.map(({ evaluatorId }) => evaluatorId)).toEqual(['e1', 'e2', 'e3', 'e4', 'e5', null]);
  });

  it('writes minutes and sheets that say so', async () => {
    const minutes = await test.client.call('commission.print', {
      commissionId: full.id,
      format: 'html',
      locale: 'es',
    });
    const html = readFileSync(test.engine.files.output(minutes.fileId).path, 'utf8');
    expect(html).toContain('Se reconocen 10 prácticas');
    expect(html).toContain('Alfa de Krippendorff');
    expect(html).toContain('Datos sintéticos');
    expect(html).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('takes the scores of one sheet for everybody and leaves the sheet of results alone', async () => {
    const fileId = await test.stage('acta.xlsx', readFileSync(path.join(folder, 'acta-de-la-comision.xlsx')));
    const read = await test.client.call('commission.readScores', { commissionId: full.id, fileId });
    expect([read.scores.length, read.changes, read.problems]).toEqual([538, [], []]);
    expect(read.ignoredTables).toEqual(['Resultado']);
  });

  it('reads back the sheets that it wrote, score by score', async () => {
    const written = await test.client.call('commission.exportSheet', { commissionId: full.id, locale: 'es' });
    const bytes = readFileSync(test.engine.files.output(written.fileId).path);
    const empty = await withChanges({ name: 'Vacía', scores: [] });
    const read = await test.client.call('commission.readScores', {
      commissionId: empty.id,
      fileId: await test.stage('hojas.xlsx', bytes),
    });
    expect(read.problems).toEqual([]);
    const key = (score: (typeof read.scores)[number]): string => Object.values(score).join('/');
    expect(read.scores.map(key).sort()).toEqual(full.scores.map(key).sort());
  });
});

describe("a commission from its record's template", () => {
  it('has criteria and weights, and with the sample sheet the places of its generator', async () => {
    const { practiceId } = await test.client.call('template.use', {
      slug: 'comision-2024',
      practiceId: null,
    });
    const make = (hasSampleScores: boolean) =>
      test.client.call('commission.fromTemplate', { practiceId, hasSampleScores, locale: 'es' });
    const empty = await make(false);
    expect(empty.criteria.map(({ weight }) => weight)).toEqual(expected.criteria.map(({ weight }) => weight));
    expect(empty).toMatchObject({ scores: [], candidates: [], isSynthetic: false, practiceId });
    const sample = await make(true);
    expect(sample.isSynthetic).toBe(true);
    const { candidates } = await test.client.call('commission.result', { commissionId: sample.id });
    const places = candidates.map(({ candidateId, place }) => [
      sample.candidates.find(({ id }) => id === candidateId)?.name,
      place,
    ]);
    expect(Object.fromEntries(places)).toEqual(
      Object.fromEntries(expected.ranking.map(({ nomination, place }) => [nomination, place])),
    );
  });

  it('is refused for a record whose template has none', async () => {
    const { practiceId } = await test.client.call('template.use', { slug: 'macul', practiceId: null });
    const input = { practiceId, hasSampleScores: false, locale: 'es' as const };
    await expect(test.client.call('commission.fromTemplate', input)).rejects.toMatchObject({
      code: 'template-missing',
    });
  });
});

describe('ties, recusals and half a commission', () => {
  const small = (): Promise<Commission> =>
    withChanges({
      name: `Chica ${Math.round(performance.now() * 1000)}`,
      criteria: [
        { id: 'pertinencia', name: 'Pertinencia', description: '', weight: 3 },
        { id: 'innovacion', name: 'Innovación', description: '', weight: 1 },
      ],
      evaluators: [
        { id: 'a', name: 'Evaluador/a 1' },
        { id: 'b', name: 'Evaluador/a 2' },
      ],
      candidates: ['x', 'y', 'z'].map((id) => ({
        id,
        name: `Práctica ${id}`,
        municipality: '',
        practiceId: null,
      })),
      scores: [],
      recognised: 1,
    });

  it('tells equal scores at the cut and takes no one for the commission', async () => {
    const commission = await small();
    const fileId = await sheet([
      'Evaluador/a 1;Práctica x;5;1;',
      'Evaluador/a 1;Práctica y;4;4;',
      'Evaluador/a 2;Práctica z;1;1;',
    ]);
    const { scores } = await test.client.call('commission.readScores', {
      commissionId: commission.id,
      fileId,
    });
    await test.client.call('commission.save', {
      commissionId: commission.id,
      commission: { ...draftOf(commission), scores },
    });
    const { candidates, agreement } = await test.client.call('commission.result', {
      commissionId: commission.id,
    });
    // (5 * 3 + 1) / 4 and (4 * 3 + 4) / 4 are both 4.
    expect(candidates.map(({ score, place, outcome }) => [score, place, outcome])).toEqual([
      [4, 1, 'tied-at-cut'],
      [4, 1, 'tied-at-cut'],
      [1, 3, 'not-recognised'],
    ]);
    expect(agreement).toMatchObject({ alpha: null, reason: 'nothing-scored-twice', single: null });
  });

  it('names each score that cannot be taken, with its row and column, and keeps the rest', async () => {
    const commission = await small();
    const recused = await test.client.call('commission.save', {
      commissionId: commission.id,
      commission: {
        ...draftOf(commission),
        recusals: [{ evaluatorId: 'b', candidateId: 'y', reason: 'Es de su municipio' }],
      },
    });
    const fileId = await sheet([
      'Evaluador/a 1;Práctica x;5;seis;bien',
      'Evaluador/a 1;Práctica y;9;2,5;',
      'Evaluador/a 1;Práctica x;3;4;otra vez',
      'Evaluador/a 2;Práctica y;3;3;',
      'Evaluador/a 3;Práctica x;3;3;',
      'Evaluador/a 2;Práctica w;3;3;',
    ]);
    const read = await test.client.call('commission.readScores', { commissionId: recused.id, fileId });
    expect(read.problems.map(({ line, column, reason, other }) => [line, column, reason, other])).toEqual([
      [2, 'Innovación', 'not-a-number', null],
      [3, 'Pertinencia', 'outside-scale', null],
      [3, 'Innovación', 'not-a-step', null],
      [4, 'Pertinencia', 'scored-twice', '5'],
      [5, 'Pertinencia', 'recused', null],
      [5, 'Innovación', 'recused', null],
      [6, 'Pertinencia', 'evaluator-unknown', null],
      [6, 'Innovación', 'evaluator-unknown', null],
      [7, 'Pertinencia', 'candidate-unknown', null],
      [7, 'Innovación', 'candidate-unknown', null],
    ]);
    expect(read.scores).toEqual([
      { evaluatorId: 'a', candidateId: 'x', criterionId: 'pertinencia', value: 5 },
      { evaluatorId: 'a', candidateId: 'x', criterionId: 'innovacion', value: 4 },
    ]);
    expect(read.unknown).toEqual({ criteria: [], candidates: ['Práctica w'], evaluators: ['Evaluador/a 3'] });
  });

  it('gives no practice the scores of another that is called alike, and tells scores of nobody', async () => {
    const commission = await small();
    const fileId = await sheet([
      'Evaluador/a 1;Práctica x (2);5;5;',
      'Evaluador/a 1;Práctica x de salud;4;4;',
      'Evaluador/a 1;;3;3;',
      'Evaluador/a 1;;;;',
      'Evaluador/a 1;Práctica y;2;2;',
    ]);
    const read = await test.client.call('commission.readScores', { commissionId: commission.id, fileId });
    expect(read.scores.map(({ candidateId, value }) => [candidateId, value])).toEqual([
      ['y', 2],
      ['y', 2],
    ]);
    expect(read.unknown.candidates).toEqual(['Práctica x (2)', 'Práctica x de salud']);
    expect(read.problems.map(({ line, reason }) => [line, reason])).toEqual(
      [2, 2, 3, 3, 4, 4].map((line) => [line, 'candidate-unknown']),
    );
  });

  it('reads a sheet of thousands of rows to its end', async () => {
    const candidates = Array.from({ length: 300 }, (_, at) => ({
      id: `p-${at}`,
      name: `Práctica número ${at}`,
      municipality: '',
      practiceId: null,
    }));
    const evaluators = Array.from({ length: 8 }, (_, at) => ({ id: `e-${at}`, name: `Evaluador/a ${at}` }));
    const { criteria } = await small();
    const large = await withChanges({ name: 'Grande', candidates, evaluators, criteria, scores: [] });
    const rows = evaluators.flatMap(({ name }) => candidates.map((each) => `${name};${each.name};3;4;`));
    const fileId = await sheet(rows, 'grande.csv');
    const read = await test.client.call('commission.readScores', { commissionId: large.id, fileId });
    expect([read.scores.length, read.problems.length]).toEqual([300 * 8 * 2, 0]);
  });

  it('refuses an evaluator who scored twice, one of nobody, and a file without scores', async () => {
    const commission = await small();
    const score = { evaluatorId: 'a', candidateId: 'x', criterionId: 'pertinencia', value: 3 };
    const save = (scores: (typeof score)[]) =>
      test.client.call('commission.save', {
        commissionId: commission.id,
        commission: { ...draftOf(commission), scores },
      });
    await expect(save([score, score])).rejects.toMatchObject({
      code: 'commission-invalid',
      details: { reason: 'scored-twice', evaluator: 'Evaluador/a 1', candidate: 'Práctica x' },
    });
    await expect(save([{ ...score, candidateId: 'q' }])).rejects.toMatchObject({
      code: 'commission-invalid',
    });
    await expect(save([{ ...score, value: 6 }])).rejects.toMatchObject({ code: 'commission-invalid' });
    const fileId = await test.stage('otra.csv', 'Escuela;Matrícula\nUno;20\nDos;30\n');
    await expect(
      test.client.call('commission.readScores', { commissionId: commission.id, fileId }),
    ).rejects.toMatchObject({ code: 'scores-unrecognised' });
  });
});

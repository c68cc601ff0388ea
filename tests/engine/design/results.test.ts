import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { replaceDefinition } from '../../../electron/engine/definitions/definition-store';
import { getInstrument } from '../../../electron/engine/projects/open-project';
import { neverCancelled } from '../../../shared/cancel';
import { type ComparisonResult, defaultAnalysis } from '../../../shared/domain/comparison';
import { simpleSampling } from '../../../shared/domain/design';
import { InstrumentId } from '../../../shared/domain/ids';
import { resultSentence } from '../../../shared/text/sentences';
import {
  type CellValue,
  type ComparisonProject,
  draft,
  indicatorId,
  startComparisonProject,
  variableId,
  waveId,
} from '../../support/comparison-project';
import { startTestEngine } from '../../support/engine';
import { importFile } from '../../support/import';

type Rows = Record<string, CellValue>[];
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

const variables = {
  person: { type: 'identifier' },
  school: { type: 'text', label: 'Escuela' },
  group: { type: 'text', label: 'Grupo' },
  weight: { type: 'decimal', label: 'Ponderador' },
  knows: { type: 'boolean' },
  score: { type: 'decimal' },
} as const;
const yes = { op: 'is' as const, variableId: variableId('knows'), values: ['true'] };
const knows = draft({ kind: 'proportion', condition: yes }, { name: 'Conoce' });
const score = draft({ kind: 'mean', variableId: variableId('score') }, { name: 'Puntaje' });
const count = draft({ kind: 'count', condition: yes }, { name: 'Cuántos conocen', decimals: 0 });

/** Eight schools; groups of 100, 60 and 4 people; answers differ by wave. Made up. */
function wave(lift: number, hidden: (index: number) => boolean = (index) => index % 2 === 0): Rows {
  return Array.from({ length: 164 }, (_, index) => {
    const group = index < 100 ? 'a' : index < 160 ? 'b' : 'c';
    return {
      person: `p${index}`,
      school: `e${index % 8}`,
      group,
      weight: 0.5 + (index % 5) / 2,
      knows: group === 'c' ? hidden(index) : (index * 37) % 100 < 40 + lift,
      score: group === 'c' ? (hidden(index) ? 90 : 3) : ((index * 29) % 50) + lift / 3,
    };
  });
}

async function start(
  before: Rows = wave(0),
  after: Rows = wave(18),
  indicators = [knows, score, count],
): Promise<ComparisonProject> {
  const project = await startComparisonProject({
    variables,
    waves: [
      { name: '2023', rows: before },
      { name: '2024', rows: after },
    ],
    indicators,
  });
  open.push(project);
  return project;
}

const clustered = {
  ...simpleSampling,
  clusterId: variableId('school'),
  weightId: variableId('weight'),
};

describe('the sample of apiclus1, imported', () => {
  it('gives the change, error and interval that survey gives for 15 clusters', async () => {
    const test = await startTestEngine();
    open.push(test);
    await test.client.call('project.create', { name: 'Escuelas', fileId: null });
    const folder = path.join(import.meta.dirname, '../../fixtures/real');
    const read = async (file: string) => test.stage(file, readFileSync(path.join(folder, file)));
    const columns = (
      column: Parameters<NonNullable<Parameters<typeof importFile>[2]>['columns'] & object>[0],
    ) =>
      column.header === 'cds'
        ? {
            ...column,
            action: 'pseudonymise' as const,
            type: 'identifier' as const,
            role: 'identifier' as const,
          }
        : column;
    const first = await importFile(test, await read('apiclus1-1999.csv'), { columns });
    const second = await importFile(test, await read('apiclus1-2000.csv'), {
      columns,
      instrumentId: first.instrument.id,
      wave: { name: '2000', moment: 'ex-post' },
    });
    const variable = (label: string) => {
      const found = second.instrument.variables.find((each) => each.label === label);
      if (!found) throw new Error(`no variable ${label}`);
      return found.id;
    };
    const instrumentId = first.instrument.id;
    const { hints, proposal } = await test.client.call('design.get', { instrumentId });
    expect(proposal.linkage).toBe('matched');
    expect(hints).toContainEqual(
      expect.objectContaining({ fact: 'cluster', variableId: variable('dnum'), count: 15 }),
    );
    await test.client.call('design.save', {
      instrumentId,
      coverage: 'sample',
      linkage: 'matched',
      sampling: {
        ...simpleSampling,
        clusterId: variable('dnum'),
        populations: [{ waveId: null, stratum: null, size: 757 }],
      },
    });
    const indicator = await test.client.call('indicator.save', {
      indicatorId: null,
      indicator: draft({ kind: 'mean', variableId: variable('api') }),
    });
    const { linkage, coverage, sampling } = await test.client.call('comparison.propose', {});
    const { rows } = await test.client.call('comparison.compute', {
      baselineWaveId: first.wave.id,
      followUpWaveIds: [second.wave.id],
      indicatorIds: [indicator.id],
      breakdown: [],
      linkage,
      coverage,
      sampling,
      confidenceLevel: 0.95,
      audience: 'internal',
    });
    const change = rows[0]?.changes[0];
    // Reference, 15 districts of 757: 37.191, SE 3.0852, 30.57 to 43.81 on 14 degrees of freedom.
    expect(change?.method).toBe('design-matched');
    expect(change?.change).toBeCloseTo(37.191, 3);
    expect(change?.precision?.standardError).toBeCloseTo(3.0852, 4);
    expect(change?.precision?.degreesOfFreedom).toBe(14);
    expect(change?.interval?.lower).toBeCloseTo(30.57, 2);
    expect(change?.interval?.upper).toBeCloseTo(43.81, 2);
  });
});

describe('a census', () => {
  it('is exact and unweighted whatever design is declared', async () => {
    const project = await start();
    const census = await project.client.call(
      'comparison.compute',
      project.spec({ coverage: 'census', sampling: clustered }),
    );
    const plain = await project.client.call('comparison.compute', project.spec({ coverage: 'census' }));
    expect(census.rows).toEqual(plain.rows);
    expect(census.rows[0]?.changes[0]).toMatchObject({
      method: 'exact-difference',
      interval: null,
      precision: null,
      adjusted: null,
    });
    expect(census.rows[0]?.cells[0]?.precision).toBeNull();
    expect(census).toMatchObject({ reliability: null, families: { declared: 0, exploration: 0 } });
    expect(census.samples).toBeUndefined();
  });
});

describe('a sample as large as the declared population', () => {
  const populations = [{ stratum: null, waveId: null, size: 164 }];

  it('is judged by its exact difference and said to be no census', async () => {
    const project = await start(wave(0), wave(18), [{ ...knows, target: { value: 0.5, rationale: '' } }]);
    const result = await project.client.call(
      'comparison.compute',
      project.spec({ sampling: { ...simpleSampling, populations } }),
    );
    const [row] = result.rows;
    const [change] = row?.changes ?? [];
    const [indicator] = result.indicators;
    if (!row || !change || !indicator) throw new Error('no result');
    expect(change).toMatchObject({
      interval: null,
      test: null,
      reason: 'whole-population',
      direction: 'improved',
      precision: { standardError: 0 },
    });
    const sentence = resultSentence(row, change, indicator, result.waves, 'es');
    expect(sentence).toMatch(/no hay intervalo: la muestra abarca a toda la población declarada/);
    expect(sentence).not.toMatch(/censo/);
    const census = await project.client.call('comparison.compute', project.spec({ coverage: 'census' }));
    expect(change.change).toBeCloseTo(census.rows[0]?.changes[0]?.change ?? Number.NaN, 12);
    expect(change.target).toEqual(census.rows[0]?.changes[0]?.target);
  });
});

/** To twelve digits: the database takes sums in an order of its own. */
function rounded(value: unknown): unknown {
  const text = JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'number' ? Number(item.toPrecision(12)) : item,
  );
  return JSON.parse(text);
}

/** Everything a result says of groups but one. */
function besides(result: ComparisonResult, value: string): unknown {
  return rounded(result.rows.filter(({ key }) => key.length > 0 && key[0]?.value !== value));
}

describe('the privacy gate', () => {
  it.each([
    ['under a design', clustered, 'independent'],
    ['under a design, same people', clustered, 'matched'],
    ['without one', simpleSampling, 'independent'],
  ] as const)('lets nothing derived from a hidden group leave, %s', async (_name, sampling, linkage) => {
    const compute = async (hidden: (index: number) => boolean) => {
      const project = await start(
        wave(0, hidden),
        wave(18, (index) => !hidden(index)),
      );
      const spec = project.spec({ linkage, sampling, breakdown: [variableId('group')] });
      return project.client.call('comparison.compute', spec);
    };
    const result = await compute((index) => index % 2 === 0);
    const hidden = result.rows.filter(({ key }) => key[0]?.value === 'c');
    expect(hidden).toHaveLength(3);
    for (const { cells, changes } of hidden) {
      const sides = changes.flatMap(({ baseline, followUp }) => [baseline, followUp]);
      for (const cell of [...cells, ...sides]) {
        expect(cell.status).toBe('suppressed');
        const { waveId: _wave, status: _status, reason: _reason, ...figures } = cell;
        expect(Object.values(figures).filter((figure) => figure !== null && figure !== undefined)).toEqual(
          [],
        );
      }
      for (const change of changes) {
        expect(change).toMatchObject({ status: 'suppressed', change: null, interval: null, test: null });
        expect([change.precision ?? null, change.cautious ?? null, change.adjusted]).toEqual([
          null,
          null,
          null,
        ]);
      }
    }
    // Other answers in the hidden group change nothing in the groups beside it, corrected p-values included.
    const other = await compute((index) => index >= 160);
    expect(besides(other, 'c')).toEqual(besides(result, 'c'));
    expect(other.families).toEqual(result.families);
  });

  it.each(['independent', 'matched'] as const)(
    'withholds the errors from which a hidden school would follow, %s',
    async (linkage) => {
      // Two small schools of 4 and 8 people: the error of everybody is a sum of squares over schools.
      const small = (rows: Rows): Rows =>
        rows.map((row, index) => ({ ...row, school: index < 4 ? 'x' : index < 12 ? 'y' : `e${index % 6}` }));
      const project = await start(small(wave(0)), small(wave(18)));
      const sampling = { ...simpleSampling, clusterId: variableId('school') };
      const compute = (breakdown: string[]) =>
        project.client.call(
          'comparison.compute',
          project.spec({ linkage, sampling, breakdown: breakdown.map(variableId) }),
        );
      const total = (await compute(['school'])).rows[0];
      expect(total?.cells[0]).toMatchObject({
        status: 'shown',
        interval: null,
        precision: null,
        reason: 'error-would-tell',
      });
      expect(total?.changes[0]).toMatchObject({
        status: 'shown',
        interval: null,
        test: null,
        precision: null,
        cautious: null,
        adjusted: null,
        direction: 'not-judged',
        reason: 'error-would-tell',
      });
      expect(total?.changes[0]?.change).not.toBeNull();
      // Schools that are shown keep theirs, and so does everybody where nothing is hidden.
      const school = (await compute(['school'])).rows.find(({ key }) => key[0]?.value === 'e1');
      expect(school?.changes[0]?.interval).not.toBeNull();
      expect((await compute([])).rows[0]?.changes[0]?.interval).not.toBeNull();
      // A hidden group with people in the same schools as others tells nothing through the error of all.
      expect((await compute(['group'])).rows[0]?.changes[0]?.interval).not.toBeNull();
    },
  );

  it('counts people, not weights', async () => {
    // Six people who weigh 60 times as much as the others are still six.
    const heavy = wave(0).map((row, index) => (index >= 160 ? { ...row, weight: 60 } : row));
    const project = await start(heavy, heavy);
    const spec = project.spec({
      breakdown: [variableId('group')],
      sampling: clustered,
      audience: 'publication',
    });
    const { rows } = await project.client.call('comparison.compute', spec);
    expect(rows.filter(({ key }) => key[0]?.value === 'c').map(({ cells }) => cells[0]?.status)).toEqual([
      'suppressed',
      'suppressed',
      'suppressed',
    ]);
  });
});

describe('many tests at once', () => {
  it('share Holm’s correction among declared totals, and Benjamini and Hochberg’s among the others', async () => {
    const project = await start();
    const analysis = { ...defaultAnalysis, familyIndicatorIds: [indicatorId(0)] };
    const spec = project.spec({ breakdown: [variableId('group')], analysis });
    const result = await project.client.call('comparison.compute', spec);
    // Total of «Conoce»; total of «Puntaje» and two groups of both shown. Counts have no test.
    expect(result.families).toEqual({ declared: 1, exploration: 3 });
    const tests = result.rows.flatMap(({ indicatorId: id, key, changes }) =>
      changes.map(({ test, adjusted }) => ({ id, isTotal: key.length === 0, p: test?.p ?? null, adjusted })),
    );
    for (const { id, isTotal, p, adjusted } of tests) {
      if (p === null) expect(adjusted).toBeNull();
      else if (isTotal && id === indicatorId(0)) {
        expect(adjusted).toEqual({ p, procedure: 'holm', family: 'declared', tests: 1 });
      } else expect(adjusted).toMatchObject({ procedure: 'benjamini-hochberg', tests: 3 });
    }
    // By hand: the largest p stays, the smallest of three is at most three times itself.
    const explored = tests.flatMap(({ p, adjusted }) =>
      p !== null && adjusted?.family === 'exploration' ? [{ p, corrected: adjusted.p }] : [],
    );
    const sorted = explored.sort((left, right) => left.p - right.p);
    expect(sorted.at(-1)?.corrected).toBe(sorted.at(-1)?.p);
    expect(sorted[0]?.corrected).toBeLessThanOrEqual(3 * (sorted[0]?.p ?? 0));
  });

  it('take all indicators where no family is declared', async () => {
    const project = await start();
    const result = await project.client.call('comparison.compute', project.spec());
    expect(result.families).toEqual({ declared: 2, exploration: 0 });
    const [first, second] = result.rows.flatMap(({ changes }) =>
      changes.flatMap(({ test, adjusted }) =>
        test?.p != null ? [{ p: test.p, corrected: adjusted?.p }] : [],
      ),
    );
    const [small, large] = [first, second].sort((left, right) => (left?.p ?? 0) - (right?.p ?? 0));
    expect(small?.corrected).toBe(2 * (small?.p ?? 0));
    expect(large?.corrected).toBe(Math.max(2 * (small?.p ?? 0), large?.p ?? 0));
  });

  it('refuse a family of indicators that are not compared', async () => {
    const project = await start();
    const analysis = { ...defaultAnalysis, familyIndicatorIds: [indicatorId(2)] };
    await expect(
      project.client.call('comparison.compute', project.spec({ indicatorIds: [indicatorId(0)], analysis })),
    ).rejects.toMatchObject({ code: 'comparison-invalid', details: { reason: 'family-unknown' } });
  });
});

describe('the options of an evaluator', () => {
  it('take the score interval for independent shares, and for nothing else', async () => {
    const project = await start();
    const analysis = { ...defaultAnalysis, proportionInterval: 'miettinen-nurminen' as const };
    const [share, mean] = (await project.client.call('comparison.compute', project.spec({ analysis }))).rows;
    expect(share?.changes[0]).toMatchObject({
      method: 'miettinen-nurminen',
      test: { name: 'miettinen-nurminen-score' },
    });
    expect(mean?.changes[0]?.method).toBe('welch');
    const matched = await project.client.call(
      'comparison.compute',
      project.spec({ analysis, linkage: 'matched' }),
    );
    expect(matched.rows[0]?.changes[0]?.method).toBe('newcombe-paired');
  });

  it('label by the standard chosen, or not at all', async () => {
    const project = await start();
    const result = await project.client.call('comparison.compute', project.spec());
    // 164 answers; √(p (1 - p) / 163) is below p^(2/3)/9 for a share near one half.
    expect(result.rows[0]?.cells[0]?.precision?.reliability).toEqual({
      label: 'reliable',
      rule: 'within-limits',
    });
    expect(result.reliability).toMatchObject({ standard: 'ine-chile', reliable: 4, unreliable: 0 });
    const analysis = { ...defaultAnalysis, reliabilityStandard: 'none' as const };
    const bare = await project.client.call('comparison.compute', project.spec({ analysis }));
    expect(bare.reliability).toBeNull();
    expect(bare.rows[0]?.cells[0]?.precision?.reliability).toBeNull();
    // Seven degrees of freedom are fewer than nine.
    const few = await project.client.call('comparison.compute', project.spec({ sampling: clustered }));
    expect(few.rows[0]?.cells[0]?.precision?.reliability).toEqual({
      label: 'unreliable',
      rule: 'few-degrees',
    });
    expect(few.reliability).toMatchObject({ reliable: 0, isPublishable: false });
  });
});

describe('the fingerprint of a result', () => {
  it('changes with the design, the analysis, and the definition of a variable of the design', async () => {
    const project = await start();
    const fingerprint = async (more: Parameters<typeof project.spec>[0]) =>
      (await project.client.call('comparison.compute', project.spec(more))).resultSha256;
    const plain = await fingerprint({});
    const designed = await fingerprint({ sampling: clustered });
    const analysed = await fingerprint({ analysis: { ...defaultAnalysis, zeroRule: 'pratt' } });
    expect(new Set([plain, designed, analysed]).size).toBe(3);
    await project.context.project().write(neverCancelled, async (session) => {
      const instrument = await getInstrument(session, 'ins_first0');
      const renamed = instrument.variables.map((variable) =>
        variable.id === variableId('weight') ? { ...variable, label: 'Factor' } : variable,
      );
      await replaceDefinition(session, 'instrument', instrument.id, { ...instrument, variables: renamed });
    });
    expect(await fingerprint({})).toBe(plain);
    expect(await fingerprint({ sampling: clustered })).not.toBe(designed);
  });
});

describe('the same people', () => {
  it.each([
    ['a count of a sample', { coverage: 'sample' as const }, 2],
    ['a share of a census', { coverage: 'census' as const }, 0],
    ['a share of a designed sample', { sampling: clustered }, 0],
  ])('are named in the sentence of %s', async (_name, more, position) => {
    const project = await start();
    const result = await project.client.call(
      'comparison.compute',
      project.spec({ linkage: 'matched', ...more }),
    );
    const row = result.rows[position];
    const indicator = result.indicators[position];
    const change = row?.changes[0];
    if (!row || !indicator || !change) throw new Error('no result');
    expect(change.linkage).toBe('matched');
    expect(resultSentence(row, change, indicator, result.waves, 'es')).toContain(
      'entre las 164 personas con respuesta en ambas mediciones',
    );
    const apart = await project.client.call('comparison.compute', project.spec(more));
    const other = apart.rows[position]?.changes[0];
    if (!other) throw new Error('no result');
    expect(resultSentence(row, other, indicator, result.waves, 'es')).not.toContain('ambas mediciones');
  });

  it('who were silent are counted also in a rate that takes silence for no', async () => {
    const silent = (rows: Rows, from: number): Rows =>
      rows.map((row, index) => (index >= from && index < from + 6 ? { ...row, knows: null } : row));
    const rate = draft(
      { kind: 'rate', condition: yes, exposureId: null, per: 100 },
      { missingRule: 'count-as-no' },
    );
    // Six silent before, six after, three of them the same people.
    const project = await start(silent(wave(0), 0), silent(wave(18), 3), [rate]);
    for (const sampling of [simpleSampling, clustered]) {
      const spec = project.spec({ linkage: 'matched', sampling });
      const { rows } = await project.client.call('comparison.compute', spec);
      expect(rows[0]?.changes[0]?.baseline).toMatchObject({ n: 164, missing: 9 });
    }
  });
});

describe('the preview of an indicator', () => {
  it('takes the design that was declared', async () => {
    const project = await start();
    await project.client.call('design.save', {
      instrumentId: InstrumentId.parse('ins_first0'),
      coverage: 'sample',
      linkage: 'independent',
      sampling: clustered,
    });
    const { result } = await project.client.call('indicator.preview', {
      indicator: knows,
      waveIds: [waveId(0), waveId(1)],
    });
    const computed = await project.client.call('comparison.compute', project.spec({ sampling: clustered }));
    expect(rounded(result.rows[0]?.cells)).toEqual(rounded(computed.rows[0]?.cells));
    expect(result.rows[0]?.changes[0]?.method).toBe('cluster-robust-independent');
  });
});

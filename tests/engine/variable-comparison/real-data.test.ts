import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultAnalysis } from '../../../shared/domain/comparison';
import { simpleSampling } from '../../../shared/domain/design';
import type { VariableId } from '../../../shared/domain/ids';
import type { ColumnPlan } from '../../../shared/domain/import';
import type { Instrument } from '../../../shared/domain/instrument';
import type { VariableComparison, VariableComparisonSpec } from '../../../shared/domain/variable-comparison';
import type { Wave } from '../../../shared/domain/wave';
import { startTestEngine, type TestEngine } from '../../support/engine';
import { expectClose, expectLimits, expectRanked, golden } from './golden';

const folder = path.join(import.meta.dirname, '../../fixtures/real');

type Imported = { test: TestEngine; instrument: Instrument; waves: [Wave, Wave] };

async function importPair(files: readonly [string, string], identifier: string | null): Promise<Imported> {
  const test = await startTestEngine();
  const project = await test.client.call('project.create', { name: 'Datos reales', fileId: null });
  await test.client.call('project.configure', {
    settings: { ...project.settings, thresholdInternal: 1 },
    reason: 'Datos publicados, sin personas identificables.',
  });
  let instrument: Instrument | null = null;
  const waves: Wave[] = [];
  for (const [position, file] of files.entries()) {
    const fileId = await test.stage(file, readFileSync(path.join(folder, file)));
    const inspection = await test.client.call('import.inspect', { fileId, corrections: {} });
    const proposals = inspection.columns.map(
      ({ proposal }): ColumnPlan =>
        proposal.header === identifier
          ? { ...proposal, action: 'pseudonymise', type: 'identifier', role: 'identifier' }
          : proposal,
    );
    const known: Instrument | null = instrument;
    const columns: ColumnPlan[] = known
      ? (await test.client.call('import.match', { instrumentId: known.id, columns: proposals })).columns
      : proposals;
    const imported: { wave: Wave; instrument: Instrument } = await test.client.call('wave.import', {
      fileId,
      sha256: inspection.sha256,
      dialect: inspection.dialect,
      columns,
      wave: {
        name: file,
        moment: position === 0 ? 'ex-ante' : 'ex-post',
        startDate: null,
        endDate: null,
        isSynthetic: false,
      },
      instrumentId: known?.id ?? null,
      instrumentName: 'Datos reales',
      repeatedIdentifiers: 'stop',
    });
    instrument = imported.instrument;
    waves.push(imported.wave);
  }
  const [baseline, followUp] = waves;
  if (!instrument || !baseline || !followUp) throw new Error('two files');
  return { test, instrument, waves: [baseline, followUp] };
}

function idOf({ instrument }: Imported, header: string): VariableId {
  const variable = instrument.variables.find(({ label }) => label === header);
  if (!variable) throw new Error(`no variable ${header}`);
  return variable.id;
}

function compare(
  imported: Imported,
  header: string,
  more: Partial<VariableComparisonSpec> = {},
): Promise<VariableComparison> {
  return imported.test.client.call('variable.compare', {
    variableId: idOf(imported, header),
    baselineWaveId: imported.waves[0].id,
    followUpWaveId: imported.waves[1].id,
    linkage: 'independent',
    coverage: 'sample',
    confidenceLevel: 0.95,
    audience: 'internal',
    breakdown: [],
    ...more,
  });
}

function groupOf({ groups }: VariableComparison, value: string | null) {
  return groups.find(
    ({ key }) => (key[0]?.value ?? null) === value && key.length === (value === null ? 0 : 1),
  );
}

describe('answers of other people in each year (General Social Survey)', () => {
  let gss: Imported;
  beforeAll(async () => {
    gss = await importPair(['gss-1978.csv', 'gss-2016.csv'], null);
  });
  afterAll(() => gss.test.close());

  it('compares numbers by ranks, for everybody and by group', async () => {
    const result = await compare(gss, 'vocab', { breakdown: [idOf(gss, 'gender')] });
    expect(result.variable).toMatchObject({ scale: 'numeric', scaleLength: null });
    expectRanked(groupOf(result, null), golden.real.vocab, 'vocab');
    for (const theirs of golden.real.vocabByGender) {
      expectRanked(groupOf(result, theirs.value), theirs, `vocab ${theirs.value}`);
    }
    expect(result.groups.every(({ method }) => method === 'mann-whitney')).toBe(true);
    expect(result.distribution.options.map(({ value }) => value)).toEqual(
      Array.from({ length: 11 }, (_, index) => String(index)),
    );
  });

  it('compares ages, whose classes hold every answer', async () => {
    const result = await compare(gss, 'age');
    expectRanked(result.groups[0], golden.real.age, 'age');
    const [baseline, followUp] = result.distribution.groups.map(({ counts }) =>
      counts.reduce<number>((sum, count) => sum + (count ?? 0), 0),
    );
    expect([baseline, followUp]).toEqual([golden.real.age.baseline.n, golden.real.age.followUp.n]);
  });

  it('compares categories by chi-square', async () => {
    const result = await compare(gss, 'nativeBorn');
    const [group] = result.groups;
    expect(group).toMatchObject({ status: 'shown', method: 'chi-square', shift: null, topBox: null });
    const { native } = golden.real;
    expectClose(group?.test?.statistic, native.statistic, 'statistic');
    expectClose(group?.test?.p, native.p, 'p', 7);
    expect(group?.test?.df).toBe(native.df);
    expectClose(group?.effectSize?.value, native.v, 'V');
    expect(result.distribution.groups.map(({ counts }) => counts)).toEqual([
      native.baseline,
      native.followUp,
    ]);
    expectClose(group?.baseline.shares?.[0], (native.baseline[0] ?? 0) / 1530, 'share');
  });

  it('compares a scale in the order of its options, with its top-two box', async () => {
    const { schooling, schoolingCategories } = golden.real;
    const variable = gss.instrument.variables.find(({ label }) => label === 'educGroup');
    if (!variable) throw new Error('no variable educGroup');
    const { id: variableId, label, unit, role } = variable;
    const options = schoolingCategories.options.map((value) => ({ value, label: value }));
    await gss.test.client.call('variable.update', {
      instrumentId: gss.instrument.id,
      ...{ variableId, label, unit, role, type: 'ordinal', options },
    });
    const result = await compare(gss, 'educGroup');
    const [group] = result.groups;
    expect(result.variable).toMatchObject({ scale: 'ordinal', scaleLength: 5 });
    expectRanked(group, schooling, 'schooling');
    expect(result.topBoxOptions).toEqual(['16 yrs', '>16 yrs']);
    expectClose(group?.baseline.topBox?.value, schooling.topBox.baseline, 'top box');
    expectClose(group?.followUp.topBox?.value, schooling.topBox.followUp, 'top box');
    expectClose(
      group?.topBox?.change,
      schooling.topBox.followUp - schooling.topBox.baseline,
      'top box change',
    );
    expectClose(group?.topBox?.p, schooling.topBox.p, 'top box p', 7);
    expect(result.distribution.groups.map(({ counts }) => counts)).toEqual([
      schoolingCategories.baseline,
      schoolingCategories.followUp,
    ]);
  });
});

describe('weights of the same patients (anorexia)', () => {
  let patients: Imported;
  beforeAll(async () => {
    patients = await importPair(['anorexia-before.csv', 'anorexia-after.csv'], 'patient');
  });
  afterAll(() => patients.test.close());

  it('are compared by signed ranks, exact where R is, for everybody and by treatment', async () => {
    const result = await compare(patients, 'weight', {
      linkage: 'matched',
      breakdown: [idOf(patients, 'treatment')],
    });
    expectRanked(groupOf(result, null), golden.real.weight, 'weight');
    for (const theirs of golden.real.weightByTreatment) {
      expectRanked(groupOf(result, theirs.value), theirs, `weight ${theirs.value}`);
    }
    expect(golden.real.weightByTreatment.some(({ test }) => test.name === 'wilcoxon-signed-rank-exact')).toBe(
      true,
    );
    expect(result.flow).toMatchObject({ both: 72, onlyBaseline: 0, onlyFollowUp: 0 });
    expect(groupOf(result, null)?.test).toMatchObject({ zeroRule: 'wilcoxon' });
  });
});

describe('scores of the same schools (California)', () => {
  let schools: Imported;
  beforeAll(async () => {
    schools = await importPair(['apiclus1-1999.csv', 'apiclus1-2000.csv'], 'cds');
  });
  afterAll(() => schools.test.close());

  it('are compared by signed ranks, for everybody and by type', async () => {
    const result = await compare(schools, 'api', {
      linkage: 'matched',
      breakdown: [idOf(schools, 'stype')],
    });
    expectRanked(groupOf(result, null), golden.real.api, 'api');
    for (const theirs of golden.real.apiByType)
      expectRanked(groupOf(result, theirs.value), theirs, theirs.value);
  });

  it('follow the zero rule that was chosen', async () => {
    const analysis = { ...defaultAnalysis, zeroRule: 'pratt' as const };
    const { groups } = await compare(schools, 'api', { linkage: 'matched', analysis });
    expect(groups[0]?.test?.zeroRule).toBe('pratt');
    expectClose(groups[0]?.test?.p, golden.real.api.prattP, 'p', 7);
    expect(groups[0]?.test?.p).not.toBe(golden.real.api.test.p);
  });

  it('have the medians of svyquantile where districts were drawn', async () => {
    const sampling = { ...simpleSampling, clusterId: idOf(schools, 'dnum') };
    const { groups, medianRule, samples } = await compare(schools, 'api', { sampling });
    const [group] = groups;
    expect(group).toMatchObject({ method: 'design-medians', test: null, reason: 'no-test-under-design' });
    expect(medianRule).toBe('half-of-weight');
    expect(samples?.map(({ clusters }) => clusters)).toEqual([15, 15]);
    expectLimits(group?.baseline.median, golden.real.apiClustered.baseline, 'baseline');
    expectLimits(group?.followUp.median, golden.real.apiClustered.followUp, 'follow-up');
  });
});

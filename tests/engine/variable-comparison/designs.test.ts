import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simpleSampling } from '../../../shared/domain/design';
import type { VariableComparison, VariableComparisonSpec } from '../../../shared/domain/variable-comparison';
import {
  type ComparisonProject,
  startComparisonProject,
  variableId,
  waveId,
} from '../../support/comparison-project';
import { expectClose, expectLimits, expectRanked, golden } from './golden';

const { synthetic } = golden;

let project: ComparisonProject;

beforeAll(async () => {
  project = await startComparisonProject({
    variables: {
      pupil: { type: 'identifier' },
      school: { type: 'single', role: 'group' },
      weight: { type: 'decimal' },
      answer: { type: 'ordinal', options: synthetic.scale },
      mode: { type: 'single', options: synthetic.modes },
    },
    waves: [
      { name: 'Antes', rows: synthetic.rows.baseline },
      { name: 'Después', rows: synthetic.rows.followUp },
    ],
    indicators: [],
  });
});
afterAll(() => project.close());

function compare(name: string, more: Partial<VariableComparisonSpec> = {}): Promise<VariableComparison> {
  return project.client.call('variable.compare', {
    variableId: variableId(name),
    baselineWaveId: waveId(0),
    followUpWaveId: waveId(1),
    linkage: 'independent',
    coverage: 'sample',
    confidenceLevel: 0.95,
    audience: 'internal',
    breakdown: [],
    ...more,
  });
}

const clusters = { ...simpleSampling, clusterId: variableId('school') };
const weighted = { ...clusters, weightId: variableId('weight') };

describe('rows drawn on their own', () => {
  it('compare a scale by ranks, scored 1 to k in its order', async () => {
    const { groups, variable } = await compare('answer');
    expect(variable.scaleLength).toBe(4);
    expectRanked(groups[0], synthetic.ordinal, 'answer');
  });

  it('compare the same people by signed ranks of their steps', async () => {
    const result = await compare('answer', { linkage: 'matched' });
    expectRanked(result.groups[0], synthetic.ordinalMatched, 'answer');
    expect(result.flow?.both).toBe(241);
    const [before, after] = result.distribution.groups;
    expect(before?.n).toBe(236);
    expect(before?.counts.reduce<number>((sum, count) => sum + (count ?? 0), 0)).toBe(236);
    expect(after?.n).toBe(236);
  });

  it('compare categories by chi-square, of the same people by Stuart and Maxwell', async () => {
    const independent = (await compare('mode')).groups[0];
    expectClose(independent?.test?.statistic, synthetic.mode.statistic, 'chi-square');
    expectClose(independent?.test?.p, synthetic.mode.p, 'p', 7);
    expectClose(independent?.effectSize?.value, synthetic.mode.v, 'V');
    const matched = (await compare('mode', { linkage: 'matched' })).groups[0];
    expect(matched?.test).toMatchObject({ name: 'stuart-maxwell', df: synthetic.modeMatched.df });
    expectClose(matched?.test?.statistic, synthetic.modeMatched.statistic, 'statistic');
    expectClose(matched?.test?.p, synthetic.modeMatched.p, 'p', 7);
    expect(matched?.effectSize).toBeNull();
  });

  it('never tell how many went from one answer to another', async () => {
    const text = JSON.stringify(await compare('mode', { linkage: 'matched' }));
    expect(text).not.toContain('moves');
    expect(text).not.toContain('zeros');
  });
});

describe('schools drawn, with weights', () => {
  it.each(['answer', 'mode'] as const)('test %s with the F of svychisq', async (name) => {
    const { groups } = await compare(name, { sampling: weighted });
    const theirs = synthetic.designed[name];
    const [group] = groups;
    expect(group).toMatchObject({ method: 'rao-scott', shift: null, reason: null });
    expect(group?.test?.name).toBe('rao-scott');
    expectClose(group?.test?.statistic, theirs.statistic, 'F');
    expectClose(group?.test?.df, theirs.df, 'df');
    expectClose(group?.test?.denominatorDf, theirs.denominatorDf, 'denominator df');
    expectClose(group?.test?.p, theirs.p, 'p', 7);
  });

  it('give weighted shares and medians, and counts of people', async () => {
    const { groups, distribution, samples } = await compare('answer', { sampling: weighted });
    const [group] = groups;
    synthetic.designed.baselineShares.forEach((share, index) => {
      expectClose(group?.baseline.shares?.[index], share, `share ${index}`);
    });
    synthetic.designed.followUpShares.forEach((share, index) => {
      expectClose(group?.followUp.shares?.[index], share, `share ${index}`);
    });
    expectLimits(group?.baseline.median, synthetic.designed.baselineMedian, 'baseline median');
    expectLimits(group?.followUp.median, synthetic.designed.followUpMedian, 'follow-up median');
    expect(group?.baseline.n).toBe(synthetic.ordinal.baseline.n);
    expect(distribution.groups[0]?.counts.every((count) => Number.isInteger(count))).toBe(true);
    expect(samples?.[0]).toMatchObject({ clusters: 14, weightless: 0 });
  });

  it('have medians and top box, but no test, for the same people', async () => {
    const [group] = (await compare('answer', { sampling: weighted, linkage: 'matched' })).groups;
    expect(group).toMatchObject({ method: 'design-medians', test: null, reason: 'no-test-under-design' });
    expect(group?.topBox?.method).toBe('design-matched');
    expect(group?.topBox?.interval).not.toBeNull();
    expect((await compare('mode', { sampling: weighted, linkage: 'matched' })).groups[0]?.method).toBe(
      'design-distribution',
    );
  });

  it('leave the figures as they are when every weight is the same', async () => {
    const plain = await compare('answer', { sampling: clusters });
    const reference = await compare('answer');
    expect(plain.groups[0]?.baseline.shares).toEqual(reference.groups[0]?.baseline.shares);
    expect(plain.groups[0]?.baseline.topBox?.value).toBe(reference.groups[0]?.baseline.topBox?.value);
  });

  it('take the people of one school as units where schools are the groups', async () => {
    const breakdown = [variableId('school')];
    const designed = await compare('answer', { sampling: clusters, breakdown });
    const simple = await compare('answer', { breakdown });
    expect(designed.groups[0]?.method).toBe('rao-scott');
    expect(designed.groups.slice(1)).toEqual(simple.groups.slice(1));
    expect(simple.groups.length).toBe(15);
    const weightedGroups = (await compare('answer', { sampling: weighted, breakdown })).groups.slice(1);
    expect(weightedGroups.every(({ method, test }) => method === 'rao-scott' && test !== null)).toBe(true);
  });

  it('refuse weights that cannot be', async () => {
    const sampling = { ...simpleSampling, weightId: variableId('mode') };
    await expect(compare('answer', { sampling })).rejects.toMatchObject({ code: 'design-invalid' });
  });
});

describe('a census', () => {
  it.each(['independent', 'matched'] as const)(
    'gives exact figures and tests nothing, %s',
    async (linkage) => {
      for (const name of ['answer', 'mode']) {
        const { groups } = await compare(name, { coverage: 'census', linkage, sampling: weighted });
        const [group] = groups;
        expect(group).toMatchObject({ method: 'exact-distribution', test: null, reason: 'not-sampled' });
        const text = JSON.stringify(groups);
        expect(text).not.toContain('"lower"');
        expect(text).not.toContain('"p":0');
        if (name === 'answer') {
          const theirs = linkage === 'matched' ? synthetic.ordinalMatched : synthetic.ordinal;
          expect(group?.baseline.median).toEqual({
            value: theirs.baseline.median.value,
            interval: null,
            reason: 'not-sampled',
          });
          expectClose(group?.shift?.value, theirs.shift.value, 'shift');
          expectClose(group?.effectSize?.value, theirs.effect.value, 'effect');
          expect(group?.topBox).toMatchObject({ method: 'exact-difference', interval: null, p: null });
        }
      }
    },
  );
});

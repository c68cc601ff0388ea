import { describe, expect, it } from 'vitest';
import { computePlanning } from '../../../electron/engine/planning/compute';
import { PlanningResult, PlanningSpec } from '../../../shared/domain/planning';

const shares: PlanningSpec = {
  question: 'required-people',
  outcome: { kind: 'proportion', baseline: 0.5, change: 0.15 },
  linkage: 'independent',
  pairing: { kind: 'correlation', value: 0.5 },
  invited: 150,
  power: 0.8,
  confidenceLevel: 0.95,
  clusters: null,
  population: null,
  nonResponse: 0,
  attrition: 0,
};
const means: PlanningSpec = { ...shares, outcome: { kind: 'mean', standardDeviation: 10, change: 5 } };

function plan(base: PlanningSpec, more: Partial<PlanningSpec> = {}): PlanningResult {
  const result = computePlanning(PlanningSpec.parse({ ...base, ...more }));
  return PlanningResult.parse(result);
}

describe('how many people are needed', () => {
  it('is rounded up from what R computes', () => {
    // power.prop.test(p1 = .5, p2 = .65, power = .8): 169.31; power.t.test(delta = .5, power = .8): 63.77.
    expect(plan(shares).answer).toEqual({
      change: 0.15,
      fall: null,
      completed: 170,
      invited: 170,
      clusters: null,
    });
    expect(plan(means).answer.completed).toBe(64);
    expect(plan(means).method).toBe('two-sample-t');
  });

  it('grows with likeness inside schools, and is told in schools', () => {
    const result = plan(shares, { clusters: { peopleEach: 20, intraclassCorrelation: 0.05 } });
    expect(result.designEffect).toBeCloseTo(1.95, 12);
    // 169.31 times 1.95 is 330.2.
    expect(result.answer).toMatchObject({ completed: 331, invited: 331, clusters: 17 });
    expect(result.effectivePeople).toBeCloseTo(169.3113714, 6);
  });

  it('shrinks in a small population and grows with those who will not answer', () => {
    // 169.31 / (1 + 168.31 / 400) is 119.2.
    expect(plan(shares, { population: 400 }).answer.completed).toBe(120);
    expect(plan(shares, { nonResponse: 0.2 }).answer).toMatchObject({ completed: 170, invited: 213 });
  });

  it('of matched people counts those who will not be found again, and of two cuts does not', () => {
    // Differences of matched people: 10 * sqrt(2 * (1 - .5)) = 10; power.t.test(delta = .5, type = "paired"): 33.37.
    const matched = plan(means, { linkage: 'matched', attrition: 0.3 });
    expect(matched).toMatchObject({ method: 'paired-t', answer: { completed: 34, invited: 49 } });
    expect(plan(means, { attrition: 0.3 }).answer.invited).toBe(64);
  });

  it('of matched shares follows McNemar', () => {
    const result = plan(shares, {
      linkage: 'matched',
      outcome: { kind: 'proportion', baseline: 0.3, change: 0.4 },
      pairing: { kind: 'discordance', value: 0.5 },
    });
    expect(result).toMatchObject({ method: 'mcnemar', answer: { completed: 23 } });
  });

  it('comes with smaller and larger changes around it', () => {
    const { table } = plan(shares);
    expect(table.map(({ change }) => (change ?? 0).toFixed(4))).toEqual([
      '0.0750',
      '0.1125',
      '0.1500',
      '0.1875',
      '0.2250',
      '0.3000',
    ]);
    const people = table.map(({ completed }) => completed ?? 0);
    expect([...people].sort((left, right) => right - left)).toEqual(people);
  });
});

describe('what change can be found', () => {
  it('150 people in each wave find 50 % becoming 65.9 %', () => {
    const { answer, reason } = plan(shares, { question: 'detectable-change' });
    expect(answer.change).toBeCloseTo(0.159, 3);
    expect(answer.fall).toBeCloseTo(-0.159, 3);
    expect(reason).toBeNull();
  });

  it('is what the people needed for a change find', () => {
    for (const spec of [
      shares,
      means,
      { ...means, linkage: 'matched' as const },
      { ...shares, linkage: 'matched' as const },
      { ...shares, clusters: { peopleEach: 12, intraclassCorrelation: 0.08 }, population: 3000 },
    ]) {
      const needed = plan(spec).answer;
      const found = plan(spec, { question: 'detectable-change', invited: needed.invited ?? 0 }).answer;
      expect(found.change).toBeLessThanOrEqual(needed.change ?? 0);
      expect(found.change).toBeGreaterThan((needed.change ?? 0) * 0.97);
    }
  });

  it('is anything at all where everybody answers', () => {
    const result = plan(shares, { question: 'detectable-change', population: 150 });
    expect(result).toMatchObject({ reason: 'whole-population', answer: { change: null, completed: 150 } });
  });

  it('may be a fall alone where there is no room to rise', () => {
    const { answer, reason } = plan(shares, {
      question: 'detectable-change',
      outcome: { kind: 'proportion', baseline: 0.97, change: 0 },
      invited: 60,
    });
    expect(answer.change).toBeNull();
    expect(answer.fall).toBeLessThan(-0.1);
    expect(reason).toBeNull();
  });
});

describe('plans that cannot be', () => {
  it.each<[string, Partial<PlanningSpec>, string]>([
    ['no change', { outcome: { kind: 'proportion', baseline: 0.5, change: 0 } }, 'no-change'],
    [
      'a share above 100 %',
      { outcome: { kind: 'proportion', baseline: 0.9, change: 0.2 } },
      'change-beyond-scale',
    ],
    [
      'fewer people who change than the change',
      { linkage: 'matched', pairing: { kind: 'discordance', value: 0.1 } },
      'pairing-impossible',
    ],
    [
      'a mean with the share of those who change',
      {
        outcome: { kind: 'mean', standardDeviation: 1, change: 1 },
        linkage: 'matched',
        pairing: { kind: 'discordance', value: 0.1 },
      },
      'pairing-needs-correlation',
    ],
    ['more people than there are', { population: 100, nonResponse: 0.5 }, 'more-than-population'],
    ['one person', { question: 'detectable-change', invited: 1 }, 'too-few-people'],
    ['five people', { question: 'detectable-change', invited: 5 }, 'nothing-detectable'],
  ])('%s has a named reason', (_name, more, reason) => {
    expect(plan(shares, more).reason).toBe(reason);
  });
});

import { describe, expect, it } from 'vitest';
import {
  CHOICE_REASONS,
  chooseMethod,
  decisionTable,
  MEASURE_KINDS,
  type MeasureKind,
  type MethodFacts,
} from '../../../shared/stats/choose-method';

const independent = { linkage: 'independent', coverage: 'sample' } as const;
const matched = { linkage: 'matched', coverage: 'sample' } as const;

describe('simple sampling', () => {
  it.each([
    ['proportion', 'wilson', 'newcombe-independent', 'newcombe-paired'],
    ['top-two-box', 'wilson', 'newcombe-independent', 'newcombe-paired'],
    ['mean', 't-interval', 'welch', 'paired-t'],
    ['index', 't-interval', 'welch', 'paired-t'],
    ['ratio', 'ratio-linearised', 'ratio-linearised-independent', 'ratio-linearised-matched'],
    ['rate', 'poisson-exact', 'rate-poisson-independent', 'rate-linearised-matched'],
    ['total', 'plain-figure', 'plain-difference', 'plain-difference'],
    ['count', 'plain-figure', 'plain-difference', 'plain-difference'],
  ] as const satisfies readonly (readonly [MeasureKind, string, string, string])[])(
    'takes for a %s %s, and then %s or %s',
    (kind, estimate, change, changeMatched) => {
      expect(chooseMethod({ kind, ...independent })).toMatchObject({ estimate, change, cautious: null });
      expect(chooseMethod({ kind, ...matched })).toMatchObject({ estimate, change: changeMatched });
    },
  );

  it.each([
    ['proportion', ['two-proportion-z', 'fisher-exact'], ['mcnemar', 'mcnemar-exact']],
    ['mean', ['welch-t'], ['paired-t']],
    ['ratio', ['ratio-t'], ['ratio-t']],
    ['rate', ['poisson-exact', 'poisson-score'], ['ratio-t']],
    ['total', [], []],
  ] as const)('tests a %s by %j, or %j on the same people', (kind, tests, testsMatched) => {
    expect(chooseMethod({ kind, ...independent }).tests).toEqual(tests);
    expect(chooseMethod({ kind, ...matched }).tests).toEqual(testsMatched);
  });

  it('takes the score interval for independent shares alone', () => {
    const proportionInterval = 'miettinen-nurminen';
    expect(chooseMethod({ kind: 'proportion', ...independent, proportionInterval })).toMatchObject({
      estimate: 'wilson',
      change: 'miettinen-nurminen',
      tests: ['miettinen-nurminen-score'],
      reason: 'simple-share-score',
    });
    expect(chooseMethod({ kind: 'proportion', ...matched, proportionInterval }).change).toBe(
      'newcombe-paired',
    );
    expect(chooseMethod({ kind: 'mean', ...independent, proportionInterval }).change).toBe('welch');
    expect(
      chooseMethod({ kind: 'proportion', ...independent, hasWeights: true, proportionInterval }).change,
    ).toBe('design-independent');
  });
});

describe('a declared design', () => {
  it.each([
    ['proportion', 'design-logit'],
    ['top-two-box', 'design-logit'],
    ['mean', 'design-mean'],
    ['index', 'design-mean'],
    ['ratio', 'design-ratio'],
    ['rate', 'design-ratio'],
    ['total', 'design-total'],
    ['count', 'design-total'],
  ] as const)('estimates a %s by %s, whichever part is declared', (kind, estimate) => {
    for (const part of ['hasStrata', 'hasClusters', 'hasWeights', 'hasPopulation'] as const) {
      expect(chooseMethod({ kind, ...independent, [part]: true })).toMatchObject({
        estimate,
        change: 'design-independent',
        tests: ['design-t'],
      });
      expect(chooseMethod({ kind, ...matched, [part]: true }).change).toBe('design-matched');
    }
  });

  it.each([
    [1, 'cluster-robust-matched', null, 'few-clusters'],
    [9, 'cluster-robust-matched', null, 'few-clusters'],
    [10, 'design-matched', 'cluster-robust-matched', 'declared-design-some-clusters'],
    [39, 'design-matched', 'cluster-robust-matched', 'declared-design-some-clusters'],
    [40, 'design-matched', null, 'declared-design'],
    [null, 'design-matched', null, 'declared-design'],
  ] as const)('with %s clusters takes %s, and %s beside it', (clusters, change, cautious, reason) => {
    const facts = { kind: 'mean', ...matched, hasClusters: true, clusters } as const;
    expect(chooseMethod(facts)).toMatchObject({ change, cautious, reason });
    expect(chooseMethod({ ...facts, hasWeights: true })).toMatchObject({ change, cautious, reason });
  });

  it('leaves CR2 out for ratios, rates, totals and counts', () => {
    for (const kind of ['ratio', 'rate', 'total', 'count'] as const) {
      expect(chooseMethod({ kind, ...matched, hasClusters: true, clusters: 5 })).toMatchObject({
        change: 'design-matched',
        cautious: null,
        reason: 'declared-design',
      });
    }
  });

  it('leaves CR2 out where there are strata or population sizes', () => {
    for (const part of ['hasStrata', 'hasPopulation'] as const) {
      const facts: MethodFacts = {
        kind: 'mean',
        ...independent,
        hasClusters: true,
        clusters: 5,
        [part]: true,
      };
      expect(chooseMethod(facts)).toMatchObject({ change: 'design-independent', cautious: null });
    }
  });
});

describe('a census', () => {
  it('is exact whatever else was declared', () => {
    const census = decisionTable().filter(({ facts }) => facts.coverage === 'census');
    expect(census.length).toBeGreaterThan(100);
    for (const { choice } of census) {
      expect(choice).toEqual({
        estimate: 'exact-figure',
        change: 'exact-difference',
        tests: [],
        cautious: null,
        reason: 'census',
      });
    }
  });
});

describe('the table of decisions', () => {
  it('lists every combination of facts once', () => {
    const rows = decisionTable();
    // Kinds × coverage × linkage × interval, × 8 designs without clusters and 8 with them at four counts.
    expect(rows).toHaveLength(MEASURE_KINDS.length * 2 * 2 * 2 * (8 + 8 * 4));
    expect(new Set(rows.map(({ facts }) => JSON.stringify(facts))).size).toBe(rows.length);
    expect(new Set(rows.map(({ choice }) => choice.reason))).toEqual(new Set(CHOICE_REASONS));
  });

  it('never chooses a matched method for independent cuts, nor the other way round', () => {
    for (const { facts, choice } of decisionTable()) {
      const names = `${choice.change} ${choice.cautious ?? ''}`;
      if (facts.linkage === 'independent') expect(names).not.toMatch(/matched|paired/);
      else expect(names).not.toMatch(/independent|welch|nurminen/);
    }
  });
});

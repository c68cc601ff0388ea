import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PanelResult } from '../../../shared/domain/panel';
import { type ComparisonProject, draft, variableId } from '../../support/comparison-project';
import { expectDigits } from '../../unit/stats/support';
import { golden, panelSpec, startPanelProject } from './support';

const variables = {
  person: { type: 'identifier' },
  sex: { type: 'single', options: ['f', 'm'] },
  school: { type: 'single', role: 'group', options: ['a', 'b', 'c'] },
  class: { type: 'single', role: 'group' },
  weight: { type: 'decimal' },
  score: { type: 'decimal' },
  knows: { type: 'boolean' },
} as const;
const indicators = [
  draft({ kind: 'mean', variableId: variableId('score') }, { name: 'Puntaje' }),
  draft({
    kind: 'proportion',
    condition: { op: 'is', variableId: variableId('knows'), values: ['true'] },
  }),
  draft({ kind: 'total', variableId: variableId('score') }),
];

let project: ComparisonProject;
let result: PanelResult;
let designed: PanelResult;

beforeAll(async () => {
  project = await startPanelProject({
    variables,
    waves: [
      { name: '2023', rows: golden.baseline },
      { name: '2024', rows: golden.followUp },
    ],
    indicators,
    settings: { thresholdInternal: 1 },
  });
  result = await project.client.call('panel.describe', panelSpec(3, ['sex', 'school']));
  designed = await project.client.call(
    'panel.describe',
    panelSpec(3, ['sex', 'school'], {
      sampling: {
        stratumId: null,
        clusterId: variableId('class'),
        weightId: variableId('weight'),
        populations: [],
        lonelyStratum: 'adjust',
      },
    }),
  );
});
afterAll(() => project.close());

function difference(of: PanelResult, indicator: number) {
  return of.attrition?.indicators[indicator]?.difference;
}

describe('a panel against R, from its rows', () => {
  it('counts who is in both waves and who in one', () => {
    expect(result.flow).toMatchObject({ status: 'shown', ...golden.flow });
    expectDigits(result.flow?.retention.estimate, golden.flow.both / golden.baseline.length);
  });

  it('compares those found again with those not, at the baseline', () => {
    const [score, knows, total] = result.attrition?.indicators ?? [];
    expectDigits(score?.stayed.estimate, golden.score.stayed);
    expectDigits(score?.left.estimate, golden.score.left);
    expectDigits(score?.difference.interval?.lower, golden.score.lower, 7);
    expectDigits(score?.difference.interval?.upper, golden.score.upper, 7);
    expectDigits(score?.difference.test?.p, golden.score.p, 7);
    expectDigits(knows?.stayed.estimate, golden.knows.stayed);
    expectDigits(knows?.left.estimate, golden.knows.left);
    expectDigits(knows?.difference.test?.p, golden.knows.p, 7);
    expect(total?.difference).toMatchObject({ status: 'empty', reason: 'kind-not-compared' });
    // Two tests in this list: Benjamini-Hochberg leaves the larger p as it is and doubles the smaller, up to the larger.
    expectDigits(knows?.difference.adjustedP, golden.knows.p, 7);
    expectDigits(score?.difference.adjustedP, Math.min(2 * golden.score.p, golden.knows.p), 7);
  });

  it('compares their composition, category by category', () => {
    const [sex, school] = result.attrition?.composition ?? [];
    expect(sex?.categories.map(({ label }) => label)).toEqual(['F', 'M']);
    const boys = sex?.categories[1];
    expectDigits(boys?.stayed.estimate, golden.boys.stayed);
    expectDigits(boys?.left.estimate, golden.boys.left);
    expectDigits(boys?.difference.change, golden.boys.stayed - golden.boys.left);
    expectDigits(boys?.difference.test?.p, golden.boys.p, 7);
    const all = school?.categories.reduce((sum, { stayed }) => sum + (stayed.numerator ?? 0), 0);
    expect(all).toBe(golden.flow.both);
  });

  it('models the chance of being found again', () => {
    const { model, weights } = result.weighting ?? {};
    expect(model).toMatchObject({ people: golden.baseline.length, stayed: golden.flow.both });
    expect(model?.terms.map(({ label, referenceLabel }) => [label, referenceLabel])).toEqual([
      ['M', 'F'],
      ['B', 'A'],
      ['C', 'A'],
    ]);
    golden.model.oddsRatios.forEach((value, index) => {
      expectDigits(model?.terms[index]?.oddsRatio, value);
      expectDigits(model?.terms[index]?.interval?.lower, golden.model.lower[index] ?? null, 7);
      expectDigits(model?.terms[index]?.interval?.upper, golden.model.upper[index] ?? null, 7);
    });
    expectDigits(model?.test?.statistic, golden.model.statistic);
    expectDigits(model?.test?.p, golden.model.p, 7);
    expect(model?.test?.df).toBe(3);
    for (const name of ['mean', 'minimum', 'maximum', 'effectiveN'] as const) {
      expectDigits(weights?.[name], golden.weights[name]);
    }
    expect(weights?.isExtreme).toBe(false);
  });

  it('gives the change of those found again, plain and weighted for those lost', () => {
    const [score, knows, total] = result.weighting?.changes ?? [];
    expect(score?.n).toBe(golden.weightedScore.n);
    expectDigits(score?.unweighted.change, golden.unweighted.change);
    expectDigits(score?.unweighted.interval?.lower, golden.unweighted.lower, 7);
    for (const [found, expected] of [
      [score?.weighted, golden.weightedScore],
      [knows?.weighted, golden.weightedKnows],
    ] as const) {
      expectDigits(found?.change, expected.change);
      expectDigits(found?.interval?.lower, expected.lower, 7);
      expectDigits(found?.interval?.upper, expected.upper, 7);
      expectDigits(found?.test?.p, expected.p, 7);
      expect(found?.method).toBe('weighted-matched');
    }
    expect(total?.weighted).toMatchObject({ status: 'empty', reason: 'kind-not-weighted' });
  });

  it('compares the composition of both waves, minding the people in both', () => {
    const third = result.compositionChange[1]?.categories[2];
    const { composition } = golden;
    expectDigits(third?.baseline.estimate, composition.before);
    expectDigits(third?.followUp.estimate, composition.after);
    expectDigits(third?.difference.change, composition.change);
    expectDigits(third?.difference.interval?.lower, composition.lower, 7);
    expectDigits(third?.difference.interval?.upper, composition.upper, 7);
    expectDigits(third?.difference.test?.p, composition.p, 7);
    expect(third?.difference.method).toBe('partly-matched');
  });

  it('standardises the change to the composition of the baseline, minding the people in both', () => {
    const [score, knows, total] = result.standardised;
    for (const [found, expected] of [
      [score, golden.standardised.score],
      [knows, golden.standardised.knows],
    ] as const) {
      expectDigits(found?.observed, expected.observed);
      expectDigits(found?.standardisedFollowUp, expected.standardisedFollowUp);
      expectDigits(found?.standardised.change, expected.change);
      expectDigits(found?.standardised.interval?.lower, expected.lower, 7);
      expectDigits(found?.standardised.interval?.upper, expected.upper, 7);
      expectDigits(found?.standardised.test?.p, expected.p, 7);
      expectDigits(found?.compositionPart, expected.observed - expected.change, 7);
      expect(found?.strata).toEqual({ all: 6, common: 6, joined: 0 });
    }
    expect(total).toMatchObject({ status: 'empty', reason: 'kind-not-standardised' });
  });
});

describe('a panel of a designed sample against R', () => {
  it('compares those found again with those not by the declared classes and weights', () => {
    expectDigits(difference(designed, 0)?.change, golden.designed.difference);
    const { interval } = difference(designed, 0) ?? {};
    const half = ((interval?.upper ?? 0) - (interval?.lower ?? 0)) / 2;
    // Student's t with 14 degrees: 15 classes, one stratum.
    expectDigits(half / 2.1447866879169273, golden.designed.standardError, 7);
  });

  it('multiplies the weights of the sample by those of staying', () => {
    const found = designed.weighting?.changes[0]?.weighted;
    const expected = golden.designed.weighted;
    expectDigits(found?.change, expected.change);
    expectDigits(found?.interval?.lower, expected.lower, 7);
    expectDigits(found?.interval?.upper, expected.upper, 7);
    expectDigits(found?.test?.p, expected.p, 7);
  });

  it('standardises weighted figures, with the classes that both waves share', () => {
    const found = designed.standardised[0];
    const expected = golden.designed.standardised;
    expectDigits(found?.observed, expected.observed);
    expectDigits(found?.standardised.change, expected.change);
    expectDigits(found?.standardised.interval?.lower, expected.lower, 7);
    expectDigits(found?.standardised.interval?.upper, expected.upper, 7);
  });

  it('describes the rows without interval where only they are counted', () => {
    expect(designed.flow?.retention).toMatchObject({ interval: null, reason: 'rows-only' });
    expect(designed.compositionChange[0]?.categories[0]?.difference).toMatchObject({
      status: 'shown',
      interval: null,
      test: null,
      reason: 'rows-only',
    });
  });
});

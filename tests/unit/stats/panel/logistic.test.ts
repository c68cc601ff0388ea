import { describe, expect, it } from 'vitest';
import { type CovariatePattern, fitLogistic } from '../../../../shared/stats/panel/logistic';
import { expectDigits, expectFiniteThroughout, seededRandom, wholeNumber } from '../support';
import { golden } from './support';

/** One yes/no covariate: who stayed of those without it and of those with it. */
function twoGroups(without: [number, number], within: [number, number]): CovariatePattern[] {
  return [
    { covariates: [1, 0], successes: without[0], trials: without[1] },
    { covariates: [1, 1], successes: within[0], trials: within[1] },
  ];
}

describe('the logistic regression of staying', () => {
  it.each(golden.logistic)('agrees with glm on $name', (example) => {
    const { fit } = fitLogistic(example.patterns);
    example.coefficients.forEach((value, index) => {
      expectDigits(fit?.coefficients[index], value);
    });
    example.standardErrors.forEach((value, index) => {
      expectDigits(fit?.standardErrors[index], value);
    });
    example.fitted.forEach((value, index) => {
      expectDigits(fit?.fitted[index], value);
    });
    expectDigits(fit?.test?.statistic, example.statistic, example.statistic > 1e6 ? 7 : 9);
    expect(fit?.test?.df).toBe(example.df);
    expectDigits(fit?.test?.p, example.p, 7);
  });

  it('gives back the odds ratio of a two by two table', () => {
    const { fit } = fitLogistic(twoGroups([30, 40], [10, 50]));
    expectDigits(Math.exp(fit?.coefficients[1] ?? 0), (10 * 10) / (40 * 30));
    // Woolf: the squared error of a log odds ratio is the sum of the inverse counts.
    expectDigits(fit?.standardErrors[1], Math.sqrt(1 / 10 + 1 / 40 + 1 / 30 + 1 / 10));
  });

  it('predicts as many to stay as stayed, in each category', () => {
    const random = seededRandom(5);
    for (let repeat = 0; repeat < 40; repeat += 1) {
      const patterns = [0, 1].flatMap((sex) =>
        [0, 1, 2].map((school) => {
          const trials = 4 + wholeNumber(random, 60);
          const successes = 1 + wholeNumber(random, trials - 2);
          return { covariates: [1, sex, school === 1 ? 1 : 0, school === 2 ? 1 : 0], trials, successes };
        }),
      );
      const { fit } = fitLogistic(patterns);
      for (const column of [0, 1, 2, 3]) {
        const inside = patterns.map(({ covariates }) => covariates[column] ?? 0);
        const seen = patterns.reduce((sum, { successes }, row) => sum + successes * (inside[row] ?? 0), 0);
        const predicted = patterns.reduce(
          (sum, { trials }, row) => sum + trials * (fit?.fitted[row] ?? 0) * (inside[row] ?? 0),
          0,
        );
        expectDigits(predicted, seen);
      }
    }
  });

  it('does not depend on the order of the patterns', () => {
    const patterns = golden.logistic[2]?.patterns ?? [];
    const { fit } = fitLogistic(patterns);
    const { fit: reversed } = fitLogistic([...patterns].reverse());
    fit?.coefficients.forEach((value, index) => {
      expectDigits(reversed?.coefficients[index], value);
    });
  });

  it('names separation where a category stayed or left as a whole', () => {
    expect(fitLogistic(twoGroups([30, 40], [50, 50])).reason).toBe('separation');
    expect(fitLogistic(twoGroups([30, 40], [0, 50])).reason).toBe('separation');
    expect(fitLogistic(twoGroups([30, 40], [1, 1])).reason).toBe('separation');
  });

  it('names separation that only a combination of covariates shows', () => {
    const patterns = [
      { covariates: [1, 0, 0], trials: 20, successes: 0 },
      { covariates: [1, 1, 0], trials: 20, successes: 9 },
      { covariates: [1, 0, 1], trials: 20, successes: 12 },
      { covariates: [1, 1, 1], trials: 20, successes: 20 },
    ];
    expect(fitLogistic(patterns).reason).toBe('separation');
  });

  it('names what makes a fit impossible', () => {
    expect(fitLogistic([]).reason).toBe('no-cases');
    expect(fitLogistic(twoGroups([0, 0], [0, 0])).reason).toBe('no-cases');
    expect(fitLogistic(twoGroups([10, 10], [5, 5])).reason).toBe('nobody-left');
    expect(fitLogistic(twoGroups([0, 10], [0, 5])).reason).toBe('nobody-stayed');
    expect(() => fitLogistic(twoGroups([11, 10], [0, 5]))).toThrow(RangeError);
    expect(() => fitLogistic(twoGroups([0.5, 10], [0, 5]))).toThrow(RangeError);
  });

  it('has no test without covariates, and no coefficient for a category without people', () => {
    const { fit } = fitLogistic([{ covariates: [1], trials: 10, successes: 4 }]);
    expect(fit?.test).toBeNull();
    expectDigits(fit?.coefficients[0], Math.log(4 / 6));
    const empty = fitLogistic(twoGroups([4, 10], [0, 0]));
    expect(empty.fit?.coefficients[1]).toBeNull();
  });

  it('is finite, or has a reason, for every small table', () => {
    const few = [0, 1, 2, 3];
    for (const n1 of few)
      for (const n2 of few)
        for (const x1 of few.filter((x) => x <= n1))
          for (const x2 of few.filter((x) => x <= n2)) {
            const result = fitLogistic(twoGroups([x1, n1], [x2, n2]));
            expectFiniteThroughout(result);
            expect(result.fit === null).toBe(result.reason !== null);
          }
  });
});

import { describe, expect, it } from 'vitest';
import { analyseScale, feldtInterval } from '../../../../shared/stats/scale/alpha';
import { expectDigits, expectFiniteThroughout } from '../support';
import { golden } from './support';

/** Items of variance 1 that all correlate alike. */
function evenScale(items: number, correlation: number): number[][] {
  return Array.from({ length: items }, (_, row) =>
    Array.from({ length: items }, (_unused, column) => (row === column ? 1 : correlation)),
  );
}

describe('the consistency of a scale', () => {
  it.each(golden.scales)('agrees with psych::alpha on $name', (example) => {
    const { n, covariances, level } = example;
    const result = analyseScale({ n, covariances }, { level });
    expectDigits(result.alpha.value, example.alpha);
    expectDigits(result.alpha.interval?.lower, example.lower, 7);
    expectDigits(result.alpha.interval?.upper, example.upper, 7);
    expectDigits(result.standardisedAlpha.value, example.standardised);
    expectDigits(result.averageCorrelation.value, example.averageCorrelation);
    result.items.forEach((item, index) => {
      expectDigits(item.restCorrelation.value, example.restCorrelations[index] ?? null);
      expectDigits(item.alphaWithout.value, example.alphaWithout[index] ?? null);
    });
  });

  it.each(golden.feldt)('has the limits of psych::alpha.ci for $alpha with $items items', (example) => {
    const interval = feldtInterval(example.alpha, example.n, example.items, example.level);
    expectDigits(interval?.lower, example.lower, 7);
    expectDigits(interval?.upper, example.upper, 7);
  });

  it('follows Spearman and Brown for items that correlate alike', () => {
    const { alpha, items } = analyseScale({ n: 50, covariances: evenScale(4, 0.5) });
    expectDigits(alpha.value, (4 * 0.5) / (1 + 3 * 0.5));
    expectDigits(items[0]?.alphaWithout.value, (3 * 0.5) / (1 + 2 * 0.5));
  });

  it('does not depend on the unit of all items together, nor on their order', () => {
    const [example] = golden.scales;
    const covariances = example?.covariances ?? [];
    const { alpha } = analyseScale({ n: 30, covariances });
    const larger = covariances.map((row) => row.map((value) => value * 1e12));
    expectDigits(analyseScale({ n: 30, covariances: larger }).alpha.value, alpha.value);
    const turned = [...covariances].reverse().map((row) => [...row].reverse());
    expectDigits(analyseScale({ n: 30, covariances: turned }).alpha.value, alpha.value);
  });

  it('shows a negative correlation for the item that was not turned', () => {
    const result = analyseScale({ n: 2709, covariances: golden.scales[2]?.covariances ?? [] });
    expect(result.items.map(({ restCorrelation }) => (restCorrelation.value ?? 0) < 0)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it('leaves an item that does not vary out of every figure and says so', () => {
    const covariances = [
      [2, 1, 0],
      [1, 3, 0],
      [0, 0, 0],
    ];
    const result = analyseScale({ n: 20, covariances });
    const without = analyseScale({
      n: 20,
      covariances: [
        [2, 1],
        [1, 3],
      ],
    });
    expect(result.itemsUsed).toBe(2);
    expect(result.alpha.value).toBe(without.alpha.value);
    expect(result.items[2]).toEqual({
      isConstant: true,
      restCorrelation: { value: null, reason: 'item-without-variation' },
      alphaWithout: { value: null, reason: 'item-without-variation' },
    });
    // Of two items that vary, one alone is no scale.
    expect(result.items[0]?.alphaWithout).toEqual({ value: null, reason: 'single-item' });
  });

  it('names why there is no alpha: nobody, one person, one item, nothing varies, items that cancel', () => {
    const reasonOf = (n: number, covariances: number[][] | null) =>
      analyseScale({ n, covariances }).alpha.reason;
    expect(reasonOf(0, null)).toBe('no-complete-answers');
    expect(reasonOf(1, null)).toBe('single-case');
    expect(reasonOf(20, [[2]])).toBe('single-item');
    expect(
      reasonOf(20, [
        [0, 0],
        [0, 0],
      ]),
    ).toBe('no-variation');
    const cancelling = [
      [1, -1],
      [-1, 1],
    ];
    expect(reasonOf(20, cancelling)).toBe('no-variation');
    expect(analyseScale({ n: 20, covariances: cancelling }).items[0]?.restCorrelation.value).toBe(-1);
  });

  it('has a value without interval in a census', () => {
    const result = analyseScale({ n: 50, covariances: evenScale(3, 0.4) }, { coverage: 'census' });
    expect(result.alpha).toMatchObject({ interval: null, reason: 'not-sampled' });
    expect(result.alpha.value).toBeCloseTo(2 / 3, 12);
  });

  it('stays finite for two people, a thousand million people and far apart spreads', () => {
    const spreads = [1e-150, 1, 1e150];
    const covariances = spreads.map((row, index) =>
      spreads.map((column, other) => row * column * (index === other ? 1 : 0.3)),
    );
    for (const n of [2, 3, 1e9]) {
      expectFiniteThroughout(analyseScale({ n, covariances }));
      expectFiniteThroughout(analyseScale({ n, covariances: evenScale(2, -0.99) }));
      expectFiniteThroughout(analyseScale({ n, covariances: evenScale(5, 1) }));
    }
  });
});

import { describe, expect, it } from 'vitest';
import { baselineRange, baselineZ } from '../../../../shared/stats/scale/bounds';
import { momentsOf } from '../support';

const answers = [2, 4, 4, 5, 9];
const followUp = [1, 5, 9, 12];
const spread = { ...momentsOf(answers), minimum: 2, maximum: 9 };

function place(values: readonly number[], result: ReturnType<typeof baselineRange>): number[] {
  const { transform } = result;
  if (!transform) throw new Error('no transform');
  return values.map((value) => (value - transform.origin) * transform.slope);
}

describe('a scale against the bounds of the baseline', () => {
  it('runs from 0 at the lowest to 100 at the highest answer of the baseline', () => {
    expect(place([2, 9, 5.5], baselineRange(spread, false))).toEqual([0, 100, 50]);
    expect(place([2, 9, 5.5], baselineRange(spread, true)).map(Math.abs)).toEqual([100, 0, 50]);
  });

  it('lets the follow-up lie outside, as clipping would hide change', () => {
    const [low, , , high] = place(followUp, baselineRange(spread, false));
    expect(low).toBeCloseTo(-100 / 7, 12);
    expect(high).toBeCloseTo(1000 / 7, 12);
  });

  it('has mean 0 and deviation 1 at the baseline as z, and the opposite sign reversed', () => {
    const moments = momentsOf(place(answers, baselineZ(spread, false)));
    expect(moments.mean).toBeCloseTo(0, 12);
    expect(moments.variance).toBeCloseTo(1, 12);
    const [turned] = place([9], baselineZ(spread, true));
    const [straight] = place([9], baselineZ(spread, false));
    expect(turned).toBe(-(straight ?? 0));
  });

  it('names why a baseline gives no bounds', () => {
    const nobody = { n: 0, mean: null, variance: null, minimum: null, maximum: null };
    const one = { n: 1, mean: 3, variance: null, minimum: 3, maximum: 3 };
    const same = { n: 8, mean: 3, variance: 0, minimum: 3, maximum: 3 };
    expect(baselineRange(nobody, false)).toEqual({ transform: null, reason: 'no-cases' });
    expect(baselineRange(one, false).reason).toBe('no-variation');
    expect(baselineRange(same, true).reason).toBe('no-variation');
    expect(baselineZ(nobody, false).reason).toBe('no-cases');
    expect(baselineZ(one, false).reason).toBe('single-case');
    expect(baselineZ(same, false).reason).toBe('no-variation');
  });
});

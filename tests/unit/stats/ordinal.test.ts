import { describe, expect, it } from 'vitest';
import { boxCounts, topTwoValues } from '../../../shared/stats/ordinal';

const agreement = [
  { value: 1, count: 4 },
  { value: 2, count: 10 },
  { value: 3, count: 20 },
  { value: 5, count: 6 },
];

describe('top-two box', () => {
  it('takes the two highest of the declared scale even if one was never given', () => {
    expect(boxCounts(agreement, topTwoValues([1, 2, 3, 4, 5], 'highest'))).toEqual({ n: 40, x: 6 });
  });

  it('takes the two lowest where low is favourable', () => {
    expect(boxCounts(agreement, topTwoValues([5, 4, 3, 2, 1], 'lowest'))).toEqual({ n: 40, x: 14 });
    expect(topTwoValues([10, 9, 2, 1, 1], 'lowest')).toEqual([1, 2]);
  });

  it('counts any other box too', () => {
    expect(boxCounts(agreement, [3])).toEqual({ n: 40, x: 20 });
    expect(boxCounts([], [3])).toEqual({ n: 0, x: 0 });
  });
});

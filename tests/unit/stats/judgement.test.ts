import { describe, expect, it } from 'vitest';
import { exactDifference, exactEstimate } from '../../../shared/stats/census';
import { judgeDirection } from '../../../shared/stats/direction';
import { judgeTarget } from '../../../shared/stats/target';
import { compareTotals, estimateTotal } from '../../../shared/stats/total';

function around(lower: number, upper: number) {
  return { lower, upper, level: 0.95 };
}

describe('direction', () => {
  it.each([
    [around(0.05, 0.3), 'higher', 'improved'],
    [around(0.05, 0.3), 'lower', 'worsened'],
    [around(-0.3, -0.05), 'higher', 'worsened'],
    [around(-0.3, -0.05), 'lower', 'improved'],
    [around(-0.05, 0.3), 'higher', 'no-clear-change'],
    [around(0, 0.3), 'higher', 'no-clear-change'],
    [around(-0.3, 0), 'lower', 'no-clear-change'],
    [around(0.05, 0.3), 'neutral', 'not-judged'],
    [null, 'higher', 'not-judged'],
  ] as const)('in a sample, %o where %s is better is %s', (interval, betterWhen, direction) => {
    expect(judgeDirection({ change: 0.1, interval, betterWhen, coverage: 'sample' })).toBe(direction);
  });

  it.each([
    [0.001, 'higher', 'improved'],
    [0.001, 'lower', 'worsened'],
    [-0.001, 'lower', 'improved'],
    [0, 'higher', 'no-clear-change'],
    [null, 'higher', 'not-judged'],
    [0.001, 'neutral', 'not-judged'],
  ] as const)('in a census, a difference of %s where %s is better is %s', (change, betterWhen, direction) => {
    expect(judgeDirection({ change, interval: null, betterWhen, coverage: 'census' })).toBe(direction);
  });
});

describe('target', () => {
  const facts = {
    baseline: 0.4,
    followUp: 0.7,
    target: 0.8,
    betterWhen: 'higher',
    coverage: 'sample',
  } as const;

  it.each([
    [around(0.8, 0.95), 'higher', 'yes'],
    [around(0.6, 0.79), 'higher', 'no'],
    [around(0.6, 0.8), 'higher', 'uncertain'],
    [around(0.6, 0.8), 'lower', 'yes'],
    [around(0.81, 0.9), 'lower', 'no'],
    [around(0.7, 0.9), 'lower', 'uncertain'],
    [null, 'higher', 'uncertain'],
    [around(0.8, 0.95), 'neutral', null],
  ] as const)('with %o where %s is better was reached: %s', (interval, betterWhen, reached) => {
    expect(judgeTarget({ ...facts, interval, betterWhen }).reached).toBe(reached);
  });

  it('gives the part of the way covered', () => {
    expect(judgeTarget({ ...facts, interval: null }).progressShare).toBeCloseTo(0.75, 12);
    expect(judgeTarget({ ...facts, interval: null, followUp: 0.3 }).progressShare).toBeCloseTo(-0.25, 12);
    expect(judgeTarget({ ...facts, interval: null, baseline: 0.8 }).progressShare).toBeNull();
    expect(judgeTarget({ ...facts, interval: null, baseline: null }).progressShare).toBeNull();
  });

  it('goes by the figure itself in a census', () => {
    const census = { ...facts, interval: null, coverage: 'census' } as const;
    expect(judgeTarget({ ...census, followUp: 0.8 }).reached).toBe('yes');
    expect(judgeTarget({ ...census, followUp: 0.79 }).reached).toBe('no');
    expect(judgeTarget({ ...census, followUp: 0.79, betterWhen: 'lower' }).reached).toBe('yes');
  });

  it('judges nothing without a follow-up figure', () => {
    expect(judgeTarget({ ...facts, interval: null, followUp: null })).toEqual({
      reached: null,
      progressShare: null,
    });
  });
});

describe('totals', () => {
  it('are given as observed, with the relative change and no interval', () => {
    expect(estimateTotal(1270)).toEqual({ value: 1270, interval: null, reason: 'no-design-for-interval' });
    expect(compareTotals(984, 302)).toMatchObject({
      change: -682,
      interval: null,
      test: null,
      effectSize: { name: 'relative-change', value: -682 / 984 },
      method: 'plain-difference',
      reason: 'no-design-for-interval',
    });
  });

  it('have no relative change from 0, and a rise from a negative total is positive', () => {
    expect(compareTotals(0, 5)).toMatchObject({ change: 5, effectSize: null });
    expect(compareTotals(-4, -2).effectSize?.value).toBe(0.5);
  });

  it('are absent without cases', () => {
    expect(estimateTotal(null).reason).toBe('no-cases');
    expect(compareTotals(null, 5)).toMatchObject({ change: null, reason: 'no-cases' });
  });
});

describe('a census', () => {
  it('gives exact figures without interval or test', () => {
    expect(exactEstimate(0.62)).toEqual({ value: 0.62, interval: null, reason: 'not-sampled' });
    expect(exactDifference(10, 13)).toMatchObject({
      change: 3,
      interval: null,
      test: null,
      method: 'exact-difference',
      reason: 'not-sampled',
    });
  });

  it('names why a figure is absent', () => {
    expect(exactEstimate(null)).toMatchObject({ value: null, reason: 'no-cases' });
    expect(exactDifference(1, null, 'zero-denominator')).toMatchObject({
      change: null,
      reason: 'zero-denominator',
    });
  });
});

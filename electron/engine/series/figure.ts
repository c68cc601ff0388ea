import type { Measure } from '../../../shared/domain/indicator';
import { assertNever } from '../../../shared/errors';
import type { Statistics } from '../indicators/statistics';

/** Counts and totals of parts add up to those of the whole; shares, means and ratios do not. */
export function addsUp(measure: Pick<Measure, 'kind'>): boolean {
  return measure.kind === 'count' || measure.kind === 'total';
}

/**
 * The figure of a period in the indicator's own scale. A period without rows counts none; it has no share, mean or
 * ratio, and neither has one without answers or with a denominator of 0 (null).
 */
export function figureOf(statistics: Statistics | null, measure: Measure): number | null {
  if (!statistics) return addsUp(measure) ? 0 : null;
  const figure = statistics.shape === 'share' ? statistics.x : 0;
  const sum = (index: number): number =>
    statistics.shape === 'moments' ? (statistics.sums[index] ?? 0) : Number.NaN;
  switch (measure.kind) {
    case 'count':
      return figure;
    case 'total':
      return sum(0);
    case 'proportion':
    case 'top-box':
      return quotient(figure, statistics.n);
    case 'mean':
    case 'index':
      return quotient(sum(0), statistics.n);
    case 'ratio':
      return quotient(sum(0), sum(1));
    case 'rate':
      return quotient(sum(0) * measure.per, Math.max(0, sum(1)));
    default:
      return assertNever(measure);
  }
}

function quotient(numerator: number, denominator: number): number | null {
  const value = numerator / denominator;
  return Number.isFinite(value) ? value : null;
}

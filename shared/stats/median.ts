import { absentEstimate } from './change';
import { assertLevel } from './check';
import { binomialCdf } from './distributions';
import { sortFrequencies, totalCount } from './frequencies';
import { DEFAULT_LEVEL, type Estimate, type Frequencies } from './types';

/**
 * The median, and the interval between the order statistics q and n + 1 - q with q the binomial quantile of (1 - level) / 2
 * for n tosses: holds the median at least that often whatever the distribution. Conover 1999, section 3.2. R:
 * `quantile(x, 0.5, type = 2)`, `sort(x)[qbinom((1 - level) / 2, n, 0.5)]`. No interval if nothing varies or if even
 * lowest and highest value hold it less often ('too-few-for-level': below 6 answers at 95 %).
 */
export function estimateMedian(frequencies: Frequencies, level: number = DEFAULT_LEVEL): Estimate {
  assertLevel(level);
  const sorted = sortFrequencies(frequencies);
  const n = totalCount(sorted);
  if (n === 0) return absentEstimate('no-cases');
  const at = (place: number): number => {
    let seen = 0;
    const found = sorted.find(({ count }) => {
      seen += count;
      return seen >= place;
    });
    return found?.value ?? 0;
  };
  const value = n % 2 === 1 ? at((n + 1) / 2) : at(n / 2) / 2 + at(n / 2 + 1) / 2;
  if (n === 1) return { value, interval: null, reason: 'single-case' };
  if (sorted.length === 1) return { value, interval: null, reason: 'no-variation' };
  const place = medianLimitPlace(n, level);
  if (place === 0) return { value, interval: null, reason: 'too-few-for-level' };
  return { value, interval: { lower: at(place), upper: at(n + 1 - place), level }, reason: null };
}

/** The smallest number of heads whose chance, in `n` tosses, of that many or fewer reaches (1 - level) / 2. R: `qbinom`. */
export function medianLimitPlace(n: number, level: number): number {
  const tail = (1 - level) / 2;
  let [low, high] = [0, Math.ceil(n / 2)];
  while (low < high) {
    const half = Math.floor((low + high) / 2);
    if (binomialCdf(half, n, 0.5) >= tail) high = half;
    else low = half + 1;
  }
  return low;
}

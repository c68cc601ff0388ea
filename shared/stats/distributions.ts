import betainc from '@stdlib/math-base-special-betainc';
import erfcinv from '@stdlib/math-base-special-erfcinv';
import gammaDeltaRatio from '@stdlib/math-base-special-gamma-delta-ratio';
import gammainc from '@stdlib/math-base-special-gammainc';
import inverseBetainc from '@stdlib/math-base-special-kernel-betaincinv';
import binomial from '@stdlib/stats-base-dists-binomial';
import chisquare from '@stdlib/stats-base-dists-chisquare';
import normal from '@stdlib/stats-base-dists-normal';
import student from '@stdlib/stats-base-dists-t';

// The library's normal quantile goes through erfinv(2p - 1) and loses the tail: -Infinity at p = 1e-300.

/** Standard normal value below which a share `p` of the distribution lies, 0 < p < 1. R: `qnorm`. */
export function normalQuantile(p: number): number {
  return p <= 0.5 ? -Math.SQRT2 * erfcinv(2 * p) : Math.SQRT2 * erfcinv(2 * (1 - p));
}

/** Chance that a standard normal is at or below `z`. R: `pnorm`. */
export function normalCdf(z: number): number {
  return normal.cdf(z, 0, 1);
}

/** Two-sided p-value of a standard normal statistic. R: `2 * pnorm(-abs(z))`. */
export function normalTwoSidedP(z: number): number {
  return Math.min(1, 2 * normalCdf(-Math.abs(z)));
}

/** The z with a central share `level` between -z and z; 1.96 for 0.95. */
export function normalCritical(level: number): number {
  return -normalQuantile((1 - level) / 2);
}

/** Chance that Student's t with `df` degrees (any positive number) is at or below `t`. R: `pt`. */
export function tCdf(t: number, df: number): number {
  return student.cdf(t, df);
}

/** Two-sided p-value of a t statistic, by the lower tail. R: `2 * pt(-abs(t), df)`. */
export function tTwoSidedP(t: number, df: number): number {
  return Math.min(1, 2 * tCdf(-Math.abs(t), df));
}

/** The t with a central share `level` between -t and t for `df` degrees. R: `-qt((1 - level) / 2, df)`. */
export function tCritical(level: number, df: number): number {
  return -student.quantile((1 - level) / 2, df);
}

// The library has no upper tail for chi-square, and 1 - cdf is 0 from about 1e-16 down.

/** Chance that chi-square with `df` degrees exceeds `x`. R: `pchisq(lower.tail = FALSE)`. */
export function chiSquareUpperTail(x: number, df: number): number {
  return gammainc(x / 2, df / 2, true, true);
}

/** Value below which a share `p` of chi-square with `df` degrees lies. R: `qchisq`. */
export function chiSquareQuantile(p: number, df: number): number {
  return chisquare.quantile(p, df);
}

/** Chance of at most `x` successes in `n` trials of chance `p`. R: `pbinom`. */
export function binomialCdf(x: number, n: number, p: number): number {
  return binomial.cdf(x, n, p);
}

/** Chance of exactly `x` successes in `n` trials of chance `p`. R: `dbinom`. */
export function binomialPmf(x: number, n: number, p: number): number {
  return binomial.pmf(x, n, p);
}

/** Gamma(z) / Gamma(z + delta) without the cancellation of two log-gammas at large `z`. */
export function gammaRatio(z: number, delta: number): number {
  return gammaDeltaRatio(z, delta);
}

// The library's F loses both ends: its argument x / (1 + x) rounds to 1 where x is large, and its quantile takes 1 - y.

function fLowerQuantile(p: number, df1: number, df2: number): number {
  const [share = Number.NaN, rest = Number.NaN] = inverseBetainc(df1 / 2, df2 / 2, p, 1 - p);
  return (df2 * share) / (df1 * rest);
}

/**
 * Value below which a share `p` of Fisher's F with `df1` and `df2` degrees lies. R: `qf`, but for degrees above 4e5,
 * where R takes a chi-square in its place.
 */
export function fQuantile(p: number, df1: number, df2: number): number {
  return p <= 0.5 ? fLowerQuantile(p, df1, df2) : 1 / fLowerQuantile(1 - p, df2, df1);
}

/** Chance that Fisher's F with `df1` and `df2` degrees exceeds `x`. R: `pf(lower.tail = FALSE)`, down to 1e-290. */
export function fUpperTail(x: number, df1: number, df2: number): number {
  if (x <= 0) return 1;
  const scaled = df1 * x;
  return scaled > df2
    ? betainc(df2 / (df2 + scaled), df2 / 2, df1 / 2, true, false)
    : betainc(scaled / (df2 + scaled), df1 / 2, df2 / 2, true, true);
}

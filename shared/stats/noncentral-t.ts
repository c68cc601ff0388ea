import { normalCdf } from './distributions';

/**
 * Chance that noncentral t with `df` degrees and noncentrality `centre` exceeds `t`. R: `pt(lower.tail = FALSE)`.
 *
 * The kept libraries that have this distribution reach 8 or 9 digits, so it is integrated from its definition, a normal
 * over an independent chi: the chance is the mean of Phi(centre - t s) over s = chi / sqrt(df). With s = exp(u) the
 * density is proportional to exp(df (u - (exp(2u) - 1) / 2)), smooth and falling on both sides, for which the
 * trapezoidal rule converges exponentially (Trefethen and Weideman 2014, SIAM Review 56:385). Dividing by the same sum
 * without Phi leaves no constant to lose digits in.
 */
export function noncentralTUpperTail(t: number, df: number, centre: number): number {
  const width = 1 / Math.sqrt(2 * df);
  const step = Math.min(width / 6, 0.2 / (1 + Math.abs(t)));
  const logDensity = (u: number): number => df * (u - Math.expm1(2 * u) / 2);
  let weights = 0;
  let weighted = 0;
  const add = (u: number): boolean => {
    const weight = Math.exp(logDensity(u));
    weights += weight;
    weighted += weight * normalCdf(centre - t * Math.exp(u));
    return weight > 1e-22;
  };
  add(0);
  for (let place = 1; add(place * step); place += 1);
  for (let place = 1; add(-place * step); place += 1);
  return weighted / weights;
}

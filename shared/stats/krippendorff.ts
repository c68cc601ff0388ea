/** How far two values are apart: `interval` by their squared difference, `ordinal` by the values in between. */
export type AgreementMetric = 'nominal' | 'ordinal' | 'interval';

/** Why alpha is absent: fewer than two values of one unit anywhere, or all of them the same. */
export const ALPHA_REASON_IDS = ['nothing-scored-twice', 'no-variation'] as const;
export type AlphaReasonId = (typeof ALPHA_REASON_IDS)[number];

/** `units` and `values` are those that can be paired: of units that at least two observers valued. */
export type AlphaEstimate = {
  alpha: number | null;
  units: number;
  values: number;
  reason: AlphaReasonId | null;
};

/**
 * Krippendorff's alpha: agreement of any number of observers, some of whom may have left units out. 1 is full agreement, 0 what
 * chance gives, below 0 worse than chance. `units[u]` are the values one unit was given, null where an observer gave none; the
 * observers' order plays no part. Krippendorff 2011, "Computing Krippendorff's alpha-reliability" (coincidence matrix, his
 * canonical data in the tests). R: `irr::kripp.alpha`. Throws RangeError for a value that is not finite.
 */
export function krippendorffAlpha(
  units: readonly (readonly (number | null)[])[],
  metric: AgreementMetric,
): AlphaEstimate {
  const paired = units
    .map((values) => values.filter((value) => value !== null))
    .filter((values) => values.length >= 2);
  for (const values of paired) {
    for (const value of values) if (!Number.isFinite(value)) throw new RangeError('values must be finite');
  }
  const all = paired.flat();
  const counts = { units: paired.length, values: all.length };
  if (all.length === 0) return { alpha: null, ...counts, reason: 'nothing-scored-twice' };
  const totals = new Map<number, number>();
  for (const value of all) totals.set(value, (totals.get(value) ?? 0) + 1);
  const scale = [...totals].sort(([left], [right]) => left - right);
  if (scale.length === 1) return { alpha: null, ...counts, reason: 'no-variation' };
  const distance = distanceOf(metric, scale);
  let observed = 0;
  for (const values of paired) {
    let sum = 0;
    for (const [i, left] of values.entries()) {
      for (const right of values.slice(i + 1)) sum += 2 * distance(left, right);
    }
    observed += sum / (values.length - 1);
  }
  let expected = 0;
  for (const [i, [left, leftCount]] of scale.entries()) {
    for (const [right, rightCount] of scale.slice(i + 1)) {
      expected += 2 * leftCount * rightCount * distance(left, right);
    }
  }
  return { alpha: 1 - ((all.length - 1) * observed) / expected, ...counts, reason: null };
}

function distanceOf(
  metric: AgreementMetric,
  scale: readonly (readonly [number, number])[],
): (left: number, right: number) => number {
  if (metric === 'nominal') return (left, right) => (left === right ? 0 : 1);
  if (metric === 'interval') return (left, right) => (left - right) ** 2;
  // Values up to and including each, less half of its own: the differences are those of the ordinal metric.
  let before = 0;
  const middles = new Map<number, number>();
  for (const [value, count] of scale) {
    middles.set(value, before + count / 2);
    before += count;
  }
  return (left, right) => ((middles.get(left) ?? 0) - (middles.get(right) ?? 0)) ** 2;
}

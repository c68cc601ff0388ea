/** Scores closer than this share of the largest one are the same score: what sums of decimals leave behind. */
const sameWithin = 1e-9;

function isSame(left: number, right: number): boolean {
  return Math.abs(left - right) <= sameWithin * Math.max(1, Math.abs(left), Math.abs(right));
}

/**
 * Places from the highest score down; equal scores share the better place and the next one is left out (1, 2, 2, 4). R:
 * `rank(-x, ties.method = "min")`. Null for a missing score.
 */
export function placesOf(scores: readonly (number | null)[]): (number | null)[] {
  return scores.map((score) =>
    score === null
      ? null
      : 1 + scores.filter((other) => other !== null && other > score && !isSame(other, score)).length,
  );
}

/**
 * Kendall's tau-b of two sets of scores of the same things, ties corrected. R: `cor(method = "kendall")`. Null where fewer than
 * two have both scores, or where one set ties everything.
 */
export function kendallTau(
  left: readonly (number | null)[],
  right: readonly (number | null)[],
): number | null {
  let agreeing = 0;
  let leftPairs = 0;
  let rightPairs = 0;
  for (let i = 0; i < left.length; i += 1) {
    for (let j = i + 1; j < left.length; j += 1) {
      const [a, b, c, d] = [left[i], left[j], right[i], right[j]];
      if (a == null || b == null || c == null || d == null) continue;
      const one = isSame(a, b) ? 0 : Math.sign(a - b);
      const other = isSame(c, d) ? 0 : Math.sign(c - d);
      agreeing += one * other;
      leftPairs += Math.abs(one);
      rightPairs += Math.abs(other);
    }
  }
  return leftPairs === 0 || rightPairs === 0 ? null : agreeing / Math.sqrt(leftPairs * rightPairs);
}

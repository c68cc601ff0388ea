import { assertLevel } from './check';
import { normalTwoSidedP } from './distributions';
import { exactTwoSidedP, signedRankDistribution, smallSample } from './exact-ranks';
import { tieGroups, totalCount } from './frequencies';
import { absentRank, type RankComparison, rankBiserial, type ZeroRule } from './rank-comparison';
import { DEFAULT_LEVEL, type Frequencies } from './types';

/** True where the exact distribution serves: fewer than 50 differences, none 0, no size twice. R: `wilcox.test`. */
export function isExactMatched(differences: Frequencies): boolean {
  const sizes = sizeGroups(differences);
  return (
    totalCount(differences) < smallSample &&
    differences.every(({ value, count }) => value !== 0 || count === 0) &&
    sizes.every((group) => group.baseline + group.followUp === 1)
  );
}

/** Differences by their size: falls as `baseline`, rises as `followUp`; those of 0 left out. */
function sizeGroups(differences: Frequencies) {
  const falls = differences.filter(({ value }) => value < 0);
  return tieGroups(
    falls.map(({ value, count }) => ({ value: -value, count })),
    differences.filter(({ value }) => value > 0),
  );
}

/**
 * Wilcoxon's signed rank test from the frequencies of follow-up minus baseline on the same people. Differences of 0 are
 * left out before ranking ('wilcoxon') or after ('pratt'; Pratt 1959, JASA 54:655); ties share an average rank. Exact below 50
 * differences if none is tied or 0, else the normal approximation without continuity correction. The statistic is the
 * sum of the ranks of the rises: V of R's `wilcox.test(paired = TRUE, correct = FALSE)`; `coin::wilcoxsign_test` for
 * Pratt. The effect size is (rank sum of rises - of falls) / both, with the interval of `rankBiserial`.
 */
export function compareMatchedRanks(
  differences: Frequencies,
  level: number = DEFAULT_LEVEL,
  zeroRule: ZeroRule = 'wilcoxon',
): RankComparison {
  assertLevel(level);
  const people = totalCount(differences);
  const groups = sizeGroups(differences);
  const moved = groups.reduce((sum, group) => sum + group.baseline + group.followUp, 0);
  const zeros = people - moved;
  const ties = groups.some((group) => group.baseline + group.followUp > 1);
  const rules = { ties, zeros, zeroRule };
  if (people === 0) return absentRank('no-cases', rules);
  if (moved === 0) return absentRank('no-discordant-pairs', rules);
  const offset = zeroRule === 'pratt' ? zeros : 0;
  let ranked = offset;
  let balance = 0;
  let squares = 0;
  for (const group of groups) {
    const size = group.baseline + group.followUp;
    const rank = ranked + (size + 1) / 2;
    balance += (group.followUp - group.baseline) * rank;
    squares += size * rank ** 2;
    ranked += size;
  }
  const sum = (moved * (moved + 1 + 2 * offset)) / 2;
  const statistic = sum / 2 + balance / 2;
  const untiedSquares = rankSquares(ranked) - rankSquares(offset);
  return {
    test: isExactMatched(differences)
      ? {
          name: 'wilcoxon-signed-rank-exact',
          statistic,
          df: null,
          p: exactTwoSidedP(signedRankDistribution(moved), statistic),
        }
      : {
          name: 'wilcoxon-signed-rank',
          statistic,
          df: null,
          p: normalTwoSidedP(balance / Math.sqrt(squares)),
        },
    effectSize: rankBiserial('matched-rank-biserial', balance / sum, Math.sqrt(untiedSquares) / sum, level),
    rules,
    reason: null,
  };
}

/** 1² + 2² + … + n². */
function rankSquares(n: number): number {
  return (n * (n + 1) * (2 * n + 1)) / 6;
}

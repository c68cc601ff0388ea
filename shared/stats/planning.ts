import { normalCdf, normalCritical, normalQuantile, tCritical } from './distributions';
import { noncentralTUpperTail } from './noncentral-t';

/** `power` is the chance of finding a change that is there, `level` the confidence level of the two-sided test. */
export type Demand = { power: number; level: number };

/** Where people are drawn in groups: people in each, and how much more alike two of a group are than two of any. */
export type ClusterFacts = { peopleEach: number; intraclassCorrelation: number };

// A significant result in the wrong direction does not find the change, so its small chance is not counted, as R's
// power functions do by default.

/** People in each wave to tell two shares apart, not rounded. Null if they are equal. R: `power.prop.test`. */
export function peopleForProportions(baseline: number, followUp: number, demand: Demand): number | null {
  if (baseline === followUp) return null;
  const { pooled, own } = spreadOfShares(baseline, followUp);
  const reach = normalCritical(demand.level) * pooled + normalQuantile(demand.power) * own;
  return (reach / (followUp - baseline)) ** 2;
}

/** Chance that so many people in each wave tell two shares apart. R: `power.prop.test`. */
export function powerOfProportions(n: number, baseline: number, followUp: number, level: number): number {
  const { pooled, own } = spreadOfShares(baseline, followUp);
  const distance = Math.sqrt(n) * Math.abs(followUp - baseline) - normalCritical(level) * pooled;
  if (own === 0) return distance > 0 ? 1 : 0;
  return normalCdf(distance / own);
}

function spreadOfShares(first: number, second: number): { pooled: number; own: number } {
  const sum = first + second;
  return {
    pooled: Math.sqrt(sum * (1 - sum / 2)),
    own: Math.sqrt(first * (1 - first) + second * (1 - second)),
  };
}

/** Shares of people who change up and down, or null where the correlation cannot be had with these shares. */
export function discordantShares(
  baseline: number,
  followUp: number,
  correlation: number,
): { up: number; down: number } | null {
  const spread = Math.sqrt(baseline * (1 - baseline) * followUp * (1 - followUp));
  // Where everybody answers alike there is no correlation.
  if (spread === 0 && correlation !== 0) return null;
  const up = followUp * (1 - baseline) - correlation * spread;
  const down = baseline * (1 - followUp) - correlation * spread;
  // Both answers yes and both no are shares as well.
  const isPossible = up >= 0 && down >= 0 && baseline - down >= 0 && 1 - baseline - up >= 0;
  return isPossible ? { up, down } : null;
}

/**
 * Pairs for McNemar's test where `discordant` is the share of people who change and `difference` that of ups less that
 * of downs, not rounded. Null without difference. Miettinen 1968; Connor 1987 (Biometrics 43:207).
 */
export function pairsForProportions(discordant: number, difference: number, demand: Demand): number | null {
  if (difference === 0) return null;
  const own = Math.sqrt(Math.max(0, discordant - difference ** 2));
  const reach = normalCritical(demand.level) * Math.sqrt(discordant) + normalQuantile(demand.power) * own;
  return (reach / difference) ** 2;
}

/** Chance that so many pairs find the difference by McNemar's test. Connor 1987 (Biometrics 43:207). */
export function powerOfPairs(n: number, discordant: number, difference: number, level: number): number {
  const own = Math.sqrt(Math.max(0, discordant - difference ** 2));
  const distance = Math.sqrt(n) * Math.abs(difference) - normalCritical(level) * Math.sqrt(discordant);
  if (own === 0) return distance > 0 ? 1 : 0;
  return normalCdf(distance / own);
}

/**
 * Chance that a t test finds a change of a mean: of `n` people in each wave or, matched, of `n` pairs whose differences
 * have the standard deviation given. R: `power.t.test(type = "two.sample" or "paired")`.
 */
export function powerOfMeans(
  n: number,
  change: number,
  standardDeviation: number,
  { level, isMatched }: { level: number; isMatched: boolean },
): number {
  const groups = isMatched ? 1 : 2;
  const df = groups * (n - 1);
  if (!(df > 0)) return 0;
  const centre = (Math.sqrt(n / groups) * Math.abs(change)) / standardDeviation;
  return noncentralTUpperTail(tCritical(level, df), df, centre);
}

/** People in each wave, or pairs, to find a change of a mean, not rounded, at least 2. Null without change. R: `power.t.test`. */
export function peopleForMeans(
  change: number,
  standardDeviation: number,
  demand: Demand & { isMatched: boolean },
): number | null {
  if (change === 0) return null;
  const enough = (n: number): boolean => powerOfMeans(n, change, standardDeviation, demand) >= demand.power;
  let most = 2;
  while (!enough(most)) {
    most *= 2;
    if (most > 1e12) return null;
  }
  return most === 2 ? 2 : smallest(enough, most / 2, most);
}

/** The smallest change of a mean that is found with the power asked for; null under two people. */
export function detectableMean(
  n: number,
  standardDeviation: number,
  demand: Demand & { isMatched: boolean },
): number | null {
  if (!(n > 1)) return null;
  // In standard deviations, so that the search does not depend on the unit.
  const finds = (change: number): boolean => powerOfMeans(n, change, 1, demand) >= demand.power;
  let most = 1;
  while (!finds(most)) {
    most *= 2;
    if (most > 1e9) return null;
  }
  return smallest(finds, 0, most) * standardDeviation;
}

/** The smallest rise (`direction` 1) or fall (-1) of a share found by two waves of `n` people; null if none is. */
export function detectableProportion(
  n: number,
  baseline: number,
  direction: 1 | -1,
  demand: Demand,
): number | null {
  const room = direction === 1 ? 1 - baseline : baseline;
  return signedSearch(
    direction,
    room,
    (change) => powerOfProportions(n, baseline, baseline + change, demand.level) >= demand.power,
  );
}

/**
 * The smallest rise or fall of a share found by `n` pairs: with the correlation given as far as shares allow it, or
 * with the share of people who change given.
 */
export function detectablePairedProportion(
  n: number,
  baseline: number,
  direction: 1 | -1,
  pairing: { kind: 'correlation' | 'discordance'; value: number },
  demand: Demand,
): number | null {
  const room = direction === 1 ? 1 - baseline : baseline;
  const discordantOf = (change: number): number | null => {
    if (pairing.kind === 'discordance') return Math.abs(change) <= pairing.value ? pairing.value : null;
    const shares = discordantShares(baseline, baseline + change, pairing.value);
    return shares && shares.up + shares.down;
  };
  const finds = (change: number): boolean => {
    const discordant = discordantOf(change);
    return discordant !== null && powerOfPairs(n, discordant, change, demand.level) >= demand.power;
  };
  if (pairing.kind === 'discordance') return signedSearch(direction, Math.min(room, pairing.value), finds);
  // Beyond what the correlation allows nothing is found, so the search stays below it.
  const isPossible = (size: number): boolean => discordantOf(direction * size) !== null;
  const possible = isPossible(room) ? room : smallest((size) => !isPossible(size), 0, room) * (1 - 1e-12);
  return signedSearch(direction, possible, finds);
}

function signedSearch(direction: 1 | -1, room: number, finds: (change: number) => boolean): number | null {
  if (!(room > 0) || !finds(direction * room)) return null;
  return direction * smallest((size) => finds(direction * size), 0, room);
}

/** The point from which on `holds` is true, between one where it is not and one where it is, by halving. */
function smallest(holds: (x: number) => boolean, below: number, above: number): number {
  let [low, high] = [below, above];
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return high;
    if (holds(middle)) high = middle;
    else low = middle;
  }
}

/** How many times more people are needed where they are drawn by groups: 1 + (m - 1) ICC. Kish 1965, p. 162. */
export function plannedDesignEffect(clusters: ClusterFacts | null): number {
  return clusters ? 1 + (clusters.peopleEach - 1) * clusters.intraclassCorrelation : 1;
}

/** People needed from a population of `size` for what `n` would give from an endless one. Cochran 1977, p. 77. */
export function withinPopulation(n: number, size: number | null): number {
  return size === null ? n : n / (1 + (n - 1) / size);
}

/** What `n` people of a population of `size` are worth from an endless one; null for everybody. */
export function beyondPopulation(n: number, size: number | null): number | null {
  if (size === null) return n;
  return n >= size ? null : (n * (size - 1)) / (size - n);
}

import { bareChange } from './change';
import { assertCount } from './check';
import { mcnemarExactTest, mcnemarMidPTest, mcnemarTest } from './mcnemar';
import { wilsonInterval } from './proportion';
import { arcsineDistance } from './proportion-independent';
import {
  type ChangeResult,
  DEFAULT_LEVEL,
  type Interval,
  type PairedCounts,
  type ProportionCounts,
} from './types';

const FEW_DISCORDANT_PAIRS = 25;

/** Each wave's own counts over the matched people, and how many they are. Throws RangeError on a bad count. */
export function pairedMargins(pairs: PairedCounts): {
  n: number;
  baseline: ProportionCounts;
  followUp: ProportionCounts;
} {
  const { both, onlyBaseline, onlyFollowUp, neither } = pairs;
  for (const [name, value] of Object.entries({ both, onlyBaseline, onlyFollowUp, neither })) {
    assertCount(name, value);
  }
  const n = both + onlyBaseline + onlyFollowUp + neither;
  return {
    n,
    baseline: { n, x: both + onlyBaseline },
    followUp: { n, x: both + onlyFollowUp },
  };
}

// Newcombe's correction: half a person off a positive association, never past 0.
function correctedPhi({ both, onlyBaseline, onlyFollowUp, neither }: PairedCounts): number {
  const margins =
    Math.sqrt(both + onlyBaseline) *
    Math.sqrt(onlyFollowUp + neither) *
    Math.sqrt(both + onlyFollowUp) *
    Math.sqrt(onlyBaseline + neither);
  if (margins === 0) return 0;
  const n = both + onlyBaseline + onlyFollowUp + neither;
  const association = both * neither - onlyBaseline * onlyFollowUp;
  const corrected = association > 0 ? Math.max(association - n / 2, 0) : association;
  return Math.max(-1, Math.min(1, corrected / margins));
}

function correlatedDistance(first: number, second: number, correlation: number): number {
  const square = first * first - 2 * correlation * first * second + second * second;
  return Math.sqrt(Math.max(0, square));
}

/**
 * Interval of the difference follow-up minus baseline of a share on the same people, null if there are no pairs.
 * Newcombe 1998 (Statistics in Medicine 17:2635), score intervals with corrected phi, method 10.
 */
export function newcombePairedInterval(pairs: PairedCounts, level: number = DEFAULT_LEVEL): Interval | null {
  const { n, baseline, followUp } = pairedMargins(pairs);
  const first = wilsonInterval(baseline, level);
  const second = wilsonInterval(followUp, level);
  if (first === null || second === null) return null;
  const phi = correctedPhi(pairs);
  const p1 = baseline.x / n;
  const p2 = followUp.x / n;
  const change = (pairs.onlyFollowUp - pairs.onlyBaseline) / n;
  return {
    lower: Math.max(-1, change - correlatedDistance(p2 - second.lower, first.upper - p1, phi)),
    upper: Math.min(1, change + correlatedDistance(second.upper - p2, p1 - first.lower, phi)),
    level,
  };
}

/**
 * Change of a share on the same people: Newcombe's paired interval, McNemar's test (exact below 25 discordant
 * pairs) with the mid-p beside it, and Cohen's h without interval.
 */
export function compareMatchedProportions(pairs: PairedCounts, level: number = DEFAULT_LEVEL): ChangeResult {
  const method = 'newcombe-paired';
  const { n, baseline, followUp } = pairedMargins(pairs);
  const interval = newcombePairedInterval(pairs, level);
  if (interval === null) return bareChange(method, 'no-cases');
  const discordant = pairs.onlyBaseline + pairs.onlyFollowUp;
  return {
    change: (pairs.onlyFollowUp - pairs.onlyBaseline) / n,
    interval,
    test: discordant < FEW_DISCORDANT_PAIRS ? mcnemarExactTest(pairs) : mcnemarTest(pairs),
    secondaryTest: mcnemarMidPTest(pairs),
    effectSize: { name: 'cohens-h', value: arcsineDistance(baseline.x / n, followUp.x / n), interval: null },
    method,
    reason: discordant === 0 ? 'no-discordant-pairs' : null,
  };
}

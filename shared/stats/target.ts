import { z } from 'zod';
import type { BetterWhen, Coverage, Interval } from './types';

/**
 * `reached` is null if it cannot be judged (no follow-up figure, or no better side). `progressShare` is the part of
 * the way from baseline to target that was covered (1 at the target, negative if it moved away), null without a
 * baseline or when the baseline already equals the target.
 */
export const TargetAttainment = z.strictObject({
  reached: z.enum(['yes', 'no', 'uncertain']).nullable(),
  progressShare: z.number().nullable(),
});
export type TargetAttainment = z.infer<typeof TargetAttainment>;

/** Whether the follow-up reached the target: by its interval in a sample, by the figure itself in a census. */
export function judgeTarget(facts: {
  baseline: number | null;
  followUp: number | null;
  interval: Interval | null;
  target: number;
  betterWhen: BetterWhen;
  coverage: Coverage;
}): TargetAttainment {
  const { baseline, followUp } = facts;
  if (followUp === null) return { reached: null, progressShare: null };
  return {
    reached: judgeReached(followUp, facts),
    progressShare: progress(baseline, followUp, facts.target),
  };
}

function judgeReached(
  followUp: number,
  facts: { interval: Interval | null; target: number; betterWhen: BetterWhen; coverage: Coverage },
): TargetAttainment['reached'] {
  if (facts.betterWhen === 'neutral') return null;
  const exact = { lower: followUp, upper: followUp };
  const limits = facts.coverage === 'census' ? exact : facts.interval;
  if (limits === null) return 'uncertain';
  const higher = facts.betterWhen === 'higher';
  if (higher ? limits.lower >= facts.target : limits.upper <= facts.target) return 'yes';
  if (higher ? limits.upper < facts.target : limits.lower > facts.target) return 'no';
  return 'uncertain';
}

function progress(baseline: number | null, followUp: number, target: number): number | null {
  if (baseline === null || target === baseline) return null;
  const share = (followUp - baseline) / (target - baseline);
  return Number.isFinite(share) ? share : null;
}

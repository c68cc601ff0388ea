import type { JoinedFrame } from './frame';
import type { DesignKind } from './types';
import type { Presence } from './variance';

/** Below so many clusters the linearised error is too small too often, and the cluster-robust one takes its place. */
export const FEWEST_CLUSTERS_FOR_LINEARISATION = 10;

/** From so many clusters on both agree, and the cluster-robust one is no longer shown. */
export const CLUSTERS_WITHOUT_DOUBT = 40;

/** What the cluster-robust error is to a change: its method, a second opinion beside it, or nothing. */
export type RobustRole = 'method' | 'beside' | 'absent';

/**
 * The role of CR2 by the number of clusters with people in the domain. It is defined here for means and shares over clusters
 * drawn with replacement, so neither for ratios and totals nor under strata or known population sizes.
 */
export function robustRole(kind: DesignKind, frame: JoinedFrame, { units }: Presence): RobustRole {
  if (kind === 'ratio' || kind === 'total') return 'absent';
  if (!frame.clustered || frame.stratified || frame.hasPopulations) return 'absent';
  if (units < FEWEST_CLUSTERS_FOR_LINEARISATION) return 'method';
  return units < CLUSTERS_WITHOUT_DOUBT ? 'beside' : 'absent';
}

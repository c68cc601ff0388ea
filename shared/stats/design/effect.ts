import { arcsineDistance } from '../proportion-independent';
import { hedgesG, hedgesGAverage } from '../standardised-difference';
import { relativeChange } from '../total';
import type { EffectSize } from '../types';
import { weightedCovariance, weightedMoments } from './srs';
import { type WholeSums, wholeSums } from './sums';
import type { DesignKind, DesignSample } from './types';

// The intervals of the simple formulas do not hold under a design, and none is standard there.
function withoutInterval(effect: EffectSize | null): EffectSize | null {
  return effect === null ? null : { ...effect, interval: null };
}

function ofFigures(kind: 'proportion' | 'ratio' | 'total', first: number, second: number): EffectSize | null {
  if (kind !== 'proportion') return relativeChange(first, second);
  const within = [first, second].every((share) => share >= 0 && share <= 1);
  return within ? { name: 'cohens-h', value: arcsineDistance(first, second), interval: null } : null;
}

/**
 * Effect size between two samples, without interval: Cohen's h of the weighted shares; Hedges' g from weighted means and
 * variances (`svyvar`) with the rows as n; relative change of a ratio or total. Null where its divisor is nothing.
 */
export function independentEffect(
  kind: DesignKind,
  [first, second]: readonly [number, number],
  baseline: { sample: DesignSample; sums: WholeSums },
  followUp: { sample: DesignSample; sums: WholeSums },
): EffectSize | null {
  if (kind !== 'mean') return ofFigures(kind, first, second);
  const moments = [baseline, followUp].map(({ sample, sums }) => weightedMoments(sums, sample.origin));
  const [before, after] = moments;
  return before && after ? withoutInterval(hedgesG(before, after)) : null;
}

/** The same over matched people, with g_av for means. */
export function matchedEffect(
  kind: DesignKind,
  [first, second]: readonly [number, number],
  paired: DesignSample,
): EffectSize | null {
  if (kind !== 'mean') return ofFigures(kind, first, second);
  const sums = wholeSums(paired);
  const before = weightedMoments(sums, paired.origin, 0);
  const after = weightedMoments(sums, paired.origin, 1);
  return withoutInterval(
    hedgesGAverage({
      n: before.n,
      meanBaseline: before.mean,
      meanFollowUp: after.mean,
      varianceBaseline: before.variance,
      varianceFollowUp: after.variance,
      covariance: weightedCovariance(sums, 0, 1),
    }),
  );
}

import { bareChange } from '../change';
import { assertLevel } from '../check';
import { type ChangeResult, DEFAULT_LEVEL } from '../types';
import { changeFrom } from './change';
import type { ResidualTerm } from './cluster-robust';
import { independentEffect, matchedEffect } from './effect';
import { joinFrames } from './frame';
import { linearise } from './linearise';
import { scoreMagnitude, simpleVariance } from './srs';
import { dot, wholeSums } from './sums';
import type { DesignKind, DesignSample } from './types';
import { designSpread } from './variance';

const independentMethods = {
  linearised: 'design-independent',
  robust: 'cluster-robust-independent',
} as const;
const matchedMethods = { linearised: 'design-matched', robust: 'cluster-robust-matched' } as const;

function residualTerm(sample: DesignSample, influence: readonly number[], sign: 1 | -1): ResidualTerm {
  const clusters = new Map<string, { name: string; weight: number; residual: number }>();
  for (const { rows, cluster, totals } of sample.units) {
    if (rows === 0 || cluster === null) continue;
    const known = clusters.get(cluster) ?? { name: cluster, weight: 0, residual: 0 };
    clusters.set(cluster, {
      name: cluster,
      weight: known.weight + (totals[0] ?? 0),
      residual: known.residual + dot(influence, totals),
    });
  }
  const entries = [...clusters.values()];
  // The influence of a mean is its residual over the sum of weights.
  const whole = entries.reduce((sum, { weight }) => sum + weight, 0);
  return {
    sign,
    clusters: entries.map((entry) => ({ ...entry, residual: entry.residual * whole })),
  };
}

/**
 * Follow-up minus baseline between independent waves, y as in the estimate of `kind`. Clusters sampled in both waves carry
 * both waves' scores, so what a cluster does to both cancels; in a stratum where the waves share none, and where rows are
 * units, each wave is a sample of its own. R: `svycontrast(svyby(~y, ~wave, svymean, covmat = TRUE))` on
 * `svydesign(ids = ~cluster, strata = ~stratum)` of the stacked waves (in the second case with the strata
 * `interaction(stratum, wave)`), t with `degf`. Where the waves share some clusters but not all, the correction for finite
 * populations is that of the wave that saw the smaller part.
 */
export function compareDesignIndependent(
  kind: DesignKind,
  baseline: DesignSample,
  followUp: DesignSample,
  level: number = DEFAULT_LEVEL,
  scale = 1,
): ChangeResult {
  assertLevel(level);
  const methods = independentMethods;
  const before = { sample: baseline, sums: wholeSums(baseline) };
  const after = { sample: followUp, sums: wholeSums(followUp) };
  const first = linearise(kind, before.sums, baseline.origin, 0, scale);
  const second = linearise(kind, after.sums, followUp.origin, 0, scale);
  if (first.value === null) return bareChange(methods.linearised, first.reason);
  if (second.value === null) return bareChange(methods.linearised, second.reason);
  const frame = joinFrames([baseline, followUp], 'waves');
  const simple = [simpleVariance(before.sums, first.influence), simpleVariance(after.sums, second.influence)];
  return changeFrom({
    kind,
    level,
    methods,
    frame,
    change: second.value - first.value,
    spread: designSpread(frame, [
      { sample: baseline, influences: [first.influence.map((value) => -value)] },
      { sample: followUp, influences: [second.influence] },
    ]),
    simple: simple.reduce((sum, value) => (sum === null || value === null ? null : sum + value), 0),
    magnitudes: [
      first.value,
      second.value,
      scoreMagnitude(before.sums, first.influence),
      scoreMagnitude(after.sums, second.influence),
    ],
    effectSize: independentEffect(kind, [first.value, second.value], before, after),
    terms: () => [residualTerm(baseline, first.influence, -1), residualTerm(followUp, second.influence, 1)],
  });
}

/**
 * Follow-up minus baseline on matched people, y = (baseline, followUp), for a ratio (num1, den1, num2, den2): the contrast
 * of both figures linearised on the pairs. R: `svymean(~I(y2 - y1))`; for ratios
 * `svycontrast(svytotal(~n1 + d1 + n2 + d2), quote(n2 / d2 - n1 / d1))`; t with `degf`. Throws RangeError if y has not
 * as many figures as `kind` asks for.
 */
export function compareDesignMatched(
  kind: DesignKind,
  paired: DesignSample,
  level: number = DEFAULT_LEVEL,
  scale = 1,
): ChangeResult {
  assertLevel(level);
  const methods = matchedMethods;
  const half = kind === 'ratio' ? 2 : 1;
  if (paired.origin.length !== 2 * half) {
    throw new RangeError(`matched ${kind} needs ${2 * half} figures, got ${paired.origin.length}`);
  }
  const sums = wholeSums(paired);
  const first = linearise(kind, sums, paired.origin, 0, scale);
  const second = linearise(kind, sums, paired.origin, half, scale);
  if (first.value === null) return bareChange(methods.linearised, first.reason);
  if (second.value === null) return bareChange(methods.linearised, second.reason);
  const influence = second.influence.map((value, place) => value - (first.influence[place] ?? 0));
  const frame = joinFrames([paired], 'same-sample');
  return changeFrom({
    kind,
    level,
    methods,
    frame,
    change: second.value - first.value,
    spread: designSpread(frame, [{ sample: paired, influences: [influence] }]),
    simple: simpleVariance(sums, influence),
    magnitudes: [
      first.value,
      second.value,
      scoreMagnitude(sums, first.influence),
      scoreMagnitude(sums, second.influence),
    ],
    effectSize: matchedEffect(kind, [first.value, second.value], paired),
    terms: () => [residualTerm(paired, influence, 1)],
  });
}

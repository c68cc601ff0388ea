import { assertLevel, isNegligible } from '../check';
import { compareDesignIndependent } from '../design/contrast';
import { mergeUnits } from '../design/merge';
import { roundingShare } from '../design/sums';
import type { DesignSample, UnitSums } from '../design/types';
import { DEFAULT_LEVEL } from '../types';
import { commonStrata, partChange, type SizedSide } from './composition-parts';
import { absence, named, type Standardisation, withError } from './standardise';

/** One group of people by their composition as domains of each wave's sample; null where a wave had nobody there. */
export type DesignedStratum = { baseline: DesignSample | null; followUp: DesignSample | null };

/**
 * The change of a mean or share standardised to the baseline's weighted composition, where strata, clusters or weights
 * were declared. The error is that of the linearised scores, share × (y - stratum mean) over the stratum's weight, with
 * the shares taken as fixed; clusters sampled in both waves are respected as in any contrast of the design, people in
 * both waves beyond that are not. R: `svytotal` of those scores. Reasons as of `standardiseChange`, and the design's.
 */
export function standardiseDesigned(
  strata: readonly DesignedStratum[],
  level: number = DEFAULT_LEVEL,
): Standardisation {
  assertLevel(level);
  const sized = strata.map(({ baseline, followUp }) => ({
    baseline: sizeOf(baseline),
    followUp: sizeOf(followUp),
  }));
  const parts = partChange(sized);
  const { standardised } = parts;
  if (standardised === null) return { ...parts, standardised: absence(parts) };
  const common = commonStrata(sized);
  const scores = (side: 'baseline' | 'followUp'): DesignSample | null =>
    scoreSample(
      common.flatMap((stratum) => {
        const sample = strata[stratum.position]?.[side];
        return sample ? [{ sample, share: stratum.share, ...stratum[side] }] : [];
      }),
    );
  const before = scores('baseline');
  const after = scores('followUp');
  if (!before || !after) return { ...parts, standardised: named(standardised, 'no-cases') };
  const { error, reason } = compareDesignIndependent('total', before, after, level);
  const standardError = error?.standardError ?? null;
  const degreesOfFreedom = error?.degreesOfFreedom ?? null;
  if (!error || standardError === null || degreesOfFreedom === null || !(standardError > 0)) {
    return { ...parts, standardised: named(standardised, reason ?? 'no-variation') };
  }
  const figures = common.flatMap((stratum) => [stratum.baseline.mean, stratum.followUp.mean]);
  if (isNegligible(standardError, ...figures)) {
    return { ...parts, standardised: named(standardised, 'no-variation') };
  }
  const facts = { ...error, standardError, degreesOfFreedom, designEffect: null };
  return { ...parts, standardised: withError(standardised, facts, 'design-t', level) };
}

function sizeOf(sample: DesignSample | null): SizedSide {
  if (!sample) return { size: 0, mean: null };
  const [size, sum] = sample.units.reduce<[number, number]>(
    ([weights, values], { totals }) => [weights + (totals[0] ?? 0), values + (totals[1] ?? 0)],
    [0, 0],
  );
  return { size, mean: size > 0 ? (sample.origin[0] ?? 0) + sum / size : null };
}

type Scored = { sample: DesignSample; share: number; size: number; mean: number };

/** The strata of one wave as one sample whose y is each person's score. */
function scoreSample(strata: readonly Scored[]): DesignSample | null {
  const [first] = strata;
  if (!first) return null;
  const units = new Map<string, UnitSums>();
  for (const { sample, share, size, mean } of strata) {
    const factor = share / size;
    const shift = mean - (sample.origin[0] ?? 0);
    for (const unit of sample.units) {
      const name = JSON.stringify([unit.stratum, unit.cluster]);
      const known = units.get(name);
      const scored = scoreUnit(unit, factor, shift);
      units.set(name, known ? mergeUnits(known, scored) : scored);
    }
  }
  return { frame: first.sample.frame, origin: [0], units: [...units.values()] };
}

function scoreUnit(unit: UnitSums, factor: number, shift: number): UnitSums {
  // Where everybody of a stratum answers its mean, what taking it off leaves is rounding.
  const left = (...terms: readonly number[]): number => {
    const sum = terms.reduce((all, term) => all + term, 0);
    const size = terms.reduce((all, term) => all + Math.abs(term), 0);
    return Math.abs(sum) > roundingShare(unit.rows) * size ? sum : 0;
  };
  const score = ([one = 0, y = 0, yy = 0]: readonly number[]): number[] => [
    one,
    factor * left(y, -shift * one),
    factor * factor * left(yy, -2 * shift * y, shift * shift * one),
  ];
  return {
    ...unit,
    totals: score([unit.totals[0] ?? 0, unit.totals[1] ?? 0]).slice(0, 2),
    products: score(unit.products),
    squares: unit.squares === null ? null : score(unit.squares),
  };
}

/** A stratum in one wave: its size (people, or the sum of their weights) and its figure; null where nobody is in it. */
export type SizedSide = { size: number; mean: number | null };
export type SizedStratum = { baseline: SizedSide; followUp: SizedSide };

/** A stratum found in both waves, and its share of the baseline's people in such strata. */
export type CommonStratum = {
  position: number;
  share: number;
  baseline: { size: number; mean: number };
  followUp: { size: number; mean: number };
};

/**
 * The observed change and its two parts. `standardised` is the change had the composition stayed that of the baseline
 * (over the strata found in both waves); `compositionPart` is observed minus standardised. Of it,
 * `compositionAtBaseline` is what the new composition does with the baseline's figures and `interaction` the rest; both
 * null where a stratum is missing in a wave. `kitagawa` splits the interaction evenly (Kitagawa 1955). `coveredBaseline`
 * and `coveredFollowUp` are the shares of each wave's people in strata found in both. Null where there are no people.
 */
export type CompositionParts = {
  baseline: number | null;
  followUp: number | null;
  observed: number | null;
  standardisedBaseline: number | null;
  standardisedFollowUp: number | null;
  standardised: number | null;
  compositionPart: number | null;
  compositionAtBaseline: number | null;
  interaction: number | null;
  kitagawa: { change: number; composition: number } | null;
  strata: number;
  commonStrata: number;
  coveredBaseline: number | null;
  coveredFollowUp: number | null;
};

/** The strata found in both waves, with the shares of the baseline that add to 1 among them. */
export function commonStrata(strata: readonly SizedStratum[]): CommonStratum[] {
  const found = strata.flatMap(({ baseline, followUp }, position) =>
    isPeopled(baseline) && isPeopled(followUp) ? [{ position, baseline, followUp }] : [],
  );
  const people = found.reduce((sum, { baseline }) => sum + baseline.size, 0);
  return found.map((stratum) => ({ ...stratum, share: stratum.baseline.size / people }));
}

/** Parts the change of a mean or share between two waves by the composition of their people. Kitagawa 1955. */
export function partChange(strata: readonly SizedStratum[]): CompositionParts {
  const before = overall(strata.map(({ baseline }) => baseline));
  const after = overall(strata.map(({ followUp }) => followUp));
  const common = commonStrata(strata);
  const present = strata.filter(
    ({ baseline, followUp }) => isPeopled(baseline) || isPeopled(followUp),
  ).length;
  const observed = before.mean === null || after.mean === null ? null : after.mean - before.mean;
  const covered = (side: 'baseline' | 'followUp', all: number): number | null =>
    all === 0 ? null : common.reduce((sum, stratum) => sum + stratum[side].size, 0) / all;
  const base = {
    baseline: before.mean,
    followUp: after.mean,
    observed,
    strata: present,
    commonStrata: common.length,
    coveredBaseline: covered('baseline', before.size),
    coveredFollowUp: covered('followUp', after.size),
  };
  if (observed === null || common.length === 0) {
    return {
      ...base,
      standardisedBaseline: null,
      standardisedFollowUp: null,
      standardised: null,
      compositionPart: null,
      compositionAtBaseline: null,
      interaction: null,
      kitagawa: null,
    };
  }
  const standardised = weigh(common, ({ baseline, followUp }) => followUp.mean - baseline.mean);
  const parts = common.length === present ? shiftParts(common, before.size, after.size) : null;
  return {
    ...base,
    standardisedBaseline: weigh(common, ({ baseline }) => baseline.mean),
    standardisedFollowUp: weigh(common, ({ followUp }) => followUp.mean),
    standardised,
    compositionPart: observed - standardised,
    compositionAtBaseline: parts?.atBaseline ?? null,
    interaction: parts?.interaction ?? null,
    kitagawa: parts
      ? {
          change: standardised + parts.interaction / 2,
          composition: parts.atBaseline + parts.interaction / 2,
        }
      : null,
  };
}

function isPeopled(side: SizedSide): side is { size: number; mean: number } {
  return side.size > 0 && side.mean !== null;
}

function overall(sides: readonly SizedSide[]): { size: number; mean: number | null } {
  const peopled = sides.filter(isPeopled);
  const size = peopled.reduce((sum, side) => sum + side.size, 0);
  if (size === 0) return { size, mean: null };
  return { size, mean: peopled.reduce((sum, side) => sum + (side.size / size) * side.mean, 0) };
}

function weigh(common: readonly CommonStratum[], figure: (stratum: CommonStratum) => number): number {
  return common.reduce((sum, stratum) => sum + stratum.share * figure(stratum), 0);
}

function shiftParts(common: readonly CommonStratum[], baselineSize: number, followUpSize: number) {
  let atBaseline = 0;
  let interaction = 0;
  for (const { baseline, followUp } of common) {
    const shift = followUp.size / followUpSize - baseline.size / baselineSize;
    atBaseline += shift * baseline.mean;
    interaction += shift * (followUp.mean - baseline.mean);
  }
  return { atBaseline, interaction };
}

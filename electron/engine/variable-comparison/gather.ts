import type { CellKey } from '../../../shared/domain/comparison';
import type { SampleFrame } from '../../../shared/stats/design/types';
import type { GroupPlace } from '../comparison/groups';
import type { WaveSample } from '../design/sample-frame';
import type { GroupMaterial, SideMaterial } from './material';
import type { VariablePlan } from './plan';
import { populationFactors } from './samples';
import type { AnswerTally, GroupSize, Mass, PairTallies, Place, WaveTallies } from './tallies';

/** What was counted of both waves (baseline first) and, where people are matched, of the pairs. */
export type Readings = {
  plan: VariablePlan;
  samples: readonly [WaveSample, WaveSample] | null;
  waves: readonly [WaveTallies, WaveTallies];
  pairs: PairTallies | null;
};

/** The answers of one group; of the pairs alone where people are matched. */
export function gatherGroup({ plan, samples, waves, pairs }: Readings, { key }: GroupPlace): GroupMaterial {
  const [part] = key;
  const isOwn = ({ group }: { group: string | null }): boolean => part === undefined || group === part.value;
  const side = (
    sizes: readonly GroupSize[],
    answers: readonly AnswerTally[],
    sample: WaveSample | undefined,
  ) => {
    const weighed = weighing(plan, sample, key);
    const own = sizes.filter(isOwn);
    const total = (pick: (size: GroupSize) => number): number =>
      own.reduce((sum, size) => sum + pick(size), 0);
    const n = total((size) => size.n);
    return {
      answers: answers.filter(isOwn).map(weighed.prepare),
      n,
      missing: total(({ people, outside }) => people - outside) - n,
      notApplicable: total(({ outside }) => outside),
      weight: total(({ weight, stratum }) => weight * weighed.factorOf(stratum)),
      frame: weighed.frame,
    } satisfies SideMaterial;
  };
  if (!pairs) {
    return {
      baseline: side(waves[0].sizes, waves[0].answers, samples?.[0]),
      followUp: side(waves[1].sizes, waves[1].answers, samples?.[1]),
      pairs: null,
    };
  }
  // The people found again are a part of the baseline's sample.
  const sample = samples?.[0];
  return {
    baseline: side(pairs.sizes, pairs.baseline, sample),
    followUp: side(pairs.sizes, pairs.followUp, sample),
    pairs: {
      moves: pairs.moves.filter(isOwn).map(weighing(plan, sample, key).prepare),
      differences: pairs.differences.filter(isOwn),
    },
  };
}

type Weighing = {
  frame: SampleFrame | null;
  factorOf(stratum: string | null): number;
  prepare<T extends Place & Mass>(tally: T): T;
};

/**
 * How a group's answers become a sample. Where the group is one cluster its people are the units, and without weights they
 * need no frame at all.
 */
function weighing(
  { sampling, breakdown }: VariablePlan,
  sample: WaveSample | undefined,
  key: CellKey,
): Weighing {
  const plain: Weighing = { frame: null, factorOf: () => 1, prepare: (tally) => tally };
  if (!sampling || !sample) return plain;
  const [part] = key;
  const isByCluster = breakdown !== null && sampling.cluster?.id === breakdown.id;
  const size = isByCluster && part?.value != null ? sample.rowsByCluster?.get(part.value) : undefined;
  if (size !== undefined && !sampling.weight) return plain;
  const factorOf = populationFactors(sample, sampling);
  if (size === undefined) {
    return {
      frame: sample.frame,
      factorOf,
      prepare: (tally) => {
        const factor = factorOf(tally.stratum);
        return { ...tally, weight: tally.weight * factor, squares: tally.squares * factor * factor };
      },
    };
  }
  return {
    frame: {
      strata: [{ stratum: null, clusters: null, rows: size, population: null }],
      lonelyStratum: sample.frame.lonelyStratum,
    },
    factorOf,
    prepare: (tally) => ({ ...tally, stratum: null, cluster: null }),
  };
}

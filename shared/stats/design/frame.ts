import type { DesignSample, LonelyStratumRule, SampledStratum, SampleFrame } from './types';

/**
 * How several samples belong together: `same-sample` are parts of one sample; `waves` are samples of their own, drawn
 * jointly in a stratum where they share clusters and apart from each other elsewhere.
 */
export type Relation = 'same-sample' | 'waves';

/** A stratum of several samples taken together: `units` sampled; `remaining` is 1 - n/N, or 1 where N is unknown. */
export type JoinedStratum = {
  name: string | null;
  units: number;
  clustered: boolean;
  remaining: number;
};

/** `places` gives, sample by sample, the position in `strata` of each stratum's name. */
export type JoinedFrame = {
  strata: readonly JoinedStratum[];
  places: readonly ReadonlyMap<string | null, number>[];
  lonelyStratum: LonelyStratumRule;
  clustered: boolean;
  stratified: boolean;
  hasPopulations: boolean;
  populationBelowSample: boolean;
};

// A frame serves every figure and domain of its wave; its clusters are gone through once.
const alone = new WeakMap<SampleFrame, JoinedFrame>();
const inPairs = new WeakMap<SampleFrame, WeakMap<SampleFrame, JoinedFrame>>();

function sampledUnits(stratum: SampledStratum): number {
  return stratum.clusters === null ? stratum.rows : new Set(stratum.clusters).size;
}

function remainingShare(stratum: SampledStratum): number {
  const { population } = stratum;
  if (population === null) return 1;
  return Math.max(0, (population - sampledUnits(stratum)) / population);
}

function sharesCluster(left: SampledStratum, right: SampledStratum): boolean {
  if (left.clusters === null || right.clusters === null) return false;
  const names = new Set(left.clusters);
  return right.clusters.some((name) => names.has(name));
}

// Waves drawn anew have each their own sampling fraction; the smaller one keeps the joint error cautious.
function joinStratum(members: readonly SampledStratum[], name: string | null): JoinedStratum {
  const clustered = members.some(({ clusters }) => clusters !== null);
  const clusters = new Set(members.flatMap((member) => member.clusters ?? []));
  return {
    name,
    clustered,
    units: clustered ? clusters.size : Math.max(...members.map(({ rows }) => rows)),
    remaining: Math.max(...members.map(remainingShare)),
  };
}

type Member = { frame: number; stratum: SampledStratum };

function buildJoinedFrame(frames: readonly SampleFrame[], relation: Relation): JoinedFrame {
  const strata: JoinedStratum[] = [];
  const places = frames.map(() => new Map<string | null, number>());
  const everything = frames.flatMap((frame) => frame.strata);
  const byName = new Map<string | null, Member[]>();
  frames.forEach((frame, index) => {
    for (const stratum of frame.strata) {
      const members = byName.get(stratum.stratum) ?? [];
      if (members.some((member) => member.frame === index)) {
        throw new RangeError(`stratum ${stratum.stratum} stands twice in a frame`);
      }
      byName.set(stratum.stratum, [...members, { frame: index, stratum }]);
    }
  });
  for (const [name, members] of byName) {
    for (const group of groupMembers(members, relation)) {
      const joined = joinStratum(
        group.map(({ stratum }) => stratum),
        name,
      );
      for (const { frame } of group) places[frame]?.set(name, strata.length);
      strata.push(joined);
    }
  }
  return {
    strata,
    places,
    lonelyStratum: frames[0]?.lonelyStratum ?? 'adjust',
    clustered: everything.some(({ clusters }) => clusters !== null),
    stratified: everything.some(({ stratum }) => stratum !== null),
    hasPopulations: everything.some(({ population }) => population !== null),
    populationBelowSample: everything.some(
      (stratum) => stratum.population !== null && stratum.population < sampledUnits(stratum),
    ),
  };
}

function groupMembers(members: readonly Member[], relation: Relation): Member[][] {
  if (relation === 'same-sample') return [[...members]];
  const groups: Member[][] = [];
  for (const member of members) {
    const joined = groups.filter((group) =>
      group.some((other) => sharesCluster(other.stratum, member.stratum)),
    );
    for (const group of joined) groups.splice(groups.indexOf(group), 1);
    groups.push([...joined.flat(), member]);
  }
  return groups;
}

function kept<Key extends object>(
  memory: WeakMap<Key, JoinedFrame>,
  key: Key,
  build: () => JoinedFrame,
): JoinedFrame {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const built = build();
  memory.set(key, built);
  return built;
}

/**
 * The frames of several samples as one. Those of one sample and of two waves are made once and kept while the frames live.
 * Throws RangeError if a frame names a stratum twice.
 */
export function joinFrames(samples: readonly DesignSample[], relation: Relation): JoinedFrame {
  const frames = samples.map(({ frame }) => frame);
  const build = () => buildJoinedFrame(frames, relation);
  const [first, second, ...others] = frames;
  if (first === undefined || others.length > 0) return build();
  if (second === undefined) return kept(alone, first, build);
  if (relation !== 'waves') return build();
  const partners = inPairs.get(first) ?? new WeakMap<SampleFrame, JoinedFrame>();
  inPairs.set(first, partners);
  return kept(partners, second, build);
}

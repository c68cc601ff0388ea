import { CLUSTERS_WITHOUT_DOUBT, FEWEST_CLUSTERS_FOR_LINEARISATION } from './design/few-clusters';
import type { Coverage, EstimateMethodId, Linkage, MethodId, TestName } from './types';

export const MEASURE_KINDS = [
  'proportion',
  'top-two-box',
  'mean',
  'index',
  'ratio',
  'rate',
  'total',
  'count',
] as const;
export type MeasureKind = (typeof MEASURE_KINDS)[number];

/** Why a method was chosen; one for each row of the table of decisions that a reader can tell apart. */
export const CHOICE_REASONS = [
  'census',
  'simple-share',
  'simple-share-score',
  'simple-share-matched',
  'simple-mean',
  'simple-mean-matched',
  'simple-ratio',
  'simple-ratio-matched',
  'simple-rate',
  'simple-rate-matched',
  'simple-total',
  'declared-design',
  'declared-design-some-clusters',
  'few-clusters',
] as const;
export type ChoiceReason = (typeof CHOICE_REASONS)[number];

/**
 * What was declared, and what is to be measured. `clusters` are those in which people of the figure were found, null
 * while unknown. Facts that are absent were not declared. `proportionInterval` matters to independent shares alone.
 */
export type MethodFacts = {
  kind: MeasureKind;
  linkage: Linkage;
  coverage: Coverage;
  hasStrata?: boolean;
  hasClusters?: boolean;
  hasWeights?: boolean;
  hasPopulation?: boolean;
  clusters?: number | null;
  proportionInterval?: 'newcombe' | 'miettinen-nurminen';
};

/**
 * `estimate` is for the figure of one wave, `change` for the change between two. `tests` names the usual test first,
 * then what takes its place with few cases or many; empty where there is nothing to test. `cautious` stands beside the
 * change without taking its place.
 */
export type MethodChoice = {
  estimate: EstimateMethodId;
  change: MethodId;
  tests: readonly TestName[];
  cautious: MethodId | null;
  reason: ChoiceReason;
};

const FEW_CLUSTERS = FEWEST_CLUSTERS_FOR_LINEARISATION;
const MANY_CLUSTERS = CLUSTERS_WITHOUT_DOUBT;
const robustKinds: readonly MeasureKind[] = ['proportion', 'top-two-box', 'mean', 'index'];

type SimpleChoice = Omit<MethodChoice, 'estimate' | 'cautious'>;
type SimpleRow = { estimate: EstimateMethodId; independent: SimpleChoice; matched: SimpleChoice };

const share: SimpleRow = {
  estimate: 'wilson',
  independent: {
    change: 'newcombe-independent',
    tests: ['two-proportion-z', 'fisher-exact'],
    reason: 'simple-share',
  },
  matched: {
    change: 'newcombe-paired',
    tests: ['mcnemar', 'mcnemar-exact'],
    reason: 'simple-share-matched',
  },
};
const scoreShare: SimpleChoice = {
  change: 'miettinen-nurminen',
  tests: ['miettinen-nurminen-score'],
  reason: 'simple-share-score',
};
const mean: SimpleRow = {
  estimate: 't-interval',
  independent: { change: 'welch', tests: ['welch-t'], reason: 'simple-mean' },
  matched: { change: 'paired-t', tests: ['paired-t'], reason: 'simple-mean-matched' },
};
const total: SimpleRow = {
  estimate: 'plain-figure',
  independent: { change: 'plain-difference', tests: [], reason: 'simple-total' },
  matched: { change: 'plain-difference', tests: [], reason: 'simple-total' },
};

const simpleMethods: Record<MeasureKind, SimpleRow> = {
  proportion: share,
  'top-two-box': share,
  mean,
  index: mean,
  ratio: {
    estimate: 'ratio-linearised',
    independent: { change: 'ratio-linearised-independent', tests: ['ratio-t'], reason: 'simple-ratio' },
    matched: { change: 'ratio-linearised-matched', tests: ['ratio-t'], reason: 'simple-ratio-matched' },
  },
  rate: {
    estimate: 'poisson-exact',
    independent: {
      change: 'rate-poisson-independent',
      tests: ['poisson-exact', 'poisson-score'],
      reason: 'simple-rate',
    },
    matched: { change: 'rate-linearised-matched', tests: ['ratio-t'], reason: 'simple-rate-matched' },
  },
  total,
  count: total,
};

const designEstimates: Record<MeasureKind, EstimateMethodId> = {
  proportion: 'design-logit',
  'top-two-box': 'design-logit',
  mean: 'design-mean',
  index: 'design-mean',
  ratio: 'design-ratio',
  rate: 'design-ratio',
  total: 'design-total',
  count: 'design-total',
};

/**
 * THE mapping from the declared design and the kind of indicator to the method. A census has no sampling error, so it
 * is exact whatever else was declared. A sample of rows drawn on their own with equal chance takes the classical
 * methods; strata, clusters, weights or population sizes take Taylor linearisation. Where clusters were drawn without
 * strata or sizes and are few, CR2 errors with Satterthwaite's degrees take its place for shares and means (below 10)
 * or stand beside it (10 to 39).
 */
export function chooseMethod(facts: MethodFacts): MethodChoice {
  if (facts.coverage === 'census') {
    return {
      estimate: 'exact-figure',
      change: 'exact-difference',
      tests: [],
      cautious: null,
      reason: 'census',
    };
  }
  const { hasStrata, hasClusters, hasWeights, hasPopulation } = facts;
  if (hasStrata || hasClusters || hasWeights || hasPopulation) return designChoice(facts);
  const row = simpleMethods[facts.kind];
  const isScore = facts.proportionInterval === 'miettinen-nurminen' && row === share;
  const choice = isScore && facts.linkage === 'independent' ? scoreShare : row[facts.linkage];
  return { estimate: row.estimate, ...choice, cautious: null };
}

function designChoice(facts: MethodFacts): MethodChoice {
  const { kind, linkage, hasStrata, hasClusters, hasPopulation, clusters } = facts;
  const estimate = designEstimates[kind];
  const taylor = linkage === 'matched' ? 'design-matched' : 'design-independent';
  const robust = linkage === 'matched' ? 'cluster-robust-matched' : 'cluster-robust-independent';
  const isRobust = hasClusters && !hasStrata && !hasPopulation && robustKinds.includes(kind);
  const counted = isRobust && clusters !== null && clusters !== undefined ? clusters : MANY_CLUSTERS;
  if (counted < FEW_CLUSTERS) {
    return { estimate, change: robust, tests: ['cluster-robust-t'], cautious: null, reason: 'few-clusters' };
  }
  return {
    estimate,
    change: taylor,
    tests: ['design-t'],
    cautious: counted < MANY_CLUSTERS ? robust : null,
    reason: counted < MANY_CLUSTERS ? 'declared-design-some-clusters' : 'declared-design',
  };
}

/** One row of the table of decisions: the facts, written out, and what follows from them. */
export type DecisionRow = { facts: Required<MethodFacts>; choice: MethodChoice };

const clusterCounts = [FEW_CLUSTERS - 1, FEW_CLUSTERS, MANY_CLUSTERS - 1, MANY_CLUSTERS] as const;

/**
 * Every combination of facts with its choice, in a fixed order: kind, coverage, linkage, interval, then each part of a
 * design. Clusters are listed at the counts where the choice changes.
 */
export function decisionTable(): DecisionRow[] {
  const designs = crossed([false, true], [false, true]).flatMap(([hasStrata, hasClusters]) =>
    crossed([false, true], [false, true]).flatMap(([hasWeights, hasPopulation]) =>
      (hasClusters ? clusterCounts : [null]).map((clusters) => ({
        hasStrata,
        hasClusters,
        hasWeights,
        hasPopulation,
        clusters,
      })),
    ),
  );
  const linkages: readonly Linkage[] = ['independent', 'matched'];
  const coverages: readonly Coverage[] = ['census', 'sample'];
  const intervals = ['newcombe', 'miettinen-nurminen'] as const;
  return crossed(MEASURE_KINDS, coverages).flatMap(([kind, coverage]) =>
    crossed(linkages, intervals).flatMap(([linkage, proportionInterval]) =>
      designs.map((design) => {
        const facts = { kind, coverage, linkage, proportionInterval, ...design };
        return { facts, choice: chooseMethod(facts) };
      }),
    ),
  );
}

function crossed<A, B>(first: readonly A[], second: readonly B[]): (readonly [A, B])[] {
  return first.flatMap((left) => second.map((right) => [left, right] as const));
}

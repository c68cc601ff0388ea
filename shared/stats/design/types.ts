/**
 * What stands for a stratum with one sampled cluster: `adjust` centres it at the mean over all clusters, `remove` and
 * `certainty` let it add nothing, `average` gives it what the other strata add on average. R: `survey.lonely.psu`.
 */
export const LONELY_STRATUM_RULES = ['adjust', 'remove', 'certainty', 'average'] as const;
export type LonelyStratumRule = (typeof LONELY_STRATUM_RULES)[number];

/**
 * One stratum of the whole sample of a wave (all rows with a positive weight, whatever they answered). `clusters` are
 * the names of those sampled, null where every row is a unit of its own. `rows` counts rows. `population` is the number
 * of clusters (of rows where `clusters` is null) in the population, null where unknown. `stratum` null: no strata.
 */
export type SampledStratum = {
  stratum: string | null;
  clusters: readonly string[] | null;
  rows: number;
  population: number | null;
};

/** The whole sample of a wave, also where a figure concerns a part of its people. */
export type SampleFrame = { strata: readonly SampledStratum[]; lonelyStratum: LonelyStratumRule };

/**
 * Sums over the rows of one cluster (of one stratum, where `cluster` is null and each row is a unit) that belong to a
 * domain and have a valid answer. The vector of a row is z = (1, y1 - o1, …, yk - ok) with the sample's `origin` o.
 * `products` and `squares` are upper triangles by rows: 00, 01, …, 0k, 11, …, kk.
 */
export type UnitSums = {
  stratum: string | null;
  cluster: string | null;
  rows: number;
  /** Sums of w z. */
  totals: readonly number[];
  /** Sums of w z z'. */
  products: readonly number[];
  /** Sums of w² z z'; null where clusters are declared, which do not need them. */
  squares: readonly number[] | null;
};

/**
 * One figure's material in one wave (or over matched people, where y holds both waves'): at most one entry a cluster, and
 * clusters of the frame without an entry have nobody in the domain. `origin` are constants subtracted from each y
 * to keep precision, zeros where none is.
 */
export type DesignSample = {
  frame: SampleFrame;
  origin: readonly number[];
  units: readonly UnitSums[];
};

/** What is estimated; `proportion` has 0 or 1 in y. A count is a `total` of ones. */
export type DesignKind = 'proportion' | 'mean' | 'ratio' | 'total';

import type { JoinedFrame, JoinedStratum } from './frame';
import { addLists, bilinear, bilinearRounding, centredTriangle, dot, triangleLength } from './sums';
import type { DesignSample, UnitSums } from './types';

/** One sample's part in a set of figures: `influences` holds for each figure its weights of the vector z. */
export type Part = { sample: DesignSample; influences: readonly (readonly number[])[] };

/** What of the frame has people in the domain; `unitsByPart` counts each sample's own clusters (rows without clusters). */
export type Presence = {
  rowsByPart: readonly number[];
  unitsByPart: readonly number[];
  units: number;
  stratumNames: number;
  degrees: number;
  isComplete: boolean;
};

/**
 * `covariance` is the upper triangle over the figures; null where every stratum with people has a single unit. `rounding`
 * is how far the variance of the first figure may be from 0 where single rows are units and all of them agree.
 */
export type DesignSpread = { covariance: readonly number[] | null; rounding: number; presence: Presence };

type Gathered = {
  stratum: JoinedStratum;
  rows: number;
  clusters: Map<string, { scores: number[]; part: number }>;
  /** Where rows are units: sums over samples of the scores, of their products already centred, and of what that took. */
  sums: number[];
  centred: number[];
  uncentred: number[];
  taken: number[];
  rounding: number;
};

// From here on R's survey takes a stratum for fully observed.
const COMPLETE = 1e-7;

function outer(vector: readonly number[]): number[] {
  return vector.flatMap((left, row) => vector.slice(row).map((right) => left * right));
}

function scoreProducts(influences: Part['influences'], triangle: readonly number[]): number[] {
  return influences.flatMap((left, row) =>
    influences.slice(row).map((right) => bilinear(left, triangle, right)),
  );
}

function gatherRows(target: Gathered, part: Part, unit: UnitSums, scores: readonly number[]): void {
  if (unit.squares === null) throw new RangeError('sums of squared weights are needed where rows are units');
  const { units } = target.stratum;
  target.sums = addLists(target.sums, scores);
  target.uncentred = addLists(target.uncentred, scoreProducts(part.influences, unit.squares));
  const centred = centredTriangle(unit.squares, unit.totals, units);
  target.centred = addLists(target.centred, scoreProducts(part.influences, centred));
  target.taken = addLists(
    target.taken,
    outer(scores).map((product) => product / units),
  );
  target.rounding += bilinearRounding(part.influences[0] ?? [], unit.squares, centred, unit.rows);
}

function emptyStratum(stratum: JoinedStratum, figures: number): Gathered {
  const zeros = (length: number) => new Array<number>(length).fill(0);
  const triangle = triangleLength(figures);
  return {
    stratum,
    rows: 0,
    clusters: new Map(),
    sums: zeros(figures),
    centred: zeros(triangle),
    uncentred: zeros(triangle),
    taken: zeros(triangle),
    rounding: 0,
  };
}

function gatherCluster(target: Gathered, cluster: string, part: number, scores: number[]): number {
  const known = target.clusters.get(cluster);
  if (known === undefined) {
    target.clusters.set(cluster, { scores, part });
    return 1;
  }
  const isNewHere = known.part !== part;
  target.clusters.set(cluster, { scores: addLists(known.scores, scores), part });
  return isNewHere ? 1 : 0;
}

function gather(frame: JoinedFrame, parts: readonly Part[]): { strata: Gathered[]; unitsByPart: number[] } {
  const found = new Map<number, Gathered>();
  const unitsByPart = parts.map((part, index) => {
    let count = 0;
    for (const unit of part.sample.units) {
      if (unit.rows === 0) continue;
      const place = frame.places[index]?.get(unit.stratum);
      const stratum = place === undefined ? undefined : frame.strata[place];
      if (place === undefined || stratum === undefined) {
        throw new RangeError(`stratum ${unit.stratum} is not in the frame`);
      }
      const target = found.get(place) ?? emptyStratum(stratum, part.influences.length);
      found.set(place, target);
      target.rows += unit.rows;
      const scores = part.influences.map((influence) => dot(influence, unit.totals));
      if (unit.cluster !== null) count += gatherCluster(target, unit.cluster, index, scores);
      else {
        count += unit.rows;
        gatherRows(target, part, unit, scores);
      }
    }
    return count;
  });
  return { strata: [...found.values()], unitsByPart };
}

// Clusters of the frame without people in the domain count as zeros.
function clusterSquares({ stratum, clusters, sums }: Gathered): number[] {
  const total = sums.map(() => 0);
  for (const { scores } of clusters.values()) {
    for (let place = 0; place < total.length; place += 1) {
      total[place] = (total[place] ?? 0) + (scores[place] ?? 0);
    }
  }
  const centre = total.map((sum) => sum / stratum.units);
  const squares = outer(centre).map((product) => product * (stratum.units - clusters.size));
  for (const { scores } of clusters.values()) {
    let place = 0;
    for (let row = 0; row < centre.length; row += 1) {
      const left = (scores[row] ?? 0) - (centre[row] ?? 0);
      for (let column = row; column < centre.length; column += 1) {
        squares[place] = (squares[place] ?? 0) + left * ((scores[column] ?? 0) - (centre[column] ?? 0));
        place += 1;
      }
    }
  }
  return squares;
}

function rowSquares({ stratum, sums, centred, taken }: Gathered): number[] {
  // Between samples that share a stratum's rows: what centring at the joint mean takes beyond centring each.
  return outer(sums).map((product, place) => {
    const across = product / stratum.units - (taken[place] ?? 0);
    return (centred[place] ?? 0) - across;
  });
}

function lonelySquares(target: Gathered): number[] {
  const [only] = target.clusters.values();
  return only === undefined ? target.uncentred : outer(only.scores);
}

// `onestrat` of R's survey 4.1; null is its NA, a stratum that the rule `average` leaves to the others.
function stratumCovariance(target: Gathered, frame: JoinedFrame): number[] | null {
  const { units, remaining } = target.stratum;
  const none = target.centred.map(() => 0);
  if (target.clusters.size > units) throw new RangeError('a cluster is not in the frame');
  if (remaining < COMPLETE) return none;
  if (units > 1) {
    const squares = target.clusters.size > 0 ? clusterSquares(target) : rowSquares(target);
    const factor = (remaining * units) / (units - 1);
    return squares.map((square) => square * factor);
  }
  switch (frame.lonelyStratum) {
    case 'adjust':
      return lonelySquares(target).map((square) => square * remaining);
    case 'average':
      return null;
    case 'remove':
    case 'certainty':
      return none;
  }
}

/**
 * Covariance of linearised figures over a one-stage design with replacement or, where populations are known, with the
 * correction 1 - n/N: for each stratum n/(n-1) times the squared distances of its units' scores from their mean.
 * R: `survey::svyrecvar`. Degrees of freedom: units with people in the domain minus strata with people (`degf`).
 * Throws RangeError if a unit is not in the frame.
 */
export function designSpread(frame: JoinedFrame, parts: readonly Part[]): DesignSpread {
  const { strata, unitsByPart } = gather(frame, parts);
  const covariances = strata.map((target) => stratumCovariance(target, frame));
  const certain = covariances.filter((covariance) => covariance !== null);
  const units = strata.reduce(
    (sum, { clusters, rows }) => sum + (clusters.size > 0 ? clusters.size : rows),
    0,
  );
  const presence: Presence = {
    rowsByPart: parts.map(({ sample }) => sample.units.reduce((sum, unit) => sum + unit.rows, 0)),
    unitsByPart,
    units,
    stratumNames: new Set(strata.map(({ stratum }) => stratum.name)).size,
    degrees: units - strata.length,
    isComplete: strata.every(({ stratum }) => stratum.remaining < COMPLETE),
  };
  const rounding = strata.reduce((sum, stratum) => sum + stratum.rounding, 0);
  if (certain.length === 0) return { covariance: null, rounding, presence };
  const spread = strata.length / certain.length;
  const sum = certain.reduce((total, covariance) => addLists(total, covariance));
  return { covariance: sum.map((value) => value * spread), rounding, presence };
}

import { addLists, scaleList, trianglePlace } from './sums';
import type { DesignSample, UnitSums } from './types';

/**
 * The same unit of two domains that share no people (or of a stratum's rows), put together. Throws RangeError if they
 * are not the same unit or hold different figures.
 */
export function mergeUnits(left: UnitSums, right: UnitSums): UnitSums {
  if (left.stratum !== right.stratum || left.cluster !== right.cluster) {
    throw new RangeError('only the same cluster of the same stratum can be merged');
  }
  if (left.totals.length !== right.totals.length) {
    throw new RangeError('units of different figures cannot be merged');
  }
  return {
    stratum: left.stratum,
    cluster: left.cluster,
    rows: left.rows + right.rows,
    totals: addLists(left.totals, right.totals),
    products: addLists(left.products, right.products),
    squares: left.squares === null || right.squares === null ? null : addLists(left.squares, right.squares),
  };
}

/**
 * One wave of matched people as a sample of its own: y = (baseline, followUp), or for a ratio (num1, den1, num2, den2),
 * becomes the half of `side`. Throws RangeError if y cannot be halved.
 */
export function sideOfPairs(paired: DesignSample, side: 'baseline' | 'followUp'): DesignSample {
  const figures = paired.origin.length;
  if (figures === 0 || figures % 2 !== 0) {
    throw new RangeError(`matched figures come in pairs, got ${figures}`);
  }
  const start = side === 'baseline' ? 0 : figures / 2;
  const columns = Array.from({ length: figures / 2 }, (_, place) => start + place);
  const kept = [0, ...columns.map((column) => column + 1)];
  const places = kept.flatMap((row, index) =>
    kept.slice(index).map((column) => trianglePlace(row, column, figures + 1)),
  );
  const pick = (list: readonly number[], from: readonly number[]) => from.map((place) => list[place] ?? 0);
  return {
    frame: paired.frame,
    origin: pick(paired.origin, columns),
    units: paired.units.map((unit) => ({
      ...unit,
      totals: pick(unit.totals, kept),
      products: pick(unit.products, places),
      squares: unit.squares === null ? null : pick(unit.squares, places),
    })),
  };
}

/**
 * The sample with each row weighted by N/n of its stratum, for designs with populations and without weights; as it is
 * where a stratum has no population. R's `svydesign(fpc = ~N)` does the same where neither `weights` nor `probs` are given.
 */
export function weightByPopulation(sample: DesignSample): DesignSample {
  const factors = new Map<string | null, number>();
  for (const { stratum, population, clusters, rows } of sample.frame.strata) {
    const sampled = clusters === null ? rows : new Set(clusters).size;
    if (population === null || sampled === 0) return sample;
    factors.set(stratum, population / sampled);
  }
  return {
    ...sample,
    units: sample.units.map((unit) => {
      const factor = factors.get(unit.stratum) ?? 1;
      return {
        ...unit,
        totals: scaleList(unit.totals, factor),
        products: scaleList(unit.products, factor),
        squares: unit.squares === null ? null : scaleList(unit.squares, factor ** 2),
      };
    }),
  };
}

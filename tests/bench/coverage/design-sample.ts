import type { DesignSample, SampledStratum, UnitSums } from '../../../shared/stats/design/types';

/** One drawn person; `y` holds the figure's values (both waves' for matched people). */
export type DrawnRow = {
  stratum: string | null;
  cluster: string | null;
  weight: number;
  y: readonly number[];
};

/** Populations by stratum (or for `null`, of the whole), in clusters where rows have one and in people otherwise. */
export type Populations = ReadonlyMap<string | null, number>;

/** The sufficient statistics of drawn rows, summed as the types of `shared/stats/design` describe them. */
export function designSample(rows: readonly DrawnRow[], populations: Populations = new Map()): DesignSample {
  const size = rows[0]?.y.length ?? 1;
  const units = new Map<
    string,
    UnitSums & { totals: number[]; products: number[]; squares: number[] | null }
  >();
  const strata = new Map<string | null, { clusters: Set<string> | null; rows: number }>();
  for (const { stratum, cluster, weight, y } of rows) {
    const key = JSON.stringify([stratum, cluster]);
    const unit = units.get(key) ?? {
      stratum,
      cluster,
      rows: 0,
      totals: Array<number>(size + 1).fill(0),
      products: Array<number>(((size + 1) * (size + 2)) / 2).fill(0),
      squares: cluster === null ? Array<number>(((size + 1) * (size + 2)) / 2).fill(0) : null,
    };
    const z = [1, ...y];
    let place = 0;
    z.forEach((left, row) => {
      unit.totals[row] = (unit.totals[row] ?? 0) + weight * left;
      for (const right of z.slice(row)) {
        unit.products[place] = (unit.products[place] ?? 0) + weight * left * right;
        if (unit.squares) unit.squares[place] = (unit.squares[place] ?? 0) + weight * weight * left * right;
        place += 1;
      }
    });
    unit.rows += 1;
    units.set(key, unit);
    const seen = strata.get(stratum) ?? { clusters: cluster === null ? null : new Set<string>(), rows: 0 };
    seen.rows += 1;
    if (cluster !== null) seen.clusters?.add(cluster);
    strata.set(stratum, seen);
  }
  const sampled = [...strata].map(
    ([stratum, seen]): SampledStratum => ({
      stratum,
      clusters: seen.clusters === null ? null : [...seen.clusters],
      rows: seen.rows,
      population: populations.get(stratum) ?? null,
    }),
  );
  return {
    frame: { strata: sampled, lonelyStratum: 'adjust' },
    origin: Array<number>(size).fill(0),
    units: [...units.values()],
  };
}

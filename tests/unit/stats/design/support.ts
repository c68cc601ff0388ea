import { readFileSync } from 'node:fs';
import { z } from 'zod';
import {
  type DesignKind,
  type DesignSample,
  LONELY_STRATUM_RULES,
  type LonelyStratumRule,
  type SampledStratum,
  type UnitSums,
} from '../../../../shared/stats/design/types';

const figure = z.number();
const Cell = z.union([z.number(), z.string(), z.boolean(), z.null()]);
const Dataset = z.record(z.string(), z.array(Cell));
/** Rows as columns of equal length. */
export type Dataset = z.infer<typeof Dataset>;

const Declared = z.strictObject({
  stratum: z.string().optional(),
  cluster: z.string().optional(),
  weight: z.string().optional(),
  population: z.string().optional(),
});
/** Names of the columns that hold the design. */
export type Declared = z.infer<typeof Declared>;

const Kind = z.enum(['proportion', 'mean', 'ratio', 'total']);
const base = {
  data: z.string(),
  by: Declared,
  domain: z.string().nullable(),
};
const chosen = {
  ...base,
  kind: Kind,
  y: z.array(z.string()),
  level: figure,
  rule: z.enum(LONELY_STRATUM_RULES),
};
const changed = {
  change: figure,
  standardError: figure,
  df: figure,
  lower: figure,
  upper: figure,
  t: figure,
  p: figure,
};

const Golden = z.strictObject({
  datasets: z.record(z.string(), Dataset),
  estimates: z.array(
    z.strictObject({
      ...chosen,
      value: figure,
      standardError: figure,
      df: figure,
      designEffect: figure,
      lower: figure,
      upper: figure,
    }),
  ),
  contrasts: z.array(z.strictObject({ ...chosen, ...changed, g: figure.nullable(), h: figure.nullable() })),
  pairs: z.array(z.strictObject({ ...chosen, ...changed })),
  robust: z.array(
    z.strictObject({
      data: z.string(),
      linkage: z.enum(['independent', 'matched']),
      y: z.array(z.string()),
      weight: z.string().nullable(),
      domain: z.string().nullable(),
      level: figure,
      ...changed,
    }),
  ),
  tables: z.array(
    z.strictObject({
      ...base,
      group: z.string(),
      answer: z.string(),
      relation: z.enum(['waves', 'same-sample']),
      f: figure,
      ndf: figure,
      ddf: figure,
      fP: figure,
      df: figure,
      chisqP: figure,
    }),
  ),
  correlations: z.array(
    z.strictObject({
      data: z.string(),
      y: z.string(),
      weight: z.string().nullable(),
      correlation: figure,
      size: figure,
      designEffect: figure,
    }),
  ),
  medians: z.array(
    z.strictObject({
      ...base,
      y: z.string(),
      level: figure,
      value: figure,
      lower: figure,
      upper: figure,
      standardError: figure,
    }),
  ),
  fromSizes: z.record(
    z.enum(['clusters', 'strata']),
    z.strictObject({ value: figure, standardError: figure }),
  ),
  frame: z.array(z.strictObject({ stratum: z.string(), clusters: z.array(z.string()), rows: figure })),
  national: z.array(
    z.strictObject({
      units: z.array(
        z.strictObject({
          stratum: z.string(),
          cluster: z.string(),
          rows: figure,
          totals: z.array(figure),
          products: z.array(figure),
        }),
      ),
      value: figure,
      standardError: figure,
      designEffect: figure,
      df: figure,
      lower: figure,
      upper: figure,
    }),
  ),
});

/** Figures written by tests/fixtures/golden/stats/design.R. */
export const golden = Golden.parse(
  JSON.parse(readFileSync(new URL('../../../fixtures/golden/stats/design.json', import.meta.url), 'utf8')),
);

/** One row of a sample, its y already read. */
export type Row = {
  stratum: string | null;
  cluster: string | null;
  weight: number;
  /** Null where the row is outside the domain or has no valid answer. */
  y: readonly number[] | null;
};

export type SampleOptions = {
  rule?: LonelyStratumRule;
  /** Size of a stratum's population, in clusters or rows. */
  populationOf?: (stratum: string | null) => number | null;
  origin?: readonly number[];
};

/** The sums that the engine hands over, made row by row. */
export function sampleOfRows(rows: readonly Row[], options: SampleOptions = {}): DesignSample {
  const figures = options.origin?.length ?? rows.find(({ y }) => y !== null)?.y?.length ?? 1;
  const origin = options.origin ?? new Array<number>(figures).fill(0);
  const size = figures + 1;
  const strata = new Map<string | null, { clusters: Set<string>; rows: number; clustered: boolean }>();
  const units = new Map<string, UnitSums & { totals: number[]; products: number[]; squares: number[] }>();
  for (const { stratum, cluster, weight, y } of rows) {
    const sampled = strata.get(stratum) ?? {
      clusters: new Set<string>(),
      rows: 0,
      clustered: cluster !== null,
    };
    strata.set(stratum, sampled);
    sampled.rows += 1;
    if (cluster !== null) sampled.clusters.add(cluster);
    if (y === null) continue;
    const key = JSON.stringify([stratum, cluster]);
    const zeros = (length: number) => new Array<number>(length).fill(0);
    const triangle = (size * (size + 1)) / 2;
    const unit = units.get(key) ?? {
      stratum,
      cluster,
      rows: 0,
      totals: zeros(size),
      products: zeros(triangle),
      squares: zeros(triangle),
    };
    units.set(key, unit);
    const vector = [1, ...y.map((value, place) => value - (origin[place] ?? 0))];
    unit.rows += 1;
    let place = 0;
    vector.forEach((left, row) => {
      unit.totals[row] = (unit.totals[row] ?? 0) + weight * left;
      for (const right of vector.slice(row)) {
        unit.products[place] = (unit.products[place] ?? 0) + weight * left * right;
        unit.squares[place] = (unit.squares[place] ?? 0) + weight ** 2 * left * right;
        place += 1;
      }
    });
  }
  const frame: SampledStratum[] = [...strata].map(([stratum, sampled]) => ({
    stratum,
    clusters: sampled.clustered ? [...sampled.clusters] : null,
    rows: sampled.rows,
    population: options.populationOf?.(stratum) ?? null,
  }));
  return {
    frame: { strata: frame, lonelyStratum: options.rule ?? 'adjust' },
    origin,
    units: [...units.values()].map((unit) => (unit.cluster === null ? unit : { ...unit, squares: null })),
  };
}

function columnOf(data: Dataset, name: string): Dataset[string] {
  const column = data[name];
  if (column === undefined) throw new Error(`no column ${name}`);
  return column;
}

export type Selection = {
  by: Declared;
  y: readonly string[];
  domain?: string | null;
  /** Only rows with this value in the column. */
  only?: { column: string; value: number | string };
  /** Makes y from the row instead of reading it. */
  makeY?: (row: number) => readonly number[] | null;
};

/** Rows of a golden data set as the engine would see them. */
export function rowsOf(data: Dataset, { by, y, domain, only, makeY }: Selection): Row[] {
  const [length] = Object.values(data).map((column) => column.length);
  const cell = (name: string, row: number) => columnOf(data, name)[row] ?? null;
  const rows: Row[] = [];
  for (let row = 0; row < (length ?? 0); row += 1) {
    if (only && cell(only.column, row) !== only.value) continue;
    const inside = domain == null || Number(cell(domain, row)) === 1;
    const made = makeY ? makeY(row) : y.map((name) => cell(name, row));
    const valid = inside && made?.every((value) => value !== null) ? made.map(Number) : null;
    rows.push({
      stratum: by.stratum === undefined ? null : String(cell(by.stratum, row)),
      cluster: by.cluster === undefined ? null : String(cell(by.cluster, row)),
      weight: by.weight === undefined ? 1 : Number(cell(by.weight, row)),
      y: valid,
    });
  }
  return rows;
}

/** The declared population of each stratum, read from the column that `by` names. */
export function populationsOf(data: Dataset, by: Declared): SampleOptions['populationOf'] {
  const { population, stratum } = by;
  if (population === undefined) return undefined;
  const sizes = new Map<string | null, number>();
  columnOf(data, population).forEach((size, row) => {
    sizes.set(stratum === undefined ? null : String(columnOf(data, stratum)[row]), Number(size));
  });
  return (name) => sizes.get(name) ?? null;
}

/** A golden data set by its name. */
export function dataset(name: string): Dataset {
  const data = golden.datasets[name];
  if (data === undefined) throw new Error(`no data set ${name}`);
  return data;
}

/** The sample of a golden case. */
export function sampleOf(data: Dataset, selection: Selection, options: SampleOptions = {}): DesignSample {
  const populationOf = populationsOf(data, selection.by);
  return sampleOfRows(rowsOf(data, selection), { ...(populationOf ? { populationOf } : {}), ...options });
}

/** Rows of value 0 or 1 (over 2, for a ratio), named `stratum/cluster` by place; null is outside the domain. */
export function rowsFor(
  kind: DesignKind,
  places: readonly string[],
  values: readonly (number | null)[],
): Row[] {
  return places.map((place, row) => {
    const [stratum, cluster] = place.split('/');
    const value = values[row] ?? null;
    return {
      stratum: stratum || null,
      cluster: cluster || null,
      weight: 1,
      y: value === null ? null : kind === 'ratio' ? [value, 2] : [value],
    };
  });
}

/** The sample of `rowsFor`. */
export function sampleFor(
  kind: DesignKind,
  places: readonly string[],
  values: readonly (number | null)[],
  options: SampleOptions = {},
): DesignSample {
  return sampleOfRows(rowsFor(kind, places, values), { origin: kind === 'ratio' ? [0, 0] : [0], ...options });
}

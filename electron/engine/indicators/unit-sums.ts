import type { UnitSums } from '../../../shared/stats/design/types';
import { type Sql, sql } from '../db/sql';
import type { AggregateList } from './aggregates';
import { covariancePairs, type MomentStatistics, type Statistics } from './statistics';

/** Sums of one statement by position: everything read from a row is a sum, so groups are put together by adding. */
export type SumList = {
  /** The position at which the sum will be found. */
  add(sum: Sql): number;
};

/** A list of sums that names its columns in an aggregate list; `names` follow the positions. */
export function createSumList(aggregates: AggregateList): SumList & { names(): readonly string[] } {
  const positions = new Map<string, number>();
  return {
    add(sum) {
      // Read as doubles: wide integers would cross one by one.
      const name = aggregates.add(sql`(${sum})::double`);
      const position = positions.get(name) ?? positions.size;
      positions.set(name, position);
      return position;
    },
    names: () => [...positions.keys()],
  };
}

/** The columns an indicator has in a statement; with `isPaired` the first half is the baseline's. */
export type UnitFigure = {
  isShare: boolean;
  isPaired: boolean;
  /** Booleans or doubles, null on the same rows. A double has its origin taken off. */
  values: readonly Sql[];
  origin: readonly number[];
  asked: Sql | null;
  /** Null where whoever has values answered. */
  answered: Sql | null;
  /** True where a question was not put; null where it was to everybody. */
  notApplicable: Sql | null;
};

/** How sums become what estimators take. `origin` are the constants taken off each value. */
export type UnitReader = {
  origin: readonly number[];
  statistics(sums: Float64Array): Statistics;
  unit(sums: Float64Array, stratum: string | null, cluster: string | null): UnitSums;
};

type Weighting = {
  /** The weight of a row; null where all rows weigh the same. */
  weight: Sql | null;
  /** Whether single rows are units somewhere, which takes sums of squared weights. */
  needsSquares: boolean;
};

/** Adds the sums that an indicator needs for each unit, and says how to read them. */
export function sumFigure(figure: UnitFigure, sums: SumList, weighting: Weighting): UnitReader {
  const { asked, answered, notApplicable, values, origin } = figure;
  const [first = sql`null`] = values;
  const askedAt = sums.add(asked ? sql`count_if(${asked})` : sql`count(*)`);
  const nAt = sums.add(sql`count(${first})`);
  const answeredAt = answered
    ? sums.add(sql`count_if(${answered}${asked ? sql` and ${asked}` : sql``})`)
    : nAt;
  const outsideAt = notApplicable ? sums.add(sql`count_if(${notApplicable})`) : null;
  const { weight, needsSquares } = weighting;
  const plain = figure.isShare || weight === null ? triangle(figure, sums, null) : [];
  const weighted = weight ? triangle(figure, sums, weight) : plain;
  const squared = weight && needsSquares ? triangle(figure, sums, sql`(${weight} * ${weight})`) : plain;
  const size = values.length + 1;
  return {
    origin,
    statistics(vector) {
      const n = vector[nAt] ?? 0;
      const all = vector[askedAt] ?? 0;
      const counts = {
        asked: all,
        n,
        missing: all - (vector[answeredAt] ?? 0),
        ...(outsideAt === null ? {} : { notApplicable: vector[outsideAt] ?? 0 }),
      };
      const products = plain.map((position) => vector[position] ?? 0);
      if (figure.isShare) return shareStatistics(figure, counts, products);
      return { shape: 'moments', ...counts, ...plainMoments(n, products, origin) };
    },
    unit(vector, stratum, cluster) {
      const products = weighted.map((position) => vector[position] ?? 0);
      return {
        stratum,
        cluster,
        rows: vector[nAt] ?? 0,
        totals: products.slice(0, size),
        products,
        squares: needsSquares ? squared.map((position) => vector[position] ?? 0) : null,
      };
    },
  };
}

// Upper triangle of the sums of w z z' with z = (1, y1, …), by rows; its first row are the totals.
function triangle({ isShare, values }: UnitFigure, sums: SumList, weight: Sql | null): number[] {
  const [first = sql`null`] = values;
  return covariancePairs(values.length + 1).map(([row, column]) => {
    const factors = [...new Set([row, column])].flatMap((index) => {
      const value = index === 0 ? null : values[index - 1];
      return value ? [value] : [];
    });
    if (isShare) return sums.add(shareSum(factors, first, weight));
    const both = [row, column].flatMap((index) => {
      const value = index === 0 ? null : values[index - 1];
      return value ? [value] : [];
    });
    return sums.add(valueSum(both, first, weight));
  });
}

function shareSum(factors: readonly Sql[], first: Sql, weight: Sql | null): Sql {
  const [one, other] = factors;
  if (!one && !weight) return sql`count(${first})`;
  const holds = one && other ? sql`${one} and ${other}` : (one ?? sql`${first} is not null`);
  return weight ? sql`coalesce(sum(case when ${holds} then ${weight} end), 0)` : sql`count_if(${holds})`;
}

function valueSum(factors: readonly Sql[], first: Sql, weight: Sql | null): Sql {
  const [one, other] = factors;
  if (!one) {
    if (!weight) return sql`count(${first})`;
    return sql`coalesce(sum(case when ${first} is not null then ${weight} end), 0)`;
  }
  const product = other ? sql`${one} * ${other}` : one;
  return sql`coalesce(sum(${weight ? sql`${weight} * ` : sql``}${product}), 0)`;
}

type Counts = { asked: number; n: number; missing: number; notApplicable?: number };

function shareStatistics({ isPaired }: UnitFigure, counts: Counts, products: readonly number[]): Statistics {
  const [n = 0, baseline = 0, followUp = 0, , both = 0] = products;
  if (!isPaired) return { shape: 'share', ...counts, x: baseline };
  return {
    shape: 'paired-share',
    ...counts,
    both,
    onlyBaseline: baseline - both,
    onlyFollowUp: followUp - both,
    neither: n - baseline - followUp + both,
  };
}

function plainMoments(
  n: number,
  products: readonly number[],
  origin: readonly number[],
): Pick<MomentStatistics, 'sums' | 'covariances'> {
  if (products.length === 0) return { sums: [], covariances: [] };
  const totals = products.slice(1, origin.length + 1);
  const sums = totals.map((total, index) => total + n * (origin[index] ?? 0));
  const covariances = covariancePairs(origin.length).map(([row, column], index) => {
    if (n < 2) return null;
    const product = products[origin.length + 1 + index] ?? 0;
    return (product - ((totals[row] ?? 0) * (totals[column] ?? 0)) / n) / (n - 1);
  });
  return { sums, covariances };
}

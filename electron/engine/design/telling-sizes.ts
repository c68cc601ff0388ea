import type { SampledStratum } from '../../../shared/stats/design/types';
import { allValues, cellAddress, isBelow, protectTable } from '../privacy/suppression';

/** How many rows with a valid answer a stratum has. */
export type StratumRows = { stratum: string | null; rows: number };

/** How many of the population a row of a stratum stands for by its size; null where that is not known. */
export function weightBySize(strata: readonly SampledStratum[], name: string | null): number | null {
  const found = strata.find(({ stratum }) => stratum === name);
  if (!found || found.population === null) return null;
  return found.population / (found.clusters?.length ?? found.rows);
}

/**
 * True where a figure weighted by the sizes of strata gives hidden ones back. In a table of strata the small ones are
 * hidden, and others with them; a figure over all that weighs these differently is one more equation about their
 * people, and there are few whole numbers that fulfil it. It holds whatever table the strata are shown in.
 */
export function doSizesTell(
  found: readonly StratumRows[],
  strata: readonly SampledStratum[],
  threshold: number,
): boolean {
  const counts = new Map<string | null, number>();
  for (const { stratum, rows } of found) counts.set(stratum, (counts.get(stratum) ?? 0) + rows);
  const sized = strata.map(({ stratum }) => ({
    row: JSON.stringify(stratum),
    size: counts.get(stratum) ?? 0,
    weight: weightBySize(strata, stratum),
  }));
  if (sized.some(({ weight }) => weight === null)) return false;
  const total = sized.reduce((sum, { size }) => sum + size, 0);
  const cells = [{ row: allValues, size: total }, ...sized].map(({ row, size }) => ({
    row,
    column: allValues,
    size,
    asked: size,
    isSmall: isBelow(threshold, size),
  }));
  const hidden = protectTable(cells, threshold);
  const weights = sized.flatMap(({ row, size, weight }) =>
    size > 0 && weight !== null && hidden.has(cellAddress({ row, column: allValues })) ? [weight] : [],
  );
  return Math.max(...weights) > Math.min(...weights) * (1 + 1e-9);
}

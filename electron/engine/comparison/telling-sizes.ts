import type { DesignSample } from '../../../shared/stats/design/types';
import { doSizesTell, weightBySize } from '../design/telling-sizes';
import { cellAddress } from '../privacy/suppression';
import type { GroupPlace, GroupTable } from './groups';

/**
 * Places of one indicator that must be hidden because the sizes of strata weigh their figure: with the strata inside them
 * shown, or with the groups of this table that are strata of the place, the figure gives the hidden ones back. `hidden` are
 * the addresses hidden already.
 */
export function tellingSizes(
  places: readonly GroupPlace[],
  table: GroupTable,
  hidden: ReadonlySet<string>,
  index: number,
  threshold: number,
): string[] {
  const sampleAt = (place: GroupPlace): DesignSample | null =>
    table.get(cellAddress(place))?.samples?.[index] ?? null;
  const [everybody] = places;
  const all = everybody ? sampleAt(everybody) : null;
  if (!all || !isWeightedBySizes(all)) return [];
  const rowsOfAll = rowsByStratum(all);
  const gone = places.filter((place) => place.key.length > 0 && hidden.has(cellAddress(place)));
  return places.flatMap((place) => {
    const sample = sampleAt(place);
    if (!sample || hidden.has(cellAddress(place))) return [];
    const rows = rowsByStratum(sample);
    const whole = [...rows].flatMap(([stratum, count]) =>
      rowsOfAll.get(stratum) === count ? [{ stratum, rows: count }] : [],
    );
    const isTelling =
      doSizesTell(whole, sample.frame.strata, threshold) ||
      haveOtherWeights(partsOf(place, gone), sampleAt, rows);
    return isTelling ? [cellAddress(place)] : [];
  });
}

/** True where a figure over all of a sample's rows would give small strata back, as the sizes of strata weigh it. */
export function isTellingBySizes(sample: DesignSample | null | undefined, threshold: number): boolean {
  if (!sample || !isWeightedBySizes(sample)) return false;
  return doSizesTell(sample.units, sample.frame.strata, threshold);
}

function partsOf({ key }: GroupPlace, places: readonly GroupPlace[]): GroupPlace[] {
  return places.filter(
    (part) =>
      part.key.length > key.length &&
      key.every(({ variableId, value }) =>
        part.key.some((own) => own.variableId === variableId && own.value === value),
      ),
  );
}

/** True where parts made of whole strata of a place weigh differently from each other. */
function haveOtherWeights(
  parts: readonly GroupPlace[],
  sampleAt: (place: GroupPlace) => DesignSample | null,
  rows: ReadonlyMap<string | null, number>,
): boolean {
  const weights = parts.flatMap((part) => {
    const sample = sampleAt(part);
    const own = sample ? [...rowsByStratum(sample)] : [];
    const isWhole = own.length > 0 && own.every(([stratum, count]) => rows.get(stratum) === count);
    if (!sample || !isWhole) return [];
    return own.map(([stratum]) => weightBySize(sample.frame.strata, stratum) ?? 0);
  });
  return Math.max(...weights) > Math.min(...weights) * (1 + 1e-9);
}

function rowsByStratum({ units }: DesignSample): Map<string | null, number> {
  const rows = new Map<string | null, number>();
  for (const unit of units) rows.set(unit.stratum, (rows.get(unit.stratum) ?? 0) + unit.rows);
  return rows;
}

/** True where each row weighs as many people as its stratum's size says, whether by the size or by a weight. */
function isWeightedBySizes({ frame, units }: DesignSample): boolean {
  return units.every(({ stratum, rows, totals }) => {
    const weight = weightBySize(frame.strata, stratum);
    const sum = totals[0] ?? 0;
    return weight !== null && Math.abs(sum - weight * rows) <= 1e-9 * Math.abs(sum);
  });
}

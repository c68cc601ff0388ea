import { weightByPopulation } from '../../../shared/stats/design/merge';
import type { DesignSample, SampleFrame, UnitSums } from '../../../shared/stats/design/types';
import type { ResolvedSampling } from '../design/resolved-sampling';
import type { WaveSample } from '../design/sample-frame';
import type { Mass, Place } from './tallies';

/** What a row of each stratum weighs: N/n where only population sizes are declared, 1 otherwise. */
export function populationFactors(
  { frame }: WaveSample,
  { weight }: ResolvedSampling,
): (stratum: string | null) => number {
  if (weight) return () => 1;
  const one = { cluster: null, rows: 1, totals: [1], products: [1], squares: [1] };
  const units = frame.strata.map(({ stratum }) => ({ stratum, ...one }));
  const weighted = weightByPopulation({ frame, origin: [], units });
  const factors = new Map(weighted.units.map(({ stratum, totals }) => [stratum, totals[0] ?? 1]));
  return (stratum) => factors.get(stratum) ?? 1;
}

/**
 * A designed sample from rows counted by unit, each with the figures `figuresOf` gives it; null leaves a row out (it stays in
 * the sample with nothing to add).
 */
export function sampleFrom<T extends Place & Mass>(
  tallies: readonly T[],
  frame: SampleFrame,
  figures: number,
  figuresOf: (tally: T) => readonly number[] | null,
): DesignSample {
  const isByRow = frame.strata.every(({ clusters }) => clusters === null);
  const units = new Map<string, ReturnType<typeof emptyUnit>>();
  for (const tally of tallies) {
    const values = figuresOf(tally);
    if (values === null) continue;
    const name = JSON.stringify([tally.stratum, tally.cluster]);
    const unit = units.get(name) ?? emptyUnit(tally, figures);
    units.set(name, unit);
    unit.rows += tally.count;
    let position = 0;
    for (let row = 0; row <= figures; row += 1) {
      const first = row === 0 ? 1 : (values[row - 1] ?? 0);
      for (let column = row; column <= figures; column += 1) {
        const product = first * (column === 0 ? 1 : (values[column - 1] ?? 0));
        unit.products[position] = (unit.products[position] ?? 0) + product * tally.weight;
        unit.squares[position] = (unit.squares[position] ?? 0) + product * tally.squares;
        position += 1;
      }
    }
  }
  return {
    frame,
    origin: Array.from({ length: figures }, () => 0),
    units: [...units.values()].map(
      (unit): UnitSums => ({
        ...unit,
        totals: unit.products.slice(0, figures + 1),
        squares: isByRow ? unit.squares : null,
      }),
    ),
  };
}

function emptyUnit({ stratum, cluster }: Place, figures: number) {
  const length = ((figures + 1) * (figures + 2)) / 2;
  const zeros = (): number[] => Array.from({ length }, () => 0);
  return { stratum, cluster, rows: 0, products: zeros(), squares: zeros() };
}

import type { GroupPlace } from '../comparison/groups';
import type { WaveSample } from '../design/sample-frame';
import { doSizesTell } from '../design/telling-sizes';
import { cellAddress } from '../privacy/suppression';
import type { VariablePlan } from './plan';
import type { GroupSize } from './tallies';

/**
 * The hidden places, and with them everybody and the groups whose figures the sizes of strata weigh so that they would give
 * small strata back. A stratum counts in a group that has all of its people.
 */
export function withTellingSizes(
  { sampling, threshold }: VariablePlan,
  places: readonly GroupPlace[],
  sample: WaveSample | undefined,
  sizes: readonly GroupSize[] | undefined,
  hidden: ReadonlySet<string>,
): ReadonlySet<string> {
  if (!sampling || sampling.weight || !sample || !sizes) return hidden;
  const rowsOf = (own: readonly GroupSize[]): Map<string | null, number> => {
    const rows = new Map<string | null, number>();
    for (const { stratum, n } of own) rows.set(stratum, (rows.get(stratum) ?? 0) + n);
    return rows;
  };
  const all = rowsOf(sizes);
  const telling = places.filter(({ key: [part] }) => {
    const own = rowsOf(part ? sizes.filter(({ group }) => group === part.value) : sizes);
    const whole = [...own].flatMap(([stratum, rows]) =>
      all.get(stratum) === rows ? [{ stratum, rows }] : [],
    );
    return doSizesTell(whole, sample.frame.strata, threshold);
  });
  return new Set([...hidden, ...telling.map(cellAddress)]);
}

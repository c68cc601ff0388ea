import {
  type DeclaredDesign,
  type DesignHint,
  isSimpleSampling,
  type SamplingDesign,
  simpleSampling,
} from '../../../../shared/domain/design';
import type { VariableId, WaveId } from '../../../../shared/domain/ids';

/** The four declared facts as they are edited. */
export type DesignDraft = Pick<DeclaredDesign, 'coverage' | 'linkage' | 'sampling'>;

/** Where a population size belongs; null takes all waves, or the only stratum. */
export type PopulationPlace = { waveId: WaveId | null; stratum: string | null };

/** The design of a comparison; nothing declared about the sample means every row drawn on its own. */
export function designOf(spec: {
  coverage: DesignDraft['coverage'];
  linkage: DesignDraft['linkage'];
  sampling?: SamplingDesign | undefined;
}): DesignDraft {
  return {
    coverage: spec.coverage,
    linkage: spec.linkage,
    sampling: isSimpleSampling(spec.sampling) ? simpleSampling : (spec.sampling ?? simpleSampling),
  };
}

/** How many groups the declared column has, null while unknown. */
export function clusterCount(design: DesignDraft, hints: readonly DesignHint[]): number | null {
  const { clusterId } = design.sampling;
  if (clusterId === null) return null;
  return hints.find((hint) => hint.fact === 'cluster' && hint.variableId === clusterId)?.count ?? null;
}

/** True where two designs give the same figures, in whatever order their population sizes were written. */
export function isSameDesign(one: DesignDraft, other: DesignDraft): boolean {
  return fingerprint(one) === fingerprint(other);
}

function fingerprint(design: DesignDraft): string {
  const { coverage, linkage, sampling } = designOf(design);
  const { stratumId, clusterId, weightId, populations } = sampling;
  const sizes = populations
    .map(({ waveId, stratum, size }) => JSON.stringify([waveId, stratum, size]))
    .sort();
  const lonely = stratumId === null ? null : sampling.lonelyStratum;
  return JSON.stringify([coverage, linkage, stratumId, clusterId, weightId, sizes, lonely]);
}

/** The design with another column of groups, strata or weights; sizes counted in the old unit are dropped. */
export function withColumn(
  design: DesignDraft,
  column: 'clusterId' | 'stratumId' | 'weightId',
  id: VariableId | null,
): DesignDraft {
  const keepsSizes = column === 'weightId' || design.sampling[column] === id;
  return withSampling(design, {
    [column]: id,
    ...(keepsSizes ? {} : { populations: [] }),
  });
}

/** The design with part of its sampling changed. */
export function withSampling(design: DesignDraft, part: Partial<SamplingDesign>): DesignDraft {
  return { ...design, sampling: { ...design.sampling, ...part } };
}

/** The size written for a place; null where none is. */
export function populationAt(design: DesignDraft, place: PopulationPlace): number | null {
  return design.sampling.populations.find((each) => isSamePlace(each, place))?.size ?? null;
}

/** The design with one size written, or erased by null. */
export function withPopulation(
  design: DesignDraft,
  place: PopulationPlace,
  size: number | null,
): DesignDraft {
  const rest = design.sampling.populations.filter((each) => !isSamePlace(each, place));
  return withSampling(design, { populations: size === null ? rest : [...rest, { ...place, size }] });
}

/** True where one size stands for all waves, which is how an empty list begins. */
export function hasSharedPopulations(design: DesignDraft): boolean {
  return design.sampling.populations.every((each) => each.waveId === null);
}

/** The design with its sizes written once for all waves, or once for each of them. */
export function withSharedPopulations(
  design: DesignDraft,
  isShared: boolean,
  waveIds: readonly WaveId[],
): DesignDraft {
  const { populations } = design.sampling;
  const strata = [...new Set(populations.map((each) => each.stratum))];
  const first = (stratum: string | null) => populations.find((each) => each.stratum === stratum);
  const sizes = strata.flatMap((stratum) => {
    const size = first(stratum)?.size;
    if (size === undefined) return [];
    const places = isShared ? [null] : waveIds;
    return places.map((waveId) => ({ waveId, stratum, size }));
  });
  return withSampling(design, { populations: sizes });
}

function isSamePlace(one: PopulationPlace, other: PopulationPlace): boolean {
  return one.waveId === other.waveId && one.stratum === other.stratum;
}

import { z } from 'zod';
import { InstrumentId, IsoInstant, VariableId, WaveId } from './ids';

/** Same people found by their identifier, or two independent cuts of the population. */
export const Linkage = z.enum(['matched', 'independent']);
export type Linkage = z.infer<typeof Linkage>;
export const Coverage = z.enum(['sample', 'census']);
export type Coverage = z.infer<typeof Coverage>;

/**
 * What a stratum adds to the variance when only one of its clusters was drawn: `adjust` its distance to the mean of
 * all clusters, `remove` and `certainty` nothing, `average` what the other strata add on average. The rules of
 * `options(survey.lonely.psu)` in R's survey package.
 */
export const LonelyStratumRule = z.enum(['adjust', 'remove', 'certainty', 'average']);
export type LonelyStratumRule = z.infer<typeof LonelyStratumRule>;

/**
 * How the sample was drawn: variables that hold stratum, cluster (school, class) and weight of each row; null where
 * there is none. `populations` are sizes for the finite population correction, counted in clusters where a cluster is
 * declared and in people otherwise; empty where unknown. A size with a null wave holds for all waves, with a null
 * stratum for a design without strata.
 */
export const SamplingDesign = z.strictObject({
  stratumId: VariableId.nullable(),
  clusterId: VariableId.nullable(),
  weightId: VariableId.nullable(),
  populations: z
    .array(
      z.strictObject({
        waveId: WaveId.nullable(),
        stratum: z.string().nullable(),
        size: z.int().positive(),
      }),
    )
    .max(2000),
  lonelyStratum: LonelyStratumRule,
});
export type SamplingDesign = z.infer<typeof SamplingDesign>;

/** Every row drawn on its own, with the same chance, from a population of unknown size. */
export const simpleSampling: SamplingDesign = {
  stratumId: null,
  clusterId: null,
  weightId: null,
  populations: [],
  lonelyStratum: 'adjust',
};

/** True where nothing is declared that changes the figures or their errors. */
export function isSimpleSampling(design: SamplingDesign | null | undefined): boolean {
  if (!design) return true;
  const { stratumId, clusterId, weightId, populations } = design;
  return stratumId === null && clusterId === null && weightId === null && populations.length === 0;
}

/** The variables that hold stratum, cluster and weight, as far as they are declared. */
export function samplingVariables(design: SamplingDesign | null | undefined): VariableId[] {
  if (!design) return [];
  return [design.stratumId, design.clusterId, design.weightId].filter((id) => id !== null);
}

/** Which parts of a design are declared, as the choice of a method asks. */
export type SamplingFacts = {
  hasStrata: boolean;
  hasClusters: boolean;
  hasWeights: boolean;
  hasPopulation: boolean;
};

/** What is declared in a design; nothing where there is none. */
export function samplingFacts(design: SamplingDesign | null | undefined): SamplingFacts {
  const { stratumId, clusterId, weightId, populations } = design ?? simpleSampling;
  return {
    hasStrata: stratumId !== null,
    hasClusters: clusterId !== null,
    hasWeights: weightId !== null,
    hasPopulation: populations.length > 0,
  };
}

/** The four declared facts, for the waves of an instrument; one for each instrument, kept with the project. */
export const DeclaredDesign = z.strictObject({
  instrumentId: InstrumentId,
  coverage: Coverage,
  linkage: Linkage,
  sampling: SamplingDesign,
  declaredAt: IsoInstant,
});
export type DeclaredDesign = z.infer<typeof DeclaredDesign>;

/** Something in the data that speaks for a part of the design; `share` is what part of the rows bear it out, 0 to 1. */
export const DesignHint = z.strictObject({
  fact: z.enum(['linkage', 'cluster', 'weight', 'stratum']),
  variableId: VariableId.nullable(),
  evidence: z.enum([
    'identifiers-repeat',
    'identifiers-differ',
    'weight-like',
    'school-like',
    'stratum-like',
  ]),
  share: z.number().nullable(),
  count: z.int().nonnegative().nullable(),
});
export type DesignHint = z.infer<typeof DesignHint>;

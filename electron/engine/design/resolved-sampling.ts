import { isSimpleSampling, type SamplingDesign } from '../../../shared/domain/design';
import type { Variable } from '../../../shared/domain/instrument';
import type { Wave } from '../../../shared/domain/wave';
import { AppError } from '../../../shared/errors';

/** A design that changes figures or their errors, with its variables at hand. */
export type ResolvedSampling = {
  design: SamplingDesign;
  stratum: Variable | null;
  cluster: Variable | null;
  weight: Variable | null;
};

/**
 * The variables of a declared design, all of which each wave must have; null where nothing is declared. Throws
 * `variable-missing` and `design-invalid` (`design-variable-not-in-wave`).
 */
export function resolveSampling(
  design: SamplingDesign | undefined,
  variables: readonly Variable[],
  waves: readonly Wave[],
): ResolvedSampling | null {
  if (!design || isSimpleSampling(design)) return null;
  const resolve = (id: string | null): Variable | null => {
    if (id === null) return null;
    const variable = variables.find((candidate) => candidate.id === id);
    if (!variable) throw new AppError('variable-missing', { variableId: id });
    const lacking = waves.find(({ variableIds }) => !variableIds.includes(variable.id));
    if (lacking) {
      throw new AppError('design-invalid', {
        reason: 'design-variable-not-in-wave',
        variableId: id,
        variable: variable.label,
        wave: lacking.name,
      });
    }
    return variable;
  };
  return {
    design,
    stratum: resolve(design.stratumId),
    cluster: resolve(design.clusterId),
    weight: resolve(design.weightId),
  };
}

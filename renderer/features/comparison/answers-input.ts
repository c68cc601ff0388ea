import type { MethodInput } from '../../../shared/contract';
import type { ComparisonResult } from '../../../shared/domain/comparison';
import type { VariableId, WaveId } from '../../../shared/domain/ids';

/** The question about all answers to a variable, by the design and for the readers of a comparison. */
export function answersInput(
  { spec }: Pick<ComparisonResult, 'spec'>,
  question: { variableId: VariableId; followUpWaveId: WaveId; breakdown: VariableId[] },
): MethodInput<'variable.compare'> {
  return {
    ...question,
    baselineWaveId: spec.baselineWaveId,
    linkage: spec.linkage,
    coverage: spec.coverage,
    sampling: spec.sampling,
    analysis: spec.analysis,
    confidenceLevel: spec.confidenceLevel,
    audience: spec.audience,
  };
}

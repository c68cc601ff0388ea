import { type AnalysisOptions, defaultAnalysis } from '../../../shared/domain/comparison';
import { isDated, isNumeric, type Variable, type VariableType } from '../../../shared/domain/instrument';
import type { VariableComparisonSpec, VariableScale } from '../../../shared/domain/variable-comparison';
import type { Wave } from '../../../shared/domain/wave';
import { AppError } from '../../../shared/errors';
import { assertGroups } from '../comparison/groups';
import { privacyThreshold } from '../comparison/plan';
import type { Session } from '../db/session';
import { type ResolvedSampling, resolveSampling } from '../design/resolved-sampling';
import { validateSampling } from '../design/validate-sampling';
import { getInstrument, getWave, listWaves, readSettings } from '../projects/open-project';

/** A comparison of one variable with everything it names at hand. */
export type VariablePlan = {
  spec: VariableComparisonSpec;
  variable: Variable;
  scale: VariableScale;
  breakdown: Variable | null;
  /** All of the instrument. */
  variables: readonly Variable[];
  baseline: Wave;
  followUp: Wave;
  threshold: number;
  /** Null where every row was drawn on its own, and in a census. */
  sampling: ResolvedSampling | null;
  analysis: AnalysisOptions;
};

/**
 * Reads what a specification names. Throws `wave-missing`, `variable-missing`, `variable-type` (text, an identifier, a
 * personal detail), `comparison-invalid` (the same wave twice, a variable by itself), `waves-share-no-variable` and `design-invalid`.
 */
export async function planVariableComparison(
  session: Session,
  spec: VariableComparisonSpec,
): Promise<VariablePlan> {
  if (spec.baselineWaveId === spec.followUpWaveId) {
    throw new AppError('comparison-invalid', { reason: 'wave-repeated' });
  }
  if (spec.breakdown.some((variableId) => variableId === spec.variableId)) {
    throw new AppError('comparison-invalid', { reason: 'breakdown-repeated' });
  }
  const baseline = await getWave(session, spec.baselineWaveId);
  const followUp = await getWave(session, spec.followUpWaveId);
  const instrument = await getInstrument(session, baseline.instrumentId);
  const { variables } = instrument;
  const find = (variableId: string): Variable => {
    const found = variables.find(({ id }) => id === variableId);
    if (!found) throw new AppError('variable-missing', { variableId });
    return found;
  };
  const variable = find(spec.variableId);
  const isAsked = [baseline, followUp].every(({ variableIds }) => variableIds.includes(variable.id));
  if (baseline.instrumentId !== followUp.instrumentId || !isAsked) {
    throw new AppError('waves-share-no-variable', { baseline: baseline.name, followUp: followUp.name });
  }
  const [breakdown = null] = spec.breakdown.map(find);
  if (breakdown) assertGroups(breakdown);
  return {
    spec,
    variable,
    scale: scaleOf(variable),
    breakdown,
    variables,
    baseline,
    followUp,
    threshold: privacyThreshold(await readSettings(session), spec.audience, instrument),
    sampling: await planSampling(session, spec, variables, [baseline, followUp]),
    analysis: spec.analysis ?? defaultAnalysis,
  };
}

const scales: Record<Exclude<VariableType, 'text' | 'identifier'>, VariableScale> = {
  integer: 'numeric',
  decimal: 'numeric',
  date: 'date',
  datetime: 'date',
  boolean: 'nominal',
  single: 'nominal',
  ordinal: 'ordinal',
  multiple: 'multiple',
};

/** What the answers to a variable allow. Throws `variable-type` for text, identifiers and personal details. */
export function scaleOf(variable: Variable): VariableScale {
  const { type } = variable;
  if (type === 'text' || type === 'identifier' || variable.identity !== null) {
    throw new AppError('variable-type', { variableId: variable.id, variable: variable.label, type });
  }
  return scales[type];
}

/** True where answers are numbers or days, so that their differences are too. */
export function hasValues(variable: Pick<Variable, 'type'>): boolean {
  return isNumeric(variable) || isDated(variable);
}

// A census leaves nothing to chance, however its rows are arranged.
async function planSampling(
  session: Session,
  { coverage, sampling }: VariableComparisonSpec,
  variables: readonly Variable[],
  waves: readonly Wave[],
): Promise<ResolvedSampling | null> {
  if (coverage === 'census' || !sampling) return null;
  const siblings = (await listWaves(session)).filter(
    ({ instrumentId }) => instrumentId === waves[0]?.instrumentId,
  );
  await validateSampling(session, sampling, variables, siblings);
  return resolveSampling(sampling, variables, waves);
}

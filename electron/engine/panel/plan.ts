import { defaultAnalysis } from '../../../shared/domain/comparison';
import { samplingFacts } from '../../../shared/domain/design';
import type { Indicator } from '../../../shared/domain/indicator';
import type { Variable } from '../../../shared/domain/instrument';
import type { LinkProblem, PanelSpec } from '../../../shared/domain/panel';
import type { Wave } from '../../../shared/domain/wave';
import { AppError } from '../../../shared/errors';
import type { Declared } from '../comparison/estimators';
import { assertGroups } from '../comparison/groups';
import { findSharedPeople, type SharedPeople } from '../comparison/identifiers';
import { privacyThreshold } from '../comparison/plan';
import type { Session } from '../db/session';
import { type ResolvedSampling, resolveSampling } from '../design/resolved-sampling';
import { validateSampling } from '../design/validate-sampling';
import { type PlacedIndicator, placeIndicators } from '../indicators/placement';
import { getIndicator, getInstrument, getWave, listWaves, readSettings } from '../projects/open-project';

/** A panel with everything its specification names at hand. */
export type PanelPlan = {
  spec: PanelSpec;
  baseline: Wave;
  followUp: Wave;
  variables: readonly Variable[];
  indicators: readonly PlacedIndicator[];
  composition: readonly Variable[];
  threshold: number;
  /** Null where every row was drawn on its own, and in a census. */
  sampling: ResolvedSampling | null;
  declared: Declared;
  /** How people are found again, or why they cannot be. */
  link: SharedPeople | LinkProblem;
};

/**
 * Reads what a specification names. Throws `wave-missing`, `indicator-missing`, `instrument-missing`,
 * `variable-missing`, `variable-type`, `comparison-invalid` (a wave or variable named twice), `waves-share-no-variable`
 * (waves of different instruments), `identifier-repeated` and `design-invalid`.
 */
export async function planPanel(session: Session, spec: PanelSpec): Promise<PanelPlan> {
  assertDistinct('wave-repeated', [spec.baselineWaveId, spec.followUpWaveId]);
  assertDistinct('breakdown-repeated', spec.compositionVariableIds);
  const baseline = await getWave(session, spec.baselineWaveId);
  const followUp = await getWave(session, spec.followUpWaveId);
  if (baseline.instrumentId !== followUp.instrumentId) {
    throw new AppError('waves-share-no-variable', { baseline: baseline.name, followUp: followUp.name });
  }
  const named: Indicator[] = [];
  for (const id of new Set(spec.indicatorIds)) named.push(await getIndicator(session, id));
  const instrument = await getInstrument(session, baseline.instrumentId);
  const { variables } = instrument;
  const composition = spec.compositionVariableIds.map((variableId) => {
    const variable = variables.find(({ id }) => id === variableId);
    if (!variable) throw new AppError('variable-missing', { variableId });
    assertGroups(variable);
    return variable;
  });
  const threshold = privacyThreshold(await readSettings(session), spec.audience, instrument);
  const indicators = await placeIndicators(session, baseline, variables, named, threshold);
  const link = await linkWaves(session, variables, baseline, followUp);
  const sampling = await planSampling(session, spec, variables, [baseline, followUp]);
  const declared = {
    coverage: spec.coverage,
    confidenceLevel: spec.confidenceLevel,
    proportionInterval: defaultAnalysis.proportionInterval,
    reliabilityStandard: 'none' as const,
    facts: samplingFacts(sampling?.design),
  };
  return {
    spec,
    baseline,
    followUp,
    variables,
    indicators,
    composition,
    threshold,
    sampling,
    declared,
    link,
  };
}

async function planSampling(
  session: Session,
  { coverage, sampling }: PanelSpec,
  variables: readonly Variable[],
  waves: readonly Wave[],
): Promise<ResolvedSampling | null> {
  if (coverage === 'census' || !sampling) return null;
  const known = await listWaves(session);
  const ofInstrument = known.filter(({ instrumentId }) => instrumentId === waves[0]?.instrumentId);
  await validateSampling(session, sampling, variables, ofInstrument);
  return resolveSampling(sampling, variables, waves);
}

function assertDistinct(reason: string, ids: readonly string[]): void {
  if (new Set(ids).size < ids.length) throw new AppError('comparison-invalid', { reason });
}

async function linkWaves(
  session: Session,
  variables: readonly Variable[],
  baseline: Wave,
  followUp: Wave,
): Promise<PanelPlan['link']> {
  const shared = await findSharedPeople(session, variables, baseline, followUp);
  if (!shared) return 'waves-without-identifier';
  return shared.both === 0 ? 'no-matched-people' : shared;
}

/** Those of some variables that a wave answered. */
export function askedIn<V extends Pick<Variable, 'id'>>(wave: Wave, variables: readonly V[]): V[] {
  const answered = new Set<string>(wave.variableIds);
  return variables.filter(({ id }) => answered.has(id));
}

import {
  type AnalysisOptions,
  type Audience,
  type ComparisonSpec,
  defaultAnalysis,
} from '../../../shared/domain/comparison';
import { type Indicator, indicatorVariables } from '../../../shared/domain/indicator';
import { type Instrument, isAboutPeople, type Variable } from '../../../shared/domain/instrument';
import type { ProjectSettings } from '../../../shared/domain/project';
import type { Wave } from '../../../shared/domain/wave';
import { AppError } from '../../../shared/errors';
import type { Session } from '../db/session';
import { type ResolvedSampling, resolveSampling } from '../design/resolved-sampling';
import { validateSampling } from '../design/validate-sampling';
import { type PlacedIndicator, placeIndicators } from '../indicators/placement';
import { getIndicator, getInstrument, getWave, listWaves, readSettings } from '../projects/open-project';
import { assertGroups } from './groups';

/** A comparison with everything it names at hand. The baseline is the first wave. */
export type ComparisonPlan = {
  spec: ComparisonSpec;
  waves: readonly Wave[];
  variables: readonly Variable[];
  indicators: readonly PlacedIndicator[];
  breakdown: readonly Variable[];
  threshold: number;
  /** Null where every row was drawn on its own, and in a census. */
  sampling: ResolvedSampling | null;
  analysis: AnalysisOptions;
};

/** How few people a figure may rest on, for those who will read it; 1 where the rows are not about people. */
export function privacyThreshold(
  settings: ProjectSettings,
  audience: Audience,
  { rowUnit }: Pick<Instrument, 'rowUnit'>,
): number {
  if (!isAboutPeople(rowUnit)) return 1;
  return audience === 'internal' ? settings.thresholdInternal : settings.thresholdPublication;
}

/**
 * Reads what a specification names. Throws `wave-missing`, `indicator-missing`, `instrument-missing`,
 * `variable-missing`, `variable-type`, `comparison-invalid` (a wave or breakdown named twice, a family of unknown
 * indicators), `waves-share-no-variable` and `design-invalid`.
 */
export async function planComparison(session: Session, spec: ComparisonSpec): Promise<ComparisonPlan> {
  const indicators: Indicator[] = [];
  for (const id of new Set(spec.indicatorIds)) indicators.push(await getIndicator(session, id));
  return planWithIndicators(session, spec, indicators);
}

/**
 * The same for indicators that need not be stored yet. `boundsWave` is what an index against the baseline is measured
 * against where the comparison's own baseline is not meant.
 */
export async function planWithIndicators(
  session: Session,
  spec: ComparisonSpec,
  drafts: readonly Indicator[],
  boundsWave?: Wave,
): Promise<ComparisonPlan> {
  assertDistinct('wave-repeated', [spec.baselineWaveId, ...spec.followUpWaveIds]);
  assertDistinct('breakdown-repeated', spec.breakdown);
  const waves: Wave[] = [];
  for (const id of [spec.baselineWaveId, ...spec.followUpWaveIds]) waves.push(await getWave(session, id));
  const [baseline] = waves;
  if (!baseline) throw new AppError('comparison-invalid', { reason: 'no-wave' });
  const stranger = waves.find((wave) => wave.instrumentId !== baseline.instrumentId);
  if (stranger) {
    throw new AppError('waves-share-no-variable', { baseline: baseline.name, followUp: stranger.name });
  }
  const instrument = await getInstrument(session, baseline.instrumentId);
  const { variables } = instrument;
  const breakdown = spec.breakdown.map((variableId) => {
    const variable = variables.find((candidate) => candidate.id === variableId);
    if (!variable) throw new AppError('variable-missing', { variableId });
    assertGroups(variable);
    return variable;
  });
  assertSharedVariables(waves, drafts);
  const threshold = privacyThreshold(await readSettings(session), spec.audience, instrument);
  const indicators = await placeIndicators(session, boundsWave ?? baseline, variables, drafts, threshold);
  const analysis = spec.analysis ?? defaultAnalysis;
  if (analysis.familyIndicatorIds.some((id) => !spec.indicatorIds.includes(id))) {
    throw new AppError('comparison-invalid', { reason: 'family-unknown' });
  }
  const sampling = await planSampling(session, spec, variables, waves);
  return { spec, waves, variables, indicators, breakdown, threshold, sampling, analysis };
}

// A census leaves nothing to chance, however its rows are arranged.
async function planSampling(
  session: Session,
  { coverage, sampling }: ComparisonSpec,
  variables: readonly Variable[],
  waves: readonly Wave[],
): Promise<ResolvedSampling | null> {
  if (coverage === 'census' || !sampling) return null;
  const instrumentId = waves[0]?.instrumentId;
  const known = (await listWaves(session)).filter((wave) => wave.instrumentId === instrumentId);
  await validateSampling(session, sampling, variables, known);
  return resolveSampling(sampling, variables, waves);
}

function assertDistinct(reason: string, ids: readonly string[]): void {
  if (new Set(ids).size < ids.length) throw new AppError('comparison-invalid', { reason });
}

function assertSharedVariables(waves: readonly Wave[], indicators: readonly Indicator[]): void {
  const [baseline, ...followUps] = waves;
  if (!baseline || followUps.length === 0) return;
  const answers = (wave: Wave, indicator: Indicator): boolean => {
    const answered = new Set<string>(wave.variableIds);
    return indicatorVariables(indicator).every((variableId) => answered.has(variableId));
  };
  const isShared = indicators.some(
    (indicator) => answers(baseline, indicator) && followUps.some((wave) => answers(wave, indicator)),
  );
  if (!isShared) {
    throw new AppError('waves-share-no-variable', {
      baseline: baseline.name,
      followUp: followUps.map((wave) => wave.name).join(', '),
    });
  }
}

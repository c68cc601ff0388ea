import type { Call } from '../../../shared/contract';
import { conditionVariables } from '../../../shared/domain/condition';
import type { Variable } from '../../../shared/domain/instrument';
import type { ScaleItem, ScaleResult, ScaleSpec, ScaleValue, ScaleWave } from '../../../shared/domain/scale';
import type { Wave } from '../../../shared/domain/wave';
import { AppError } from '../../../shared/errors';
import { analyseScale, type ItemAnalysis } from '../../../shared/stats/scale/alpha';
import { notApplicableOf } from '../comparison/cells';
import { privacyThreshold } from '../comparison/plan';
import type { EngineContext } from '../context';
import type { Session } from '../db/session';
import { answeredVariables } from '../indicators/compute-statistics';
import { isBelow } from '../privacy/suppression';
import { getInstrument, getWave, readSettings } from '../projects/open-project';
import { type ItemMoments, readScaleStatistics, type ScaleStatistics } from './item-statistics';

/** A scale is put to people, whatever the rows of a file are said to be. */
const answeredByPeople = { rowUnit: 'person' } as const;

/**
 * How well the items of a scale go together in each wave, behind the privacy gate. Waves may belong to instruments of
 * their own; one that did not ask an item is told so. Throws `wave-missing`, `variable-missing` (an item that no wave's
 * instrument has), `variable-type` and `indicator-invalid` (`item-repeated`, `minimum-above-items`).
 */
export async function analyseScales(
  context: Pick<EngineContext, 'project'>,
  spec: ScaleSpec,
  call: Call,
): Promise<ScaleResult> {
  assertItems(spec);
  return context.project().read(call.signal, async (session) => {
    const threshold = privacyThreshold(await readSettings(session), spec.audience, answeredByPeople);
    const waves: ScaleWave[] = [];
    for (const waveId of new Set(spec.waveIds)) {
      waves.push(await analyseWave(session, spec, await getWave(session, waveId), threshold));
    }
    return { spec, waves, privacy: { threshold } };
  });
}

function assertItems({ items, minimumAnswered }: ScaleSpec): void {
  if (new Set(items.map(({ variableId }) => variableId)).size < items.length) {
    throw new AppError('indicator-invalid', { reason: 'item-repeated' });
  }
  if (minimumAnswered > items.length)
    throw new AppError('indicator-invalid', { reason: 'minimum-above-items' });
}

async function analyseWave(
  session: Session,
  spec: ScaleSpec,
  wave: Wave,
  threshold: number,
): Promise<ScaleWave> {
  const { variables } = await getInstrument(session, wave.instrumentId);
  const chosen = spec.items.map(({ variableId }) => {
    const variable = variables.find(({ id }) => id === variableId);
    if (!variable) throw new AppError('variable-missing', { variableId });
    return variable;
  });
  const answered = answeredVariables(variables, wave);
  const needed = [...chosen.map(({ id }) => id), ...(spec.filter ? conditionVariables(spec.filter) : [])];
  if (needed.some((id) => !answered.has(id))) {
    return absentWave(spec, wave, chosen, 'empty', 'variable-not-in-wave');
  }
  const statistics = await readScaleStatistics(session, wave.id, spec, answered);
  const { complete, people, scored } = statistics;
  if (isBelow(threshold, people, complete.n))
    return absentWave(spec, wave, chosen, 'suppressed', 'protected');
  return describeWave(spec, wave, chosen, statistics, threshold, isBelow(threshold, scored));
}

function describeWave(
  spec: ScaleSpec,
  wave: Wave,
  variables: readonly Variable[],
  { people, complete, scored, items }: ScaleStatistics,
  threshold: number,
  isScoredHidden: boolean,
): ScaleWave {
  const { confidenceLevel: level, coverage } = spec;
  const analysis = analyseScale(complete, { level, coverage });
  const { alpha, standardisedAlpha, averageCorrelation, itemsUsed } = analysis;
  return {
    waveId: wave.id,
    status: alpha.value === null ? 'empty' : 'shown',
    reason: alpha.value === null ? alpha.reason : null,
    people,
    complete: complete.n,
    scored: isScoredHidden ? null : scored,
    itemsUsed: complete.covariances === null ? null : itemsUsed,
    alpha,
    standardisedAlpha,
    averageCorrelation,
    items: spec.items.map((item, index) =>
      describeItem(
        { ...item, label: variables[index]?.label ?? '' },
        items[index] ?? { n: 0, mean: null, variance: null, notApplicable: 0 },
        analysis.items[index] ?? null,
        { people, threshold },
      ),
    ),
  };
}

type ItemFacts = { variableId: Variable['id']; label: string; isReversed: boolean };

function describeItem(
  { variableId, label, isReversed }: ItemFacts,
  moments: ItemMoments,
  analysis: ItemAnalysis | null,
  { people, threshold }: { people: number; threshold: number },
): ScaleItem {
  if (isBelow(threshold, moments.n))
    return absentItem({ variableId, label, isReversed }, 'suppressed', 'protected');
  const { n, mean, variance, notApplicable } = moments;
  const none: ScaleValue = { value: null, reason: 'no-complete-answers' };
  return {
    variableId,
    label,
    isReversed,
    status: n === 0 ? 'empty' : 'shown',
    n,
    // Too few to be told would follow from the people, the answers and the silences.
    missing: isBelow(threshold, notApplicable) ? null : people - n - notApplicable,
    ...notApplicableOf({ notApplicable }, threshold),
    mean: { value: mean, reason: mean === null ? 'no-cases' : null },
    standardDeviation: spreadOf(moments),
    restCorrelation: analysis?.restCorrelation ?? none,
    alphaWithout: analysis?.alphaWithout ?? none,
    warning: n > 1 && variance === 0 ? 'constant' : warningOf(analysis, isReversed),
  };
}

function spreadOf({ n, variance }: ItemMoments): ScaleValue {
  if (n === 0) return { value: null, reason: 'no-cases' };
  if (variance === null) return { value: null, reason: 'single-case' };
  return { value: Math.sqrt(variance), reason: null };
}

function warningOf(analysis: ItemAnalysis | null, isReversed: boolean): ScaleItem['warning'] {
  if (analysis?.isConstant) return 'constant';
  const correlation = analysis?.restCorrelation.value ?? null;
  if (correlation === null || correlation >= 0) return null;
  return isReversed ? 'maybe-not-reversed' : 'maybe-reversed';
}

function absentWave(
  spec: ScaleSpec,
  wave: Wave,
  variables: readonly Variable[],
  status: 'suppressed' | 'empty',
  reason: string,
): ScaleWave {
  const none: ScaleValue = { value: null, reason };
  return {
    waveId: wave.id,
    status,
    reason,
    people: null,
    complete: null,
    scored: null,
    itemsUsed: null,
    alpha: { ...none, interval: null },
    standardisedAlpha: none,
    averageCorrelation: none,
    items: spec.items.map((item, index) =>
      absentItem({ ...item, label: variables[index]?.label ?? '' }, status, reason),
    ),
  };
}

function absentItem(facts: ItemFacts, status: 'suppressed' | 'empty', reason: string): ScaleItem {
  const none: ScaleValue = { value: null, reason };
  return {
    ...facts,
    status,
    n: null,
    missing: null,
    mean: none,
    standardDeviation: none,
    restCorrelation: none,
    alphaWithout: none,
    warning: null,
  };
}

import type { Call, ParsedInput } from '../../../shared/contract';
import type { ComparisonResult, ComparisonSpec } from '../../../shared/domain/comparison';
import { IndicatorId } from '../../../shared/domain/ids';
import { AppError } from '../../../shared/errors';
import { comparePlan } from '../comparison/compute';
import { planWithIndicators } from '../comparison/plan';
import type { EngineContext } from '../context';
import { findDesign } from '../design/declared-design';
import { getWave, listInstruments, listWaves, readSettings } from '../projects/open-project';
import { undeclaredBaseline } from './placement';
import { validateIndicator } from './validate';

/** The id an indicator has in its preview, before it is saved. */
const previewIndicatorId = IndicatorId.parse('ind_preview');

/**
 * The result of an indicator that need not be saved, over one wave or several in their order of date, as independent
 * cuts of the declared design for readers inside the office. An index against the baseline is measured against the
 * instrument's first ex-ante wave, also where that wave is not among them. Throws what saving and computing it would.
 */
export async function previewIndicator(
  context: Pick<EngineContext, 'project' | 'instant'>,
  { indicator, waveIds }: ParsedInput<'indicator.preview'>,
  call: Call,
): Promise<ComparisonResult> {
  return context.project().read(call.signal, async (session) => {
    validateIndicator(indicator, await listInstruments(session));
    for (const waveId of waveIds) await getWave(session, waveId);
    const asked = new Set<string>(waveIds);
    const known = await listWaves(session);
    const ordered = known.filter(({ id }) => asked.has(id));
    const [baselineWaveId, ...followUpWaveIds] = ordered.map(({ id }) => id);
    if (!baselineWaveId) throw new AppError('wave-missing', { waveId: waveIds[0] ?? '' });
    const settings = await readSettings(session);
    const { instrumentId } = await getWave(session, baselineWaveId);
    const design = await findDesign(session, instrumentId);
    const spec: ComparisonSpec = {
      baselineWaveId,
      followUpWaveIds,
      indicatorIds: [previewIndicatorId],
      breakdown: [],
      linkage: 'independent',
      coverage: design?.coverage ?? settings.coverage,
      ...(design ? { sampling: design.sampling } : {}),
      confidenceLevel: settings.confidenceLevel,
      audience: 'internal',
    };
    const at = context.instant();
    const draft = { ...indicator, id: previewIndicatorId, createdAt: at, updatedAt: at };
    const bounds = undeclaredBaseline(known, ordered);
    return comparePlan(session, await planWithIndicators(session, spec, [draft], bounds), call);
  });
}

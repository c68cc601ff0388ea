import type { Call } from '../../../shared/contract';
import type { CellKey, ComparisonSpec, Distribution } from '../../../shared/domain/comparison';
import { IndicatorId, type VariableId, type WaveId } from '../../../shared/domain/ids';
import type { IndicatorDraft } from '../../../shared/domain/indicator';
import { comparePlan } from '../comparison/compute';
import { planWithIndicators } from '../comparison/plan';
import type { EngineContext } from '../context';
import { getWave } from '../projects/open-project';

/**
 * The answers of whole waves as they may stand beside figures of matched people: what a matched comparison hides of a
 * share of the same answers, because the pairs beside it would tell its leavers apart, is hidden here too. Unchanged
 * for independent cuts. `spec` is the comparison as printed. Throws what computing it does.
 */
export async function protectBesidePairs(
  context: Pick<EngineContext, 'project' | 'instant'>,
  spec: ComparisonSpec,
  variableId: VariableId,
  distribution: Distribution,
  call: Call,
): Promise<Distribution> {
  if (spec.linkage !== 'matched') return distribution;
  const at = context.instant();
  const share = { ...answersAsShare(variableId), createdAt: at, updatedAt: at };
  const rows = await context.project().read(call.signal, async (session) => {
    const followUpWaveIds: WaveId[] = [];
    const isAsked = async (waveId: WaveId): Promise<boolean> =>
      (await getWave(session, waveId)).variableIds.includes(variableId);
    for (const waveId of spec.followUpWaveIds) if (await isAsked(waveId)) followUpWaveIds.push(waveId);
    // Pairs have answers only where both waves asked the question.
    if (followUpWaveIds.length === 0 || !(await isAsked(spec.baselineWaveId))) return [];
    const plan = await planWithIndicators(session, { ...spec, followUpWaveIds }, [share]);
    return (await comparePlan(session, plan, call)).rows;
  });
  const hidden = new Set(
    rows.flatMap(({ key, cells }) =>
      cells.flatMap(({ waveId, status }) => (status === 'suppressed' ? [placeOf(waveId, key)] : [])),
    ),
  );
  return {
    ...distribution,
    groups: distribution.groups.map((group) =>
      hidden.has(placeOf(group.waveId, group.key))
        ? { ...group, status: 'suppressed', n: null, missing: null, counts: group.counts.map(() => null) }
        : group,
    ),
  };
}

/** A share over whoever answered the variable; which answer it asks for does not matter to what is hidden. */
function answersAsShare(variableId: VariableId): IndicatorDraft & { id: IndicatorId } {
  return {
    id: IndicatorId.parse('ind_answers'),
    name: 'answers',
    definition: '',
    measure: { kind: 'proportion', condition: { op: 'is', variableId, values: [''] } },
    filter: null,
    missingRule: 'exclude',
    direction: 'neutral',
    unit: '',
    decimals: 0,
    target: null,
    justification: '',
    verification: '',
    responsible: '',
  };
}

function placeOf(waveId: string, key: CellKey): string {
  return JSON.stringify([waveId, key.map(({ variableId, value }) => [variableId, value])]);
}

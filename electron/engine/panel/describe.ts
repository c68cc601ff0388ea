import type { Call } from '../../../shared/contract';
import { indicatorVariables } from '../../../shared/domain/indicator';
import type { PanelResult, PanelSpec } from '../../../shared/domain/panel';
import { instrumentDifferences } from '../comparison/instrument-differences';
import { hashJson } from '../comparison/result-hash';
import type { EngineContext } from '../context';
import type { Session } from '../db/session';
import { compareAttrition } from './attrition';
import { compareComposition } from './composition';
import { countFlow, describeFlow } from './flow';
import { measurePanel } from './measure';
import { type PanelPlan, planPanel } from './plan';
import { standardiseIndicators } from './standardise';
import { weighAttrition } from './weighting';

/**
 * Who is in both waves and who was lost, how those lost differed at the baseline, the change with each person weighted
 * for it, and the change with the composition of the people held fixed; behind the privacy gate. Waves whose people
 * cannot be followed have the parts about composition alone. Throws what `planPanel` and `measurePanel` throw.
 */
export async function describePanel(
  context: Pick<EngineContext, 'project'>,
  spec: PanelSpec,
  call: Call,
): Promise<PanelResult> {
  return context
    .project()
    .read(call.signal, async (session) => describePlan(session, await planPanel(session, spec), call));
}

const steps = 3;

async function describePlan(session: Session, plan: PanelPlan, call: Call): Promise<PanelResult> {
  let done = 0;
  const measured = await measurePanel(session, plan, () => {
    done += 1;
    call.report({ stage: 'computing', share: Math.min(1, done / steps), done, total: steps });
  });
  const counts = countFlow(plan);
  const { pairs, withoutIdentifier } = measured;
  const differences = await instrumentDifferences(session, {
    waves: [plan.baseline, plan.followUp],
    indicators: plan.indicators,
    breakdown: plan.composition,
  });
  return {
    spec: plan.spec,
    waves: [plan.baseline, plan.followUp].map(({ id, name, moment, rows, isSynthetic, dataSha256 }) => ({
      id,
      name,
      moment,
      rows,
      isSynthetic,
      dataSha256,
    })),
    indicators: plan.indicators.map(({ id, name, measure, direction, unit, decimals, target }) => ({
      id,
      name,
      kind: measure.kind,
      direction,
      unit,
      decimals,
      target: target?.value ?? null,
    })),
    composition: plan.composition.map(({ id, label }) => ({ id, label })),
    linkProblem: typeof plan.link === 'string' ? plan.link : null,
    flow: counts ? describeFlow(plan, counts, withoutIdentifier) : null,
    attrition: counts && pairs ? compareAttrition(plan, measured, pairs) : null,
    weighting: counts && pairs ? weighAttrition(plan, measured, pairs, counts) : null,
    compositionChange: compareComposition(plan, measured),
    standardised: standardiseIndicators(plan, measured),
    ...(differences.length > 0 ? { differences } : {}),
    privacy: { threshold: plan.threshold },
    resultSha256: hashPanel(plan),
  };
}

/** SHA-256 of everything the figures and words rest on: data, definitions, specification and threshold. */
function hashPanel({ spec, baseline, followUp, variables, indicators, threshold }: PanelPlan): string {
  const used = new Set<string>([...indicators.flatMap(indicatorVariables), ...spec.compositionVariableIds]);
  return hashJson({
    method: 'panel.describe',
    spec,
    threshold,
    waves: [baseline, followUp].map(({ id, dataSha256 }) => ({ id, data: dataSha256 })),
    variables: variables
      .filter(({ id }) => used.has(id))
      .map(({ id, label, type, options }) => ({ id, label, type, options })),
    // Bounds come from the baseline, whose data is above.
    indicators: indicators.map(
      ({ createdAt: _created, updatedAt: _updated, placement: _bounds, ...definition }) => definition,
    ),
  });
}

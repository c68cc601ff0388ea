import type { Call } from '../../../shared/contract';
import type {
  ChangeResult,
  ComparisonResult,
  ComparisonRow,
  ComparisonSpec,
  PanelFlow,
  WaveCell,
} from '../../../shared/domain/comparison';
import type { Indicator } from '../../../shared/domain/indicator';
import type { Wave } from '../../../shared/domain/wave';
import type { EngineContext } from '../context';
import type { Session } from '../db/session';
import { answeredVariables, canMeasure, computeStatistics } from '../indicators/compute-statistics';
import type { GroupingSet } from '../indicators/grouping';
import { computeMatchedStatistics } from '../indicators/matched-statistics';
import { cellAddress, isBelow } from '../privacy/suppression';
import { absentChange, emptyCell, protectedCell, showCell } from './cells';
import { independentChange, matchedChange, methodOf } from './changes';
import { breakdownSets, type GroupPlace, type GroupTable, groupTable, listPlaces } from './groups';
import { panelFlow, requireSharedPeople } from './identifiers';
import { hideLeavers } from './leavers';
import { type ComparisonPlan, planComparison } from './plan';
import { groupAt, type HiddenCells, protectGroups } from './protect';
import { hashPlan } from './result-hash';

/**
 * Compares a baseline with its follow-ups: one row an indicator and group, one pass over each wave (and one over
 * each pair of waves when people are matched), then figures from sufficient statistics, behind the privacy gate.
 * Throws what `planComparison` throws, `waves-without-identifier`, `no-matched-people`, `identifier-repeated`.
 */
export async function computeComparison(
  context: Pick<EngineContext, 'project'>,
  spec: ComparisonSpec,
  call: Call,
): Promise<ComparisonResult> {
  return context
    .project()
    .read(call.signal, async (session) => comparePlan(session, await planComparison(session, spec), call));
}

/** The wave's groups, which of the breakdown's variables it answered, and which indicators it could be asked. */
type MeasuredTable = {
  wave: Wave;
  sets: GroupingSet[];
  table: GroupTable;
  hasBreakdown: ReadonlySet<string>;
  canAsk: readonly boolean[];
};
type MatchedTable = { followUp: Wave; table: GroupTable; flow: PanelFlow };

/** Computes a comparison whose parts are at hand. */
export async function comparePlan(
  session: Session,
  plan: ComparisonPlan,
  call: Call,
): Promise<ComparisonResult> {
  const steps = plan.waves.length * (plan.spec.linkage === 'matched' ? 2 : 1);
  let done = 0;
  const advance = (): void => {
    done += 1;
    call.report({ stage: 'computing', share: Math.min(1, done / steps), done, total: steps });
  };
  const tables: MeasuredTable[] = [];
  for (const wave of plan.waves) {
    tables.push(await measureWave(session, plan, wave));
    advance();
  }
  const matched: MatchedTable[] = [];
  if (plan.spec.linkage === 'matched') {
    for (const followUp of plan.waves.slice(1)) {
      matched.push(await measurePair(session, plan, followUp, tables));
      advance();
    }
  }
  const places = listPlaces(
    plan.breakdown,
    tables.flatMap(({ sets }) => sets),
  );
  const rows = assembleRows(plan, places, tables, matched);
  return {
    spec: plan.spec,
    waves: plan.waves.map(({ id, name, moment, rows: size, isSynthetic, dataSha256 }) => ({
      id,
      name,
      moment,
      rows: size,
      isSynthetic,
      dataSha256,
    })),
    indicators: plan.indicators.map(describeIndicator),
    breakdown: plan.breakdown.map(({ id, label }) => ({ id, label })),
    rows,
    // People counted in both waves are a group like any other.
    flows: matched.map(({ flow }) => flow).filter(({ both }) => !isBelow(plan.threshold, both)),
    privacy: {
      threshold: plan.threshold,
      suppressedCells: countHidden(rows, plan.spec.linkage),
    },
    resultSha256: hashPlan(plan),
  };
}

/** Figures hidden among those a reader is shown: where people are matched, the two sides of each change. */
function countHidden(rows: readonly ComparisonRow[], linkage: ComparisonSpec['linkage']): number {
  const shown = rows.flatMap(({ cells, changes }) =>
    linkage === 'matched' ? changes.flatMap(({ baseline, followUp }) => [baseline, followUp]) : cells,
  );
  return shown.filter(({ status }) => status === 'suppressed').length;
}

function describeIndicator(indicator: Indicator): ComparisonResult['indicators'][number] {
  const { id, name, measure, direction, unit, decimals, target } = indicator;
  return { id, name, kind: measure.kind, direction, unit, decimals, target: target?.value ?? null };
}

async function measureWave(session: Session, plan: ComparisonPlan, wave: Wave): Promise<MeasuredTable> {
  const answered = answeredVariables(plan.variables, wave);
  const hasBreakdown = new Set<string>(plan.spec.breakdown.filter((variableId) => answered.has(variableId)));
  const wanted = breakdownSets(plan.spec.breakdown).filter((set) => set.every((id) => hasBreakdown.has(id)));
  const sets = await computeStatistics(session, wave, answered, plan.indicators, wanted);
  return {
    wave,
    sets,
    table: groupTable(plan.spec.breakdown, sets),
    hasBreakdown,
    canAsk: plan.indicators.map((indicator) => canMeasure(indicator, answered)),
  };
}

async function measurePair(
  session: Session,
  plan: ComparisonPlan,
  followUp: Wave,
  tables: readonly MeasuredTable[],
): Promise<MatchedTable> {
  const [baseline] = plan.waves;
  if (!baseline) throw new RangeError('a plan has a baseline');
  const { identifierId, both } = await requireSharedPeople(session, plan.variables, baseline, followUp);
  const sets = await computeMatchedStatistics(session, {
    baseline,
    followUp,
    variables: plan.variables,
    identifierId,
    indicators: plan.indicators,
    groupingSets: tables[0]?.sets.map(({ variableIds }) => variableIds) ?? [[]],
  });
  return {
    followUp,
    table: groupTable(plan.spec.breakdown, sets),
    flow: panelFlow(baseline, followUp, both),
  };
}

function assembleRows(
  plan: ComparisonPlan,
  places: readonly GroupPlace[],
  tables: readonly MeasuredTable[],
  matched: readonly MatchedTable[],
): ComparisonRow[] {
  const measures = plan.indicators.map(({ measure }) => measure);
  const hidden = tables.map(({ table }) => protectGroups(places, table, measures, plan.threshold));
  const hiddenMatched = matched.map(({ table }, index): HiddenCells => {
    const forced = measures.map(
      (_, indicator) =>
        new Set([...(hidden[0]?.[indicator] ?? []), ...(hidden[index + 1]?.[indicator] ?? [])]),
    );
    return protectGroups(places, table, measures, plan.threshold, forced);
  });

  return plan.indicators.flatMap((indicator, index) => {
    const rows = places.flatMap((place): ComparisonRow[] => {
      const address = cellAddress(place);
      const cells = tables.map((measured, position): WaveCell => {
        if (hidden[position]?.[index]?.has(address)) return protectedCell(measured.wave.id);
        return waveCell(plan, indicator, index, measured, place);
      });
      const [baseline, ...followUps] = cells;
      if (!baseline || (place.key.length > 0 && cells.every(isNobody))) return [];
      const statistics = tables.map(({ table }) => groupAt(table, place)?.statistics[index]);
      const changes = followUps.map((followUp, position): ChangeResult => {
        const pair = matched[position];
        const facts = { indicator, spec: plan.spec, baseline, followUp };
        if (!pair) {
          return independentChange(facts, { baseline: statistics[0], followUp: statistics[position + 1] });
        }
        if (!hiddenMatched[position]?.[index]?.has(address)) {
          return matchedChange(facts, groupAt(pair.table, place)?.statistics[index]);
        }
        const sides = [protectedCell(baseline.waveId), protectedCell(followUp.waveId)] as const;
        return absentChange(methodOf(indicator, plan.spec), ...sides);
      });
      return [{ indicatorId: indicator.id, key: place.key, cells, changes }];
    });
    return matched.length > 0 ? hideLeavers(rows, plan.threshold) : rows;
  });
}

function isNobody(cell: WaveCell): boolean {
  return cell.reason === 'group-not-in-wave' || cell.reason === 'breakdown-not-in-wave';
}

function waveCell(
  plan: ComparisonPlan,
  indicator: Indicator,
  index: number,
  { wave, table, hasBreakdown, canAsk }: MeasuredTable,
  place: GroupPlace,
): WaveCell {
  if (place.key.some(({ variableId }) => !hasBreakdown.has(variableId))) {
    return emptyCell(wave.id, 'breakdown-not-in-wave');
  }
  const group = groupAt(table, place);
  if (!group && place.key.length > 0) return emptyCell(wave.id, 'group-not-in-wave');
  if (!canAsk[index]) return emptyCell(wave.id, 'variable-not-in-wave');
  const statistics = group?.statistics[index];
  if (!statistics) return emptyCell(wave.id, 'no-cases');
  return showCell(wave.id, statistics, indicator.measure, plan.spec);
}

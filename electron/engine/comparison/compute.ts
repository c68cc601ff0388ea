import type { Call } from '../../../shared/contract';
import type {
  AbsenceReason,
  ChangeResult,
  ComparisonResult,
  ComparisonRow,
  ComparisonSpec,
  PanelFlow,
  WaveCell,
} from '../../../shared/domain/comparison';
import { type Linkage, samplingFacts } from '../../../shared/domain/design';
import type { Indicator } from '../../../shared/domain/indicator';
import type { Wave } from '../../../shared/domain/wave';
import { tableReliability } from '../../../shared/stats/reliability';
import type { EngineContext } from '../context';
import type { Session } from '../db/session';
import { assertSizesThroughout, readWaveSample, type WaveSample } from '../design/sample-frame';
import { answeredVariables, computeStatistics, whyAbsent } from '../indicators/compute-statistics';
import { computeDesignStatistics, computeMatchedDesignStatistics } from '../indicators/design-statistics';
import type { GroupingSet } from '../indicators/grouping';
import { computeMatchedStatistics } from '../indicators/matched-statistics';
import { cellAddress, isBelow } from '../privacy/suppression';
import { absentChange, emptyCell, protectedCell, showCell } from './cells';
import { independentChange, matchedChange, methodOf } from './changes';
import type { Declared, Material } from './estimators';
import { adjustFamilies } from './families';
import { breakdownSets, type GroupPlace, type GroupTable, groupTable, listPlaces } from './groups';
import { panelFlow, requireSharedPeople } from './identifiers';
import { instrumentDifferences } from './instrument-differences';
import { hideLeavers } from './leavers';
import { type ComparisonPlan, planComparison } from './plan';
import { groupAt, type HiddenCells, protectGroups } from './protect';
import { hashPlan } from './result-hash';
import { tellingErrors, withoutError } from './telling-errors';

/**
 * Compares a baseline with its follow-ups: one row an indicator and group, one pass over each wave (and one over
 * each pair of waves when people are matched), then figures from sufficient statistics, behind the privacy gate.
 * Throws what `planComparison` throws, `waves-without-identifier`, `no-matched-people`, `identifier-repeated`, and what
 * `readWaveSample` finds wrong with a declared design.
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

/** The wave's groups, which of the breakdown's variables it answered, and why it has no figure of an indicator. */
type MeasuredTable = {
  wave: Wave;
  sets: GroupingSet[];
  table: GroupTable;
  hasBreakdown: ReadonlySet<string>;
  absences: readonly (AbsenceReason | null)[];
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
  const samples = await readSamples(session, plan);
  const tables: MeasuredTable[] = [];
  for (const [index, wave] of plan.waves.entries()) {
    tables.push(await measureWave(session, plan, wave, samples[index] ?? null));
    advance();
  }
  const matched: MatchedTable[] = [];
  if (plan.spec.linkage === 'matched') {
    for (const followUp of plan.waves.slice(1)) {
      matched.push(await measurePair(session, plan, followUp, tables, samples[0] ?? null));
      advance();
    }
  }
  const places = listPlaces(
    plan.breakdown,
    tables.flatMap(({ sets }) => sets),
  );
  const assembled = assembleRows(plan, samples, places, tables, matched);
  const { rows, families } = adjustFamilies(assembled, plan.analysis);
  const differences = await instrumentDifferences(session, plan);
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
    ...(samples.length > 0 ? { samples: samples.map(({ size }) => size) } : {}),
    families,
    reliability: summariseReliability(plan, rows),
    ...(differences.length > 0 ? { differences } : {}),
    resultSha256: hashPlan(plan),
  };
}

/** The sample of each wave, in their order; empty where every row was drawn on its own. */
async function readSamples(session: Session, { sampling, waves }: ComparisonPlan): Promise<WaveSample[]> {
  if (!sampling) return [];
  const samples: WaveSample[] = [];
  for (const wave of waves) samples.push(await readWaveSample(session, wave, sampling));
  assertSizesThroughout(waves, samples, sampling);
  // A name that stands in several strata of one wave is no single cluster in any.
  const areNamesUnique = samples.every(({ rowsByCluster }) => rowsByCluster !== null);
  return areNamesUnique ? samples : samples.map((sample) => ({ ...sample, rowsByCluster: null }));
}

/** The cells a reader is shown: where people are matched, the two sides of each change. */
function readCells(rows: readonly ComparisonRow[], linkage: Linkage): WaveCell[] {
  return rows.flatMap(({ cells, changes }) =>
    linkage === 'matched' ? changes.flatMap(({ baseline, followUp }) => [baseline, followUp]) : cells,
  );
}

function countHidden(rows: readonly ComparisonRow[], linkage: Linkage): number {
  return readCells(rows, linkage).filter(({ status }) => status === 'suppressed').length;
}

/** The labels of all shown cells; null for a census and without a standard. */
function summariseReliability(
  { spec, analysis }: ComparisonPlan,
  rows: readonly ComparisonRow[],
): ComparisonResult['reliability'] {
  const standard = analysis.reliabilityStandard;
  if (spec.coverage === 'census' || standard === 'none') return null;
  const labels = readCells(rows, spec.linkage)
    .filter(({ status }) => status === 'shown')
    .map(({ precision }) => precision?.reliability?.label ?? null);
  return { standard, ...tableReliability(labels) };
}

function describeIndicator(indicator: Indicator): ComparisonResult['indicators'][number] {
  const { id, name, measure, direction, unit, decimals, target } = indicator;
  return {
    id,
    name,
    kind: measure.kind,
    direction,
    unit,
    decimals,
    target: target?.value ?? null,
    ...(measure.kind === 'index' ? { indexScale: measure.scale } : {}),
  };
}

async function measureWave(
  session: Session,
  plan: ComparisonPlan,
  wave: Wave,
  sample: WaveSample | null,
): Promise<MeasuredTable> {
  const answered = answeredVariables(plan.variables, wave);
  const hasBreakdown = new Set<string>(plan.spec.breakdown.filter((variableId) => answered.has(variableId)));
  const wanted = breakdownSets(plan.spec.breakdown).filter((set) => set.every((id) => hasBreakdown.has(id)));
  const { indicators, sampling } = plan;
  const sets =
    sampling && sample
      ? await computeDesignStatistics(session, wave, answered, indicators, wanted, sampling, sample)
      : await computeStatistics(session, wave, answered, indicators, wanted);
  return {
    wave,
    sets,
    table: groupTable(plan.spec.breakdown, sets),
    hasBreakdown,
    absences: indicators.map((indicator) => whyAbsent(indicator, answered)),
  };
}

async function measurePair(
  session: Session,
  plan: ComparisonPlan,
  followUp: Wave,
  tables: readonly MeasuredTable[],
  sample: WaveSample | null,
): Promise<MatchedTable> {
  const [baseline] = plan.waves;
  if (!baseline) throw new RangeError('a plan has a baseline');
  const { identifierId, both } = await requireSharedPeople(session, plan.variables, baseline, followUp);
  const { sampling, variables, indicators } = plan;
  const groupingSets = tables[0]?.sets.map(({ variableIds }) => variableIds) ?? [[]];
  const input = { baseline, followUp, variables, identifierId, indicators, groupingSets };
  const sets =
    sampling && sample
      ? await computeMatchedDesignStatistics(session, { ...input, sampling, sample })
      : await computeMatchedStatistics(session, input);
  return {
    followUp,
    table: groupTable(plan.spec.breakdown, sets),
    flow: panelFlow(baseline, followUp, both),
  };
}

/** What was declared of a group: within one cluster its people are drawn on their own, with their weights if any. */
function declaredAt(plan: ComparisonPlan, samples: readonly WaveSample[], { key }: GroupPlace): Declared {
  const { spec, sampling, analysis } = plan;
  const isWithin = key.some(({ variableId }) => variableId === sampling?.cluster?.id);
  const isOneCluster = isWithin && samples.every(({ rowsByCluster }) => rowsByCluster !== null);
  const facts = samplingFacts(sampling?.design);
  return {
    coverage: spec.coverage,
    confidenceLevel: spec.confidenceLevel,
    proportionInterval: analysis.proportionInterval,
    reliabilityStandard: analysis.reliabilityStandard,
    fewPeople: plan.threshold,
    facts: isOneCluster ? { ...samplingFacts(null), hasWeights: facts.hasWeights } : facts,
  };
}

function assembleRows(
  plan: ComparisonPlan,
  samples: readonly WaveSample[],
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
  const clusterId = plan.sampling?.cluster?.id ?? null;
  const telling = tables.map(({ table }, position) =>
    tellingErrors(places, table, hidden[position] ?? [], clusterId),
  );
  const tellingMatched = matched.map(({ table }, position) =>
    tellingErrors(places, table, hiddenMatched[position] ?? [], clusterId),
  );

  return plan.indicators.flatMap((indicator, index) => {
    const rows = places.flatMap((place): ComparisonRow[] => {
      const address = cellAddress(place);
      const declared = declaredAt(plan, samples, place);
      const cells = tables.map((measured, position): WaveCell => {
        if (hidden[position]?.[index]?.has(address)) return protectedCell(measured.wave.id);
        const cell = waveCell(declared, indicator, index, measured, place);
        return telling[position]?.[index]?.has(address) ? withoutError(cell) : cell;
      });
      const [baseline, ...followUps] = cells;
      if (!baseline || (place.key.length > 0 && cells.every(isNobody))) return [];
      const material = tables.map(({ table }) => materialAt(table, place, index));
      const changes = followUps.map((followUp, position): ChangeResult => {
        const pair = matched[position];
        const isErrorTelling = pair
          ? tellingMatched[position]?.[index]?.has(address) === true
          : [0, position + 1].some((wave) => telling[wave]?.[index]?.has(address));
        const facts = { indicator, declared, baseline, followUp, isErrorTelling };
        if (!pair) {
          return independentChange(facts, {
            baseline: material[0] ?? null,
            followUp: material[position + 1] ?? null,
          });
        }
        if (!hiddenMatched[position]?.[index]?.has(address)) {
          return matchedChange(facts, materialAt(pair.table, place, index));
        }
        const sides = [protectedCell(baseline.waveId), protectedCell(followUp.waveId)] as const;
        return absentChange(methodOf(indicator, 'matched', declared), ...sides);
      });
      return [{ indicatorId: indicator.id, key: place.key, cells, changes }];
    });
    return matched.length > 0 ? hideLeavers(rows, plan.threshold) : rows;
  });
}

function isNobody(cell: WaveCell): boolean {
  return cell.reason === 'group-not-in-wave' || cell.reason === 'breakdown-not-in-wave';
}

function materialAt(table: GroupTable, place: GroupPlace, index: number): Material | null {
  const group = groupAt(table, place);
  const statistics = group?.statistics[index];
  return statistics ? { statistics, sample: group?.samples?.[index] ?? null } : null;
}

function waveCell(
  declared: Declared,
  indicator: Indicator,
  index: number,
  { wave, table, hasBreakdown, absences }: MeasuredTable,
  place: GroupPlace,
): WaveCell {
  if (place.key.some(({ variableId }) => !hasBreakdown.has(variableId))) {
    return emptyCell(wave.id, 'breakdown-not-in-wave');
  }
  const group = groupAt(table, place);
  if (!group && place.key.length > 0) return emptyCell(wave.id, 'group-not-in-wave');
  const absence = absences[index];
  if (absence) return absence === 'protected' ? protectedCell(wave.id) : emptyCell(wave.id, absence);
  const material = materialAt(table, place, index);
  if (!material) return emptyCell(wave.id, 'no-cases');
  return showCell(wave.id, material, indicator.measure, declared);
}

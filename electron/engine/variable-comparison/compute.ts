import type { Call } from '../../../shared/contract';
import type { Distribution, PanelFlow } from '../../../shared/domain/comparison';
import type {
  VariableComparison,
  VariableComparisonSpec,
  VariableGroup,
  VariableSide,
} from '../../../shared/domain/variable-comparison';
import type { Wave } from '../../../shared/domain/wave';
import { notApplicableOf } from '../comparison/cells';
import {
  breakdownSets,
  type GroupPlace,
  type GroupTable,
  groupTable,
  listPlaces,
} from '../comparison/groups';
import { panelFlow, requireSharedPeople } from '../comparison/identifiers';
import { differencesOfUsers } from '../comparison/instrument-differences';
import { protectGroups } from '../comparison/protect';
import { hashJson } from '../comparison/result-hash';
import type { EngineContext } from '../context';
import type { Session } from '../db/session';
import { assertSizesThroughout, readWaveSample } from '../design/sample-frame';
import { type GroupingSet, rollUp } from '../indicators/grouping';
import { allValues, cellAddress, isBelow } from '../privacy/suppression';
import { type Codebook, makeCodebook } from './codebook';
import { bareGroup, compareGroup, methodFor } from './compare-group';
import { gatherGroup, type Readings } from './gather';
import { describeSide, type GroupMaterial, optionCounts, type SideMaterial } from './material';
import { planVariableComparison, type VariablePlan } from './plan';
import { type GroupSize, type PairTallies, readPairs, readWave } from './tallies';
import { groupWithoutErrors, isErrorTelling, sideWithoutErrors } from './telling-errors';
import { withTellingSizes } from './telling-sizes';

/**
 * Compares all answers to one variable between two waves, for everybody and for the groups of at most one other variable:
 * counts of answers (of pairs of answers or differences where people are matched) from one pass a wave, everything else from
 * these, behind the privacy gate. Throws what `planVariableComparison` throws, `waves-without-identifier`,
 * `no-matched-people`, `identifier-repeated`, and what a sample is refused for.
 */
export async function computeVariableComparison(
  context: Pick<EngineContext, 'project'>,
  spec: VariableComparisonSpec,
  call: Call,
): Promise<VariableComparison> {
  return context.project().read(call.signal, async (session) => {
    const plan = await planVariableComparison(session, spec);
    const total = spec.linkage === 'matched' ? 3 : 2;
    const report = (done: number): void =>
      call.report({ stage: 'computing', share: done / total, done, total });
    const samples = await readSamples(session, plan);
    const baseline = await readWave(session, plan, plan.baseline);
    report(1);
    const followUp = await readWave(session, plan, plan.followUp);
    report(2);
    const matched = spec.linkage === 'matched' ? await readMatched(session, plan) : null;
    if (matched) report(3);
    const used = plan.breakdown ? [plan.variable, plan.breakdown] : [plan.variable];
    const differences = await differencesOfUsers(
      session,
      [plan.baseline, plan.followUp],
      used.map(({ id }) => ({ indicatorId: null, variableId: id })),
    );
    const compared = assemble({
      plan,
      samples,
      waves: [baseline, followUp],
      pairs: matched?.pairs ?? null,
      flow: matched?.flow ?? null,
    });
    return differences.length > 0 ? { ...compared, differences } : compared;
  });
}

const everybody = cellAddress({ row: allValues, column: allValues });

type Gathered = Readings & { flow: PanelFlow | null };

async function readSamples(session: Session, plan: VariablePlan): Promise<Gathered['samples']> {
  const { sampling, baseline, followUp } = plan;
  if (!sampling) return null;
  const samples = [
    await readWaveSample(session, baseline, sampling),
    await readWaveSample(session, followUp, sampling),
  ] as const;
  assertSizesThroughout([baseline, followUp], samples, sampling);
  return samples;
}

async function readMatched(
  session: Session,
  plan: VariablePlan,
): Promise<{ pairs: PairTallies; flow: PanelFlow }> {
  const { baseline, followUp, variables } = plan;
  const { identifierId, both } = await requireSharedPeople(session, variables, baseline, followUp);
  return {
    pairs: await readPairs(session, plan, identifierId),
    flow: panelFlow(baseline, followUp, both),
  };
}

function assemble({ plan, samples, waves, pairs, flow }: Gathered): VariableComparison {
  const { spec, variable, breakdown, threshold } = plan;
  const sides = [plan.baseline, plan.followUp] as const;
  const own = waves.map(({ sizes }, index) => groupSets(plan, sides[index] ?? plan.baseline, sizes));
  const places = listPlaces(breakdown ? [breakdown] : [], own.flat());
  const tables = own.map((sets) => groupTable(spec.breakdown, sets));
  const hidden = tables.map((table, index) =>
    withTellingSizes(
      plan,
      places,
      samples?.[index],
      waves[index]?.sizes,
      hiddenPlaces(places, table, threshold),
    ),
  );
  const pairTable = pairs ? groupTable(spec.breakdown, groupSets(plan, plan.baseline, pairs.sizes)) : null;
  const hiddenInWaves = new Set(hidden.flatMap((addresses) => [...addresses]));
  const hiddenPairs = pairTable
    ? withTellingSizes(
        plan,
        places,
        samples?.[0],
        pairs?.sizes,
        hiddenPlaces(places, pairTable, threshold, hiddenInWaves),
      )
    : null;
  // The answers of a wave of which nothing is shown do not even name an option.
  const isShown = (addresses: ReadonlySet<string> | null): boolean => !addresses?.has(everybody);
  const given = pairs
    ? [pairs.baseline, pairs.followUp].flatMap((answers) => (isShown(hiddenPairs) ? answers : []))
    : waves.flatMap(({ answers }, index) => (isShown(hidden[index] ?? null) ? answers : []));
  const codebook = makeCodebook(
    variable,
    given.map(({ answer }) => answer),
  );
  const readings = { plan, samples, waves, pairs };
  const telling = ([0, 1] as const).map((index) => {
    const answers = pairs ? [pairs.baseline, pairs.followUp][index] : waves[index].answers;
    return isErrorTelling(plan, places, hiddenPairs ?? hidden[index] ?? new Set(), answers ?? []);
  });
  const cells = places.map((place): PlacedGroup => {
    const address = cellAddress(place);
    const material = gatherGroup(readings, place);
    const described = ([0, 1] as const).map((index): DescribedSide => {
      const isHidden = hiddenPairs ? hiddenPairs.has(address) : (hidden[index]?.has(address) ?? true);
      const wave = sides[index];
      const described = describeWave(plan, codebook, wave, place, {
        material: index === 0 ? material.baseline : material.followUp,
        isHidden,
        isPresent: (pairTable ?? tables[index])?.has(address) ?? false,
        hasBreakdown:
          plan.breakdown === null || (pairs ? sides[0] : wave).variableIds.includes(plan.breakdown.id),
      });
      const isTelling = place.key.length === 0 && telling[index];
      return isTelling ? { ...described, side: sideWithoutErrors(described.side) } : described;
    });
    const areErrorsTelling = place.key.length === 0 && telling.includes(true);
    return { place, material, sides: described, areErrorsTelling };
  });
  const present = cells.filter(
    ({ place, sides: both }) => place.key.length === 0 || both.some(({ isNobody }) => !isNobody),
  );
  return {
    spec,
    variable: {
      id: variable.id,
      label: variable.label,
      unit: variable.unit,
      scale: plan.scale,
      scaleLength: plan.scale === 'ordinal' ? codebook.scaleLength : null,
    },
    waves: sides.map(({ id, name, moment, rows, isSynthetic, dataSha256 }) => ({
      id,
      name,
      moment,
      rows,
      isSynthetic,
      dataSha256,
    })),
    breakdown: breakdown ? [{ id: breakdown.id, label: breakdown.label }] : [],
    distribution: distributionOf(plan, codebook, present),
    topBoxOptions:
      plan.scale === 'ordinal' && codebook.scaleLength >= 3
        ? codebook.options.slice(codebook.scaleLength - 2, codebook.scaleLength).map(({ value }) => value)
        : [],
    medianRule: samples ? 'half-of-weight' : 'type-2',
    groups: present.map((cell) => describeGroup(plan, codebook, cell)),
    flow: flow && !isBelow(threshold, flow.both) ? flow : null,
    samples: samples ? samples.map(({ size }) => size) : null,
    privacy: {
      threshold,
      suppressedGroups: present.filter(({ sides: both }) =>
        both.some(({ side }) => side.status === 'suppressed'),
      ).length,
    },
    resultSha256: hashVariablePlan(plan),
  };
}

type DescribedSide = { side: VariableSide; counts: (number | null)[]; isNobody: boolean };
type PlacedGroup = {
  place: GroupPlace;
  material: GroupMaterial;
  sides: DescribedSide[];
  /** What takes both waves would tell of a hidden group by its errors. */
  areErrorsTelling: boolean;
};

function groupSets(plan: VariablePlan, wave: Wave, sizes: readonly GroupSize[]): GroupingSet[] {
  const keys = plan.spec.breakdown.filter((id) => wave.variableIds.includes(id)).map((id): string => id);
  const finest = sizes.map(({ group, people, outside, n }) => ({
    values: keys.map(() => group),
    people,
    statistics: [
      { shape: 'share' as const, asked: people - outside, n, missing: people - outside - n, x: n },
    ],
  }));
  return breakdownSets(keys).map((set) => ({ variableIds: set, groups: rollUp(finest, keys, set) }));
}

// A distribution rests on the same people as a share of them.
function hiddenPlaces(
  places: readonly GroupPlace[],
  table: GroupTable,
  threshold: number,
  forced: ReadonlySet<string> = new Set(),
): ReadonlySet<string> {
  const [hidden = new Set<string>()] = protectGroups(places, table, [{ kind: 'proportion' }], threshold, [
    forced,
  ]);
  return hidden;
}

type SideFacts = { material: SideMaterial; isHidden: boolean; isPresent: boolean; hasBreakdown: boolean };

function describeWave(
  plan: VariablePlan,
  codebook: Codebook,
  wave: Wave,
  place: GroupPlace,
  { material, isHidden, isPresent, hasBreakdown }: SideFacts,
): DescribedSide {
  const nothing = codebook.options.map(() => null);
  const absent = { waveId: wave.id, n: null, missing: null, shares: null, median: null, topBox: null };
  if (isHidden) {
    return {
      side: { ...absent, status: 'suppressed', reason: 'protected' },
      counts: nothing,
      isNobody: false,
    };
  }
  if (place.key.length > 0 && !(hasBreakdown && isPresent)) {
    const reason = hasBreakdown ? 'group-not-in-wave' : 'breakdown-not-in-wave';
    const count = hasBreakdown ? 0 : null;
    return {
      side: { ...absent, n: count, missing: count, status: 'empty', reason },
      counts: nothing,
      isNobody: true,
    };
  }
  const { n, missing } = material;
  const outside = notApplicableOf(material, plan.threshold);
  if (n === 0) {
    const nobody = plan.spec.linkage === 'matched' ? 'no-matched-people' : 'no-answers';
    return {
      side: { ...absent, n, missing, ...outside, status: 'empty', reason: nobody },
      counts: nothing,
      isNobody: false,
    };
  }
  return {
    side: {
      waveId: wave.id,
      status: 'shown',
      n,
      missing,
      ...outside,
      ...describeSide(plan, codebook, material),
      reason: null,
    },
    counts: optionCounts(material.answers, codebook),
    isNobody: false,
  };
}

function describeGroup(
  plan: VariablePlan,
  codebook: Codebook,
  { place, material, sides, areErrorsTelling }: PlacedGroup,
): VariableGroup {
  const [baseline, followUp] = sides.map(({ side }) => side);
  if (!baseline || !followUp) throw new RangeError('a group has two waves');
  const both = { key: place.key, baseline, followUp };
  const method = methodFor(plan, material);
  const states = [baseline.status, followUp.status];
  if (states.includes('suppressed'))
    return { ...both, status: 'suppressed', ...bareGroup(method, 'protected') };
  if (states.includes('empty')) {
    return { ...both, status: 'empty', ...bareGroup(method, baseline.reason ?? followUp.reason) };
  }
  const shown: VariableGroup = { ...both, status: 'shown', ...compareGroup(plan, codebook, material) };
  return areErrorsTelling ? groupWithoutErrors(shown) : shown;
}

function distributionOf(
  plan: VariablePlan,
  codebook: Codebook,
  groups: readonly PlacedGroup[],
): Distribution {
  const { variable, scale } = plan;
  return {
    variableId: variable.id,
    label: variable.label,
    isOrdinal: scale !== 'nominal' && scale !== 'multiple',
    isMultiple: scale === 'multiple',
    options: [...codebook.options],
    groups: [0, 1].flatMap((index) =>
      groups.flatMap(({ place, sides }) => {
        const described = sides[index];
        if (!described) return [];
        const { waveId, status, n, missing, notApplicable } = described.side;
        const outside = notApplicable === undefined ? {} : { notApplicable };
        return [{ waveId, key: place.key, status, n, missing, ...outside, counts: described.counts }];
      }),
    ),
  };
}

/** SHA-256 of everything the figures rest on, whatever the time. */
function hashVariablePlan({
  spec,
  variable,
  breakdown,
  threshold,
  baseline,
  followUp,
}: VariablePlan): string {
  const used = breakdown ? [variable, breakdown] : [variable];
  return hashJson({
    method: 'variable.compare',
    spec,
    threshold,
    waves: [baseline, followUp].map(({ id, dataSha256 }) => ({ id, data: dataSha256 })),
    variables: used.map(({ id, label, type, options, unit }) => ({ id, label, type, options, unit })),
  });
}

import type { AbsenceReason } from '../../../shared/domain/comparison';
import type { Variable } from '../../../shared/domain/instrument';
import { AppError } from '../../../shared/errors';
import { largestCrossing } from '../comparison/groups';
import type { SharedPeople } from '../comparison/identifiers';
import { asCount, type Session } from '../db/session';
import { ident, sql } from '../db/sql';
import { assertSizesThroughout, readWaveSample, type WaveSample } from '../design/sample-frame';
import { answeredVariables, computeStatistics, whyAbsent } from '../indicators/compute-statistics';
import {
  computeDesignStatistics,
  computeMatchedDesignStatistics,
  type SampledWave,
} from '../indicators/design-statistics';
import type { GroupingSet } from '../indicators/grouping';
import { computeMatchedStatistics } from '../indicators/matched-statistics';
import type { GroupStatistics } from '../indicators/statistics';
import { waveTable } from '../projects/open-project';
import { type LinkedBaseline, stayedVariable, withLinkedBaseline } from './baseline-view';
import { askedIn, type PanelPlan } from './plan';

/**
 * One wave: how many people each group has (all rows), the indicators' statistics of groups (rows of the sample), and
 * why it has no figure of an indicator.
 */
export type MeasuredSide = {
  people: readonly GroupingSet[];
  figures: readonly GroupingSet[];
  absences: readonly (AbsenceReason | null)[];
};

/** Statistics of people in both waves: by their composition at the baseline, and by that of both waves. */
export type MeasuredPairs = {
  sets: readonly GroupingSet[];
  /** The variables of the finest set: the composition asked at the baseline, then the answers given later. */
  keys: readonly string[];
  later: readonly string[];
};

/** What the figures of a panel are made of. `pairs` is null where people cannot be followed. */
export type MeasuredPanel = {
  /** Composition variables asked at the baseline; in both waves. */
  compositionBefore: readonly Variable[];
  compositionBoth: readonly Variable[];
  baseline: MeasuredSide;
  followUp: MeasuredSide;
  pairs: MeasuredPairs | null;
  withoutIdentifier: { baseline: number; followUp: number } | null;
};

type Samples = { baseline: WaveSample; followUp: WaveSample } | null;
type Groupings = { people: readonly (readonly string[])[]; figures: readonly (readonly string[])[] };

/**
 * Reads both waves, and the people in both. Throws `comparison-invalid` where the groups are too many, and what
 * `readWaveSample` finds wrong with a declared design.
 */
export async function measurePanel(
  session: Session,
  plan: PanelPlan,
  advance: () => void,
): Promise<MeasuredPanel> {
  const compositionBefore = askedIn(plan.baseline, plan.composition);
  const compositionBoth = askedIn(plan.followUp, compositionBefore);
  const before = idsOf(compositionBefore);
  const both = idsOf(compositionBoth);
  const samples = await readSamples(session, plan);
  const followUp = await measureWave(
    session,
    plan,
    plan.followUp,
    plan.variables,
    samples?.followUp ?? null,
    {
      people: oneByOne(idsOf(askedIn(plan.followUp, plan.composition))),
      figures: [[], both],
    },
  );
  advance();
  const { link } = plan;
  if (typeof link === 'string') {
    const baseline = await measureWave(
      session,
      plan,
      plan.baseline,
      plan.variables,
      samples?.baseline ?? null,
      {
        people: oneByOne(before),
        figures: [[], both],
      },
    );
    advance();
    return { compositionBefore, compositionBoth, baseline, followUp, pairs: null, withoutIdentifier: null };
  }
  const measured = await withLinkedBaseline(session, plan, link, async (linked) => {
    const stayed = stayedVariable.id;
    const baseline = await measureWave(
      session,
      plan,
      linked.wave,
      linked.variables,
      samples?.baseline ?? null,
      {
        people: [...oneByOne(before), [stayed], ...before.map((id) => [id, stayed]), [...before, stayed]],
        figures: [[], [stayed], both],
      },
    );
    advance();
    const pairs = await measurePairs(session, plan, linked, link, before, samples?.baseline ?? null);
    advance();
    return { baseline, pairs };
  });
  return {
    compositionBefore,
    compositionBoth,
    followUp,
    ...measured,
    withoutIdentifier: {
      baseline: await countWithoutIdentifier(session, plan.baseline.id, link),
      followUp: await countWithoutIdentifier(session, plan.followUp.id, link),
    },
  };
}

/** The groups of one list of variables; empty where it was not asked for. */
export function groupsOf(sets: readonly GroupingSet[], variableIds: readonly string[]): GroupStatistics[] {
  const name = variableIds.join(' ');
  return sets.find((set) => set.variableIds.join(' ') === name)?.groups ?? [];
}

async function readSamples(session: Session, { sampling, baseline, followUp }: PanelPlan): Promise<Samples> {
  if (!sampling) return null;
  const samples = {
    baseline: await readWaveSample(session, baseline, sampling),
    followUp: await readWaveSample(session, followUp, sampling),
  };
  assertSizesThroughout([baseline, followUp], [samples.baseline, samples.followUp], sampling);
  return samples;
}

function idsOf(variables: readonly Variable[]): string[] {
  return variables.map(({ id }) => id);
}

function oneByOne(ids: readonly string[]): string[][] {
  return [[], ...ids.map((id) => [id])];
}

function distinctSets(sets: readonly (readonly string[])[]): (readonly string[])[] {
  return [...new Map(sets.map((set) => [set.join(' '), set])).values()];
}

async function measureWave(
  session: Session,
  plan: PanelPlan,
  wave: SampledWave,
  variables: readonly Variable[],
  sample: WaveSample | null,
  groupings: Groupings,
): Promise<MeasuredSide> {
  const answered = answeredVariables(variables, wave);
  const { indicators, sampling } = plan;
  const people = await computeStatistics(session, wave, answered, [], distinctSets(groupings.people));
  assertFewGroups(people);
  const wanted = distinctSets(groupings.figures);
  const figures =
    sampling && sample
      ? await computeDesignStatistics(session, wave, answered, indicators, wanted, sampling, sample)
      : await computeStatistics(session, wave, answered, indicators, wanted);
  assertFewGroups(figures);
  return { people, figures, absences: indicators.map((indicator) => whyAbsent(indicator, answered)) };
}

async function measurePairs(
  session: Session,
  plan: PanelPlan,
  { wave, variables, later }: LinkedBaseline,
  { identifierId }: SharedPeople,
  before: readonly string[],
  sample: WaveSample | null,
): Promise<MeasuredPairs> {
  const keys = [...before, ...idsOf(later)];
  const groupingSets = distinctSets([[], before, keys]);
  const { followUp, indicators, sampling } = plan;
  const input = { baseline: wave, followUp, variables, identifierId, indicators, groupingSets };
  const sets =
    sampling && sample
      ? await computeMatchedDesignStatistics(session, { ...input, sampling, sample })
      : await computeMatchedStatistics(session, input);
  return { sets, keys, later: idsOf(later) };
}

function assertFewGroups(sets: readonly GroupingSet[]): void {
  // Twice, as the finest groups are parted by who was found again.
  const limit = 2 * largestCrossing;
  const groups = Math.max(0, ...sets.map((set) => set.groups.length));
  if (groups > limit) throw new AppError('comparison-invalid', { reason: 'too-many-groups', groups, limit });
}

async function countWithoutIdentifier(
  session: Session,
  waveId: string,
  { identifierId }: SharedPeople,
): Promise<number> {
  const row = await session.first(
    sql`select count(*) as people from ${ident(waveTable(waveId))} where ${ident(identifierId)} is null`,
  );
  return asCount(row?.people);
}

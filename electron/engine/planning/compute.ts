import type {
  PlanningMethod,
  PlanningReason,
  PlanningResult,
  PlanningRow,
  PlanningSpec,
} from '../../../shared/domain/planning';
import {
  beyondPopulation,
  detectableMean,
  detectablePairedProportion,
  detectableProportion,
  discordantShares,
  pairsForProportions,
  peopleForMeans,
  peopleForProportions,
  plannedDesignEffect,
  withinPopulation,
} from '../../../shared/stats/planning';

/** A figure, or the reason why there is none. */
type Found<T> = { value: T; reason: null } | { value: null; reason: PlanningReason };

/** Other changes and other numbers of people shown around the answer. */
const changeSteps = [0.5, 0.75, 1, 1.25, 1.5, 2];
const peopleSteps = [0.5, 0.75, 1, 1.5, 2, 3];
/** Beyond this no register counts people exactly. */
const mostPeople = 1e12;

/** People needed for a change, or the change that people find, from the specification alone; nothing is read. */
export function computePlanning(spec: PlanningSpec): PlanningResult {
  const designEffect = plannedDesignEffect(spec.clusters);
  const facts = { spec, method: planningMethod(spec), designEffect };
  if (spec.question === 'required-people') {
    const simple = peopleFor(spec, spec.outcome.change);
    const { row, reason } = rowForChange(spec, designEffect, spec.outcome.change);
    const table = changeSteps
      .map((step) => rowForChange(spec, designEffect, spec.outcome.change * step).row)
      .filter(({ invited }) => invited !== null);
    return { ...facts, effectivePeople: simple.value, answer: row, table, reason };
  }
  const { row, reason } = rowForPeople(spec, designEffect, spec.invited);
  const counts = [...new Set(peopleSteps.map((step) => Math.max(1, Math.round(spec.invited * step))))];
  const table = counts
    .map((invited) => rowForPeople(spec, designEffect, invited).row)
    .filter(({ change, fall }) => change !== null || fall !== null);
  return {
    ...facts,
    effectivePeople: worthOf(spec, designEffect, completedOf(spec, spec.invited)),
    answer: row,
    table,
    reason,
  };
}

function planningMethod({ outcome, linkage }: PlanningSpec): PlanningMethod {
  if (outcome.kind === 'mean') return linkage === 'matched' ? 'paired-t' : 'two-sample-t';
  return linkage === 'matched' ? 'mcnemar' : 'two-proportions';
}

function demandOf(spec: PlanningSpec): { power: number; level: number; isMatched: boolean } {
  return { power: spec.power, level: spec.confidenceLevel, isMatched: spec.linkage === 'matched' };
}

/** The simple random sample that a change needs, not rounded. */
function peopleFor(spec: PlanningSpec, change: number): Found<number> {
  const demand = demandOf(spec);
  const found = (people: number | null): Found<number> =>
    people === null ? { value: null, reason: 'no-change' } : { value: people, reason: null };
  const { outcome } = spec;
  if (outcome.kind === 'mean') {
    const deviation = deviationOf(spec, outcome.standardDeviation);
    return deviation === null
      ? { value: null, reason: 'pairing-needs-correlation' }
      : found(peopleForMeans(change, deviation, demand));
  }
  const followUp = outcome.baseline + change;
  if (!(followUp >= 0 && followUp <= 1)) return { value: null, reason: 'change-beyond-scale' };
  if (change === 0) return { value: null, reason: 'no-change' };
  if (spec.linkage === 'independent') return found(peopleForProportions(outcome.baseline, followUp, demand));
  const discordant = discordantShare(spec, outcome.baseline, change);
  if (discordant === null) return { value: null, reason: 'pairing-impossible' };
  return found(pairsForProportions(discordant, change, demand));
}

/** The standard deviation that the test works with: of one measurement, or of the differences of matched people. */
function deviationOf({ linkage, pairing }: PlanningSpec, one: number): number | null {
  if (linkage === 'independent') return one;
  return pairing.kind === 'correlation' ? one * Math.sqrt(2 * (1 - pairing.value)) : null;
}

/** The share of people who change, or null where it cannot go with the baseline and the change. */
function discordantShare({ pairing }: PlanningSpec, baseline: number, change: number): number | null {
  if (pairing.kind === 'correlation') {
    const shares = discordantShares(baseline, baseline + change, pairing.value);
    return shares && shares.up + shares.down;
  }
  const up = (pairing.value + change) / 2;
  const down = (pairing.value - change) / 2;
  const isPossible = up >= 0 && down >= 0 && up <= 1 - baseline && down <= baseline;
  return isPossible ? pairing.value : null;
}

type Answer = { row: PlanningRow; reason: PlanningReason | null };

function rowForChange(spec: PlanningSpec, designEffect: number, change: number): Answer {
  const simple = peopleFor(spec, change);
  const none = { change, fall: null, completed: null, invited: null, clusters: null };
  if (simple.value === null) return { row: none, reason: simple.reason };
  const completed = roundUp(withinPopulation(simple.value * designEffect, spec.population));
  const invited = roundUp(completed / answeringShare(spec));
  if (invited > mostPeople) return { row: none, reason: 'nothing-detectable' };
  const isTooMany = spec.population !== null && invited > spec.population;
  return {
    row: { change, fall: null, completed, invited, clusters: clustersOf(spec, invited) },
    reason: isTooMany ? 'more-than-population' : null,
  };
}

function rowForPeople(spec: PlanningSpec, designEffect: number, invited: number): Answer {
  const completed = completedOf(spec, invited);
  const base = { completed, invited, clusters: clustersOf(spec, invited) };
  const none = { ...base, change: null, fall: null };
  if (spec.population !== null && invited > spec.population) {
    return { row: none, reason: 'more-than-population' };
  }
  const worth = worthOf(spec, designEffect, completed);
  if (worth === null) return { row: none, reason: 'whole-population' };
  const { value, reason } = changeFoundBy(spec, worth);
  return { row: { ...base, ...(value ?? { change: null, fall: null }) }, reason };
}

function changeFoundBy(
  spec: PlanningSpec,
  people: number,
): Found<{ change: number | null; fall: number | null }> {
  const demand = demandOf(spec);
  const { outcome, pairing } = spec;
  if (people < 2) return { value: null, reason: 'too-few-people' };
  if (outcome.kind === 'mean') {
    const deviation = deviationOf(spec, outcome.standardDeviation);
    if (deviation === null) return { value: null, reason: 'pairing-needs-correlation' };
    const change = detectableMean(people, deviation, demand);
    return change === null
      ? { value: null, reason: 'too-few-people' }
      : { value: { change, fall: null }, reason: null };
  }
  const towards = (direction: 1 | -1): number | null => {
    if (spec.linkage === 'independent') {
      return detectableProportion(people, outcome.baseline, direction, demand);
    }
    const change = detectablePairedProportion(people, outcome.baseline, direction, pairing, demand);
    const isPossible = change !== null && discordantShare(spec, outcome.baseline, change) !== null;
    return isPossible ? change : null;
  };
  const found = { change: towards(1), fall: towards(-1) };
  return found.change === null && found.fall === null
    ? { value: null, reason: 'nothing-detectable' }
    : { value: found, reason: null };
}

/** The share of those asked who give an answer that counts. */
function answeringShare({ nonResponse, attrition, linkage }: PlanningSpec): number {
  return (1 - nonResponse) * (linkage === 'matched' ? 1 - attrition : 1);
}

function completedOf(spec: PlanningSpec, invited: number): number {
  return Math.floor(invited * answeringShare(spec) * (1 + 4 * Number.EPSILON));
}

/** The simple random sample, from an endless population, that so many answers are worth; null for everybody. */
function worthOf(spec: PlanningSpec, designEffect: number, completed: number): number | null {
  const beyond = beyondPopulation(completed, spec.population);
  return beyond === null ? null : beyond / designEffect;
}

function clustersOf({ clusters }: PlanningSpec, invited: number): number | null {
  return clusters ? Math.ceil(invited / clusters.peopleEach) : null;
}

/** Up to the next whole number, unless only rounding error is in the way. */
function roundUp(people: number): number {
  return Math.ceil(people * (1 - 4 * Number.EPSILON));
}

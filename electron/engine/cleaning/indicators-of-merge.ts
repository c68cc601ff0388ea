import type { CleaningEntry } from '../../../shared/domain/cleaning';
import { type Condition, conditionVariables } from '../../../shared/domain/condition';
import type { Indicator, Measure } from '../../../shared/domain/indicator';
import type { Variable } from '../../../shared/domain/instrument';
import { Report } from '../../../shared/domain/report';
import { AppError, assertNever } from '../../../shared/errors';
import type { Session } from '../db/session';
import { listDefinitions } from '../definitions/definition-store';
import { listIndicators } from '../projects/open-project';

type Merge = { variableId: string; to: string; merged: readonly string[]; changesList: boolean };

/**
 * The indicators as they are after a merge: those that name all the answers that become one name the new one too, and
 * go on counting the same people, before the merge and after. Throws `variable-in-use` where one names only some of
 * them, or counts places of a list that changes, since it would count other people.
 */
export async function indicatorsAfterMerge(
  session: Session,
  entry: CleaningEntry,
  variable: Variable,
): Promise<Indicator[]> {
  const { change, options } = entry;
  if (change.kind !== 'merge') return [];
  const merge: Merge = {
    variableId: variable.id,
    to: change.to.value,
    merged: options.added ? change.from : [...change.from, change.to.value],
    changesList: options.added !== null || options.dropped.length > 0,
  };
  const changed: Indicator[] = [];
  const torn: string[] = [];
  for (const indicator of await listIndicators(session)) {
    const after = followed(indicator, merge);
    if (after === null) torn.push(indicator.name);
    else if (JSON.stringify(after) !== JSON.stringify(indicator)) changed.push(after);
  }
  for (const report of await listDefinitions(session, 'report', Report)) {
    const filters = report.blocks.flatMap((block) => (block.kind === 'series' ? [block.spec.filter] : []));
    const isNamed = filters.some((filter) => filter && conditionVariables(filter).includes(variable.id));
    if (isNamed) torn.push(report.title);
  }
  if (torn.length > 0) throw new AppError('variable-in-use', { variable: variable.label, usedBy: torn });
  return changed;
}

function followed(indicator: Indicator, merge: Merge): Indicator | null {
  const measure = followedMeasure(indicator.measure, merge);
  const filter = indicator.filter === null ? undefined : followedCondition(indicator.filter, merge);
  if (measure === null || filter === null) return null;
  return { ...indicator, measure, filter: filter ?? null };
}

function followedMeasure(measure: Measure, merge: Merge): Measure | null {
  switch (measure.kind) {
    case 'proportion':
    case 'rate': {
      const condition = followedCondition(measure.condition, merge);
      return condition && { ...measure, condition };
    }
    case 'count': {
      if (measure.condition === null) return measure;
      const condition = followedCondition(measure.condition, merge);
      return condition && { ...measure, condition };
    }
    case 'top-box':
      return measure.variableId === merge.variableId && merge.changesList ? null : measure;
    case 'index':
      return merge.changesList && measure.items.some(({ variableId }) => variableId === merge.variableId)
        ? null
        : measure;
    case 'mean':
    case 'total':
    case 'ratio':
      return measure;
    default:
      return assertNever(measure);
  }
}

function followedCondition(condition: Condition, merge: Merge): Condition | null {
  switch (condition.op) {
    case 'is':
    case 'is-not': {
      if (condition.variableId !== merge.variableId) return condition;
      const named = merge.merged.filter((value) => condition.values.includes(value));
      if (named.length === 0) return condition;
      if (named.length < merge.merged.length) return null;
      return condition.values.includes(merge.to)
        ? condition
        : { ...condition, values: [...condition.values, merge.to] };
    }
    case 'all':
    case 'any': {
      const of = condition.of.map((part) => followedCondition(part, merge));
      return of.every((part) => part !== null) ? { ...condition, of } : null;
    }
    case 'range':
    case 'date-range':
    case 'answered':
      return condition;
    default:
      return assertNever(condition);
  }
}

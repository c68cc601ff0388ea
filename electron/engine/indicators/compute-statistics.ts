import type { AbsenceReason } from '../../../shared/domain/comparison';
import { indicatorVariables } from '../../../shared/domain/indicator';
import type { Variable } from '../../../shared/domain/instrument';
import type { Wave } from '../../../shared/domain/wave';
import { asCount, type Session } from '../db/session';
import { ident, sql } from '../db/sql';
import { waveTable } from '../projects/open-project';
import { aggregateIndicator, createAggregateList, type StatisticsReader } from './aggregates';
import { requireVariable, type VariableLookup } from './condition-sql';
import { type GroupingSet, keyExpression, readGroupingSets } from './grouping';
import { compileIndicator, type Measured } from './indicator-sql';

export type MeasuredWave = Pick<Wave, 'id' | 'variableIds'> & Partial<Pick<Wave, 'skippedIds'>>;

/** The variables a wave answered, by id. */
export function answeredVariables(variables: readonly Variable[], wave: MeasuredWave): VariableLookup {
  const answered = new Set<string>(wave.variableIds);
  const skipped = new Set<string>(wave.skippedIds);
  return new Map(
    variables
      .filter((variable) => answered.has(variable.id))
      .map((variable) => [
        variable.id,
        skipped.has(variable.id) ? { ...variable, skipsSome: true } : variable,
      ]),
  );
}

/** True where the wave answered every variable the indicator needs, and the baseline gave what it is measured against. */
export function canMeasure(indicator: Measured, variables: VariableLookup): boolean {
  return whyAbsent(indicator, variables) === null;
}

/** Why a wave has no figure of an indicator, for anybody; null where it has. */
export function whyAbsent(indicator: Measured, variables: VariableLookup): AbsenceReason | null {
  const isAsked = indicatorVariables(indicator).every((variableId) => variables.has(variableId));
  return isAsked ? (indicator.placement?.absence ?? null) : 'variable-not-in-wave';
}

/**
 * Sufficient statistics of all indicators for all groups of all grouping sets, in one pass over a wave. An indicator
 * that cannot be measured there has null statistics. Throws `variable-missing` for an unknown grouping
 * variable.
 */
export async function computeStatistics(
  session: Session,
  wave: MeasuredWave,
  variables: VariableLookup,
  indicators: readonly Measured[],
  groupingSets: readonly (readonly string[])[],
): Promise<GroupingSet[]> {
  const keys = [...new Set(groupingSets.flat())].map((key) => {
    const variable = requireVariable(variables, key);
    return { variable, expression: keyExpression(variable) };
  });
  const aggregates = createAggregateList();
  const peopleName = aggregates.add(sql`count(*)`);
  const readers = indicators.map((indicator): StatisticsReader | null => {
    if (!canMeasure(indicator, variables)) return null;
    const needsSpread = indicator.measure.kind !== 'rate' && indicator.measure.kind !== 'total';
    return aggregateIndicator(compileIndicator(indicator, variables), aggregates, { needsSpread });
  });
  const source = sql`${ident(waveTable(wave.id))}`;
  return readGroupingSets(session, source, keys, groupingSets, aggregates.selected(), (row) => ({
    people: asCount(row[peopleName]),
    statistics: readers.map((read) => (read ? read(row) : null)),
  }));
}

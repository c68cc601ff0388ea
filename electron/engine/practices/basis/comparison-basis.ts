import type { CellKey } from '../../../../shared/domain/comparison';
import type { Linkage } from '../../../../shared/domain/design';
import type { VariableId } from '../../../../shared/domain/ids';
import { type Indicator, indicatorVariables, isAgainstBaseline } from '../../../../shared/domain/indicator';
import type { Variable } from '../../../../shared/domain/instrument';
import type { Wave } from '../../../../shared/domain/wave';
import { requireSharedPeople } from '../../comparison/identifiers';
import type { Session } from '../../db/session';
import { ident, type Sql, sql } from '../../db/sql';
import { answeredVariables } from '../../indicators/compute-statistics';
import { compileCondition, requireVariable, type VariableLookup } from '../../indicators/condition-sql';
import { keyExpression } from '../../indicators/grouping';
import { waveTable } from '../../projects/open-project';
import { type RowMultiset, rowMultiset, rowText, textMultiset, where } from './row-multiset';

/** Two waves of which an indicator is compared in one group; `groups` are conditions over the rows of a wave. */
export type ComparedRows = {
  linkage: Linkage;
  /** Strata, clusters and weights, where the errors are those of a designed sample. */
  designIds: readonly VariableId[];
  /** Questions that tell apart those who count, besides the indicator's. */
  groupIds: readonly VariableId[];
  indicator: Indicator;
  groups: (known: VariableLookup) => Sql[];
  baseline: Wave;
  followUp: Wave;
  /** Variables of the instrument. */
  variables: readonly Variable[];
};

/**
 * The rows that count for one indicator in one group and two waves, restricted to the questions it uses: those that fulfil
 * the filter; of matched people those found in both waves. An index against the baseline also rests on everybody who
 * answered its items there, and an error of a designed sample on where every row of the sample belongs.
 */
export async function comparisonRows(
  session: Session,
  compared: ComparedRows,
): Promise<Record<string, RowMultiset>> {
  const { linkage, designIds, groupIds, indicator, groups, baseline, followUp, variables } = compared;
  const isMatched = linkage === 'matched';
  const found: Record<string, RowMultiset> = {};
  if (isMatched) found.pairs = await pairedRows(session, compared);
  for (const [name, wave] of [
    ['baseline', baseline],
    ['followUp', followUp],
  ] as const) {
    const known = answeredVariables(variables, wave);
    if (!isMatched) {
      found[name] = await rowMultiset(session, {
        waveId: wave.id,
        text: rowText(known, [...indicatorVariables(indicator), ...groupIds, ...designIds]),
        conditions: [...filterOf(indicator, known), ...groups(known)],
      });
    }
    // People are followed from the baseline, whose sample it is.
    if (designIds.length > 0 && (!isMatched || wave === baseline)) {
      found[`${name}Sample`] = await sampleRows(session, designIds, wave, known);
    }
  }
  const { measure } = indicator;
  if (measure.kind === 'index' && isAgainstBaseline(measure.scale)) {
    found.bounds = await indicatorRows(session, indicator, baseline, variables);
  }
  return found;
}

/** Where every row of a wave belongs in a designed sample. */
export function sampleRows(
  session: Session,
  designIds: readonly VariableId[],
  wave: Wave,
  known: VariableLookup,
): Promise<RowMultiset> {
  return rowMultiset(session, { waveId: wave.id, text: rowText(known, designIds), conditions: [] });
}

/** The rows of a wave that fulfil an indicator's filter, in the questions it uses, whatever their group. */
export function indicatorRows(
  session: Session,
  indicator: Indicator,
  wave: Wave,
  variables: readonly Variable[],
): Promise<RowMultiset> {
  const known = answeredVariables(variables, wave);
  return rowMultiset(session, {
    waveId: wave.id,
    text: rowText(known, indicatorVariables(indicator)),
    conditions: filterOf(indicator, known),
  });
}

async function pairedRows(session: Session, compared: ComparedRows): Promise<RowMultiset> {
  const { indicator, groups, groupIds, designIds, baseline, followUp, variables } = compared;
  const { identifierId } = await requireSharedPeople(session, variables, baseline, followUp);
  const person = ident(identifierId);
  const used = [...indicatorVariables(indicator), ...groupIds, ...designIds];
  const side = (wave: Wave, group: readonly Sql[], known: VariableLookup): Sql => {
    // A count takes its filter as part of what it counts, so that who leaves it counts as well.
    const asked = indicator.measure.kind === 'count' ? [] : filterOf(indicator, known);
    const conditions = [sql`${person} is not null`, ...asked, ...group];
    return sql`(select ${person} as person, ${rowText(known, used)} as answers from ${ident(waveTable(wave.id))}${where(conditions)})`;
  };
  const before = answeredVariables(variables, baseline);
  const after = answeredVariables(variables, followUp);
  return textMultiset(
    session,
    sql`first_side.person || '=' || first_side.answers || '|' || second_side.answers as text
        from ${side(baseline, groups(before), before)} as first_side
        join ${side(followUp, [], after)} as second_side using (person)`,
  );
}

/** The indicator's filter over a wave's rows; nothing where all rows count or the wave did not ask what it needs. */
export function filterOf({ filter }: Pick<Indicator, 'filter'>, known: VariableLookup): Sql[] {
  return filter ? [compileCondition(filter, known)] : [];
}

/** The rows of a group. Throws `variable-missing`. */
export function groupOf(key: CellKey, known: VariableLookup): Sql[] {
  return key.map(({ variableId, value }) => {
    const expression = keyExpression(requireVariable(known, variableId));
    return value === null ? sql`${expression} is null` : sql`${expression} = ${value}`;
  });
}

import type { CellKey, Comparison } from '../../../../shared/domain/comparison';
import { samplingVariables } from '../../../../shared/domain/design';
import { type Indicator, indicatorVariables, isAgainstBaseline } from '../../../../shared/domain/indicator';
import type { Variable } from '../../../../shared/domain/instrument';
import type { ComparisonLink } from '../../../../shared/domain/practice';
import type { Wave } from '../../../../shared/domain/wave';
import { requireSharedPeople } from '../../comparison/identifiers';
import type { Session } from '../../db/session';
import { ident, type Sql, sql } from '../../db/sql';
import { answeredVariables } from '../../indicators/compute-statistics';
import { compileCondition, requireVariable, type VariableLookup } from '../../indicators/condition-sql';
import { keyExpression } from '../../indicators/grouping';
import { waveTable } from '../../projects/open-project';
import { type RowMultiset, rowMultiset, rowText, textMultiset, where } from './row-multiset';

/** What a link to a comparison names, all of it found. */
export type LinkedComparison = {
  link: ComparisonLink;
  comparison: Comparison;
  indicator: Indicator;
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
  linked: LinkedComparison,
): Promise<Record<string, RowMultiset>> {
  const { comparison, indicator, baseline, followUp, variables } = linked;
  const { linkage } = comparison.spec;
  const design = designVariables(linked);
  const sides = [baseline, followUp].map((wave) => ({ wave, known: answeredVariables(variables, wave) }));
  const found: Record<string, RowMultiset> = {};
  if (linkage === 'matched') found.pairs = await pairedRows(session, linked);
  for (const [index, { wave, known }] of sides.entries()) {
    const name = index === 0 ? 'baseline' : 'followUp';
    if (linkage !== 'matched') {
      found[name] = await rowMultiset(session, {
        waveId: wave.id,
        text: rowText(known, [...indicatorVariables(indicator), ...design]),
        conditions: [...filterOf(indicator, known), ...groupOf(linked.link.key, known)],
      });
    }
    // People are followed from the baseline, whose sample it is.
    const hasSample = design.length > 0 && (linkage !== 'matched' || index === 0);
    if (hasSample) {
      const text = rowText(known, design);
      found[`${name}Sample`] = await rowMultiset(session, { waveId: wave.id, text, conditions: [] });
    }
  }
  const { measure } = indicator;
  if (measure.kind === 'index' && isAgainstBaseline(measure.scale)) {
    found.bounds = await indicatorRows(session, indicator, baseline, variables);
  }
  return found;
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

/** Strata, clusters and weights, where the errors are those of a designed sample. */
export function designVariables({ comparison }: Pick<LinkedComparison, 'comparison'>): Variable['id'][] {
  const { coverage, sampling } = comparison.spec;
  return coverage === 'census' ? [] : samplingVariables(sampling);
}

async function pairedRows(session: Session, linked: LinkedComparison): Promise<RowMultiset> {
  const { link, indicator, baseline, followUp, variables } = linked;
  const { identifierId } = await requireSharedPeople(session, variables, baseline, followUp);
  const person = ident(identifierId);
  const used = [...indicatorVariables(indicator), ...designVariables(linked)];
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
        from ${side(baseline, groupOf(link.key, before), before)} as first_side
        join ${side(followUp, [], after)} as second_side using (person)`,
  );
}

/** The indicator's filter over a wave's rows; nothing where all rows count or the wave did not ask what it needs. */
export function filterOf({ filter }: Pick<Indicator, 'filter'>, known: VariableLookup): Sql[] {
  return filter ? [compileCondition(filter, known)] : [];
}

/** The rows of a group. Throws `variable-missing`. */
function groupOf(key: CellKey, known: VariableLookup): Sql[] {
  return key.map(({ variableId, value }) => {
    const expression = keyExpression(requireVariable(known, variableId));
    return value === null ? sql`${expression} is null` : sql`${expression} = ${value}`;
  });
}

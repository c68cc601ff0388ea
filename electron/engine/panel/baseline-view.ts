import { notAskedGroup } from '../../../shared/domain/comparison';
import { VariableId, WaveId } from '../../../shared/domain/ids';
import type { Variable } from '../../../shared/domain/instrument';
import type { SharedPeople } from '../comparison/identifiers';
import type { Session } from '../db/session';
import { compileSql, ident, join, literal, type Sql, sql } from '../db/sql';
import type { SampledWave } from '../indicators/design-statistics';
import { waveTable } from '../projects/open-project';
import { askedIn, type PanelPlan } from './plan';

/** Whether a person of the baseline was found again, as if it had been asked: `true` or `false`. */
export const stayedVariable: Variable = {
  id: VariableId.parse('var_foundagain'),
  name: 'found_again',
  label: 'found again',
  type: 'boolean',
  role: 'group',
  options: [],
  missingCodes: [],
  unit: null,
  identity: null,
  standard: null,
  notApplicableCodes: [],
};

/** What a person of the baseline answered to a composition variable at the follow-up, as a variable of the baseline. */
function laterVariable(variable: Variable, position: number): Variable {
  return { ...variable, id: VariableId.parse(`var_later${position}`.padEnd(10, '0')) };
}

/** The baseline as a wave that also knows who was found again and what they answered later. */
export type LinkedBaseline = {
  wave: SampledWave;
  variables: readonly Variable[];
  /** The follow-up's answers to the composition variables asked in both waves, in that order. */
  later: readonly Variable[];
};

const viewId = WaveId.parse('wav_panelview');

/**
 * Runs `work` with a temporary view of the baseline that has two kinds of columns more: whether the person was found
 * again, and the composition answers given then. It lives on this connection and is gone afterwards.
 */
export async function withLinkedBaseline<T>(
  session: Session,
  plan: PanelPlan,
  link: SharedPeople,
  work: (linked: LinkedBaseline) => Promise<T>,
): Promise<T> {
  const { baseline, followUp, variables } = plan;
  const asked = askedIn(followUp, askedIn(baseline, plan.composition));
  const later = asked.map(laterVariable);
  const identifier = ident(link.identifierId);
  const laterColumns = asked.map((variable, index) => {
    const answer = sql`f.${ident(variable.id)}`;
    const group = followUp.skippedIds.includes(variable.id)
      ? sql`case when ${answer} is null and coalesce(list_contains(f.${ident('skipped')}, ${literal(variable.id)}), false)
          then ${literal(notAskedGroup)} else ${answer}::varchar end`
      : answer;
    return sql`${group} as ${ident(later[index]?.id ?? '')}`;
  });
  const columns: Sql[] = [
    sql`b.*`,
    sql`(f.${identifier} is not null) as ${ident(stayedVariable.id)}`,
    ...laterColumns,
  ];
  const view = ident(waveTable(viewId));
  await session.run(
    sql`create or replace temp view ${view} as select ${join(columns)} from ${ident(waveTable(baseline.id))} as b
        left join ${ident(waveTable(followUp.id))} as f on b.${identifier} = f.${identifier}`,
  );
  try {
    return await work({
      wave: {
        id: viewId,
        rows: baseline.rows,
        skippedIds: baseline.skippedIds,
        variableIds: [...baseline.variableIds, stayedVariable.id, ...later.map(({ id }) => id)],
      },
      variables: [...variables, stayedVariable, ...later],
      later,
    });
  } finally {
    // Not through the session, which refuses to run anything once the call is cancelled.
    await session.connection.run(compileSql(sql`drop view if exists ${view}`).text);
  }
}

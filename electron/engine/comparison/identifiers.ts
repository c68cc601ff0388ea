import type { PanelFlow } from '../../../shared/domain/comparison';
import type { Variable } from '../../../shared/domain/instrument';
import type { Wave } from '../../../shared/domain/wave';
import { AppError } from '../../../shared/errors';
import { asCount, type Session } from '../db/session';
import { ident, type Sql, sql } from '../db/sql';
import { waveTable } from '../projects/open-project';

/** The people two waves share, found by one identifier. */
export type SharedPeople = { identifierId: string; both: number };

/**
 * The identifier by which two waves share most people, or null where they have none in common. Rows without
 * identifier match nobody. Throws `identifier-repeated` when that identifier occurs twice in a wave.
 */
export async function findSharedPeople(
  session: Session,
  variables: readonly Variable[],
  baseline: Wave,
  followUp: Wave,
): Promise<SharedPeople | null> {
  const candidates = variables.filter(
    (variable) =>
      variable.role === 'identifier' &&
      baseline.variableIds.includes(variable.id) &&
      followUp.variableIds.includes(variable.id),
  );
  let best: SharedPeople | null = null;
  for (const { id } of candidates) {
    const row = await session.first(
      sql`select count(*) as both from ${identifiersOf(baseline, id)} as b semi join ${identifiersOf(followUp, id)} as f using (person)`,
    );
    const both = asCount(row?.both);
    if (best === null || both > best.both) best = { identifierId: id, both };
  }
  if (best) {
    for (const wave of [baseline, followUp]) await assertDistinctPeople(session, wave, best.identifierId);
  }
  return best;
}

function identifiersOf(wave: Wave, identifierId: string): Sql {
  const column = ident(identifierId);
  return sql`(select ${column} as person from ${ident(waveTable(wave.id))} where ${column} is not null)`;
}

async function assertDistinctPeople(session: Session, wave: Wave, identifierId: string): Promise<void> {
  const row = await session.first(
    sql`select count(*) - count(distinct person) as repeated from ${identifiersOf(wave, identifierId)}`,
  );
  const repeated = asCount(row?.repeated);
  if (repeated > 0) throw new AppError('identifier-repeated', { wave: wave.name, count: repeated });
}

/**
 * The people shared by a matched comparison. Throws `waves-without-identifier` when no identifier is in both waves
 * and `no-matched-people` when it matches nobody.
 */
export async function requireSharedPeople(
  session: Session,
  variables: readonly Variable[],
  baseline: Wave,
  followUp: Wave,
): Promise<SharedPeople> {
  const shared = await findSharedPeople(session, variables, baseline, followUp);
  const names = { baseline: baseline.name, followUp: followUp.name };
  if (!shared) throw new AppError('waves-without-identifier', names);
  if (shared.both === 0) throw new AppError('no-matched-people', names);
  return shared;
}

/** Who is in both waves and who in one only; rows without identifier count in their own wave. */
export function panelFlow(baseline: Wave, followUp: Wave, both: number): PanelFlow {
  return {
    followUpWaveId: followUp.id,
    both,
    onlyBaseline: Math.max(0, baseline.rows - both),
    onlyFollowUp: Math.max(0, followUp.rows - both),
  };
}

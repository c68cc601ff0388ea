import type { PeopleOverview } from '../../../shared/domain/people';
import { Receipt, type Wave } from '../../../shared/domain/wave';
import { asCount, asText, type Session } from '../db/session';
import { ident, type Sql, sql } from '../db/sql';
import { getInstrument, listWaves, waveTable } from '../projects/open-project';
import { listLinks } from './person-links';

/** How the waves of an instrument identify people, and whom they find again. `details` is told by the vault. */
export async function describePeople(
  session: Session,
  instrumentId: PeopleOverview['instrumentId'],
  details: PeopleOverview['details'],
): Promise<PeopleOverview> {
  const { variables } = await getInstrument(session, instrumentId);
  const waves = (await listWaves(session)).filter((wave) => wave.instrumentId === instrumentId);
  const identifiers = variables.filter(({ role, type }) => role === 'identifier' && type === 'identifier');
  const shared = [...identifiers].sort(
    (left, right) => timesAsked(waves, right.id) - timesAsked(waves, left.id),
  )[0];
  const links = (await listLinks(session)).filter(({ kind }) => kind !== 'different');
  if (!shared) {
    const without = waves.map((wave) => ({
      waveId: wave.id,
      rows: wave.rows,
      withIdentifier: 0,
      withoutIdentifier: wave.rows,
      wrongCheckDigit: 0,
      repeated: 0,
    }));
    return { instrumentId, identifier: null, waves: without, flows: [], links: links.length, details };
  }
  const asked = waves.filter((wave) => wave.variableIds.includes(shared.id));
  const [baseline, ...later] = asked;
  const flows: PeopleOverview['flows'] = [];
  for (const followUp of later)
    if (baseline) flows.push(await flowBetween(session, shared.id, baseline, followUp));
  const described: PeopleOverview['waves'] = [];
  for (const wave of waves) described.push(await describeWave(session, shared.id, wave));
  return {
    instrumentId,
    identifier: { variableId: shared.id, label: shared.label },
    waves: described,
    flows,
    links: links.length,
    details,
  };
}

function timesAsked(waves: readonly Wave[], variableId: Wave['variableIds'][number]): number {
  return waves.filter((wave) => wave.variableIds.includes(variableId)).length;
}

/** The people of a wave, one column `person`. */
export function peopleOf(wave: Wave, variableId: string): Sql {
  const column = ident(variableId);
  return sql`(select distinct ${column} as person from ${ident(waveTable(wave.id))} where ${column} is not null)`;
}

async function flowBetween(
  session: Session,
  variableId: string,
  baseline: Wave,
  followUp: Wave,
): Promise<PeopleOverview['flows'][number]> {
  const row = await session.first(
    sql`select count(*) filter (where b.person is not null and f.person is not null) as both_waves,
        count(*) filter (where f.person is null) as only_baseline, count(*) filter (where b.person is null) as only_follow_up
        from ${peopleOf(baseline, variableId)} as b full join ${peopleOf(followUp, variableId)} as f on b.person = f.person`,
  );
  return {
    baselineWaveId: baseline.id,
    followUpWaveId: followUp.id,
    both: asCount(row?.both_waves),
    onlyBaseline: asCount(row?.only_baseline),
    onlyFollowUp: asCount(row?.only_follow_up),
  };
}

async function describeWave(
  session: Session,
  variableId: Wave['variableIds'][number],
  wave: Wave,
): Promise<PeopleOverview['waves'][number]> {
  const isAsked = wave.variableIds.includes(variableId);
  const counted = isAsked
    ? await session.first(sql`select count(${ident(variableId)}) as named from ${ident(waveTable(wave.id))}`)
    : null;
  const stored = await session.first(sql`select receipt from wave where id = ${wave.id}`);
  const receipt = Receipt.parse(JSON.parse(asText(stored?.receipt)));
  const withIdentifier = asCount(counted?.named ?? 0);
  const repeated = receipt.setAsideByReason
    .filter(({ reason }) => reason === 'repeated-identifier' || reason === 'repeated-row')
    .reduce((sum, { count }) => sum + count, 0);
  return {
    waveId: wave.id,
    rows: wave.rows,
    withIdentifier,
    withoutIdentifier: wave.rows - withIdentifier,
    wrongCheckDigit: Math.max(
      receipt.columns.reduce((sum, column) => sum + column.wrongDigitsTotal, 0),
      receipt.issues.filter(({ reason }) => reason === 'check-digit').length,
    ),
    repeated,
  };
}

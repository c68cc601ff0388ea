import { PersonLink } from '../../../shared/domain/people';
import type { Wave } from '../../../shared/domain/wave';
import { AppError } from '../../../shared/errors';
import { asCount, asText, type Session } from '../db/session';
import { ident, join, literal, type Sql, sql } from '../db/sql';
import { listDefinitions, replaceDefinition } from '../definitions/definition-store';
import { hashRows } from '../import/store-rows';
import { getInstrument, getWave, listWaves, waveTable } from '../projects/open-project';

export type LinkChange = PersonLink['changes'][number];

/** Every decision about who is the same person, in the order they were taken. */
export function listLinks(session: Session): Promise<PersonLink[]> {
  return listDefinitions(session, 'person-link', PersonLink);
}

/** Keeps a decision; null takes it away. */
export function storeLink(session: Session, id: PersonLink['id'], link: PersonLink | null): Promise<void> {
  return replaceDefinition(session, 'person-link', id, link === null ? null : PersonLink.parse(link));
}

/** For each pseudonym that was joined to another one, the pseudonym its person goes by now. */
export function currentPseudonyms(links: readonly PersonLink[]): Map<string, string> {
  const next = new Map(
    links.flatMap(({ kind, joined, kept }) =>
      kind !== 'different' && joined !== null && kept !== null ? [[joined, kept] as const] : [],
    ),
  );
  const current = new Map<string, string>();
  for (const start of next.keys()) {
    let person = start;
    const seen = new Set([person]);
    for (let later = next.get(person); later !== undefined && !seen.has(later); later = next.get(person)) {
      seen.add(later);
      person = later;
    }
    current.set(start, person);
  }
  return current;
}

/** The identifying columns of a wave. */
export async function identifierColumns(session: Session, wave: Wave): Promise<LinkChange['variableId'][]> {
  const { variables } = await getInstrument(session, wave.instrumentId);
  return variables
    .filter(
      ({ id, role, type }) => role === 'identifier' && type === 'identifier' && wave.variableIds.includes(id),
    )
    .map(({ id }) => id);
}

/** The pseudonym of a row, null where it has none, and the column it stands in. Throws `link-invalid`. */
export async function personAt(
  session: Session,
  place: PersonLink['places'][number],
): Promise<{ wave: Wave; column: LinkChange['variableId']; person: string | null }> {
  const wave = await getWave(session, place.waveId);
  const [column] = await identifierColumns(session, wave);
  if (column === undefined) throw new AppError('link-invalid', { reason: 'no-identifier', wave: wave.name });
  const row = await session.first(
    sql`select ${ident(column)} as person from ${ident(waveTable(wave.id))} where line = ${place.line}::integer`,
  );
  if (!row) throw new AppError('link-invalid', { reason: 'row-missing', wave: wave.name, line: place.line });
  return { wave, column, person: row.person === null ? null : asText(row.person) };
}

/**
 * Puts one pseudonym in the place of another in every wave, and tells which rows had it. Throws `link-invalid`, before anything
 * is changed, where a wave has both.
 */
export async function replacePseudonym(
  session: Session,
  joined: string,
  kept: string,
): Promise<LinkChange[]> {
  const found: { wave: Wave; variableId: LinkChange['variableId']; lines: number[] }[] = [];
  for (const wave of await listWaves(session)) {
    for (const variableId of await identifierColumns(session, wave)) {
      const column = ident(variableId);
      const rows = await session.all(
        sql`select line, ${column} = ${kept} as is_kept from ${ident(waveTable(wave.id))}
            where ${column} in (${joined}, ${kept}) order by line`,
      );
      const lines = rows.filter((row) => row.is_kept !== true).map((row) => asCount(row.line));
      if (lines.length > 0 && lines.length < rows.length) {
        const both = rows.map((row) => asCount(row.line));
        throw new AppError('link-invalid', { reason: 'same-wave', wave: wave.name, lines: both });
      }
      if (lines.length > 0) found.push({ wave, variableId, lines });
    }
  }
  for (const { wave, variableId } of found) {
    const column = ident(variableId);
    await session.run(
      sql`update ${ident(waveTable(wave.id))} set ${column} = ${kept} where ${column} = ${joined}`,
    );
  }
  for (const wave of new Set(found.map(({ wave }) => wave))) await refreshHash(session, wave);
  return found.flatMap(({ wave, variableId, lines }) =>
    lines.map((line) => ({ waveId: wave.id, line, variableId, before: joined })),
  );
}

/** Gives a row that has none a pseudonym. Throws `link-invalid` where the wave has that person already. */
export async function givePseudonym(
  session: Session,
  { wave, column: variableId }: { wave: Wave; column: LinkChange['variableId'] },
  line: number,
  person: string,
): Promise<LinkChange[]> {
  const table = ident(waveTable(wave.id));
  const column = ident(variableId);
  const same = await session.first(
    sql`select line from ${table} where ${column} = ${person} and line <> ${line}::integer`,
  );
  if (same) {
    const lines = [asCount(same.line), line];
    throw new AppError('link-invalid', { reason: 'same-wave', wave: wave.name, lines });
  }
  await session.run(sql`update ${table} set ${column} = ${person} where line = ${line}::integer`);
  await refreshHash(session, wave);
  return [{ waveId: wave.id, line, variableId, before: null }];
}

/**
 * Gives the rows of a decision the pseudonyms they had before it. Rows that have gone by another name since, through a later
 * decision or because they are no longer there, stay as they are.
 */
export async function restorePseudonyms(
  session: Session,
  link: PersonLink,
  links: readonly PersonLink[],
): Promise<void> {
  if (link.kept === null) return;
  const current = currentPseudonyms(links).get(link.kept) ?? link.kept;
  const living = new Map((await listWaves(session)).map((wave) => [wave.id, wave]));
  const touched = new Set<Wave>();
  for (const { waveId, line, variableId, before } of link.changes) {
    const wave = living.get(waveId);
    if (!wave?.variableIds.includes(variableId)) continue;
    const column = ident(variableId);
    await session.run(
      sql`update ${ident(waveTable(wave.id))} set ${column} = ${before} where line = ${line}::integer and ${column} = ${current}`,
    );
    touched.add(wave);
  }
  for (const wave of touched) await refreshHash(session, wave);
}

/**
 * Applies every decision to a wave that is being stored, so that people joined before are recognised in it. Returns how many
 * rows were renamed.
 */
export async function applyLinks(
  session: Session,
  waveId: Wave['id'],
  table: Sql,
  columns: readonly { id: LinkChange['variableId'] }[],
): Promise<number> {
  const links = await listLinks(session);
  const current = currentPseudonyms(links);
  if (current.size === 0) return 0;
  const pairs = [...current].map(([joined, person]) => sql`(${literal(joined)}, ${literal(person)})`);
  let renamed = 0;
  for (const { id } of columns) {
    const rows = await session.all(
      sql`select line, ${ident(id)} as joined from ${table} semi join (values ${join(pairs)}) as known(joined, person) on ${ident(id)} = known.joined`,
    );
    if (rows.length === 0) continue;
    renamed += rows.length;
    await session.run(
      sql`update ${table} set ${ident(id)} = known.person from (values ${join(pairs)}) as known(joined, person) where ${ident(id)} = known.joined`,
    );
    for (const link of links) {
      const changes = rows
        .filter((row) => row.joined === link.joined && link.kind !== 'different')
        .map((row) => ({ waveId, line: asCount(row.line), variableId: id, before: link.joined }));
      if (changes.length > 0)
        await storeLink(session, link.id, { ...link, changes: [...link.changes, ...changes] });
    }
  }
  return renamed;
}

async function refreshHash(session: Session, wave: Wave): Promise<void> {
  const { variables } = await getInstrument(session, wave.instrumentId);
  const stored = wave.variableIds.flatMap((id) => {
    const variable = variables.find((candidate) => candidate.id === id);
    return variable ? [{ variable }] : [];
  });
  const dataSha256 = await hashRows(session, ident(waveTable(wave.id)), stored, wave.skippedIds.length > 0);
  await session.run(
    sql`update wave set body = ${JSON.stringify({ ...wave, dataSha256 })} where id = ${wave.id}`,
  );
}

import { createHmac } from 'node:crypto';
import type { PeopleOverview, PersonDetails } from '../../../shared/domain/people';
import { AppError } from '../../../shared/errors';
import type { EngineContext } from '../context';
import { asCount, asText, type Session } from '../db/session';
import { ident, sql } from '../db/sql';
import { openVault } from '../privacy/project-vault';
import type { Vault } from '../privacy/vault';
import { getWave, readMeta, waveTable } from '../projects/open-project';
import { identifierColumns } from './person-links';

type DetailsState = PeopleOverview['details'];
export type KnownDetails = {
  state: DetailsState;
  /** The details of a wave's row by its line; null where the vault holds none. */
  of(waveId: string): (line: number) => PersonDetails | null;
};

/** Whether the vault could tell who people are: it exists and is open. */
export async function detailsState(context: EngineContext, session: Session): Promise<DetailsState> {
  const vault = await tryVault(context, session);
  return typeof vault === 'string' ? vault : 'available';
}

/** What the vault knows of the people of some waves, in memory only. Nothing while it is locked. */
export async function readPersonDetails(
  context: EngineContext,
  session: Session,
  waveIds: readonly string[],
): Promise<KnownDetails> {
  const vault = await tryVault(context, session);
  if (typeof vault === 'string') return { state: vault, of: () => () => null };
  const byWave = new Map<string, Map<number, PersonDetails>>();
  for (const waveId of waveIds) byWave.set(waveId, await detailsByLine(session, vault, waveId));
  return { state: 'available', of: (waveId) => (line) => byWave.get(waveId)?.get(line) ?? null };
}

async function tryVault(
  context: EngineContext,
  session: Session,
): Promise<Vault | Exclude<DetailsState, 'available'>> {
  if ((await readMeta(session, 'has-vault')) !== 'true') return 'none';
  try {
    return await openVault(context, session);
  } catch (error) {
    if (error instanceof AppError && error.code === 'vault-locked') return 'locked';
    throw error;
  }
}

async function detailsByLine(
  session: Session,
  vault: Vault,
  waveId: string,
): Promise<Map<number, PersonDetails>> {
  const identifiers = new Map(
    (vault.read(waveId, 'people')?.toString('utf8') ?? '')
      .split('\n')
      .filter((line) => line !== '')
      .map((identifier) => [pseudonymFor(identifier, vault.secret), identifier] as const),
  );
  const wave = await getWave(session, waveId);
  const [column] = await identifierColumns(session, wave);
  if (column === undefined) return new Map();
  const rows = await session.all(
    sql`select line, ${ident(column)} as person from ${ident(waveTable(wave.id))} where ${ident(column)} is not null`,
  );
  return new Map(
    rows.map((row) => [
      asCount(row.line),
      { identifier: identifiers.get(asText(row.person)) ?? null, name: null, birthDate: null, group: null },
    ]),
  );
}

/** As `pseudonymOf` in SQL: `P-` and the first 16 hex digits of the HMAC-SHA-256 under the project's secret. */
function pseudonymFor(identifier: string, secretHex: string): string {
  const digest = createHmac('sha256', Buffer.from(secretHex, 'hex')).update(identifier, 'utf8').digest('hex');
  return `P-${digest.slice(0, 16).toUpperCase()}`;
}

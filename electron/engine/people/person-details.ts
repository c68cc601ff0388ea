import { createHmac } from 'node:crypto';
import type { WaveId } from '../../../shared/domain/ids';
import type { PeopleOverview, PersonDetails } from '../../../shared/domain/people';
import { AppError } from '../../../shared/errors';
import type { EngineContext } from '../context';
import { asCount, asText, type Session } from '../db/session';
import { ident, sql } from '../db/sql';
import { openVault } from '../privacy/project-vault';
import type { Vault } from '../privacy/vault';
import { readDetailsOf } from '../privacy/vault-details';
import { getWave, readMeta, waveTable } from '../projects/open-project';
import { readBirthDate } from './birth-date';
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
  waveIds: readonly WaveId[],
): Promise<KnownDetails> {
  const vault = await tryVault(context, session);
  if (typeof vault === 'string') return { state: vault, of: () => () => null };
  const byWave = new Map<string, Map<number, PersonDetails>>();
  const year = Number(context.instant().slice(0, 4));
  for (const waveId of waveIds) byWave.set(waveId, await detailsByLine(session, vault, waveId, year));
  return { state: 'available', of: (waveId) => (line) => byWave.get(waveId)?.get(line) ?? null };
}

/** The names that an open vault knows of the people of some waves; none while it is locked. */
export async function namesInVault(
  context: EngineContext,
  session: Session,
  waveIds: readonly WaveId[],
): Promise<string[]> {
  const vault = await tryVault(context, session);
  if (typeof vault === 'string') return [];
  return [...new Set(waveIds)].flatMap((waveId) =>
    readDetailsOf(vault, waveId).flatMap(({ name }) => (name === null ? [] : [name])),
  );
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
  waveId: WaveId,
  year: number,
): Promise<Map<number, PersonDetails>> {
  const identifiers = identifiersIn(vault, waveId);
  const wave = await getWave(session, waveId);
  const [column] = await identifierColumns(session, wave);
  const person = column === undefined ? sql`null::varchar` : ident(column);
  const rows = await session.all(sql`select line, ${person} as person from ${ident(waveTable(wave.id))}`);
  const known = readDetailsOf(vault, waveId);
  const byLine = new Map(known.map((details) => [details.line, details]));
  const byPseudonym = new Map(known.map((details) => [details.pseudonym, details]));
  return new Map(
    rows.map((row) => {
      const line = asCount(row.line);
      const stored = row.person === null ? null : asText(row.person);
      const details = byLine.get(line) ?? (stored === null ? undefined : byPseudonym.get(stored));
      // After a decision the row goes by another pseudonym; who it is stands behind its own.
      const own = details?.pseudonym ?? stored;
      return [
        line,
        {
          identifier: own === null ? null : (identifiers.get(own) ?? null),
          name: details?.name ?? null,
          birthDate: details?.birthDate ? readBirthDate(details.birthDate, year) : null,
          group: details?.school ?? null,
        },
      ];
    }),
  );
}

function identifiersIn(vault: Vault, waveId: string): Map<string, string> {
  return new Map(
    (vault.read(waveId, 'people')?.toString('utf8') ?? '')
      .split('\n')
      .filter((line) => line !== '')
      .map((identifier) => [pseudonymFor(identifier, vault.secret), identifier] as const),
  );
}

/** As `pseudonymOf` in SQL: `P-` and the first 16 hex digits of the HMAC-SHA-256 under the project's secret. */
function pseudonymFor(identifier: string, secretHex: string): string {
  const digest = createHmac('sha256', Buffer.from(secretHex, 'hex')).update(identifier, 'utf8').digest('hex');
  return `P-${digest.slice(0, 16).toUpperCase()}`;
}

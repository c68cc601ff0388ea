import { z } from 'zod';
import { IsoInstant, WaveId } from '../../../shared/domain/ids';
import { type VaultEvent, vaultActions } from '../../../shared/methods/vault';
import { asText, type Session } from '../db/session';
import { join, literal, sql } from '../db/sql';
import { listWaves } from '../projects/open-project';

const Details = z.object({
  waveId: WaveId.nullable().optional(),
  people: z.int().nonnegative().optional(),
});

/** What was done with the identities of a project, latest first. */
export async function listVaultEvents(session: Session): Promise<VaultEvent[]> {
  const names = new Map((await listWaves(session)).map(({ id, name }) => [id, name]));
  const rows = await session.all(
    sql`select happened_at, action, reason, details from audit where action in (${join(vaultActions.map(literal))})
        order by happened_at desc, rowid desc`,
  );
  return rows.map((row) => {
    const { waveId = null, people = null } = Details.parse(JSON.parse(asText(row.details)));
    return {
      happenedAt: IsoInstant.parse(asText(row.happened_at)),
      action: z.enum(vaultActions).parse(row.action),
      reason: asText(row.reason),
      waveId,
      waveName: waveId === null ? null : (names.get(waveId) ?? null),
      people,
    };
  });
}

import type { DefinitionEntity } from '../../../shared/domain/history';
import { asCount, asText, type Session } from '../db/session';
import { join, sql } from '../db/sql';

/** One definition to write, or to delete where `body` is null. */
export type OneChange = { id: string; body: unknown | null };

const batch = 200;

/**
 * Writes several definitions of one entity as a single step that can be undone: their rows of the history share its
 * number. What does not change is left out; no step without a change.
 */
export async function changeDefinitions(
  session: Session,
  { entity, name, at, changes }: { entity: DefinitionEntity; name: string; at: string; changes: OneChange[] },
): Promise<void> {
  const stored = new Map<string, { body: string; position: number }>();
  for (const part of batches(changes)) {
    const ids = part.map(({ id }) => id);
    const rows = await session.all(
      sql`select id, body, position from definition where entity = ${entity} and list_contains(${ids}, id)`,
    );
    for (const row of rows) {
      stored.set(asText(row.id), { body: asText(row.body), position: asCount(row.position) });
    }
  }
  const steps = changes.flatMap(({ id, body }) => {
    const before = stored.get(id) ?? null;
    const after = body === null ? null : JSON.stringify(body);
    return (before?.body ?? null) === after ? [] : [{ id, before, after }];
  });
  if (steps.length === 0) return;
  await session.run(sql`delete from history where is_undone`);
  const step = asCount((await session.first(sql`select nextval('history_order') as step`))?.step);
  for (const part of batches(steps)) {
    const rows = part.map(({ id, before, after }) => {
      const action = before === null ? 'created' : after === null ? 'removed' : 'changed';
      return sql`(${step}::bigint, ${entity}, ${id}, ${action}, ${name}, ${before?.position ?? null}::bigint,
        ${before?.body ?? null}::varchar, ${after}::varchar, ${at})`;
    });
    await session.run(
      sql`insert into history (step, entity, id, action, name, position, before, after, happened_at) values ${join(rows)}`,
    );
    const gone = part.filter(({ after }) => after === null).map(({ id }) => id);
    if (gone.length > 0) {
      await session.run(sql`delete from definition where entity = ${entity} and list_contains(${gone}, id)`);
    }
    const written = part.flatMap(({ id, after }) =>
      after === null ? [] : [sql`(${entity}, ${id}, ${after})`],
    );
    if (written.length > 0) {
      await session.run(
        sql`insert into definition (entity, id, body) values ${join(written)}
            on conflict (entity, id) do update set body = excluded.body`,
      );
    }
  }
}

function batches<T>(all: readonly T[]): T[][] {
  const count = Math.ceil(all.length / batch);
  return Array.from({ length: count }, (_, index) => all.slice(index * batch, (index + 1) * batch));
}

import type { z } from 'zod';
import type { DefinitionEntity, HistoryStep } from '../../../shared/domain/history';
import { HistoryStep as HistoryStepSchema } from '../../../shared/domain/history';
import { AppError } from '../../../shared/errors';
import { asCount, asText, type Row, type Session } from '../db/session';
import { sql } from '../db/sql';

/** The JSON documents of a project (instruments, indicators, comparisons, reports, practices) and their history. */

/**
 * What is stored as a definition; a decision about people has its own way back instead of the history, and what a
 * template became names things that the history brings and takes.
 */
export type StoredEntity = DefinitionEntity | 'person-link' | 'template-use';

/** All definitions of one entity, in the order they were made. Throws `project-damaged` when one does not parse. */
export async function listDefinitions<S extends z.ZodType>(
  session: Session,
  entity: StoredEntity,
  schema: S,
): Promise<z.output<S>[]> {
  const rows = await session.all(
    sql`select id, body from definition where entity = ${entity} order by position`,
  );
  return rows.map((row) => parseBody(schema, asText(row.body), entity, asText(row.id)));
}

/** One definition, or null. */
export async function findDefinition<S extends z.ZodType>(
  session: Session,
  entity: StoredEntity,
  id: string,
  schema: S,
): Promise<z.output<S> | null> {
  const row = await session.first(sql`select body from definition where entity = ${entity} and id = ${id}`);
  return row ? parseBody(schema, asText(row.body), entity, id) : null;
}

function parseBody<S extends z.ZodType>(schema: S, body: string, entity: string, id: string): z.output<S> {
  const parsed = schema.safeParse(JSON.parse(body));
  if (!parsed.success) throw new AppError('project-damaged', { entity, id, issue: parsed.error.message });
  return parsed.data;
}

type Change = { entity: DefinitionEntity; id: string; name: string; body: unknown | null; at: string };

/** Writes (or, with a null body, deletes) a definition as a step that can be undone. Later undone steps are forgotten. */
export async function changeDefinition(session: Session, change: Change): Promise<void> {
  const stored = await readBody(session, change.entity, change.id);
  const before = stored?.body ?? null;
  const after = change.body === null ? null : JSON.stringify(change.body);
  if (before === after) return;
  const action: HistoryStep['action'] = before === null ? 'created' : after === null ? 'removed' : 'changed';
  await session.run(sql`delete from history where is_undone`);
  await session.run(
    sql`insert into history (entity, id, action, name, position, before, after, happened_at)
        values (${change.entity}, ${change.id}, ${action}, ${change.name}, ${stored?.position ?? null},
                ${before}, ${after}, ${change.at})`,
  );
  await writeBody(session, change.entity, change.id, after);
}

/** Writes (or, with a null body, deletes) a definition outside the history, as an import does: earlier steps of it can no longer be undone. */
export async function replaceDefinition(
  session: Session,
  entity: StoredEntity,
  id: string,
  body: unknown | null,
): Promise<void> {
  await session.run(sql`delete from history where entity = ${entity} and id = ${id}`);
  await writeBody(session, entity, id, body === null ? null : JSON.stringify(body));
}

/** What undo and redo would do now. */
export async function historyState(
  session: Session,
): Promise<{ undo: HistoryStep | null; redo: HistoryStep | null }> {
  const undo = await nextStep(session, 'undo');
  const redo = await nextStep(session, 'redo');
  return { undo: undo?.step ?? null, redo: redo?.step ?? null };
}

/** Undoes or redoes one step. Throws `nothing-to-undo` or `nothing-to-redo`. */
export async function moveInHistory(session: Session, direction: 'undo' | 'redo'): Promise<HistoryStep> {
  const next = await nextStep(session, direction);
  if (!next) throw new AppError(direction === 'undo' ? 'nothing-to-undo' : 'nothing-to-redo');
  // Several definitions written at once are one step.
  const rows = await session.all(sql`select * from history where step = ${next.order}`);
  for (const stored of rows.map(readStep)) {
    const body = direction === 'undo' ? stored.before : stored.after;
    await writeBody(session, stored.step.entity, stored.id, body, stored.position);
  }
  await session.run(sql`update history set is_undone = ${direction === 'undo'} where step = ${next.order}`);
  return next.step;
}

type StoredStep = {
  order: number;
  id: string;
  step: HistoryStep;
  position: number | null;
  before: string | null;
  after: string | null;
};

async function nextStep(session: Session, direction: 'undo' | 'redo'): Promise<StoredStep | null> {
  const row =
    direction === 'undo'
      ? await session.first(sql`select * from history where not is_undone order by step desc limit 1`)
      : await session.first(sql`select * from history where is_undone order by step limit 1`);
  return row ? readStep(row) : null;
}

function readStep(row: Row): StoredStep {
  return {
    order: asCount(row.step),
    id: asText(row.id),
    step: HistoryStepSchema.parse({ entity: row.entity, action: row.action, name: row.name }),
    position: row.position === null ? null : asCount(row.position),
    before: row.before === null ? null : asText(row.before),
    after: row.after === null ? null : asText(row.after),
  };
}

async function readBody(
  session: Session,
  entity: string,
  id: string,
): Promise<{ body: string; position: number } | null> {
  const row = await session.first(
    sql`select body, position from definition where entity = ${entity} and id = ${id}`,
  );
  return row ? { body: asText(row.body), position: asCount(row.position) } : null;
}

/** A null position puts a new definition at the end. */
async function writeBody(
  session: Session,
  entity: string,
  id: string,
  body: string | null,
  position: number | null = null,
): Promise<void> {
  if (body === null) {
    await session.run(sql`delete from definition where entity = ${entity} and id = ${id}`);
    return;
  }
  await session.run(
    sql`insert into definition (entity, id, position, body)
        values (${entity}, ${id}, coalesce(${position}::bigint, nextval('definition_order')), ${body})
        on conflict (entity, id) do update set body = excluded.body`,
  );
}

import { HistoryStep } from '../../../shared/domain/history';
import { Practice, type PracticeDraft } from '../../../shared/domain/practice';
import { AppError } from '../../../shared/errors';
import type { PracticeStep } from '../../../shared/methods/practice';
import { asCount, asText, type Session } from '../db/session';
import { sql } from '../db/sql';

/** The states in which a record was saved and that have not been undone, the latest first. Throws `practice-missing`. */
export async function practiceSteps(session: Session, practiceId: string): Promise<PracticeStep[]> {
  const rows = await session.all(
    sql`select history.step, history.action, history.name, history.happened_at, history.after, definition.body
        from history left join definition
          on definition.entity = history.entity and definition.id = history.id
        where history.entity = 'practice' and history.id = ${practiceId} and not history.is_undone
        order by history.step desc`,
  );
  if (rows.length === 0) throw new AppError('practice-missing', { practiceId });
  const current = rows.findIndex((row) => row.after === row.body);
  return rows.map((row, index) => ({
    step: asCount(row.step),
    action: HistoryStep.shape.action.parse(row.action),
    title: asText(row.name),
    at: asText(row.happened_at),
    isCurrent: index === current,
  }));
}

/** The record as it was saved at a step. Throws `practice-missing` where there is no such state. */
export async function practiceAt(session: Session, practiceId: string, step: number): Promise<PracticeDraft> {
  const row = await session.first(
    sql`select after from history
        where entity = 'practice' and id = ${practiceId} and step = ${step} and not is_undone`,
  );
  const stored = row && row.after !== null ? Practice.safeParse(JSON.parse(asText(row.after))) : null;
  if (!stored?.success) throw new AppError('practice-missing', { practiceId, step });
  const { id: _id, createdAt: _createdAt, updatedAt: _updatedAt, ...draft } = stored.data;
  return draft;
}

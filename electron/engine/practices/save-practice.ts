import { PracticeId } from '../../../shared/domain/ids';
import type { Practice, PracticeDraft } from '../../../shared/domain/practice';
import { AppError } from '../../../shared/errors';
import type { EngineContext } from '../context';
import type { Session } from '../db/session';
import { changeDefinition } from '../definitions/definition-store';
import { keepBases } from './basis/stored-bases';

/** Stores a record, new (before null) or changed, as a step that can be undone. Throws `practice-invalid` when two claims share an id. */
export async function savePractice(
  context: EngineContext,
  session: Session,
  draft: PracticeDraft,
  before: Practice | null,
): Promise<Practice> {
  const repeated = draft.claims.find(
    (claim, index) => draft.claims.findIndex((each) => each.id === claim.id) !== index,
  );
  if (repeated) throw new AppError('practice-invalid', { field: 'claims', claimId: repeated.id });
  const at = context.instant();
  const body: Practice = {
    ...draft,
    id: before?.id ?? PracticeId.parse(context.newId('pra')),
    createdAt: before?.createdAt ?? at,
    updatedAt: at,
  };
  await changeDefinition(session, { entity: 'practice', id: body.id, name: body.title, body, at });
  await keepBases(session, body);
  return body;
}

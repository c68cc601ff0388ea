import { z } from 'zod';
import { PracticeId } from '../../../shared/domain/ids';
import { AppError } from '../../../shared/errors';
import type { Session } from '../db/session';
import { findDefinition, listDefinitions, replaceDefinition } from '../definitions/definition-store';

/**
 * What a template became for one practice: ids by reference (`variable:caso/canal`, `claim:key`), and the hash of the
 * report as last prepared. Kept outside the history: after an undo the ids name nothing, after a redo they do again.
 */
export const TemplateUse = z.strictObject({
  practiceId: PracticeId,
  slug: z.string(),
  ids: z.record(z.string(), z.string()),
  reportId: z.string().nullable().default(null),
  reportHash: z.string().nullable().default(null),
});
export type TemplateUse = z.infer<typeof TemplateUse>;

/** All uses of templates in the project. */
export function listUses(session: Session): Promise<TemplateUse[]> {
  return listDefinitions(session, 'template-use', TemplateUse);
}

/** The use of a template for a practice, or null. */
export function findUse(session: Session, practiceId: string): Promise<TemplateUse | null> {
  return findDefinition(session, 'template-use', practiceId, TemplateUse);
}

/** Throws `template-missing` where the practice uses none. */
export async function getUse(session: Session, practiceId: string): Promise<TemplateUse> {
  const found = await findUse(session, practiceId);
  if (!found) throw new AppError('template-missing', { practiceId });
  return found;
}

/** Keeps what the template became. */
export function writeUse(session: Session, use: TemplateUse): Promise<void> {
  return replaceDefinition(session, 'template-use', use.practiceId, use);
}

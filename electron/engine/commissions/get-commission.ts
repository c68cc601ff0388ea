import { Commission } from '../../../shared/domain/commission';
import { AppError } from '../../../shared/errors';
import type { Session } from '../db/session';
import { findDefinition } from '../definitions/definition-store';

/** Throws `commission-missing`. */
export async function getCommission(session: Session, commissionId: string): Promise<Commission> {
  const found = await findDefinition(session, 'commission', commissionId, Commission);
  if (!found) throw new AppError('commission-missing', { commissionId });
  return found;
}

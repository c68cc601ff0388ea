import { Measurement } from '../../../shared/domain/measurement';
import { AppError } from '../../../shared/errors';
import type { Session } from '../db/session';
import { findDefinition, listDefinitions } from '../definitions/definition-store';

/** All saved measurements, in the order in which they came. */
export function listMeasurements(session: Session): Promise<Measurement[]> {
  return listDefinitions(session, 'measurement', Measurement);
}

/** Throws `measurement-missing`. */
export async function getMeasurement(session: Session, id: string): Promise<Measurement> {
  const found = await findDefinition(session, 'measurement', id, Measurement);
  if (!found) throw new AppError('measurement-missing', { measurementId: id });
  return found;
}

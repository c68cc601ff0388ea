import { DeclaredDesign } from '../../../shared/domain/design';
import type { InstrumentId } from '../../../shared/domain/ids';
import type { Session } from '../db/session';
import { changeDefinition, findDefinition } from '../definitions/definition-store';
import { getInstrument, listWaves } from '../projects/open-project';
import { validateSampling } from './validate-sampling';

/** What was declared about the waves of an instrument, or null. */
export function findDesign(session: Session, instrumentId: InstrumentId): Promise<DeclaredDesign | null> {
  return findDefinition(session, 'design', instrumentId, DeclaredDesign);
}

/** Keeps a declaration as a step that can be undone. Throws `instrument-missing` and what `validateSampling` throws. */
export async function saveDesign(
  session: Session,
  design: Omit<DeclaredDesign, 'declaredAt'>,
  at: string,
): Promise<DeclaredDesign> {
  const instrument = await getInstrument(session, design.instrumentId);
  const waves = (await listWaves(session)).filter(({ instrumentId }) => instrumentId === instrument.id);
  await validateSampling(session, design.sampling, instrument.variables, waves);
  const saved = DeclaredDesign.parse({ ...design, declaredAt: at });
  await changeDefinition(session, {
    entity: 'design',
    id: instrument.id,
    name: instrument.name,
    body: saved,
    at,
  });
  return saved;
}

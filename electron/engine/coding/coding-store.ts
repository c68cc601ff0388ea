import { Coding } from '../../../shared/domain/coding';
import type { MeasurementId, VariableId, WaveId } from '../../../shared/domain/ids';
import type { Measurement, SpecOf } from '../../../shared/domain/measurement';
import { AppError } from '../../../shared/errors';
import type { Session } from '../db/session';
import { sql } from '../db/sql';
import { changeDefinitions, type OneChange } from '../definitions/change-many';
import { listDefinitions } from '../definitions/definition-store';
import { getMeasurement } from '../measurements/measurement-store';
import { type MeasurementPlan, planMeasurement } from '../measurements/plan';
import { type OpenAnswer, readAnswers } from './answers';
import { type PlacedCodings, placeCodings } from './place-codings';

/** All codings of a question, by whoever, in the order in which they were first given. */
export async function readCodings(session: Session, textId: VariableId): Promise<Coding[]> {
  const all = await listDefinitions(session, 'coding', Coding);
  return all.filter((coding) => coding.textId === textId);
}

/** A coding that is saved, its answers and what was given to them. */
export type OpenCoding = {
  measurement: Measurement;
  plan: MeasurementPlan<SpecOf<'coding'>>;
  answers: OpenAnswer[];
  placed: PlacedCodings;
};

/** Throws `measurement-missing`, `measurement-invalid` (one that codes nothing), and what `readAnswers` throws. */
export async function openCoding(session: Session, measurementId: MeasurementId): Promise<OpenCoding> {
  const measurement = await getMeasurement(session, measurementId);
  const { spec } = measurement;
  if (spec.kind !== 'coding') throw new AppError('measurement-invalid', { reason: 'not-a-coding' });
  const plan = await planMeasurement(session, spec, 'internal');
  const answers = await readAnswers(session, plan);
  const chosen = new Set<string>(plan.waves.map(({ id }) => id));
  const codings = (await readCodings(session, spec.textId)).filter(({ waveId }) => chosen.has(waveId));
  return { measurement, plan, answers, placed: placeCodings(answers, codings) };
}

/** Writes codings as one step that can be undone. */
export function writeCodings(
  session: Session,
  { measurement, at, changes }: { measurement: Measurement; at: string; changes: OneChange[] },
): Promise<void> {
  return changeDefinitions(session, { entity: 'coding', name: measurement.name, at, changes });
}

/** Forgets the codings of a wave for good, with their history, when the wave goes. */
export async function removeCodingsOf(session: Session, waveId: WaveId): Promise<void> {
  const mark = `"waveId":"${waveId}"`;
  await session.run(sql`delete from definition where entity = 'coding' and contains(body, ${mark})`);
  await session.run(
    sql`delete from history where entity = 'coding' and contains(coalesce(before, after), ${mark})`,
  );
}

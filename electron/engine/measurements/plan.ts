import type { Audience } from '../../../shared/domain/comparison';
import type { Coverage } from '../../../shared/domain/design';
import type { VariableId } from '../../../shared/domain/ids';
import type { Instrument, Variable } from '../../../shared/domain/instrument';
import { type MeasurementSpec, measurementVariables } from '../../../shared/domain/measurement';
import type { Wave } from '../../../shared/domain/wave';
import { AppError } from '../../../shared/errors';
import { privacyThreshold } from '../comparison/plan';
import type { Session } from '../db/session';
import { findDesign } from '../design/declared-design';
import { getInstrument, listWaves, readSettings } from '../projects/open-project';

/**
 * A measurement with everything it names at hand. `absent` are variables it names that a wave did not ask; those waves
 * are left out of `waves` and stand in `wavesWithout`.
 */
export type MeasurementPlan<S extends MeasurementSpec = MeasurementSpec> = {
  spec: S;
  audience: Audience;
  instrument: Instrument;
  waves: readonly Wave[];
  wavesWithout: readonly Wave[];
  absent: readonly Variable[];
  threshold: number;
  /** The threshold for numbers of people, whatever a row stands for: a session's row may hold how many came. */
  peopleThreshold: number;
  /** A census leaves nothing to chance, so its figures have no interval. */
  coverage: Coverage;
  /** A variable of the instrument. Throws `variable-missing`. */
  variable(id: VariableId): Variable;
};

/**
 * Reads what a measurement names. Throws `instrument-missing`, `wave-missing` (one that is not of the instrument) and
 * `variable-missing` (one the instrument does not have).
 */
export async function planMeasurement<S extends MeasurementSpec>(
  session: Session,
  spec: S,
  audience: Audience,
): Promise<MeasurementPlan<S>> {
  const instrument = await getInstrument(session, spec.instrumentId);
  const own = (await listWaves(session)).filter((wave) => wave.instrumentId === instrument.id);
  const stranger = spec.waveIds.find((id) => !own.some((wave) => wave.id === id));
  if (stranger) throw new AppError('wave-missing', { waveId: stranger });
  const chosen = spec.waveIds.length === 0 ? own : own.filter(({ id }) => spec.waveIds.includes(id));
  const variable = (id: VariableId): Variable => {
    const found = instrument.variables.find((each) => each.id === id);
    if (!found) throw new AppError('variable-missing', { variableId: id });
    return found;
  };
  const named = measurementVariables(spec).map(variable);
  const lacking = (wave: Wave): Variable[] => named.filter(({ id }) => !wave.variableIds.includes(id));
  const absent = named.filter((each) => chosen.some((wave) => lacking(wave).includes(each)));
  const settings = await readSettings(session);
  const design = await findDesign(session, instrument.id);
  return {
    spec,
    audience,
    instrument,
    waves: chosen.filter((wave) => lacking(wave).length === 0),
    wavesWithout: chosen.filter((wave) => lacking(wave).length > 0),
    absent,
    threshold: privacyThreshold(settings, audience, instrument),
    peopleThreshold: privacyThreshold(settings, audience, { rowUnit: 'person' }),
    coverage: design?.coverage ?? settings.coverage,
    variable,
  };
}

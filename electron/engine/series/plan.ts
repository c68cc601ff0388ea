import type { Indicator } from '../../../shared/domain/indicator';
import type { Variable } from '../../../shared/domain/instrument';
import type { SeriesSpec } from '../../../shared/domain/series';
import type { Wave } from '../../../shared/domain/wave';
import { AppError } from '../../../shared/errors';
import { privacyThreshold } from '../comparison/plan';
import type { Session } from '../db/session';
import { getIndicator, getInstrument, getWave, readSettings } from '../projects/open-project';

/** A series with everything its specification names; `indicator` is null where cases are counted. */
export type SeriesPlan = {
  spec: SeriesSpec;
  waves: readonly Wave[];
  variables: readonly Variable[];
  dateVariable: Variable;
  indicator: Indicator | null;
  threshold: number;
};

/**
 * Reads what a series names. Throws `wave-missing`, `indicator-missing`, `instrument-missing`, `variable-missing`,
 * `variable-type` (the date is no date), `comparison-invalid` (a wave named twice) and `waves-share-no-variable`.
 */
export async function planSeries(session: Session, spec: SeriesSpec): Promise<SeriesPlan> {
  if (new Set(spec.waveIds).size < spec.waveIds.length) {
    throw new AppError('comparison-invalid', { reason: 'wave-repeated' });
  }
  const waves: Wave[] = [];
  for (const waveId of spec.waveIds) waves.push(await getWave(session, waveId));
  const [first] = waves;
  if (!first) throw new AppError('comparison-invalid', { reason: 'no-wave' });
  const stranger = waves.find(({ instrumentId }) => instrumentId !== first.instrumentId);
  if (stranger) {
    throw new AppError('waves-share-no-variable', { baseline: first.name, followUp: stranger.name });
  }
  const { variables } = await getInstrument(session, first.instrumentId);
  const dateVariable = variables.find(({ id }) => id === spec.dateVariableId);
  if (!dateVariable) throw new AppError('variable-missing', { variableId: spec.dateVariableId });
  if (dateVariable.type !== 'date') {
    const { id, label, type } = dateVariable;
    throw new AppError('variable-type', { variableId: id, variable: label, type });
  }
  const indicator =
    spec.measure.kind === 'indicator' ? await getIndicator(session, spec.measure.indicatorId) : null;
  const threshold = privacyThreshold(await readSettings(session), spec.audience);
  return { spec, waves, variables, dateVariable, indicator, threshold };
}

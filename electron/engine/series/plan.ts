import type { Indicator } from '../../../shared/domain/indicator';
import { isDated, type Variable } from '../../../shared/domain/instrument';
import type { SeriesSpec } from '../../../shared/domain/series';
import type { Wave } from '../../../shared/domain/wave';
import { AppError } from '../../../shared/errors';
import { privacyThreshold } from '../comparison/plan';
import type { Session } from '../db/session';
import { type PlacedIndicator, placeIndicators, undeclaredBaseline } from '../indicators/placement';
import { getIndicator, getInstrument, getWave, listWaves, readSettings } from '../projects/open-project';

/** A series with everything its specification names; `indicator` is null where cases are counted. */
export type SeriesPlan = {
  spec: SeriesSpec;
  waves: readonly Wave[];
  variables: readonly Variable[];
  dateVariable: Variable;
  indicator: PlacedIndicator | null;
  threshold: number;
};

/**
 * Reads what a series names. Throws `wave-missing`, `indicator-missing`, `instrument-missing`, `variable-missing`,
 * `variable-type` (the date is no date), `comparison-invalid` (a wave named twice), `waves-share-no-variable`, and
 * `indicator-invalid` where the baseline gives an index no bounds.
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
  const instrument = await getInstrument(session, first.instrumentId);
  const { variables } = instrument;
  const dateVariable = variables.find(({ id }) => id === spec.dateVariableId);
  if (!dateVariable) throw new AppError('variable-missing', { variableId: spec.dateVariableId });
  if (!isDated(dateVariable)) {
    const { id, label, type } = dateVariable;
    throw new AppError('variable-type', { variableId: id, variable: label, type });
  }
  const named =
    spec.measure.kind === 'indicator' ? await getIndicator(session, spec.measure.indicatorId) : null;
  const threshold = privacyThreshold(await readSettings(session), spec.audience, instrument);
  const indicator = named && (await placeIndicator(session, waves, variables, named, threshold));
  return { spec, waves, variables, dateVariable, indicator, threshold };
}

async function placeIndicator(
  session: Session,
  waves: readonly Wave[],
  variables: readonly Variable[],
  indicator: Indicator,
  threshold: number,
): Promise<PlacedIndicator> {
  const baseline = undeclaredBaseline(await listWaves(session), waves);
  const [placed] = await placeIndicators(session, baseline, variables, [indicator], threshold);
  const absence = placed?.placement?.absence ?? null;
  if (!placed || absence) {
    const reason = absence === 'protected' ? 'baseline-item-protected' : absence;
    throw new AppError('indicator-invalid', { reason, indicator: indicator.name, wave: baseline.name });
  }
  return placed;
}

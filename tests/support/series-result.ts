import { IndicatorId, VariableId, WaveId } from '../../shared/domain/ids';
import { nextPeriod, periodLabel } from '../../shared/domain/period';
import { type SeriesPoint, SeriesResult } from '../../shared/domain/series';
import { fitSegmented } from '../../shared/stats/segmented';

const sha = 'a'.repeat(64);
export const registerIds = {
  wave: WaveId.parse('wav_registro'),
  day: VariableId.parse('var_fecha00'),
  solved: IndicatorId.parse('ind_solved0'),
};

export type SeriesChanges = {
  /** Null has no cut; by default the first of January 2023. */
  cut?: string | null;
  /** Follows an indicator that is a share instead of counting cases. */
  isShare?: boolean;
  refusals?: SeriesResult['refusals'];
  /** Places of the periods that are protected. */
  hidden?: readonly number[];
};

/** The result of a monthly series from January 2022 on, cut after its first half, with the model of its own figures. */
export function seriesResult(
  values: readonly number[],
  { cut = '2023-01-01', isShare = false, refusals = [], hidden = [] }: SeriesChanges = {},
): SeriesResult {
  const places = values.map((_, index) => ({ index, season: 0 }));
  const fit = fitSegmented({
    observations: values.map((value, index) => ({ index, season: 0, value })),
    cutIndex: values.length / 2,
    seasonsPerYear: 1,
    periodsPerYear: 12,
    lags: null,
    level: 0.95,
    places,
  });
  const hasModel = refusals.length === 0 && cut !== null;
  const { lines = [], endIndex, ...model } = fit.model ?? { endIndex: 0 };
  const points: SeriesPoint[] = [];
  values.forEach((value, index) => {
    const last = points.at(-1);
    const start = last ? nextPeriod(last.start, 'month') : '2022-01-01';
    const isHidden = hidden.includes(index);
    const line = hasModel ? lines[index] : undefined;
    points.push({
      start,
      label: periodLabel(start, 'month'),
      phase: cut !== null && start >= cut ? 'after' : 'before',
      status: isHidden ? 'suppressed' : 'shown',
      value: isHidden ? null : value,
      n: isHidden ? null : Math.round(value),
      isPartial: false,
      isSmoothed: isHidden && hasModel,
      excluded: null,
      fitted: line?.fitted ?? null,
      counterfactual: line?.counterfactual ?? null,
    });
  });
  return SeriesResult.parse({
    spec: {
      waveIds: [registerIds.wave],
      dateVariableId: registerIds.day,
      period: 'month',
      measure: isShare ? { kind: 'indicator', indicatorId: registerIds.solved } : { kind: 'cases' },
      filter: null,
      cutDate: cut,
      from: null,
      to: null,
      lags: null,
      seasonality: 'none',
      includePartial: false,
      confidenceLevel: 0.95,
      audience: 'publication',
    },
    waves: [{ id: registerIds.wave, name: 'Registro', isSynthetic: true, dataSha256: sha }],
    indicator: isShare
      ? {
          id: registerIds.solved,
          name: 'Resuelve en el plazo',
          kind: 'proportion',
          direction: 'higher',
          unit: '',
          decimals: 1,
        }
      : null,
    dateLabel: 'Fecha de atención',
    points,
    model: fit.model && hasModel ? { ...model, endStart: points[endIndex]?.start } : null,
    refusals,
    cautions: hasModel ? [...fit.cautions] : [],
    undated: 0,
    outsideDates: 0,
    privacy: { threshold: 10, suppressedPoints: hidden.length },
    resultSha256: sha,
  });
}

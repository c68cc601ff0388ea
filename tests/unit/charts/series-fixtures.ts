import { SeriesResult } from '../../../shared/domain/series';

export type Month = number | 'suppressed' | 'empty' | { value: number; excluded: 'register-ends-inside' };

/**
 * Invented cases by month from January 2022, cut at the first of `cutMonth` (0 is January 2022). The lines are those
 * of level 20, slope 1 a month, a jump of 12 at the cut and 0.5 more slope after it; `half` is the band's half-width.
 */
export function series(
  months: readonly Month[],
  options: { cutMonth?: number | null; share?: boolean; half?: number | null; hasModel?: boolean } = {},
): SeriesResult {
  const { cutMonth = 12, share = false, half = 4, hasModel = true } = options;
  const scale = share ? 0.01 : 1;
  const start = (month: number) =>
    `${2022 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
  const before = (month: number) => 20 + month;
  const isAfter = (month: number) => cutMonth !== null && month >= cutMonth;
  const effect = (estimate: number, width: number) => ({
    estimate: estimate * scale,
    interval: { lower: (estimate - width) * scale, upper: (estimate + width) * scale, level: 0.95 },
    standardError: width * scale * 0.5,
    statistic: 2,
    df: 20,
    p: 0.06,
  });
  const withLine = hasModel && cutMonth !== null;
  return SeriesResult.parse({
    spec: {
      waveIds: ['wav_aaaaaa1'],
      dateVariableId: 'var_fecha1',
      period: 'month',
      measure: share ? { kind: 'indicator', indicatorId: 'ind_aaaaaa1' } : { kind: 'cases' },
      filter: null,
      cutDate: cutMonth === null ? null : start(cutMonth),
      from: null,
      to: null,
      lags: null,
      seasonality: 'none',
      includePartial: false,
      confidenceLevel: 0.95,
      audience: 'publication',
    },
    waves: [{ id: 'wav_aaaaaa1', name: 'Registro', isSynthetic: true, dataSha256: '0'.repeat(64) }],
    indicator: share
      ? {
          id: 'ind_aaaaaa1',
          name: 'Atenciones resueltas',
          kind: 'proportion',
          direction: 'higher',
          unit: '%',
          decimals: 1,
        }
      : null,
    dateLabel: 'Fecha de atención',
    points: months.map((month, index) => {
      const isHidden = month === 'suppressed';
      const excluded = typeof month === 'object' ? month.excluded : month === 'empty' ? 'no-answers' : null;
      const value = typeof month === 'number' ? month : typeof month === 'object' ? month.value : null;
      const after = isAfter(index) ? index - (cutMonth ?? 0) : null;
      const line = before(index) + (after === null ? 0 : 12 + 0.5 * after);
      return {
        start: start(index),
        label: start(index).slice(0, 7),
        phase: isAfter(index) ? 'after' : 'before',
        status: isHidden ? 'suppressed' : month === 'empty' ? 'empty' : 'shown',
        value: value === null ? null : value * scale,
        n: value === null ? null : share ? 200 : value,
        isPartial: typeof month === 'object',
        isSmoothed: isHidden && withLine,
        excluded,
        fitted: withLine && excluded === null ? line * scale : null,
        counterfactual:
          withLine && excluded === null && after !== null
            ? {
                value: before(index) * scale,
                interval:
                  half === null
                    ? null
                    : {
                        lower: (before(index) - half) * scale,
                        upper: (before(index) + half) * scale,
                        level: 0.95,
                      },
              }
            : null,
      };
    }),
    model: withLine
      ? {
          n: months.length,
          before: cutMonth,
          after: months.length - (cutMonth ?? 0),
          intercept: effect(20, 2),
          preSlope: effect(1, 0.4),
          levelChange: effect(12, 5),
          slopeChange: effect(0.5, 0.8),
          postSlope: effect(1.5, 0.5),
          endChange: effect(17.5, 6),
          endStart: start(months.length - 1),
          hasSeasonality: false,
          lagUsed: 2,
          lagRule: 'automatic',
          durbinWatson: 1.9,
          firstOrderAutocorrelation: 0.05,
          cautious: null,
        }
      : null,
    refusals: withLine ? [] : ['too-few-before'],
    cautions: [],
    undated: 0,
    outsideDates: 0,
    privacy: { threshold: 10, suppressedPoints: months.filter((month) => month === 'suppressed').length },
    resultSha256: '0'.repeat(64),
  });
}

/** Two years of months near the fixture's lines, one of them protected. */
export function twoYears(): Month[] {
  return Array.from({ length: 24 }, (_, month): Month => {
    if (month === 5) return 'suppressed';
    if (month === 23) return { value: 31, excluded: 'register-ends-inside' };
    const line = 20 + month + (month < 12 ? 0 : 12 + 0.5 * (month - 12));
    return Math.round(line + ((month * 7) % 5) - 2);
  });
}

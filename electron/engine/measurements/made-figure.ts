import type { Coverage } from '../../../shared/domain/design';
import { type FigureParts, figureKey } from '../../../shared/domain/figure-key';
import type { WaveId } from '../../../shared/domain/ids';
import type { FigureMeasure, MeasurementFigure } from '../../../shared/domain/measurement-result';
import { AppError } from '../../../shared/errors';
import { estimateProportion } from '../../../shared/stats/proportion';
import type { Estimate, Interval, TestResult } from '../../../shared/stats/types';

/** Where a figure stands: the parts of its key and the labels of what it is of. */
export type FigurePlace = Omit<FigureParts, 'wave'> & { wave?: WaveId | null; of?: readonly string[] };

/** What is told of a figure; `suppressed` tells nothing. */
export type FigureContent =
  | {
      value: number | null;
      n?: number | null;
      numerator?: number | null;
      interval?: Interval | null;
      method?: string | null;
      reason?: string | null;
      test?: TestResult | null;
    }
  | 'suppressed';

/** How a figure is written. */
export type FigureStyle = Pick<MeasurementFigure, 'scale'> &
  Partial<Pick<MeasurementFigure, 'unit' | 'decimals'>>;

const longestKey = 400;

/**
 * A figure under its lasting key. A number that is not finite is told as none, with 'no-cases'. Throws `measurement-invalid` where
 * the data holds a text so long that it cannot name a figure.
 */
export function makeFigure(
  measure: FigureMeasure,
  place: FigurePlace,
  content: FigureContent,
  style: FigureStyle,
): MeasurementFigure {
  const { of = [], ...parts } = place;
  const key = figureKey(measure, parts);
  if (key.length > longestKey) {
    const value = of.find((label) => label.length > 60) ?? key;
    throw new AppError('measurement-invalid', { reason: 'value-too-long', value: `${value.slice(0, 60)}…` });
  }
  const shared = {
    key,
    measure,
    of: [...of],
    period: place.period ?? null,
    phase: place.phase ?? null,
    waveId: place.wave ?? null,
    scale: style.scale,
    unit: style.unit ?? '',
    decimals: style.decimals ?? (style.scale === 'count' ? 0 : 1),
  };
  const nothing = { value: null, n: null, numerator: null, interval: null, method: null };
  if (content === 'suppressed') return { ...shared, ...nothing, status: 'suppressed', reason: 'protected' };
  const {
    value,
    n = null,
    numerator = null,
    interval = null,
    method = null,
    reason = null,
    test = null,
  } = content;
  const isTold = value !== null && Number.isFinite(value);
  const isBounded = interval !== null && Number.isFinite(interval.lower) && Number.isFinite(interval.upper);
  return {
    ...shared,
    status: isTold ? 'shown' : 'empty',
    value: isTold ? value : null,
    n,
    numerator,
    interval: isTold && isBounded ? interval : null,
    method,
    reason: isTold ? reason : (reason ?? 'no-cases'),
    ...(isTold && test ? { test } : {}),
  };
}

/** A share with Wilson's interval in a sample, and without one in a census, where nothing is left to chance. */
export function shareContent(
  { x, n }: { x: number; n: number },
  { coverage, level }: { coverage: Coverage; level: number },
): Exclude<FigureContent, 'suppressed'> {
  const estimate = estimateProportion({ x, n }, level);
  if (coverage === 'census') {
    const reason = estimate.value === null ? estimate.reason : 'not-sampled';
    return { value: estimate.value, n, numerator: x, method: 'exact-figure', reason };
  }
  return { ...estimateContent(estimate, 'wilson'), n, numerator: x };
}

/** The content of an estimate. */
export function estimateContent(estimate: Estimate, method: string): Exclude<FigureContent, 'suppressed'> {
  return { value: estimate.value, interval: estimate.interval, method, reason: estimate.reason };
}

import { absentEstimate } from '../change';
import { assertLevel } from '../check';
import type { ErrorFacts, Estimate } from '../types';
import { type JudgedError, judgeError } from './error-facts';
import { joinFrames } from './frame';
import { linearise } from './linearise';
import { scoreMagnitude, simpleVariance } from './srs';
import { wholeSums } from './sums';
import type { DesignKind, DesignSample } from './types';
import { designSpread } from './variance';

/** A linearised figure of one sample and the error behind it. */
export type DesignFigure = { value: number; error: JudgedError };

/** The figure of `kind` in one sample, or the estimate that says why there is none. */
export function designFigure(
  kind: DesignKind,
  sample: DesignSample,
  scale = 1,
): DesignFigure | { value: null; absent: Estimate } {
  const sums = wholeSums(sample);
  const { value, influence, reason } = linearise(kind, sums, sample.origin, 0, scale);
  if (value === null) return { value, absent: absentEstimate(reason) };
  const frame = joinFrames([sample], 'same-sample');
  const spread = designSpread(frame, [{ sample, influences: [influence] }]);
  const magnitudes = [value, scoreMagnitude(sums, influence)];
  return { value, error: judgeError(frame, spread, simpleVariance(sums, influence), magnitudes) };
}

/** The estimate of `kind` with the interval that `bounds` draws from value, standard error and degrees of freedom. */
export function estimateFigure(
  kind: DesignKind,
  sample: DesignSample,
  level: number,
  bounds: (value: number, standardError: number, degrees: number) => Estimate['interval'],
  scale = 1,
): Estimate {
  assertLevel(level);
  const figure = designFigure(kind, sample, scale);
  if (figure.value === null) return figure.absent;
  const { value, error } = figure;
  const facts: { error: ErrorFacts } = { error: error.facts };
  if (error.reason !== null) return { value, interval: null, reason: error.reason, ...facts };
  return { value, interval: bounds(value, error.standardError, error.degrees), reason: null, ...facts };
}

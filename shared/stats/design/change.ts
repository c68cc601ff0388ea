import { bareChange } from '../change';
import { isNegligible } from '../check';
import { studentTest } from '../student';
import type {
  ChangeResult,
  EffectSize,
  ErrorFacts,
  Interval,
  MethodId,
  ReasonId,
  TestResult,
} from '../types';
import { clusterRobust, type ResidualTerm } from './cluster-robust';
import { designEffectOf, type JudgedError, judgeError } from './error-facts';
import { robustRole } from './few-clusters';
import type { JoinedFrame } from './frame';
import { tInterval } from './t-interval';
import type { DesignKind } from './types';
import type { DesignSpread } from './variance';

/** A change and all that its error is made of; `simple` is the variance of simple samples, `terms` is asked for CR2 only. */
export type Contrast = {
  kind: DesignKind;
  level: number;
  change: number;
  frame: JoinedFrame;
  spread: DesignSpread;
  simple: number | null;
  magnitudes: readonly number[];
  effectSize: EffectSize | null;
  methods: { linearised: MethodId; robust: MethodId };
  terms: () => readonly ResidualTerm[];
};

function boundedInterval(
  { kind, change, level }: Contrast,
  standardError: number,
  degrees: number,
): Interval {
  const interval = tInterval(change, standardError, degrees, level);
  if (kind !== 'proportion') return interval;
  return { lower: Math.max(-1, interval.lower), upper: Math.min(1, interval.upper), level };
}

function robustError(contrast: Contrast, { facts, reason }: JudgedError): JudgedError {
  const none = { standardError: null, degrees: null };
  const bare: ErrorFacts = { ...facts, standardError: null, degreesOfFreedom: null, designEffect: null };
  const absent = (why: ReasonId): JudgedError => ({ ...none, facts: bare, reason: why });
  if (reason !== null && reason !== 'no-variation') return absent(reason);
  const { variance, degrees } = clusterRobust(contrast.terms());
  const standardError = Math.sqrt(variance);
  if (isNegligible(standardError, ...contrast.magnitudes)) return absent('no-variation');
  if (degrees === null) return absent('no-degrees-of-freedom');
  const designEffect = designEffectOf(variance, contrast.simple);
  return {
    standardError,
    degrees,
    facts: { ...facts, standardError, degreesOfFreedom: degrees, designEffect },
    reason: null,
  };
}

type Inference = { interval: Interval | null; test: TestResult | null };

function inferenceFrom(
  contrast: Contrast,
  error: JudgedError,
  name: 'design-t' | 'cluster-robust-t',
): Inference {
  if (error.reason !== null) return { interval: null, test: null };
  const { standardError, degrees } = error;
  return {
    interval: boundedInterval(contrast, standardError, degrees),
    test: studentTest(name, contrast.change, standardError, degrees),
  };
}

/**
 * The change with its t interval (a difference of shares never beyond -1 to 1), test and error: linearised, or robust to
 * clusters where these are few; see `robustRole`.
 */
export function changeFrom(contrast: Contrast): ChangeResult {
  const { kind, frame, spread, methods, effectSize, change } = contrast;
  const linearised = judgeError(frame, spread, contrast.simple, contrast.magnitudes);
  const role = robustRole(kind, frame, spread.presence);
  if (role === 'method') {
    const error = robustError(contrast, linearised);
    return {
      ...bareChange(methods.robust, 'no-variation', change),
      ...inferenceFrom(contrast, error, 'cluster-robust-t'),
      effectSize,
      reason: error.reason,
      error: error.facts,
      cautious: null,
    };
  }
  const besides =
    role === 'beside'
      ? {
          method: methods.robust,
          ...inferenceFrom(contrast, robustError(contrast, linearised), 'cluster-robust-t'),
        }
      : null;
  return {
    ...bareChange(methods.linearised, 'no-variation', change),
    ...inferenceFrom(contrast, linearised, 'design-t'),
    effectSize,
    reason: linearised.reason,
    error: linearised.facts,
    cautious: besides?.interval == null ? null : besides,
  };
}

import { Matrix } from 'ml-matrix';
import { fitAutoregression } from './autoregression';
import { symmetricInterval } from './change';
import { assertCount, assertLevel, isNegligible } from './check';
import { tCritical, tTwoSidedP } from './distributions';
import { combineCoefficients, fitLeastSquares, type LeastSquares, neweyWestMiddle } from './least-squares';
import type { Interval } from './types';

/** One period that counts: its place in time (0, 1, 2, … with gaps where periods are left out) and its figure. */
export type SeriesObservation = { index: number; season: number; value: number };

/**
 * `cutIndex` is the place of the first period after the cut. `seasonsPerYear` above 1 asks for a level of its own for
 * each season (12 calendar months, 4 quarters); `periodsPerYear` says how many periods make a year. `lags` null takes
 * the automatic rule. `places` are the periods at which lines are wanted.
 */
export type SegmentedInput = {
  observations: readonly SeriesObservation[];
  cutIndex: number;
  seasonsPerYear: number;
  periodsPerYear: number;
  lags: number | null;
  level: number;
  places: readonly { index: number; season: number }[];
};

/** An estimate with its t test; everything but the estimate is null where the data do not vary around the lines. */
export type SegmentedEffect = {
  estimate: number;
  interval: Interval | null;
  standardError: number | null;
  statistic: number | null;
  df: number | null;
  p: number | null;
};

export type SegmentedRefusal = 'too-few-before' | 'too-few-after' | 'not-identified';
export type SegmentedCaution =
  | 'few-before'
  | 'few-after'
  | 'seasonality-not-possible'
  | 'no-variation'
  | 'autocorrelated'
  | 'lags-shortened';

/** The place of each line at one period; `counterfactual` is null before the cut. */
export type SegmentedLine = {
  fitted: number;
  counterfactual: { value: number; interval: Interval | null } | null;
};

/** The changes where each period's error carries over to the next in the share `autocorrelation`. */
export type CautiousChanges = {
  autocorrelation: number;
  levelChange: SegmentedEffect;
  slopeChange: SegmentedEffect;
  endChange: SegmentedEffect;
};

export type SegmentedModel = {
  n: number;
  before: number;
  after: number;
  intercept: SegmentedEffect;
  preSlope: SegmentedEffect;
  levelChange: SegmentedEffect;
  slopeChange: SegmentedEffect;
  postSlope: SegmentedEffect;
  endChange: SegmentedEffect;
  endIndex: number;
  hasSeasonality: boolean;
  lagUsed: number;
  lagRule: 'automatic' | 'chosen';
  durbinWatson: number | null;
  firstOrderAutocorrelation: number | null;
  cautious: CautiousChanges | null;
  /** In the order of `places`. */
  lines: readonly SegmentedLine[];
};

export type SegmentedResult = {
  model: SegmentedModel | null;
  refusals: readonly SegmentedRefusal[];
  cautions: readonly SegmentedCaution[];
};

/** Penfold and Zhang 2013 (Academic Pediatrics 13:S38) ask for at least eight periods on each side. */
export const fewestPeriods = 8;
/** Wagner et al. 2002 ask for twelve on each side, and below them the intervals are far too narrow. */
const enoughPeriods = 12;

/** Newey and West 1994 (Review of Economic Studies 61:631), with Bartlett weights: floor(4 (n/100)^(2/9)). */
export function automaticLags(n: number): number {
  return Math.floor(4 * (n / 100) ** (2 / 9));
}

/**
 * Segmented regression of a series on a cut (Wagner et al. 2002, Journal of Clinical Pharmacy and Therapeutics
 * 27:299): figure = level + slope · time + jump · after + slope change · time since the cut, by least squares, with
 * Newey and West's errors and t tests on n - k degrees. The jump is that of the first period after the cut. No model
 * under `fewestPeriods` on a side. `cautious` is the same with first-order autoregressive errors. Throws RangeError on bad lags or level, or places that do not rise. R: `lm`,
 * `sandwich::NeweyWest(prewhite = FALSE, adjust = TRUE)`, `lmtest::coeftest`.
 */
export function fitSegmented(input: SegmentedInput): SegmentedResult {
  const { observations, cutIndex, level } = input;
  assertLevel(level);
  if (input.lags !== null) assertCount('lags', input.lags);
  observations.forEach(({ index }, place) => {
    if (place > 0 && index <= (observations[place - 1]?.index ?? 0))
      throw new RangeError('periods must rise');
  });
  const n = observations.length;
  const before = observations.filter(({ index }) => index < cutIndex).length;
  const after = n - before;
  const refusals: SegmentedRefusal[] = [
    ...(before < fewestPeriods ? (['too-few-before'] as const) : []),
    ...(after < fewestPeriods ? (['too-few-after'] as const) : []),
  ];
  if (refusals.length > 0) return { model: null, refusals, cautions: [] };
  const wantsSeasons = input.seasonsPerYear > 1;
  const seasons = wantsSeasons ? usableSeasons(input) : [];
  const columns = designOf(input, seasons);
  const design = observations.map((observation) => columns.fitted(observation));
  const values = observations.map(({ value }) => value);
  const fit = fitLeastSquares(design, values);
  if (!fit) return { model: null, refusals: ['not-identified'], cautions: [] };
  const positions = observations.map(({ index }) => index);
  const rule = lagsOf(input.lags, n);
  const errors = errorsOf(fit, positions, rule.lags, values, level);
  const correlation = neighbours(fit.residuals, positions, errors !== null);
  const model = describe(input, fit, columns, errors, { before, after });
  const cautions: SegmentedCaution[] = [
    ...(before < enoughPeriods ? (['few-before'] as const) : []),
    ...(after < enoughPeriods ? (['few-after'] as const) : []),
    ...(wantsSeasons && seasons.length === 0 ? (['seasonality-not-possible'] as const) : []),
    ...(errors === null ? (['no-variation'] as const) : []),
    ...(isCorrelated(correlation.firstOrderAutocorrelation, n) ? (['autocorrelated'] as const) : []),
    ...(rule.isShortened ? (['lags-shortened'] as const) : []),
  ];
  return {
    model: {
      ...model,
      hasSeasonality: seasons.length > 0,
      lagUsed: rule.lags,
      lagRule: input.lags === null ? 'automatic' : 'chosen',
      ...correlation,
      cautious: errors && cautiousChanges({ design, values, positions, level, end: endSinceCut(input) }),
    },
    refusals: [],
    cautions,
  };
}

/** Seasons with a level of their own, the first of them left out as the one the others are held against. */
function usableSeasons({ observations, seasonsPerYear, periodsPerYear }: SegmentedInput): number[] {
  const counts = new Map<number, number>();
  for (const { season } of observations) counts.set(season, (counts.get(season) ?? 0) + 1);
  const hasTwoYears = observations.length >= 2 * periodsPerYear && counts.size === seasonsPerYear;
  if (!hasTwoYears || [...counts.values()].some((count) => count < 2)) return [];
  return [...counts.keys()].sort((left, right) => left - right).slice(1);
}

type Place = { index: number; season: number };
type Design = { fitted(place: Place): number[]; counterfactual(place: Place): number[]; width: number };

// Time runs from the cut, so that the jump is a coefficient and large indices lose nothing.
function designOf({ cutIndex }: SegmentedInput, seasons: readonly number[]): Design {
  const seasonal = ({ season }: Place): number[] => seasons.map((one) => (one === season ? 1 : 0));
  return {
    width: 4 + seasons.length,
    fitted: (place) => {
      const since = place.index - cutIndex;
      const isAfter = since >= 0;
      return [1, since, isAfter ? 1 : 0, isAfter ? since : 0, ...seasonal(place)];
    },
    counterfactual: (place) => [1, place.index - cutIndex, 0, 0, ...seasonal(place)],
  };
}

function lagsOf(chosen: number | null, n: number): { lags: number; isShortened: boolean } {
  const wanted = chosen ?? automaticLags(n);
  const most = Math.floor(n / 2);
  return { lags: Math.min(wanted, most), isShortened: wanted > most };
}

type Errors = (weights: readonly number[]) => SegmentedEffect;

/** How to weigh coefficients into an effect; null where the lines pass through every value. */
function errorsOf(
  fit: LeastSquares,
  positions: readonly number[],
  lags: number,
  values: readonly number[],
  level: number,
): Errors | null {
  const spread = Math.hypot(...fit.residuals) / Math.sqrt(fit.residuals.length);
  if (isNegligible(spread, ...values)) return null;
  return testedBy(fit, neweyWestMiddle(fit, positions, lags), level, spread);
}

/** The t test of weighted coefficients under the middle of a sandwich; no error where it is nothing beside `spread`. */
function testedBy(fit: LeastSquares, middle: Matrix, level: number, spread: number): Errors {
  const df = fit.degreesOfFreedom;
  const critical = tCritical(level, df);
  return (weights) => {
    const { estimate, variance } = combineCoefficients(fit, middle, weights);
    const standardError = Math.sqrt(variance);
    if (isNegligible(standardError, spread)) return bareEffect(estimate);
    const statistic = estimate / standardError;
    return {
      estimate,
      interval: symmetricInterval(estimate, critical * standardError, level),
      standardError,
      statistic,
      df,
      p: tTwoSidedP(statistic, df),
    };
  };
}

function endSinceCut({ observations, cutIndex }: SegmentedInput): number {
  return (observations[observations.length - 1]?.index ?? 0) - cutIndex;
}

function cautiousChanges(facts: {
  design: readonly (readonly number[])[];
  values: readonly number[];
  positions: readonly number[];
  level: number;
  end: number;
}): CautiousChanges | null {
  const fitted = fitAutoregression(facts.design, facts.values, facts.positions);
  if (!fitted) return null;
  const width = fitted.whole.coefficients.length;
  const middle = Matrix.eye(width, width, fitted.scale);
  const test = testedBy(fitted.whole, middle, facts.level, Math.sqrt(fitted.scale));
  const weigh = (...first: number[]): SegmentedEffect =>
    test(Array.from({ length: width }, (_, column) => first[column] ?? 0));
  return {
    autocorrelation: fitted.autocorrelation,
    levelChange: weigh(0, 0, 1),
    slopeChange: weigh(0, 0, 0, 1),
    endChange: weigh(0, 0, 1, facts.end),
  };
}

function bareEffect(estimate: number): SegmentedEffect {
  return { estimate, interval: null, standardError: null, statistic: null, df: null, p: null };
}

type Described = Omit<
  SegmentedModel,
  'hasSeasonality' | 'lagUsed' | 'lagRule' | 'durbinWatson' | 'firstOrderAutocorrelation' | 'cautious'
>;

function describe(
  { observations, cutIndex, places }: SegmentedInput,
  fit: LeastSquares,
  columns: Design,
  errors: Errors | null,
  sides: { before: number; after: number },
): Described {
  const effect = (weights: readonly number[]): SegmentedEffect =>
    errors
      ? errors(weights)
      : bareEffect(
          weights.reduce((sum, weight, column) => sum + weight * (fit.coefficients[column] ?? 0), 0),
        );
  const weigh = (...first: number[]): SegmentedEffect =>
    effect(Array.from({ length: columns.width }, (_, column) => first[column] ?? 0));
  const startIndex = observations[0]?.index ?? 0;
  const endIndex = observations[observations.length - 1]?.index ?? 0;
  const lines = places.map((place): SegmentedLine => {
    const counterfactual = place.index < cutIndex ? null : effect(columns.counterfactual(place));
    return {
      fitted: columns.fitted(place).reduce((sum, x, column) => sum + x * (fit.coefficients[column] ?? 0), 0),
      counterfactual: counterfactual && { value: counterfactual.estimate, interval: counterfactual.interval },
    };
  });
  return {
    n: observations.length,
    ...sides,
    intercept: weigh(1, startIndex - cutIndex),
    preSlope: weigh(0, 1),
    levelChange: weigh(0, 0, 1),
    slopeChange: weigh(0, 0, 0, 1),
    postSlope: weigh(0, 1, 0, 1),
    endChange: weigh(0, 0, 1, endIndex - cutIndex),
    endIndex,
    lines,
  };
}

/** Durbin and Watson 1950, and the correlation of each residual with the next; pairs across a gap do not count. */
function neighbours(
  residuals: readonly number[],
  positions: readonly number[],
  varies: boolean,
): { durbinWatson: number | null; firstOrderAutocorrelation: number | null } {
  if (!varies) return { durbinWatson: null, firstOrderAutocorrelation: null };
  let steps = 0;
  let products = 0;
  residuals.forEach((residual, row) => {
    if (row === 0 || (positions[row] ?? 0) - (positions[row - 1] ?? 0) !== 1) return;
    const previous = residuals[row - 1] ?? 0;
    steps += (residual - previous) ** 2;
    products += residual * previous;
  });
  const squares = residuals.reduce((sum, residual) => sum + residual ** 2, 0);
  return { durbinWatson: steps / squares, firstOrderAutocorrelation: products / squares };
}

/** True where neighbouring residuals are more alike than chance would have it. */
function isCorrelated(autocorrelation: number | null, n: number): boolean {
  return autocorrelation !== null && autocorrelation > 1.96 / Math.sqrt(n);
}

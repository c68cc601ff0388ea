/** Whose rules label an estimate; `none` labels nothing. */
export type ReliabilityStandard = 'ine-chile' | 'cepal-2020' | 'cepal-2023' | 'none';

export type ReliabilityLabel = 'reliable' | 'less-reliable' | 'unreliable';

/** The rule of the standard that decided; the first that applies, in the standard's own order. */
export type ReliabilityRule =
  | 'few-cases'
  | 'few-degrees'
  | 'large-error'
  | 'large-variation'
  | 'low-design-effect'
  | 'within-limits';

export type Reliability = { label: ReliabilityLabel; rule: ReliabilityRule };

/**
 * One estimate of a sample. `kind` is `share` for proportions between 0 and 1 (above 1 it is judged as `other`) and
 * `other` for means, totals, ratios and rates. `n` are people with an answer, unweighted. `degreesOfFreedom` null: n - 1. `designEffect` null or absent: 1.
 * `cases` are people counted in a share, unweighted; null or absent: n times the estimate, which is that count where
 * no weights are declared.
 */
export type ReliabilityFacts = {
  kind: 'share' | 'other';
  estimate: number | null;
  standardError: number | null;
  n: number;
  degreesOfFreedom: number | null;
  designEffect?: number | null;
  cases?: number | null;
  standard: ReliabilityStandard;
};

type Known = {
  kind: 'share' | 'other';
  estimate: number;
  standardError: number | null;
  n: number;
  degreesOfFreedom: number;
  designEffect: number;
  cases: number;
};

/** A figure that equals its limit but for rounding is within it. */
const ROUNDING = 1e-12;

const unreliable = (rule: ReliabilityRule): Reliability => ({ label: 'unreliable', rule });
const lessReliable = (rule: ReliabilityRule): Reliability => ({ label: 'less-reliable', rule });
const reliable: Reliability = { label: 'reliable', rule: 'within-limits' };

function isWithin(value: number, limit: number): boolean {
  return value <= limit * (1 + ROUNDING);
}

/** The largest standard error with which INE Chile calls a share reliable: p^(2/3) / 9, of 1 - p above one half. */
export function largestReliableError(share: number): number {
  return Math.max(0, Math.min(share, 1 - share)) ** (2 / 3) / 9;
}

/** Standard error over the size of the estimate; null where both are 0, infinite where only the estimate is. */
function variation(estimate: number, standardError: number): number | null {
  if (estimate === 0 && standardError === 0) return null;
  return standardError / Math.abs(estimate);
}

/** Standard error of the logarithm of a share over that logarithm; 0 for a share of 1 without error. */
function logarithmicVariation(share: number, standardError: number): number {
  if (standardError === 0) return 0;
  return share > 0 && share < 1 ? standardError / (-Math.log(share) * share) : Number.POSITIVE_INFINITY;
}

function judgeByIne(figure: Known): Reliability | null {
  if (figure.n < 60) return unreliable('few-cases');
  if (figure.degreesOfFreedom < 9) return unreliable('few-degrees');
  if (figure.standardError === null) return null;
  if (figure.kind === 'share') {
    const isSmall = isWithin(figure.standardError, largestReliableError(figure.estimate));
    return isSmall ? reliable : lessReliable('large-error');
  }
  const coefficient = variation(figure.estimate, figure.standardError);
  if (coefficient === null) return null;
  if (isWithin(coefficient, 0.15)) return reliable;
  return isWithin(coefficient, 0.3) ? lessReliable('large-variation') : unreliable('large-variation');
}

function judgeByCepal2020(figure: Known): Reliability | null {
  const effective = figure.n / figure.designEffect;
  if (figure.n < 100 || !isWithin(140, effective) || !isWithin(50, figure.cases)) {
    return unreliable('few-cases');
  }
  if (figure.standardError === null) return null;
  const coefficient = variation(figure.estimate, figure.standardError);
  if (coefficient === null) return null;
  if (figure.kind === 'share') {
    const onLogarithms = logarithmicVariation(figure.estimate, figure.standardError);
    if (!isWithin(onLogarithms, 0.175)) return unreliable('large-error');
  }
  if (figure.degreesOfFreedom < 9) return lessReliable('few-degrees');
  return coefficient < 0.2 * (1 - ROUNDING) ? reliable : lessReliable('large-variation');
}

function judgeByCepal2023(figure: Known): Reliability | null {
  if (figure.designEffect < 1 - 1e-9) return unreliable('low-design-effect');
  if (!isWithin(60, figure.n / figure.designEffect)) return unreliable('few-cases');
  if (figure.degreesOfFreedom < 9) return unreliable('few-degrees');
  if (!isWithin(30, figure.cases)) return unreliable('few-cases');
  if (figure.standardError === null) return null;
  const hasManyCases = isWithin(50, figure.cases);
  if (figure.kind === 'share') {
    const onLogarithms = logarithmicVariation(figure.estimate, figure.standardError);
    if (!isWithin(onLogarithms, 0.175)) return unreliable('large-error');
    return hasManyCases ? reliable : lessReliable('few-cases');
  }
  const coefficient = variation(figure.estimate, figure.standardError);
  if (coefficient === null) return null;
  if (!isWithin(coefficient, 0.3)) return unreliable('large-variation');
  if (!isWithin(coefficient, 0.2)) return lessReliable('large-variation');
  return hasManyCases ? reliable : lessReliable('few-cases');
}

/**
 * How far an estimate of a sample can be relied on, and which rule said so. Null where the standard is `none`, there is
 * no estimate, the deciding rule needs a standard error and there is none, or a mean of 0 has an error of 0.
 *
 * - `ine-chile`: INE Chile, Estándar para la evaluación de la calidad de las estimaciones en encuestas de hogares
 *   (2020). n below 60 or fewer than 9 degrees: unreliable. A share is reliable with an error up to p^(2/3) / 9 (p or
 *   1 - p, the smaller), else less reliable; other figures by coefficient of variation, up to 15 %, up to 30 %, above.
 * - `cepal-2020`: CEPAL, Criterios de calidad en la estimación de indicadores a partir de encuestas de hogares (2020,
 *   repositorio.cepal.org/handle/11362/45681),
 *   as in R's `calidad::assess(scheme = "eclac_2020")`: suppress is unreliable here, review less reliable, publish
 *   reliable. n 100, effective sample 140, 50 cases, logarithmic variation of a share 17.5 %, 9 degrees, variation
 *   below 20 % (R gives means above that no label; here they are reviewed, as shares are).
 * - `cepal-2023`: CEPAL's revision, as in `calidad::assess(scheme = "eclac_2023")`: design effect 1, effective sample
 *   60, 9 degrees, 30 cases (reliable from 50), logarithmic variation of a share 17.5 %, variation 20 % and 30 %.
 *
 * Source of both CEPAL rules: github.com/inesscc/calidad, R/evaluate_internal.R, the package of INE Chile.
 */
export function labelReliability(facts: ReliabilityFacts): Reliability | null {
  const { estimate, standardError, n, standard } = facts;
  if (standard === 'none' || estimate === null) return null;
  const kind = estimate > 1 + ROUNDING ? 'other' : facts.kind;
  const figure: Known = {
    kind,
    estimate,
    standardError,
    n,
    degreesOfFreedom: facts.degreesOfFreedom ?? n - 1,
    designEffect: facts.designEffect ?? 1,
    cases: kind === 'share' ? (facts.cases ?? n * estimate) : n,
  };
  if (standard === 'ine-chile') return judgeByIne(figure);
  return standard === 'cepal-2020' ? judgeByCepal2020(figure) : judgeByCepal2023(figure);
}

/**
 * The rule for a whole table: it should not be published when more than half of its labelled estimates are other than
 * reliable (`calidad`: published from 50 % reliable on). Nulls do not count; a table without labels is publishable.
 */
export function tableReliability(labels: readonly (ReliabilityLabel | null)[]): {
  reliable: number;
  lessReliable: number;
  unreliable: number;
  isPublishable: boolean;
} {
  const count = (wanted: ReliabilityLabel): number => labels.filter((label) => label === wanted).length;
  const counts = {
    reliable: count('reliable'),
    lessReliable: count('less-reliable'),
    unreliable: count('unreliable'),
  };
  return { ...counts, isPublishable: counts.reliable >= counts.lessReliable + counts.unreliable };
}

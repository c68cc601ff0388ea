import { type CovariatePattern, fitLogistic, type LogisticFit } from './logistic';
import type { PanelReasonId } from './types';

/** People alike in every factor: `levels` are positions among the levels of each. */
export type FactorPattern = { levels: readonly number[]; trials: number; successes: number };

/** A level in which everybody succeeded or nobody did (among people not set aside for another such level). */
export type SeparatedLevel = { factor: number; level: number; side: 'all' | 'none' };

/** A term of the model: a level against the reference level of its factor, the first that is left in the model. */
export type StayingTerm = {
  factor: number;
  level: number;
  reference: number;
  coefficient: number | null;
  standardError: number | null;
};

/** `chances` follow the patterns: 1 or 0 where a level is separated, 0 for patterns without people. */
export type StayingFit = {
  chances: readonly number[];
  separated: readonly SeparatedLevel[];
  terms: readonly StayingTerm[];
  test: LogisticFit['test'];
};

export type StayingResult =
  | { fit: StayingFit; reason: null }
  | { fit: null; reason: PanelReasonId; separated: readonly SeparatedLevel[] };

/**
 * Logistic regression of success on factors without interactions. Levels in which everybody succeeded, or nobody, have a
 * chance of exactly 1 or 0, to which the fit would only creep; their people are set aside and the others fitted alone, which
 * gives the same chances. R: the fitted values of `glm` come to these within its tolerance. The reasons are those of
 * `fitLogistic`, 'separation' where setting aside leaves nothing to fit or a combination of factors separates.
 */
export function fitStaying(
  patterns: readonly FactorPattern[],
  levelCounts: readonly number[],
): StayingResult {
  const { certain, separated } = setAside(patterns, levelCounts);
  const rest = patterns.filter((_, index) => certain[index] === null);
  const present = levelCounts.map((count, factor) =>
    Array.from({ length: count }, (_, level) => level).filter((level) =>
      rest.some(({ levels, trials }) => trials > 0 && levels[factor] === level),
    ),
  );
  const columns = present.flatMap((levels, factor) =>
    levels.slice(1).map((level) => ({ factor, level, reference: levels[0] ?? level })),
  );
  const covariates = ({ levels }: FactorPattern): number[] => [
    1,
    ...columns.map(({ factor, level }) => (levels[factor] === level ? 1 : 0)),
  ];
  const { fit, reason } = fitLogistic(
    rest.map(
      (pattern): CovariatePattern => ({
        covariates: covariates(pattern),
        trials: pattern.trials,
        successes: pattern.successes,
      }),
    ),
  );
  if (!fit) return { fit: null, reason: separated.length > 0 ? 'separation' : reason, separated };
  let next = 0;
  return {
    reason: null,
    fit: {
      chances: certain.map((chance) => {
        if (chance !== null) return chance;
        next += 1;
        return fit.fitted[next - 1] ?? 0;
      }),
      separated,
      terms: columns.map((column, index) => ({
        ...column,
        coefficient: fit.coefficients[index + 1] ?? null,
        standardError: fit.standardErrors[index + 1] ?? null,
      })),
      test: fit.test,
    },
  };
}

/** Sets levels without both outcomes aside until every level left has both; a whole that has not both stays whole. */
function setAside(
  patterns: readonly FactorPattern[],
  levelCounts: readonly number[],
): { certain: (0 | 1 | null)[]; separated: SeparatedLevel[] } {
  const certain: (0 | 1 | null)[] = patterns.map(() => null);
  const separated: SeparatedLevel[] = [];
  const count = (keep: (pattern: FactorPattern) => boolean) =>
    patterns.reduce(
      (sum, pattern, index) =>
        certain[index] === null && keep(pattern)
          ? { trials: sum.trials + pattern.trials, successes: sum.successes + pattern.successes }
          : sum,
      { trials: 0, successes: 0 },
    );
  const all = count(() => true);
  if (all.successes === 0 || all.successes === all.trials) return { certain, separated };
  for (;;) {
    const found = levelCounts
      .flatMap((levels, factor) => Array.from({ length: levels }, (_, level) => ({ factor, level })))
      .find(({ factor, level }) => {
        const { trials, successes } = count((pattern) => pattern.levels[factor] === level);
        return trials > 0 && (successes === 0 || successes === trials);
      });
    if (!found) return { certain, separated };
    const isAll = count((pattern) => pattern.levels[found.factor] === found.level).successes > 0;
    separated.push({ ...found, side: isAll ? 'all' : 'none' });
    patterns.forEach((pattern, index) => {
      if (certain[index] === null && pattern.levels[found.factor] === found.level)
        certain[index] = isAll ? 1 : 0;
    });
  }
}

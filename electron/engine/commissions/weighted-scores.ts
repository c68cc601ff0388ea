import type { Commission } from '../../../shared/domain/commission';

type Judged = Pick<Commission, 'criteria' | 'candidates' | 'evaluators' | 'scores' | 'recusals'>;

/** Looks scores up by who gave them, to whom, and by what; those of a recused evaluator are not there. */
export type ScoreBook = {
  score(evaluatorId: string, candidateId: string, criterionId: string): number | null;
  isRecused(evaluatorId: string, candidateId: string): boolean;
};

/** The scores that count. */
export function scoreBook({ scores, recusals }: Pick<Commission, 'scores' | 'recusals'>): ScoreBook {
  const key = (...parts: readonly string[]): string => parts.join('/');
  const recused = new Set(recusals.map(({ evaluatorId, candidateId }) => key(evaluatorId, candidateId)));
  const values = new Map(
    scores
      .filter(({ evaluatorId, candidateId }) => !recused.has(key(evaluatorId, candidateId)))
      .map(({ evaluatorId, candidateId, criterionId, value }) => [
        key(evaluatorId, candidateId, criterionId),
        value,
      ]),
  );
  return {
    score: (evaluatorId, candidateId, criterionId) =>
      values.get(key(evaluatorId, candidateId, criterionId)) ?? null,
    isRecused: (evaluatorId, candidateId) => recused.has(key(evaluatorId, candidateId)),
  };
}

/** One evaluator's score of a candidate: the weighted mean of the criteria scored; null where none was. */
export function evaluatorScore(
  commission: Judged,
  book: ScoreBook,
  evaluatorId: string,
  candidateId: string,
  hasEqualWeights = false,
): number | null {
  let sum = 0;
  let weights = 0;
  for (const { id, weight } of commission.criteria) {
    const value = book.score(evaluatorId, candidateId, id);
    if (value === null) continue;
    const own = hasEqualWeights ? 1 : weight;
    sum += value * own;
    weights += own;
  }
  return weights === 0 ? null : sum / weights;
}

/** The mean of what evaluators gave each candidate, in the order of the candidates; null before anybody scored. */
export function candidateScores(
  commission: Judged,
  book: ScoreBook,
  evaluatorIds: readonly string[],
  hasEqualWeights = false,
): (number | null)[] {
  return commission.candidates.map(({ id }) => {
    const given = evaluatorIds
      .map((evaluatorId) => evaluatorScore(commission, book, evaluatorId, id, hasEqualWeights))
      .filter((score) => score !== null);
    return given.length === 0 ? null : mean(given);
  });
}

/** The mean of values; 0 of none. */
export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

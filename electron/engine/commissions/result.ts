import type { CandidateResult, Commission, CommissionResult } from '../../../shared/domain/commission';
import { krippendorffAlpha } from '../../../shared/stats/krippendorff';
import { kendallTau, placesOf } from '../../../shared/stats/rank-stability';
import { raterCorrelation } from '../../../shared/stats/rater-correlation';
import { candidateScores, evaluatorScore, mean, type ScoreBook, scoreBook } from './weighted-scores';

type Ranking = { scores: (number | null)[]; places: (number | null)[] };

/** Scores, places, agreement and stability of a commission as it stands, however much is still to be scored. */
export function commissionResult(commission: Commission): CommissionResult {
  const book = scoreBook(commission);
  const everybody = commission.evaluators.map(({ id }) => id);
  const rank = (evaluatorIds: readonly string[], hasEqualWeights = false): Ranking => {
    const scores = candidateScores(commission, book, evaluatorIds, hasEqualWeights);
    return { scores, places: placesOf(scores) };
  };
  const whole = rank(everybody);
  const without = everybody.map((evaluatorId) => ({
    evaluatorId,
    ranking: rank(everybody.filter((id) => id !== evaluatorId)),
  }));
  const tested = everybody.length < 2 ? [] : without;
  const { given, due } = progressOf(commission, book);
  return {
    candidates: commission.candidates.map((_, index) =>
      candidateResult(commission, book, { index, whole, others: tested.map(({ ranking }) => ranking) }),
    ),
    evaluators: everybody.map((evaluatorId) => evaluatorResult(commission, book, evaluatorId)),
    agreement: agreementOf(commission, book),
    stability: [
      ...tested.map(({ evaluatorId, ranking }) => shift(commission, whole, evaluatorId, ranking)),
      ...(commission.criteria.length < 2 ? [] : [shift(commission, whole, null, rank(everybody, true))]),
    ],
    given,
    due,
  };
}

/** Who is surely recognised by a ranking, and who stands at the cut with others of the same score. */
function chosen({ places }: Ranking, recognised: number | null): { sure: Set<number>; tied: Set<number> } {
  const sure = new Set<number>();
  const tied = new Set<number>();
  if (recognised === null) return { sure, tied };
  for (const [index, place] of places.entries()) {
    if (place === null || place > recognised) continue;
    const sharing = places.filter((other) => other === place).length;
    (place + sharing - 1 <= recognised ? sure : tied).add(index);
  }
  return { sure, tied };
}

type Place = { index: number; whole: Ranking; others: readonly Ranking[] };

function candidateResult(
  commission: Commission,
  book: ScoreBook,
  { index, whole, others }: Place,
): CandidateResult {
  const candidateId = commission.candidates[index]?.id ?? '';
  const byEvaluator = commission.evaluators.map(({ id }) => ({
    evaluatorId: id,
    score: evaluatorScore(commission, book, id, candidateId),
  }));
  const given = byEvaluator.flatMap(({ score }) => (score === null ? [] : [score]));
  const place = whole.places[index] ?? null;
  const { sure, tied } = chosen(whole, commission.recognised);
  const found = [whole, ...others].flatMap(({ places }) => places[index] ?? []);
  return {
    candidateId,
    score: whole.scores[index] ?? null,
    place,
    isTied: place !== null && whole.places.filter((other) => other === place).length > 1,
    outcome: outcomeOf(),
    evaluators: given.length,
    missing: missingOf(commission, book, candidateId),
    lowest: given.length === 0 ? null : Math.min(...given),
    highest: given.length === 0 ? null : Math.max(...given),
    byCriterion: commission.criteria.map(({ id }) => {
      const values = scoresOf(commission, book, candidateId, id);
      return { criterionId: id, mean: values.length === 0 ? null : mean(values), n: values.length };
    }),
    byEvaluator,
    bestPlace: found.length === 0 ? null : Math.min(...found),
    worstPlace: found.length === 0 ? null : Math.max(...found),
  };

  function outcomeOf(): CandidateResult['outcome'] {
    if (place === null) return 'unscored';
    if (commission.recognised === null) return 'open';
    if (sure.has(index)) return 'recognised';
    return tied.has(index) ? 'tied-at-cut' : 'not-recognised';
  }
}

function scoresOf(
  { evaluators }: Commission,
  book: ScoreBook,
  candidateId: string,
  criterionId: string,
): number[] {
  return evaluators.flatMap(({ id }) => book.score(id, candidateId, criterionId) ?? []);
}

function missingOf(commission: Commission, book: ScoreBook, candidateId: string): number {
  const blanks = commission.evaluators.map(({ id }) => {
    const values = commission.criteria.map((criterion) => book.score(id, candidateId, criterion.id));
    return values.every((value) => value === null) ? 0 : values.filter((value) => value === null).length;
  });
  return blanks.reduce((sum, count) => sum + count, 0);
}

function progressOf(commission: Commission, book: ScoreBook): { given: number; due: number } {
  let given = 0;
  let due = 0;
  for (const evaluator of commission.evaluators) {
    for (const candidate of commission.candidates) {
      if (book.isRecused(evaluator.id, candidate.id)) continue;
      due += commission.criteria.length;
      given += commission.criteria.filter(
        ({ id }) => book.score(evaluator.id, candidate.id, id) !== null,
      ).length;
    }
  }
  return { given, due };
}

function evaluatorResult(
  commission: Commission,
  book: ScoreBook,
  evaluatorId: string,
): CommissionResult['evaluators'][number] {
  const due = commission.candidates.filter(({ id }) => !book.isRecused(evaluatorId, id));
  const differences = due.flatMap(({ id }) => {
    const own = evaluatorScore(commission, book, evaluatorId, id);
    const others = commission.evaluators.flatMap((other) =>
      other.id === evaluatorId ? [] : (evaluatorScore(commission, book, other.id, id) ?? []),
    );
    return own === null || others.length === 0 ? [] : [own - mean(others)];
  });
  const scored = due.reduce(
    (sum, { id }) =>
      sum + commission.criteria.filter((each) => book.score(evaluatorId, id, each.id) !== null).length,
    0,
  );
  return {
    evaluatorId,
    scored,
    expected: due.length * commission.criteria.length,
    severity: differences.length === 0 ? null : mean(differences),
  };
}

function agreementOf(commission: Commission, book: ScoreBook): CommissionResult['agreement'] {
  const totals = commission.candidates.map(({ id }) =>
    commission.evaluators.map((evaluator) => evaluatorScore(commission, book, evaluator.id, id)),
  );
  const { alpha, units, reason } = krippendorffAlpha(totals, 'interval');
  const complete = totals.flatMap((row) => {
    const values = row.filter((score) => score !== null);
    return values.length === row.length ? [values] : [];
  });
  const { single, average } = raterCorrelation(complete);
  return {
    alpha,
    units,
    reason,
    byCriterion: commission.criteria.map(({ id }) => ({
      criterionId: id,
      alpha: krippendorffAlpha(
        commission.candidates.map((candidate) =>
          commission.evaluators.map((evaluator) => book.score(evaluator.id, candidate.id, id)),
        ),
        'ordinal',
      ).alpha,
    })),
    single,
    average,
    complete: complete.length,
  };
}

function shift(
  commission: Commission,
  whole: Ranking,
  evaluatorId: string | null,
  ranking: Ranking,
): CommissionResult['stability'][number] {
  const ids = (indices: Iterable<number>): string[] =>
    [...indices].flatMap((index) => commission.candidates[index]?.id ?? []);
  const reach = ({ sure, tied }: ReturnType<typeof chosen>): Set<number> => new Set([...sure, ...tied]);
  const before = reach(chosen(whole, commission.recognised));
  const after = reach(chosen(ranking, commission.recognised));
  return {
    evaluatorId,
    tau: kendallTau(whole.scores, ranking.scores),
    entering: ids([...after].filter((index) => !before.has(index))),
    leaving: ids([...before].filter((index) => !after.has(index))),
  };
}

import type { CommissionDraft, Recusal, Score } from '../../../shared/domain/commission';

type Pair = Pick<Score, 'evaluatorId' | 'candidateId'>;
type ScoreKey = Omit<Score, 'value'>;

function isPair(pair: Pair): (each: Pair) => boolean {
  return (each) => each.evaluatorId === pair.evaluatorId && each.candidateId === pair.candidateId;
}

function isScore(key: ScoreKey): (each: ScoreKey) => boolean {
  return (each) => isPair(key)(each) && each.criterionId === key.criterionId;
}

/** The score given, or null. */
export function scoreOf({ scores }: CommissionDraft, key: ScoreKey): number | null {
  return scores.find(isScore(key))?.value ?? null;
}

/** The scores with one given, changed, or (null) taken back. */
export function changeScore(
  { scores }: CommissionDraft,
  key: ScoreKey,
  value: number | null,
): Pick<CommissionDraft, 'scores'> {
  const others = scores.filter((each) => !isScore(key)(each));
  return { scores: value === null ? others : [...others, { ...key, value }] };
}

/** The comments with one changed; an empty one is none. */
export function changeComment(
  { comments }: CommissionDraft,
  pair: Pair,
  text: string,
): Pick<CommissionDraft, 'comments'> {
  const others = comments.filter((each) => !isPair(pair)(each));
  return { comments: text === '' ? others : [...others, { ...pair, text }] };
}

/** What the evaluator wrote of the candidate; empty for nothing. */
export function commentOf({ comments }: CommissionDraft, pair: Pair): string {
  return comments.find(isPair(pair))?.text ?? '';
}

/** The recusal of an evaluator who does not judge the candidate, or null. */
export function recusalOf({ recusals }: CommissionDraft, pair: Pair): Recusal | null {
  return recusals.find(isPair(pair)) ?? null;
}

/** The recusals with one made, given its reason, or (null) withdrawn; scores already given stay and do not count meanwhile. */
export function changeRecusal(
  { recusals }: CommissionDraft,
  pair: Pair,
  reason: string | null,
): Pick<CommissionDraft, 'recusals'> {
  const others = recusals.filter((each) => !isPair(pair)(each));
  return { recusals: reason === null ? others : [...others, { ...pair, reason }] };
}

import type { CandidateResult, CommissionDraft, CommissionResult } from '../domain/commission';
import type { Locale } from './catalogue';
import { commissionWords } from './commission';
import { formatNumber } from './format';

export type OutcomeSentence = { text: string; isWarning: boolean };

/** What came of the scores in sentences: who is recognised, a tie at the cut, and scores that are missing. */
export function outcomeSentences(
  { candidates }: Pick<CommissionDraft, 'candidates'>,
  result: CommissionResult,
  locale: Locale,
): OutcomeSentence[] {
  const words = commissionWords(locale).minutes;
  const named = (outcome: CandidateResult['outcome']): string[] =>
    byPlace(result.candidates.filter((each) => each.outcome === outcome)).map(
      ({ candidateId }) => `«${candidates.find(({ id }) => id === candidateId)?.name ?? candidateId}»`,
    );
  const list = (names: readonly string[]): string =>
    new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
  const plain = (text: string): OutcomeSentence => ({ text, isWarning: false });
  const recognised = named('recognised');
  const tied = named('tied-at-cut');
  const missing = result.candidates.reduce((sum, each) => sum + each.missing, 0);
  const [only] = recognised;
  return [
    ...(recognised.length === 1 && only !== undefined ? [plain(words.oneRecognised(only))] : []),
    ...(recognised.length > 1
      ? [plain(words.recognisedText(formatNumber(recognised.length, 0, locale), list(recognised)))]
      : []),
    ...(tied.length > 0 ? [{ text: words.tieText(list(tied)), isWarning: true }] : []),
    ...(missing > 0 ? [plain(words.missingText(formatNumber(missing, 0, locale)))] : []),
  ];
}

/** The order of the places; those without a score last. */
export function byPlace(candidates: readonly CandidateResult[]): CandidateResult[] {
  return [...candidates].sort(
    (left, right) => (left.place ?? Number.MAX_SAFE_INTEGER) - (right.place ?? Number.MAX_SAFE_INTEGER),
  );
}

import type { Coding } from '../../../shared/domain/coding';
import { answerKey, type OpenAnswer } from './answers';

/** The codings of one question beside the answers they belong to. */
export type PlacedCodings = {
  /** Everybody who has coded, in the order in which they began. */
  coders: string[];
  /** What a coder (null: what all agreed on) gave to an answer; undefined for nothing. */
  at(coder: string | null, answer: OpenAnswer): Coding | undefined;
  /** Codings whose answer changed or is gone; they count no more. */
  lost: Coding[];
};

/**
 * Puts codings with their answers. A coding belongs to the answer in its line that still reads the same; otherwise to one of
 * the same wave that reads the same and has none of this coder (a file read again may have moved it); otherwise it is lost.
 * `codings` in the order in which they were first given.
 */
export function placeCodings(answers: readonly OpenAnswer[], codings: readonly Coding[]): PlacedCodings {
  const byPlace = new Map(answers.map((answer) => [answerKey(answer), answer]));
  const byText = new Map<string, OpenAnswer[]>();
  for (const answer of answers) {
    const name = `${answer.waveId}/${answer.sha256}`;
    byText.set(name, [...(byText.get(name) ?? []), answer]);
  }
  const coders = [...new Set(codings.flatMap(({ coder }) => coder ?? []))];
  const placed = new Map<string, Coding>();
  const lost: Coding[] = [];
  for (const coder of [...coders, null]) {
    const own = codings.filter((coding) => coding.coder === coder);
    const taken = new Map<string, Coding>();
    const moved: Coding[] = [];
    for (const coding of own) {
      const key = answerKey(coding);
      if (byPlace.get(key)?.sha256 === coding.answerSha256 && !taken.has(key)) taken.set(key, coding);
      else moved.push(coding);
    }
    for (const coding of moved) {
      const same = byText.get(`${coding.waveId}/${coding.answerSha256}`) ?? [];
      const free = same.find((answer) => !taken.has(answerKey(answer)));
      if (free) taken.set(answerKey(free), coding);
      else lost.push(coding);
    }
    for (const [key, coding] of taken) placed.set(placeName(coder, key), coding);
  }
  return { coders, lost, at: (coder, answer) => placed.get(placeName(coder, answerKey(answer))) };
}

function placeName(coder: string | null, key: string): string {
  return JSON.stringify([coder, key]);
}

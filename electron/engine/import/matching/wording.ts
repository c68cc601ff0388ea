import { areRelatedFields, type SurveyField, surveyField } from '../../../../shared/domain/survey-fields';
import { foldText } from '../cell-shapes';

/** A wording taken apart once, so that it can be compared with many. */
export type Wording = {
  folded: string;
  pairs: ReadonlyMap<string, number>;
  size: number;
  words: readonly string[];
  /** The number of an item in its battery, such as `12 3` of "P12_3"; null for none. */
  item: string | null;
  /** The wording without that number. */
  rest: Wording | null;
  field: SurveyField | null;
};

const itemNumber = /^(?:pregunta|preg|item|var|p|q|v)? ?(\d{1,3}(?: \d{1,3})*[a-z]?)(?= |$)/;

/** Takes a title or question apart for `wordingSimilarity`. */
export function wordingOf(text: string): Wording {
  return takeApart(foldText(text), text);
}

function takeApart(folded: string, text: string): Wording {
  const found = itemNumber.exec(folded);
  const rest = found ? folded.slice(found[0].length).trim() : '';
  const pairs = new Map<string, number>();
  for (let index = 0; index < folded.length - 1; index += 1) {
    const pair = folded.slice(index, index + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return {
    folded,
    pairs,
    size: Math.max(folded.length - 1, 0),
    words: folded.split(' ').filter((word) => word.length > 2),
    item: found?.[1] ?? null,
    rest: found ? takeApart(rest, rest) : null,
    field: surveyField(text),
  };
}

/** The Sørensen-Dice coefficient of two texts over pairs of neighbouring letters, 0 to 1. */
export function textSimilarity(left: string, right: string): number {
  return letterSimilarity(wordingOf(left), wordingOf(right));
}

/** The same of wordings taken apart before. */
export function letterSimilarity(left: Wording, right: Wording): number {
  if (left.folded === right.folded) return 1;
  let shared = 0;
  for (const [pair, count] of left.pairs) shared += Math.min(count, right.pairs.get(pair) ?? 0);
  const total = left.size + right.size;
  return total === 0 ? 0 : (2 * shared) / total;
}

/** A name of a field alone ("Sexo", "Género") may suggest another one that means something else, but never be it. */
const relatedScore = 0.5;

/**
 * How likely two wordings are the same question, 0 to 1: their letters, the words they share, other titles of one
 * field, and, where nothing but a number tells the items of a battery apart, that number.
 */
export function wordingSimilarity(left: Wording, right: Wording): number {
  if (left.folded === right.folded) return 1;
  const { field } = left;
  if (field && right.field && field !== right.field && areRelatedFields(field, right.field)) {
    return relatedScore;
  }
  const likeness = itemSimilarity(left, right);
  return field && field === right.field ? Math.max(likeness, 0.9) : likeness;
}

function itemSimilarity(left: Wording, right: Wording): number {
  if (left.item === null || right.item === null) {
    return plainSimilarity(left.rest?.folded ? left.rest : left, right.rest?.folded ? right.rest : right);
  }
  const isSameItem = left.item === right.item;
  if (!left.rest?.folded || !right.rest?.folded) {
    return isSameItem ? 0.85 : letterSimilarity(left, right) * 0.4;
  }
  const likeness = plainSimilarity(left.rest, right.rest);
  return Math.max(0, Math.min(1, likeness + (isSameItem ? 0.03 : -0.03)));
}

function plainSimilarity(left: Wording, right: Wording): number {
  return Math.max(letterSimilarity(left, right), containment(left, right) * 0.95);
}

/** Share of the shorter text's words that the longer one has too; 0 for texts of fewer than two words. */
function containment(left: Wording, right: Wording): number {
  const [shorter, longer] =
    left.words.length <= right.words.length ? [left.words, right.words] : [right.words, left.words];
  if (shorter.length < 2) return 0;
  return shorter.filter((word) => longer.includes(word)).length / shorter.length;
}

import { foldText } from '../cell-shapes';

/** What an answer means whatever its wording. */
export type Meaning = 'yes' | 'no' | 'man' | 'woman';

const meanings: readonly (readonly [Meaning, readonly string[]])[] = [
  ['yes', ['si', 's', 'yes', 'y', 'verdadero', 'true', 'v', 'marcado', 'selected', 'checked']],
  ['no', ['no', 'n', 'falso', 'false', 'f', 'no marcado', 'not selected', 'unchecked']],
  ['man', ['hombre', 'h', 'masculino', 'varon', 'male', 'man', 'nino', 'masc']],
  ['woman', ['mujer', 'femenino', 'female', 'woman', 'nina', 'fem']],
];

/**
 * What each answer of a question means: yes and no, or man and woman. `M` and `F` are read by the company they keep:
 * with F or "femenino", M is a man; with H or "hombre", a woman. Empty unless two opposite answers are found.
 */
export function answerMeanings(answers: readonly string[]): Map<string, Meaning> {
  const folded = answers.map((answer) => foldText(answer));
  const words = new Map<string, Meaning>(
    meanings.flatMap(([meaning, list]) => list.map((word) => [word, meaning] as const)),
  );
  const has = (...list: string[]): boolean => list.some((word) => folded.includes(word));
  if (has('m')) {
    if (has('f', 'femenino', 'mujer', 'female')) {
      words.set('m', 'man');
      words.set('f', 'woman');
    } else if (has('h', 'hombre', 'varon')) words.set('m', 'woman');
  } else if (has('f') && has('masculino', 'hombre', 'male')) words.set('f', 'woman');
  const found = new Map<string, Meaning>();
  for (const [index, answer] of answers.entries()) {
    const meaning = words.get(folded[index] ?? '');
    if (meaning) found.set(answer, meaning);
  }
  const kinds = new Set(found.values());
  const isYesNo = kinds.has('yes') && kinds.has('no');
  const isSex = kinds.has('man') && kinds.has('woman');
  if (!isYesNo && !isSex) return new Map();
  const wanted: readonly Meaning[] = isSex ? ['man', 'woman'] : ['yes', 'no'];
  return new Map([...found].filter(([, meaning]) => wanted.includes(meaning)));
}

/** Words that turn a sentence round: a spelling that adds or drops one is another answer. */
const turning = /\b(no|ni|nunca|sin|nada|desacuerdo|casi|poco|muy|mas|menos|algo|parcial\w*|incomplet\w*)\b/g;

/**
 * True for two writings of one answer: at most one letter in eight differs, digits are the same, and no word that turns
 * the meaning stands in one of them only.
 */
export function isSameSpelling(left: string, right: string): boolean {
  const [first, second] = [foldText(left), foldText(right)];
  if (first === second) return true;
  const digits = (text: string): string => text.replace(/\D/g, '');
  const turns = (text: string): string => [...text.matchAll(turning)].map(([word]) => word).join(' ');
  if (digits(first) !== digits(second) || turns(first) !== turns(second)) return false;
  if (startsOtherwise(first, second)) return false;
  const allowed = Math.floor(Math.min(first.length, second.length) / 8) + 1;
  return Math.min(first.length, second.length) >= 5 && editDistance(first, second) <= allowed;
}

/** "Regular" and "irregular", "satisfecho" and "insatisfecho": one is the other with a prefix. */
function startsOtherwise(first: string, second: string): boolean {
  const [shorter, longer] = first.length < second.length ? [first, second] : [second, first];
  return ['in', 'im', 'i', 'des', 'dis', 'a'].some((prefix) => longer === prefix + shorter);
}

/** Letters to add, drop or change to get from one text to the other (Levenshtein 1966). */
function editDistance(left: string, right: string): number {
  let before = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const change = left[row - 1] === right[column - 1] ? 0 : 1;
      current.push(
        Math.min(
          (before[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (before[column - 1] ?? 0) + change,
        ),
      );
    }
    before = current;
  }
  return before[right.length] ?? 0;
}

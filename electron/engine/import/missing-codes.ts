import { collapseSpaces, foldText } from './cell-shapes';

type Value = { value: string; count: number };

const words = new Set([
  'ns nr',
  'ns',
  'nr',
  'nsnr',
  'no sabe',
  'no responde',
  'no contesta',
  'no sabe no responde',
  'no sabe no contesta',
  'ns nc',
  's i',
  'sin informacion',
  'sin dato',
  'sin datos',
  'sin respuesta',
  'n a',
  'na',
  'n d',
  'nd',
  's d',
  'null',
  'nan',
  'none',
  'no aplica',
  'no disponible',
  'prefiero no responder',
  'missing',
  'ignorado',
  'vacio',
  'n i',
]);
const signs = new Set(['-', '--', '---', '.', '..', '?', '*', '/', '–', '—']);
const numbers = [
  '99',
  '999',
  '9999',
  '88',
  '888',
  '8888',
  '77',
  '777',
  '98',
  '998',
  '-1',
  '-9',
  '-99',
  '-999',
  '-88',
];

/**
 * Answers that probably mean "no answer", as written in the file. Numbers count only where they stand apart from the
 * other numbers of the column, or among texts.
 */
export function findMissingCodes(values: readonly Value[]): Value[] {
  const readable = values.map(({ value, count }) => ({ value: collapseSpaces(value), count }));
  const textual = readable.filter(({ value }) => isMissingWord(value));
  const others = readable.filter(({ value }) => !isMissingWord(value));
  const numeric = others.filter(({ value }) => numbers.includes(value));
  const rest = others.filter(({ value }) => !numbers.includes(value));
  return mergeSame([...textual, ...numeric.filter((code) => standsApart(code, rest))]).sort(
    (left, right) => right.count - left.count,
  );
}

function isMissingWord(value: string): boolean {
  return signs.has(value) || (value.length <= 24 && words.has(foldText(value)));
}

function standsApart(code: Value, rest: readonly Value[]): boolean {
  const total = rest.reduce((sum, { count }) => sum + count, 0);
  const read = rest.flatMap(({ value, count }) => {
    const number = readLoosely(value);
    return number === null ? [] : [{ number, count }];
  });
  const numericShare = read.reduce((sum, { count }) => sum + count, 0) / Math.max(total, 1);
  if (total === 0) return false;
  if (numericShare < 0.5) return true;
  // Typing errors lie far out and are rare; the bulk of the column decides.
  const common = read.filter(({ count }) => count >= Math.max(1, total / 5000)).map(({ number }) => number);
  const max = Math.max(...common);
  const min = Math.min(...common);
  const number = Number(code.value);
  if (number < 0) return min >= 0;
  const isFarBelow = min > 0 && number < min / 5;
  const isRepeated = code.count > 1 || total < 50;
  return isRepeated && (isFarBelow || (number > max && number - max >= Math.max(2, (max - min) * 0.1)));
}

function readLoosely(value: string): number | null {
  const text = value.replace(/^[$]\s?/, '').replace(/\s?%$/, '');
  if (!/^[+-]?[\d.,]+$/.test(text)) return null;
  const number = Number(
    /,\d{1,2}$/.test(text)
      ? text.replaceAll('.', '').replace(',', '.')
      : text.replaceAll(/[.,](?=\d{3}\b)/g, ''),
  );
  return Number.isFinite(number) ? number : null;
}

function mergeSame(values: readonly Value[]): Value[] {
  const counts = new Map<string, number>();
  for (const { value, count } of values) counts.set(value, (counts.get(value) ?? 0) + count);
  return [...counts].map(([value, count]) => ({ value, count }));
}

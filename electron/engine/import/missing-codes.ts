import { collapseSpaces, foldText } from './cell-shapes';
import { notApplicableLabel } from './platforms/not-applicable-words';

type Value = { value: string; count: number };

/** "Ninguno" and "None" are answers, such as none of the languages, and stand nowhere here. */
const words = new Set([
  'ns nr',
  'ns',
  'nr',
  'nsnr',
  'no sabe',
  'no se',
  'no lo se',
  'no lo sabe',
  'no responde',
  'no contesta',
  'no respondio',
  'no contesto',
  'no sabe no responde',
  'no sabe no contesta',
  'no sabe o no responde',
  'no sabe o no contesta',
  'ns nc',
  'nc',
  'no recuerda',
  'no recuerdo',
  's i',
  'sin informacion',
  'sin info',
  'sin dato',
  'sin datos',
  'sin respuesta',
  'sin registro',
  'n a',
  'na',
  'n d',
  'nd',
  's d',
  'sd',
  'null',
  'nan',
  'no aplica',
  'no corresponde',
  'no disponible',
  'no informa',
  'no informado',
  'no consignado',
  'no registra',
  'no registrado',
  'prefiero no responder',
  'prefiero no contestar',
  'prefiero no decir',
  'prefiero no decirlo',
  'prefiere no responder',
  'prefiere no contestar',
  'prefiere no decir',
  'missing',
  'ignorado',
  'ignora',
  'vacio',
  'n i',
  'en blanco',
  'don t know',
  'dont know',
  'do not know',
  'prefer not to say',
  'prefer not to answer',
  'not applicable',
  'not available',
  'no answer',
  'refused',
  'unknown',
  'desconocido',
  'se desconoce',
  'null value',
  'sin antecedentes',
  'sin especificar',
  'no especifica',
  'no especificado',
  'rehusa',
  'rehusa responder',
  '88 no sabe',
  '99 no responde',
  '77 no aplica',
]);
const signs = new Set([
  '-',
  '--',
  '---',
  '.',
  '..',
  '...',
  '?',
  '??',
  '*',
  '/',
  '//',
  '–',
  '—',
  '_',
  '#N/A',
  '#N/D',
  '#¡N/D!',
  '#NULL!',
  '#VALUE!',
  '#¡VALOR!',
  '#REF!',
  '#DIV/0!',
  '#¡DIV/0!',
  '#¡REF!',
  '#NAME?',
  '#¿NOMBRE?',
  '<NA>',
  '(null)',
  '\\N',
]);
const numbers = new Set([
  '77',
  '777',
  '7777',
  '88',
  '888',
  '8888',
  '97',
  '98',
  '99',
  '997',
  '998',
  '999',
  '9997',
  '9998',
  '9999',
  '99999',
  '999999',
  '-1',
  '-2',
  '-7',
  '-8',
  '-9',
  '-77',
  '-88',
  '-98',
  '-99',
  '-777',
  '-888',
  '-998',
  '-999',
  '-9999',
]);

/**
 * Answers that probably mean "no answer", as written in the file. Numbers count only where they stand apart from the
 * other numbers of the column, or among texts.
 */
export function findMissingCodes(values: readonly Value[]): Value[] {
  const readable = values.map(({ value, count }) => ({ value: collapseSpaces(value), count }));
  const textual = readable.filter(({ value }) => isMissingWord(value));
  const others = readable.filter(({ value }) => !isMissingWord(value));
  const numeric = others.filter(({ value }) => numbers.has(bareNumber(value)));
  const rest = others.filter(({ value }) => !numbers.has(bareNumber(value)));
  return mergeSame([...textual, ...codesApart(numeric, rest)]).sort(
    (left, right) => right.count - left.count,
  );
}

/** From the smallest on, so that 97 and 98 which are values hold 99 among them. */
function codesApart(numeric: readonly Value[], rest: readonly Value[]): Value[] {
  const plausible = [...rest];
  let described = describeRest(plausible);
  const size = ({ value }: Value): number => Math.abs(Number(bareNumber(value)));
  for (const code of [...numeric].sort((left, right) => size(left) - size(right))) {
    if (standsApart(code, described, numeric)) continue;
    plausible.push(code);
    described = describeRest(plausible);
  }
  return numeric.filter((code) => !plausible.includes(code));
}

/** "99.0", "99,0" and "99" are one code. */
function bareNumber(value: string): string {
  return value.replace(/[.,]0+$/, '');
}

function isMissingWord(value: string): boolean {
  return (
    signs.has(value) || (value.length <= 28 && (words.has(foldText(value)) || notApplicableLabel(value)))
  );
}

type Rest = { total: number; distinct: number; isText: boolean; min: number; max: number; isWhole: boolean };

function describeRest(rest: readonly Value[]): Rest {
  const total = rest.reduce((sum, { count }) => sum + count, 0);
  const read = rest.flatMap(({ value, count }) => {
    const number = readLoosely(value);
    return number === null ? [] : [{ number, count }];
  });
  const numericShare = read.reduce((sum, { count }) => sum + count, 0) / Math.max(total, 1);
  // Typing errors lie far out and are rare; the bulk of the column decides.
  const common = read.filter(({ count }) => count >= Math.max(1, total / 5000)).map(({ number }) => number);
  return {
    total,
    distinct: common.length,
    isText: numericShare < 0.5,
    min: Math.min(...common),
    max: Math.max(...common),
    isWhole: common.every((number) => Number.isInteger(number)),
  };
}

function standsApart(code: Value, rest: Rest, codes: readonly Value[]): boolean {
  if (rest.total === 0) return false;
  if (rest.isText) return true;
  const number = Number(bareNumber(code.value));
  const { min, max } = rest;
  // Scales around zero, such as {-1, 0, 1} and -2 to 2, run through the small negative numbers.
  if (number < 0) return min >= 0 && (number <= -7 || isLoneNegative(number, rest, codes));
  const isRepeated = code.count > 1 || rest.total < 50;
  if (min > 0 && number < min / 5) return isRepeated;
  // Beyond the rest by a gap: a quarter of its range for measures, so that the oldest person is no code.
  const gap = Math.max(2, (max - min) * 0.25);
  return isRepeated && number > max && number - max >= gap;
}

function isLoneNegative(number: number, { min, max, isWhole }: Rest, codes: readonly Value[]): boolean {
  const negatives = codes
    .map(({ value }) => Number(bareNumber(value)))
    .filter((value) => value < 0 && value > -7);
  const isAroundZero = min <= 1 && max <= Math.max(2, -Math.min(...negatives));
  return isWhole && number === -1 ? !isAroundZero : false;
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

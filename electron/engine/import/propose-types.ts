import type { ColumnPlan } from '../../../shared/domain/import';
import type { VariableOption, VariableType } from '../../../shared/domain/instrument';
import { collapseSpaces, foldText } from './cell-shapes';
import { settleFigures } from './column-forms';
import { noWords, yesWords } from './conversion-values';
import { findMultipleAnswers } from './multiple-answers';
import type { ColumnFacts } from './propose-column';
import { orderByScale } from './scales';
import type { CountedValue } from './value-counts';

/** Share of a column's answers that must convert for a type with misfits to be proposed. */
const nearlyAll = 0.98;
const mostOptions = 200;
/** Options up to which a column of figures and some texts is a list of answers. */
const mostFigureOptions = 12;

export const freeTextHeader =
  /comentario|observaci|describ|expliq|detalle|sugerencia|especifi|^otros?\b|¿?por qu[eé]\b|opini[oó]n abierta/i;

export type Proposed = Pick<ColumnPlan, 'type' | 'options' | 'optionSeparator'>;

function plain(type: VariableType): Proposed {
  return { type, options: [], optionSeparator: null };
}

/** The type that the cells of a column speak for, with its options. */
export function proposeType(
  facts: ColumnFacts,
  decimalMark: ColumnPlan['decimalMark'],
  dateOrder: ColumnPlan['dateOrder'],
): Proposed {
  const { fits } = facts;
  if (facts.isUnlisted || fits.usable === 0) return plain('text');
  const boolean = proposeBoolean(facts);
  if (boolean) return boolean;
  const enough = (count: number): boolean => count >= fits.usable * nearlyAll && count > 0;
  if (enough(fits.date[dateOrder])) {
    const hasTimes = fits.clockAwake > 0 && fits.clock >= fits.date[dateOrder] / 2;
    return plain(hasTimes ? 'datetime' : 'date');
  }
  // One code that needs its leading zero is lost in a column of numbers.
  if (fits.leadingZeros > 0) return proposeAnswers(facts);
  const isNumeric = enough(fits.decimal[decimalMark]) || enough(fits.integer[decimalMark]);
  if (isNumeric && (settleFigures(fits).isMixed || holdsSpreadsheetDays(facts))) return plain('text');
  if (enough(fits.integer[decimalMark])) return plain('integer');
  if (enough(fits.decimal[decimalMark])) return plain('decimal');
  const answers = proposeAnswers(facts);
  // Mostly figures, with some texts among them: the analyst says what those are, and a long list of figures is no scale.
  const isMostlyFigures = fits.decimal[decimalMark] > fits.usable / 2;
  return isMostlyFigures && answers.type === 'single' && answers.options.length > mostFigureOptions
    ? plain('text')
    : answers;
}

const dateHeader = /\b(fecha|date|d[ií]a de|marca temporal|timestamp)\b/i;

/** Whole numbers under a heading that promises dates: what a spreadsheet keeps its days as. */
export function holdsSpreadsheetDays({ fits, label }: Pick<ColumnFacts, 'fits' | 'label'>): boolean {
  return fits.serial > 0 && fits.serial >= fits.usable * 0.5 && dateHeader.test(label);
}

function proposeBoolean(facts: ColumnFacts): Proposed | null {
  const yes: readonly string[] = yesWords;
  const no: readonly string[] = noWords;
  if (facts.distinct > 8) return null;
  const words = facts.values.map(({ value }) => ({
    value,
    word: /\p{L}/u.test(value) ? foldText(value) : collapseSpaces(value),
  }));
  const isYes = words.filter(({ word }) => yes.includes(word));
  const isNo = words.filter(({ word }) => no.includes(word));
  if (isYes.length + isNo.length !== words.length) return null;
  // One value alone says "yes or no" only in words; a lone 1 or 0 is a number.
  const hasBoth = isYes.length > 0 && isNo.length > 0;
  if (!hasBoth && !words.every(({ word }) => word.length > 1)) return null;
  const label = (found: typeof words, usual: string): string => {
    const first = found[0]?.value.trim();
    return first === undefined || /^[01x]$/i.test(first) ? usual : first;
  };
  return {
    type: 'boolean',
    options: [
      { value: 'true', label: label(isYes, 'Sí') },
      { value: 'false', label: label(isNo, 'No') },
    ],
    optionSeparator: null,
  };
}

/** One wording for each answer: the most frequent of those that differ only in spaces, case and accents. */
export function mergeWordings(values: readonly CountedValue[]): CountedValue[] {
  const merged = new Map<string, { counts: Map<string, number>; total: number }>();
  for (const { value, count } of values) {
    const wording = collapseSpaces(value);
    const key = wording.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    const entry = merged.get(key) ?? { counts: new Map<string, number>(), total: 0 };
    entry.counts.set(wording, (entry.counts.get(wording) ?? 0) + count);
    entry.total += count;
    merged.set(key, entry);
  }
  return [...merged.values()]
    .map(({ counts, total }) => ({
      value: [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0],
      count: total,
    }))
    .filter(({ value }) => value !== '')
    .sort((left, right) => right.count - left.count);
}

function asOptions(values: readonly string[]): VariableOption[] {
  return values.map((value) => ({ value, label: value }));
}

function proposeAnswers(facts: ColumnFacts): Proposed {
  const multiple = findMultipleAnswers(facts.values);
  if (multiple) {
    return { type: 'multiple', options: asOptions(multiple.options), optionSeparator: multiple.separator };
  }
  const merged = mergeWordings(facts.values);
  const isListed = facts.values.length >= facts.distinct - facts.missingCodes.length;
  const wordings = merged.map(({ value }) => value);
  const perOption = facts.fits.usable / Math.max(merged.length, 1);
  if (!isListed || merged.length > mostOptions || wordings.some((value) => value.length > 120))
    return plain('text');
  const ordered = orderByScale(wordings);
  if (ordered && perOption >= 1.5)
    return { type: 'ordinal', options: asOptions(ordered), optionSeparator: null };
  const averageLength = wordings.reduce((sum, value) => sum + value.length, 0) / Math.max(wordings.length, 1);
  if (averageLength > 40 && (merged.length > 5 || freeTextHeader.test(facts.label))) return plain('text');
  if (freeTextHeader.test(facts.label) && merged.length > 2) return plain('text');
  const isShortList = merged.length <= 12 ? perOption >= 2 : perOption >= 3;
  if (!isShortList) return plain('text');
  const sorted = [...wordings].sort((left, right) => left.localeCompare(right, 'es', { numeric: true }));
  return {
    type: 'single',
    options: asOptions(merged.length > 12 ? sorted : wordings),
    optionSeparator: null,
  };
}

import type { z } from 'zod';
import type {
  ColumnPlan,
  MatchEvidence as MatchEvidenceSchema,
  Recode,
} from '../../../../shared/domain/import';
import type { Variable, VariableOption } from '../../../../shared/domain/instrument';
import { foldText } from '../cell-shapes';
import { answerMeanings, isSameSpelling } from './answer-words';
import { turnedScale } from './scale-legend';

export type MatchEvidence = z.infer<typeof MatchEvidenceSchema>;

/**
 * How the answers of a column correspond to those of a variable. `recodes` bring them into the instrument's wording
 * and codes; they are `applied` only where the wording itself says what each answer means, and otherwise wait for the
 * analyst. `change` null means that nothing has to be read otherwise.
 */
export type AnswerMatch = {
  recodes: Recode[];
  isApplied: boolean;
  change: 'recoded' | 'scale-reversed' | null;
  evidence: MatchEvidence[];
  /** Answers of the file that the instrument does not know, and options of the instrument nobody has here. */
  added: VariableOption[];
  dropped: VariableOption[];
};

const listed: readonly Variable['type'][] = ['single', 'ordinal', 'multiple'];

/** `values` are the answers found in the file, where the plan lists none (numbers, yes/no); null where unknown. */
export function matchAnswers(
  column: ColumnPlan,
  variable: Variable,
  values: readonly string[] | null,
): AnswerMatch {
  const turned = turnedScale(variable.label, column.header);
  if (turned && !hasOwnLabels(column, variable)) return turnRound(column, variable, turned);
  const targets = targetsOf(variable);
  const answers = answersOf(column, values);
  if (targets.length === 0 || answers.length === 0) return unchanged(column, variable);
  const found = correspond(answers, targets, variable);
  const recodes = [...found.pairs]
    .filter(([answer, target]) => !readsAs(answer, target, targets))
    .map(([answer, target]) => ({ from: answer.value, to: target.value }));
  const isReversed = runsBackwards(answers, targets, found.pairs, column, variable);
  const change = isReversed ? 'scale-reversed' : recodes.length > 0 ? 'recoded' : null;
  const evidence =
    isReversed && recodes.length === 0
      ? [...found.evidence, { why: 'scale-order' as const, details: {} }]
      : change
        ? found.evidence
        : [];
  const isListed = listed.includes(variable.type);
  const reached = new Set([...found.pairs.values()].map(({ value }) => value));
  return {
    recodes,
    isApplied: found.isCertain,
    change,
    evidence,
    added: isListed ? answers.filter((answer) => !found.pairs.has(answer)) : [],
    dropped: isListed ? variable.options.filter(({ value }) => !reached.has(value)) : [],
  };
}

function unchanged(column: ColumnPlan, variable: Variable): AnswerMatch {
  const isListed = listed.includes(variable.type) && column.options.length > 0;
  const base = { recodes: [], isApplied: true, change: null, evidence: [] };
  if (!isListed) return { ...base, added: [], dropped: [] };
  return { ...base, added: variable.options.length === 0 ? column.options : [], dropped: [] };
}

/** Both sides carry labels of their own, which tell more than a question's explanation. */
function hasOwnLabels(column: ColumnPlan, variable: Variable): boolean {
  const labels = (options: readonly VariableOption[]): boolean =>
    options.some(({ value, label }) => /[a-z]{3}/i.test(label) && value !== label);
  return labels(column.options) && labels(variable.options);
}

function turnRound(
  column: ColumnPlan,
  variable: Variable,
  { min, max, low, high }: { min: number; max: number; low: string; high: string },
): AnswerMatch {
  const codes = Array.from({ length: max - min + 1 }, (_, index) => min + index);
  return {
    recodes: codes
      .map((code) => ({ from: String(code), to: String(min + max - code) }))
      .filter(({ from, to }) => from !== to),
    isApplied: true,
    change: 'scale-reversed',
    evidence: [{ why: 'scale-legend', details: { min, max, low, high } }],
    ...differences(column, variable),
  };
}

function differences(column: ColumnPlan, variable: Variable): Pick<AnswerMatch, 'added' | 'dropped'> {
  if (!listed.includes(variable.type) || column.options.length === 0) return { added: [], dropped: [] };
  const before = new Set(variable.options.flatMap(({ value, label }) => [foldText(value), foldText(label)]));
  const now = new Set(column.options.map(({ value }) => foldText(value)));
  return {
    added: column.options.filter(({ value }) => !before.has(foldText(value))),
    dropped: variable.options.filter(
      ({ value, label }) => !now.has(foldText(value)) && !now.has(foldText(label)),
    ),
  };
}

/** What the answers have to become: option values, or the words the variable's yes and no are read by. */
function targetsOf(variable: Variable): VariableOption[] {
  if (listed.includes(variable.type)) return variable.options;
  if (variable.type !== 'boolean') return [];
  const word = (value: string, otherwise: string): string =>
    variable.options.find((option) => option.value === value)?.label ?? otherwise;
  return [word('true', 'Sí'), word('false', 'No')].map((value) => ({ value, label: value }));
}

function answersOf(column: ColumnPlan, values: readonly string[] | null): VariableOption[] {
  if (listed.includes(column.type) && column.options.length > 0) return column.options;
  const known = values ?? (column.type === 'boolean' ? column.options.map(({ label }) => label) : []);
  const codes = new Set(column.missingCodes.map(foldText));
  return known
    .filter((value) => !codes.has(foldText(value)))
    .map((value) => ({
      value,
      label: column.options.find((option) => option.value === value)?.label ?? value,
    }));
}

type Pairs = Map<VariableOption, VariableOption>;

function correspond(
  answers: readonly VariableOption[],
  targets: readonly VariableOption[],
  variable: Variable,
): { pairs: Pairs; evidence: MatchEvidence[]; isCertain: boolean } {
  const pairs: Pairs = new Map();
  const evidence: MatchEvidence[] = [];
  const free = (): VariableOption[] => {
    const taken = new Set(pairs.values());
    return targets.filter((target) => !taken.has(target));
  };
  const open = (): VariableOption[] => answers.filter((answer) => !pairs.has(answer));
  const pairBy = (
    why: MatchEvidence['why'] | null,
    isSame: (answer: VariableOption, target: VariableOption) => boolean,
  ): void => {
    let count = 0;
    for (const answer of open()) {
      const fits = free().filter((target) => isSame(answer, target));
      const [target] = fits;
      if (fits.length !== 1 || !target) continue;
      if (!readsAs(answer, target, targets)) count += 1;
      pairs.set(answer, target);
    }
    if (why && count > 0) evidence.push({ why, details: { answers: count } });
  };

  const meaningOf = answerMeanings(answers.map(({ label }) => label));
  const meaningBefore = answerMeanings(targets.map(({ label }) => label));
  // A code says nothing where both sides have words for it: 1 may be the other end of the scale now.
  pairBy('answers-by-label', (answer, target) => hasLabel(answer) && sameText(answer.label, target.label));
  pairBy('answers-by-meaning', (answer, target) => {
    const meaning = meaningOf.get(answer.label);
    return meaning !== undefined && meaning === meaningBefore.get(target.label);
  });
  pairBy(null, (answer, target) => {
    if (hasLabel(answer) && hasLabel(target)) return false;
    const isOther = meaningOf.get(answer.label) && meaningBefore.get(target.label);
    return !isOther && (sameText(answer.value, target.value) || sameText(answer.value, target.label));
  });
  pairBy('answers-by-numbering', (answer, target) => {
    const [left, right] = [withoutNumber(answer.label), withoutNumber(target.label)];
    return left !== null && right !== null && left === right;
  });
  pairBy('answers-by-spelling', (answer, target) => isSameSpelling(answer.label, target.label));
  const certain = pairs.size;
  byCode(open(), free(), targets, meaningBefore, variable, pairs, evidence);
  const isGuess = evidence.some(({ why }) => why === 'answers-shifted' || why === 'answers-by-position');
  return { pairs, evidence, isCertain: !isGuess || pairs.size === certain };
}

/** Codes without labels: 1 and 2 for yes and no are customary; others go by shift or place, for the analyst to say. */
function byCode(
  open: readonly VariableOption[],
  free: readonly VariableOption[],
  targets: readonly VariableOption[],
  meanings: ReadonlyMap<string, string>,
  variable: Variable,
  pairs: Pairs,
  evidence: MatchEvidence[],
): void {
  const codes = open
    .filter(({ value, label }) => /^\d{1,2}$/.test(value.trim()) && value === label)
    .sort((left, right) => Number(left.value) - Number(right.value));
  if (codes.length === 0 || codes.length !== open.length) return;
  const numbers = codes.map(({ value }) => Number(value));
  const yes = targets.find(({ label }) => meanings.get(label) === 'yes');
  const no = targets.find(({ label }) => meanings.get(label) === 'no');
  const isOneTwo = numbers.every((number) => number === 1 || number === 2) && numbers.includes(2);
  const isZeroOne = numbers.every((number) => number === 0 || number === 1);
  if (yes && no && (isOneTwo || isZeroOne)) {
    for (const code of codes) pairs.set(code, Number(code.value) === 1 ? yes : no);
    evidence.push({ why: 'answers-by-code', details: { yes: 1, no: isOneTwo ? 2 : 0 } });
    return;
  }
  const isComplete = codes.length === free.length && free.length === variable.options.length;
  if (!isComplete || codes.length < 2) return;
  const first = numbers[0] ?? 0;
  if (!numbers.every((number, index) => number === first + index)) return;
  const before = free.map(({ value }) => (/^\d{1,2}$/.test(value) ? Number(value) : Number.NaN));
  for (const [index, code] of codes.entries()) {
    const target = free[index];
    if (target) pairs.set(code, target);
  }
  const isShift = before.every((number, index) => number === (before[0] ?? 0) + index);
  evidence.push(
    isShift
      ? { why: 'answers-shifted', details: { by: first - (before[0] ?? 0) } }
      : { why: 'answers-by-position', details: { answers: codes.length } },
  );
}

function hasLabel({ value, label }: VariableOption): boolean {
  return !sameText(value, label) && /\p{L}/u.test(label);
}

function sameText(left: string, right: string): boolean {
  const folded = foldText(left);
  return folded === '' ? left.trim() === right.trim() : folded === foldText(right);
}

/** The conversion finds this option by itself, and no other. */
function readsAs(
  answer: VariableOption,
  target: VariableOption,
  targets: readonly VariableOption[],
): boolean {
  const isText = (option: VariableOption): boolean =>
    sameText(answer.value, option.value) || sameText(answer.value, option.label);
  return isText(target) && !targets.some((other) => other !== target && isText(other));
}

/** "1. Muy de acuerdo" without its number; the number of "2º básico" is part of the answer. Null for nothing else. */
function withoutNumber(label: string): string | null {
  const rest = /^\s*\(?\d{1,2}\s*[.)=:\-–]\s*(\p{L}.*)$/u.exec(label)?.[1];
  const folded = foldText(rest ?? label);
  return folded === '' ? null : folded;
}

/** An order of answers, three or more, that is the instrument's turned round. */
function runsBackwards(
  answers: readonly VariableOption[],
  targets: readonly VariableOption[],
  pairs: Pairs,
  column: ColumnPlan,
  variable: Variable,
): boolean {
  if (variable.type !== 'ordinal' && column.type !== 'ordinal') return false;
  const number = ({ value }: VariableOption): number =>
    Number(/^\s*\(?(\d{1,2})/.exec(value)?.[1] ?? Number.NaN);
  const hasNumbers = answers.every((answer) => Number.isFinite(number(answer)));
  const ordered = hasNumbers ? [...answers].sort((left, right) => number(left) - number(right)) : answers;
  const places = ordered.flatMap((answer) => {
    const target = pairs.get(answer);
    return target ? [targets.indexOf(target)] : [];
  });
  return (
    places.length >= 3 && places.every((place, index) => index === 0 || place < (places[index - 1] ?? 0))
  );
}

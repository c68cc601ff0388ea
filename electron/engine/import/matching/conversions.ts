import type { ColumnPlan } from '../../../../shared/domain/import';
import type { Variable } from '../../../../shared/domain/instrument';
import type { MatchEvidence } from './match-answers';

/** What was found when the answers of a column were read as the variable's type: filled cells, and those that convert. */
export type ConversionFacts = { filled: number; fits: number };

export type ConversionJudgement = {
  conversion: 'none' | 'whole' | 'partial' | 'refused';
  evidence: MatchEvidence[];
};

const numbers: readonly Variable['type'][] = ['integer', 'decimal'];
const days: readonly Variable['type'][] = ['date', 'datetime'];
const choices: readonly Variable['type'][] = ['single', 'ordinal', 'multiple', 'boolean'];

/** Half of the answers lost is another question. */
const leastShare = 0.5;

/**
 * Whether a column's answers can be stored as the variable's type: counted where `facts` are at hand, otherwise by what
 * the types hold. Identities are never stored as anything else.
 */
export function judgeConversion(
  column: ColumnPlan,
  variable: Variable,
  facts: ConversionFacts | null,
): ConversionJudgement {
  const { type: from } = column;
  const { type: to } = variable;
  if (from === to) return { conversion: 'none', evidence: [] };
  const details = { from, to };
  if (to === 'identifier') return { conversion: 'whole', evidence: [{ why: 'type-converts', details }] };
  if (from === 'identifier') return { conversion: 'refused', evidence: [{ why: 'type-refused', details }] };
  if (facts && facts.filled > 0) {
    const counted = { ...details, fits: facts.fits, of: facts.filled };
    if (facts.fits === facts.filled) {
      const why = from === 'datetime' && to === 'date' ? 'type-loses' : 'type-converts';
      return { conversion: 'whole', evidence: [{ why, details: counted }] };
    }
    return facts.fits < facts.filled * leastShare
      ? { conversion: 'refused', evidence: [{ why: 'type-refused', details: counted }] }
      : { conversion: 'partial', evidence: [{ why: 'type-loses', details: counted }] };
  }
  if (isWide(from, to)) return { conversion: 'whole', evidence: [{ why: 'type-converts', details }] };
  return isPossible(column, to)
    ? { conversion: 'partial', evidence: [{ why: 'type-loses', details }] }
    : { conversion: 'refused', evidence: [{ why: 'type-refused', details }] };
}

/** Nothing is lost: a number with decimals holds whole ones, a moment holds a day, a text holds anything. */
function isWide(from: Variable['type'], to: Variable['type']): boolean {
  if (to === 'text') return true;
  if (from === 'integer' && to === 'decimal') return true;
  if (from === 'date' && to === 'datetime') return true;
  if (choices.includes(from) && choices.includes(to)) return from !== 'multiple';
  return false;
}

function isPossible(column: ColumnPlan, to: Variable['type']): boolean {
  const { type: from, options } = column;
  if (from === 'text') return true;
  if (numbers.includes(from)) return numbers.includes(to) || choices.includes(to);
  if (days.includes(from)) return days.includes(to);
  if (numbers.includes(to)) return options.some(({ value }) => /^-?\d+([.,]\d+)?$/.test(value.trim()));
  return choices.includes(to);
}

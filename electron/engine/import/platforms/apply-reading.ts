import type { ColumnPlan } from '../../../../shared/domain/import';
import { collapseSpaces } from '../cell-shapes';
import type { ColumnFacts } from '../propose-column';
import type { ColumnReading } from './reading';

/** Share of the answers a type must explain before a platform's or codebook's word for it is taken. */
const nearlyAll = 0.98;

/**
 * The plan proposed from a column's values with what the platform or the codebook says. A personal detail found in the
 * values stays protected, and a type that the values contradict is not taken.
 */
export function applyReading(
  proposal: ColumnPlan,
  said: ColumnReading | undefined,
  facts: ColumnFacts,
): ColumnPlan {
  if (!said) return proposal;
  const { plan = {}, identity } = said;
  if (identity) return { ...proposal, ...plan, identity };
  if (said.reason) return { ...proposal, ...plan };
  const isProtected =
    proposal.identity !== null && plan.action !== 'pseudonymise' && plan.type !== 'datetime';
  if (isProtected) return { ...proposal, form: plan.form ?? proposal.form };
  const merged: ColumnPlan = {
    ...proposal,
    ...plan,
    identity: plan.action === 'pseudonymise' ? null : proposal.identity,
    missingCodes: missingCodesOf(proposal, plan),
    dateOrder: dateOrderOf(proposal, plan, facts),
    // Spellings were read for the options proposed; a codebook's own options stand for themselves.
    recodes: plan.options ? (plan.recodes ?? []) : proposal.recodes,
    standard: plan.options ? (plan.standard ?? null) : proposal.standard,
  };
  // A column named like a code is no person's number where the platform says what it is.
  if (plan.type && plan.type !== 'identifier' && !plan.action) merged.action = 'keep';
  if (plan.type && plan.type !== 'identifier' && !plan.role && merged.role === 'identifier') {
    merged.role = 'measure';
  }
  return fitsType(merged, facts) ? merged : { ...merged, ...typeOf(proposal) };
}

function typeOf(plan: ColumnPlan): Pick<ColumnPlan, 'type' | 'options' | 'optionSeparator'> {
  return { type: plan.type, options: plan.options, optionSeparator: plan.optionSeparator };
}

function missingCodesOf(proposal: ColumnPlan, plan: NonNullable<ColumnReading['plan']>): string[] {
  if (!plan.missingCodes) {
    const options = new Set(plan.options?.flatMap(({ value, label }) => [value, label]));
    return proposal.missingCodes.filter((code) => !options.has(code));
  }
  if (!plan.form) return plan.missingCodes;
  const outside = new Set([
    ...(plan.notApplicableCodes ?? []),
    ...(plan.options ?? []).flatMap(({ value, label }) => [value, label]),
  ]);
  const found = proposal.missingCodes.filter((code) => !outside.has(code));
  return [...new Set([...plan.missingCodes, ...found])];
}

function dateOrderOf(
  proposal: ColumnPlan,
  plan: NonNullable<ColumnReading['plan']>,
  { fits }: ColumnFacts,
): ColumnPlan['dateOrder'] {
  const { dateOrder } = plan;
  if (!dateOrder) return proposal.dateOrder;
  return fits.date[dateOrder] >= fits.date[proposal.dateOrder] ? dateOrder : proposal.dateOrder;
}

function fitsType({ type, decimalMark, dateOrder, options }: ColumnPlan, facts: ColumnFacts): boolean {
  const { fits, isUnlisted, filled } = facts;
  const usable = isUnlisted ? filled : fits.usable;
  if (usable === 0) return true;
  switch (type) {
    case 'integer':
      return isUnlisted || fits.integer[decimalMark] >= usable * nearlyAll;
    case 'decimal':
      return isUnlisted || fits.decimal[decimalMark] >= usable * nearlyAll;
    case 'date':
    case 'datetime':
      return isUnlisted
        ? facts.values.every(({ value }) => /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/.test(collapseSpaces(value)))
        : fits.date[dateOrder] >= usable * nearlyAll;
    case 'single':
    case 'ordinal':
      return options.length > 0;
    default:
      return true;
  }
}

import type { CandidateReason, ColumnPlan, ColumnProfile } from '../../../shared/domain/import';
import type { VariableType } from '../../../shared/domain/instrument';
import { decimalMarks } from './candidate-fits';
import { settleFigures } from './column-forms';
import type { ColumnFacts } from './propose-column';
import { holdsSpreadsheetDays } from './propose-types';

type Candidate = ColumnProfile['candidates'][number];

/** The types a column may have, the proposed one first, each with how many cells it explains and why it stands there. */
export function candidatesOf(facts: ColumnFacts, proposal: ColumnPlan): Candidate[] {
  const { fits } = facts;
  const likely: VariableType[] = ['integer', 'decimal', 'date', 'datetime'];
  const others = likely.filter(
    (type) =>
      type !== proposal.type && fitCount(type, facts, proposal) > 0 && isOffered(type, facts, proposal),
  );
  const types = new Set<VariableType>([proposal.type, ...others, 'text']);
  const usable = facts.isUnlisted ? facts.filled : fits.usable;
  const own = [...types].map((type): Candidate => {
    const count = Math.min(usable, fitCount(type, facts, proposal));
    return {
      type,
      fits: count,
      misfits: Math.max(0, usable - count),
      examples: [],
      reason: reasonOf(type, facts, proposal, count),
    };
  });
  return [...own, ...rivalsOf(facts, proposal)];
}

function isOffered(type: VariableType, { fits }: ColumnFacts, proposal: ColumnPlan): boolean {
  if (type === 'integer') return proposal.type !== 'decimal';
  if (type === 'datetime') return fits.clock > 0;
  return true;
}

function fitCount(type: VariableType, facts: ColumnFacts, plan: ColumnPlan): number {
  const { fits, filled, isUnlisted } = facts;
  if (type === 'integer') return fits.integer[plan.decimalMark];
  if (type === 'decimal') return fits.decimal[plan.decimalMark];
  if (type === 'date' || type === 'datetime') {
    const days = holdsSpreadsheetDays(facts) || fits.date[plan.dateOrder] > 0 ? fits.serial : 0;
    return fits.date[plan.dateOrder] + days;
  }
  return isUnlisted ? filled : fits.usable;
}

function reasonOf(
  type: VariableType,
  facts: ColumnFacts,
  proposal: ColumnPlan,
  count: number,
): CandidateReason {
  const { fits } = facts;
  switch (type) {
    case 'boolean':
      return 'yes-and-no';
    case 'single':
      return proposal.standard === null ? 'short-list' : 'public-list';
    case 'ordinal':
      return 'known-scale';
    case 'multiple':
      return 'several-answers';
    case 'text':
    case 'identifier':
      return 'always-fits';
    case 'integer':
    case 'decimal':
      if (fits.leadingZeros > 0) return 'fixed-width-codes';
      if (settleFigures(fits).isMixed) return 'mixed-units';
      break;
    case 'date':
    case 'datetime':
      if (fits.serial > 0) return 'spreadsheet-days';
      if (fits.dayFirst > 0 && fits.monthFirst > 0) return 'mixed-day-orders';
      break;
  }
  if (count >= fits.usable) return 'all-fit';
  if (type === proposal.type) return 'nearly-all-fit';
  return count > fits.usable / 2 ? 'some-do-not-fit' : 'few-fit';
}

/** Readings that explain as many cells as the proposed one: "1.234" as thousands or decimals, 03-04 as April or March. */
function rivalsOf({ fits }: ColumnFacts, proposal: ColumnPlan): Candidate[] {
  const rivals: Candidate[] = [];
  const candidate = (type: VariableType, count: number): Candidate => ({
    type,
    fits: count,
    misfits: Math.max(0, fits.usable - count),
    examples: [],
  });
  if (proposal.type === 'integer' || proposal.type === 'decimal') {
    const mark = decimalMarks.find((other) => other !== proposal.decimalMark) ?? proposal.decimalMark;
    const isWhole = fits.integer[mark] === fits.decimal[mark];
    const isOther =
      fits.integer[mark] !== fits.integer[proposal.decimalMark] ||
      fits.decimal[mark] !== fits.decimal[proposal.decimalMark];
    if (isOther && fits.decimal[mark] >= fits.usable * 0.98) {
      const rival = candidate(isWhole ? 'integer' : 'decimal', fits.decimal[mark]);
      rivals.push({ ...rival, decimalMark: mark, reason: 'thousands-or-decimals' });
    }
  }
  if (proposal.type === 'date' || proposal.type === 'datetime') {
    const order = proposal.dateOrder === 'dmy' ? 'mdy' : 'dmy';
    const isAmbiguous = fits.date[order] >= fits.date[proposal.dateOrder] && fits.date[order] > fits.date.ymd;
    if (isAmbiguous) {
      rivals.push({
        ...candidate(proposal.type, fits.date[order]),
        dateOrder: order,
        reason: 'same-cells-other-order',
      });
    }
  }
  return rivals;
}

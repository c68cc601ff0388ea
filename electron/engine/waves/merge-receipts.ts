import type { SetAsideReason } from '../../../shared/domain/import';
import type { ColumnReceipt, Receipt } from '../../../shared/domain/wave';
import type { SetAsideRaw } from './set-aside-rows';

const shown = 500;
const coercionsShown = 50;

/**
 * The receipt of a wave after rows that were set aside have joined it: what became of their cells is added column by
 * column, and `rowsRead = rowsKept + rowsSetAside` goes on holding. `lineOf` gives the line in the source.
 */
export function mergeReceipts(
  receipt: Receipt,
  joined: Receipt,
  {
    aside,
    lineOf,
    rowsAdded,
  }: { aside: readonly SetAsideRaw[]; lineOf: (line: number) => number; rowsAdded: number },
): Receipt {
  const counts = new Map<SetAsideReason, number>();
  for (const { reason } of aside) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const issues = joined.issues.map((issue) => ({ ...issue, line: lineOf(issue.line) }));
  const columns = receipt.columns.map((column, index) => {
    const more =
      joined.columns.find(({ variableId }) => variableId !== null && variableId === column.variableId) ??
      joined.columns[index];
    return more && more.action === column.action ? mergeColumns(column, more, lineOf) : column;
  });
  return {
    ...receipt,
    rowsKept: receipt.rowsKept + rowsAdded,
    rowsSetAside: aside.length,
    setAsideByReason: [...counts].map(([reason, count]) => ({ reason, count })),
    setAside: aside.slice(0, shown).map(({ line, reason }) => ({ line, reason, column: null, value: null })),
    columns,
    issues: [...receipt.issues, ...issues].sort((left, right) => left.line - right.line).slice(0, shown),
    issuesTotal: receipt.issuesTotal + joined.issuesTotal,
  };
}

function mergeColumns(
  column: ColumnReceipt,
  more: ColumnReceipt,
  lineOf: (line: number) => number,
): ColumnReceipt {
  return {
    ...column,
    read: column.read + more.read,
    kept: column.kept + more.kept,
    blank: column.blank + more.blank,
    failedTotal: column.failedTotal + more.failedTotal,
    wrongDigitsTotal: column.wrongDigitsTotal + more.wrongDigitsTotal,
    notApplicable: column.notApplicable + more.notApplicable,
    recodedTotal: column.recodedTotal + more.recodedTotal,
    redactedTotal: column.redactedTotal + more.redactedTotal,
    coercedTotal: column.coercedTotal + more.coercedTotal,
    missingByCode: addCounts(column.missingByCode, more.missingByCode),
    coerced: addChanges(column.coerced, more.coerced, lineOf),
    recoded: addChanges(column.recoded, more.recoded, lineOf),
  };
}

function addCounts(
  left: ColumnReceipt['missingByCode'],
  right: ColumnReceipt['missingByCode'],
): ColumnReceipt['missingByCode'] {
  const counts = new Map(left.map(({ code, count }) => [code, count]));
  for (const { code, count } of right) counts.set(code, (counts.get(code) ?? 0) + count);
  return [...counts].map(([code, count]) => ({ code, count }));
}

function addChanges(
  left: ColumnReceipt['coerced'],
  right: ColumnReceipt['coerced'],
  lineOf: (line: number) => number,
): ColumnReceipt['coerced'] {
  const key = ({ from, to }: ColumnReceipt['coerced'][number]): string => JSON.stringify([from, to]);
  const found = new Map(left.map((change) => [key(change), change]));
  for (const change of right) {
    const before = found.get(key(change));
    const lines = change.exampleLines.map(lineOf);
    found.set(key(change), {
      ...change,
      count: change.count + (before?.count ?? 0),
      exampleLines: [...(before?.exampleLines ?? []), ...lines].slice(0, 3),
    });
  }
  return [...found.values()].sort((one, other) => other.count - one.count).slice(0, coercionsShown);
}

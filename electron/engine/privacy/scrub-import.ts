import type { Dialect } from '../../../shared/domain/dialect';
import type { ColumnPlan, ImportPlan } from '../../../shared/domain/import';
import type { CellIssue, Receipt } from '../../../shared/domain/wave';
import { knowsPeople } from './file-people';
import { redactFileName, redactText } from './redact-text';
import { redactTitle } from './redact-title';

const listTypes: readonly string[] = ['single', 'ordinal', 'multiple'];

const safe = redactTitle;

/** An answer as its cells are rewritten in the database. */
function answer(text: string): string {
  return knowsPeople() || /\d{3}|@|[\s_]/.test(text) ? redactText(text) : text;
}

/**
 * The plan as it may be stored: personal details in headers, labels, names and, where the answers are redacted, in their options are
 * replaced by their kind.
 */
export function withoutDetails(plan: ImportPlan): ImportPlan {
  return {
    ...plan,
    label: plan.label === null ? null : redactFileName(plan.label),
    dialect: safeDialect(plan.dialect),
    additionalFiles: plan.additionalFiles.map((file) => ({ ...file, label: redactFileName(file.label) })),
    instrumentName: plan.instrumentName === null ? null : safe(plan.instrumentName),
    wave: { ...plan.wave, name: redactFileName(plan.wave.name) },
    columns: plan.columns.map(safeColumn),
  };
}

/** The sheet that is read goes by its name. */
function safeDialect(dialect: Dialect): Dialect {
  return { ...dialect, tableId: dialect.tableId === null ? null : redactText(dialect.tableId) };
}

function safeColumn(column: ColumnPlan): ColumnPlan {
  const named = { ...column, header: safe(column.header), label: safe(column.label), name: safeName(column) };
  // Nobody reads the answers of a column that is left out, and those of an identifier are people.
  if (column.action === 'drop') return { ...named, options: [], recodes: [], missingCodes: [] };
  if (column.action === 'pseudonymise') return { ...named, options: [], recodes: [] };
  if (!column.redacts || (!listTypes.includes(column.type) && column.type !== 'text')) return named;
  const options = column.options.map(({ value, label }) => ({ value: answer(value), label: answer(label) }));
  const recodes = column.recodes.map(({ from, to }) => ({
    from: answer(from),
    to: to === null ? null : answer(to),
  }));
  return {
    ...named,
    parts: column.parts.map((part) => ({ ...part, value: part.value === null ? null : answer(part.value) })),
    options: options.filter(
      ({ value }, index) => options.findIndex((other) => other.value === value) === index,
    ),
    recodes: recodes.filter(({ from }, index) => recodes.findIndex((other) => other.from === from) === index),
  };
}

/** Names of variables are words of their headers; those that speak of a person become the place of the column. */
function safeName({ name, source }: ColumnPlan): string {
  return safe(name) === name ? name : `columna_${source + 1}`;
}

/** Every text inside a value with personal details replaced; keys stay. */
export function withoutDetailsIn<T>(value: T): T {
  // Safe: texts become texts and everything else keeps its shape.
  return scrubbed(value) as T;
}

function scrubbed(value: unknown): unknown {
  if (typeof value === 'string') return safe(value);
  if (Array.isArray(value)) return value.map(scrubbed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, scrubbed(inner)]));
}

/** The receipt as it may be stored: examples and failing cells without personal details, file and sheet names too. */
export function safeReceipt(receipt: Receipt, columns: readonly ColumnPlan[]): Receipt {
  const byHeader = new Map(columns.map((column) => [column.header, column]));
  return {
    ...receipt,
    fileName: redactFileName(receipt.fileName),
    dialect: safeDialect(receipt.dialect),
    files: receipt.files.map((file) => ({
      ...file,
      fileName: redactFileName(file.fileName),
      label: file.label === null ? null : redactFileName(file.label),
    })),
    notices: withoutDetailsIn(receipt.notices),
    platform: withoutDetailsIn(receipt.platform),
    columns: receipt.columns.map((column) => ({
      ...column,
      header: safe(column.header),
      coerced: column.coerced.map((change) => {
        // What became a number or a day is one; a telephone would not have.
        const isRead = change.to !== null && !isWritten(byHeader.get(column.header));
        return isRead ? change : { ...change, ...safeChange(change, byHeader.get(column.header)) };
      }),
    })),
    issues: receipt.issues.map((issue) => safeIssue(issue, byHeader.get(issue.header))),
    matches: withoutDetailsIn(receipt.matches),
  };
}

function isWritten(column: ColumnPlan | undefined): boolean {
  return column === undefined || column.type === 'text' || listTypes.includes(column.type);
}

function safeChange(
  { from, to }: { from: string; to: string | null },
  column: ColumnPlan | undefined,
): { from: string; to: string | null } {
  return { from: stray(from, column), to: to === null ? null : safe(to) };
}

function safeIssue(issue: CellIssue, column: ColumnPlan | undefined): CellIssue {
  return {
    ...issue,
    header: safe(issue.header),
    value: issue.value === null ? null : stray(issue.value, column),
  };
}

/** Words with capitals where a number, a day or one of a list was expected may be anybody's name. */
function stray(text: string, column: ColumnPlan | undefined): string {
  const known = safe(text);
  if (column === undefined || column.type === 'text') return known;
  const isOption = column.options.some(({ value, label }) => value === known || label === known);
  return !isOption && /\p{Lu}[\p{L}'’-]+\s+\p{Lu}[\p{L}'’-]+/u.test(known) ? '[texto]' : known;
}

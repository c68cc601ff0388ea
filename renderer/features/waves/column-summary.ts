import type { Variable } from '../../../shared/domain/instrument';
import type { ColumnReceipt, Receipt } from '../../../shared/domain/wave';
import type { Locale, Texts } from '../../../shared/text';
import { formatNumber } from '../../../shared/text/format';
import { cellWords, type ValueWords } from '../cleaning/cell-value';

/** Cells of a column that say no data by a code. */
export function missingOf(column: ColumnReceipt): number {
  return column.missingByCode.reduce((sum, entry) => sum + entry.count, 0);
}

/** True where something of the column is not as it came: it was left out, replaced, read otherwise or has no data. */
export function isChanged(column: ColumnReceipt): boolean {
  return column.action !== 'keep' || changesOf(column) > 0 || column.kept < column.read - column.blank;
}

function changesOf(column: ColumnReceipt): number {
  return column.coercedTotal + column.recodedTotal + column.redactedTotal + column.cleanedTotal;
}

/** Cells of a column that the receipt lists as worth a look, of those it keeps. */
export function issuesOf(column: ColumnReceipt, receipt: Receipt): Receipt['issues'] {
  return column.action === 'drop' ? [] : receipt.issues.filter(({ header }) => header === column.header);
}

/** True for a column that has no place of its own because another one holds what it says. */
export function isStoredElsewhere(
  column: ColumnReceipt,
  receipt: Receipt,
  variables: ReadonlyMap<string, Variable>,
): boolean {
  return column.droppedBecause === 'joined' || storedWith(column, receipt, variables) !== null;
}

/** True where somebody should look at the column: cells not understood, or against a rule of the form. */
export function needsReview(column: ColumnReceipt, receipt: Receipt): boolean {
  return column.failedTotal + column.wrongDigitsTotal > 0 || issuesOf(column, receipt).length > 0;
}

type Change = ColumnReceipt['coerced'][number];

const exampleLength = 32;

/** What is needed to name an example of a change: the variables of the wave and the words for values. */
export type ExampleWords = { variables: ReadonlyMap<string, Variable>; words: ValueWords };

/** What a change led to, as a person reads it. */
function shownAs(
  { to }: Change,
  column: ColumnReceipt,
  { variables, words }: ExampleWords,
  locale: Locale,
): string {
  const variable = column.variableId === null ? undefined : variables.get(column.variableId);
  return cellWords(to, variable, locale, words);
}

/** The most frequent of some changes, as `«60,79 %» → 60,79`; empty where the receipt hides what stood there. */
function exampleOf(
  changes: readonly Change[],
  column: ColumnReceipt,
  examples: ExampleWords,
  text: Texts['receipt']['columns'],
  locale: Locale,
): string {
  for (const change of changes) {
    const read = shownAs(change, column, examples, locale);
    if (change.from === '' || change.to === null || read === change.from) continue;
    return text.example(shortened(change.from), shortened(read));
  }
  return '';
}

function shortened(value: string): string {
  return value.length > exampleLength ? `${value.slice(0, exampleLength)}…` : value;
}

/**
 * The question with which a column was stored, where the column is one of its options: it has no place of its own, and
 * yet nothing of it is lost. Null for every other column.
 */
export function storedWith(
  column: ColumnReceipt,
  receipt: Receipt,
  variables: ReadonlyMap<string, Variable>,
): string | null {
  if (column.action !== 'drop') return null;
  for (const { header, action, variableId } of receipt.columns) {
    const variable = action === 'keep' && variableId !== null ? variables.get(variableId) : undefined;
    if (variable?.type !== 'multiple' || header === '' || !column.header.startsWith(header)) continue;
    if (/^$|^\s*[/[(.:|>-]/u.test(column.header.slice(header.length))) return variable.label;
  }
  return null;
}

/** What became of a column in one sentence, with the counts that matter and an example of each change. */
export function columnSentence(
  column: ColumnReceipt,
  receipt: Receipt,
  texts: Texts['receipt'],
  locale: Locale,
  examples: ExampleWords,
): string {
  const text = texts.columns;
  const number = (value: number) => formatNumber(value, 0, locale);
  const question = storedWith(column, receipt, examples.variables);
  if (question !== null) return text.storedWith(question);
  if (column.action === 'drop') {
    const { droppedBecause: reason } = column;
    if (reason === null) return text.dropped;
    const why = texts.panel.droppedReasons[reason];
    return reason === 'joined' ? why : `${text.dropped} ${why}`;
  }
  const example = (changes: ColumnReceipt['coerced']) => exampleOf(changes, column, examples, text, locale);
  const missing = missingOf(column);
  const { failedTotal, wrongDigitsTotal } = column;
  const review = issuesOf(column, receipt).length - failedTotal - wrongDigitsTotal;
  const codes = column.missingByCode.map(({ code }) => code).join(', ');
  // A country is stored by its code: the answer is the same, and only its place in the list is new.
  const listed = column.recoded
    .filter((change) => change.from === shownAs(change, column, examples, locale))
    .reduce((sum, { count }) => sum + count, 0);
  const recoded = column.recodedTotal - listed;
  const parts = [
    [column.blank, text.blank(number(column.blank))],
    [missing, text.missing(number(missing), codes)],
    [column.notApplicable, text.notApplicable(number(column.notApplicable))],
    [failedTotal, text.failed(number(failedTotal))],
    [wrongDigitsTotal, text.wrongDigits(number(wrongDigitsTotal))],
    [column.coercedTotal, text.coerced(number(column.coercedTotal)) + example(column.coerced)],
    [listed, text.listed(number(listed))],
    [recoded, text.recoded(number(recoded)) + example(column.recoded)],
    [column.redactedTotal, text.redacted(number(column.redactedTotal))],
    [column.cleanedTotal, text.cleaned(number(column.cleanedTotal))],
    [review, text.issues(number(review))],
  ] as const;
  const told = parts.flatMap(([count, words]) => (count > 0 ? [words] : []));
  const kept = [number(column.kept), number(column.read)] as const;
  if (column.kept === column.read && told.length === 0 && column.action === 'keep') {
    return column.read === 1 ? text.single : text.whole(kept[1]);
  }
  const start =
    column.kept === 0
      ? text.keptNone(kept[1])
      : column.action === 'pseudonymise'
        ? text.pseudonyms(...kept)
        : text.kept(...kept);
  return `${[start, ...told].join('; ')}.`;
}

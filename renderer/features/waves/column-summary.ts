import type { ColumnReceipt, Receipt } from '../../../shared/domain/wave';
import type { Locale, Texts } from '../../../shared/text';
import { formatNumber } from '../../../shared/text/format';

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

/** True where somebody should look at the column: cells not understood, or against a rule of the form. */
export function needsReview(column: ColumnReceipt, receipt: Receipt): boolean {
  return column.failedTotal + column.wrongDigitsTotal > 0 || issuesOf(column, receipt).length > 0;
}

/** What became of a column in one sentence, with the counts that matter. */
export function columnSentence(
  column: ColumnReceipt,
  receipt: Receipt,
  text: Texts['receipt']['columns'],
  locale: Locale,
): string {
  const number = (value: number) => formatNumber(value, 0, locale);
  if (column.action === 'drop') return text.dropped;
  const missing = missingOf(column);
  const { failedTotal, wrongDigitsTotal } = column;
  const review = issuesOf(column, receipt).length - failedTotal - wrongDigitsTotal;
  const codes = column.missingByCode.map(({ code }) => code).join(', ');
  const parts = [
    [column.blank, text.blank(number(column.blank))],
    [missing, text.missing(number(missing), codes)],
    [column.notApplicable, text.notApplicable(number(column.notApplicable))],
    [failedTotal, text.failed(number(failedTotal))],
    [wrongDigitsTotal, text.wrongDigits(number(wrongDigitsTotal))],
    [column.coercedTotal, text.coerced(number(column.coercedTotal))],
    [column.recodedTotal, text.recoded(number(column.recodedTotal))],
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

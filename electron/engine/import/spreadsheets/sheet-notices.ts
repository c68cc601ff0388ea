import type { SourceNotice } from '../../../../shared/domain/source';
import type { FinishedMerges } from './merged-cells';
import type { Places, SheetFindings } from './sheet-findings';
import type { WrittenTable } from './table-writer';
import { columnLetters } from './xlsx-sheet';
import type { SheetVisibility } from './xlsx-workbook';

type Details = SourceNotice['details'];
type Severity = SourceNotice['severity'];

function notice(
  code: string,
  severity: Severity,
  details: Details,
  lines: readonly number[] = [],
  columns: readonly string[] = [],
): SourceNotice {
  return { code, severity, details, lines: [...lines].slice(0, 20), columns: [...columns].slice(0, 20) };
}

export type ListedSheet = { name: string; visibility: SheetVisibility };

/** What the analyst should know of the workbook around the table that was read. */
export function workbookNotices(
  sheets: readonly ListedSheet[],
  chosen: ListedSheet,
  { uses1904, otherSheets }: { uses1904: boolean; otherSheets: number },
): SourceNotice[] {
  const found: SourceNotice[] = [];
  const visible = sheets.filter(({ visibility }) => visibility === 'visible');
  if (sheets.length > 1) {
    found.push(
      notice('other-sheets', 'information', {
        count: sheets.length - 1,
        sheet: chosen.name,
        visible: visible.length,
      }),
    );
  }
  for (const visibility of ['hidden', 'very-hidden'] as const) {
    const names = sheets.filter((sheet) => sheet.visibility === visibility).map(({ name }) => name);
    if (names.length === 0) continue;
    found.push(notice(`${visibility}-sheets`, 'attention', { count: names.length }, [], names));
  }
  if (chosen.visibility !== 'visible')
    found.push(notice('hidden-sheet-read', 'attention', { sheet: chosen.name }));
  if (otherSheets > 0) found.push(notice('sheets-without-cells', 'information', { count: otherSheets }));
  if (uses1904) found.push(notice('dates-since-1904', 'information', {}));
  return found;
}

/** What the analyst should know of one sheet: what was hidden, kept as it is, or not read. */
export function sheetNotices(
  findings: SheetFindings,
  table: WrittenTable,
  { extended, left }: FinishedMerges,
): SourceNotice[] {
  const found: SourceNotice[] = [];
  const places = (
    code: string,
    severity: Severity,
    { total, first }: Places,
    details: Details = {},
  ): void => {
    if (total > 0) found.push(notice(code, severity, { count: total, ...details }, first));
  };
  places(findings.isFiltered ? 'filtered-rows' : 'hidden-rows', 'attention', findings.hiddenRows);
  const hidden = findings.hiddenColumns
    .flatMap(({ from, to }) =>
      Array.from({ length: Math.min(to, table.width - 1) - from + 1 }, (_, index) => from + index),
    )
    .map(columnLetters);
  if (hidden.length > 0)
    found.push(notice('hidden-columns', 'attention', { count: hidden.length }, [], hidden));
  if (extended.length > 0) {
    const lines = [...new Set(extended.map(({ top }) => top))];
    found.push(notice('merged-headers', 'information', { count: extended.length }, lines));
  }
  const inBody = left.length + findings.mergesBelow.total;
  if (inBody > 0) {
    const lines = [...new Set(left.map(({ top }) => top)), ...findings.mergesBelow.first];
    found.push(notice('merged-cells', 'attention', { count: inBody }, lines));
  }
  found.push(...columnNotices(table));
  places('error-cells', 'attention', findings.errors);
  places('formulas-without-result', 'attention', findings.formulasWithoutResult);
  if (findings.formulas > 0)
    found.push(notice('formula-results', 'information', { count: findings.formulas }));
  places('impossible-dates', 'attention', findings.impossibleDates);
  places('long-numbers', 'attention', findings.longNumbers);
  if (findings.times > 0) found.push(notice('times-as-text', 'information', { count: findings.times }));
  if (findings.masks > 0) found.push(notice('numbers-as-shown', 'information', { count: findings.masks }));
  const coloured = findings.colouredRows;
  if (coloured.total > 0 && isMarking(coloured, table)) places('colours-ignored', 'attention', coloured);
  if (findings.hasComments) found.push(notice('comments-ignored', 'information', {}));
  return found;
}

/** Colour that is only that of the header, or of the whole table, marks nothing. */
function isMarking({ total, first }: Places, { rows }: WrittenTable): boolean {
  const isHeaderOnly = total <= 3 && (first.at(-1) ?? 0) - (first[0] ?? 0) < 3 && (first[0] ?? 0) <= 4;
  return !isHeaderOnly && total < rows - 3;
}

function columnNotices({ counts, width }: WrittenTable): SourceNotice[] {
  const found: SourceNotice[] = [];
  const columns = Array.from({ length: width }, (_, column) => column);
  const asText = columns.filter((column) => counts.numericTextsOf(column) > 0);
  if (asText.length > 0) {
    const count = asText.reduce((sum, column) => sum + counts.numericTextsOf(column), 0);
    found.push(notice('numbers-as-text', 'attention', { count }, [], asText.map(columnLetters)));
  }
  const percent = columns.filter((column) => counts.unitsOf(column).has('%'));
  if (percent.length > 0)
    found.push(notice('percent-cells', 'information', {}, [], percent.map(columnLetters)));
  const native = counts.native(width);
  const mixed = percent.filter(
    (column) => (counts.unitsOf(column).get('%') ?? 0) < (native[column]?.numbers ?? 0),
  );
  if (mixed.length > 0) found.push(notice('mixed-percent', 'attention', {}, [], mixed.map(columnLetters)));
  const currency = columns.filter((column) =>
    [...counts.unitsOf(column).keys()].some((unit) => unit !== '%'),
  );
  if (currency.length > 0)
    found.push(notice('units-in-format', 'information', {}, [], currency.map(columnLetters)));
  return found;
}

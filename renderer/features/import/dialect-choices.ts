import type {
  DecimalMark,
  Delimiter,
  Dialect,
  DialectEvidence,
  Encoding,
} from '../../../shared/domain/dialect';
import type { Inspection } from '../../../shared/domain/import';
import type { Texts } from '../../../shared/text';
import { delimiterNames } from '../../../shared/text/describe-dialect';
import type { Corrections } from './draft';
import { plainText } from './preview-lines';
import { columnName, isSheet, lineName } from './source-words';

export type Aspect = DialectEvidence['aspect'];
export type Choice = { value: string; label: string };
export type ReadingTexts = Pick<Texts, 'import' | 'importReading'>;

const marks = { ',': 'comma', '.': 'point' } as const satisfies Record<DecimalMark, string>;
const none = 'none';
const end = 'end';
const mostHeaderLines = 20;
const commentMarks = ['#', '//', '%', '--', ';'];

/** Aspects shown at once; the others stand under the options unless something unusual was found in them. */
const foremost: readonly Aspect[] = ['encoding', 'delimiter', 'headerLine', 'decimalMark', 'dateOrder'];
const others: readonly Aspect[] = [
  'headerLines',
  'firstColumn',
  'lastDataLine',
  'quote',
  'escape',
  'commentMark',
  'lineEnd',
];
const usualReasons = new Set([
  'corrected',
  'one-header-row',
  'table-begins-at-the-left',
  'table-runs-to-the-end',
  'no-comments-found',
  'usual-escape',
  'only-line-end',
  'quotes-enclose-cells',
  'no-quotes-found',
]);

/** The aspects the analyst looks at first, and those under the options; none for a file that fixes them all itself. */
export function sortAspects(
  inspection: Inspection,
  corrections: Corrections,
): { first: Aspect[]; options: Aspect[] } {
  const found = new Map(inspection.evidence.map((evidence) => [evidence.aspect, evidence.why]));
  const isFirst = (aspect: Aspect): boolean => {
    const why = found.get(aspect) ?? '';
    if (aspect in corrections) return true;
    if (aspect === 'dateOrder' && isSheet(inspection))
      return inspection.dialect.dateOrder !== 'ymd' && isDoubtful(why);
    if (foremost.includes(aspect)) return true;
    return why !== '' && !usualReasons.has(why);
  };
  if (inspection.format === 'sav') return { first: [], options: [] };
  const shown = [...foremost, ...others].filter((aspect) => !isSheet(inspection) || found.has(aspect));
  return {
    first: shown.filter(isFirst),
    options: shown.filter((aspect) => !isFirst(aspect)),
  };
}

function isDoubtful(why: string): boolean {
  return why !== '' && why !== 'no-dates-found';
}

/** The chosen value of an aspect as the list names it. */
export function chosenValue(dialect: Dialect, aspect: Aspect): string {
  switch (aspect) {
    case 'headerLine':
    case 'quote':
    case 'commentMark':
      return String(dialect[aspect] ?? none);
    case 'lastDataLine':
      return String(dialect.lastDataLine ?? end);
    case 'tableId':
      return dialect.tableId ?? '';
    default:
      return String(dialect[aspect]);
  }
}

/** What can be chosen for an aspect, worded; empty for one that is not chosen from a list. */
export function choicesOf(aspect: Aspect, text: ReadingTexts, inspection: Inspection): Choice[] {
  const { values } = text.import.dialect;
  const listed = (labels: Readonly<Record<string, string>>): Choice[] =>
    Object.entries(labels).map(([value, label]) => ({ value, label }));
  switch (aspect) {
    case 'encoding':
      return listed(values.encoding);
    case 'delimiter':
      return Object.entries(delimiterNames)
        .filter(([, name]) => name !== 'unit')
        .map(([value, name]) => ({ value, label: values.delimiter[name] }));
    case 'quote':
      return listed({ '"': values.quote.double, "'": values.quote.single, [none]: values.quote.none });
    case 'escape':
      return listed(values.escape);
    case 'commentMark':
      return [
        { value: none, label: values.noComments },
        ...withChosen(commentMarks, inspection.dialect.commentMark).map((mark) => ({
          value: mark,
          label: text.importReading.aspects.commentMark(mark),
        })),
      ];
    case 'decimalMark':
      return Object.entries(marks).map(([value, name]) => ({ value, label: values.decimalMark[name] }));
    case 'dateOrder':
      return listed(values.dateOrder);
    case 'headerLine':
      return headerChoices(text, inspection);
    case 'headerLines':
      return numbers(1, Math.max(5, inspection.dialect.headerLines)).map((value) => ({
        value,
        label: text.importReading.aspects.headerRows(value),
      }));
    case 'firstColumn':
      return numbers(0, Math.max(9, inspection.dialect.firstColumn)).map((value) => ({
        value,
        label: values.column(columnName(inspection, Number(value))),
      }));
    case 'lineEnd':
    case 'lastDataLine':
    case 'tableId':
      return [];
  }
}

function withChosen(list: readonly string[], chosen: string | null): string[] {
  return chosen === null || list.includes(chosen) ? [...list] : [chosen, ...list];
}

function numbers(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => String(from + index));
}

function headerChoices(text: ReadingTexts, inspection: Inspection): Choice[] {
  const { headerLine } = inspection.dialect;
  const near = numbers(1, mostHeaderLines).map(Number);
  const lines = headerLine === null || near.includes(headerLine) ? near : [...near, headerLine];
  return [
    ...lines.map((line) => {
      const words = lineWords(inspection, line);
      const name = lineName(inspection, String(line), text);
      return { value: String(line), label: words === '' ? name : `${name}: ${words}` };
    }),
    { value: none, label: text.import.dialect.values.noHeader },
  ];
}

function lineWords(inspection: Inspection, line: number): string {
  const text =
    line === inspection.dialect.headerLine
      ? inspection.headers.join(' · ')
      : (inspection.preamble[line - 1] ??
        inspection.preview.find((row) => row.line === line)?.cells.join(' · ') ??
        '');
  const plain = plainText(text).replace(/[\s·]+$/, '');
  return plain.length > 48 ? `${plain.slice(0, 47)}…` : plain;
}

/** The correction that choosing a value makes. */
export function correctionOf(aspect: Aspect, value: string): Corrections {
  switch (aspect) {
    case 'headerLine':
      return { headerLine: value === none ? null : Number(value) };
    case 'headerLines':
      return { headerLines: Number(value) };
    case 'firstColumn':
      return { firstColumn: Number(value) };
    case 'lastDataLine':
      return { lastDataLine: value === end ? null : Number(value) };
    case 'commentMark':
      return { commentMark: value === none ? null : value };
    case 'quote':
      return { quote: value === '"' || value === "'" ? value : null };
    case 'escape':
      return { escape: value === 'backslash' ? 'backslash' : 'doubled' };
    case 'encoding':
      return { encoding: value as Encoding }; // safe: the list holds this aspect's values only
    case 'delimiter':
      return { delimiter: value as Delimiter }; // safe: as above
    case 'decimalMark':
      return { decimalMark: value as DecimalMark }; // safe: as above
    case 'dateOrder':
      return { dateOrder: value as Dialect['dateOrder'] }; // safe: as above
    case 'lineEnd':
      return {};
    case 'tableId':
      return { tableId: value };
  }
}

/** The corrections without those of one aspect. */
export function withoutCorrection(corrections: Corrections, aspect: Aspect): Corrections {
  const { [aspect]: _dropped, ...rest } = corrections;
  return rest;
}

/** How a list words one value of an aspect; the value itself where the list does not hold it. */
export function wordsOf(aspect: Aspect, value: string, text: ReadingTexts, inspection: Inspection): string {
  const { values } = text.import.dialect;
  if (aspect === 'lineEnd') {
    const ends: Readonly<Record<string, string>> = values.lineEnd;
    return ends[value] ?? value;
  }
  if (aspect === 'lastDataLine') return value === end ? values.untilEnd : lineName(inspection, value, text);
  return choicesOf(aspect, text, inspection).find((choice) => choice.value === value)?.label ?? value;
}

/** True when correcting an aspect gives the file other columns, so that edits of columns no longer apply. */
export function changesColumns(aspect: Aspect): boolean {
  return !['decimalMark', 'dateOrder', 'lastDataLine', 'lineEnd'].includes(aspect);
}

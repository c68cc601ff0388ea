import type {
  DecimalMark,
  Delimiter,
  Dialect,
  DialectEvidence,
  Encoding,
  Inspection,
} from '../../../shared/domain/import';
import type { Texts } from '../../../shared/text';
import { delimiterNames } from '../../../shared/text/describe-dialect';
import type { Corrections } from './draft';

type DialectText = Texts['import']['dialect'];
export type Aspect = DialectEvidence['aspect'];
export type Choice = { value: string; label: string };

const marks = { ',': 'comma', '.': 'point' } as const satisfies Record<DecimalMark, string>;
const noHeader = 'none';
const noQuote = 'none';
const mostHeaderLines = 20;

/** Aspects the analyst can correct by choosing from a list, in the order shown. */
export const listedAspects = [
  'encoding',
  'delimiter',
  'quote',
  'headerLine',
  'decimalMark',
  'dateOrder',
] as const;
export type ListedAspect = (typeof listedAspects)[number];

/** The chosen value of an aspect as the list names it. */
export function chosenValue(dialect: Dialect, aspect: ListedAspect): string {
  if (aspect === 'headerLine') return dialect.headerLine === null ? noHeader : String(dialect.headerLine);
  if (aspect === 'quote') return dialect.quote ?? noQuote;
  return dialect[aspect];
}

/** What can be chosen for an aspect, worded. */
export function choicesOf(aspect: ListedAspect, text: DialectText, inspection: Inspection): Choice[] {
  const { values } = text;
  switch (aspect) {
    case 'encoding':
      return Object.entries(values.encoding).map(([value, label]) => ({ value, label }));
    case 'delimiter':
      return Object.entries(delimiterNames).map(([value, name]) => ({
        value,
        label: values.delimiter[name],
      }));
    case 'quote':
      return [
        { value: '"', label: values.quote.double },
        { value: "'", label: values.quote.single },
        { value: noQuote, label: values.quote.none },
      ];
    case 'decimalMark':
      return Object.entries(marks).map(([value, name]) => ({ value, label: values.decimalMark[name] }));
    case 'dateOrder':
      return Object.entries(values.dateOrder).map(([value, label]) => ({ value, label }));
    case 'headerLine':
      return headerChoices(text, inspection);
  }
}

function headerChoices(text: DialectText, inspection: Inspection): Choice[] {
  const count = Math.max(mostHeaderLines, inspection.dialect.headerLine ?? 0);
  const lines = Array.from({ length: count }, (_, index) => {
    const line = index + 1;
    const words = lineWords(inspection, line);
    const name = text.values.line(String(line));
    return { value: String(line), label: words === '' ? name : `${name}: ${words}` };
  });
  return [...lines, { value: noHeader, label: text.values.noHeader }];
}

function lineWords(inspection: Inspection, line: number): string {
  const text =
    line === inspection.dialect.headerLine
      ? inspection.headers.join(' · ')
      : (inspection.preamble[line - 1] ??
        inspection.preview.find((row) => row.line === line)?.cells.join(' · ') ??
        '');
  const plain = text.replace(/[;\s]+$/g, '');
  return plain.length > 48 ? `${plain.slice(0, 47)}…` : plain;
}

/** The correction that choosing a value makes. */
export function correctionOf(aspect: ListedAspect, value: string): Corrections {
  switch (aspect) {
    case 'headerLine':
      return value === noHeader
        ? { headerLine: null }
        : { headerLine: Number(value), firstDataLine: Number(value) + 1 };
    case 'quote':
      return { quote: value === '"' || value === "'" ? value : null };
    case 'encoding':
      return { encoding: value as Encoding }; // safe: the list holds this aspect's values only
    case 'delimiter':
      return { delimiter: value as Delimiter }; // safe: as above
    case 'decimalMark':
      return { decimalMark: value as DecimalMark }; // safe: as above
    case 'dateOrder':
      return { dateOrder: value as Dialect['dateOrder'] }; // safe: as above
  }
}

/** The corrections without those of one aspect. */
export function withoutCorrection(corrections: Corrections, aspect: Aspect): Corrections {
  const { [aspect]: _dropped, ...rest } = corrections;
  if (aspect !== 'headerLine') return rest;
  const { firstDataLine: _first, ...others } = rest;
  return others;
}

/** How a list words one value of an aspect; the value itself where the list does not hold it. */
export function wordsOf(aspect: Aspect, value: string, text: DialectText, inspection: Inspection): string {
  if (aspect === 'lineEnd') {
    const ends: Record<string, string> = text.values.lineEnd;
    return ends[value] ?? value;
  }
  if (aspect === 'lastDataLine') return value === 'end' ? text.values.untilEnd : text.values.line(value);
  const listed = listedAspects.find((candidate) => candidate === aspect);
  if (!listed) return value;
  return choicesOf(listed, text, inspection).find((choice) => choice.value === value)?.label ?? value;
}

/** True when correcting an aspect gives the file other columns, so that edits of columns no longer apply. */
export function changesColumns(aspect: Aspect): boolean {
  return aspect === 'delimiter' || aspect === 'headerLine' || aspect === 'quote' || aspect === 'encoding';
}

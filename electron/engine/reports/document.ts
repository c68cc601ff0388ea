import type { ClaimEvidence } from '../../../shared/contract';
import type { Locale } from '../../../shared/text/catalogue';

/**
 * What a report or a ficha says, before any format. Composers make it, renderers (PDF, HTML, figures, tables) draw
 * it; every text in it is plain and final: worded, formatted in the locale and already free of protected figures.
 */
export type DocumentModel = {
  locale: Locale;
  layout: 'report' | 'ficha';
  title: string;
  subtitle: string;
  /** Shown under the title, in order. */
  facts: readonly Fact[];
  /** Runs on every page; null where the data is real. */
  badge: string | null;
  /** What the badge means, for the title page. */
  badgeText: string | null;
  /** The day the content is from (`yyyy-mm-dd`): taken from the data, never from the clock. */
  date: string;
  parts: readonly DocumentPart[];
  words: {
    contents: string;
    figure: string;
    table: string;
    page: string;
    of: string;
    yes: string;
    no: string;
    /** Said at the end of a format that could not print some character. */
    unprintable: string;
  };
  author: string;
};

export type Fact = { label: string; values: readonly string[] };

export type DocumentPart =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'paragraph'; text: string; look: 'body' | 'lead' | 'quiet' }
  | { kind: 'list'; items: readonly string[] }
  | { kind: 'definitions'; items: readonly { term: string; texts: readonly string[] }[] }
  | { kind: 'facts'; items: readonly Fact[] }
  | { kind: 'note'; tone: 'information' | 'warning'; text: string }
  | FigurePart
  | TablePart
  | { kind: 'checklist'; items: readonly { label: string; isChecked: boolean }[] }
  | { kind: 'months'; alt: string; items: readonly { label: string; name: string; isActive: boolean }[] }
  | EvidencePart
  | { kind: 'page-break' };

/**
 * A chart. `svg` has neither title nor notes: caption and `notes` stand around it as text. `standalone` is the same
 * drawing with both, for a file of its own. Sizes in pixels.
 */
export type FigurePart = {
  kind: 'figure';
  number: number;
  caption: string;
  notes: readonly string[];
  alt: string;
  svg: string;
  standalone: string;
  width: number;
  height: number;
  /** The name of its file, without extension. */
  stem: string;
};

/** How a wave is marked: 0 the baseline (hollow), then the follow-ups (filled). */
export type WaveMark = number;
/** `share` is the column's part of the width; `mark` puts the sign of a wave before the group's label. */
export type TableColumn = { label: string; align: 'text' | 'number'; share: number };
export type ColumnGroup = { label: string; span: number; mark: WaveMark | null };
/** `notes` stand below the text, smaller, a line each: an interval, a label, the people without answer. */
export type TableCell = { text: string; notes: readonly string[]; tone: 'plain' | 'strong' | 'quiet' };
/** A `total` stands out; a `title` has one cell over all columns, and names the rows below it. */
export type TableRow = { kind: 'plain' | 'total' | 'title'; cells: readonly TableCell[] };

export type TablePart = {
  kind: 'table';
  number: number;
  caption: string;
  /** Empty where the columns stand alone; otherwise the spans add up to the columns. */
  groups: readonly ColumnGroup[];
  columns: readonly TableColumn[];
  rows: readonly TableRow[];
  notes: readonly string[];
  /** What a reader must know before the table is used; null for most. */
  warning: string | null;
};

/** A row that names those below it. */
export function titleRow(text: string): TableRow {
  return { kind: 'title', cells: [{ text, notes: [], tone: 'strong' }] };
}

/** One claim of a practice with what it rests on. */
export type EvidencePart = {
  kind: 'evidence';
  claim: string;
  status: ClaimEvidence['status'];
  statusLabel: string;
  sentence: string | null;
  figures: readonly { label: string; value: string; note: string; mark: WaveMark | null }[];
  facts: readonly Fact[];
};

/** A number cut before its decimal mark, so that a column can be set on it: `28` and `,5 %`. */
export function splitAtDecimalMark(text: string, locale: Locale): { head: string; tail: string } {
  const mark = locale === 'es' ? ',' : '.';
  const lastDigit = text.search(/\d(?!.*\d)/);
  if (lastDigit < 0) return { head: text, tail: '' };
  const position = text.lastIndexOf(mark);
  const cut = position > 0 ? position : lastDigit + 1;
  return { head: text.slice(0, cut), tail: text.slice(cut) };
}

/** True for a figure, with or without sign; false for words such as those of a protected cell. */
export function startsWithNumber(text: string): boolean {
  return /^[^\p{L}(<]*\d/u.test(text);
}

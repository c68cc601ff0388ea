import type { Delimiter, DialectEvidence } from '../../../shared/domain/import';
import { looksLikeDate, looksLikeNumber } from './cell-shapes';
import { isBlankRecord, splitRecords } from './head-sample';

type Quote = '"' | "'" | null;
type Attempt = { delimiter: Delimiter; quote: Quote; score: number; width: number; consistency: number };

export type DelimiterDecision = {
  delimiter: Delimiter;
  quote: Quote;
  /** Fields that most records have. */
  width: number;
  evidence: DialectEvidence[];
};

const delimiters = [';', ',', '\t', '|'] as const;
const sampleRecords = 400;

/**
 * Tries every delimiter and quote on the head of the file. The score is that of van den Burg, Nazábal and Sutton
 * (2019): how regular the rows come out, times the share of cells that look like one clean value.
 */
export function decideDelimiter(
  text: string,
  corrections: { delimiter?: Delimiter | undefined; quote?: Quote | undefined },
): DelimiterDecision {
  const attempts = delimiters
    .flatMap((delimiter) => quotesIn(text).map((quote) => attempt(text, delimiter, quote)))
    .sort((left, right) => right.score - left.score);
  const [best = attempt(text, ',', '"')] = attempts;
  const delimiter = corrections.delimiter ?? best.delimiter;
  const quote = corrections.quote === undefined ? bestQuote(attempts, delimiter) : corrections.quote;
  const chosen = attempt(text, delimiter, quote);
  const strongest = Math.max(best.score, chosen.score, 1e-9);
  const byDelimiter = delimiters.map((candidate) => ({
    value: candidate,
    score:
      Math.max(0, ...attempts.filter((item) => item.delimiter === candidate).map((item) => item.score)) /
      strongest,
  }));
  return {
    delimiter,
    quote,
    width: chosen.width,
    evidence: [
      {
        aspect: 'delimiter',
        chosen: delimiter,
        why: why(corrections.delimiter !== undefined && delimiter !== best.delimiter, chosen),
        details: { fields: chosen.width, consistentPercent: Math.round(chosen.consistency * 1000) / 10 },
        rivals: byDelimiter
          .filter((item) => item.value !== delimiter && item.score > 0)
          .sort((left, right) => right.score - left.score)
          .map((item) => ({ ...item, why: 'field-count-less-consistent' })),
      },
      {
        aspect: 'quote',
        chosen: quote ?? 'none',
        why: quoteWhy(text, quote, corrections.quote),
        details: { occurrences: quote === null ? 0 : text.split(quote).length - 1 },
        rivals: [],
      },
    ],
  };
}

function why(isCorrected: boolean, chosen: Attempt): string {
  if (isCorrected) return 'corrected';
  return chosen.width === 1 ? 'single-column' : 'field-count-consistent';
}

function quoteWhy(text: string, quote: Quote, correction: Quote | undefined): string {
  if (correction !== undefined) return 'corrected';
  if (quote === null) return 'quotes-inside-text';
  return text.includes(quote) ? 'quotes-enclose-cells' : 'no-quotes-found';
}

function quotesIn(text: string): Quote[] {
  const quotes: Quote[] = ['"'];
  if (/(^|[;,\t|])'/m.test(text)) quotes.push("'");
  if (text.includes('"')) quotes.push(null);
  return quotes;
}

function bestQuote(attempts: readonly Attempt[], delimiter: Delimiter): Quote {
  return attempts.find((item) => item.delimiter === delimiter)?.quote ?? '"';
}

function attempt(text: string, delimiter: Delimiter, quote: Quote): Attempt {
  const records = splitRecords(text, delimiter, quote, sampleRecords).filter(
    (record) => !isBlankRecord(record.cells),
  );
  const counts = new Map<number, number>();
  for (const { cells } of records) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  let width = 1;
  let most = 0;
  for (const [fields, count] of counts) {
    if (count > most || (count === most && fields > width)) [width, most] = [fields, count];
  }
  const consistency = records.length === 0 ? 0 : most / records.length;
  const usual = records.filter((record) => record.cells.length === width).flatMap((record) => record.cells);
  const clean = usual.filter((cell) => isCleanCell(cell)).length / Math.max(usual.length, 1);
  // Swallowing line breaks into cells makes few, odd records: a wrong quote does that.
  const swallowed = records.reduce((sum, record) => sum + (record.lines > 20 ? 1 : 0), 0);
  const score =
    consistency * (1 - 1 / (width + 1)) * clean ** 2 * (1 / (1 + swallowed)) * (quote === '"' ? 1 : 0.999);
  return { delimiter, quote, score, width, consistency };
}

/** A cell that is one value: nothing, a number, a date, or text that holds no other delimiter and no stray quote. */
function isCleanCell(cell: string): boolean {
  const text = cell.trim();
  if (text === '' || looksLikeNumber(text) || looksLikeDate(text)) return true;
  if (/[;\t|]/.test(text)) return false;
  return !/^["']|["']$/.test(text) && !/^,|,,/.test(text) && !/,\S/.test(text);
}

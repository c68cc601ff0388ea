import type { CancelSignal } from '../../../shared/cancel';
import {
  type Dialect,
  type DialectCorrections,
  type DialectEvidence,
  dialectAspects,
} from '../../../shared/domain/import';
import { AppError } from '../../../shared/errors';
import type { ByteSurvey } from './byte-survey';
import { decideDelimiter } from './detect-delimiter';
import { decideLastLine } from './detect-footer';
import { decideHeader } from './detect-header';
import { decideNumbers } from './detect-numbers';
import { decideEncoding } from './encoding';
import { isBlankRecord, readHead, splitRecords } from './head-sample';
import { type RecordScan, scanRecords } from './record-scanner';
import type { Utf8File } from './utf8-file';

/** Corrections by the analyst; anything absent is detected. */
export type Corrections = DialectCorrections;

export type DetectedDialect = {
  dialect: Dialect;
  evidence: DialectEvidence[];
  headers: string[];
  preamble: string[];
  /** Field counts that are read as whole rows: that of the header, and that of nearly all rows. */
  acceptedWidths: number[];
  width: number;
  scan: RecordScan;
};

const columnLimit = 2000;
const headRecords = 1000;

/**
 * Detects how a text table is written. Encoding and record count rest on the whole file, the rest on its first
 * mebibyte and its end. Throws `header-only`, `too-many-columns`, `line-too-long`.
 */
export async function detectDialect(
  file: { name: string; survey: ByteSurvey; utf8: Utf8File },
  corrections: Corrections,
  signal: CancelSignal,
  report: (share: number) => void,
): Promise<DetectedDialect> {
  const encoding = decideEncoding(file.survey, corrections.encoding);
  const head = await readHead(file.utf8.path, 'utf-8');
  const delimiter = decideDelimiter(head.text, corrections);
  const records = splitRecords(head.text, delimiter.delimiter, delimiter.quote, headRecords);
  const header = decideHeader(records, delimiter.width, corrections);
  const data = records.filter(
    (record) => record.line >= header.firstDataLine && !isBlankRecord(record.cells),
  );
  const widths = judgeWidths(
    header.headers.length,
    data.map((record) => record.cells.length),
  );
  if (widths.width > columnLimit) {
    throw new AppError('too-many-columns', {
      fileName: file.name,
      columns: widths.width,
      limit: columnLimit,
    });
  }
  const numbers = decideNumbers(data, delimiter.delimiter, corrections);
  const scanOptions = {
    delimiter: delimiter.delimiter,
    quote: delimiter.quote,
    firstLine: header.firstDataLine,
    width: widths.width,
  };
  const whole = await scanRecords(file.utf8.path, { ...scanOptions, lastLine: null }, signal, report);
  if (whole.records === whole.blankRecords) throw new AppError('header-only', { fileName: file.name });
  const footer = await decideLastLine(
    file.utf8.path,
    { ...scanOptions, lines: whole.lines, firstDataLine: header.firstDataLine },
    corrections.lastDataLine,
  );
  const scan =
    footer.lastDataLine === null
      ? whole
      : await scanRecords(file.utf8.path, { ...scanOptions, lastLine: footer.lastDataLine }, signal, report);
  const lineEnd = corrections.lineEnd ?? file.utf8.lineEnd ?? lineEndOf(scan);
  const evidence = [
    encoding.evidence,
    ...delimiter.evidence,
    lineEndEvidence(lineEnd, scan),
    header.evidence,
    footer.evidence,
    ...numbers.evidence,
  ];
  return {
    dialect: {
      encoding: encoding.encoding,
      hasByteOrderMark: encoding.hasByteOrderMark,
      delimiter: delimiter.delimiter,
      quote: delimiter.quote,
      escape: corrections.escape ?? 'doubled',
      commentMark: corrections.commentMark ?? null,
      lineEnd,
      headerLine: header.headerLine,
      headerLines: corrections.headerLines ?? 1,
      firstDataLine: header.firstDataLine,
      lastDataLine: footer.lastDataLine,
      firstColumn: corrections.firstColumn ?? 0,
      tableId: corrections.tableId ?? null,
      decimalMark: numbers.decimalMark,
      dateOrder: numbers.dateOrder,
    },
    evidence: dialectAspects.flatMap((aspect) => evidence.filter((item) => item.aspect === aspect)),
    headers: header.headers,
    preamble: preambleOf(head.text, header.headerLine ?? header.firstDataLine),
    ...widths,
    scan,
  };
}

/** The table is as wide as its header; where nearly all rows differ from it by trailing cells, as wide as the wider. */
function judgeWidths(
  headerWidth: number,
  rows: readonly number[],
): { width: number; acceptedWidths: number[] } {
  const counts = new Map<number, number>();
  for (const fields of rows) counts.set(fields, (counts.get(fields) ?? 0) + 1);
  const [usual = headerWidth, count = 0] = [...counts].sort((left, right) => right[1] - left[1])[0] ?? [];
  if (headerWidth === 0) return { width: usual, acceptedWidths: [usual] };
  if (usual === headerWidth || count < rows.length * 0.8) {
    return { width: headerWidth, acceptedWidths: [headerWidth] };
  }
  return { width: Math.max(usual, headerWidth), acceptedWidths: [usual, headerWidth] };
}

function lineEndOf(scan: RecordScan): Dialect['lineEnd'] {
  const { crlf, lf } = scan.lineEnds;
  if (crlf > 0 && lf > 0) return 'mixed';
  return crlf > 0 ? 'crlf' : 'lf';
}

function lineEndEvidence(lineEnd: Dialect['lineEnd'], scan: RecordScan): DialectEvidence {
  return {
    aspect: 'lineEnd',
    chosen: lineEnd,
    why: lineEnd === 'mixed' ? 'several-line-ends' : 'only-line-end',
    details: { crlf: scan.lineEnds.crlf, lf: scan.lineEnds.lf, lines: scan.lines },
    rivals: [],
  };
}

function preambleOf(text: string, firstTableLine: number): string[] {
  return text.split('\n', Math.min(firstTableLine - 1, 50));
}

import type { CancelSignal } from '../../../shared/cancel';
import {
  type Dialect,
  type DialectCorrections,
  type DialectEvidence,
  dialectAspects,
} from '../../../shared/domain/dialect';
import type { SourceTable } from '../../../shared/domain/source';
import { AppError } from '../../../shared/errors';
import type { ByteSurvey } from './byte-survey';
import { type CellRules, readRecord } from './cell-rules';
import { type Block, blockTable, chooseBlock, findBlocks, splitTableId } from './detect-blocks';
import { decideStructure } from './detect-delimiter';
import { decideLastLine, type FooterLine } from './detect-footer';
import { decideHeader, type HeaderDecision } from './detect-header';
import { decideNumbers } from './detect-numbers';
import { decideEncoding } from './encoding';
import { readSections } from './file-section';
import { type HeadRecord, isBlankRecord, readHead, splitRecords } from './head-sample';
import { firstColumnEvidence, lineEndEvidence, lineEndOf } from './layout-evidence';
import {
  hasRowNames,
  withOtherDelimiter,
  withoutOtherQuotes,
  withoutStrayQuote,
  withoutSurplusTitle,
} from './mend-header';
import { type RecordScan, scanRecords } from './record-scanner';
import { findValueColumns } from './repair-row';
import { tableDelimiter } from './sources/converted-source';
import { findSubHeadings, type SubHeadings } from './sub-headings';
import { emptyColumnsBefore, judgeWidths, padTrailing, type TableWidths } from './table-widths';
import { findApostrophes, formulaText, type TextMarks } from './text-marks';
import { undressedStructure } from './undressed-structure';
import type { Utf8File } from './utf8-file';

/** Corrections by the analyst; anything absent is detected. */
export type Corrections = DialectCorrections;

export type DetectedDialect = {
  dialect: Dialect;
  rules: CellRules;
  evidence: DialectEvidence[];
  headers: string[];
  /** The header's rows, which may come again among the data. */
  headerRows: string[][];
  /** The lines before the data hold no odd quotes or line ends, so that any reader passes over them alike. */
  isStartPlain: boolean;
  preamble: string[];
  footer: FooterLine[];
  /** The tables that stand one under another; empty where there is one. */
  blocks: SourceTable[];
  /** Field counts, empty columns before the table included, that are read as whole rows. */
  acceptedWidths: number[];
  padsShortRows: boolean;
  /** Columns of numbers or dates, empty columns before the table included. */
  valueColumns: boolean[];
  /** Cells of a row without the empty columns before the table. */
  width: number;
  /** How many titles the header has, where that is not one for each cell of the rows; null where they agree. */
  titles: { count: number; cells: number; namesRows: boolean } | null;
  /** Rows that only name the rows below them. */
  subHeadings: SubHeadings;
  /** Marks of text that are taken off the cells; null where there are none. */
  textMarks: TextMarks | null;
  scan: RecordScan;
};

const columnLimit = 10_000;
const headRecords = 1000;
const headCells = 300_000;
const sectionLength = 1 << 20;
const preambleShown = 50;

type Source = { name: string; survey: ByteSurvey; utf8: Utf8File };

/**
 * Detects how a text table is written. Encoding, record count and the tables of the file rest on the whole file, the rest
 * on its first mebibyte (or that of the table chosen) and its end. A table without rows is no error here. Throws
 * `too-many-columns`, `line-too-long`.
 */
export async function detectDialect(
  file: Source,
  corrections: Corrections,
  signal: CancelSignal,
  report: (share: number) => void,
): Promise<DetectedDialect> {
  const encoding = decideEncoding(file.survey, corrections.encoding);
  const head = await readHead(file.utf8.path, 'utf-8');
  const dressed = file.utf8.dressed ?? null;
  const structure = dressed
    ? undressedStructure(head.text, corrections, dressed)
    : decideStructure(head.text, corrections);
  const { rules } = structure;
  const sizes = { width: structure.width, limit: headRecords, cellLimit: headCells };
  const records = withoutStrayQuote(
    head.text,
    splitRecords(head.text, rules, headRecords, { cellLimit: headCells }),
    rules,
    sizes,
  );
  let layout = layOut(
    file,
    { records, rules, width: structure.width, lineAt: linesOf(head.text, 1, rules) },
    corrections,
  );
  const scanOptions = (from: Layout): Parameters<typeof scanRecords>[1] => ({
    ...rules,
    firstLine: from.header.firstDataLine,
    width: from.widths.fullWidth,
    headerRows: from.header.rows
      .filter(({ lines }) => lines === 1)
      .map((row) => sourceLine(row, records, head.text, rules)),
    lastLine: null,
  });
  let scan = await scanRecords(file.utf8.path, scanOptions(layout), signal, report);
  const blocks = await findBlocks(
    file.utf8.path,
    {
      rules,
      before: records.filter(({ line }) => line < layout.header.firstDataLine),
      header: layout.header.rows,
      runs: scan.runs,
    },
    signal,
  );
  const choice = chooseBlock(
    blocks,
    splitTableId(corrections.tableId ?? null).block,
    corrections.headerLine ?? null,
  );
  let lastOfBlock: number | null = null;
  if (choice) {
    const { block } = choice;
    const headerLine = layout.header.headerLine ?? layout.header.firstDataLine;
    if (headerLine < block.firstLine || headerLine > block.lastLine) {
      layout = await layOutBlock(file, block, rules, corrections, signal);
    }
    lastOfBlock = isLastBlock(block, blocks) ? null : block.lastLine;
    scan = await scanRecords(
      file.utf8.path,
      { ...scanOptions(layout), lastLine: lastOfBlock },
      signal,
      report,
    );
  }
  const widths = padTrailing(layout.widths, layout.data, scan, layout.header.headers.length);
  const footer = await decideLastLine(
    file.utf8.path,
    { rules, width: widths.fullWidth, lines: scan.lines, firstDataLine: layout.header.firstDataLine },
    corrections.lastDataLine ?? lastOfBlock ?? corrections.lastDataLine,
  );
  if (footer.lastDataLine !== lastOfBlock) {
    scan = await scanRecords(
      file.utf8.path,
      { ...scanOptions(layout), lastLine: footer.lastDataLine },
      signal,
      report,
    );
  }
  return assemble(corrections, {
    encoding,
    structure,
    layout,
    widths,
    scan,
    footer,
    choice,
    blocks,
    preamble: preambleOf(head.text, layout.header.headerLine ?? layout.header.firstDataLine, rules),
    isStartPlain: isPlainStart(head.text, layout.header.firstDataLine, rules),
  });
}

type Layout = {
  header: HeaderDecision;
  data: HeadRecord[];
  widths: TableWidths;
  firstColumn: number;
  namesRows: boolean;
};

type HeadOfTable = {
  records: readonly HeadRecord[];
  rules: CellRules;
  width: number;
  /** A line of the file as it stands. */
  lineAt: (line: number) => string;
};

function layOut(file: Source, head: HeadOfTable, corrections: Corrections): Layout {
  const { records: found, rules, width, lineAt } = head;
  let records = found;
  let header = decideHeader(records, width, corrections);
  if (header.headerLine === null && corrections.headerLine === undefined) {
    const mended = withOtherDelimiter(found, header.firstDataLine, { rules, width }, lineAt);
    const again = mended && decideHeader(mended, width, corrections);
    if (mended && again && again.headerLine !== null) {
      records = mended;
      header = again;
    }
  }
  const data = records.filter(
    (record) => record.line >= header.firstDataLine && !isBlankRecord(record.cells),
  );
  header = { ...header, headers: withoutOtherQuotes(header.headers) };
  const titles = header.rows.length === 1 ? withoutSurplusTitle(header.headers, data) : null;
  if (titles) header = { ...header, headers: titles };
  let widths = judgeWidths(titles?.length ?? header.rows.at(-1)?.cells.length ?? 0, data);
  const namesRows = header.rows.length === 1 && hasRowNames(header.headers, data, widths.fullWidth);
  if (namesRows) {
    header = { ...header, headers: ['', ...header.headers] };
    widths = { ...widths, acceptedWidths: [widths.fullWidth] };
  }
  if (widths.fullWidth > columnLimit) {
    throw new AppError('too-many-columns', {
      fileName: file.name,
      columns: widths.fullWidth,
      limit: columnLimit,
    });
  }
  const whole = [...header.rows, ...data].filter(({ cells }) => widths.acceptedWidths.includes(cells.length));
  const firstColumn = corrections.firstColumn ?? emptyColumnsBefore(whole, widths.fullWidth);
  return { header, data, widths, firstColumn, namesRows };
}

async function layOutBlock(
  file: Source,
  block: Block,
  rules: CellRules,
  corrections: Corrections,
  signal: CancelSignal,
): Promise<Layout> {
  const [text = ''] = await readSections(file.utf8.path, rules, [block.firstLine], sectionLength, signal);
  const records = splitRecords(text, rules, headRecords, {
    firstLine: block.firstLine,
    cellLimit: headCells,
  }).filter(({ line }) => line <= block.lastLine);
  return layOut(
    file,
    { records, rules, width: block.width, lineAt: linesOf(text, block.firstLine, rules) },
    corrections,
  );
}

/** The lines of a text by their number in the file. */
function linesOf(text: string, firstLine: number, rules: CellRules): (line: number) => string {
  return (line) => {
    const index = line - firstLine;
    return text.split(rules.endsAtCarriageReturn ? /\r\n|\r|\n/ : /\r?\n/, index + 1)[index] ?? '';
  };
}

function isLastBlock(block: Block, blocks: readonly Block[]): boolean {
  return blocks.every(({ firstLine }) => firstLine <= block.firstLine);
}

type Parts = {
  encoding: ReturnType<typeof decideEncoding>;
  structure: ReturnType<typeof decideStructure>;
  layout: Layout;
  widths: TableWidths;
  scan: RecordScan;
  footer: Awaited<ReturnType<typeof decideLastLine>>;
  choice: ReturnType<typeof chooseBlock>;
  blocks: readonly Block[];
  preamble: string[];
  isStartPlain: boolean;
};

function assemble(corrections: Corrections, parts: Parts): DetectedDialect {
  const { encoding, structure, layout, widths, scan, footer, choice, blocks } = parts;
  const { rules } = structure;
  const { header, firstColumn } = layout;
  const numbers = decideNumbers(layout.data, rules.delimiter, corrections);
  const lineEnd = corrections.lineEnd ?? lineEndOf(scan);
  const { sheet } = splitTableId(corrections.tableId ?? null);
  const prefix = sheet === null ? '' : `${sheet}/`;
  const tableId = choice ? `${prefix}${choice.block.id}` : sheet;
  const evidence = [
    ...(choice ? [choice.evidence] : []),
    encoding.evidence,
    ...structure.evidence,
    lineEndEvidence(
      lineEnd,
      scan,
      corrections.lineEnd !== undefined && corrections.lineEnd !== lineEndOf(scan),
    ),
    ...header.evidence,
    firstColumnEvidence(firstColumn, corrections.firstColumn),
    footer.evidence,
    ...numbers.evidence,
  ];
  return {
    dialect: {
      encoding: encoding.encoding,
      hasByteOrderMark: encoding.hasByteOrderMark,
      repairsDoubleEncoding: corrections.repairsDoubleEncoding ?? false,
      delimiter: rules.delimiter,
      quote: rules.quote,
      escape: rules.escape,
      commentMark: rules.commentMark,
      lineEnd,
      headerLine: header.headerLine,
      headerLines: header.headerLines,
      firstDataLine: header.firstDataLine,
      lastDataLine: footer.lastDataLine,
      firstColumn,
      tableId,
      decimalMark: numbers.decimalMark,
      dateOrder: numbers.dateOrder,
    },
    rules,
    evidence: dialectAspects.flatMap((aspect) => evidence.filter((item) => item.aspect === aspect)),
    headers: header.headers.slice(firstColumn).map((title) => formulaText(title) ?? title),
    isStartPlain: parts.isStartPlain,
    headerRows: header.rows.map(({ cells }) => cells),
    preamble: parts.preamble,
    footer: footer.footer,
    blocks: blocks.map((block) => blockTable(block, prefix)),
    acceptedWidths: widths.acceptedWidths,
    padsShortRows: widths.padsShortRows,
    valueColumns: findValueColumns(
      layout.data.map(({ cells }) => cells).filter((cells) => cells.length === widths.fullWidth),
      widths.fullWidth,
    ),
    width: Math.max(1, widths.fullWidth - firstColumn),
    titles: titlesOf(layout),
    subHeadings: findSubHeadings(
      layout.data.filter(
        ({ cells, line }) =>
          widths.acceptedWidths.includes(cells.length) && line <= (footer.lastDataLine ?? line),
      ),
      firstColumn,
      Math.max(1, widths.fullWidth - firstColumn),
    ),
    textMarks: textMarksOf(layout, scan, rules),
    scan,
  };
}

/** Tables that came out of another format have no such marks. */
function textMarksOf({ data }: Layout, scan: RecordScan, { delimiter }: CellRules): TextMarks | null {
  if (delimiter === tableDelimiter) return null;
  const apostrophes = findApostrophes(data);
  const formulas = scan.hasTextFormulas;
  return formulas || apostrophes.length > 0 ? { formulas, apostrophes } : null;
}

/** Titles that lack a column, or columns that lack a title, other than empty ones at the end. */
function titlesOf({ header, data, namesRows }: Layout): DetectedDialect['titles'] {
  const titles = header.rows.at(-1)?.cells ?? [];
  const cells = Math.max(0, ...data.map((row) => row.cells.findLastIndex((cell) => cell.trim() !== '') + 1));
  const [usual] = data;
  if (titles.length === 0 || !usual || usual.cells.length === titles.length) return null;
  if (data.some((row) => row.cells.length !== usual.cells.length)) return null;
  const count = titles.findLastIndex((title) => title.trim() !== '') + 1;
  const differs = usual.cells.length < count || titles.length < cells;
  return differs ? { count, cells: usual.cells.length, namesRows } : null;
}

/** The text of a header row as it stands in the file, to be recognised among the data. */
function sourceLine(row: HeadRecord, records: readonly HeadRecord[], text: string, rules: CellRules): string {
  if (!records.includes(row)) return row.cells.join(rules.delimiter);
  const lines = text.split(rules.endsAtCarriageReturn ? /\r\n|\r|\n/ : /\r?\n/, row.line);
  return lines[row.line - 1] ?? '';
}

function preambleOf(text: string, firstTableLine: number, rules: CellRules): string[] {
  return text.split(
    rules.endsAtCarriageReturn ? /\r\n|\r|\n/ : /\r?\n/,
    Math.min(firstTableLine - 1, preambleShown),
  );
}

function isPlainStart(text: string, firstDataLine: number, rules: CellRules): boolean {
  const { quote } = rules;
  return text.split('\n', firstDataLine - 1).every((line) => {
    if (/\r./s.test(line)) return false;
    if (quote === null || !line.includes(quote)) return true;
    const found = readRecord(line, 0, rules, true);
    if (typeof found === 'string' || found.isLoose) return false;
    return found.cells.every((cell, column) => !cell.includes(quote) || found.quoted?.has(column) === true);
  });
}

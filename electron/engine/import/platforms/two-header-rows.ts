import Papa from 'papaparse';
import type { EngineContext } from '../../context';
import { readHead } from '../head-sample';
import type { Job } from '../job';
import { type PreparedFile, prepareFile, type ReadingRequest } from '../prepared-file';
import { monkeyMarks } from './recognise';

export type PreparedTable = { prepared: PreparedFile; headerRows: string[][] };

/**
 * A file made ready, with the rows of its header as written. SurveyMonkey writes the options in a second row, which is
 * read as header too unless the analyst has said how many rows the header has.
 */
export async function prepareWithHeaders(
  context: EngineContext,
  request: ReadingRequest,
  job: Job,
): Promise<PreparedTable> {
  const prepared = await prepareMainTable(context, request, job);
  const { headers, dialect } = prepared.detected;
  if (dialect.headerLine === null || monkeyMarks({ headerRows: [headers] }).length === 0) {
    return { prepared, headerRows: [headers] };
  }
  const rows = await firstRows(prepared, dialect.headerLine);
  const [, second] = rows;
  const isFixed =
    request.corrections.headerLines !== undefined || request.corrections.firstDataLine !== undefined;
  if (!second || isFixed)
    return { prepared, headerRows: rows.slice(0, dialect.headerLines).map(({ cells }) => cells) };
  const headerRows = rows.slice(0, 2).map(({ cells }) => cells);
  if (dialect.headerLines === 2) return { prepared, headerRows };
  const corrections = {
    ...request.corrections,
    headerLine: dialect.headerLine,
    headerLines: 2,
    firstDataLine: second.line + second.lines,
  };
  return { prepared: await prepareFile(context, { ...request, corrections }, job), headerRows };
}

/** The forms of a KoboToolbox workbook rather than one of its repeats, whatever sheet is the longest. */
async function prepareMainTable(
  context: EngineContext,
  request: ReadingRequest,
  job: Job,
): Promise<PreparedFile> {
  const prepared = await prepareFile(context, request, job);
  const [main] = prepared.source.tables;
  const isRepeat = ['_parent_table_name', '_parent_index'].every((mark) =>
    prepared.detected.headers.some((header) => header.trim() === mark),
  );
  const isChosen = request.corrections.tableId !== undefined;
  if (!main || !isRepeat || isChosen || main.id === prepared.source.tableId) return prepared;
  return prepareFile(context, { ...request, corrections: { ...request.corrections, tableId: main.id } }, job);
}

type HeaderRow = { line: number; lines: number; cells: string[] };

async function firstRows({ utf8, detected }: PreparedFile, headerLine: number): Promise<HeaderRow[]> {
  const { firstColumn, delimiter, quote } = detected.dialect;
  const { text } = await readHead(utf8.path, 'utf-8');
  const unified = text.replaceAll('\r\n', '\n');
  const { data } = Papa.parse<string[]>(unified, {
    delimiter,
    newline: '\n',
    // PapaParse has no way to switch quoting off; a character that no text holds does it.
    quoteChar: quote ?? '\u0000',
    preview: headerLine + 2,
  });
  let line = 1;
  const rows = data.map((cells) => {
    const lines = 1 + cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
    const row = { line, lines, cells: cells.slice(firstColumn) };
    line += lines;
    return row;
  });
  return rows.filter((row) => row.line >= headerLine);
}

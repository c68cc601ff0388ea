import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Call, MethodOutput, ParsedInput } from '../../../shared/contract';
import type { OutputFile } from '../../../shared/domain/report';
import { AppError } from '../../../shared/errors';
import type { EngineContext } from '../context';
import { asCount } from '../db/session';
import { ident, join, literal, type Sql, sql } from '../db/sql';
import { deleteAtClose, forgetAtClose } from './abandoned-files';
import { prepareWithHeaders } from './platforms/two-header-rows';
import { csvRows, numberedRows, type PreparedFile, sourceColumn } from './prepared-file';
import { forgetFiles } from './several-files';
import { cellBreak } from './sources/converted-source';

const setAsideShown = 200;
const wideColumns = 300;

/** A window of the table as it is read, cells as text. A table without rows is no error. */
export async function readTable(
  context: EngineContext,
  { fileId, corrections, offset, limit }: ParsedInput<'import.table'>,
  call: Call,
): Promise<MethodOutput<'import.table'>> {
  const request = { fileId, corrections, allowsNoRows: true };
  forgetAtClose(context, fileId, () => forgetFiles(context, { fileId, additionalFiles: [] }, null));
  const { prepared } = await prepareWithHeaders(context, request, call);
  const { detected, source, tolerant } = prepared;
  const rows = await context
    .project()
    .read(call.signal, (session) =>
      session.all(sql`select * from ${numberedRows(prepared)} limit ${limit} offset ${offset}`),
    );
  const restore = restorer(prepared);
  return {
    dialect: detected.dialect,
    tables: source.tables,
    notices: source.notices,
    headers: headersOf(prepared),
    width: detected.width,
    rows: rows.map((row) => ({
      line: asCount(row.line),
      cells: Array.from({ length: detected.width }, (_, column) => {
        const cell = row[sourceColumn(column)];
        return typeof cell === 'string' ? restore(cell) : '';
      }),
    })),
    total: tolerant?.rowsKept ?? detected.scan.records,
    setAside: (tolerant?.setAside ?? []).slice(0, setAsideShown),
    setAsideTotal: tolerant ? tolerant.rowsRead - tolerant.rowsKept : 0,
  };
}

/** Writes the table as it is read: RFC 4180, UTF-8 without byte order mark, the header first where there is one. */
export async function exportTable(
  context: EngineContext,
  { fileId, corrections }: ParsedInput<'import.exportTable'>,
  call: Call,
): Promise<OutputFile> {
  const request = { fileId, corrections, allowsNoRows: true };
  forgetAtClose(context, fileId, () => forgetFiles(context, { fileId, additionalFiles: [] }, null));
  const { prepared } = await prepareWithHeaders(context, request, call);
  const target = context.files.scratchPath('.csv');
  const headers = headersOf(prepared);
  const header = headers.map((text) => quoted(text, headers.length)).join(',');
  call.report({ stage: 'writing', share: null, done: null, total: null });
  try {
    const write = prepared.detected.width > wideColumns ? writeWide : writeLines;
    await write(context, prepared, { target, header: headers.length > 0 ? header : null }, call);
    const name = `${path.basename(prepared.file.name, path.extname(prepared.file.name))}.csv`;
    const output = await context.files.copyToOutput(target, name, 'text/csv');
    // It is the file as it came, people and all.
    deleteAtClose(context, output.fileId);
    return output;
  } finally {
    await rm(target, { force: true });
  }
}

type Written = { target: string; header: string | null };

/** Without a quote sign DuckDB writes its one column as it is, so each line is put together here. */
async function writeLines(
  context: EngineContext,
  prepared: PreparedFile,
  { target, header }: Written,
  call: Call,
): Promise<void> {
  const line = sql`concat(${join(cellTexts(prepared), `, ',', `)}, chr(13))`;
  await context.project().read(call.signal, (session) =>
    session.run(
      sql`copy (select ${line} as ${ident(`${header ?? ''}\r`)} from ${csvRows(prepared)}) to ${literal(target)}
          (format csv, header ${literal(String(header !== null))}, quote '', escape '', delimiter ${literal('\u0001')})`,
    ),
  );
}

/** Thousands of columns take DuckDB minutes to put together, so it writes them by itself, with line feeds. */
async function writeWide(
  context: EngineContext,
  prepared: PreparedFile,
  { target, header }: Written,
  call: Call,
): Promise<void> {
  const native = context.files.scratchPath('.csv');
  const columns = Array.from({ length: prepared.detected.width }, (_, column) => {
    const own = ident(sourceColumn(column));
    return prepared.opened.textPath === null ? own : sql`replace(${own}, chr(30), chr(10)) as ${own}`;
  });
  async function* withReturns(chunks: AsyncIterable<string>): AsyncGenerator<string> {
    let isQuoted = false;
    if (header !== null) yield `${header}\r\n`;
    for await (const chunk of chunks) {
      if (call.signal.aborted) throw new AppError('cancelled');
      yield chunk.replace(/["\n]/g, (sign) => {
        if (sign === '"') isQuoted = !isQuoted;
        return sign === '\n' && !isQuoted ? '\r\n' : sign;
      });
    }
  }
  try {
    await context.project().read(call.signal, (session) =>
      session.run(
        sql`copy (select ${join(columns)} from ${csvRows(prepared)}) to ${literal(native)}
            (format csv, header false, delimiter ',', quote '"', escape '"')`,
      ),
    );
    await pipeline(
      createReadStream(native, { encoding: 'utf8', highWaterMark: 1 << 20 }),
      withReturns,
      createWriteStream(target, { mode: 0o600 }),
    );
  } finally {
    await rm(native, { force: true });
  }
}

/** One text a column; a row shorter than its header leaves the rest without. */
function headersOf({ detected }: PreparedFile): string[] {
  if (detected.headers.length === 0) return [];
  return Array.from({ length: detected.width }, (_, column) => detected.headers[column] ?? '');
}

/** Gives line breaks back to cells of sheets, which are written out with a sign of their own in their place. */
function restorer({ opened }: PreparedFile): (cell: string) => string {
  return opened.textPath === null ? (cell) => cell : (cell) => cell.replaceAll(cellBreak, '\n');
}

function cellTexts(prepared: PreparedFile): Sql[] {
  const { width } = prepared.detected;
  // A single empty cell would be a blank line, which readers skip.
  const empty = literal(width === 1 ? '""' : '');
  return Array.from({ length: width }, (_, column) => {
    const own = ident(sourceColumn(column));
    const cell = prepared.opened.textPath === null ? own : sql`replace(${own}, chr(30), chr(10))`;
    return sql`(case when ${own} is null or ${own} = '' then ${empty}
      when regexp_matches(${cell}, '[",\\n\\r]') then '"' || replace(${cell}, '"', '""') || '"' else ${cell} end)`;
  });
}

function quoted(text: string, width: number): string {
  if (text === '' && width === 1) return '""';
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

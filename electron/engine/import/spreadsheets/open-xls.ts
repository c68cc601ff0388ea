import { open } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { AppError } from '../../../../shared/errors';
import type { EngineContext } from '../../context';
import type { FrozenFile } from '../frozen-file';
import type { Job } from '../job';
import type { ConvertedSource } from '../sources/converted-source';
import type { CellWriter } from './cell-text';
import { chooseTable } from './choose-table';
import { type NumberFormat, plainFormat, readFormatCode } from './number-format';
import { workbookNotices } from './sheet-notices';
import { asTable } from './source-tables';
import { TableCollector } from './table-collector';
import { damaged, passwordProtected } from './workbook-errors';
import { xlsWorkerCode } from './xls-worker-code';

const sizeLimitBytes = 64 * 2 ** 20;
const heapMegabytes = 1536;
const answerMs = 90_000;

const Sheet = z.object({
  name: z.string(),
  visibility: z.enum(['visible', 'hidden', 'very-hidden']),
  cells: z.number(),
  isSheet: z.boolean(),
  rows: z.number(),
  columns: z.number(),
});
const Cell = z.tuple([z.number(), z.string(), z.string(), z.string(), z.boolean(), z.boolean().optional()]);
const Message = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('failed'), isProtected: z.boolean() }),
  z.object({ kind: z.literal('list'), uses1904: z.boolean(), sheets: z.array(Sheet) }),
  z.object({
    kind: z.literal('sheet'),
    hidden: z.array(z.number()),
    merges: z.array(z.tuple([z.number(), z.number(), z.number(), z.number()])),
    isFiltered: z.boolean(),
  }),
  z.object({
    kind: z.literal('rows'),
    batch: z.array(z.tuple([z.number(), z.boolean(), z.array(Cell)])),
    isLast: z.boolean(),
  }),
]);
type Message = z.infer<typeof Message>;
type MessageOf<K extends Message['kind']> = Extract<Message, { kind: K }>;

/**
 * Writes out one sheet of an old binary workbook (XLS), read in a thread with a bounded heap. Throws
 * `workbook-protected`, `workbook-damaged`, and `file-unsupported` for other compound files and for one too large.
 */
export async function openXls(
  context: EngineContext,
  file: FrozenFile,
  tableId: string | null,
  job: Job,
): Promise<ConvertedSource> {
  if (file.bytes > sizeLimitBytes) throw unsupported(file, 'xls-too-large');
  await checkDirectory(file);
  const reader = new XlsThread(file, job);
  let collector: TableCollector | null = null;
  try {
    const list = await reader.next('list');
    const sheets = list.sheets.filter(({ isSheet }) => isSheet);
    const chosen = chooseTable(file, sheets, tableId, ({ cells }) => cells);
    collector = new TableCollector(context, file, chosen.name, list.uses1904);
    collector.begin(chosen.name, chosen.visibility);
    await readSheet(reader, collector, chosen, job);
    collector.end();
    const kept = await collector.keep('xls', job);
    const ownNotices = new Set(
      workbookNotices([chosen], chosen, { uses1904: list.uses1904, otherSheets: 0 }).map(({ code }) => code),
    );
    const otherSheets = list.sheets.length - sheets.length;
    return {
      ...kept,
      tables: sheets.map((sheet) =>
        sheet === chosen
          ? (kept.tables[0] ?? asTable(sheet))
          : asTable({ ...sheet, rows: sheet.rows, columns: sheet.columns }),
      ),
      notices: [
        ...workbookNotices(sheets, chosen, { uses1904: list.uses1904, otherSheets }),
        ...kept.notices.filter(({ code }) => !ownNotices.has(code)),
      ],
    };
  } catch (error) {
    await collector?.discard(null);
    throw error;
  } finally {
    await reader.close();
  }
}

async function readSheet(
  reader: XlsThread,
  collector: TableCollector,
  chosen: { name: string; rows: number },
  job: Job,
): Promise<void> {
  const { sheet } = collector;
  if (!sheet) return;
  reader.ask({ kind: 'open', name: chosen.name });
  const { hidden, merges, isFiltered } = await reader.next('sheet');
  sheet.findings.hiddenColumns = hidden.map((column) => ({ from: column, to: column }));
  sheet.findings.isFiltered = isFiltered;
  for (const [top, left, bottom, right] of merges) {
    collector.addMerge({ top: top + 1, left, bottom: bottom + 1, right });
  }
  const formats = new Map<string, NumberFormat>();
  for (;;) {
    reader.ask({ kind: 'rows' });
    const { batch, isLast } = await reader.next('rows');
    for (const [row, isHidden, cells] of batch) {
      sheet.writer.beginRow(row);
      sheet.cells.row = row;
      let isColoured = false;
      for (const cell of cells) {
        isColoured ||= cell[5] === true;
        if (cell[4]) sheet.findings.formulas += 1;
        writeCell(sheet.cells, cell, formats);
      }
      if (!sheet.writer.isBlankRow) {
        if (isHidden) sheet.findings.hiddenRows.add(row);
        if (isColoured) sheet.findings.colouredRows.add(row);
      }
      sheet.writer.endRow();
    }
    await collector.flush();
    const done = batch.at(-1)?.[0] ?? 0;
    job.report({
      stage: 'reading',
      share: Math.min(1, done / Math.max(chosen.rows, 1)),
      done: null,
      total: null,
    });
    if (isLast) return;
  }
}

function writeCell(cells: CellWriter, cell: z.infer<typeof Cell>, formats: Map<string, NumberFormat>): void {
  const [column, type, value, code] = cell;
  if (type === 'f') cells.missingResult();
  else if (type === 'n') {
    const format = formats.get(code) ?? (code === '' ? plainFormat : readFormatCode(code));
    formats.set(code, format);
    cells.number(column, value, format);
  } else if (type === 'b') cells.boolean(column, value === 'true');
  else if (type === 'e') cells.error(column, value);
  else cells.text(column, value);
}

function unsupported(file: FrozenFile, kind: string): AppError {
  return new AppError('file-unsupported', { fileName: file.name, kind });
}

const directoryNames = {
  EncryptedPackage: 'protected',
  WordDocument: 'document',
  'PowerPoint Document': 'document',
  __properties_version1: 'document',
} as const;

/** The names in a compound file's directory, each at a multiple of 128 bytes, tell what it holds. */
async function checkDirectory(file: FrozenFile): Promise<void> {
  const handle = await open(file.path, 'r');
  try {
    const bytes = await handle.readFile();
    if (bytes[0] !== 0xd0) return;
    for (const [name, kind] of Object.entries(directoryNames)) {
      const mark = Buffer.from(name, 'utf16le');
      for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 2)) {
        if (at % 128 !== 0) continue;
        throw kind === 'protected' ? passwordProtected(file) : unsupported(file, kind);
      }
    }
  } finally {
    await handle.close();
  }
}

/** The thread that holds the workbook; it answers one question at a time. */
class XlsThread {
  private readonly file: FrozenFile;
  private readonly worker: Worker;
  private readonly job: Job;
  private readonly answers: Message[] = [];
  private failure: unknown = null;
  private wake: () => void = () => undefined;

  constructor(file: FrozenFile, job: Job) {
    this.file = file;
    this.job = job;
    const library = createRequire(import.meta.url).resolve('@e965/xlsx');
    this.worker = new Worker(xlsWorkerCode, {
      eval: true,
      workerData: { path: file.path, library },
      resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
      stdout: true,
      stderr: true,
    });
    this.worker.on('message', (message: unknown) => {
      const parsed = Message.safeParse(message);
      if (parsed.success) this.answers.push(parsed.data);
      else this.failure = damaged(file, '', parsed.error);
      this.wake();
    });
    this.worker.on('error', (error: Error) => {
      const isMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      this.failure = isMemory ? unsupported(file, 'xls-too-large') : damaged(file, '', error);
      this.wake();
    });
    this.worker.on('exit', () => {
      this.failure ??= damaged(file, '');
      this.wake();
    });
  }

  ask(question: { kind: 'open'; name: string } | { kind: 'rows' }): void {
    this.worker.postMessage(question);
  }

  /** The next answer, of the kind expected. */
  async next<K extends Message['kind']>(kind: K): Promise<MessageOf<K>> {
    const until = Date.now() + answerMs;
    while (this.answers.length === 0) {
      if (this.failure !== null) throw this.failure;
      if (this.job.signal.aborted) throw new AppError('cancelled');
      if (Date.now() > until) throw unsupported(this.file, 'xls-too-large');
      await this.pause();
    }
    const answer = this.answers.shift();
    if (answer?.kind === 'failed') {
      throw answer.isProtected ? passwordProtected(this.file) : damaged(this.file, '');
    }
    if (answer?.kind !== kind) throw damaged(this.file, '');
    return answer as MessageOf<K>; // safe: its kind was compared just before
  }

  private pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, 100);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async close(): Promise<void> {
    await this.worker.terminate();
  }
}

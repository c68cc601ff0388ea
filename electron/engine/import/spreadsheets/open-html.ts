import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { TextDecoder } from 'node:util';
import { AppError } from '../../../../shared/errors';
import type { EngineContext } from '../../context';
import { decodeText } from '../decode-text';
import type { FrozenFile } from '../frozen-file';
import type { Job } from '../job';
import type { ConvertedSource } from '../sources/converted-source';
import { decodeHtml, type HtmlToken, htmlAttribute, htmlTokens } from './html-tokens';
import { plainFormat } from './number-format';
import { TableCollector } from './table-collector';
import { mostColumns, mostRows } from './table-writer';
import { unsafe } from './workbook-errors';

const limitBytes = 128 * 2 ** 20;
const flushEvery = 20_000;

/**
 * Writes out the largest table of a web page, which registers like to call `.xls`. Its cells are texts, as shown, except
 * where Excel wrote their numbers beside them. Throws `file-unsupported` for a page without a table and `file-too-large`.
 */
export async function openHtml(
  context: EngineContext,
  file: FrozenFile,
  tableId: string | null,
  job: Job,
): Promise<ConvertedSource> {
  if (file.bytes > limitBytes) {
    throw new AppError('file-too-large', { fileName: file.name, bytes: file.bytes, limitBytes });
  }
  const page = decodePage(await readFile(file.path));
  const collector = new TableCollector(context, file, tableId);
  const reader = new HtmlReader(file, collector);
  try {
    let tokens = 0;
    for (const token of htmlTokens(page)) {
      reader.take(token);
      tokens += 1;
      if (tokens % flushEvery > 0) continue;
      if (job.signal.aborted) throw new AppError('cancelled');
      await reader.writeFinished();
    }
    reader.end();
    await reader.writeFinished();
    if (collector.tables.length === 0) {
      throw new AppError('file-unsupported', { fileName: file.name, kind: 'no-table' });
    }
    const kept = await collector.keep('html', job);
    // Numbers are texts in every page; that is no news of this one.
    return { ...kept, notices: kept.notices.filter(({ code }) => code !== 'numbers-as-text') };
  } catch (error) {
    await collector.discard(null);
    throw error;
  }
}

/** A page as text: by its mark; else UTF-8 where every byte agrees; else as it says, or as Excel writes in Chile. */
export function decodePage(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (isUtf8(bytes)) return new TextDecoder('utf-8').decode(bytes);
  const declared = /charset\s*=\s*["']?([A-Za-z0-9_-]+)/i.exec(bytes.toString('latin1', 0, 4096))?.[1];
  const label = declared === undefined || /^utf-?8$/i.test(declared) ? 'windows-1252' : declared;
  try {
    return decodeText(label, bytes);
  } catch {
    return decodeText('windows-1252', bytes);
  }
}

type Cell = { text: string; number: string | null; across: number; down: number };
type Row = { cells: Cell[]; isHidden: boolean };
/** Tables stand inside one another; each is a table of its own. */
type Open = { rows: Row[]; row: Row | null; cell: Cell | null; caption: string | null };

class HtmlReader {
  private readonly file: FrozenFile;
  private readonly collector: TableCollector;
  private readonly open: Open[] = [];
  private readonly finished: Open[] = [];
  private count = 0;

  constructor(file: FrozenFile, collector: TableCollector) {
    this.file = file;
    this.collector = collector;
  }

  take(token: HtmlToken): void {
    const table = this.open.at(-1);
    if (token.kind === 'text') {
      if (table?.cell) table.cell.text += token.text.replace(/[ \t\r\n\f]+/g, ' ');
      return;
    }
    if (token.name === 'table') {
      if (token.kind === 'open') this.open.push({ rows: [], row: null, cell: null, caption: null });
      else this.closeTable();
    } else if (!table) return;
    else if (token.name === 'tr') this.row(table, token.kind === 'open', token.attributes);
    else if (token.name === 'td' || token.name === 'th')
      this.cell(table, token.kind === 'open', token.attributes);
    else if (table.cell && /^(br|p|div|li)$/.test(token.name)) this.lineBreak(table.cell, token);
  }

  /** Paragraphs and blocks begin on a line of their own, where something stands before them. */
  private lineBreak(cell: Cell, { name, kind }: { name: string; kind: 'open' | 'close' }): void {
    if (name === 'br' ? kind === 'open' : kind === 'open' && cell.text.trim() !== '') cell.text += '\n';
  }

  private row(table: Open, isOpening: boolean, attributes: string): void {
    this.endRow(table);
    if (isOpening) table.row = { cells: [], isHidden: isHidden(attributes) };
  }

  private cell(table: Open, isOpening: boolean, attributes: string): void {
    this.endCell(table);
    if (!isOpening) return;
    table.row ??= { cells: [], isHidden: false };
    table.cell = {
      text: '',
      number: attributes.includes('x:num=') ? htmlAttribute(attributes, 'x:num') : null,
      across: span(attributes, 'colspan', mostColumns),
      down: span(attributes, 'rowspan', 65_534),
    };
  }

  private endCell(table: Open): void {
    if (table.cell && table.row) table.row.cells.push(table.cell);
    table.cell = null;
  }

  private endRow(table: Open): void {
    this.endCell(table);
    if (table.row) table.rows.push(table.row);
    if (table.rows.length > mostRows) throw unsafe(this.file, 'cells');
    table.row = null;
  }

  private closeTable(): void {
    const table = this.open.pop();
    if (!table) return;
    this.endRow(table);
    if (table.rows.length > 0) this.finished.push(table);
  }

  end(): void {
    while (this.open.length > 0) this.closeTable();
  }

  /** Writes tables that have ended. */
  async writeFinished(): Promise<void> {
    for (const table of this.finished.splice(0)) {
      this.count += 1;
      this.collector.begin(`Tabla ${this.count}`, 'visible');
      await this.write(table);
      this.collector.end();
      await this.collector.flush();
    }
  }

  private async write({ rows }: Open): Promise<void> {
    const { sheet } = this.collector;
    if (!sheet) return;
    /** Until which row each column is taken by a cell from above. */
    const taken = new Map<number, number>();
    for (const [index, { cells, isHidden: isRowHidden }] of rows.entries()) {
      const row = index + 1;
      sheet.writer.beginRow(row);
      sheet.cells.row = row;
      let column = 0;
      for (const { text, number, across, down } of cells) {
        while ((taken.get(column) ?? 0) >= row) column += 1;
        if (column + across > mostColumns) throw unsafe(this.file, 'cells');
        if (across > 1 || down > 1) {
          this.collector.addMerge({
            top: row,
            left: column,
            bottom: row + down - 1,
            right: column + across - 1,
          });
        }
        if (down > 1) for (let at = column; at < column + across; at += 1) taken.set(at, row + down - 1);
        if (number !== null && number !== '') sheet.cells.number(column, number, plainFormat);
        else
          sheet.cells.text(
            column,
            decodeHtml(text)
              .replace(/ ?\n ?/g, '\n')
              .replace(/\u00a0/g, ' ')
              .trim(),
          );
        column += across;
      }
      if (isRowHidden && !sheet.writer.isBlankRow) sheet.findings.hiddenRows.add(row);
      sheet.writer.endRow();
      if (row % 1000 === 0) await this.collector.flush();
    }
  }
}

function isHidden(attributes: string): boolean {
  return /display\s*:\s*none/i.test(attributes);
}

function span(attributes: string, name: string, limit: number): number {
  const count = Number(htmlAttribute(attributes, name) ?? '1');
  return Number.isInteger(count) && count >= 1 ? Math.min(count, limit) : 1;
}

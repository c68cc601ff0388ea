import { createReadStream } from 'node:fs';
import { AppError } from '../../../../shared/errors';
import type { EngineContext } from '../../context';
import type { FrozenFile } from '../frozen-file';
import type { Job } from '../job';
import type { ConvertedSource } from '../sources/converted-source';
import { type NumberFormat, plainFormat, readFormatCode } from './number-format';
import { TableCollector } from './table-collector';
import { mostColumns } from './table-writer';
import { damaged, unsafe } from './workbook-errors';
import { readXml } from './xlsx-parts';

/** Formats that this kind of file names in words. */
const namedFormats: Readonly<Record<string, NumberFormat>> = {
  'General Date': { kind: 'datetime' },
  'Long Date': { kind: 'date' },
  'Medium Date': { kind: 'date' },
  'Short Date': { kind: 'date' },
  'Long Time': { kind: 'time' },
  'Medium Time': { kind: 'time' },
  'Short Time': { kind: 'time' },
  Percent: { kind: 'percent' },
  Currency: { kind: 'plain', unit: '$' },
  'Euro Currency': { kind: 'plain', unit: '€' },
};

type Cell = { column: number; type: string; style: string; text: string; hasFormula: boolean };
type Attributes = Readonly<Record<string, string>>;

/** Writes out one sheet of an XML Spreadsheet 2003, which many registers call `.xls`. */
export async function openXmlWorkbook(
  context: EngineContext,
  file: FrozenFile,
  tableId: string | null,
  job: Job,
): Promise<ConvertedSource> {
  const collector = new TableCollector(context, file, tableId);
  const reader = new XmlWorkbookReader(file, collector);
  const source = createReadStream(file.path, { highWaterMark: 1 << 18 });
  try {
    await readXml(file, file.name, source, reader.events(), async () => {
      if (job.signal.aborted) throw new AppError('cancelled');
      if (!reader.isInRow) await collector.flush();
      job.report({
        stage: 'reading',
        share: Math.min(1, source.bytesRead / file.bytes),
        done: null,
        total: null,
      });
    });
    return await collector.keep('xls', job);
  } catch (error) {
    await collector.discard(null);
    throw error;
  }
}

class XmlWorkbookReader {
  isInRow = false;
  private readonly file: FrozenFile;
  private readonly collector: TableCollector;
  private readonly formats = new Map<string, NumberFormat>();
  private style = '';
  private row = 0;
  private column = -1;
  private cell: Cell | null = null;
  private isInData = false;
  /** The text of a comment stands in an element named as that of a cell is. */
  private isInComment = false;
  private isInVisible = false;
  private isHiddenRow = false;
  private hasHiddenRows = false;

  constructor(file: FrozenFile, collector: TableCollector) {
    this.file = file;
    this.collector = collector;
  }

  events() {
    return {
      open: (name: string, attributes: Attributes) => this.open(name, attributes),
      close: (name: string) => this.close(name),
      text: (text: string) => this.text(text),
    };
  }

  private open(name: string, attributes: Attributes): void {
    switch (name) {
      case 'Style':
        this.style = attributes.ID ?? '';
        return;
      case 'NumberFormat':
        this.formats.set(this.style, formatOf(attributes.Format ?? ''));
        return;
      case 'Worksheet':
        this.collector.begin(attributes.Name ?? '', 'visible');
        this.row = 0;
        return;
      case 'Row':
        this.openRow(attributes);
        return;
      case 'Cell':
        this.openCell(attributes);
        return;
      case 'Data':
        if (!this.cell || this.isInComment) return;
        this.cell.type = attributes.Type ?? 'String';
        this.isInData = true;
        return;
      case 'Comment':
        if (this.collector.sheet) this.collector.sheet.findings.hasComments = true;
        this.isInData = false;
        this.isInComment = true;
        return;
      case 'Visible':
        this.isInVisible = true;
        return;
      case 'AutoFilter':
        if (this.collector.sheet) this.collector.sheet.findings.isFiltered = this.hasHiddenRows;
    }
  }

  private close(name: string): void {
    if (name === 'Data') this.isInData = false;
    else if (name === 'Comment') this.isInComment = false;
    else if (name === 'Cell') this.closeCell();
    else if (name === 'Row') this.closeRow();
    else if (name === 'Worksheet') this.collector.end();
    else if (name === 'Visible') this.isInVisible = false;
  }

  private text(text: string): void {
    if (this.isInData && this.cell) this.cell.text += text;
    else if (this.isInVisible && /hidden/i.test(text)) {
      this.collector.hide(/very/i.test(text) ? 'very-hidden' : 'hidden');
    }
  }

  private openRow(attributes: Attributes): void {
    this.row = position(attributes.Index, this.row + 1);
    this.column = -1;
    this.isHiddenRow = attributes.Hidden === '1';
    const { sheet } = this.collector;
    if (!sheet) return;
    sheet.writer.beginRow(this.row);
    sheet.cells.row = this.row;
    this.isInRow = true;
  }

  private closeRow(): void {
    const { sheet } = this.collector;
    if (!sheet || !this.isInRow) return;
    this.isInRow = false;
    if (this.isHiddenRow && !sheet.writer.isBlankRow) {
      sheet.findings.hiddenRows.add(this.row);
      this.hasHiddenRows = true;
    }
    sheet.writer.endRow();
  }

  private openCell(attributes: Attributes): void {
    const column = position(attributes.Index, this.column + 2) - 1;
    const across = Number(attributes.MergeAcross ?? '0');
    const down = Number(attributes.MergeDown ?? '0');
    if (column >= mostColumns || column <= this.column) throw damaged(this.file, `row ${this.row}`);
    if (!(across >= 0 && across < mostColumns)) throw unsafe(this.file, 'cells');
    this.column = column + across;
    if (across > 0 || down > 0) {
      this.collector.addMerge({
        top: this.row,
        left: column,
        bottom: this.row + down,
        right: column + across,
      });
    }
    const hasFormula = attributes.Formula !== undefined;
    this.cell = { column, type: '', style: attributes.StyleID ?? '', text: '', hasFormula };
  }

  private closeCell(): void {
    const { cell } = this;
    this.cell = null;
    const { sheet } = this.collector;
    if (!cell || !sheet) return;
    const { cells, findings } = sheet;
    const { column, type, text } = cell;
    if (cell.hasFormula) findings.formulas += 1;
    if (type === '') {
      if (cell.hasFormula) cells.missingResult();
      return;
    }
    const format = this.formats.get(cell.style) ?? this.formats.get('Default') ?? plainFormat;
    if (type === 'Number') cells.number(column, text, format);
    else if (type === 'Boolean') cells.boolean(column, text.trim() === '1');
    else if (type === 'Error') cells.error(column, text);
    else if (type === 'DateTime') cells.moment(column, momentOf(text, format));
    else cells.text(column, text);
  }
}

function position(index: string | undefined, otherwise: number): number {
  const given = Number(index);
  return Number.isInteger(given) && given > 0 ? given : otherwise;
}

function formatOf(code: string): NumberFormat {
  return Object.hasOwn(namedFormats, code) ? (namedFormats[code] ?? plainFormat) : readFormatCode(code);
}

/** Days are written with a midnight, and times of day as moments of the day before 1900. */
function momentOf(text: string, format: NumberFormat): string {
  if (format.kind === 'time') return text.replace(/^1899-12-3[01]/, '');
  return format.kind === 'datetime' ? text : text.replace(/T00:00:00(\.0+)?$/, '');
}

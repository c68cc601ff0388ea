import type { FrozenFile } from '../frozen-file';
import type { CellWriter } from './cell-text';
import { OdsStyles } from './ods-styles';
import type { TableCollector } from './table-collector';
import { mostColumns, mostRows } from './table-writer';
import { unsafe } from './workbook-errors';
import { nameCode, type XmlHandler, type XmlScanner } from './xml-scanner';

const names = {
  table: nameCode('table'),
  row: nameCode('table-row'),
  column: nameCode('table-column'),
  cell: nameCode('table-cell'),
  covered: nameCode('covered-table-cell'),
  paragraph: nameCode('p'),
  space: nameCode('s'),
  tab: nameCode('tab'),
  lineBreak: nameCode('line-break'),
  annotation: nameCode('annotation'),
  frame: nameCode('frame'),
  shapes: nameCode('shapes'),
  customShape: nameCode('custom-shape'),
  tableName: nameCode('name'),
  styleName: nameCode('style-name'),
  visibility: nameCode('visibility'),
  columnsRepeated: nameCode('number-columns-repeated'),
  rowsRepeated: nameCode('number-rows-repeated'),
  columnsSpanned: nameCode('number-columns-spanned'),
  rowsSpanned: nameCode('number-rows-spanned'),
  valueType: nameCode('value-type'),
  value: nameCode('value'),
  dateValue: nameCode('date-value'),
  timeValue: nameCode('time-value'),
  booleanValue: nameCode('boolean-value'),
  stringValue: nameCode('string-value'),
  currency: nameCode('currency'),
  formula: nameCode('formula'),
  count: nameCode('c'),
} as const;

type Cell = {
  repeat: number;
  type: string | null;
  isError: boolean;
  value: string;
  formula: boolean;
  currency: string | null;
  style: string | null;
  spanColumns: number;
  spanRows: number;
};

/** Takes the tokens of an OpenDocument content part and writes out its sheets, each to a file of its own. */
export class OdsHandler implements XmlHandler {
  readonly styles = new OdsStyles();
  private readonly file: FrozenFile;
  private readonly collector: TableCollector;
  private tableDepth = 0;
  /** Inside drawings and comments, whose texts are no cells. */
  private ignored = 0;
  private row = 0;
  private rowRepeat = 1;
  private isHiddenRow = false;
  private isFilteredRow = false;
  private isColouredRow = false;
  private column = 0;
  private columnsSeen = 0;
  private cell: Cell | null = null;
  private paragraphs: string[] = [];
  private paragraph: string | null = null;
  isInRow = false;

  constructor(file: FrozenFile, collector: TableCollector) {
    this.file = file;
    this.collector = collector;
  }

  open(name: number, scanner: XmlScanner, isEmpty: boolean): void {
    if (this.ignored > 0 || isDrawing(name)) {
      if (name === names.annotation && this.collector.sheet) this.collector.sheet.findings.hasComments = true;
      if (!isEmpty) this.ignored += 1;
      return;
    }
    if (this.cell) this.inCell(name, scanner, isEmpty);
    else if (name === names.table) this.openTable(scanner, isEmpty);
    else if (!this.collector.isOpen) this.styles.open(name, scanner);
    else if (name === names.row) this.openRow(scanner, isEmpty);
    else if (name === names.column) this.readColumn(scanner);
    else if (name === names.cell || name === names.covered) this.openCell(scanner, isEmpty);
  }

  close(name: number): void {
    if (this.ignored > 0) {
      this.ignored -= 1;
      return;
    }
    if (this.cell) {
      if (name === names.paragraph && this.paragraph !== null) {
        this.paragraphs.push(this.paragraph);
        this.paragraph = null;
      } else if (name === names.cell || name === names.covered) this.closeCell(this.cell);
    } else if (name === names.row && this.isInRow) this.closeRow();
    else if (name === names.table && this.tableDepth > 0) this.closeTable();
  }

  text(start: number, end: number, scanner: XmlScanner): void {
    if (this.paragraph === null || this.ignored > 0) return;
    const text = scanner.textOf(start, end).replace(/[ \t\r\n]+/g, ' ');
    const isAfterSpace = this.paragraph === '' || this.paragraph.endsWith(' ');
    this.paragraph += isAfterSpace ? text.replace(/^ /, '') : text;
  }

  private openTable(scanner: XmlScanner, isEmpty: boolean): void {
    this.tableDepth += 1;
    if (this.tableDepth === 1) {
      const isHidden = this.styles.hiddenTables.has(scanner.attribute(names.styleName) ?? '');
      this.collector.begin(scanner.attribute(names.tableName) ?? '', isHidden ? 'hidden' : 'visible');
      this.row = 0;
      this.columnsSeen = 0;
    }
    if (isEmpty) this.closeTable();
  }

  private closeTable(): void {
    this.tableDepth -= 1;
    if (this.tableDepth === 0) this.collector.end();
  }

  private readColumn(scanner: XmlScanner): void {
    const repeat = this.repeated(scanner, names.columnsRepeated);
    const visibility = scanner.attribute(names.visibility);
    if (visibility !== null && visibility !== 'visible') {
      this.collector.sheet?.findings.hiddenColumns.push({
        from: this.columnsSeen,
        to: this.columnsSeen + repeat - 1,
      });
    }
    this.columnsSeen += repeat;
  }

  private repeated(scanner: XmlScanner, attribute: number): number {
    const count = Number(scanner.attribute(attribute) ?? '1');
    return Number.isInteger(count) && count >= 1 ? count : 1;
  }

  private openRow(scanner: XmlScanner, isEmpty: boolean): void {
    this.rowRepeat = this.repeated(scanner, names.rowsRepeated);
    const visibility = scanner.attribute(names.visibility);
    this.isFilteredRow = visibility === 'filter';
    this.isHiddenRow = visibility === 'collapse' || this.isFilteredRow;
    this.isColouredRow = false;
    this.column = 0;
    if (isEmpty) {
      this.row += this.rowRepeat;
      return;
    }
    this.isInRow = true;
    const { sheet } = this.collector;
    if (!sheet || this.row >= mostRows) return;
    sheet.writer.counts.weight = this.rowRepeat;
    sheet.writer.beginRow(this.row + 1);
    sheet.cells.row = this.row + 1;
  }

  private closeRow(): void {
    this.isInRow = false;
    const { sheet } = this.collector;
    if (sheet && this.row < mostRows) {
      const { writer, findings } = sheet;
      const isBlank = writer.isBlankRow;
      writer.endRow();
      if (!isBlank) {
        if (this.rowRepeat > 1) writer.repeatRow(this.rowRepeat - 1);
        if (this.isHiddenRow) findings.hiddenRows.add(this.row + 1, this.rowRepeat);
        if (this.isFilteredRow) findings.isFiltered = true;
        if (this.isColouredRow) findings.colouredRows.add(this.row + 1, this.rowRepeat);
      }
    }
    this.row += this.rowRepeat;
  }

  private openCell(scanner: XmlScanner, isEmpty: boolean): void {
    const cell: Cell = {
      repeat: 1,
      type: null,
      isError: false,
      value: '',
      formula: false,
      currency: null,
      style: null,
      spanColumns: 1,
      spanRows: 1,
    };
    for (let index = 0; index < scanner.attributes; index += 1) {
      const text = scanner.textOf(scanner.valueStarts[index] ?? 0, scanner.valueEnds[index] ?? 0);
      readAttribute(cell, scanner.attributeNames[index] ?? 0, text);
    }
    this.paragraphs = [];
    this.paragraph = null;
    if (isEmpty) this.closeCell(cell);
    else this.cell = cell;
  }

  private inCell(name: number, scanner: XmlScanner, isEmpty: boolean): void {
    if (name === names.paragraph) {
      if (isEmpty) this.paragraphs.push('');
      else this.paragraph = '';
    } else if (this.paragraph !== null) {
      if (name === names.space) {
        const count = Number(scanner.attribute(names.count) ?? '1');
        this.paragraph += ' '.repeat(Math.min(Number.isInteger(count) && count > 0 ? count : 1, 1000));
      } else if (name === names.tab) this.paragraph += '\t';
      else if (name === names.lineBreak) this.paragraph += '\n';
    }
  }

  private closeCell(cell: Cell): void {
    this.cell = null;
    const shown = this.paragraphs.join('\n');
    const holds = cell.isError || cell.type !== null || shown !== '';
    const from = this.column;
    this.column += cell.repeat;
    const { sheet } = this.collector;
    if (!sheet || this.row >= mostRows) return;
    const { findings, cells } = sheet;
    if (cell.spanColumns > 1 || cell.spanRows > 1) {
      const top = this.row + 1;
      const bottom = top + cell.spanRows - 1;
      this.collector.addMerge({ top, left: from, bottom, right: from + cell.spanColumns - 1 });
    }
    if (cell.formula) findings.formulas += 1;
    if (!holds) {
      if (cell.formula) cells.missingResult();
      return;
    }
    if (from + cell.repeat > mostColumns) throw unsafe(this.file, 'cells');
    if (this.styles.isColoured(cell.style)) this.isColouredRow = true;
    for (let column = from; column < from + cell.repeat; column += 1) writeCell(cells, column, cell, shown);
  }
}

function isDrawing(name: number): boolean {
  return (
    name === names.annotation || name === names.frame || name === names.shapes || name === names.customShape
  );
}

function readAttribute(cell: Cell, name: number, text: string): void {
  if (name === names.valueType) {
    // A second one, of another namespace, marks errors; the first one gives the type.
    if (text === 'error') cell.isError = true;
    else cell.type ??= text;
  } else if (name === names.columnsRepeated) cell.repeat = Math.max(1, Number(text) || 1);
  else if (name === names.columnsSpanned) cell.spanColumns = Math.max(1, Number(text) || 1);
  else if (name === names.rowsSpanned) cell.spanRows = Math.max(1, Number(text) || 1);
  else if (name === names.formula) cell.formula = true;
  else if (name === names.currency) cell.currency = text;
  else if (name === names.styleName) cell.style = text;
  else if (
    name === names.value ||
    name === names.dateValue ||
    name === names.timeValue ||
    name === names.booleanValue ||
    name === names.stringValue
  )
    cell.value = text;
}

function writeCell(cells: CellWriter, column: number, cell: Cell, shown: string): void {
  if (cell.isError) {
    cells.error(column, shown === '' ? '#N/A' : shown);
    return;
  }
  switch (cell.type) {
    case 'float':
      if (isShownAsCode(shown, cell.value)) cells.shownNumber(column, shown);
      else if (isShownAsBoolean(shown, cell.value)) cells.boolean(column, cell.value === '1');
      else cells.number(column, cell.value, { kind: 'plain', unit: /\p{Sc}/u.exec(shown)?.[0] ?? null });
      return;
    case 'percentage':
      cells.number(column, cell.value, { kind: 'percent' });
      return;
    case 'currency':
      cells.number(column, cell.value, { kind: 'plain', unit: currencySign(cell.currency) });
      return;
    case 'date':
      cells.moment(column, cell.value);
      return;
    case 'time': {
      const days = readDuration(cell.value);
      if (days === null) cells.text(column, shown);
      else cells.duration(column, days);
      return;
    }
    case 'boolean':
      cells.boolean(column, cell.value === 'true');
      return;
    default:
      cells.result(column, shown === '' ? cell.value : shown);
  }
}

/** Leading zeros, or a hyphen between digits, show that a number is a code. */
function isShownAsCode(shown: string, value: string): boolean {
  if (!/^(?:0[0-9]+|[0-9][0-9.]*-[0-9])$/.test(shown)) return false;
  return shown.replace(/[.-]/g, '').replace(/^0+/, '') === value.replace(/^0+/, '');
}

/** LibreOffice keeps the yes and no of other programs as numbers that it shows in words. */
function isShownAsBoolean(shown: string, value: string): boolean {
  return (
    (value === '1' && /^(TRUE|VERDADERO)$/.test(shown)) || (value === '0' && /^(FALSE|FALSO)$/.test(shown))
  );
}

function currencySign(code: string | null): string | null {
  return code === 'CLP' ? '$' : code;
}

/** Days of an ISO 8601 length of time; null for anything else. */
function readDuration(text: string): number | null {
  const found = /^(-?)P(?:([0-9]+)D)?(?:T(?:([0-9]+)H)?(?:([0-9]+)M)?(?:([0-9.]+)S)?)?$/.exec(text);
  if (!found) return null;
  const [, sign = '', days = '0', hours = '0', minutes = '0', seconds = '0'] = found;
  const total = Number(days) + (Number(hours) + (Number(minutes) + Number(seconds) / 60) / 60) / 24;
  return Number.isFinite(total) ? (sign === '-' ? -total : total) : null;
}

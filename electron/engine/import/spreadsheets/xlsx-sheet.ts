import type { CellWriter } from './cell-text';
import { numberKind, textKind } from './column-counts';
import type { Merge } from './merged-cells';
import { plainFormat } from './number-format';
import type { SharedStrings } from './shared-strings';
import type { SheetFindings } from './sheet-findings';
import { headRows, type TableWriter } from './table-writer';
import { unescapeControls } from './xlsx-strings';
import type { CellStyles } from './xlsx-styles';
import { nameCode, type XmlHandler, XmlProblem, type XmlScanner } from './xml-scanner';

const rowElement = nameCode('row');
const cellElement = nameCode('c');
const valueElement = nameCode('v');
const formulaElement = nameCode('f');
const textElement = nameCode('t');
const phoneticElement = nameCode('rPh');
const columnElement = nameCode('col');
const mergeElement = nameCode('mergeCell');
const filterElement = nameCode('autoFilter');
const dataElement = nameCode('sheetData');
const reference = nameCode('r');
const styleAttribute = nameCode('s');
const typeAttribute = nameCode('t');
const hiddenAttribute = nameCode('hidden');
const minAttribute = nameCode('min');
const maxAttribute = nameCode('max');
const rangeAttribute = nameCode('ref');

const typeNumber = 0;
const typeShared = 1;
const typeText = 2;
const typeInline = 3;
const typeBoolean = 4;
const typeError = 5;
const typeDate = 6;
const mostMerges = 100_000;

export type SheetParts = {
  writer: TableWriter;
  cells: CellWriter;
  findings: SheetFindings;
  strings: SharedStrings | null;
  styles: CellStyles;
  merges: Merge[];
};

/** Takes the tokens of a worksheet part and writes its rows. */
export class SheetHandler implements XmlHandler {
  private readonly writer: TableWriter;
  private readonly cells: CellWriter;
  private readonly findings: SheetFindings;
  private readonly strings: SharedStrings | null;
  private readonly styles: CellStyles;
  private readonly merges: Merge[];
  private row = 0;
  private column = -1;
  private type = typeNumber;
  private style = 0;
  private hasFormula = false;
  private hasValue = false;
  private isInData = false;
  private isInCell = false;
  private isInValue = false;
  private isInInlineText = false;
  private phonetics = 0;
  private inline = '';
  /** A value that came in several pieces, or holds entities. */
  private value = '';
  private isRowColoured = false;
  private isRowHidden = false;
  /** A row is begun and not ended. */
  isInRow = false;

  constructor({ writer, cells, findings, strings, styles, merges }: SheetParts) {
    this.writer = writer;
    this.cells = cells;
    this.findings = findings;
    this.strings = strings;
    this.styles = styles;
    this.merges = merges;
  }

  open(name: number, scanner: XmlScanner, isEmpty: boolean): void {
    if (this.isInCell) {
      if (name === valueElement) this.isInValue = !isEmpty;
      else if (name === formulaElement) this.hasFormula = true;
      else if (name === phoneticElement && !isEmpty) this.phonetics += 1;
      else if (name === textElement) this.isInInlineText = !isEmpty && this.phonetics === 0;
      return;
    }
    if (name === cellElement && this.isInRow) this.openCell(scanner, isEmpty);
    else if (name === rowElement && this.isInData) this.openRow(scanner, isEmpty);
    else if (name === dataElement) this.isInData = !isEmpty;
    else if (name === columnElement) this.readColumn(scanner);
    else if (name === mergeElement) this.readMerge(scanner.attribute(rangeAttribute) ?? '');
    else if (name === filterElement) this.findings.isFiltered = true;
  }

  close(name: number): void {
    if (this.isInCell) {
      if (name === cellElement) this.closeCell();
      else if (name === valueElement) this.isInValue = false;
      else if (name === textElement) this.isInInlineText = false;
      else if (name === phoneticElement) this.phonetics -= 1;
      return;
    }
    if (name === rowElement && this.isInData) this.closeRow();
    else if (name === dataElement) this.isInData = false;
  }

  text(start: number, end: number, scanner: XmlScanner): void {
    if (this.isInValue) this.readValue(start, end, scanner);
    else if (this.isInInlineText) this.inline += scanner.textOf(start, end);
  }

  private openRow(scanner: XmlScanner, isEmpty: boolean): void {
    let row = this.row + 1;
    let isHidden = false;
    for (let index = 0; index < scanner.attributes; index += 1) {
      const name = scanner.attributeNames[index];
      const start = scanner.valueStarts[index] ?? 0;
      const end = scanner.valueEnds[index] ?? 0;
      if (name === reference) row = wholeNumber(scanner.bytes, start, end);
      else if (name === hiddenAttribute) isHidden = isTrue(scanner.textOf(start, end));
    }
    if (row <= this.row) throw new XmlProblem('malformed');
    this.row = row;
    this.column = -1;
    this.isRowColoured = false;
    if (isEmpty) return;
    this.cells.row = row;
    this.writer.beginRow(row);
    this.isRowHidden = isHidden;
    this.isInRow = true;
  }

  private closeRow(): void {
    this.isInRow = false;
    if (!this.writer.isBlankRow) {
      if (this.isRowHidden) this.findings.hiddenRows.add(this.row);
      if (this.isRowColoured) this.findings.colouredRows.add(this.row);
    }
    this.writer.endRow();
  }

  private openCell(scanner: XmlScanner, isEmpty: boolean): void {
    this.column += 1;
    this.type = typeNumber;
    this.style = 0;
    const { bytes } = scanner;
    for (let index = 0; index < scanner.attributes; index += 1) {
      const name = scanner.attributeNames[index];
      const start = scanner.valueStarts[index] ?? 0;
      const end = scanner.valueEnds[index] ?? 0;
      if (name === reference) this.column = columnOf(bytes, start, end);
      else if (name === styleAttribute) this.style = wholeNumber(bytes, start, end);
      else if (name === typeAttribute) this.type = typeOf(bytes, start, end);
    }
    if (isEmpty) return;
    this.isInCell = true;
    this.hasFormula = false;
    this.hasValue = false;
    this.isInValue = false;
    this.isInInlineText = false;
    this.phonetics = 0;
    this.inline = '';
    this.value = '';
  }

  private closeCell(): void {
    this.isInCell = false;
    if (this.hasFormula) this.findings.formulas += 1;
    const { cells, column } = this;
    if (this.type === typeInline || (this.inline !== '' && !this.hasValue)) {
      if (this.inline !== '') cells.text(column, unescapeControls(this.inline));
      else if (this.value !== '') cells.text(column, unescapeControls(this.value));
    } else if (this.hasValue) {
      if (this.value !== '') this.writeValue(this.value);
    } else if (this.hasFormula && this.type !== typeText) cells.missingResult();
    if (this.styles.isColoured[this.style] === true && (this.hasValue || this.inline !== '')) {
      this.isRowColoured = true;
    }
  }

  /** The quick ways: a number as it is, and a shared text copied byte by byte. */
  private readValue(start: number, end: number, scanner: XmlScanner): void {
    const { bytes } = scanner;
    if (!this.hasValue) {
      this.hasValue = true;
      if (this.type === typeShared && this.writeShared(wholeNumber(bytes, start, end))) return;
      if (this.type === typeNumber && isPlainNumber(bytes, start, end)) {
        const format = this.styles.formats[this.style] ?? plainFormat;
        if (format.kind === 'plain') {
          const { counts } = this.writer;
          counts.count(this.column, numberKind);
          if (format.unit !== null) counts.countUnit(this.column, format.unit);
          this.writer.bytesCell(this.column, bytes, start, end);
          return;
        }
      }
    }
    this.value += scanner.textOf(start, end);
  }

  private writeShared(index: number): boolean {
    const { strings, writer, column } = this;
    if (!strings || index >= strings.count) throw new XmlProblem('malformed');
    if (strings.isBlank(index)) return true;
    const page = strings.page(index);
    const start = strings.start(index);
    writer.counts.count(column, textKind);
    if (strings.isNumeric(index)) writer.counts.countNumericText(column);
    if (strings.hasBreaks(index)) writer.counts.countLineBreak(column);
    writer.bytesCell(column, page, start, start + strings.length(index));
    return true;
  }

  private writeValue(value: string): void {
    const { cells, column } = this;
    switch (this.type) {
      case typeText:
        cells.text(column, unescapeControls(value));
        return;
      case typeBoolean:
        if (isTrue(value) || value.trim() === '0' || value.trim() === 'false')
          cells.boolean(column, isTrue(value));
        else cells.text(column, value);
        return;
      case typeError:
        cells.error(column, value);
        return;
      case typeDate:
        cells.moment(column, value);
        return;
      default:
        cells.number(column, value, this.styles.formats[this.style] ?? plainFormat);
    }
  }

  private readColumn(scanner: XmlScanner): void {
    if (!isTrue(scanner.attribute(hiddenAttribute) ?? '')) return;
    const from = Number(scanner.attribute(minAttribute));
    const to = Number(scanner.attribute(maxAttribute));
    if (from >= 1 && to >= from && this.findings.hiddenColumns.length < 1000) {
      this.findings.hiddenColumns.push({ from: from - 1, to: to - 1 });
    }
  }

  private readMerge(range: string): void {
    const found = /^\$?([A-Z]{1,3})\$?([0-9]{1,7}):\$?([A-Z]{1,3})\$?([0-9]{1,7})$/.exec(range);
    if (!found) return;
    const [, left = '', top = '', right = '', bottom = ''] = found;
    this.findings.merges += 1;
    const merge = {
      top: Number(top),
      left: columnNumber(left),
      bottom: Number(bottom),
      right: columnNumber(right),
    };
    if (merge.bottom <= headRows && this.merges.length < mostMerges) this.merges.push(merge);
    else this.findings.mergesBelow.add(merge.top);
  }
}

/** The position, from 0, of a column named by letters. */
export function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}

/** The letters of a column by its position from 0. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

function columnOf(bytes: Buffer, start: number, end: number): number {
  let number = 0;
  let at = start;
  for (; at < end; at += 1) {
    const letter = (bytes[at] as number) & 0xdf; // safe: below `end`
    if (letter < 65 || letter > 90) break;
    number = number * 26 + letter - 64;
  }
  if (number === 0 || at - start > 3) throw new XmlProblem('malformed');
  return number - 1;
}

function wholeNumber(bytes: Buffer, start: number, end: number): number {
  let number = 0;
  for (let at = start; at < end; at += 1) {
    const digit = (bytes[at] as number) - 48; // safe: below `end`
    if (digit < 0 || digit > 9) throw new XmlProblem('malformed');
    number = number * 10 + digit;
  }
  if (end <= start || end - start > 10) throw new XmlProblem('malformed');
  return number;
}

function typeOf(bytes: Buffer, start: number, end: number): number {
  const first = bytes[start];
  if (end - start === 1) {
    if (first === 0x73) return typeShared;
    if (first === 0x62) return typeBoolean;
    if (first === 0x65) return typeError;
    if (first === 0x64) return typeDate;
    return typeNumber;
  }
  const text = bytes.toString('latin1', start, end);
  if (text === 'str') return typeText;
  if (text === 'inlineStr') return typeInline;
  throw new XmlProblem('malformed');
}

function isTrue(text: string): boolean {
  const clean = text.trim();
  return clean === '1' || clean === 'true' || clean === 'on';
}

/** Digits with at most one point, so short that they are the shortest way to write their number. */
function isPlainNumber(bytes: Buffer, start: number, end: number): boolean {
  let at = start;
  if (bytes[at] === 0x2d) at += 1;
  const length = end - at;
  if (length < 1 || length > 15) return false;
  if (bytes[at] === 0x30 && length > 1 && bytes[at + 1] !== 0x2e) return false;
  if (bytes[at] === 0x30 && length === 1) return at === start;
  let points = 0;
  for (let position = at; position < end; position += 1) {
    const byte = bytes[position];
    if (byte === 0x2e) points += 1;
    else if (byte === undefined || byte < 0x30 || byte > 0x39) return false;
  }
  if (points === 0) return true;
  return points === 1 && bytes[at] !== 0x2e && bytes[end - 1] !== 0x30 && bytes[end - 1] !== 0x2e;
}

import type { ColumnCounts } from './column-counts';
import { booleanKind, dateKind, datetimeKind, errorKind, numberKind, textKind } from './column-counts';
import { maskedText, type NumberFormat } from './number-format';
import { numberText, shiftPoint } from './number-text';
import { durationText, readIsoMoment, readSerial, type SerialMoment } from './serial-dates';
import type { SheetFindings } from './sheet-findings';
import type { TableWriter } from './table-writer';

const numericText = /^\s*-?\$?\s?(?:[0-9]{1,3}(?:[.,][0-9]{3})+|[0-9]+)(?:[.,][0-9]+)?\s?%?\s*$/;
const leadingZero = /^\s*0[0-9]/;
const mostDigits = 15;
const errorText =
  /^#(?:N\/A|N\/D|DIV\/0!|¡DIV\/0!|REF!|¡REF!|NAME\?|¿NOMBRE\?|NUM!|¡NUM!|NULL!|¡NULO!|VALUE!|¡VALOR!|GETTING_DATA|SPILL!|CALC!|FIELD!|BLOCKED!)$|^Err:[0-9]{3}$/;

/** True for a text that reads as a number; codes with leading zeros are texts on purpose. */
export function isNumericText(text: string): boolean {
  return numericText.test(text) && !leadingZero.test(text);
}

/** Writes the cells of one sheet by what they were stored as, and keeps count of it. */
export class CellWriter {
  private readonly writer: TableWriter;
  private readonly counts: ColumnCounts;
  private readonly findings: SheetFindings;
  private readonly uses1904: boolean;
  /** Days read before; sheets repeat the same ones. */
  private readonly days = new Map<string, SerialMoment | null>();
  row = 0;

  constructor(writer: TableWriter, findings: SheetFindings, uses1904: boolean) {
    this.writer = writer;
    this.counts = writer.counts;
    this.findings = findings;
    this.uses1904 = uses1904;
  }

  /** A text as stored; one of nothing but spaces is no content. */
  text(column: number, text: string): void {
    if (text.trim() === '') return;
    this.counts.count(column, textKind);
    if (isNumericText(text)) this.counts.countNumericText(column);
    if (/[\r\n]/.test(text)) this.counts.countLineBreak(column);
    this.writer.textCell(column, text);
  }

  boolean(column: number, isTrue: boolean): void {
    this.counts.count(column, booleanKind);
    this.writer.plainCell(column, isTrue ? 'VERDADERO' : 'FALSO');
  }

  /** An error keeps its text, such as `#N/A`. */
  error(column: number, text: string): void {
    this.counts.count(column, errorKind);
    this.findings.errors.add(this.row);
    this.writer.textCell(column, text);
  }

  /** A formula whose result the file does not hold. */
  missingResult(): void {
    this.findings.formulasWithoutResult.add(this.row);
  }

  /** The text of a formula's result may be an error in programs that have no other way to say so. */
  result(column: number, text: string): void {
    if (errorText.test(text)) this.error(column, text);
    else this.text(column, text);
  }

  /** A moment in ISO 8601. */
  moment(column: number, iso: string): void {
    const found = readIsoMoment(iso);
    if (!found) {
      this.text(column, iso);
      return;
    }
    this.countMoment(column, found.kind);
    this.writer.plainCell(column, found.text);
  }

  private countMoment(column: number, kind: SerialMoment['kind']): void {
    if (kind === 'time') this.findings.times += 1;
    if (kind === 'impossible') this.findings.impossibleDates.add(this.row);
    this.counts.count(column, kind === 'date' ? dateKind : kind === 'datetime' ? datetimeKind : textKind);
  }

  /** A length of time in days. */
  duration(column: number, days: number): void {
    this.findings.times += 1;
    this.counts.count(column, textKind);
    this.writer.plainCell(column, durationText(days));
  }

  /** A number as stored, and how it is shown. Whatever is no number is kept as the text it is. */
  number(column: number, stored: string, format: NumberFormat): void {
    const text = numberText(stored);
    if (text === null) {
      this.text(column, stored);
      return;
    }
    switch (format.kind) {
      case 'plain':
        this.plainNumber(column, text, format.unit);
        return;
      case 'percent':
        this.findings.percents += 1;
        this.counts.countUnit(column, '%');
        this.counts.count(column, numberKind);
        this.writer.plainCell(column, `${shiftPoint(text, 2)}%`);
        return;
      case 'mask': {
        const masked = maskedText(text, format.pieces);
        if (masked === null) {
          this.plainNumber(column, text, null);
          return;
        }
        this.shownNumber(column, masked);
        return;
      }
      case 'duration':
        this.duration(column, Number(text));
        return;
      case 'date':
      case 'datetime':
      case 'time':
        this.serial(column, text, format.kind === 'time');
    }
  }

  /** A number that is a code, as it is shown. */
  shownNumber(column: number, shown: string): void {
    this.findings.masks += 1;
    this.counts.count(column, textKind);
    this.writer.textCell(column, shown);
  }

  private plainNumber(column: number, text: string, unit: string | null): void {
    this.counts.count(column, numberKind);
    if (unit !== null) this.counts.countUnit(column, unit);
    if (text.length > mostDigits && /^-?[0-9]{16,}$/.test(text)) this.findings.longNumbers.add(this.row);
    this.writer.plainCell(column, text);
  }

  private serial(column: number, text: string, showsTimeOnly: boolean): void {
    const key = showsTimeOnly ? `t${text}` : text;
    let moment = this.days.get(key);
    if (moment === undefined) {
      moment = readSerial(Number(text), this.uses1904, showsTimeOnly);
      if (this.days.size > 20_000) this.days.clear();
      this.days.set(key, moment);
    }
    if (moment === null) {
      this.findings.impossibleDates.add(this.row);
      this.plainNumber(column, text, null);
      return;
    }
    this.countMoment(column, moment.kind);
    this.writer.plainCell(column, moment.text);
  }
}

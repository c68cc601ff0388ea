import type { NativeColumn } from '../sources/converted-source';

export type CellKind = 'number' | 'date' | 'datetime' | 'boolean' | 'text' | 'error';
/** Kinds of cells as they are counted in `ColumnCounts`. */
export const cellKinds = [
  'number',
  'date',
  'datetime',
  'boolean',
  'text',
  'error',
] as const satisfies readonly CellKind[];
export const numberKind = 0;
export const dateKind = 1;
export const datetimeKind = 2;
export const booleanKind = 3;
export const textKind = 4;
export const errorKind = 5;

const perColumn = 8;
const numericTexts = 6;
const lineBreaks = 7;

/** Counts, column by column, of what the cells of a table were stored as. */
export class ColumnCounts {
  private counts = new Float64Array(64 * perColumn);
  private readonly units = new Map<number, Map<string, number>>();
  columns = 0;
  /** Rows that the cells counted now stand for. */
  weight = 1;

  private reach(column: number): void {
    if (column < this.columns) return;
    this.columns = column + 1;
    if (this.columns * perColumn <= this.counts.length) return;
    const larger = new Float64Array(this.columns * perColumn * 2);
    larger.set(this.counts);
    this.counts = larger;
  }

  private add(column: number, index: number): void {
    this.reach(column);
    this.counts[column * perColumn + index] = (this.counts[column * perColumn + index] ?? 0) + this.weight;
  }

  count(column: number, kind: number): void {
    this.add(column, kind);
  }

  countNumericText(column: number): void {
    this.add(column, numericTexts);
  }

  countLineBreak(column: number): void {
    this.add(column, lineBreaks);
  }

  countUnit(column: number, unit: string): void {
    const units = this.units.get(column) ?? new Map<string, number>();
    this.units.set(column, units);
    units.set(unit, (units.get(unit) ?? 0) + this.weight);
  }

  private of(column: number, index: number): number {
    return this.counts[column * perColumn + index] ?? 0;
  }

  numericTextsOf(column: number): number {
    return this.of(column, numericTexts);
  }

  /** True where a column of texts holds numbers written as texts. */
  hasTextualNumbers(): boolean {
    for (let column = 0; column < this.columns; column += 1) {
      if (this.of(column, numericTexts) > 0 && this.of(column, numberKind) === 0) return true;
    }
    return false;
  }

  /** How many cells of the column show each unit. */
  unitsOf(column: number): ReadonlyMap<string, number> {
    return this.units.get(column) ?? new Map();
  }

  native(width: number): NativeColumn[] {
    return Array.from({ length: width }, (_, column) => ({
      numbers: this.of(column, numberKind),
      dates: this.of(column, dateKind),
      datetimes: this.of(column, datetimeKind),
      booleans: this.of(column, booleanKind),
      texts: this.of(column, textKind),
      errors: this.of(column, errorKind),
      unit: this.unitOf(column),
      hasLineBreaks: this.of(column, lineBreaks) > 0,
    }));
  }

  /** The unit that all, or nearly all, numbers of the column are shown with. */
  private unitOf(column: number): string | null {
    const [most] = [...this.unitsOf(column)].sort((left, right) => right[1] - left[1]);
    return most && most[1] >= this.of(column, numberKind) * 0.9 ? most[0] : null;
  }
}

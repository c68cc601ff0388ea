import type { HeadRecord } from './head-sample';

/** Marks by which spreadsheets keep figures as a text: a formula of nothing but a text, or an apostrophe before them. */
export type TextMarks = {
  formulas: boolean;
  /** Columns, from the first of the file, whose figures have an apostrophe before them. */
  apostrophes: readonly number[];
};

const textFormula = /^="((?:[^"]|"")*)"$/;
const marked = /^'(\d[\d.,-]{2,}[\dkK]?)$/;
const mostlyMarked = 0.8;

/** The columns of the first rows whose filled cells nearly all are figures after an apostrophe. */
export function findApostrophes(rows: readonly HeadRecord[]): number[] {
  const width = rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);
  return Array.from({ length: width }, (_, column) => column).filter((column) => {
    const filled = rows.flatMap(({ cells }) => (cells[column]?.trim() ? [cells[column].trim()] : []));
    return (
      filled.length > 1 && filled.filter((cell) => marked.test(cell)).length >= filled.length * mostlyMarked
    );
  });
}

/** The content of a text formula such as `="05301"`; null for any other cell, whose formulas stay as they are written. */
export function formulaText(cell: string): string | null {
  if (!cell.startsWith('="')) return null;
  return textFormula.exec(cell)?.[1]?.replaceAll('""', '"') ?? null;
}

/** Takes the marks off the cells of a row, in place; gives how many had one. */
export function removeTextMarks(cells: string[], { formulas, apostrophes }: TextMarks): number {
  let removed = 0;
  if (formulas) {
    cells.forEach((cell, column) => {
      const text = formulaText(cell);
      if (text === null) return;
      cells[column] = text;
      removed += 1;
    });
  }
  for (const column of apostrophes) {
    const text = marked.exec(cells[column]?.trim() ?? '')?.[1];
    if (text === undefined) continue;
    cells[column] = text;
    removed += 1;
  }
  return removed;
}

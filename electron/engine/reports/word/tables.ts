import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { TableCell as Cell, DocumentModel, TableRow as Row, TablePart } from '../document';
import { colours, pageWidth, sizes } from './look';
import { caption, drawPart, markText, safeText } from './parts';

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
/** A table that only sets texts side by side. */
export const noBorders = { top: none, bottom: none, left: none, right: none } as const;
const hairline = { style: BorderStyle.SINGLE, size: 4, color: colours.hairline } as const;
const rule = { style: BorderStyle.SINGLE, size: 8, color: colours.ink } as const;

/** A table with its caption, its notes, and header rows that Word repeats on each page. */
export function drawTable(part: TablePart, model: DocumentModel): (Paragraph | Table)[] {
  const widths = columnWidths(part);
  const warning =
    part.warning === null ? [] : drawPart({ kind: 'note', tone: 'warning', text: part.warning }, model, []);
  const notes = part.notes.map(
    (text) =>
      new Paragraph({
        spacing: { before: 60, after: 60 },
        children: [new TextRun({ text: safeText(text), size: sizes.note, color: colours.quiet })],
      }),
  );
  return [
    ...warning,
    caption(`${model.words.table} ${part.number}`, part.caption),
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: pageWidth, type: WidthType.DXA },
      columnWidths: widths,
      borders: { ...noBorders, insideHorizontal: none, insideVertical: none },
      rows: [...headerRows(part, widths), ...part.rows.map((row) => bodyRow(row, part, widths))],
    }),
    ...notes,
    new Paragraph({ spacing: { after: 120 }, children: [] }),
  ];
}

function columnWidths({ columns }: TablePart): number[] {
  const whole = columns.reduce((sum, { share }) => sum + share, 0) || 1;
  return columns.map(({ share }) => Math.floor((pageWidth * share) / whole));
}

function headerRows(part: TablePart, widths: readonly number[]): TableRow[] {
  const head = part.columns.map(
    (column, index) =>
      new TableCell({
        width: { size: widths[index] ?? 0, type: WidthType.DXA },
        verticalAlign: VerticalAlign.BOTTOM,
        borders: { ...noBorders, bottom: rule },
        margins: cellMargins,
        children: [
          words(column.label, {
            align: column.align,
            bold: part.groups.length === 0,
            color: part.groups.length === 0 ? colours.ink : colours.quiet,
          }),
        ],
      }),
  );
  const row = new TableRow({ tableHeader: true, cantSplit: true, children: head });
  if (part.groups.length === 0) return [row];
  const groups = part.groups.map(
    ({ label, span, mark }) =>
      new TableCell({
        columnSpan: span,
        borders: { ...noBorders, bottom: label === '' ? none : hairline },
        margins: cellMargins,
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { after: 0 },
            children: [
              new TextRun({ text: safeText(`${markText(mark)}${label}`), bold: true, size: sizes.note }),
            ],
          }),
        ],
      }),
  );
  return [new TableRow({ tableHeader: true, cantSplit: true, children: groups }), row];
}

const cellMargins = { top: 50, bottom: 50, left: 60, right: 60 } as const;

function bodyRow(row: Row, part: TablePart, widths: readonly number[]): TableRow {
  const cells = row.cells.map((cell, index) => {
    const align = part.columns[index]?.align ?? 'text';
    return new TableCell({
      ...(row.kind === 'title'
        ? { columnSpan: part.columns.length }
        : { width: { size: widths[index] ?? 0, type: WidthType.DXA } }),
      borders: { ...noBorders, bottom: hairline },
      margins: cellMargins,
      ...(row.kind === 'plain' ? {} : { shading: { type: ShadingType.CLEAR, fill: colours.soft } }),
      children: cellParagraphs(cell, align),
    });
  });
  return new TableRow({ cantSplit: true, children: cells });
}

function cellParagraphs(cell: Cell, align: 'text' | 'number'): Paragraph[] {
  const color = cell.tone === 'quiet' ? colours.quiet : colours.ink;
  return [
    words(cell.text, { align, bold: cell.tone === 'strong', color }),
    ...cell.notes.map((text) => words(text, { align, bold: false, color: colours.quiet, size: 15 })),
  ];
}

function words(
  text: string,
  look: { align: 'text' | 'number'; bold: boolean; color: string; size?: number },
): Paragraph {
  return new Paragraph({
    alignment: look.align === 'number' ? AlignmentType.RIGHT : AlignmentType.LEFT,
    spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO },
    children: [
      new TextRun({
        text: safeText(text),
        bold: look.bold,
        color: look.color,
        size: look.size ?? sizes.table,
      }),
    ],
  });
}

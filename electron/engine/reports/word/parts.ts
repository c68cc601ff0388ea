import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  HeadingLevel,
  ImageRun,
  PageBreak,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { assertNever } from '../../../../shared/errors';
import { svgToPng } from '../../charts/draw';
import type { DocumentModel, DocumentPart, EvidencePart, Fact, FigurePart, WaveMark } from '../document';
import { colours, pageWidth, sizes } from './look';
import { drawTable, noBorders } from './tables';

type Block = Paragraph | Table;

/** The name under which a heading is linked from the contents, by its place among the headings. */
export function headingName(index: number): string {
  return `parte-${index + 1}`;
}

/** Text without what XML does not allow (control characters, halves of a pair); everything else stays as it is. */
export function safeText(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: those very characters break the file
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replaceAll(/\p{Surrogate}/gu, '\ufffd')
      .replaceAll('\t', ' ')
  );
}

/** The sign of a wave before a label: hollow for the baseline, filled for what came after. */
export function markText(mark: WaveMark | null): string {
  return mark === null ? '' : mark === 0 ? '○ ' : '● ';
}

const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

/** One part of a document as Word's paragraphs and tables. */
export function drawPart(
  part: DocumentPart,
  model: DocumentModel,
  headings: readonly DocumentPart[],
): Block[] {
  switch (part.kind) {
    case 'heading': {
      const id = headingName(headings.indexOf(part));
      const text = new Bookmark({ id, children: [new TextRun(safeText(part.text))] });
      return [new Paragraph({ heading: levels[part.level], children: [text] })];
    }
    case 'paragraph':
      return [paragraph(part.text, part.look)];
    case 'list':
      return part.items.map(
        (item) => new Paragraph({ bullet: { level: 0 }, spacing: { after: 80 }, children: runs(item) }),
      );
    case 'definitions':
      return part.items.flatMap(({ term, texts }) => [
        new Paragraph({
          keepNext: true,
          spacing: { before: 240, after: 60 },
          children: [new TextRun({ text: safeText(term), bold: true })],
        }),
        ...texts.map((text) => paragraph(text, 'body')),
      ]);
    case 'facts':
      return drawFacts(part.items);
    case 'note':
      return [note(part.text, part.tone === 'warning')];
    case 'figure':
      return drawFigure(part, model);
    case 'table':
      return drawTable(part, model);
    case 'checklist':
      return part.items.map(
        ({ label, isChecked }) =>
          new Paragraph({
            spacing: { after: 60 },
            children: [
              new TextRun({ text: isChecked ? '☒ ' : '☐ ', font: 'Segoe UI Symbol' }),
              new TextRun({
                text: safeText(label),
                bold: isChecked,
                color: isChecked ? colours.ink : colours.quiet,
              }),
              new TextRun({
                text: ` (${isChecked ? model.words.yes : model.words.no})`,
                size: sizes.small,
                color: colours.quiet,
              }),
            ],
          }),
      );
    case 'months':
      return drawMonths(part);
    case 'evidence':
      return drawEvidence(part);
    case 'page-break':
      return [new Paragraph({ children: [new PageBreak()] })];
    default:
      return assertNever(part);
  }
}

function runs(text: string, look: { size?: number; color?: string; bold?: boolean } = {}): TextRun[] {
  return safeText(text)
    .split('\n')
    .map((line, index) => new TextRun({ text: line, ...look, ...(index > 0 ? { break: 1 } : {}) }));
}

function paragraph(text: string, look: 'body' | 'lead' | 'quiet'): Paragraph {
  const looks = {
    body: {},
    lead: { size: 25, color: colours.quiet },
    quiet: { size: sizes.small, color: colours.quiet },
  };
  return new Paragraph({ children: runs(text, looks[look]) });
}

function note(text: string, isWarning: boolean): Paragraph {
  return new Paragraph({
    spacing: { before: 160, after: 200 },
    indent: { left: 120 },
    shading: { type: ShadingType.CLEAR, fill: isWarning ? colours.warningSoft : colours.soft },
    border: {
      left: {
        style: BorderStyle.SINGLE,
        size: 18,
        color: isWarning ? colours.warning : colours.accent,
        space: 8,
      },
    },
    children: runs(text, { size: 19 }),
  });
}

/** Labels and their values in two columns. */
export function drawFacts(items: readonly Fact[]): Block[] {
  if (items.length === 0) return [];
  const widths = [2300, pageWidth - 2300];
  const cell = (texts: readonly string[], width: number, color: string): TableCell =>
    new TableCell({
      borders: noBorders,
      width: { size: width, type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 0, right: 120 },
      children: texts.map(
        (text) => new Paragraph({ spacing: { after: 40 }, children: runs(text, { size: 20, color }) }),
      ),
    });
  return [
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: pageWidth, type: WidthType.DXA },
      columnWidths: widths,
      borders: noBorders,
      rows: items.map(
        ({ label, values }) =>
          new TableRow({
            children: [
              cell([label], widths[0] ?? 0, colours.quiet),
              cell(values.length === 0 ? [''] : values, widths[1] ?? 0, colours.ink),
            ],
          }),
      ),
    }),
    new Paragraph({ spacing: { after: 120 }, children: [] }),
  ];
}

/** Pixels of a picture a pixel of the drawing, and the widest a drawing may stand on the page, in pixels. */
const pictureScale = 3;
const widestPicture = 626;
const tallestPicture = 810;

function drawFigure(part: FigurePart, model: DocumentModel): Block[] {
  const scale = Math.min(widestPicture / part.width, tallestPicture / part.height);
  const picture = new ImageRun({
    type: 'png',
    data: svgToPng(part.svg, { scale: pictureScale }),
    transformation: { width: Math.round(part.width * scale), height: Math.round(part.height * scale) },
    altText: {
      id: String(part.number),
      name: part.stem,
      title: safeText(part.caption),
      description: safeText(part.alt),
    },
  });
  return [
    caption(`${model.words.figure} ${part.number}`, part.caption),
    new Paragraph({ keepNext: part.notes.length > 0, children: [picture] }),
    ...part.notes.map((text) => paragraph(text, 'quiet')),
  ];
}

/** The number and the words over a figure or a table. */
export function caption(number: string, text: string): Paragraph {
  return new Paragraph({
    keepNext: true,
    spacing: { before: 320, after: 100 },
    children: [
      new TextRun({ text: `${number}  `, bold: true, size: sizes.table }),
      ...runs(text, { size: sizes.table, color: colours.quiet }),
    ],
  });
}

function drawMonths(part: Extract<DocumentPart, { kind: 'months' }>): Block[] {
  const width = Math.floor(pageWidth / Math.max(1, part.items.length));
  const cells = part.items.map(
    ({ label, isActive }) =>
      new TableCell({
        width: { size: width, type: WidthType.DXA },
        shading: { type: ShadingType.CLEAR, fill: isActive ? colours.accent : colours.soft },
        margins: { top: 60, bottom: 60, left: 20, right: 20 },
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { after: 0 },
            children: runs(label, {
              size: sizes.note,
              bold: isActive,
              color: isActive ? colours.paper : colours.quiet,
            }),
          }),
        ],
      }),
  );
  return [
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: pageWidth, type: WidthType.DXA },
      columnWidths: part.items.map(() => width),
      rows: [new TableRow({ children: cells })],
    }),
    // Said in words too: shading alone is nothing to who cannot see it.
    paragraph(part.alt, 'quiet'),
  ];
}

function drawEvidence(part: EvidencePart): Block[] {
  const isCurrent = part.status === 'current';
  const color = part.status === 'no-evidence' ? colours.quiet : isCurrent ? colours.current : colours.warning;
  return [
    new Paragraph({
      keepNext: true,
      spacing: { before: 240, after: 40 },
      border: { top: { style: BorderStyle.SINGLE, size: 4, color: colours.hairline, space: 6 } },
      children: runs(part.claim, { bold: true }),
    }),
    new Paragraph({
      keepNext: part.figures.length > 0,
      spacing: { after: 80 },
      children: runs(part.statusLabel, { size: sizes.small, bold: true, color }),
    }),
    ...part.figures.map(
      ({ label, value, note: words, mark }) =>
        new Paragraph({
          spacing: { after: 60 },
          indent: { left: 240 },
          children: [
            ...runs(`${markText(mark)}${label}: `, { color: colours.quiet }),
            ...runs(value, { bold: true }),
            ...(words === '' ? [] : runs(`  ${words}`, { size: sizes.small, color: colours.quiet })),
          ],
        }),
    ),
    ...(part.sentence === null ? [] : [paragraph(part.sentence, 'body')]),
    ...drawFacts(part.facts),
  ];
}

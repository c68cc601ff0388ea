import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  InternalHyperlink,
  LineRuleType,
  PageBreak,
  PageNumber,
  Paragraph,
  Tab,
  type Table,
  TabStopType,
  TextRun,
} from 'docx';
import type { DocumentModel, DocumentPart } from '../document';
import { colours, font, pageWidth, sizes } from './look';
import { packDocument } from './pack';
import { drawFacts, drawPart, headingName, safeText } from './parts';

/** What a Word file calls itself. */
export const docxMediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * Draws a document as a Word file (Office Open XML): headings, tables with header rows and pictures with alternative
 * text are Word's own, so it can be read aloud and edited. The same document always gives the same bytes.
 */
export async function renderDocx(model: DocumentModel): Promise<Uint8Array> {
  const headings = model.parts.filter((part): part is Heading => part.kind === 'heading');
  const children = [
    ...cover(model),
    ...(model.layout === 'report' ? contents(model, headings) : []),
    ...model.parts.flatMap((part) => drawPart(part, model, headings)),
  ];
  const document = new Document({
    title: safeText(model.title),
    creator: safeText(model.author),
    lastModifiedBy: safeText(model.author),
    styles: styles(model),
    sections: [
      {
        properties: {
          titlePage: model.layout === 'report',
          page: {
            size: { width: 11_906, height: 16_838 },
            margin: { top: 1420, bottom: 1300, left: 1247, right: 1247, header: 680, footer: 620 },
          },
        },
        headers: { default: header(model), first: new Header({ children: [] }) },
        footers: { default: footer(model), first: new Footer({ children: [] }) },
        children,
      },
    ],
  });
  return packDocument(document, model.date);
}

type Heading = Extract<DocumentPart, { kind: 'heading' }>;

function styles(model: DocumentModel): NonNullable<ConstructorParameters<typeof Document>[0]['styles']> {
  const isFicha = model.layout === 'ficha';
  const heading = (size: number, before: number, after: number) => ({
    run: { font, size, bold: true, color: colours.ink },
    paragraph: { spacing: { before, after }, keepNext: true },
  });
  return {
    default: {
      document: {
        run: {
          font,
          size: sizes.body,
          color: colours.ink,
          language: { value: model.locale === 'es' ? 'es-CL' : 'en-GB' },
        },
        paragraph: { spacing: { line: 276, lineRule: LineRuleType.AUTO, after: 140 } },
      },
      title: {
        run: { font, size: isFicha ? 38 : 56, bold: true, color: colours.ink },
        paragraph: { spacing: { before: 0, after: 200, line: 240, lineRule: LineRuleType.AUTO } },
      },
      heading1: isFicha ? heading(24, 320, 100) : heading(34, 480, 180),
      heading2: heading(isFicha ? 22 : 25, 360, 120),
      heading3: heading(21, 280, 100),
    },
  };
}

function cover(model: DocumentModel): (Paragraph | Table)[] {
  const isFicha = model.layout === 'ficha';
  const subtitle =
    model.subtitle === ''
      ? []
      : [
          new Paragraph({
            spacing: { after: isFicha ? 80 : 400 },
            children: [
              new TextRun({
                text: safeText(model.subtitle),
                size: isFicha ? 18 : 27,
                bold: isFicha,
                color: isFicha ? colours.accent : colours.quiet,
              }),
            ],
          }),
        ];
  const title = new Paragraph({
    heading: HeadingLevel.TITLE,
    children: [new TextRun(safeText(model.title))],
  });
  const badge = model.badge === null ? [] : [badgeParagraph(model.badge)];
  const space = isFicha ? [] : [new Paragraph({ spacing: { before: 2400 }, children: [] })];
  const badgeText =
    model.badgeText === null
      ? []
      : [new Paragraph({ children: [new TextRun({ text: safeText(model.badgeText), ...quiet })] })];
  return [
    ...space,
    ...badge,
    ...(isFicha ? [...subtitle, title] : [title, ...subtitle]),
    ...drawFacts(model.facts),
    ...badgeText,
    ...(isFicha ? [] : [new Paragraph({ children: [new PageBreak()] })]),
  ];
}

const quiet = { size: sizes.small, color: colours.quiet } as const;

function badgeParagraph(text: string): Paragraph {
  return new Paragraph({
    spacing: { after: 160 },
    children: [
      new TextRun({
        text: ` ${safeText(text)} `,
        size: sizes.small,
        bold: true,
        color: colours.warning,
        border: { style: BorderStyle.SINGLE, size: 6, color: colours.warning, space: 2 },
      }),
    ],
  });
}

/** A list of links: page numbers would be fields that Word fills in only when asked. */
function contents(model: DocumentModel, headings: readonly Heading[]): Paragraph[] {
  const entries = headings.flatMap((heading, index) =>
    heading.level > 2
      ? []
      : [
          new Paragraph({
            indent: { left: heading.level === 1 ? 0 : 300 },
            spacing: { before: heading.level === 1 ? 120 : 0, after: 60 },
            children: [
              new InternalHyperlink({
                anchor: headingName(index),
                children: [
                  new TextRun({
                    text: safeText(heading.text),
                    bold: heading.level === 1,
                    color: heading.level === 1 ? colours.ink : colours.quiet,
                  }),
                ],
              }),
            ],
          }),
        ],
  );
  return [
    new Paragraph({
      spacing: { after: 200 },
      children: [new TextRun({ text: safeText(model.words.contents), size: 34, bold: true })],
    }),
    ...entries,
    new Paragraph({ children: [new PageBreak()] }),
  ];
}

function header(model: DocumentModel): Header {
  return new Header({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: pageWidth }],
        children: [
          new TextRun({ text: model.layout === 'ficha' ? '' : safeText(model.title), ...quiet }),
          new TextRun({ children: [new Tab()] }),
          new TextRun({ text: safeText(model.badge ?? ''), ...quiet, bold: true, color: colours.warning }),
        ],
      }),
    ],
  });
}

function footer(model: DocumentModel): Footer {
  const { page, of } = model.words;
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.LEFT,
        tabStops: [{ type: TabStopType.RIGHT, position: pageWidth }],
        children: [
          new TextRun({ text: safeText(model.author), ...quiet }),
          new TextRun({
            children: [new Tab(), `${page} `, PageNumber.CURRENT, ` ${of} `, PageNumber.TOTAL_PAGES],
            ...quiet,
          }),
        ],
      }),
    ],
  });
}

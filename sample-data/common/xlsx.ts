import { ZipFile } from 'yazl';
import { type IsoDay, spreadsheetDay } from './dates';

/** A day and a moment are kept as the numbers a spreadsheet keeps, with a format that shows them. */
export type Cell =
  | string
  | number
  | null
  | { day: IsoDay }
  | { day: IsoDay; minutes: number; seconds?: number };

export interface Sheet {
  name: string;
  rows: readonly (readonly Cell[])[];
  /** Widths of the columns in letters, for people who open the file. */
  widths?: readonly number[];
  /** Blocks of cells made one, as `A1:F1`. */
  merges?: readonly string[];
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const contentTypes = 'http://schemas.openxmlformats.org/package/2006/content-types';
const kinds = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const fixedTime = new Date(1980, 0, 1);

/**
 * A workbook as bytes, its parts compressed and given one fixed time, so that the same sheets give the same bytes on
 * each run (another release of zlib may pack them otherwise; the parts stay the same).
 */
export async function xlsxBytes(sheets: readonly Sheet[]): Promise<Buffer> {
  const texts = new Map<string, number>();
  const parts: [string, string][] = sheets.map((sheet, at) => [
    `xl/worksheets/sheet${at + 1}.xml`,
    sheetXml(sheet, texts),
  ]);
  const zip = new ZipFile();
  const add = (name: string, xml: string): void =>
    zip.addBuffer(Buffer.from(head + xml, 'utf8'), name, {
      mtime: fixedTime,
      forceDosTimestamp: true,
      compress: true,
      mode: 0o100644,
    });
  add('[Content_Types].xml', contentTypesXml(sheets.length));
  add(
    '_rels/.rels',
    `<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  add('xl/workbook.xml', workbookXml(sheets));
  add('xl/_rels/workbook.xml.rels', workbookRelations(sheets.length));
  add('xl/styles.xml', stylesXml);
  for (const [name, xml] of parts) add(name, xml);
  add('xl/sharedStrings.xml', stringsXml([...texts.keys()]));
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

function sheetXml({ rows, widths, merges }: Sheet, texts: Map<string, number>): string {
  const columns = widths
    ?.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
    .join('');
  const body = rows.map((cells, row) => {
    const written = cells
      .map((cell, column) => cellXml(cell, `${letters(column)}${row + 1}`, texts))
      .join('');
    return written === '' ? '' : `<row r="${row + 1}">${written}</row>`;
  });
  const merged = merges?.length
    ? `<mergeCells count="${merges.length}">${merges.map((block) => `<mergeCell ref="${block}"/>`).join('')}</mergeCells>`
    : '';
  return `<worksheet xmlns="${main}">${columns ? `<cols>${columns}</cols>` : ''}<sheetData>${body.join('')}</sheetData>${merged}</worksheet>`;
}

function cellXml(cell: Cell, reference: string, texts: Map<string, number>): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
  if (typeof cell === 'object') {
    if (!('minutes' in cell)) return `<c r="${reference}" s="1"><v>${spreadsheetDay(cell.day)}</v></c>`;
    const share = (cell.minutes * 60 + (cell.seconds ?? 0)) / 86_400;
    return `<c r="${reference}" s="2"><v>${(spreadsheetDay(cell.day) + share).toFixed(9)}</v></c>`;
  }
  const known = texts.get(cell);
  const index = known ?? texts.size;
  if (known === undefined) texts.set(cell, index);
  return `<c r="${reference}" t="s"><v>${index}</v></c>`;
}

/** 0 is A, 26 is AA. */
function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function stringsXml(texts: readonly string[]): string {
  const items = texts.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('');
  return `<sst xmlns="${main}" uniqueCount="${texts.length}">${items}</sst>`;
}

function workbookXml(sheets: readonly Sheet[]): string {
  const list = sheets
    .map(({ name }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
    .join('');
  return `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${list}</sheets></workbook>`;
}

function workbookRelations(sheets: number): string {
  const targets = [
    ...Array.from({ length: sheets }, (_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`] as const),
    ['styles', 'styles.xml'] as const,
    ['sharedStrings', 'sharedStrings.xml'] as const,
  ];
  const list = targets
    .map(
      ([type, target], at) =>
        `<Relationship Id="rId${at + 1}" Type="${relations}/${type}" Target="${target}"/>`,
    )
    .join('');
  return `<Relationships xmlns="${packageRelations}">${list}</Relationships>`;
}

function contentTypesXml(sheets: number): string {
  const parts = [
    ['/xl/workbook.xml', 'sheet.main'],
    ...Array.from({ length: sheets }, (_, at) => [`/xl/worksheets/sheet${at + 1}.xml`, 'worksheet'] as const),
    ['/xl/styles.xml', 'styles'],
    ['/xl/sharedStrings.xml', 'sharedStrings'],
  ];
  const list = parts
    .map(([part, kind]) => `<Override PartName="${part}" ContentType="${kinds}.${kind}+xml"/>`)
    .join('');
  return `<Types xmlns="${contentTypes}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${list}</Types>`;
}

/** Format 1 is a day, format 2 a day with its time, as Excel in Chile shows them. */
const stylesXml = `<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="dd\\-mm\\-yyyy"/><numFmt numFmtId="165" formatCode="dd\\-mm\\-yyyy hh:mm:ss"/></numFmts><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`;

import { ZipFile } from 'yazl';
import type { IsoDay } from './dates';

export type OdsCell = string | number | null | { day: IsoDay };

export interface OdsSheet {
  name: string;
  /** Titles above the table, each over all of its columns. */
  titles: readonly string[];
  rows: readonly (readonly OdsCell[])[];
}

const names = [
  ['office', 'office:1.0'],
  ['style', 'style:1.0'],
  ['text', 'text:1.0'],
  ['table', 'table:1.0'],
  ['number', 'datastyle:1.0'],
  ['fo', 'xsl-fo-compatible:1.0'],
]
  .map(([prefix, name]) => ` xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}"`)
  .join('');
const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
const mediaType = 'application/vnd.oasis.opendocument.spreadsheet';
const fixedTime = new Date(1980, 0, 1);

/**
 * An OpenDocument spreadsheet as bytes. Parts are stored without compression and with a fixed time, so that the same
 * sheets give the same bytes on every machine.
 */
export async function odsBytes(sheets: readonly OdsSheet[]): Promise<Buffer> {
  const zip = new ZipFile();
  const add = (name: string, text: string): void =>
    zip.addBuffer(Buffer.from(text, 'utf8'), name, {
      mtime: fixedTime,
      forceDosTimestamp: true,
      compress: false,
      mode: 0o100644,
    });
  add('mimetype', mediaType);
  add('META-INF/manifest.xml', manifest);
  add('content.xml', contentXml(sheets));
  add(
    'styles.xml',
    `${head}<office:document-styles${names} office:version="1.2"><office:styles/></office:document-styles>`,
  );
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

const manifest = `${head}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="${mediaType}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/></manifest:manifest>`;

/** Style ce1 shows a day as LibreOffice in Chile does. */
const dayStyle =
  '<number:date-style style:name="N1"><number:day number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:year number:style="long"/></number:date-style><style:style style:name="ce1" style:family="table-cell" style:data-style-name="N1"/>';

function contentXml(sheets: readonly OdsSheet[]): string {
  const tables = sheets.map(sheetXml).join('');
  return `${head}<office:document-content${names} office:version="1.2"><office:automatic-styles>${dayStyle}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`;
}

function sheetXml({ name, titles, rows }: OdsSheet): string {
  const width = Math.max(...rows.map((row) => row.length));
  const spanned = titles.map(
    (title) =>
      `<table:table-row><table:table-cell office:value-type="string" table:number-columns-spanned="${width}" table:number-rows-spanned="1"><text:p>${escaped(title)}</text:p></table:table-cell><table:covered-table-cell table:number-columns-repeated="${width - 1}"/></table:table-row>`,
  );
  const body = rows.map((row) => `<table:table-row>${row.map(cellXml).join('')}</table:table-row>`);
  return `<table:table table:name="${escaped(name)}"><table:table-column table:number-columns-repeated="${width}"/>${spanned.join('')}${body.join('')}</table:table>`;
}

function cellXml(cell: OdsCell): string {
  if (cell === null || cell === '') return '<table:table-cell/>';
  if (typeof cell === 'number') {
    const shown = String(cell).replace('.', ',');
    return `<table:table-cell office:value-type="float" office:value="${cell}"><text:p>${shown}</text:p></table:table-cell>`;
  }
  if (typeof cell === 'object') {
    const shown = cell.day.split('-').reverse().join('-');
    return `<table:table-cell table:style-name="ce1" office:value-type="date" office:date-value="${cell.day}"><text:p>${shown}</text:p></table:table-cell>`;
  }
  return `<table:table-cell office:value-type="string"><text:p>${escaped(cell)}</text:p></table:table-cell>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

import { writeZip } from './write-zip';

/** A sheet of texts; the first row is set in bold and stays in view. Widths are in characters. */
export type TextSheet = { name: string; rows: readonly (readonly string[])[]; widths: readonly number[] };

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const contentTypes = 'http://schemas.openxmlformats.org/package/2006/content-types';
const kinds = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** The first day an archive can name: the same sheets are the same bytes whenever they are written. */
const fixedDay = '1980-01-01';

/** A workbook (XLSX) in which every cell is text, so that codes such as `05301` stay as they are. */
export async function xlsxOfTexts(sheets: readonly TextSheet[]): Promise<Uint8Array> {
  const parts: { path: string; content: Uint8Array }[] = [];
  const add = (path: string, xml: string): void => {
    parts.push({ path, content: Buffer.from(head + xml, 'utf8') });
  };
  add('[Content_Types].xml', typesXml(sheets.length));
  add('_rels/.rels', relationsXml([['rId1', 'officeDocument', 'xl/workbook.xml']]));
  add('xl/workbook.xml', workbookXml(sheets));
  add(
    'xl/_rels/workbook.xml.rels',
    relationsXml([
      ...sheets.map((_sheet, at): Relation => [`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`]),
      [`rId${sheets.length + 1}`, 'styles', 'styles.xml'],
    ]),
  );
  add('xl/styles.xml', stylesXml);
  for (const [at, sheet] of sheets.entries()) add(`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet));
  return writeZip(parts, fixedDay);
}

type Relation = readonly [id: string, type: string, target: string];

function relationsXml(list: readonly Relation[]): string {
  const items = list.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${packageRelations}">${items.join('')}</Relationships>`;
}

function typesXml(sheets: number): string {
  const parts = [
    ['/xl/workbook.xml', 'sheet.main'],
    ...Array.from({ length: sheets }, (_, at) => [`/xl/worksheets/sheet${at + 1}.xml`, 'worksheet']),
    ['/xl/styles.xml', 'styles'],
  ];
  const list = parts.map(
    ([part, kind]) => `<Override PartName="${part}" ContentType="${kinds}.${kind}+xml"/>`,
  );
  return `<Types xmlns="${contentTypes}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${list.join('')}</Types>`;
}

function workbookXml(sheets: readonly TextSheet[]): string {
  const list = sheets.map(
    ({ name }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  return `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${list.join('')}</sheets></workbook>`;
}

function sheetXml({ rows, widths }: TextSheet): string {
  const columns = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  const body = rows.map((cells, row) => {
    const style = row === 0 ? ' s="1"' : '';
    const written = cells.map((text, column) =>
      text === ''
        ? ''
        : `<c r="${letters(column)}${row + 1}"${style} t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`,
    );
    return `<row r="${row + 1}">${written.join('')}</row>`;
  });
  const view =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  return `<worksheet xmlns="${main}">${view}${columns.length > 0 ? `<cols>${columns.join('')}</cols>` : ''}<sheetData>${body.join('')}</sheetData></worksheet>`;
}

/** 0 is A, 26 is AA. */
function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

/** XML cannot hold control characters, not even escaped. */
function escaped(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to take out
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}

const stylesXml = `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

export type XmlCell = string | number | null | { day: string };

export interface XmlSheet {
  name: string;
  rows: readonly (readonly XmlCell[])[];
}

const spreadsheet = 'urn:schemas-microsoft-com:office:spreadsheet';

/** A workbook as "Hoja de cálculo XML 2003", the text form in which Excel also saves. */
export function excelXmlBytes(sheets: readonly XmlSheet[]): Buffer {
  const tables = sheets.map(
    ({ name, rows }) =>
      `<Worksheet ss:Name="${escaped(name)}"><Table>\n${rows
        .map((row) => `<Row>${row.map(cellXml).join('')}</Row>\n`)
        .join('')}</Table></Worksheet>\n`,
  );
  const styles =
    '<Styles><Style ss:ID="Default"/><Style ss:ID="dia"><NumberFormat ss:Format="dd\\-mm\\-yyyy"/></Style></Styles>';
  const text = `<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="${spreadsheet}" xmlns:ss="${spreadsheet}">\n${styles}\n${tables.join('')}</Workbook>\n`;
  return Buffer.from(text, 'utf8');
}

function cellXml(cell: XmlCell): string {
  if (cell === null || cell === '') return '<Cell/>';
  if (typeof cell === 'number') return `<Cell><Data ss:Type="Number">${cell}</Data></Cell>`;
  if (typeof cell === 'object') {
    return `<Cell ss:StyleID="dia"><Data ss:Type="DateTime">${cell.day}T00:00:00.000</Data></Cell>`;
  }
  return `<Cell><Data ss:Type="String">${escaped(cell)}</Data></Cell>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

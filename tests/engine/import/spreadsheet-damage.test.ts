import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSource } from '../../support/read-source';
import { workbookParts, zipFile } from '../../support/zip-file';

const folder = path.join(import.meta.dirname, '../../fixtures/import/spreadsheets');
const plainSheet = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';

function workbook(sheet: string, changes: Record<string, string> = {}) {
  return { name: 'datos.xlsx', bytes: zipFile(workbookParts(sheet, changes)) };
}

function openDocument(content: string, others: { name: string; content: string }[] = []) {
  const parts = [
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' },
    { name: 'content.xml', content },
    ...others,
  ];
  return { name: 'datos.ods', bytes: zipFile(parts) };
}

const odsBody = (rows: string): string =>
  `<office:document-content><office:body><office:spreadsheet><table:table table:name="T">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`;

describe('workbooks that would harm the computer', () => {
  it('refuses a document type, and with it every entity of its own', async () => {
    const bomb = `<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet>${plainSheet}</worksheet>`;
    for (const part of ['xl/worksheets/sheet1.xml', 'xl/workbook.xml']) {
      await expect(readSource(workbook(plainSheet, { [part]: bomb }))).rejects.toMatchObject({
        code: 'workbook-unsafe',
        details: { reason: 'entities' },
      });
    }
    const cell = '<sheetData><row r="1"><c r="A1" t="str"><v>&otra;</v></c></row></sheetData>';
    await expect(readSource(workbook(cell))).rejects.toMatchObject({ details: { reason: 'entities' } });
  });

  it('refuses a part that unpacks to a thousand times its size before reading it', async () => {
    const spaces = `<worksheet>${' '.repeat(80 * 2 ** 20)}</worksheet>`;
    const start = performance.now();
    await expect(
      readSource(workbook(plainSheet, { 'xl/worksheets/sheet1.xml': spaces })),
    ).rejects.toMatchObject({
      code: 'workbook-unsafe',
      details: { reason: 'ratio' },
    });
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it('stops at the size a part declares when it goes on longer', async () => {
    const parts = workbookParts(`<sheetData>${'<row/>'.repeat(100_000)}</sheetData>`).map((part) =>
      part.name.endsWith('sheet1.xml') ? { ...part, declaredSize: 1000 } : part,
    );
    await expect(readSource({ name: 'datos.xlsx', bytes: zipFile(parts) })).rejects.toMatchObject({
      code: 'workbook-unsafe',
      details: { reason: 'size' },
    });
  });

  it('refuses more parts than a workbook has', async () => {
    const many = Array.from({ length: 10_001 }, (_, index) => ({ name: `x/${index}`, content: '' }));
    await expect(readSource({ name: 'datos.xlsx', bytes: zipFile(many) })).rejects.toMatchObject({
      code: 'workbook-unsafe',
      details: { reason: 'parts' },
    });
  });

  it('stops writing a long text that millions of cells share', async () => {
    const text = 'x'.repeat(32_000);
    const rows = Array.from(
      { length: 1000 },
      (_, row) => `<row r="${row + 1}">${'<c t="s"><v>0</v></c>'.repeat(100)}</row>`,
    );
    const file = workbook(`<sheetData>${rows.join('')}</sheetData>`, {
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
      'xl/sharedStrings.xml': `<sst><si><t>${text}</t></si></sst>`,
    });
    await expect(readSource(file)).rejects.toMatchObject({ details: { reason: 'cells' } });
  }, 30_000);

  it('ignores a billion empty cells of an OpenDocument sheet and refuses a billion filled ones', async () => {
    const filled = '<table:table-cell office:value-type="float" office:value="7"/>';
    const empty = '<table:table-cell table:number-columns-repeated="16384"/>';
    const { rows } = await readSource(
      openDocument(
        odsBody(
          `<table:table-row>${filled}${empty}</table:table-row><table:table-row table:number-rows-repeated="1048575">${empty}</table:table-row>`,
        ),
      ),
    );
    expect(rows).toEqual([['7']]);
    const wide = filled.replace('/>', ' table:number-columns-repeated="1000000000"/>');
    const tall = `<table:table-row table:number-rows-repeated="1000000000">${filled}</table:table-row>`;
    for (const body of [`<table:table-row>${wide}</table:table-row>`, tall]) {
      await expect(readSource(openDocument(odsBody(body)))).rejects.toMatchObject({
        code: 'workbook-unsafe',
        details: { reason: 'cells' },
      });
    }
  });

  it('writes out rows and cells that are repeated a few times', async () => {
    const twice =
      '<table:table-cell office:value-type="string" table:number-columns-repeated="2"><text:p>a</text:p></table:table-cell>';
    const one = '<table:table-cell office:value-type="float" office:value="1"/>';
    const { rows, columns } = await readSource(
      openDocument(
        odsBody(
          `<table:table-row table:number-rows-repeated="3">${twice}${one}</table:table-row><table:table-row table:number-rows-repeated="2"/><table:table-row>${one}</table:table-row>`,
        ),
      ),
    );
    expect(rows).toEqual([['a', 'a', '1'], ['a', 'a', '1'], ['a', 'a', '1'], [''], [''], ['1', '', '']]);
    expect(columns[2]?.numbers).toBe(3);
  });
});

describe('workbooks that cannot be read', () => {
  it('names a workbook that was cut off, changed inside, or is not well-formed', async () => {
    const whole = readFileSync(path.join(folder, 'survey-openpyxl.xlsx'));
    await expect(
      readSource({ name: 'corto.xlsx', bytes: whole.subarray(0, whole.length / 2) }),
    ).rejects.toMatchObject({ code: 'workbook-damaged' });
    for (const sheet of [
      '<sheetData><row r="1"><c r="A1"><v>1</v></c></sheetData>',
      '<sheetData><row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row></sheetData>',
      '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row></sheetData>',
      '<sheetData><row r="1"><c r="A1" t="s"><v>5</v></c></row></sheetData>',
    ]) {
      await expect(readSource(workbook(sheet))).rejects.toMatchObject({ code: 'workbook-damaged' });
    }
  });

  it('asks for the password to be removed', async () => {
    const manifest =
      '<manifest:manifest><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>';
    const locked = openDocument('nothing to read', [{ name: 'META-INF/manifest.xml', content: manifest }]);
    await expect(readSource(locked)).rejects.toMatchObject({ code: 'workbook-protected' });
    for (const name of ['protected.xlsx', 'protected.xls', 'protected.ods']) {
      await expect(readSource(path.join(folder, name))).rejects.toMatchObject({ code: 'workbook-protected' });
    }
  });

  it.each([
    ['xlsb', [{ name: 'xl/workbook.bin', content: 'x' }]],
    ['document', [{ name: 'word/document.xml', content: '<w/>' }]],
    ['zip', [{ name: 'respuestas.csv', content: 'a;b' }]],
  ])('says of a zip that it is %s', async (kind, parts) => {
    await expect(readSource({ name: 'datos.xlsx', bytes: zipFile(parts) })).rejects.toMatchObject({
      code: 'file-unsupported',
      details: { kind },
    });
  });

  it.each([
    ['%PDF-1.7 text', 'file-unsupported', 'document'],
    ['<html><body><p>Su sesión expiró</p></body></html>', 'file-unsupported', 'no-table'],
    ['<?xml version="1.0"?><kml><a/></kml>', 'file-unsupported', 'xml'],
    ['MIME-Version: 1.0\r\nContent-Type: multipart/related', 'file-unsupported', 'web-archive'],
  ])('says what %s is', async (text, code, kind) => {
    await expect(readSource({ name: 'datos.xlsx', bytes: Buffer.from(text) })).rejects.toMatchObject({
      code,
      details: { kind },
    });
  });

  it('leaves a text table that is called a workbook to the reader of texts', async () => {
    const source = await readSource({ name: 'datos.xlsx', bytes: Buffer.from('a;b\n1;2\n') });
    expect(source.format).toBe('text');
  });

  it('stops when cancelled', async () => {
    const job = { signal: AbortSignal.abort(), report: () => undefined };
    await expect(readSource(workbook(plainSheet), null, job)).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('says that a workbook of charts alone has no data', async () => {
    const chart = workbook(plainSheet, {
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="rId1" Type="x/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>',
    });
    await expect(readSource(chart)).rejects.toMatchObject({ code: 'workbook-empty' });
  });
});

describe('workbooks written oddly but soundly', () => {
  it('reads cells without references, out of order, in a namespace, with pieces of text and readings', async () => {
    const { rows } = await readSource(
      workbook('', {
        'xl/worksheets/sheet1.xml': `<x:worksheet xmlns:x="m"><x:sheetData>
          <x:row><x:c><x:v>1</x:v></x:c><x:c t="inlineStr"><x:is><x:r><x:t>Ñu</x:t></x:r><x:r><x:t xml:space="preserve">ñoa </x:t></x:r><x:rPh><x:t>no</x:t></x:rPh></x:is></x:c></x:row>
          <x:row r="3"><x:c r="C3"><x:v>3</x:v></x:c><x:c r="A3" t="str"><x:v>a &amp; "b"</x:v></x:c></x:row>
          <x:row><x:c t="b"><x:v>1</x:v></x:c><x:c t="d"><x:v>2024-05-01T10:20:30</x:v></x:c><x:c t="inlineStr"><x:is><x:t>uno_x000D_&#10;dos</x:t></x:is></x:c></x:row>
        </x:sheetData></x:worksheet>`,
      }),
    );
    expect(rows).toEqual([
      ['1', 'Ñuñoa ', ''],
      [''],
      ['a & "b"', '', '3'],
      ['VERDADERO', '2024-05-01 10:20:30', 'uno\ndos'],
    ]);
  });

  it('reads UTF-16, and rows that widen after thousands of lines', async () => {
    const narrow = Array.from({ length: 3000 }, (_, index) => `<row><c><v>${index}</v></c></row>`).join('');
    const { rows, lines } = await readSource(
      workbook(`<sheetData>${narrow}<row r="3002"><c r="D3002"><v>9</v></c></row></sheetData>`),
    );
    expect(lines).toHaveLength(3002);
    expect(rows[0]).toEqual(['0', '', '', '']);
    expect(rows[2999]).toEqual(['2999', '', '', '']);
    expect(lines[3000]).toBe('');
    expect(rows[3001]).toEqual(['', '', '', '9']);
    const parts = workbookParts('').map((part) =>
      part.name.endsWith('sheet1.xml')
        ? {
            ...part,
            content: Buffer.from(
              `\ufeff<?xml version="1.0" encoding="UTF-16"?><worksheet><sheetData><row><c t="str"><v>Ñuñoa</v></c></row></sheetData></worksheet>`,
              'utf16le',
            ),
          }
        : part,
    );
    expect((await readSource({ name: 'ancho.xlsx', bytes: zipFile(parts) })).rows).toEqual([['Ñuñoa']]);
  });

  it('reads an XML workbook of 2003 with its indexes, formats and hidden sheets', async () => {
    const xml = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
      <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
      <Styles><Style ss:ID="p"><NumberFormat ss:Format="0%"/></Style><Style ss:ID="d"><NumberFormat ss:Format="Short Date"/></Style></Styles>
      <Worksheet ss:Name="Datos"><Table>
        <Row><Cell><Data ss:Type="String">Caso</Data></Cell><Cell ss:Index="3"><Data ss:Type="String">Día</Data></Cell></Row>
        <Row ss:Index="3"><Cell ss:StyleID="p"><Data ss:Type="Number">0.25</Data></Cell><Cell ss:Index="3" ss:StyleID="d"><Data ss:Type="DateTime">2024-05-01T00:00:00.000</Data></Cell></Row>
      </Table></Worksheet>
      <Worksheet ss:Name="Oculta"><Table><Row><Cell><Data ss:Type="Number">1</Data></Cell></Row></Table>
        <WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>`;
    const source = await readSource({ name: 'registro.xls', bytes: Buffer.from(xml) });
    expect(source.rows).toEqual([['Caso', '', 'Día'], [''], ['25%', '', '2024-05-01']]);
    expect(source.tables.map(({ isHidden }) => isHidden)).toEqual([false, true]);
  });

  it('reads a page in Windows-1252 with tables inside, spans and numbers that Excel wrote beside', async () => {
    const page = Buffer.from(
      `<html><head><meta charset="windows-1252"></head><table><tr><td>Registro<table>
       <tr><th>RUN<th>Niña<th>Nota</tr><tr><td rowspan=2>11111111</td><td>&Ntilde;u\u00f1oa<br>Sur</td><td x:num="5.25">5,3</td></tr>
       <tr><td>b</td><td>6,0</td></tr></table></td></tr></table></html>`,
      'latin1',
    );
    const { rows } = await readSource({ name: 'registro.xls', bytes: page });
    expect(rows).toEqual([
      ['RUN', 'Niña', 'Nota'],
      ['11111111', 'Ñuñoa\nSur', '5.25'],
      ['', 'b', '6,0'],
    ]);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EngineContext } from '../../../electron/engine/context';
import { prepareFile } from '../../../electron/engine/import/prepared-file';
import { countSourceRows } from '../../../electron/engine/import/row-counts/count-source-rows';
import { secondCount } from '../../../electron/engine/import/second-count';
import { neverCancelled } from '../../../shared/cancel';
import { startTestEngine, type TestEngine } from '../../support/engine';
import { failureOf, importFile } from '../../support/import';
import { workbookParts, zipFile } from '../../support/zip-file';

const fixtures = path.join(import.meta.dirname, '../../fixtures/import');
const job = { signal: neverCancelled, report: () => undefined };
const readable = ['spreadsheets', 'statistics', 'platforms', 'xlsform'].flatMap((folder) =>
  readdirSync(path.join(fixtures, folder))
    .filter((name) => /\.(xlsx|ods|fods|html|z?sav)$/.test(name) && !name.startsWith('protected'))
    .map((name) => path.join(folder, name)),
);

let test: TestEngine;
beforeAll(async () => {
  test = await startTestEngine();
  await test.client.call('project.create', { name: 'Dos cuentas', fileId: null });
});
afterAll(() => test.close());

async function prepared(name: string, bytes: Buffer | string, tableId: string | null = null) {
  const fileId = await test.stage(name, bytes);
  // Safe: preparing a file uses nothing of the context but its files.
  const context = { files: test.engine.files } as EngineContext;
  return prepareFile(context, { fileId, corrections: tableId === null ? {} : { tableId } }, job);
}

describe('rows counted in the bytes of a workbook', () => {
  it.each(readable)('%s: as many in every table as were read', async (name) => {
    const bytes = readFileSync(path.join(fixtures, name));
    const first = await prepared(path.basename(name), bytes);
    for (const { id } of first.source.tables) {
      const table = await prepared(path.basename(name), bytes, id).catch(() => null);
      if (!table) continue;
      expect([id, await countSourceRows(table, job)]).toEqual([id, table.detected.scan.records]);
    }
  });

  /** Rows 2, 5, 7 and 9 hold something; 3 has spaces, 4 styles only, 8 is hidden, 10 a formula without result. */
  const sheet = `<cols><col min="1" max="1" hidden="1"/></cols><sheetData>
    <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>nota</t></is></c></row>
    <row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2"><v>5</v></c></row>
    <row r="3"><c r="A3" t="s"><v>2</v></c><c r="B3" t="str"><v> _x0020_&#32;</v></c></row>
    <row r="4" s="1" customFormat="1"><c r="A4" s="1"/><c r="B4" s="1"></c></row>
    <row r="5"><c r="B5"><v>6</v></c></row><row r="6"/>
    <row r="7"><!-- <row r="70"><c><v>1</v></c></row> --><c r="A7" t="s"><v>1</v></c></row>
    <row r="8" hidden="1"><c r="A8" t="inlineStr"><is><r><t>An</t></r><r><t>a</t></r></is></c><c r="B8"><v>7</v></c></row>
    <row r="9"><c r="A9" t="s"><v>1</v></c><c r="B9"><f>A&lt;1</f><v>1</v></c></row>
    <row r="10"><c r="B10"><f>B9*2</f></c></row>
  </sheetData><mergeCells><mergeCell ref="A7:B7"/></mergeCells>`;
  const shared =
    '<sst><si><t>nombre</t></si><si><t>Ana</t></si><si><t xml:space="preserve">  \u00a0 </t></si></sst>';
  const relations = `<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>
    <Relationship Id="rId2" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>`;
  const trap = zipFile(
    workbookParts(sheet, { 'xl/sharedStrings.xml': shared, 'xl/_rels/workbook.xml.rels': relations }),
  );

  it('hidden, merged and formatted rows, spaces and comments are counted for what they hold', async () => {
    const table = await prepared('trampas.xlsx', trap);
    // Rows 2 to 9, of which 3, 4 and 6 are blank; 10 holds no value.
    expect(table.detected.scan).toMatchObject({ records: 8, blankRecords: 3 });
    expect(await countSourceRows(table, job)).toBe(8);
  });

  it('a row of nothing but quotes is a row; one of spaces in any writing is none', async () => {
    const text = (cell: string): string => `<c t="inlineStr"><is><t>${cell}</t></is></c>`;
    const rows = [
      ['nombre', 'nota'],
      ['Ana', '5'],
      ['&quot;', '&quot;'],
      ['"', ''],
      ['_x2003_', '_xFEFF_'],
      ['&quot;&quot;', '6'],
      ['Eva', '7'],
    ];
    const cells = rows.map((row) => `<row>${row.map(text).join('')}</row>`).join('');
    const table = await prepared('comillas.xlsx', zipFile(workbookParts(`<sheetData>${cells}</sheetData>`)));
    expect(table.detected.scan).toMatchObject({ records: 6, blankRecords: 1 });
    expect(await countSourceRows(table, job)).toBe(6);
    expect(await secondCount(table, job)).toBe(6);
  });

  it('repeated rows of an OpenDocument sheet count as often as they are repeated', async () => {
    const cell = (text: string) =>
      `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;
    const note =
      '<table:table-cell><office:annotation><text:p>una nota</text:p></office:annotation></table:table-cell>';
    const content = `<?xml version="1.0"?><office:document xmlns:office="o" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
      <office:body><office:spreadsheet><table:table table:name="Uno"><table:shapes><draw:frame><table:table>
      <table:table-row>${cell('x')}</table:table-row></table:table></draw:frame></table:shapes>
      <table:table-header-rows><table:table-row>${cell('curso')}${cell('nota')}</table:table-row></table:table-header-rows>
      <table:table-row table:number-rows-repeated="3">${cell('1A')}${cell('5')}</table:table-row>
      <table:table-row table:number-rows-repeated="2">${note}</table:table-row>
      <table:table-row table:visibility="collapse">${cell('1B')}<table:covered-table-cell/></table:table-row>
      <table:table-row><table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="7"><text:p>7</text:p></table:table-cell></table:table-row>
      <table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>
      </table:table></office:spreadsheet></office:body></office:document>`;
    const table = await prepared('repetidas.fods', content);
    expect(table.detected.scan).toMatchObject({ records: 7, blankRecords: 2 });
    expect(await countSourceRows(table, job)).toBe(7);
  });

  it('a reader that lost or invented a row is found out', async () => {
    for (const name of [
      'spreadsheets/survey-libreoffice.ods',
      'statistics/iris.sav',
      'spreadsheets/survey-libreoffice.html',
    ]) {
      const table = await prepared(path.basename(name), readFileSync(path.join(fixtures, name)));
      const { records } = table.detected.scan;
      const lost = {
        ...table,
        detected: { ...table.detected, scan: { ...table.detected.scan, records: records - 1 } },
      };
      expect(await failureOf(secondCount(lost, job))).toMatchObject({
        code: 'row-count-disagreement',
        details: { first: records - 1, second: records },
      });
    }
  });

  it.each(['encuesta-pspp.sav', 'encuesta-haven-sin-comprimir.sav', 'iris.sav'])(
    '%s without a number of cases is counted in its data',
    async (name) => {
      const bytes = readFileSync(path.join(fixtures, 'statistics', name));
      const { records } = (await prepared(name, bytes)).detected.scan;
      bytes.writeInt32LE(-1, 80);
      expect(await countSourceRows(await prepared(name, bytes), job)).toBe(records);
    },
  );

  it('an XML workbook skips rows by their index, and comments are no cells', async () => {
    const row = (cells: string, attributes = '') => `<Row${attributes}>${cells}</Row>`;
    const data = (text: string) => `<Cell><Data ss:Type="String">${text}</Data></Cell>`;
    const content = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
      <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
      <Worksheet ss:Name="Otra"><Table>${row(data('sola'))}</Table></Worksheet>
      <Worksheet ss:Name="Datos"><Table>${row(data('curso') + data('nota'))}${row(`${data('1A')}<Cell><Data ss:Type="String">5</Data><Comment><ss:Data>seguro</ss:Data></Comment></Cell>`)}
      ${row(data('1B') + data('6'), ' ss:Index="5" ss:Hidden="1"')}${row('<Cell><Comment><ss:Data>nota</ss:Data></Comment></Cell>')}
      ${row(data('1C') + data('7'))}</Table></Worksheet></Workbook>`;
    const table = await prepared('registro.xls', content);
    expect(table.detected.scan).toMatchObject({ records: 6, blankRecords: 3 });
    expect(await countSourceRows(table, job)).toBe(6);
    expect(readFileSync(table.csvPath, 'utf8')).not.toMatch(/nota"?\n.*nota|seguro/);
  });

  it('rows of a page that a quote without end swallowed are found out, and in no time', async () => {
    const cells = (row: number): string => `<tr><td title="sin cerrar>${row}<td a='x>y'>&nbsp;</tr>`;
    const rows = Array.from({ length: 20_000 }, (_, row) => cells(row)).join('');
    const page = `<html><table><tr><td>n<td>m</tr>${rows}<tr><td> &nbsp; </tr></table></html>`;
    const table = await prepared('registro.html', page);
    const start = performance.now();
    // As browsers do, the reader takes everything up to the next quote for a title.
    expect(await failureOf(secondCount(table, job))).toMatchObject({
      code: 'row-count-disagreement',
      details: { first: 10_000, second: 20_000 },
    });
    expect(performance.now() - start).toBeLessThan(3000);
  });

  it('stands in the receipt of an import', async () => {
    const fileId = await test.stage('trampas.xlsx', trap);
    const { receipt } = await importFile(test, fileId);
    expect(receipt).toMatchObject({ rowsRead: 8, rowsKept: 5, rowsSetAside: 3, rowsSecondCount: 8 });
  });
});

import { rm } from 'node:fs/promises';
import { AppError } from '../../../../shared/errors';
import type { EngineContext } from '../../context';
import type { FrozenFile } from '../frozen-file';
import type { Job } from '../job';
import type { ConvertedSource } from '../sources/converted-source';
import { markOfTexts } from '../sources/native-columns';
import { CellWriter } from './cell-text';
import { chooseTable } from './choose-table';
import { finishTable } from './finish-table';
import type { Merge } from './merged-cells';
import { scanDocument } from './scan-part';
import { SheetFindings } from './sheet-findings';
import { sheetNotices, workbookNotices } from './sheet-notices';
import { asTable } from './source-tables';
import { TableWriter } from './table-writer';
import { readRelationships } from './xlsx-parts';
import { columnNumber, SheetHandler } from './xlsx-sheet';
import { readSharedStrings } from './xlsx-strings';
import { readStyles } from './xlsx-styles';
import { readWorkbook, type WorkbookSheet } from './xlsx-workbook';
import type { ZipPackage } from './zip-package';

type Measured = WorkbookSheet & { rows: number | null; columns: number | null; cells: number };

/** Cells are counted before a sheet is chosen as long as that takes no second. */
const countLimitBytes = 64 * 2 ** 20;

/** Writes out one sheet of an Office Open XML workbook (XLSX, XLSM, strict or transitional). */
export async function openXlsx(
  context: EngineContext,
  file: FrozenFile,
  zip: ZipPackage,
  tableId: string | null,
  job: Job,
): Promise<ConvertedSource> {
  const workbook = await readWorkbook(file, zip, job);
  const sheets = await measureSheets(zip, workbook.sheets, job);
  const chosen = chooseTable(file, sheets, tableId, ({ cells }) => cells);
  const styles = await readStyles(file, zip, workbook.stylesPart, job);
  const strings = workbook.stringsPart
    ? await readSharedStrings(file, zip, workbook.stringsPart, context.files.scratchPath('.strings'), job)
    : null;
  const target = context.files.scratchPath('.table');
  const writer = new TableWriter(file, target);
  const findings = new SheetFindings();
  const merges: Merge[] = [];
  try {
    const cells = new CellWriter(writer, findings, workbook.uses1904);
    const handler = new SheetHandler({ writer, cells, findings, strings, styles, merges });
    const size = Math.max(zip.sizeOf(chosen.part), 1);
    let done = 0;
    await scanDocument(file, chosen.part, zip.read(chosen.part, job), handler, async (bytes) => {
      done += bytes;
      if (!writer.isFull || handler.isInRow) return;
      await writer.flush();
      job.report({ stage: 'reading', share: Math.min(1, done / size), done: null, total: null });
    });
    const table = await writer.close();
    if (table.filled === 0) throw new AppError('workbook-empty', { fileName: file.name, table: chosen.name });
    const finished = await finishTable(target, table, merges, job.signal);
    const relations = await readRelationships(file, zip, chosen.part, job);
    findings.hasComments = relations.some(({ type }) => /^(threadedComment|comments)$/.test(type));
    const columns = table.counts.native(table.width);
    return {
      format: 'xlsx',
      textPath: target,
      tables: sheets.map((sheet) =>
        asTable(sheet === chosen ? { ...sheet, rows: table.rows, columns: table.width } : sheet),
      ),
      tableId: chosen.name,
      notices: [...workbookNotices(sheets, chosen, workbook), ...sheetNotices(findings, table, finished)],
      columns,
      codebook: null,
      layout: { decimalMark: markOfTexts(table.counts.hasTextualNumbers()) },
    };
  } catch (error) {
    await writer.abandon();
    await rm(target, { force: true });
    throw error;
  } finally {
    strings?.close();
  }
}

async function measureSheets(
  zip: ZipPackage,
  sheets: readonly WorkbookSheet[],
  job: Job,
): Promise<Measured[]> {
  const total = sheets.reduce((sum, { part }) => sum + zip.sizeOf(part), 0);
  const counts = sheets.length > 1 && total <= countLimitBytes;
  const measured: Measured[] = [];
  for (const sheet of sheets) {
    if (!zip.has(sheet.part)) {
      measured.push({ ...sheet, rows: null, columns: null, cells: 0 });
      continue;
    }
    const found = await measureSheet(zip, sheet.part, counts, job);
    measured.push({ ...sheet, ...found });
  }
  return measured;
}

/** The range a sheet says it uses, and how many of its cells hold a value (or else how large it is). */
async function measureSheet(
  zip: ZipPackage,
  part: string,
  counts: boolean,
  job: Job,
): Promise<{ rows: number | null; columns: number | null; cells: number }> {
  let head: string | null = null;
  let cells = 0;
  for await (const chunk of zip.read(part, job)) {
    head ??= chunk.toString('latin1', 0, 8192);
    if (!counts) break;
    for (const mark of ['</v>', '</is>', ':v>', ':is>']) {
      for (let at = chunk.indexOf(mark); at >= 0; at = chunk.indexOf(mark, at + mark.length)) cells += 1;
    }
  }
  const range = /<(?:\w+:)?dimension\s[^>]*ref="[A-Z]{1,3}[0-9]+:([A-Z]{1,3})([0-9]+)"/.exec(head ?? '');
  return {
    rows: range ? Number(range[2]) : null,
    columns: range ? columnNumber(range[1] ?? '') + 1 : null,
    cells: counts ? cells : zip.sizeOf(part),
  };
}

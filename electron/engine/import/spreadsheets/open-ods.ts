import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { AppError } from '../../../../shared/errors';
import type { EngineContext } from '../../context';
import type { FrozenFile } from '../frozen-file';
import type { Job } from '../job';
import type { ConvertedSource } from '../sources/converted-source';
import { chooseTable } from './choose-table';
import { finishTable } from './finish-table';
import { OdsHandler, type OdsTable } from './ods-content';
import { asTable } from './open-xlsx';
import { scanDocument } from './scan-part';
import { sheetNotices, workbookNotices } from './sheet-notices';
import { passwordProtected } from './workbook-errors';
import { readSmallPart } from './xlsx-parts';
import type { ZipPackage } from './zip-package';

const contentPart = 'content.xml';

/** Writes out one sheet of an OpenDocument spreadsheet. */
export async function openOds(
  context: EngineContext,
  file: FrozenFile,
  zip: ZipPackage,
  tableId: string | null,
  job: Job,
): Promise<ConvertedSource> {
  const open = (name: string): void => {
    if (name === 'encryption-data') throw passwordProtected(file);
  };
  await readSmallPart(file, zip, 'META-INF/manifest.xml', { open }, job);
  const size = zip.sizeOf(contentPart);
  return openContent(context, { file, tableId, size, source: zip.read(contentPart, job) }, job);
}

/** Writes out one sheet of a flat OpenDocument file, which is the content part by itself. */
export async function openFlatOds(
  context: EngineContext,
  file: FrozenFile,
  tableId: string | null,
  job: Job,
): Promise<ConvertedSource> {
  const source = createReadStream(file.path, { highWaterMark: 1 << 18 });
  return openContent(context, { file, tableId, size: file.bytes, source }, job);
}

type Content = { file: FrozenFile; tableId: string | null; size: number; source: AsyncIterable<Buffer> };

/** Sheets follow one another, so all that may be chosen are written in one pass and only the best is kept. */
async function openContent(
  context: EngineContext,
  { file, tableId, size, source }: Content,
  job: Job,
): Promise<ConvertedSource> {
  const targets: string[] = [];
  const newTarget = (): string => {
    const target = context.files.scratchPath('.table');
    targets.push(target);
    return target;
  };
  const handler = new OdsHandler(file, tableId, newTarget);
  let done = 0;
  try {
    await scanDocument(file, contentPart, source, handler, async (bytes) => {
      done += bytes;
      if (job.signal.aborted) throw new AppError('cancelled');
      if (!handler.isInRow) await handler.flush();
      job.report({ stage: 'reading', share: Math.min(1, done / Math.max(size, 1)), done: null, total: null });
    });
    const chosen = chooseTable(
      file,
      handler.tables,
      tableId,
      ({ written }) => written?.writer.filledCells ?? 0,
    );
    const { written } = chosen;
    if (!written || written.writer.filledCells === 0) {
      throw new AppError('workbook-empty', { fileName: file.name, table: chosen.name });
    }
    const table = await written.writer.close();
    const { extended } = await finishTable(written.target, table, written.merges, job.signal);
    await discard(handler.tables, targets, written.target);
    return {
      format: 'ods',
      textPath: written.target,
      tables: handler.tables.map((sheet) => asTable(sized(sheet))),
      tableId: chosen.name,
      notices: [
        ...workbookNotices(handler.tables, chosen, { uses1904: false, otherSheets: 0 }),
        ...sheetNotices(written.findings, table, extended),
      ],
      columns: table.counts.native(table.width),
      codebook: null,
    };
  } catch (error) {
    await discard(handler.tables, targets, null);
    throw error;
  }
}

function sized({ name, visibility, written }: OdsTable) {
  const size = written?.writer.size ?? null;
  return { name, visibility, rows: size?.rows ?? null, columns: size?.columns ?? null };
}

async function discard(
  tables: readonly OdsTable[],
  targets: readonly string[],
  kept: string | null,
): Promise<void> {
  for (const { written } of tables) if (written && written.target !== kept) await written.writer.abandon();
  for (const target of targets) if (target !== kept) await rm(target, { force: true });
}

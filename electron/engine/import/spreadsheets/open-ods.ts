import { createReadStream } from 'node:fs';
import { AppError } from '../../../../shared/errors';
import type { EngineContext } from '../../context';
import type { FrozenFile } from '../frozen-file';
import type { Job } from '../job';
import type { ConvertedSource } from '../sources/converted-source';
import { OdsHandler } from './ods-content';
import { scanDocument } from './scan-part';
import { TableCollector } from './table-collector';
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

async function openContent(
  context: EngineContext,
  { file, tableId, size, source }: Content,
  job: Job,
): Promise<ConvertedSource> {
  const collector = new TableCollector(context, file, tableId);
  const handler = new OdsHandler(file, collector);
  let done = 0;
  try {
    await scanDocument(file, contentPart, source, handler, async (bytes) => {
      done += bytes;
      if (job.signal.aborted) throw new AppError('cancelled');
      if (!handler.isInRow) await collector.flush();
      job.report({ stage: 'reading', share: Math.min(1, done / Math.max(size, 1)), done: null, total: null });
    });
    return await collector.keep('ods', job);
  } catch (error) {
    await collector.discard(null);
    throw error;
  }
}

import { AppError } from '../../../../shared/errors';
import type { EngineContext } from '../../context';
import type { FrozenFile } from '../frozen-file';
import type { Job } from '../job';
import type { ConvertedSource } from '../sources/converted-source';
import { openOds } from './open-ods';
import { openXlsx } from './open-xlsx';
import { ZipPackage } from './zip-package';

/**
 * Writes out one sheet of a workbook that is a zip file. Throws `workbook-damaged`, `workbook-unsafe`,
 * `workbook-protected`, `workbook-empty`, `table-missing`, and `file-unsupported` for other documents in a zip.
 */
export async function openWorkbook(
  context: EngineContext,
  file: FrozenFile,
  tableId: string | null,
  job: Job,
): Promise<ConvertedSource> {
  const zip = await ZipPackage.open(file);
  try {
    if (zip.has('content.xml') && zip.has('mimetype')) return await openOds(context, file, zip, tableId, job);
    const kind = otherKind(zip);
    if (kind !== null) throw new AppError('file-unsupported', { fileName: file.name, kind });
    return await openXlsx(context, file, zip, tableId, job);
  } finally {
    zip.close();
  }
}

/** What a zip without a readable workbook is; null where it holds one. */
function otherKind(zip: ZipPackage): string | null {
  const names = zip.names.map((name) => name.toLowerCase());
  const holds = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (holds(/(^|\/)workbook\.bin$/)) return 'xlsb';
  if (holds(/(^|\/)workbook\.xml$/) || (holds(/^_rels\/\.rels$/) && holds(/worksheets\//))) return null;
  if (holds(/^word\/document\.xml$|^ppt\/presentation\.xml$/)) return 'document';
  if (holds(/^index\/.*\.iwa$/)) return 'numbers';
  return 'zip';
}

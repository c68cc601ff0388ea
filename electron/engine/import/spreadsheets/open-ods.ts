import { AppError } from '../../../../shared/errors';
import type { EngineContext } from '../../context';
import type { FrozenFile } from '../frozen-file';
import type { Job } from '../job';
import type { ConvertedSource } from '../sources/converted-source';
import type { ZipPackage } from './zip-package';

export async function openOds(
  _context: EngineContext,
  file: FrozenFile,
  _zip: ZipPackage,
  _tableId: string | null,
  _job: Job,
): Promise<ConvertedSource> {
  throw new AppError('file-unsupported', { fileName: file.name, kind: 'spreadsheet' });
}

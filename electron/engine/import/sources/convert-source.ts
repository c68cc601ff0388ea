import type { SourceFormat } from '../../../../shared/domain/source';
import { AppError } from '../../../../shared/errors';
import type { EngineContext } from '../../context';
import type { FrozenFile } from '../frozen-file';
import type { Job } from '../job';
import { type ConvertedSource, plainSource } from './converted-source';

export type ConversionRequest = {
  file: FrozenFile;
  format: SourceFormat;
  /** The table chosen by the analyst; null takes the likeliest. */
  tableId: string | null;
};

/**
 * Brings one table of a file into the form of a text table in staging. Throws `file-unsupported` for what cannot be read,
 * and whatever the reader of its format finds wrong.
 */
export async function convertSource(
  _context: EngineContext,
  { file, format }: ConversionRequest,
  _job: Job,
): Promise<ConvertedSource> {
  switch (format) {
    case 'text':
      return plainSource;
    case 'xlsx':
    case 'ods':
    case 'xls':
    case 'html':
    case 'sav':
      throw new AppError('file-unsupported', { fileName: file.name, kind: 'spreadsheet' });
  }
}

import type { SourceFormat } from '../../../../shared/domain/source';
import type { EngineContext } from '../../context';
import type { FrozenFile } from '../frozen-file';
import type { Job } from '../job';
import { openHtml } from '../spreadsheets/open-html';
import { openFlatOds } from '../spreadsheets/open-ods';
import { openWorkbook } from '../spreadsheets/open-workbook';
import { openXls } from '../spreadsheets/open-xls';
import { openXmlWorkbook } from '../spreadsheets/xml-workbook';
import { convertSav } from '../statistics-files/convert-sav';
import { type ConvertedSource, plainSource } from './converted-source';
import { isXml } from './file-format';

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
  context: EngineContext,
  { file, format, tableId }: ConversionRequest,
  job: Job,
): Promise<ConvertedSource> {
  switch (format) {
    case 'text':
      return plainSource;
    case 'sav':
      return convertSav(context, file, job);
    case 'xlsx':
      return openWorkbook(context, file, tableId, job);
    case 'ods':
      return openFlatOds(context, file, tableId, job);
    case 'xls':
      return (await isXml(file))
        ? openXmlWorkbook(context, file, tableId, job)
        : openXls(context, file, tableId, job);
    case 'html':
      return openHtml(context, file, tableId, job);
  }
}

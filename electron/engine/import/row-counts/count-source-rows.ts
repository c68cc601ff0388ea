import { splitTableId } from '../detect-blocks';
import type { Job } from '../job';
import type { PreparedFile } from '../prepared-file';
import { isXml } from '../sources/file-format';
import { countPageRows } from './page-rows';
import { countSavCases } from './sav-rows';
import { countOdsRows, countXlsxRows, countXmlRows, type Stretch } from './sheet-rows';

/**
 * The rows of a table that came out of another format, counted in the bytes of that format by their marks alone, apart
 * from the reader that wrote the table out. Blank rows between them are those of the first count. Null where the format
 * does not let rows be told without reading it (old XLS; a `.zsav` that names no number of cases).
 */
export async function countSourceRows(prepared: PreparedFile, job: Job): Promise<number | null> {
  const { file, source, detected } = prepared;
  const { scan, dialect } = detected;
  const sheet = splitTableId(source.tableId).sheet;
  const stretch: Stretch = {
    table: Math.max(
      0,
      source.tables.findIndex(({ id }) => id === sheet),
    ),
    tableId: sheet,
    firstDataLine: dialect.firstDataLine,
    lastDataLine: dialect.lastDataLine,
  };
  if (source.format === 'sav') {
    const cases = await countSavCases(file, job);
    // The names of the variables stand on the first line of the table written out.
    const last = Math.min((cases ?? 0) + 1, stretch.lastDataLine ?? Number.POSITIVE_INFINITY);
    return cases === null ? null : Math.max(0, last - Math.max(stretch.firstDataLine, 2) + 1);
  }
  const filled = await countFilled(prepared, stretch, job);
  return filled === null ? null : filled + scan.blankRecords;
}

async function countFilled(
  { file, source, detected: { scan } }: PreparedFile,
  stretch: Stretch,
  job: Job,
): Promise<number | null> {
  switch (source.format) {
    case 'xlsx':
      return countXlsxRows(file, stretch, scan.records - scan.blankRecords, job);
    case 'ods':
      return countOdsRows(file, await isXml(file), stretch, job);
    case 'xls':
      return (await isXml(file)) ? countXmlRows(file, stretch, job) : null;
    case 'html':
      return countPageRows(file, stretch);
    default:
      return null;
  }
}

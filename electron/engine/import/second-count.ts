import { AppError } from '../../../shared/errors';
import { countRawRecords } from './count-raw-records';
import type { Job } from './job';
import type { PreparedFile } from './prepared-file';
import { countSourceRows } from './row-counts/count-source-rows';

/**
 * The rows of the table counted once more, apart from the reader that loaded them. A UTF-8 file that the database reads
 * by itself was counted in its own bytes by the record scanner; a file that was written again (another encoding, an
 * irregular table) is counted once more in the bytes as they were given; so is a table that came out of another format.
 * Where quotes do not follow the rules, or a format does not let rows be told apart, the scanner's count of what was
 * read is all there is. Throws `row-count-disagreement`.
 */
export async function secondCount(prepared: PreparedFile, job: Job): Promise<number> {
  const { detected, source, file, utf8, path } = prepared;
  const { scan, dialect } = detected;
  const isRewritten = utf8.isConverted || path === 'tolerant';
  const followsRules = scan.looseQuotes === 0 && scan.unclosedLines.length === 0 && scan.strayReturns === 0;
  const isPlain =
    dialect.commentMark === null &&
    !utf8.hasUndecodableText &&
    !utf8.findings?.marksInside &&
    utf8.dressed === undefined &&
    scan.comments === 0;
  const isConverted = source.textPath !== null;
  if (!isConverted && (!isRewritten || !followsRules || !isPlain)) return scan.records;
  const counted = isConverted
    ? ((await countSourceRows(prepared, job)) ?? scan.records)
    : await countRawRecords(
        file.path,
        { ...dialect, endsAtCarriageReturn: dialect.lineEnd === 'cr' || scan.lineEnds.cr > 0 },
        job.signal,
      );
  if (counted === scan.records) return counted;
  throw new AppError('row-count-disagreement', {
    fileName: file.name,
    first: scan.records,
    second: counted,
  });
}

import { open } from 'node:fs/promises';
import type { SourceFormat } from '../../../../shared/domain/source';
import { AppError } from '../../../../shared/errors';
import type { ByteSurvey } from '../byte-survey';
import { looksLikeUtf16 } from '../encoding';

/** Shares of zero bytes and of control characters up to which a text counts as damaged, not as something else. */
const mostZeros = 0.3;
const mostControls = 0.005;
const zip = '504b0304';
const compoundFile = 'd0cf11e0a1b11ae1';
const statisticsFiles = ['24464c32', '24464c33'];
const documents = ['25504446'];
const binaries = [
  '53514c69',
  '89504e47',
  'ffd8ffe0',
  'ffd8ffe1',
  '47494638',
  '1f8b08',
  '377abcaf',
  '7f454c46',
];

/**
 * What a file is by its first bytes, whatever its name says. A zip is `xlsx` until its contents tell more. Throws
 * `file-unsupported` for documents and `file-binary` for anything else that is not text.
 */
export async function identifyFormat(
  filePath: string,
  name: string,
  survey: ByteSurvey,
): Promise<SourceFormat> {
  const handle = await open(filePath, 'r');
  const head = Buffer.alloc(8);
  await handle.read(head, 0, 8, 0).finally(() => handle.close());
  const mark = head.toString('hex');
  const begins = (marks: readonly string[]): boolean => marks.some((known) => mark.startsWith(known));
  if (begins([zip])) return 'xlsx';
  if (begins([compoundFile])) return 'xls';
  if (begins(statisticsFiles)) return 'sav';
  if (begins(documents)) throw new AppError('file-unsupported', { fileName: name, kind: 'document' });
  if (begins(binaries)) throw new AppError('file-binary', { fileName: name });
  if (survey.byteOrderMark?.startsWith('utf-16')) return 'text';
  const zeroBytes = survey.zeroBytesEven + survey.zeroBytesOdd;
  const isDamaged = zeroBytes <= survey.bytes * mostZeros && survey.controlBytes <= survey.bytes * mostControls;
  if (zeroBytes > 0 && !looksLikeUtf16(survey) && !isDamaged) {
    throw new AppError('file-binary', { fileName: name, zeroBytes });
  }
  return 'text';
}

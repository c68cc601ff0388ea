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
/** Workbooks of Excel before 1993, which are no compound files. */
const oldWorkbooks = ['0900040', '0902060', '0904060', '0908080', '0908100'];
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
  const head = await readHead(filePath);
  const mark = head.toString('hex', 0, 8);
  const begins = (marks: readonly string[]): boolean => marks.some((known) => mark.startsWith(known));
  if (begins([zip])) return 'xlsx';
  if (begins([compoundFile, ...oldWorkbooks])) return 'xls';
  if (begins(statisticsFiles)) return 'sav';
  if (begins(documents)) throw new AppError('file-unsupported', { fileName: name, kind: 'document' });
  const disguised = readableFormat(headText(head));
  if (disguised === 'unsupported-xml')
    throw new AppError('file-unsupported', { fileName: name, kind: 'xml' });
  if (disguised === 'web-archive' || disguised === 'document') {
    throw new AppError('file-unsupported', { fileName: name, kind: disguised });
  }
  if (disguised !== null) return disguised;
  if (beginsAsJson(headText(head)) && (await endsAsJson(filePath))) {
    throw new AppError('file-unsupported', { fileName: name, kind: 'json' });
  }
  if (begins(binaries)) throw new AppError('file-binary', { fileName: name });
  if (survey.byteOrderMark?.startsWith('utf-16')) return 'text';
  const zeroBytes = survey.zeroBytesEven + survey.zeroBytesOdd;
  const isDamaged =
    zeroBytes <= survey.bytes * mostZeros && survey.controlBytes <= survey.bytes * mostControls;
  if (zeroBytes > 0 && !looksLikeUtf16(survey) && !isDamaged) {
    throw new AppError('file-binary', { fileName: name, zeroBytes });
  }
  return 'text';
}

const headBytes = 8192;

async function readHead(filePath: string): Promise<Buffer> {
  const handle = await open(filePath, 'r');
  try {
    const buffer = Buffer.alloc(headBytes);
    const { bytesRead } = await handle.read(buffer, 0, headBytes, 0);
    return buffer.subarray(0, Math.max(bytesRead, 8));
  } finally {
    await handle.close();
  }
}

function headText(head: Buffer): string {
  const isWide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0x3c && head[1] === 0);
  const text = isWide ? head.toString('utf16le') : head.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '');
  return text.replace(/^\ufeff/, '').trimStart();
}

/** A list or an object as programs write them, alone or one a line. */
function beginsAsJson(text: string): boolean {
  return /^(\{\s*("[^"\n]*"\s*:|\})|\[\s*(\{\s*("[^"\n]*"\s*:|\})|\[\s*["\d-]))/.test(text);
}

async function endsAsJson(filePath: string): Promise<boolean> {
  const handle = await open(filePath, 'r');
  try {
    const { size } = await handle.stat();
    const buffer = Buffer.alloc(Math.min(64, size));
    await handle.read(buffer, 0, buffer.length, size - buffer.length);
    return /[\]}]$/.test(buffer.toString('latin1').replaceAll('\0', '').trimEnd());
  } finally {
    await handle.close();
  }
}

type Disguised = 'html' | 'xls' | 'ods' | 'web-archive' | 'document' | 'unsupported-xml';

/** Formats made of letters, by how they begin; null for a table of text. */
function readableFormat(text: string): Disguised | null {
  if (/^<(!doctype\s+html|html|head|meta|body|table)[\s>]/i.test(text)) return 'html';
  if (/^MIME-Version:/i.test(text)) return 'web-archive';
  if (text.startsWith('{\\rtf')) return 'document';
  if (!/^<(\?xml|Workbook|ss:Workbook|office:document)[\s>]/.test(text)) return null;
  if (/progid="Excel\.Sheet"|urn:schemas-microsoft-com:office:spreadsheet/.test(text)) return 'xls';
  if (/<office:document[\s>]/.test(text)) return 'ods';
  return /<(!doctype\s+html|html)[\s>]/i.test(text) ? 'html' : 'unsupported-xml';
}

/** True for a workbook of letters, which begins with a tag. */
export async function isXml(file: { path: string }): Promise<boolean> {
  return headText(await readHead(file.path)).startsWith('<');
}

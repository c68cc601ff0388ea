import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { CancelSignal } from '../../../shared/cancel';
import type { DialectEvidence, Encoding } from '../../../shared/domain/dialect';
import { AppError } from '../../../shared/errors';
import type { ByteSurvey } from './byte-survey';
import { repairDoubleEncoding } from './double-encoding';
import { decodeLine, plausibility } from './legacy-encodings';

type Decision = {
  encoding: Encoding;
  hasByteOrderMark: boolean;
  /** Lines are not all in this encoding, so each is decoded by itself. */
  isMixed: boolean;
  evidence: DialectEvidence;
};

/** Share of well-formed sequences from which a file with broken ones still counts as UTF-8. */
const mostlyUtf8 = 0.5;
/** By how much Mac Roman must be the more plausible reading. */
const macMargin = 0.3;

/** Chooses the encoding from the bytes of the whole file; a correction by the analyst wins. */
export function decideEncoding(survey: ByteSurvey, correction: Encoding | undefined): Decision {
  const detected = detect(survey);
  const chosen = correction ?? detected.chosen;
  const isOneByte =
    chosen === 'utf-8' || chosen === 'windows-1252' || chosen === 'macintosh' || chosen === 'iso-8859-1';
  return {
    encoding: chosen,
    hasByteOrderMark: survey.byteOrderMark === chosen,
    isMixed:
      chosen === detected.chosen && isOneByte && survey.utf8Sequences > 0 && survey.brokenSequences > 0,
    evidence: {
      aspect: 'encoding',
      chosen,
      why: correction && correction !== detected.chosen ? 'corrected' : detected.why,
      details: {
        bytes: survey.bytes,
        highBytes: survey.utf8Sequences,
        firstHighByte: survey.firstHighByte ?? 0,
        c1Bytes: survey.c1Bytes,
        brokenSequences: survey.brokenSequences,
      },
      rivals: [{ value: detected.chosen, score: 1, why: detected.why }, ...detected.rivals].filter(
        (rival) => rival.value !== chosen,
      ),
    },
  };
}

/** True when zero bytes stand as in UTF-16 of a Western text: in nearly every second byte, always on the same side. */
export function looksLikeUtf16(survey: ByteSurvey): boolean {
  const zeroBytes = survey.zeroBytesEven + survey.zeroBytesOdd;
  const oneSide = Math.max(survey.zeroBytesEven, survey.zeroBytesOdd);
  return oneSide > survey.bytes * 0.3 && oneSide > zeroBytes * 0.98;
}

type Detection = { chosen: Encoding; why: string; rivals: DialectEvidence['rivals'] };

function detect(survey: ByteSurvey): Detection {
  if (survey.byteOrderMark) {
    return { chosen: survey.byteOrderMark, why: 'byte-order-mark', rivals: [] };
  }
  if (looksLikeUtf16(survey)) {
    const chosen = survey.zeroBytesOdd >= survey.zeroBytesEven ? 'utf-16le' : 'utf-16be';
    return { chosen, why: 'zero-byte-pattern', rivals: [] };
  }
  if (survey.firstHighByte === null) {
    return { chosen: 'utf-8', why: 'only-ascii', rivals: rivals([['windows-1252', 1, 'same-text']]) };
  }
  if (survey.isValidUtf8) {
    return { chosen: 'utf-8', why: 'valid-utf-8', rivals: rivals([['windows-1252', 0.05, 'would-garble']]) };
  }
  const wellFormed = survey.utf8Sequences / (survey.utf8Sequences + survey.brokenSequences);
  if (wellFormed >= mostlyUtf8) {
    return {
      chosen: 'utf-8',
      why: 'mostly-utf-8',
      rivals: rivals([['windows-1252', 1 - wellFormed, 'would-garble']]),
    };
  }
  return detectLegacy(survey, ['utf-8', wellFormed, 'invalid-utf-8']);
}

type Rival = readonly [Encoding, number, string];

function detectLegacy(survey: ByteSurvey, utf8: Rival): Detection {
  const windows = plausibility(survey.legacy, 'windows-1252');
  const mac = plausibility(survey.legacy, 'macintosh');
  if (mac > windows + macMargin) {
    const score = shareOf(windows, mac);
    return {
      chosen: 'macintosh',
      why: 'spanish-letters-in-mac',
      rivals: rivals([['windows-1252', score, 'unlikely-letters'], utf8]),
    };
  }
  const asMac: Rival = ['macintosh', shareOf(mac, windows), 'unlikely-letters'];
  if (survey.c1Bytes > 0 && survey.c1Bytes === survey.undefinedBytes) {
    return {
      chosen: 'iso-8859-1',
      why: 'undefined-in-windows-1252',
      rivals: rivals([['windows-1252', 0.3, 'undefined-in-windows-1252'], asMac, utf8]),
    };
  }
  const latin1: Rival =
    survey.c1Bytes > 0 ? ['iso-8859-1', 0.1, 'control-characters'] : ['iso-8859-1', 0.99, 'same-text'];
  const why = survey.c1Bytes > 0 ? 'windows-1252-letters' : 'not-utf-8';
  return { chosen: 'windows-1252', why, rivals: rivals([latin1, asMac, utf8]) };
}

/** One plausibility as a share, 0 to 1, of the better one; both run from -1 to 1. */
function shareOf(lesser: number, better: number): number {
  return Math.max(0, Math.min(1, (lesser + 1) / (better + 1)));
}

function rivals(list: readonly Rival[]): DialectEvidence['rivals'] {
  return [...list]
    .sort((left, right) => right[1] - left[1])
    .map(([value, score, why]) => ({ value, score: Math.max(0, Math.min(1, score)), why }));
}

/** What writing a file again as UTF-8 met and changed; lines are at most twenty of each kind. */
export type RewriteFindings = {
  zeroBytes: number;
  zeroLines: number[];
  /** Lines in another encoding than the file's, by encoding. */
  otherLines: { encoding: string; count: number; lines: number[] }[];
  undecodable: number;
  undecodableLines: number[];
  /** Byte order marks at the start of a later line, as files put one after another leave them. */
  marksInside: number;
  /** Line ends written with two carriage returns. */
  doubledReturns: number;
};

const linesListed = 20;
/** A line so long is decoded in pieces, so that memory stays bounded. */
const longestPiece = 1 << 22;

export type RewriteOptions = {
  encoding: Encoding;
  isMixed: boolean;
  repairsDoubleEncoding: boolean;
  hasZeros: boolean;
  /** Lines end at carriage returns only, which matters for the numbers of lines. */
  hasOnlyCarriageReturns: boolean;
  /** Lines end with two carriage returns and a line feed, of which one is one too many. */
  hasDoubledReturns: boolean;
};

/** Writes the file again as UTF-8 without a byte order mark and without zero bytes, in bounded memory. */
export async function writeAsUtf8(
  source: string,
  target: string,
  how: RewriteOptions,
  signal: CancelSignal,
): Promise<RewriteFindings> {
  const rewriter = new Rewriter(how);
  async function* convert(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
    for await (const chunk of chunks) {
      if (signal.aborted) throw new AppError('cancelled');
      yield rewriter.add(chunk, false);
    }
    yield rewriter.add(Buffer.alloc(0), true);
  }
  try {
    await pipeline(
      createReadStream(source, { highWaterMark: 1 << 20 }),
      convert,
      createWriteStream(target, { mode: 0o600 }),
    );
  } catch (error) {
    await rm(target, { force: true });
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC')
      throw new AppError('disk-full', {}, { cause: error });
    throw error;
  }
  return rewriter.findings;
}

class Rewriter {
  readonly findings: RewriteFindings = {
    zeroBytes: 0,
    zeroLines: [],
    otherLines: [],
    undecodable: 0,
    undecodableLines: [],
    marksInside: 0,
    doubledReturns: 0,
  };
  private readonly how: RewriteOptions;
  private readonly decode: (chunk: Uint8Array, isLast: boolean) => string;
  private readonly lineEnd: number;
  private carry: Buffer = Buffer.alloc(0);
  private held = '';
  private returns = '';
  /** False at the very start, where a mark is the file's own. */
  private isAtLineStart = false;
  private line = 1;

  constructor(how: RewriteOptions) {
    this.how = how;
    this.decode = decoderFor(how.encoding);
    this.lineEnd = how.hasOnlyCarriageReturns ? 13 : 10;
  }

  add(chunk: Buffer, isLast: boolean): string {
    const text = this.how.isMixed
      ? this.byLines(chunk, isLast)
      : this.withoutZeros(this.decode(chunk, isLast));
    const tidy = this.withoutMarks(this.how.hasDoubledReturns ? this.singleReturns(text, isLast) : text);
    return this.how.repairsDoubleEncoding ? this.repaired(tidy, isLast) : tidy;
  }

  private singleReturns(text: string, isLast: boolean): string {
    const whole = this.returns + text;
    const end = isLast ? whole.length : whole.length - (/\r+$/.exec(whole)?.[0].length ?? 0);
    this.returns = whole.slice(end);
    return whole.slice(0, end).replace(/\r{2,}\n/g, () => {
      this.findings.doubledReturns += 1;
      return '\r\n';
    });
  }

  /** Takes out the marks that begin a line; elsewhere the same sign is one of the text. */
  private withoutMarks(text: string): string {
    const isAtLineStart = this.isAtLineStart;
    if (text !== '') this.isAtLineStart = /[\r\n]$/.test(text);
    if (!text.includes('\uFEFF')) return text;
    return text.replace(/(^|[\r\n])\uFEFF+/g, (whole, before: string, at: number) => {
      if (before === '' && (at > 0 || !isAtLineStart)) return whole;
      this.findings.marksInside += 1;
      return before;
    });
  }

  /** Repairs up to the last line end, so that no letter is cut in two. */
  private repaired(text: string, isLast: boolean): string {
    const whole = this.held + text;
    const end = isLast ? whole.length : Math.max(whole.lastIndexOf('\n'), whole.lastIndexOf('\r')) + 1;
    this.held = whole.slice(end);
    return repairDoubleEncoding(whole.slice(0, end));
  }

  private withoutZeros(text: string): string {
    if (!this.how.hasZeros && !this.how.isMixed) return text;
    const end = String.fromCharCode(this.lineEnd);
    if (!text.includes('\0')) {
      for (let at = text.indexOf(end); at >= 0; at = text.indexOf(end, at + 1)) this.line += 1;
      return text;
    }
    for (const sign of text) {
      if (sign === end) this.line += 1;
      else if (sign === '\0') {
        this.findings.zeroBytes += 1;
        note(this.findings.zeroLines, this.line);
      }
    }
    return text.replaceAll('\0', '');
  }

  private byLines(chunk: Buffer, isLast: boolean): string {
    const bytes = this.carry.length > 0 ? Buffer.concat([this.carry, chunk]) : chunk;
    let text = '';
    let start = 0;
    for (let end = bytes.indexOf(this.lineEnd); end >= 0; end = bytes.indexOf(this.lineEnd, start)) {
      text += this.oneLine(bytes.subarray(start, end + 1));
      start = end + 1;
    }
    if (isLast || bytes.length - start > longestPiece) {
      text += this.oneLine(bytes.subarray(start));
      start = bytes.length;
    }
    this.carry = Buffer.from(bytes.subarray(start));
    return text;
  }

  private oneLine(bytes: Buffer): string {
    const { encoding } = this.how;
    if (bytes.length === 0 || encoding === 'utf-16le' || encoding === 'utf-16be') return '';
    const reading = decodeLine(bytes, encoding);
    if (reading.encoding === null) {
      this.findings.undecodable += 1;
      note(this.findings.undecodableLines, this.line);
    } else if (reading.encoding !== encoding) this.noteOther(reading.encoding);
    return this.withoutZeros(this.line === 1 ? reading.text.replace(/^\uFEFF/, '') : reading.text);
  }

  private noteOther(encoding: string): void {
    const { otherLines } = this.findings;
    let found = otherLines.find((item) => item.encoding === encoding);
    if (!found) {
      found = { encoding, count: 0, lines: [] };
      otherLines.push(found);
    }
    found.count += 1;
    note(found.lines, this.line);
  }
}

function note(lines: number[], line: number): void {
  if (lines.length < linesListed && lines.at(-1) !== line) lines.push(line);
}

/** A decoder that keeps unfinished characters between chunks. */
export function decoderFor(encoding: Encoding): (chunk: Uint8Array, isLast: boolean) => string {
  // The web's label `iso-8859-1` means Windows-1252, so Latin-1 proper goes through Buffer.
  if (encoding === 'iso-8859-1') return (chunk) => Buffer.from(chunk).toString('latin1');
  const decoder = new TextDecoder(encoding);
  // Always as a stream: see decodeText.
  return (chunk, isLast) => decoder.decode(chunk, { stream: true }) + (isLast ? decoder.decode() : '');
}

import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { CancelSignal } from '../../../shared/cancel';
import type { DialectEvidence, Encoding } from '../../../shared/domain/import';
import { AppError } from '../../../shared/errors';
import type { ByteSurvey } from './byte-survey';

type Decision = { encoding: Encoding; hasByteOrderMark: boolean; evidence: DialectEvidence };

/** Share of well-formed sequences from which a file with a few broken ones still counts as UTF-8. */
const mostlyUtf8 = 0.9;

/** Chooses the encoding from the bytes of the whole file; a correction by the analyst wins. */
export function decideEncoding(survey: ByteSurvey, correction: Encoding | undefined): Decision {
  const detected = detect(survey);
  const chosen = correction ?? detected.chosen;
  return {
    encoding: chosen,
    hasByteOrderMark: survey.byteOrderMark === chosen,
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

type Detection = { chosen: Encoding; why: string; rivals: DialectEvidence['rivals'] };

function detect(survey: ByteSurvey): Detection {
  if (survey.byteOrderMark) {
    return { chosen: survey.byteOrderMark, why: 'byte-order-mark', rivals: [] };
  }
  const zeroBytes = survey.zeroBytesEven + survey.zeroBytesOdd;
  if (zeroBytes > 0) {
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
  const utf8: [Encoding, number, string] = ['utf-8', wellFormed, 'invalid-utf-8'];
  if (survey.c1Bytes > 0 && survey.c1Bytes === survey.undefinedBytes) {
    return {
      chosen: 'iso-8859-1',
      why: 'undefined-in-windows-1252',
      rivals: rivals([['windows-1252', 0.3, 'undefined-in-windows-1252'], utf8]),
    };
  }
  const latin1: [Encoding, number, string] =
    survey.c1Bytes > 0 ? ['iso-8859-1', 0.1, 'control-characters'] : ['iso-8859-1', 0.99, 'same-text'];
  const why = survey.c1Bytes > 0 ? 'windows-1252-letters' : 'not-utf-8';
  return { chosen: 'windows-1252', why, rivals: rivals([latin1, utf8]) };
}

function rivals(list: readonly (readonly [Encoding, number, string])[]): DialectEvidence['rivals'] {
  return list.map(([value, score, why]) => ({ value, score, why }));
}

/** Writes the file again as UTF-8 with line feeds, without a byte order mark, in bounded memory. */
export async function writeAsUtf8(
  source: string,
  target: string,
  how: { encoding: Encoding; hasOnlyCarriageReturns: boolean },
  signal: CancelSignal,
): Promise<void> {
  const decode = decoderFor(how.encoding);
  async function* convert(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
    for await (const chunk of chunks) {
      if (signal.aborted) throw new AppError('cancelled');
      yield adapt(decode(chunk, false));
    }
    yield adapt(decode(Buffer.alloc(0), true));
  }
  const adapt = (text: string): string => (how.hasOnlyCarriageReturns ? text.replaceAll('\r', '\n') : text);
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
}

/** A decoder that keeps unfinished characters between chunks. */
export function decoderFor(encoding: Encoding): (chunk: Uint8Array, isLast: boolean) => string {
  // The web's label `iso-8859-1` means Windows-1252, so Latin-1 proper goes through Buffer.
  if (encoding === 'iso-8859-1') return (chunk) => Buffer.from(chunk).toString('latin1');
  const decoder = new TextDecoder(encoding);
  return (chunk, isLast) => decoder.decode(chunk, { stream: !isLast });
}

import type { FrozenFile } from '../frozen-file';
import { damaged, unsafe } from './workbook-errors';
import { type XmlHandler, XmlProblem, XmlScanner } from './xml-scanner';
import { utf8Bytes } from './xml-text';

/** Feeds a document to a scanner piece by piece, with the scanner's problems as errors of the file. */
export async function scanDocument(
  file: FrozenFile,
  part: string,
  source: AsyncIterable<Buffer>,
  handler: XmlHandler,
  afterChunk?: (bytes: number) => Promise<void>,
): Promise<void> {
  const scanner = new XmlScanner(handler);
  try {
    for await (const chunk of utf8Bytes(source)) {
      scanner.feed(chunk);
      if (afterChunk) await afterChunk(chunk.length);
    }
    scanner.end();
  } catch (error) {
    if (!(error instanceof XmlProblem)) throw error;
    throw error.reason === 'entities' ? unsafe(file, 'entities', part) : damaged(file, part, error);
  }
}

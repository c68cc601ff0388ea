import { createReadStream } from 'node:fs';
import type { CancelSignal } from '../../../shared/cancel';
import { AppError } from '../../../shared/errors';
import { decodeText } from './decode-text';

const windowsSigns = new Map<string, number>(
  Array.from({ length: 0x20 }, (_, offset) => {
    const byte = 0x80 + offset;
    return [decodeText('windows-1252', Uint8Array.of(byte)), byte] as const;
  }),
);

const continuation = `[\\u0080-\\u00bf${[...windowsSigns.keys()].filter((sign) => sign > '\u00ff').join('')}]`;
const doubled = new RegExp(`[\\u00c2-\\u00df]${continuation}|[\\u00e0-\\u00ef]${continuation}{2}`, 'gu');
const anyDoubled = new RegExp(doubled.source, 'u');

function byteOf(sign: string): number {
  return windowsSigns.get(sign) ?? sign.charCodeAt(0);
}

/** Letters that were encoded twice (`Ã±`) as they were meant (`ñ`); everything else as it stands. */
export function repairDoubleEncoding(text: string): string {
  return text.replace(doubled, (signs) => {
    const decoded = Buffer.from([...signs].map(byteOf)).toString('utf8');
    return decoded.includes('\uFFFD') ? signs : decoded;
  });
}

const cellEnds = [';', ',', '\t', '|', '^', '~', '\u001f'];
const linesListed = 20;

/** Counts the cells of a UTF-8 file that hold letters encoded twice, and lists up to twenty of their lines. */
export async function findDoubleEncoding(
  filePath: string,
  delimiter: string,
  signal: CancelSignal,
): Promise<{ cells: number; lines: number[] }> {
  const found: { cells: number; lines: number[] } = { cells: 0, lines: [] };
  const separator = cellEnds.includes(delimiter) ? delimiter : '\t';
  let rest = '';
  let line = 0;
  const stream: AsyncIterable<string> = createReadStream(filePath, {
    encoding: 'utf8',
    highWaterMark: 1 << 20,
  });
  for await (const chunk of stream) {
    if (signal.aborted) throw new AppError('cancelled');
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const text of lines) {
      line += 1;
      look(text, line);
    }
  }
  look(rest, line + 1);
  return found;

  function look(text: string, at: number): void {
    if (!anyDoubled.test(text)) return;
    found.cells += text.split(separator).filter((cell) => anyDoubled.test(cell)).length;
    if (found.lines.length < linesListed) found.lines.push(at);
  }
}

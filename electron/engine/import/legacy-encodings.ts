import { isAscii, isUtf8 } from 'node:buffer';
import { decodeText } from './decode-text';

/** Encodings of one byte a letter that Spanish texts came in before UTF-8. */
export type LegacyEncoding = 'windows-1252' | 'macintosh';

/** How often each byte beyond ASCII stands after a small letter, after a capital, else before a letter, and apart. */
export type LegacyCounts = Record<Place, Uint32Array>;

const places = ['afterSmall', 'afterCapital', 'beside', 'apart'] as const;
type Place = (typeof places)[number];

export function newLegacyCounts(): LegacyCounts {
  return {
    afterSmall: new Uint32Array(256),
    afterCapital: new Uint32Array(256),
    beside: new Uint32Array(256),
    apart: new Uint32Array(256),
  };
}

/** Counts the byte at this place by its neighbours. */
export function addLegacyByte(counts: LegacyCounts, bytes: Buffer, at: number): void {
  const byte = bytes[at] ?? 0;
  const before = bytes[at - 1] ?? 0;
  const after = bytes[at + 1] ?? 0;
  const place = placeOf(before, after);
  counts[place][byte] = (counts[place][byte] ?? 0) + 1;
}

function placeOf(before: number, after: number): Place {
  if (isSmall(before)) return 'afterSmall';
  if (before < 0x80 && isLetter(before)) return 'afterCapital';
  return isLetter(before) || isLetter(after) ? 'beside' : 'apart';
}

function isSmall(byte: number): boolean {
  return byte >= 0x61 && byte <= 0x7a;
}

function isLetter(byte: number): boolean {
  return isSmall(byte | 0x20) || byte >= 0x80;
}

type Scores = { afterSmall: number; afterCapital?: number; beside: number; apart: number };

/** How plausible a sign is in a Spanish text, by what stands before it: 1 for its own letters in a word, below 0 for signs that no one writes there. */
function scoresOf(sign: string): Scores {
  if ('áéíóúñü'.includes(sign)) return { afterSmall: 1, beside: 1, apart: 0.2 };
  if ('ÁÉÍÓÚÑÜ'.includes(sign)) return { afterSmall: -0.7, beside: 1, apart: 0.3 };
  if ('¿¡'.includes(sign)) return { afterSmall: -0.3, afterCapital: -0.6, beside: 0.8, apart: 0.3 };
  if ('ºª°'.includes(sign)) return { afterSmall: 0.2, beside: 0.6, apart: 0.5 };
  if ('”’…»'.includes(sign)) return { afterSmall: 0.3, beside: 0.2, apart: 0.3 };
  if ('“‘«'.includes(sign)) return { afterSmall: -0.5, beside: 0.4, apart: 0.3 };
  if ('–—•€´·'.includes(sign)) return { afterSmall: -0.3, beside: 0, apart: 0.4 };
  if ('àèìòùâêîôûãõçäëïö'.includes(sign)) return { afterSmall: 0.3, beside: 0.2, apart: -0.3 };
  if ('ÀÈÌÒÙÂÊÎÔÛÃÕÇÄËÏÖ'.includes(sign)) return { afterSmall: -0.7, beside: 0.1, apart: -0.3 };
  if (sign === '\u00a0') return { afterSmall: 0, beside: 0, apart: 0.1 };
  return { afterSmall: -0.8, beside: -0.8, apart: -0.6 };
}

const tables: Record<LegacyEncoding, Scores[]> = {
  'windows-1252': tableOf('windows-1252'),
  macintosh: tableOf('macintosh'),
};

function tableOf(encoding: LegacyEncoding): Scores[] {
  return Array.from({ length: 256 }, (_, byte) => scoresOf(decodeText(encoding, Uint8Array.of(byte))));
}

/** The mean plausibility, -1 to 1, of a text's bytes beyond ASCII under an encoding; 0 where there are none. */
export function plausibility(counts: LegacyCounts, encoding: LegacyEncoding): number {
  let sum = 0;
  let total = 0;
  for (let byte = 0x80; byte < 256; byte += 1) {
    const scores = tables[encoding][byte];
    for (const place of places) {
      const count = counts[place][byte] ?? 0;
      sum += count * (scores?.[place] ?? scores?.beside ?? 0);
      total += count;
    }
  }
  return total === 0 ? 0 : sum / total;
}

const clearlyPlausible = 0.5;
const clearMargin = 0.35;

export type LineReading = { text: string; encoding: 'utf-8' | LegacyEncoding | 'iso-8859-1' | null };

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Decodes one line of a file whose lines are not all in one encoding. `encoding` is null where no reading is clearly the
 * right one; the text then holds U+FFFD.
 */
export function decodeLine(line: Buffer, main: 'utf-8' | LegacyEncoding | 'iso-8859-1'): LineReading {
  if (isAscii(line)) return { text: line.toString('latin1'), encoding: main };
  if (isUtf8(line)) {
    const text = utf8.decode(line);
    if (main === 'utf-8' || isSpanish(text)) return { text, encoding: 'utf-8' };
  }
  if (main === 'iso-8859-1') return { text: line.toString('latin1'), encoding: main };
  if (main !== 'utf-8') return { text: decodeText(main, line), encoding: main };
  const text = utf8.decode(line);
  // Well-formed letters beside broken ones: two encodings in one line, or a letter cut in two.
  if ([...text].some((sign) => sign > '\u007f' && sign !== '\uFFFD')) return { text, encoding: null };
  const counts = newLegacyCounts();
  for (let at = 0; at < line.length; at += 1) if ((line[at] ?? 0) >= 0x80) addLegacyByte(counts, line, at);
  const windows = plausibility(counts, 'windows-1252');
  const mac = plausibility(counts, 'macintosh');
  const best = windows >= mac ? 'windows-1252' : 'macintosh';
  const isClear = Math.max(windows, mac) >= clearlyPlausible && Math.abs(windows - mac) >= clearMargin;
  return isClear ? { text: decodeText(best, line), encoding: best } : { text, encoding: null };
}

const spanishSigns = new Set('áéíóúñüÁÉÍÓÚÑÜ¿¡ºª°“”‘’«»–—…•€');

function isSpanish(text: string): boolean {
  return [...text].every((sign) => sign <= '\u007f' || spanishSigns.has(sign));
}

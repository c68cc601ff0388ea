import type { SavBytes } from './sav-bytes';

type Decode = (bytes: Uint8Array) => string;

/** Record 7/13: names of more than eight bytes, by the short ones. */
export function longNames(bytes: Buffer | null, decode: Decode): Map<string, string> {
  const pairs = bytes ? decode(bytes).split('\t') : [];
  return new Map(
    pairs.flatMap((pair): [string, string][] => {
      const [short = '', long = ''] = pair.split('=');
      return short && long ? [[short.toUpperCase(), long]] : [];
    }),
  );
}

/** Record 7/14: bytes of texts longer than 255, by the short name of their first piece. */
export function veryLongWidths(bytes: Buffer | null, decode: Decode): Map<string, number> {
  const pairs = bytes ? decode(bytes).split('\t') : [];
  return new Map(
    pairs.flatMap((pair): [string, number][] => {
      const [short = '', width = ''] = pair.replaceAll('\0', '').split('=');
      const size = Number(width);
      return short && Number.isInteger(size) && size > 255 ? [[short.toUpperCase(), size]] : [];
    }),
  );
}

/** Walks over the counted texts of a record. */
class Pieces {
  private at = 0;
  private readonly source: SavBytes;
  private readonly bytes: Buffer;

  constructor(source: SavBytes, bytes: Buffer) {
    this.source = source;
    this.bytes = bytes;
  }

  get isDone(): boolean {
    return this.at >= this.bytes.length;
  }

  integer(): number {
    this.need(4);
    this.at += 4;
    return this.source.integerAt(this.bytes, this.at - 4);
  }

  /** The integer that would come next; null at the end. */
  peek(): number | null {
    return this.at + 4 <= this.bytes.length ? this.source.integerAt(this.bytes, this.at) : null;
  }

  byte(): number {
    this.need(1);
    this.at += 1;
    return this.bytes.readUInt8(this.at - 1);
  }

  take(length: number): Buffer {
    this.need(length);
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  private need(length: number): void {
    if (length < 0 || this.at + length > this.bytes.length) throw this.source.damage('dictionary');
  }
}

/** Record 7/21: labels of texts of more than eight bytes, by name. */
export function longLabels(
  source: SavBytes,
  bytes: Buffer | null,
  decode: Decode,
): [string, [string, string][]][] {
  const found: [string, [string, string][]][] = [];
  const pieces = new Pieces(source, bytes ?? Buffer.alloc(0));
  while (!pieces.isDone) {
    const name = decode(pieces.take(pieces.integer()));
    pieces.integer();
    const count = pieces.integer();
    const labels: [string, string][] = [];
    for (let index = 0; index < count; index += 1) {
      const value = decode(pieces.take(pieces.integer()));
      labels.push([value, decode(pieces.take(pieces.integer()))]);
    }
    found.push([name, labels]);
  }
  return found;
}

/** Record 7/22: missing values of texts of more than eight bytes, of which the first eight are given. */
export function longMissing(source: SavBytes, bytes: Buffer | null, decode: Decode): [string, string[]][] {
  const found: [string, string[]][] = [];
  const pieces = new Pieces(source, bytes ?? Buffer.alloc(0));
  while (!pieces.isDone) {
    const name = decode(pieces.take(pieces.integer()));
    const count = pieces.byte();
    const length = pieces.integer();
    const values: string[] = [];
    for (let index = 0; index < count; index += 1) {
      // Some writers repeat the length before each value.
      if (index > 0 && pieces.peek() === length) pieces.integer();
      values.push(decode(pieces.take(length)));
    }
    found.push([name, values]);
  }
  return found;
}

/** A set of yes/no variables that together are one question; `members` are short names. */
export type DichotomySet = { name: string; label: string; counted: string; members: string[] };

/** Records 7/7 and 7/19: the sets of variables that are one question; those of categories are only named. */
export function responseSets(
  records: readonly Buffer[],
  decode: Decode,
): { dichotomies: DichotomySet[]; categories: string[] } {
  const dichotomies: DichotomySet[] = [];
  const categories: string[] = [];
  for (const record of records) {
    for (const line of splitLines(record)) {
      const set = readSet(line, decode);
      if (typeof set === 'string') categories.push(set);
      else if (set) dichotomies.push(set);
    }
  }
  return { dichotomies, categories };
}

function splitLines(record: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  let start = 0;
  for (let end = record.indexOf(10); end >= 0; end = record.indexOf(10, start)) {
    lines.push(record.subarray(start, end));
    start = end + 1;
  }
  if (start < record.length) lines.push(record.subarray(start));
  return lines.filter((line) => line.length > 1);
}

/** A set, the name of one of categories, or null for what is not understood. Lengths count bytes. */
function readSet(line: Buffer, decode: Decode): DichotomySet | string | null {
  const equals = line.indexOf(61);
  if (equals < 1) return null;
  const name = decode(line.subarray(0, equals)).replace(/^\$/, '');
  let at = equals + 1;
  const kind = String.fromCharCode(line[at] ?? 0);
  at += 1;
  if (kind === 'C') return name;
  const word = (): string => {
    while (line[at] === 32) at += 1;
    const from = at;
    while (at < line.length && line[at] !== 32) at += 1;
    return line.toString('latin1', from, at);
  };
  const counted = (): string => {
    const length = Number(word());
    if (!Number.isInteger(length) || length < 0) return '';
    const from = at + 1;
    at = from + length;
    return decode(line.subarray(from, at));
  };
  if (kind === 'E') word();
  else if (kind !== 'D') return null;
  const value = counted().trim();
  const label = counted().trim();
  const members = decode(line.subarray(at)).trim().split(/\s+/).filter(Boolean);
  if (value === '' || members.length === 0) return null;
  return { name, label, counted: value, members: members.map((member) => member.toUpperCase()) };
}

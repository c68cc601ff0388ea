/** Rows of a sheet that hold something, counted from 1, between two lines; rows are told in order. */
export class FilledRows {
  count = 0;
  private readonly first: number;
  private readonly last: number;

  constructor({ firstDataLine, lastDataLine }: { firstDataLine: number; lastDataLine: number | null }) {
    this.first = firstDataLine;
    this.last = lastDataLine ?? Number.POSITIVE_INFINITY;
  }

  /** A row that holds something, and how many times it stands there one under the other. */
  add(row: number, times = 1): void {
    const from = Math.max(row, this.first);
    const to = Math.min(row + times - 1, this.last);
    if (to >= from) this.count += to - from + 1;
  }
}

/** Letters, digits and signs other than those that begin an entity or a tag. */
const visible = /[!-%'-;=?-~]/;

/**
 * True where a stretch of a document, read byte by byte as Latin-1, shows anything: spaces of any kind do not count.
 * Tags and comments in it are left out.
 */
export function showsText(markup: string): boolean {
  const text = markup.includes('<')
    ? markup.replace(/<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->|<[^>]*>/g, '$1')
    : markup;
  if (text === '') return false;
  if (!text.includes('&') && visible.test(text)) return true;
  const decoded = Buffer.from(text, 'latin1')
    .toString('utf8')
    .replace(/&#(?:x([0-9a-f]{1,6})|([0-9]{1,7}));/gi, character);
  return decoded.trim() !== '';
}

function character(_: string, hex: string | undefined, digits: string | undefined): string {
  const point = Number.parseInt(hex ?? digits ?? '', hex === undefined ? 10 : 16);
  return point <= 0x10ffff ? String.fromCodePoint(point) : '?';
}

/** The value of an attribute whatever its prefix; null where the tag has none of that name. */
export function attributeOf(attributes: string, name: string): string | null {
  const found = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return found ? (found[1] ?? found[2] ?? '') : null;
}

/** A whole number of at least one; the other where the attribute says nothing. */
export function countOf(text: string | null, otherwise: number): number {
  const count = Number(text ?? Number.NaN);
  return Number.isInteger(count) && count >= 1 ? count : otherwise;
}

/** The attributes of a tag, which may hold a `>` inside quotes. */
export const attributesPattern = `((?:[^>"']|"[^"]*"|'[^']*')*?)`;

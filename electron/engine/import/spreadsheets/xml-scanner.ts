/** What of an XML document could not be read. `entities` stands for a document type or an entity of its own. */
export class XmlProblem extends Error {
  override readonly name = 'XmlProblem';
  readonly reason: 'malformed' | 'entities';

  constructor(reason: XmlProblem['reason']) {
    super(reason);
    this.reason = reason;
  }
}

/** Called for each token; positions are of `scanner.bytes` and hold only during the call. */
export type XmlHandler = {
  /** `isEmpty` elements get no `close`. */
  open(name: number, scanner: XmlScanner, isEmpty: boolean): void;
  close(name: number, scanner: XmlScanner): void;
  text(start: number, end: number, scanner: XmlScanner): void;
};

/** The number by which the scanner knows a local name. */
export function nameCode(name: string): number {
  let code = 7;
  for (let at = 0; at < name.length; at += 1) code = (Math.imul(code, 31) + name.charCodeAt(at)) | 0;
  return code;
}

const lessThan = 0x3c;
const greaterThan = 0x3e;
const slash = 0x2f;
const equals = 0x3d;
const doubleQuote = 0x22;
const singleQuote = 0x27;
const colon = 0x3a;
const exclamation = 0x21;
const question = 0x3f;
const ampersand = 0x26;
const mostAttributes = 256;
const deepest = 256;
/** A tag or text longer than this is no part of a table. */
const longestToken = 32 * 2 ** 20;

function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/**
 * Walks the bytes of a UTF-8 document and hands out tags and texts without building a string for each: saxes, which
 * reads all other parts, takes twice the time that a sheet of a hundred thousand rows may. Tags must nest; document types
 * and entities other than the five of XML itself are refused with an `XmlProblem`.
 */
export class XmlScanner {
  bytes: Buffer = Buffer.alloc(0);
  attributes = 0;
  readonly attributeNames = new Int32Array(mostAttributes);
  readonly valueStarts = new Int32Array(mostAttributes);
  readonly valueEnds = new Int32Array(mostAttributes);
  private readonly handler: XmlHandler;
  private readonly open = new Int32Array(deepest);
  private depth = 0;
  private hasRoot = false;
  private isStarted = false;

  constructor(handler: XmlHandler) {
    this.handler = handler;
  }

  /** The value of an attribute as text, null where the element has none of that name. */
  attribute(name: number): string | null {
    for (let index = 0; index < this.attributes; index += 1) {
      if (this.attributeNames[index] === name) {
        return this.textOf(this.valueStarts[index] ?? 0, this.valueEnds[index] ?? 0);
      }
    }
    return null;
  }

  /** A stretch of the document as text with its entities resolved. */
  textOf(start: number, end: number): string {
    const { bytes } = this;
    for (let at = start; at < end; at += 1) {
      // Safe: below `end`, which lies within the bytes.
      const byte = bytes[at] as number;
      if (byte === ampersand || byte === 0x0d) return resolveEntities(bytes.toString('utf8', start, end));
    }
    return bytes.toString('utf8', start, end);
  }

  feed(chunk: Buffer): void {
    this.bytes = this.bytes.length === 0 ? chunk : Buffer.concat([this.bytes, chunk]);
    if (!this.isStarted) {
      if (this.bytes.length < 3) return;
      this.isStarted = true;
      if (this.bytes[0] === 0xef && this.bytes[1] === 0xbb && this.bytes[2] === 0xbf) {
        this.bytes = this.bytes.subarray(3);
      }
    }
    const done = this.scan();
    this.bytes = done === this.bytes.length ? Buffer.alloc(0) : this.bytes.subarray(done);
    if (this.bytes.length > longestToken) throw new XmlProblem('malformed');
  }

  end(): void {
    const isClosed = this.hasRoot && this.depth === 0 && this.bytes.every(isSpace);
    if (!isClosed) throw new XmlProblem('malformed');
  }

  /** Handles all whole tokens and returns where the first unfinished one begins. */
  private scan(): number {
    const { bytes, handler } = this;
    const { length } = bytes;
    let at = 0;
    for (;;) {
      let next = at;
      while (next < length && bytes[next] !== lessThan) next += 1;
      if (next >= length) return at;
      if (next > at) {
        if (this.depth > 0) handler.text(at, next, this);
        else this.onlySpace(at, next);
      }
      const after = this.tag(next);
      if (after < 0) return next;
      at = after;
    }
  }

  private onlySpace(start: number, end: number): void {
    for (let at = start; at < end; at += 1) {
      if (!isSpace(this.bytes[at] as number)) throw new XmlProblem('malformed'); // safe: below `end`
    }
  }

  /** Reads the tag at `start` and returns what follows it, or -1 while it is unfinished. */
  private tag(start: number): number {
    const { bytes } = this;
    if (start + 1 >= bytes.length) return -1;
    const kind = bytes[start + 1];
    if (kind === slash) return this.closing(start);
    if (kind === exclamation || kind === question) return this.special(start, kind);
    return this.opening(start);
  }

  private closing(start: number): number {
    const { bytes } = this;
    const { length } = bytes;
    let at = start + 2;
    let name = 7;
    for (; at < length; at += 1) {
      const byte = bytes[at] as number; // safe: below length
      if (byte === greaterThan || isSpace(byte)) break;
      name = byte === colon ? 7 : (Math.imul(name, 31) + byte) | 0;
    }
    while (at < length && isSpace(bytes[at] as number)) at += 1; // safe: below length
    if (at >= length) return -1;
    if (bytes[at] !== greaterThan || this.depth === 0 || this.open[this.depth - 1] !== name) {
      throw new XmlProblem('malformed');
    }
    this.depth -= 1;
    this.handler.close(name, this);
    return at + 1;
  }

  private opening(start: number): number {
    const { bytes } = this;
    const { length } = bytes;
    let at = start + 1;
    let name = 7;
    let byte = 0;
    for (; at < length; at += 1) {
      byte = bytes[at] as number; // safe: below length
      if (byte === greaterThan || byte === slash || isSpace(byte)) break;
      name = byte === colon ? 7 : (Math.imul(name, 31) + byte) | 0;
    }
    if (at >= length) return -1;
    if (at === start + 1) throw new XmlProblem('malformed');
    this.attributes = 0;
    for (;;) {
      while (at < length && isSpace(bytes[at] as number)) at += 1; // safe: below length
      if (at >= length) return -1;
      byte = bytes[at] as number; // safe: below length
      if (byte === greaterThan) break;
      if (byte === slash) {
        if (at + 1 >= length) return -1;
        if (bytes[at + 1] !== greaterThan) throw new XmlProblem('malformed');
        this.opened(name, true);
        return at + 2;
      }
      at = this.readAttribute(at);
      if (at < 0) return -1;
    }
    this.opened(name, false);
    return at + 1;
  }

  private opened(name: number, isEmpty: boolean): void {
    if (this.depth === 0) {
      if (this.hasRoot) throw new XmlProblem('malformed');
      this.hasRoot = true;
    }
    if (!isEmpty) {
      if (this.depth >= deepest) throw new XmlProblem('malformed');
      this.open[this.depth] = name;
      this.depth += 1;
    }
    this.handler.open(name, this, isEmpty);
  }

  private readAttribute(start: number): number {
    const { bytes } = this;
    const { length } = bytes;
    let at = start;
    let name = 7;
    for (; at < length; at += 1) {
      const byte = bytes[at] as number; // safe: below length
      if (byte === equals || isSpace(byte)) break;
      if (byte === lessThan || byte === greaterThan) throw new XmlProblem('malformed');
      name = byte === colon ? 7 : (Math.imul(name, 31) + byte) | 0;
    }
    while (at < length && isSpace(bytes[at] as number)) at += 1; // safe: below length
    if (at >= length) return -1;
    if (bytes[at] !== equals) throw new XmlProblem('malformed');
    at += 1;
    while (at < length && isSpace(bytes[at] as number)) at += 1; // safe: below length
    if (at >= length) return -1;
    const quote = bytes[at];
    if (quote !== doubleQuote && quote !== singleQuote) throw new XmlProblem('malformed');
    const from = at + 1;
    at = from;
    while (at < length && bytes[at] !== quote) at += 1;
    if (at >= length) return -1;
    if (this.attributes >= mostAttributes) throw new XmlProblem('malformed');
    this.attributeNames[this.attributes] = name;
    this.valueStarts[this.attributes] = from;
    this.valueEnds[this.attributes] = at;
    this.attributes += 1;
    return at + 1;
  }

  /** Comments and instructions are skipped, a CDATA section is text, a document type is refused. */
  private special(start: number, kind: number): number {
    const { bytes } = this;
    if (kind === question) return after(bytes, '?>', start + 2);
    if (bytes.length < start + 9) return -1;
    if (bytes.toString('latin1', start, start + 4) === '<!--') return after(bytes, '-->', start + 4);
    if (bytes.toString('latin1', start, start + 9) !== '<![CDATA[') throw new XmlProblem('entities');
    const end = after(bytes, ']]>', start + 9);
    if (end < 0) return -1;
    if (this.depth === 0) throw new XmlProblem('malformed');
    // Handlers resolve entities, which a CDATA section does not have.
    const raw = bytes.toString('utf8', start + 9, end - 3).replaceAll('&', '&amp;');
    const held = this.bytes;
    this.bytes = Buffer.from(raw, 'utf8');
    this.handler.text(0, this.bytes.length, this);
    this.bytes = held;
    return end;
  }
}

function after(bytes: Buffer, mark: string, from: number): number {
  const found = bytes.indexOf(mark, from, 'latin1');
  return found < 0 ? -1 : found + mark.length;
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The five entities of XML and its numbered characters. Throws `XmlProblem` for any other. */
export function resolveEntities(text: string): string {
  const resolved = text.replace(/\r\n?/g, '\n').replace(/&([^;&]{0,12};?)/g, (_, inside: string) => {
    const name = inside.endsWith(';') ? inside.slice(0, -1) : '';
    const known = Object.hasOwn(named, name) ? named[name] : undefined;
    if (known !== undefined) return known;
    const number = /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/.exec(name);
    const point = number ? Number.parseInt(number[1] ?? number[2] ?? '', number[1] ? 16 : 10) : -1;
    if (point < 1 || point > 0x10ffff || (point >= 0xd800 && point < 0xe000))
      throw new XmlProblem('entities');
    return String.fromCodePoint(point);
  });
  return resolved;
}

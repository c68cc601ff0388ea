import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';

const pageBytes = 1 << 18;
/** Pages kept in memory at once; the others lie in a file. */
const pagesInMemory = 256;
const flagNumeric = 1;
const flagBreaks = 2;
const flagBlank = 4;

/**
 * The texts that cells of a workbook refer to by number, as bytes ready for the table text. Some 64 MB stay in memory; the
 * rest waits in a file, so that a workbook of any size can be read.
 */
export class SharedStrings {
  private pages: (Buffer | null)[] = [];
  /** Pages in memory, the one used longest ago first. */
  private readonly recent = new Set<number>();
  private pageOf = new Uint32Array(1024);
  private starts = new Uint32Array(1024);
  private lengths = new Uint32Array(1024);
  private flags = new Uint8Array(1024);
  private used = 0;
  private current = 0;
  private readonly spillPath: string;
  private spill: number | null = null;
  /** Offset in the file and bytes of each page written to it. */
  private readonly spilled = new Map<number, { offset: number; bytes: number }>();
  private spilledBytes = 0;
  count = 0;

  constructor(spillPath: string) {
    this.spillPath = spillPath;
  }

  add(bytes: Buffer, flags: { isNumeric: boolean; hasBreaks: boolean; isBlank: boolean }): void {
    this.makeRoom();
    if (this.pages.length === 0 || this.used + bytes.length > (this.pages[this.current]?.length ?? 0)) {
      this.newPage(Math.max(pageBytes, bytes.length));
    }
    const page = this.pages[this.current];
    if (page) bytes.copy(page, this.used);
    this.pageOf[this.count] = this.current;
    this.starts[this.count] = this.used;
    this.lengths[this.count] = bytes.length;
    this.flags[this.count] =
      (flags.isNumeric ? flagNumeric : 0) |
      (flags.hasBreaks ? flagBreaks : 0) |
      (flags.isBlank ? flagBlank : 0);
    this.used += bytes.length;
    this.count += 1;
  }

  private makeRoom(): void {
    if (this.count < this.starts.length) return;
    const grow = (from: Uint32Array): Uint32Array<ArrayBuffer> => {
      const larger = new Uint32Array(from.length * 2);
      larger.set(from);
      return larger;
    };
    this.pageOf = grow(this.pageOf);
    this.starts = grow(this.starts);
    this.lengths = grow(this.lengths);
    const flags = new Uint8Array(this.flags.length * 2);
    flags.set(this.flags);
    this.flags = flags;
  }

  private newPage(size: number): void {
    this.current = this.pages.length;
    this.pages.push(Buffer.allocUnsafe(size));
    this.used = 0;
    this.recent.add(this.current);
    if (this.recent.size > pagesInMemory) this.release();
  }

  /** Takes the page used longest ago out of memory. */
  private release(): void {
    for (const page of this.recent) {
      if (page === this.current) continue;
      const bytes = this.pages[page];
      if (bytes && !this.spilled.has(page)) {
        this.spill ??= openSync(this.spillPath, 'w+', 0o600);
        writeSync(this.spill, bytes, 0, bytes.length, this.spilledBytes);
        this.spilled.set(page, { offset: this.spilledBytes, bytes: bytes.length });
        this.spilledBytes += bytes.length;
      }
      this.pages[page] = null;
      this.recent.delete(page);
      return;
    }
  }

  /** The page that holds a text; `start` and `length` say where in it. */
  page(index: number): Buffer {
    const number = this.pageOf[index] ?? 0;
    const held = this.pages[number];
    if (held) return held;
    const place = this.spilled.get(number);
    const bytes = Buffer.allocUnsafe(place?.bytes ?? 0);
    if (place && this.spill !== null) readSync(this.spill, bytes, 0, bytes.length, place.offset);
    this.pages[number] = bytes;
    this.recent.add(number);
    if (this.recent.size > pagesInMemory) this.release();
    return bytes;
  }

  start(index: number): number {
    return this.starts[index] ?? 0;
  }

  length(index: number): number {
    return this.lengths[index] ?? 0;
  }

  isNumeric(index: number): boolean {
    return ((this.flags[index] ?? 0) & flagNumeric) !== 0;
  }

  hasBreaks(index: number): boolean {
    return ((this.flags[index] ?? 0) & flagBreaks) !== 0;
  }

  isBlank(index: number): boolean {
    return ((this.flags[index] ?? 0) & flagBlank) !== 0;
  }

  close(): void {
    this.pages = [];
    if (this.spill === null) return;
    closeSync(this.spill);
    rmSync(this.spillPath, { force: true });
    this.spill = null;
  }
}

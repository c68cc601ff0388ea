import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { AppError } from '../../../../shared/errors';
import type { FrozenFile } from '../frozen-file';
import type { Job } from '../job';
import { damaged, passwordProtected, unsafe } from './workbook-errors';

const mostParts = 10_000;
/** A part unpacked; Excel's own limit of rows and columns stays far below it for anything a person made. */
const partLimitBytes = 4 * 2 ** 30;
/** Sheets of repeated values reach about 60; what only exists to fill the disk reaches 1,000. */
const mostRatio = 250;
const ratioFromBytes = 64 * 2 ** 20;
const chunkBytes = 1 << 18;
const stored = 0;
const deflated = 8;

/** A zip file whose parts are read one at a time, never beyond the size the zip itself declares for them. */
export class ZipPackage {
  private readonly parts = new Map<string, Entry>();
  private readonly file: FrozenFile;
  private readonly zip: ZipFile;

  private constructor(file: FrozenFile, zip: ZipFile) {
    this.file = file;
    this.zip = zip;
  }

  /** Reads the list of parts. Throws `workbook-damaged`, `workbook-unsafe`, `workbook-protected`. */
  static async open(file: FrozenFile): Promise<ZipPackage> {
    const zip = await openPromise(file.path, { autoClose: false, validateEntrySizes: true }).catch(
      (error: unknown) => {
        throw damaged(file, '', error);
      },
    );
    const opened = new ZipPackage(file, zip);
    try {
      await opened.list();
      return opened;
    } catch (error) {
      opened.close();
      throw error;
    }
  }

  private async list(): Promise<void> {
    if (this.zip.entryCount > mostParts) throw unsafe(this.file, 'parts');
    try {
      for await (const entry of this.zip.eachEntry()) {
        if (this.parts.size >= mostParts) throw unsafe(this.file, 'parts');
        this.parts.set(partKey(entry.fileName), entry);
      }
    } catch (error) {
      throw error instanceof AppError ? error : damaged(this.file, '', error);
    }
  }

  get names(): string[] {
    return [...this.parts.values()].map(({ fileName }) => fileName);
  }

  has(name: string): boolean {
    return this.parts.has(partKey(name));
  }

  /** Bytes of a part unpacked, as declared; 0 for one that is not there. */
  sizeOf(name: string): number {
    return this.parts.get(partKey(name))?.uncompressedSize ?? 0;
  }

  /** The bytes of a part in pieces; its size and checksum are verified. Throws as `open` does, and `cancelled`. */
  async *read(name: string, job: Job): AsyncGenerator<Buffer> {
    const entry = this.parts.get(partKey(name));
    if (!entry) throw damaged(this.file, name);
    if (entry.isEncrypted()) throw passwordProtected(this.file);
    if (entry.compressionMethod !== stored && entry.compressionMethod !== deflated)
      throw damaged(this.file, name);
    const { uncompressedSize, compressedSize } = entry;
    if (uncompressedSize > partLimitBytes) throw unsafe(this.file, 'size', name);
    if (uncompressedSize > ratioFromBytes && uncompressedSize > compressedSize * mostRatio) {
      throw unsafe(this.file, 'ratio', name);
    }
    let size = 0;
    let checksum = 0;
    try {
      for await (const chunk of await this.unpack(entry)) {
        if (job.signal.aborted) throw new AppError('cancelled');
        size += chunk.length;
        if (size > uncompressedSize) throw unsafe(this.file, 'size', name);
        checksum = crc32(chunk, checksum);
        yield chunk;
      }
    } catch (error) {
      throw error instanceof AppError ? error : damaged(this.file, name, error);
    }
    if (size !== uncompressedSize || checksum !== entry.crc32) throw damaged(this.file, name);
  }

  /** Read by ourselves from where the part begins: yauzl's own streams cannot be left before their end. */
  private async unpack(entry: Entry): Promise<AsyncIterable<Buffer>> {
    if (entry.compressedSize === 0) return Readable.from([]);
    const { fileDataStart } = await this.zip.readLocalFileHeaderPromise(entry, { minimal: true });
    const raw = createReadStream(this.file.path, {
      start: fileDataStart,
      end: fileDataStart + entry.compressedSize - 1,
      highWaterMark: chunkBytes,
    });
    if (entry.compressionMethod === stored) return raw;
    const inflate = createInflateRaw({ chunkSize: chunkBytes });
    raw.on('error', (error) => inflate.destroy(error));
    inflate.on('close', () => raw.destroy());
    return raw.pipe(inflate);
  }

  close(): void {
    this.zip.close();
  }
}

/** Names are compared as Windows does, without a leading slash. */
function partKey(name: string): string {
  return name.replace(/^\/+/, '').toLowerCase();
}

import { type Document, Packer } from 'docx';
import { type Entry, fromBuffer, type ZipFile as OpenZip } from 'yauzl';
import { ZipFile } from 'yazl';

/** The parts of a packed document, by name, in the order of the names. */
async function readParts(packed: Uint8Array): Promise<Map<string, Buffer>> {
  const zip = await new Promise<OpenZip>((resolve, reject) => {
    fromBuffer(Buffer.from(packed), { lazyEntries: true }, (error, opened) =>
      error ? reject(error) : resolve(opened),
    );
  });
  const parts = new Map<string, Buffer>();
  await new Promise<void>((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', resolve);
    zip.on('entry', (entry: Entry) => {
      zip.openReadStream(entry, (error, stream) => {
        if (error) return reject(error);
        const chunks: Buffer[] = [];
        stream.on('error', reject);
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          if (!entry.fileName.endsWith('/')) parts.set(entry.fileName, Buffer.concat(chunks));
          zip.readEntry();
        });
      });
    });
    zip.readEntry();
  });
  return new Map([...parts].sort(([left], [right]) => (left < right ? -1 : 1)));
}

const coreProperties = 'docProps/core.xml';
const body = 'word/document.xml';
/** The list of content types comes first in files that Word itself writes. */
const first = '[Content_Types].xml';

/**
 * A document as the bytes of a Word file. The library writes the present time in two places, and numbers bookmarks on
 * from one document to the next: both are set from the content, so the same content gives the same bytes.
 */
export async function packDocument(document: Document, day: string): Promise<Uint8Array> {
  const parts = await readParts(await Packer.toBuffer(document));
  const instant = `${day}T00:00:00Z`;
  const zip = new ZipFile();
  const options = { mtime: new Date(instant), mode: 0o100644, forceDosTimestamp: true };
  for (const name of [first, ...[...parts.keys()].filter((each) => each !== first)]) {
    const content = parts.get(name) ?? Buffer.alloc(0);
    zip.addBuffer(settled(name, content, instant), name, options);
  }
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk));
  return new Uint8Array(Buffer.concat(chunks));
}

function settled(name: string, content: Buffer, instant: string): Buffer {
  if (name === coreProperties) {
    const dates = /(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)/g;
    return Buffer.from(content.toString('utf8').replaceAll(dates, `$1${instant}$2`));
  }
  if (name !== body) return content;
  const numbers = new Map<string, number>();
  const numberOf = (id: string): number => {
    if (!numbers.has(id)) numbers.set(id, numbers.size + 1);
    return numbers.get(id) ?? 0;
  };
  const marks = /<w:bookmark(?:Start|End)\b[^>]*>/g;
  return Buffer.from(
    content
      .toString('utf8')
      .replaceAll(marks, (tag) =>
        tag.replace(/w:id="([^"]*)"/, (_whole, id: string) => `w:id="${numberOf(id)}"`),
      ),
  );
}

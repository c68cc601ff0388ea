import { type Document, Packer } from 'docx';
import { fromBufferPromise } from 'yauzl';
import { writeZip } from '../../files/write-zip';

/** The parts of a packed document, by name, in the order of the names. */
async function readParts(packed: Uint8Array): Promise<Map<string, Buffer>> {
  const zip = await fromBufferPromise(Buffer.from(packed));
  const parts: [string, Buffer][] = [];
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue;
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(Buffer.from(chunk));
    parts.push([entry.fileName, Buffer.concat(chunks)]);
  }
  return new Map(parts.sort(([left], [right]) => (left < right ? -1 : 1)));
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
  const names = [first, ...[...parts.keys()].filter((each) => each !== first)];
  return writeZip(
    names.map((path) => ({ path, content: settled(path, parts.get(path) ?? Buffer.alloc(0), instant) })),
    day,
  );
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

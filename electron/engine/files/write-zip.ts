import { ZipFile } from 'yazl';

export type ZipContent = { path: string; content: Uint8Array };

/**
 * Files as a zip in the order given, each dated with the day of the content and nothing else of the moment or the
 * machine: the same files give the same bytes in any time zone.
 */
export async function writeZip(files: readonly ZipContent[], day: string): Promise<Uint8Array> {
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number);
  // Times in a zip are written as the local clock shows them.
  const mtime = new Date(year, month - 1, date);
  const zip = new ZipFile();
  for (const { path, content } of files) {
    zip.addBuffer(Buffer.from(content), path, { mtime, mode: 0o100644, forceDosTimestamp: true });
  }
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk));
  return new Uint8Array(Buffer.concat(chunks));
}

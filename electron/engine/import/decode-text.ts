/**
 * A whole text in an encoding, by the web's label. Node 20 decodes Windows-1252 that comes in one piece as Latin-1 and so
 * loses “, ” and €; a text that comes as a stream it decodes rightly. Throws RangeError for a label it does not know.
 */
export function decodeText(label: string, bytes: Uint8Array): string {
  const decoder = new TextDecoder(label);
  return decoder.decode(bytes, { stream: true }) + decoder.decode();
}

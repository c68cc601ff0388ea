import { TextDecoder } from 'node:util';

/** How an XML document is written, by its first bytes: a mark, a zero in every second byte, or what it declares. */
function encodingOf(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (head[0] === 0x3c && head[1] === 0) return 'utf-16le';
  if (head[0] === 0 && head[1] === 0x3c) return 'utf-16be';
  const declared = /^(?:\xef\xbb\xbf)?<\?xml[^>]*encoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(
    head.toString('latin1', 0, Math.min(head.length, 300)),
  );
  const label = (declared?.[1] ?? 'utf-8').toLowerCase();
  return label.startsWith('utf-16') ? 'utf-8' : label;
}

function decoderOf(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding);
  } catch {
    return new TextDecoder('utf-8');
  }
}

/** An XML document as text, piece by piece, whatever it is encoded in. */
export async function* utf8Chunks(source: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  for await (const chunk of source) {
    decoder ??= decoderOf(encodingOf(chunk));
    yield decoder.decode(chunk, { stream: true });
  }
  if (decoder) yield decoder.decode();
}

/** The same as bytes of UTF-8; those that already are pass through untouched. */
export async function* utf8Bytes(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let decoder: TextDecoder | null = null;
  let isUtf8: boolean | null = null;
  for await (const chunk of source) {
    if (isUtf8 === null) {
      const encoding = encodingOf(chunk);
      isUtf8 = encoding === 'utf-8' || encoding === 'us-ascii';
      if (!isUtf8) decoder = decoderOf(encoding);
    }
    yield decoder ? Buffer.from(decoder.decode(chunk, { stream: true }), 'utf8') : chunk;
  }
}

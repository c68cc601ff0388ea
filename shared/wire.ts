import { z } from 'zod';
import { Progress } from './contract';
import { WireError } from './errors';

/** What travels from the engine to a caller, whatever the transport. The last frame is a result or an error. */
export const Frame = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('progress'), progress: Progress }),
  z.strictObject({ type: z.literal('result'), value: z.unknown() }),
  z.strictObject({ type: z.literal('error'), error: WireError }),
]);
export type Frame = z.infer<typeof Frame>;

const bytesKey = '$bytes';

/** Turns a value into JSON text; byte arrays become `{ "$bytes": base64 }`. */
export function encodeJson(value: unknown, toBase64: (bytes: Uint8Array) => string): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    item instanceof Uint8Array ? { [bytesKey]: toBase64(item) } : item,
  );
}

/** The inverse of `encodeJson`. Throws a SyntaxError on text that is not JSON. */
export function decodeJson(text: string, fromBase64: (text: string) => Uint8Array): unknown {
  return JSON.parse(text, (_key, item: unknown) => {
    if (item !== null && typeof item === 'object' && bytesKey in item) {
      const encoded = (item as Record<string, unknown>)[bytesKey]; // safe: the key was just found
      if (typeof encoded === 'string' && Object.keys(item).length === 1) return fromBase64(encoded);
    }
    return item;
  });
}

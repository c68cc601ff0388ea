const blockSize = 0x8000;

/** Base64 text of bytes of any length. */
export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let start = 0; start < bytes.length; start += blockSize) {
    binary += String.fromCharCode(...bytes.subarray(start, start + blockSize));
  }
  return btoa(binary);
}

/** Bytes of a base64 text; throws on text that is not base64. */
export function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

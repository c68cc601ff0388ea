/** The lasting name of a figure taken apart; null for parts it does not have. `splits` in the order of the key. */
export type KeyParts = {
  measure: string;
  of: ReadonlyMap<string, string>;
  splits: readonly { name: string; value: string | null }[];
};

/** Reads what `figureKey` writes; parts it does not know are kept under their own name. */
export function parseFigureKey(key: string): KeyParts {
  const [measure = '', ...written] = key.split('/');
  const of = new Map<string, string>();
  const splits: { name: string; value: string | null }[] = [];
  for (const part of written) {
    const colon = part.indexOf(':');
    const name = colon < 0 ? part : part.slice(0, colon);
    const value = colon < 0 ? '' : part.slice(colon + 1);
    const equals = value.indexOf('=');
    if (name === 'split' && equals >= 0) {
      const text = unescapePart(value.slice(equals + 1));
      splits.push({ name: value.slice(0, equals), value: text === '' ? null : text });
    } else of.set(name, unescapePart(value));
  }
  return { measure, of, splits };
}

function unescapePart(text: string): string {
  return text.replaceAll('%2F', '/').replaceAll('%25', '%');
}

/** A Markdown table; cells may not hold a bar. */
export function markdownTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

export function capital(words: string): string {
  return words.charAt(0).toLocaleUpperCase('es') + words.slice(1);
}

/** a, b y c. */
export function listed(words: readonly string[]): string {
  return new Intl.ListFormat('es', { type: 'conjunction' }).format(words);
}

/** The one value of a list whose members are alike. Throws, naming `what`, where there is none or they differ. */
export function same<T>(values: readonly T[], what: string): T {
  const [first, ...others] = [...new Set(values)];
  if (first === undefined || others.length > 0) throw new Error(`not one value: ${what}`);
  return first;
}

/** Lists of what shares a key, in the order the keys first come up. */
export function grouped<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

/** What stands between the two comments that mark a generated part; null where they are missing. */
export function markedPart(text: string, name: string): string | null {
  const [start, end] = marks(name);
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  return from < 0 || to < from ? null : text.slice(from + start.length, to).trim();
}

/** The text with the part between its marks replaced. Throws where the marks are missing. */
export function withMarkedPart(text: string, name: string, part: string): string {
  if (markedPart(text, name) === null) throw new Error(`no marks for ${name}`);
  const [start, end] = marks(name);
  return `${text.slice(0, text.indexOf(start) + start.length)}\n\n${part}\n\n${text.slice(text.indexOf(end))}`;
}

function marks(name: string): [string, string] {
  return [`<!-- ${name}: se genera -->`, `<!-- ${name}: fin -->`];
}

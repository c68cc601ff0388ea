import { foldText } from './cell-shapes';

const longestName = 60;

/** Labels and machine names for the columns of a file: repeated headers get a number, empty ones a position. */
export function nameColumns(
  headers: readonly string[],
  width: number,
): { header: string; label: string; name: string }[] {
  const seen = new Map<string, number>();
  const names = new Set<string>();
  return Array.from({ length: width }, (_, source) => {
    const header = headers[source] ?? '';
    const text = header.replace(/\s+/gu, ' ').trim() || `Columna ${source + 1}`;
    const times = (seen.get(text) ?? 0) + 1;
    seen.set(text, times);
    return { header, label: times === 1 ? text : `${text} (${times})`, name: freeName(text, names) };
  });
}

function freeName(label: string, names: Set<string>): string {
  const words = foldText(label)
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  const stem = (/^[a-z]/.test(words) ? words : `columna_${words}`).slice(0, longestName).replace(/_+$/, '');
  let name = stem;
  for (let number = 2; names.has(name); number += 1) name = `${stem}_${number}`;
  names.add(name);
  return name;
}

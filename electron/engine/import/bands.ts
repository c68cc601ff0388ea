/** Bands of ages, amounts and counts by where they begin: "menos de 18", "6-11", "$300.000 a $500.000", "12 o más". */

const figure = '\\$?\\s?(\\d{1,3}(?:[.\\s]\\d{3})+|\\d+(?:,\\d+)?)';
const unit =
  '(?:\\s?(?:años?|meses|dias|días|personas?|horas?|veces|hijos?|pesos|uf|%|years?|mil|hrs?)(?:\\s+de\\s+edad)?)?';
const below = new RegExp(
  `^(?:menos\\s+de|menor(?:es)?\\s+(?:de|a|que)|hasta|bajo|inferior(?:es)?\\s+a|under|less\\s+than|<=?)\\s*(?:los\\s+)?${figure}${unit}$`,
  'iu',
);
const above = new RegExp(
  `^(?:m[aá]s\\s+de|mayor(?:es)?\\s+(?:de|a|que)|sobre|desde|superior(?:es)?\\s+a|over|more\\s+than|>=?)\\s*(?:los\\s+)?${figure}${unit}(?:\\s*(?:o|y)\\s+m[aá]s)?$`,
  'iu',
);
const open = new RegExp(
  `^${figure}${unit}\\s*(?:(?:o|y|e?n)\\s+(?:m[aá]s|mayor(?:es)?|adelante|sobre)|\\+|or\\s+more|and\\s+over)${unit}$`,
  'iu',
);
const between = new RegExp(
  `^(?:entre|de|desde|from)?\\s*(?:los\\s+)?${figure}${unit}\\s*(?:a|al|hasta|y|-|–|—|to)\\s*(?:los\\s+)?${figure}${unit}$`,
  'iu',
);
const upTo = new RegExp(`^${figure}${unit}\\s*(?:o|y)\\s+menos$`, 'iu');
const alone = new RegExp(`^${figure}${unit}$`, 'iu');

function amount(text: string | undefined): number {
  return Number((text ?? '').replace(/[.\s]/gu, '').replace(',', '.'));
}

/** Where a band begins, so that bands sort; a band without a lower bound begins just before its upper one. Null for other texts. */
export function bandStart(value: string): { start: number; isBand: boolean } | null {
  const text = value.replace(/\s+/gu, ' ').trim();
  const low = below.exec(text) ?? upTo.exec(text);
  if (low) return { start: amount(low[1]) - 0.75 - amount(low[1]) / 2, isBand: true };
  const high = above.exec(text);
  if (high) return { start: amount(high[1]) + 0.5, isBand: true };
  const more = open.exec(text);
  if (more) return { start: amount(more[1]) + 0.25, isBand: true };
  const range = between.exec(text);
  if (range) return amount(range[2]) > amount(range[1]) ? { start: amount(range[1]), isBand: true } : null;
  const single = alone.exec(text);
  return single ? { start: amount(single[1]), isBand: false } : null;
}

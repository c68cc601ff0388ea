// Advance widths of Inter Regular in thousandths of the font size, from its hmtx table: U+0020 to U+007E.
const widths = [
  281, 288, 466, 633, 642, 982, 644, 300, 365, 365, 501, 662, 288, 460, 288, 360, 631, 407, 610, 618, 646,
  593, 620, 566, 619, 620, 288, 302, 662, 662, 662, 511, 966, 690, 654, 730, 722, 601, 590, 746, 743, 269,
  571, 672, 565, 903, 753, 765, 639, 765, 644, 642, 646, 744, 690, 985, 682, 679, 629, 365, 360, 365, 471,
  456, 323, 562, 612, 571, 612, 583, 370, 613, 591, 242, 242, 549, 242, 876, 591, 600, 612, 612, 376, 528,
  327, 591, 562, 818, 546, 562, 552, 426, 333, 426, 662,
];
const otherWidths: Record<string, number> = {
  '\u00a0': 281,
  '–': 500,
  '—': 1000,
  '…': 864,
  '·': 288,
  '−': 662,
  '×': 662,
  '†': 491,
  '‡': 491,
};
const widestGuess = 800;
const semiboldFactor = 1.035;

export type FontWeight = 400 | 600;

/** Width in pixels of a text set in Inter; accents are measured as their base letter. */
export function textWidth(text: string, fontSize: number, weight: FontWeight = 400): number {
  let sum = 0;
  for (const character of text.normalize('NFD')) {
    const code = character.codePointAt(0) ?? 0;
    if (code >= 0x300 && code <= 0x36f) continue;
    sum += otherWidths[character] ?? widths[code - 32] ?? widestGuess;
  }
  return (sum / 1000) * fontSize * (weight === 600 ? semiboldFactor : 1);
}

/** The text cut at the end with an ellipsis where it is wider than allowed. */
export function elide(text: string, width: number, fontSize: number, weight: FontWeight = 400): string {
  if (textWidth(text, fontSize, weight) <= width) return text;
  const characters = [...text];
  while (characters.length > 1 && textWidth(`${characters.join('').trimEnd()}…`, fontSize, weight) > width) {
    characters.pop();
  }
  const cut = characters.join('').trimEnd();
  const lastSpace = cut.lastIndexOf(' ');
  return `${lastSpace > cut.length * 0.6 ? cut.slice(0, lastSpace) : cut}…`;
}

const syllableStart = /^[bcdfghjklmnñpqrstvwxyz][aeiouáéíóúü]/i;

/** A word wider than a line, cut where a Spanish syllable begins and hyphenated; others stay whole. */
function splitWord(word: string, width: number, fontSize: number, weight: FontWeight): string[] {
  if (textWidth(word, fontSize, weight) <= width) return [word];
  for (let end = word.length - 3; end >= 3; end -= 1) {
    const start = `${word.slice(0, end)}-`;
    if (textWidth(start, fontSize, weight) > width || !syllableStart.test(word.slice(end))) continue;
    return [start, ...splitWord(word.slice(end), width, fontSize, weight)];
  }
  return [word];
}

/** The text broken at spaces, and inside words wider than a line, into lines of a width; what does not fit in `maximumLines` is elided. */
export function wrap(
  text: string,
  width: number,
  fontSize: number,
  weight: FontWeight = 400,
  maximumLines = Number.POSITIVE_INFINITY,
): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text
    .replaceAll('N° ', 'N°\u00a0')
    .split(' ')
    .flatMap((each) => splitWord(each, width, fontSize, weight))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || textWidth(longer, fontSize, weight) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  lines.push(line);
  if (lines.length <= maximumLines) return lines.map((each) => elide(each, width, fontSize, weight));
  const kept = lines.slice(0, maximumLines - 1);
  return [...kept, lines.slice(maximumLines - 1).join(' ')].map((each) =>
    elide(each, width, fontSize, weight),
  );
}

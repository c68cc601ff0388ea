import { foldName } from './survey-fields';

/** A label for the rows of a file, from its name: `Encuesta_Liceo-Sur 2024.csv` gives `Encuesta Liceo Sur 2024`. */
export function proposedLabel(fileName: string): string {
  const words = fileName
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/[_-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 120);
  return words === '' ? fileName.slice(0, 120) : words;
}

/**
 * Labels for the rows of several files: what their names do not have in common, so that `encuesta_liceo_sur.csv` and
 * `encuesta_escuela_norte.csv` give `Liceo sur` and `Escuela norte`; whole names where nothing would be left.
 */
export function proposedLabels(fileNames: readonly string[]): string[] {
  const whole = fileNames.map(proposedLabel);
  if (whole.length < 2) return whole;
  const words = whole.map((label) => label.split(' '));
  const shortest = Math.min(...words.map((list) => list.length));
  const isCommon = (at: (list: readonly string[]) => string | undefined): boolean =>
    new Set(words.map((list) => foldName(at(list) ?? ''))).size === 1;
  let start = 0;
  while (start < shortest && isCommon((list) => list[start])) start += 1;
  let end = 0;
  while (end < shortest - start && isCommon((list) => list[list.length - 1 - end])) end += 1;
  const cut = words.map((list) => list.slice(start, list.length - end).join(' '));
  const isTelling = cut.every((label) => /\p{L}/u.test(label)) && new Set(cut).size === cut.length;
  return (isTelling ? cut : whole).map((label) => label.charAt(0).toLocaleUpperCase('es') + label.slice(1));
}

import type { z } from 'zod';
import type { Moment, WaveDraft, WaveEvidence } from './import';
import { foldName } from './survey-fields';
import type { Wave } from './wave';

/** The days on which most answers of a column lie, as `yyyy-mm-dd`. */
export type DaysFound = {
  header: string;
  from: string;
  to: string;
  /** Cells with a day, and those of them that lie outside `from` and `to`. */
  filled: number;
  outside: number;
};

const momentWords: readonly (readonly [z.infer<typeof Moment>, RegExp])[] = [
  ['ex-ante', /\b(ex ante|exante|linea ?base|baseline|pre ?test|diagnostico|inicial|entrada|t0)\b/],
  ['seguimiento', /\b(seguimiento|follow ?up|monitoreo|intermedi[ao]|midline)\b/],
  ['ex-post', /\b(ex post|expost|post ?test|endline|final|salida|cierre|t1)\b/],
];

/**
 * A first proposal for a wave with what speaks for it: named after its files, dated by the days on which most of its
 * answers were given, its moment by the words of the file or by its place among the waves of its instrument.
 */
export function proposeWave(found: {
  fileNames: readonly string[];
  /** Texts of the file that may name the moment: its preamble and title. */
  texts: readonly string[];
  days: DaysFound | null;
  saysSynthetic: boolean;
  earlier: readonly Pick<Wave, 'name' | 'moment' | 'startDate'>[];
}): { wave: WaveDraft; evidence: WaveEvidence[] } {
  const { fileNames, texts, days, earlier } = found;
  const [moment, evidence] = proposeMoment([...fileNames, ...texts], days, earlier);
  return {
    wave: {
      name: freeName(nameOfFiles(fileNames), earlier, days),
      moment,
      startDate: days?.from ?? null,
      endDate: days?.to ?? null,
      isSynthetic: found.saysSynthetic,
    },
    evidence: [
      { aspect: 'name', why: 'name-from-file', details: { fileName: fileNames[0] ?? '' } },
      evidence,
      ...(days ? [{ aspect: 'dates', why: 'dates-in-data', details: { ...days } } as const] : []),
    ],
  };
}

function proposeMoment(
  texts: readonly string[],
  days: DaysFound | null,
  earlier: readonly Pick<Wave, 'moment' | 'startDate'>[],
): [z.infer<typeof Moment>, WaveEvidence] {
  for (const text of texts) {
    const folded = foldName(text);
    const [word] = momentWords.flatMap(([moment, pattern]) => {
      const match = pattern.exec(folded);
      return match ? [{ moment, text: match[0] }] : [];
    });
    if (word)
      return [word.moment, { aspect: 'moment', why: 'moment-from-words', details: { word: word.text } }];
  }
  const baseline = earlier.find(({ moment }) => moment === 'ex-ante');
  const isEarliest =
    days !== null && earlier.every(({ startDate }) => startDate !== null && days.to < startDate);
  const moment = !baseline || (isEarliest && earlier.length > 0) ? 'ex-ante' : 'ex-post';
  return [moment, { aspect: 'moment', why: 'moment-from-order', details: { waves: earlier.length } }];
}

/** The name of a file, or what the names of several have in common, in words: `encuesta_norte_2024.csv`. */
export function nameOfFiles(fileNames: readonly string[]): string {
  const names = fileNames.map(wordsOfFile);
  const [first = ''] = names;
  const common = first
    .split(' ')
    .filter((word) =>
      names.every((name) => name.split(' ').some((other) => foldName(other) === foldName(word))),
    );
  const name = (common.some((word) => /\p{L}/u.test(word)) ? common.join(' ') : first).slice(0, 120);
  return name.charAt(0).toLocaleUpperCase('es') + name.slice(1);
}

function wordsOfFile(fileName: string): string {
  return fileName
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/[_-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The same name twice would not tell the waves apart. */
function freeName(wanted: string, earlier: readonly Pick<Wave, 'name'>[], days: DaysFound | null): string {
  const taken = new Set(earlier.map(({ name }) => foldName(name)));
  const stem = wanted === '' ? 'Medición' : wanted;
  if (!taken.has(foldName(stem))) return stem;
  const dated = days ? `${stem} ${days.from.slice(0, 4)}` : stem;
  if (!taken.has(foldName(dated))) return dated;
  for (let number = 2; ; number += 1) {
    const numbered = `${stem} (${number})`;
    if (!taken.has(foldName(numbered))) return numbered;
  }
}

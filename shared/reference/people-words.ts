import { foldWords } from './fold';

/** Answers to a question on sex or gender by what they say; they stay as recorded, whatever the register wrote. */
const sexWords = {
  woman: [
    'mujer',
    'femenino',
    'femenina',
    'f',
    'fem',
    'hembra',
    'nina',
    'female',
    'woman',
    'girl',
    'mujeres',
    'ninas',
  ],
  man: [
    'hombre',
    'masculino',
    'masculina',
    'h',
    'masc',
    'varon',
    'nino',
    'male',
    'man',
    'boy',
    'hombres',
    'ninos',
  ],
  /** Means woman beside H and man beside F. */
  either: ['m'],
  other: [
    'otro',
    'otra',
    'no binario',
    'no binarie',
    'no binaria',
    'transgenero',
    'trans',
    'transfemenino',
    'transfemenina',
    'transmasculino',
    'mujer trans',
    'hombre trans',
    'intersex',
    'intersexual',
    'indeterminado',
    'otro genero',
    'genero fluido',
    'non binary',
    'other',
    'prefiero no decirlo',
    'prefiere no decir',
    'x',
  ],
} as const;

export type SexAnswer = keyof typeof sexWords;

const byWord = new Map<string, SexAnswer>();
for (const answer of ['woman', 'man', 'either', 'other'] as const) {
  for (const word of sexWords[answer]) byWord.set(word, answer);
}

/** What a recorded sex or gender says; null for texts that are none. */
export function sexOf(wording: string): SexAnswer | null {
  return byWord.get(foldWords(wording)) ?? null;
}

/**
 * Labels for registers that write one letter: "H" and "M" are hombre and mujer, "F" and "M" femenino and masculino. Null where
 * the letters stand beside whole words or alone.
 */
export function sexLetterLabels(wordings: readonly string[]): Map<string, string> | null {
  const letters = new Set(
    wordings.map((wording) => foldWords(wording)).filter((word) => sexOf(word) !== 'other'),
  );
  if ([...letters].some((letter) => letter.length > 1)) return null;
  const isSpanish = letters.has('h') && letters.has('m') && !letters.has('f');
  const isLatin = letters.has('f') && letters.has('m') && !letters.has('h');
  if (!isSpanish && !isLatin) return null;
  return new Map(
    isSpanish
      ? [
          ['h', 'Hombre'],
          ['m', 'Mujer'],
        ]
      : [
          ['f', 'Femenino'],
          ['m', 'Masculino'],
        ],
  );
}

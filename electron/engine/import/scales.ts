import { bandStart } from './bands';
import { foldText } from './cell-shapes';
import { scaleWords } from './scale-words';

/** Words of scales whose two genders are one answer. */
const gendered =
  /\b(satisfech|insatisfech|buen|mal|much|poc|ningun|alt|baj|medi|median|moderad|pesim|basic|avanzad|segur|insegur|preocupad|complicad|nul|complet|incomplet|nativ|expert|flui?d|logrd|lograd|destacad|adecuad|sever|muchisim|neutr|primer|segund|tercer|cuart|quint|sext|septim|octav|noven|decim|interesad|informad|preparad)as?\b/gu;

/** A wording as the scales list it: without accents, case, punctuation, "/a" and "(a)", in the masculine. */
function scaleKey(value: string): string {
  const one = value.replace(/\s*[/(]\s*-?(?:as?|os?)\s*\)?(?=\s|$|[,.;])/giu, '').replace(/@/gu, 'o');
  return foldText(one).replace(gendered, '$1o');
}

const known = scaleWords.map(
  (scale) =>
    new Map(
      scale.flatMap((step, position) =>
        step.split('|').map((wording) => [scaleKey(wording), position] as const),
      ),
    ),
);

/** The values in the order of the scale they belong to; null when no scale holds them all. */
export function orderByScale(values: readonly string[]): string[] | null {
  if (values.length < 2) return null;
  const byGrade = sortBy(values, gradeOf);
  if (byGrade) return byGrade;
  for (const scale of known) {
    const sorted = sortBy(values, (value) => scale.get(scaleKey(value)) ?? null);
    if (sorted) return sorted;
  }
  const numbered = sortBy(values, numberedStep);
  if (numbered && values.some((value) => /\p{L}/u.test(value))) return numbered;
  const bands = values.map(bandStart);
  if (values.length >= 2 && bands.some((band) => band?.isBand)) {
    const sorted = sortBy(values, (value) => bandStart(value)?.start ?? null);
    if (sorted) return sorted;
  }
  return values.length >= 3 ? sortBy(values, leadingNumber) : null;
}

function sortBy(values: readonly string[], rankOf: (value: string) => number | null): string[] | null {
  const ranked = values.map((value) => ({ value, rank: rankOf(value) }));
  if (ranked.some(({ rank }) => rank === null)) return null;
  const ranks = new Set(ranked.map(({ rank }) => rank));
  if (ranks.size < values.length) return null;
  return ranked.sort((left, right) => (left.rank ?? 0) - (right.rank ?? 0)).map(({ value }) => value);
}

const gradeWords: readonly string[] = [
  'primero',
  'segundo',
  'tercero',
  'cuarto',
  'quinto',
  'sexto',
  'septimo',
  'octavo',
];
const romans: readonly string[] = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii'];

/** School years of Chile: nursery 0 to 4, básico 11 to 18, medio 21 to 24. */
function gradeOf(value: string): number | null {
  const text = foldText(value)
    .replace(/^(?:curso|nivel) /, '')
    .replace(/^(?:primer|tercer)(?= )/, (word) => `${word}o`);
  if (/^sala cuna( menor)?$/.test(text)) return 0;
  if (/^sala cuna mayor/.test(text)) return 1;
  if (/^(nivel )?medio menor/.test(text)) return 2;
  if (/^(nivel )?medio mayor/.test(text)) return 2.5;
  if (/^(nt ?1|pre ?kinder|1 ?o? ?(nivel )?(de )?transicion|primero? nivel (de )?transicion)/.test(text))
    return 3;
  if (/^(nt ?2|kinder|2 ?o? ?(nivel )?(de )?transicion|segundo nivel (de )?transicion)/.test(text)) return 4;
  const match =
    /^(\d|[iv]{1,4}|[a-z]{5,7})\s?(?:o|ro|do|to|mo|vo)?\s?(?:ano\s)?(?:de\s)?(?:ensenanza\s|educacion\s|e\s)?(basic|medi|b$|m$)[oa]?( [a-z])?$/.exec(
      text,
    );
  if (!match?.[1] || !match[2]) return null;
  const year = /^\d$/.test(match[1])
    ? Number(match[1])
    : Math.max(romans.indexOf(match[1]), gradeWords.indexOf(match[1])) + 1;
  const isBasic = match[2].startsWith('b');
  if (year < 1 || year > (isBasic ? 8 : 4)) return null;
  const letter = match[3] ? (match[3].charCodeAt(1) - 96) / 100 : 0;
  return (isBasic ? 10 : 20) + year + letter;
}

/** Points of a scale of which some carry a label: "1 (Muy mal)", "2", "5 = Muy bien". */
function numberedStep(value: string): number | null {
  const match = /^(\d{1,2})(?:\s?(?:[.):=–—-]|\()\s*\p{L}.*|\s+\p{L}{4,}.*)?$/u.exec(value.trim());
  return match && Number(match[1]) <= 20 ? Number(match[1]) : null;
}

/** Options that carry their place themselves: "1. Muy malo", "2) Malo", "10 a 14 años". */
function leadingNumber(value: string): number | null {
  const match = /^(\d{1,3})\s?(?:[.)\-:=]|a\s|o\s|y\s|años)\s?\D*/.exec(value.trim());
  return match ? Number(match[1]) : null;
}

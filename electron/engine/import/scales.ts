import { foldText } from './cell-shapes';

/** Answer scales in order, lowest first; wordings on one line are the same step. */
const scales: readonly (readonly string[])[] = [
  [
    'muy en desacuerdo|totalmente en desacuerdo|completamente en desacuerdo',
    'en desacuerdo|algo en desacuerdo|desacuerdo',
    'ni de acuerdo ni en desacuerdo|neutral|indiferente|ni en acuerdo ni en desacuerdo',
    'de acuerdo|algo de acuerdo|acuerdo',
    'muy de acuerdo|totalmente de acuerdo|completamente de acuerdo',
  ],
  [
    'nunca|jamas',
    'casi nunca',
    'rara vez|raramente|muy pocas veces',
    'pocas veces|ocasionalmente',
    'a veces|algunas veces|de vez en cuando',
    'a menudo|frecuentemente|con frecuencia|muchas veces|regularmente',
    'casi siempre|muy frecuentemente',
    'siempre',
  ],
  [
    'nunca',
    'menos de una vez al mes',
    'una vez al mes|mensual|mensualmente',
    'una vez por semana|semanal|semanalmente',
    'varias veces por semana',
    'todos los dias|diario|diariamente|a diario',
  ],
  [
    'muy malo|muy mala|pesimo|pesima',
    'malo|mala',
    'regular|ni bueno ni malo|ni buena ni mala|aceptable',
    'bueno|buena',
    'muy bueno|muy buena',
    'excelente',
  ],
  ['muy mal', 'mal', 'regular|mas o menos', 'bien', 'muy bien'],
  [
    'muy insatisfecho|muy insatisfecha',
    'insatisfecho|insatisfecha',
    'ni satisfecho ni insatisfecho|ni satisfecha ni insatisfecha|neutral',
    'satisfecho|satisfecha',
    'muy satisfecho|muy satisfecha',
  ],
  [
    'nada|ninguno|ninguna',
    'muy poco|muy poca',
    'poco|poca',
    'algo|regular|mas o menos',
    'bastante',
    'mucho|mucha|demasiado',
  ],
  [
    'nada importante',
    'poco importante',
    'algo importante|medianamente importante|neutral',
    'importante|bastante importante',
    'muy importante',
  ],
  [
    'ninguno|ninguna|no habla|nulo',
    'muy basico',
    'basico|basica|inicial',
    'intermedio|intermedia|medio',
    'avanzado|avanzada|alto',
    'nativo|lengua materna|experto|fluido',
  ],
  [
    'muy bajo|muy baja',
    'bajo|baja',
    'medio bajo|media baja',
    'medio|media|mediano|mediana|moderado|moderada',
    'medio alto|media alta',
    'alto|alta',
    'muy alto|muy alta',
  ],
  [
    'nada probable|muy improbable',
    'poco probable|improbable',
    'algo probable|neutral',
    'probable',
    'muy probable',
  ],
  ['mucho peor', 'peor', 'igual', 'mejor', 'mucho mejor'],
  [
    'no logrado|insuficiente',
    'medianamente logrado|parcialmente logrado|elemental',
    'logrado|adecuado',
    'destacado',
  ],
  [
    'sin estudios',
    'basica incompleta',
    'basica completa|basica',
    'media incompleta',
    'media completa|media',
    'tecnica incompleta|superior incompleta',
    'tecnica completa|tecnica',
    'universitaria incompleta',
    'universitaria completa|universitaria',
    'postgrado|posgrado',
  ],
];

const known = scales.map(
  (scale) =>
    new Map(
      scale.flatMap((step, position) => step.split('|').map((wording) => [wording, position] as const)),
    ),
);

/** The values in the order of the scale they belong to; null when no scale holds them all. */
export function orderByScale(values: readonly string[]): string[] | null {
  if (values.length < 2) return null;
  const byGrade = sortBy(values, gradeOf);
  if (byGrade) return byGrade;
  for (const scale of known) {
    const sorted = sortBy(values, (value) => scale.get(foldText(value)) ?? null);
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

/** School years of Chile: nursery 0 to 4, básico 11 to 18, medio 21 to 24. */
function gradeOf(value: string): number | null {
  const text = foldText(value);
  if (/^sala cuna/.test(text)) return 0;
  if (/^(nt ?1|pre ?kinder)/.test(text)) return 3;
  if (/^(nt ?2|kinder)/.test(text)) return 4;
  const match = /^(\d)\s?(?:o|ro|do|to|mo|vo)?\s?(?:ano\s)?(?:de\s)?(basic|medi)[oa]( [a-z])?$/.exec(text);
  if (!match) return null;
  const letter = match[3] ? (match[3].charCodeAt(1) - 96) / 100 : 0;
  return (match[2] === 'basic' ? 10 : 20) + Number(match[1]) + letter;
}

/** Options that carry their place themselves: "1. Muy malo", "2) Malo", "10 a 14 años". */
function leadingNumber(value: string): number | null {
  const match = /^(\d{1,3})\s?(?:[.)\-:=]|a\s|o\s|y\s|años)\s?\D*/.exec(value.trim());
  return match ? Number(match[1]) : null;
}

import { csvBytes } from '../common/csv';
import { workingDays } from '../common/dates';
import { dealtByWeight } from '../common/quotas';
import { createRandom, itemAt, type Random } from '../common/random';

type Moment = 'before' | 'after';

/** Pupils who answered, without a name or code: two cuts of the same courses. All answers are invented. */
const sizes: Readonly<Record<Moment, number>> = { before: 236, after: 224 };
const days: Readonly<Record<Moment, readonly [string, string]>> = {
  before: ['2024-03-11', '2024-04-05'],
  after: ['2024-10-28', '2024-11-22'],
};

const levels = [
  ['5° y 6° básico', 28],
  ['7° y 8° básico', 36],
  ['Enseñanza media', 36],
] as const;
const genders = [
  ['Niña o mujer', 48],
  ['Niño u hombre', 46],
  ['Otro', 2],
  ['Prefiero no responder', 4],
] as const;
const born = [
  ['Sí', 62],
  ['No', 38],
] as const;
const frequency = ['Nunca', 'Una vez', 'Varias veces', 'Casi todos los días'] as const;
const suffered: Readonly<Record<Moment, readonly number[]>> = {
  before: [61, 19, 15, 5],
  after: [73, 15, 10, 2],
};
const seen: Readonly<Record<Moment, readonly number[]>> = {
  before: [34, 27, 29, 10],
  after: [45, 28, 21, 6],
};
const asked = [
  ['No hice nada', 42, 27],
  ['Apoyé a la persona', 24, 36],
  ['Le conté a una persona adulta', 19, 29],
  ['Me reí o participé', 15, 8],
] as const;
/** One option holds a comma, as Google Forms joins answers with a comma and a blank. */
const places = [
  'En la sala de clases',
  'En el patio, el comedor o el baño',
  'Camino a la casa',
  'En redes sociales',
] as const;
const agreement = ['Muy en desacuerdo', 'En desacuerdo', 'De acuerdo', 'Muy de acuerdo'] as const;
const statements = [
  '¿Qué tan de acuerdo estás? [En mi curso tratamos bien a quienes vienen de otro país]',
  '¿Qué tan de acuerdo estás? [Me gusta tener compañeras y compañeros de otros países]',
  '¿Qué tan de acuerdo estás? [Sé a quién pedir ayuda si discriminan a alguien]',
] as const;
const agreed: Readonly<Record<Moment, readonly (readonly number[])[]>> = {
  before: [
    [12, 26, 43, 19],
    [8, 18, 46, 28],
    [16, 28, 38, 18],
  ],
  after: [
    [7, 19, 48, 26],
    [6, 15, 46, 33],
    [8, 19, 45, 28],
  ],
};

function weighted<Item>(items: readonly Item[], weights: readonly number[]): (readonly [Item, number])[] {
  return items.map((item, at) => [item, itemAt(weights, at)] as const);
}

/** Most say one place, some two. */
function placesOf(random: Random): string {
  const chosen = new Set([random.pick(places)]);
  if (random.chance(0.35)) chosen.add(random.pick(places));
  return places.filter((place) => chosen.has(place)).join(', ');
}

/** `2024/03/11 10:42:07 a. m. GMT-3`, as Google Forms stamps answers in Chile. */
function stamp(random: Random, day: string): string {
  const hour = random.integer(8, 15);
  const half = hour < 12 ? 'a. m.' : 'p. m.';
  const two = (value: number): string => String(value).padStart(2, '0');
  const clock = `${hour > 12 ? hour - 12 : hour}:${two(random.integer(0, 59))}:${two(random.integer(0, 59))}`;
  return `${day.replaceAll('-', '/')} ${clock} ${half} GMT-3`;
}

/** The survey as a Google Form exports it: UTF-8, commas, every answer as its words. */
export function surveyBytes(moment: Moment): Buffer {
  const random = createRandom(moment === 'before' ? 20240311 : 20241028);
  const size = sizes[moment];
  const draw = <Item>(items: readonly (readonly [Item, number])[]): Item[] =>
    dealtByWeight(random, size, items);
  const dayOf = draw(workingDays(...days[moment]).map((day) => [day, 1] as const)).sort();
  const levelOf = draw(levels);
  const genderOf = draw(genders);
  const bornOf = draw(born);
  const sufferedOf = draw(weighted(frequency, suffered[moment]));
  const seenOf = draw(weighted(frequency, seen[moment]));
  const didOf = draw(
    asked.map(([answer, before, after]) => [answer, moment === 'before' ? before : after] as const),
  );
  const agreedOf = agreed[moment].map((weights) => draw(weighted(agreement, weights)));
  const rows = dayOf.map((day, at) => {
    const saw = itemAt(seenOf, at);
    const knows = saw !== 'Nunca';
    return [
      stamp(random, day),
      itemAt(levelOf, at),
      itemAt(genderOf, at),
      itemAt(bornOf, at),
      random.chance(0.03) ? 'Prefiero no responder' : itemAt(sufferedOf, at),
      saw,
      knows ? placesOf(random) : '',
      knows ? itemAt(didOf, at) : '',
      ...agreedOf.map((answers) => (random.chance(0.02) ? '' : itemAt(answers, at))),
      'Dato sintético',
    ];
  });
  const headers = [
    'Marca temporal',
    '¿En qué nivel estás?',
    '¿Cómo te identificas?',
    '¿Naciste en Chile?',
    'En el último mes, ¿te trataron mal en tu escuela por tu país de origen, tu acento o tu color de piel?',
    'En el último mes, ¿viste que trataran mal a alguien de tu escuela por alguna de esas razones?',
    '¿Dónde ocurrió? (marca todas las que correspondan)',
    '¿Qué hiciste la última vez?',
    ...statements,
    'Origen del dato',
  ];
  return csvBytes([headers, ...rows], { delimiter: ',', encoding: 'utf-8', lineEnd: '\n', quotesAll: true });
}

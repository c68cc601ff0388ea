import { csvBytes } from '../common/csv';
import { addDays } from '../common/dates';
import { writeFiles } from '../common/output';
import { dealt } from '../common/quotas';
import { createRandom, itemAt, type Random } from '../common/random';
import { agreement, attitudes, claims, headers } from './vocabulary';

const seed = 20210601;
const people = 240;
/** Panel members were asked where the campaign was shown and where it was not. */
const withCampaign = 'Con campaña';
const withoutCampaign = 'Sin campaña';
/** First day of each survey; the source dates neither the campaign nor a survey, these are ours. */
const firstDays = { before: '2021-05-03', after: '2021-10-04' } as const;
type Wave = keyof typeof firstDays;

interface Person {
  token: string;
  isExposed: boolean;
  age: number;
  gender: string;
  /** About standard normal; the warmer, the more in favour. */
  warmth: number;
  /** Chance of believing a false claim before the campaign. */
  credulity: number;
  answersAgain: boolean;
}

function drawPeople(random: Random): Person[] {
  const exposed = dealt(random, [
    [true, people / 2],
    [false, people / 2],
  ]);
  const genders = dealt(random, [
    ['Mujer', 128],
    ['Hombre', 108],
    ['Otro', 4],
  ]);
  return exposed.map((isExposed, at) => ({
    token: `SE${String(at + 1).padStart(4, '0')}`,
    isExposed,
    age: random.integer(18, 79),
    gender: itemAt(genders, at),
    warmth: random.bell(),
    credulity: 0.34 + random.uniform() * 0.36,
    answersAgain: random.chance(0.86),
  }));
}

/** How far the answers of a person have moved: the campaign's in full, those of everybody else a little. */
function shiftOf(person: Person, wave: Wave): number {
  if (wave === 'before') return 0;
  return person.isExposed ? 0.55 : 0.08;
}

function attitudeAnswers(random: Random, person: Person, wave: Wave): string[] {
  return attitudes.map(({ isReversed }) => {
    if (random.chance(0.02)) return '';
    const leaning = 2.1 + person.warmth * 0.8 + shiftOf(person, wave) + random.bell() * 0.7;
    const place = Math.min(4, Math.max(0, Math.round(leaning)));
    return itemAt(agreement, isReversed ? 4 - place : place);
  });
}

function verdictAnswers(random: Random, person: Person, wave: Wave): string[] {
  const believes = person.credulity - shiftOf(person, wave) * 0.35;
  return claims.map(({ isTrue }) => {
    if (random.chance(0.12)) return 'No sé';
    const saysTrue = isTrue ? random.chance(1 - believes * 0.6) : random.chance(believes);
    return saysTrue ? 'Verdadero' : 'Falso';
  });
}

function recallOf(random: Random, person: Person, wave: Wave): string {
  if (wave === 'before') return 'No';
  return random.chance(person.isExposed ? 0.82 : 0.07) ? 'Sí' : 'No';
}

function rowOf(random: Random, person: Person, wave: Wave, id: number): string[] {
  const day = addDays(firstDays[wave], Math.floor(id / 18));
  const clock = [random.integer(9, 21), random.integer(0, 59), random.integer(0, 59)];
  return [
    String(id),
    `${day} ${clock.map((part) => String(part).padStart(2, '0')).join(':')}`,
    '4',
    'es-CL',
    person.token,
    person.isExposed ? withCampaign : withoutCampaign,
    String(person.age),
    person.gender,
    ...attitudeAnswers(random, person, wave),
    ...verdictAnswers(random, person, wave),
    recallOf(random, person, wave),
    'sintético',
  ];
}

function surveyFile(random: Random, persons: readonly Person[], wave: Wave): Buffer {
  const rows = random.shuffled(persons).map((person, at) => rowOf(random, person, wave, at + 1));
  return csvBytes([headers, ...rows], {
    delimiter: ',',
    encoding: 'utf-8-bom',
    lineEnd: '\n',
    quotesAll: true,
  });
}

const random = createRandom(seed);
const persons = drawPeople(random);
const before = surveyFile(random, persons, 'before');
const again = persons.filter(({ answersAgain }) => answersAgain);
const after = surveyFile(random, again, 'after');
writeFiles(import.meta.url, {
  'results-survey-antes.csv': before,
  'results-survey-despues.csv': after,
});

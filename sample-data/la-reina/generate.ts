import { csvBytes } from '../common/csv';
import { addDays, dayFirst, type IsoDay } from '../common/dates';
import { writeFiles } from '../common/output';
import { dealtByWeight } from '../common/quotas';
import { createRandom, itemAt } from '../common/random';
import { xlsxBytes } from '../common/xlsx';
import { type Participant, sessionName, surveyRows } from './survey';

/**
 * The record states two sessions (3 August 2023 and 24 July 2024), 100 people in all and more of them in 2024. How many
 * filed and had a degree recognised is invented.
 */
const sessions = [
  { day: '2023-08-03', people: 42, filed: 27, recognised: 15 },
  { day: '2024-07-24', people: 58, filed: 38, recognised: 22 },
] as const;

const origins = [
  ['Venezuela', 52],
  ['Colombia', 17],
  ['Perú', 10],
  ['Argentina', 8],
  ['Cuba', 7],
  ['Otro país', 6],
] as const;
const sexes = [
  ['Mujer', 57],
  ['Hombre', 43],
] as const;
const fields = [
  ['Salud', 31],
  ['Ingeniería y tecnología', 24],
  ['Educación', 19],
  ['Administración y derecho', 17],
  ['Otra área', 9],
] as const;

const random = createRandom(20230803);

const participants: Participant[] = sessions.flatMap(({ day, people }, at) =>
  Array.from({ length: people }, (_, seat) => ({
    code: `${at === 0 ? 'A' : 'B'}${String(seat + 1).padStart(3, '0')}`,
    day,
  })),
);
const originOf = dealtByWeight(random, participants.length, origins);
const sexOf = dealtByWeight(random, participants.length, sexes);
const fieldOf = dealtByWeight(random, participants.length, fields);

type Step = 'recognised' | 'filed' | 'oriented';
const stepOf = new Map<string, Step>(
  sessions.flatMap(({ day, filed, recognised }) => {
    const own = random.shuffled(participants.filter((person) => person.day === day));
    return own.map(({ code }, at): [string, Step] => [
      code,
      at < recognised ? 'recognised' : at < filed ? 'filed' : 'oriented',
    ]);
  }),
);

function outcome(step: Step): string {
  if (step === 'oriented') return '';
  if (step === 'filed') return random.chance(0.8) ? 'En trámite' : 'Rechazada';
  return random.chance(0.4) ? 'Revalidado' : 'Reconocido';
}

const register = participants.map(({ code, day }, at) => {
  const step = stepOf.get(code) ?? 'oriented';
  const filedOn: IsoDay | null = step === 'oriented' ? null : addDays(day, random.integer(12, 120));
  return [
    code,
    sessionName(day),
    dayFirst(day, '/'),
    itemAt(originOf, at),
    itemAt(sexOf, at),
    itemAt(fieldOf, at),
    'Sí',
    filedOn === null ? 'No' : 'Sí',
    filedOn === null ? '' : dayFirst(filedOn, '/'),
    outcome(step),
    'sintético',
  ];
});

const registerHeaders = [
  'Código',
  'Jornada',
  'Fecha de la jornada',
  'País donde obtuvo el título',
  'Sexo',
  'Área del título',
  '¿Recibió orientación personalizada?',
  '¿Presentó la solicitud?',
  'Fecha de la solicitud',
  'Resultado de la solicitud',
  'origen_dato',
];
const title = 'DATOS SINTÉTICOS: seguimiento de participantes al 30/06/2025. Licencia CC0 1.0';

writeFiles(import.meta.url, {
  'seguimiento-participantes.csv': csvBytes(
    [[title, ...registerHeaders.slice(1).map(() => '')], registerHeaders, ...register],
    { delimiter: ';', encoding: 'utf-8-bom' },
  ),
  'encuesta-antes.xlsx': await xlsxBytes([
    { name: 'Sheet1', rows: surveyRows('before', participants, createRandom(20230804)) },
  ]),
  'encuesta-despues.xlsx': await xlsxBytes([
    { name: 'Sheet1', rows: surveyRows('after', participants, createRandom(20230805)) },
  ]),
});

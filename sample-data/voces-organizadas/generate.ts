import { addDays } from '../common/dates';
import { writeFiles } from '../common/output';
import { dealt, spread } from '../common/quotas';
import { createRandom, itemAt, type Random } from '../common/random';
import { type Cell, type Sheet, xlsxBytes } from '../common/xlsx';

const seed = 20220301;
/** Figures of the source; all of them stated exactly but the last, «cerca de 920». */
const organisations = 34;
const leaders = 90;
const advised = 21;
const funded = 8;
const membersTrained = 120;
const peopleReached = 918;

const topics = [
  'emprendimiento',
  'derechos_humanos',
  'gestion_riesgos',
  'educacion',
  'cultura_arte',
  'deporte',
  'bienestar_emocional',
  'salud',
] as const;
const trainings = ['liderazgo', 'gestion_proyectos', 'proteccion_datos', 'ofimatica', 'tributacion'] as const;

interface Organisation {
  key: string;
  code: string;
  leaders: number;
  members: number;
  isAdvised: boolean;
  isFunded: boolean;
  topic: string;
  reached: number | null;
}

function instanceId(number: number): string {
  return `uuid:00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
}

function drawOrganisations(random: Random): Organisation[] {
  const leaderCounts = spread(
    leaders,
    Array.from({ length: organisations }, () => 2 + random.uniform() * 2),
  );
  const memberCounts = spread(
    membersTrained,
    Array.from({ length: organisations }, () => 1 + random.uniform() * 3),
  );
  const reached = spread(
    peopleReached,
    Array.from({ length: funded }, () => 1 + random.uniform()),
  );
  const places = random.shuffled(Array.from({ length: organisations }, (_, at) => at));
  return places.map((place, at) => ({
    key: instanceId(at + 1),
    code: `OSB-${String(at + 1).padStart(2, '0')}`,
    leaders: itemAt(leaderCounts, at),
    members: itemAt(memberCounts, at),
    isAdvised: place < advised,
    isFunded: place < funded,
    topic: place < advised ? itemAt(topics, place % topics.length) : '',
    reached: place < funded ? itemAt(reached, place) : null,
  }));
}

const yesNo = (value: boolean): string => (value ? 'si' : 'no');

/** What KoboToolbox puts after the answers of each form. */
function koboCells(key: string, at: number): Cell[] {
  const moment = submittedAt(at);
  return [
    900_001 + at,
    key.replace('uuid:', ''),
    moment,
    null,
    null,
    'submitted_via_web',
    null,
    'v2024',
    null,
    at + 1,
  ];
}

const koboHeaders = [
  '_id',
  '_uuid',
  '_submission_time',
  '_validation_status',
  '_notes',
  '_status',
  '_submitted_by',
  '__version__',
  '_tags',
  '_index',
];

function submittedAt(at: number): Cell {
  return { day: addDays('2024-01-15', Math.floor(at / 4)), minutes: 13 * 60 + (at % 4) * 47 };
}

function organisationSheet(random: Random, all: readonly Organisation[]): Sheet {
  const headers = [
    'organizacion/codigo',
    'organizacion/region',
    'organizacion/lideres',
    'organizacion/acompanada_registro',
    'proyecto/asesorada',
    'proyecto/financiada',
    'proyecto/tema',
    'proyecto/personas_alcanzadas',
    'origen_dato',
    ...koboHeaders,
  ];
  const regions = dealt(random, [
    ['lima', 25],
    ['callao', 9],
  ]);
  const rows = all.map((each, at): Cell[] => [
    each.code,
    itemAt(regions, at),
    each.leaders,
    'si',
    yesNo(each.isAdvised),
    yesNo(each.isFunded),
    each.topic,
    each.reached,
    'sintetico',
    ...koboCells(each.key, at),
  ]);
  return { name: 'Voces Organizadas', rows: [headers, ...rows] };
}

/** The repeat of the form: one row for each member who finished the training, before and after on one scale. */
function memberSheet(random: Random, all: readonly Organisation[]): Sheet {
  const genders = dealt(random, [
    ['mujer', 83],
    ['hombre', 37],
  ]);
  const headers = [
    'miembro/codigo',
    'miembro/genero',
    'miembro/curso',
    'miembro/gestion_antes',
    'miembro/gestion_despues',
    'miembro/liderazgo_antes',
    'miembro/liderazgo_despues',
    'miembro/origen_dato',
    '_index',
    '_parent_table_name',
    '_parent_index',
    '_submission__id',
    '_submission__uuid',
    '_submission__submission_time',
  ];
  let count = 0;
  const rows = all.flatMap((organisation, place) =>
    Array.from({ length: organisation.members }, (): Cell[] => {
      const gender = itemAt(genders, count);
      count += 1;
      const rating = (): [number, number] => {
        const before = random.integer(1, 4);
        const after = Math.min(
          5,
          before +
            random.weighted([
              [0, 3],
              [1, 5],
              [2, 2],
            ] as const),
        );
        return [before, random.chance(0.04) ? 99 : after];
      };
      return [
        `M-${String(count).padStart(3, '0')}`,
        gender,
        random.pick(trainings),
        ...rating(),
        ...rating(),
        'sintetico',
        count,
        'Voces Organizadas',
        place + 1,
        900_001 + place,
        organisation.key.replace('uuid:', ''),
        submittedAt(place),
      ];
    }),
  );
  return { name: 'miembro', rows: [headers, ...rows] };
}

const random = createRandom(seed);
const all = drawOrganisations(random);
writeFiles(import.meta.url, {
  'voces-organizadas.xlsx': await xlsxBytes([organisationSheet(random, all), memberSheet(random, all)]),
});

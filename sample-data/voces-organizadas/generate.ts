import { csvBytes } from '../common/csv';
import { addDays } from '../common/dates';
import { writeFiles } from '../common/output';
import { dealt, spread } from '../common/quotas';
import { createRandom, itemAt, type Random } from '../common/random';

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

/** What ODK Central puts around the answers of each form. */
function centralCells(key: string): string[] {
  return [
    key,
    '',
    key,
    '7',
    'Equipo de monitoreo',
    '0',
    '0',
    '',
    'approved',
    'collect:sintetico',
    '0',
    '2024011501',
  ];
}

function organisationFile(random: Random, all: readonly Organisation[]): Buffer {
  const days = all.map((_, at) => addDays('2024-01-15', Math.floor(at / 4)));
  const headers = [
    'SubmissionDate',
    'organizacion-codigo',
    'organizacion-region',
    'organizacion-lideres',
    'etapas-acompanada_registro',
    'etapas-asesorada',
    'etapas-financiada',
    'proyecto-tema',
    'proyecto-personas_alcanzadas',
    'proyecto-origen_dato',
    'meta-instanceID',
    'meta-instanceName',
    'KEY',
    'SubmitterID',
    'SubmitterName',
    'AttachmentsPresent',
    'AttachmentsExpected',
    'Status',
    'ReviewState',
    'DeviceID',
    'Edits',
    'FormVersion',
  ];
  const regions = dealt(random, [
    ['lima', 25],
    ['callao', 9],
  ]);
  const rows = all.map((each, at) => [
    `${itemAt(days, at)}T1${random.integer(3, 9)}:${random.integer(10, 59)}:${random.integer(10, 59)}.000Z`,
    each.code,
    itemAt(regions, at),
    String(each.leaders),
    'si',
    yesNo(each.isAdvised),
    yesNo(each.isFunded),
    each.topic,
    each.reached === null ? '' : String(each.reached),
    'sintetico',
    ...centralCells(each.key),
  ]);
  return csvBytes([headers, ...rows], { delimiter: ',', encoding: 'utf-8', lineEnd: '\n' });
}

/** The repeat of the form: one row for each member who finished the training, before and after on one scale. */
function memberFile(random: Random, all: readonly Organisation[]): Buffer {
  const genders = dealt(random, [
    ['mujer', 83],
    ['hombre', 37],
  ]);
  const headers = [
    'miembro-codigo',
    'miembro-genero',
    'miembro-curso',
    'miembro-gestion_antes',
    'miembro-gestion_despues',
    'miembro-liderazgo_antes',
    'miembro-liderazgo_despues',
    'miembro-origen_dato',
    'PARENT_KEY',
    'KEY',
  ];
  let count = 0;
  const rows = all.flatMap((organisation) =>
    Array.from({ length: organisation.members }, (_, at) => {
      const gender = itemAt(genders, count);
      count += 1;
      const rating = (): [string, string] => {
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
        return [String(before), random.chance(0.04) ? '99' : String(after)];
      };
      return [
        `M-${String(count).padStart(3, '0')}`,
        gender,
        random.pick(trainings),
        ...rating(),
        ...rating(),
        'sintetico',
        organisation.key,
        `${organisation.key}/miembro[${at + 1}]`,
      ];
    }),
  );
  return csvBytes([headers, ...rows], { delimiter: ',', encoding: 'utf-8', lineEnd: '\n' });
}

const random = createRandom(seed);
const all = drawOrganisations(random);
writeFiles(import.meta.url, {
  'voces_organizadas.csv': organisationFile(random, all),
  'voces_organizadas-miembro.csv': memberFile(random, all),
});

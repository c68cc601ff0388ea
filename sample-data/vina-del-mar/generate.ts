import { csvBytes } from '../common/csv';
import { addDays, type IsoDay } from '../common/dates';
import { writeFiles } from '../common/output';
import { withEveryOption } from '../common/quotas';
import { createRandom, itemAt, type Random } from '../common/random';

/**
 * The record states four axes and two schools: Unesco in Gómez Carreño (2022, a pilot) and Aldo Francia (2023). People,
 * answers and changes are invented.
 */
const schools = [
  { value: 'unesco', letter: 'U', year: 2022, people: 66 },
  { value: 'aldo_francia', letter: 'F', year: 2023, people: 74 },
] as const;
const frequency = ['nunca', 'pocas_veces', 'a_veces', 'casi_siempre', 'siempre'] as const;
const respondents = [
  ['estudiante', 62],
  ['cuidador', 26],
  ['equipo_educativo', 12],
] as const;
const activities = ['taller', 'feria', 'dialogo', 'huerto', 'ninguna'] as const;

/** Items of each axis with where answers lie before (0 to 4) and how far they move. */
const axes = [
  [
    'participacion',
    [
      ['part_opina', 1.7, 0.55],
      ['part_decide', 1.3, 0.6],
      ['part_propone', 1.5, 0.5],
      ['part_informa', 2.0, 0.35],
    ],
  ],
  [
    'intergeneracionalidad',
    [
      ['gen_conversan', 1.9, 0.45],
      ['gen_aprenden', 2.1, 0.35],
      ['gen_respeto', 2.4, 0.3],
      ['gen_adultocentrismo', 2.3, -0.4],
    ],
  ],
  [
    'socioemocional',
    [
      ['soc_nombra', 2.2, 0.2],
      ['soc_pide_ayuda', 2.0, 0.3],
      ['soc_resuelve', 1.9, 0.15],
      ['soc_pertenece', 2.4, 0.25],
    ],
  ],
  [
    'interculturalidad',
    [
      ['int_valora', 2.1, 0.65],
      ['int_conoce', 1.6, 0.7],
      ['int_clases', 1.3, 0.75],
      ['int_amistad', 2.5, 0.3],
    ],
  ],
] as const;

type Person = {
  code: string;
  school: (typeof schools)[number];
  kind: string;
  isForeign: boolean;
  leaning: readonly number[];
};

const people: Person[] = schools.flatMap((school) => {
  const random = createRandom(school.year);
  return Array.from({ length: school.people }, (_, seat) => ({
    code: `${school.letter}${school.year}-${String(seat + 1).padStart(3, '0')}`,
    school,
    kind: random.weighted(respondents),
    isForeign: random.chance(0.41),
    leaning: axes.map(() => 0.5 * random.bell()),
  }));
});

type Moment = 'before' | 'after';

/** Answers by item, in the order of the people. */
function answers(answering: readonly Person[], moment: Moment, random: Random): string[][] {
  return axes.flatMap(([, items], axis) =>
    items.map(([, place, moved]) => {
      const given = answering.map((person) => {
        if (random.chance(0.02)) return null;
        const centre = place + (moment === 'after' ? moved : 0) + itemAt(person.leaning, axis);
        return itemAt(frequency, Math.min(4, Math.max(0, Math.round(centre + 0.8 * random.bell()))));
      });
      return withEveryOption(random, given, frequency).map((answer) => answer ?? '');
    }),
  );
}

function chosen(moment: Moment, random: Random): string[] {
  if (moment === 'before') return ['ninguna'];
  const some = activities.slice(0, 4).filter(() => random.chance(0.45));
  return some.length === 0 ? ['ninguna'] : some;
}

function hex(random: Random, length: number): string {
  return Array.from({ length }, () => random.integer(0, 15).toString(16)).join('');
}

/** One export of KoboToolbox: values and headers as XML names, groups with a slash, meta columns at the end. */
function kobo(moment: Moment): Buffer {
  const random = createRandom(moment === 'before' ? 20220411 : 20231120);
  const leaves = moment === 'before' ? 0.03 : 0.08;
  const answering = people.filter(() => !random.chance(leaves));
  const given = answers(answering, moment, random);
  const rows = answering.map((person, at) => {
    const first: IsoDay = `${person.school.year}-${moment === 'before' ? '04-11' : '11-14'}`;
    const day = addDays(first, random.integer(0, 11));
    const minutes = random.integer(10, 49);
    const ticked = moment === 'after' ? chosen(moment, random) : [];
    return [
      `${day}T10:${minutes}:12.000-04:00`,
      `${day}T10:${minutes + 9}:40.000-04:00`,
      day,
      person.code,
      person.school.value,
      person.kind,
      person.isForeign ? 'si' : 'no',
      ...given.map((answered) => itemAt(answered, at)),
      ...(moment === 'after'
        ? [ticked.join(' '), ...activities.map((activity) => (ticked.includes(activity) ? '1' : '0'))]
        : []),
      'sintético',
      String(31_000_000 + (moment === 'after' ? 5000 : 0) + at),
      `${hex(random, 8)}-${hex(random, 4)}-4${hex(random, 3)}-b${hex(random, 3)}-${hex(random, 12)}`,
      `${day}T15:${minutes}:55`,
      '',
      '',
      'submitted_via_web',
      '',
      'vHq7sW2nLm4',
      '',
      String(at + 1),
    ];
  });
  const headers = [
    'start',
    'end',
    'today',
    'identificacion/codigo',
    'identificacion/escuela',
    'identificacion/tipo_participante',
    'identificacion/familia_migrante',
    ...axes.flatMap(([axis, items]) => items.map(([item]) => `${axis}/${item}`)),
    ...(moment === 'after'
      ? ['cierre/actividades', ...activities.map((activity) => `cierre/actividades/${activity}`)]
      : []),
    'origen_dato',
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
  return csvBytes([headers, ...rows], { delimiter: ';', encoding: 'utf-8', lineEnd: '\n', quotesAll: true });
}

/** Where the school was held, as the record tells; its third version, of 2024, is not held in a school. */
const versions = [
  ['DATOS SINTÉTICOS salvo lugares y años, que son los de la ficha. Licencia CC0 1.0', '', '', '', '', ''],
  ['Versión', 'Año', 'Lugar', 'Tipo de lugar', 'Estado', 'Ejes de trabajo'],
  ['1', '2022', 'Escuela Unesco de Gómez Carreño', 'Escuela', 'Terminada', '4'],
  ['2', '2023', 'Escuela Aldo Francia', 'Escuela', 'Terminada', '4'],
  ['3', '2024', 'Consejo Comunal Consultivo de Niñas, Niños y Adolescentes', 'Consejo', 'En ejecución', '4'],
];

writeFiles(import.meta.url, {
  'versiones.csv': csvBytes(versions, { delimiter: ';', encoding: 'windows-1252' }),
  'escuela-intercultural-antes.csv': kobo('before'),
  'escuela-intercultural-despues.csv': kobo('after'),
});

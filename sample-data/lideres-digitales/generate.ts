import { addDays } from '../common/dates';
import { excelXmlBytes, type XmlCell } from '../common/excel-xml';
import { writeFiles } from '../common/output';
import { dealt, spread } from '../common/quotas';
import { createRandom, itemAt, type Random } from '../common/random';

const seed = 20211115;
/** «Más de 40» in the source. */
const found = 43;
/** Took part in the meetings where the contents were agreed: ours. */
const consulted = 31;
/** Stated exactly; all of them were certified. */
const trained = 20;
/** «Más de 300.000» in the source: the followers of those trained, added up. */
const reachOfTrained = 318_450;
/** «Más de 10» in the source. */
const experts = 12;
/** The source gives three months of training between November 2021 and March 2022; the days are ours. */
const sessions = 12;
const firstSession = '2021-12-04';

const networks = ['Instagram', 'Facebook', 'YouTube', 'TikTok'] as const;
const topics = [
  'Regularización y trámites',
  'Comunicación responsable',
  'Derechos laborales',
  'Salud y redes de apoyo',
  'Género y prevención de violencia',
  'Manejo de redes sociales',
] as const;

function accountRows(random: Random): XmlCell[][] {
  const weights = Array.from({ length: trained }, () => 1 + random.uniform() * 9);
  const reach = spread(reachOfTrained, weights);
  const countries = dealt(random, [
    ['Venezuela', 19],
    ['Haití', 9],
    ['Colombia', 8],
    ['Perú', 4],
    ['Otro', 3],
  ]);
  const order = random.shuffled(Array.from({ length: found }, (_, at) => at));
  return order.map((place, at) => {
    const isTrained = place < trained;
    const followers = isTrained ? itemAt(reach, place) : random.integer(900, 14_000);
    return [
      `C-${String(at + 1).padStart(3, '0')}`,
      itemAt(countries, at),
      random.pick(networks),
      followers,
      place < consulted ? 'Sí' : 'No',
      isTrained ? 'Sí' : 'No',
      isTrained ? 'Sí' : 'No',
      isTrained ? random.integer(8, sessions) : null,
      'sintético',
    ];
  });
}

function expertRows(random: Random): XmlCell[][] {
  return Array.from({ length: experts }, (_, at) => [
    `E-${String(at + 1).padStart(2, '0')}`,
    itemAt(topics, at % topics.length),
    random.pick(['Organismo internacional', 'Universidad', 'Sociedad civil', 'Medio de comunicación']),
    random.integer(1, 3),
    'sintético',
  ]);
}

/** Saturdays of three months, as long as the source says the training took. */
function sessionRows(): XmlCell[][] {
  return Array.from({ length: sessions }, (_, at) => [
    `Sesión ${at + 1}`,
    { day: addDays(firstSession, at * 7) },
    itemAt(topics, at % topics.length),
    'sintético',
  ]);
}

const random = createRandom(seed);
const accounts = [
  [
    'Código de la cuenta',
    'País de origen',
    'Plataforma más usada',
    'Seguidores',
    '¿Participó en el diseño de contenidos?',
    '¿Completó la formación?',
    '¿Recibió certificado?',
    'Sesiones a las que asistió (de 12)',
    'origen_dato',
  ],
  ...accountRows(random),
];
const team = [
  ['Código de experto', 'Tema que enseñó', 'Tipo de institución', 'Sesiones a cargo', 'origen_dato'],
  ...expertRows(random),
];
const calendar = [['Sesión', 'Día', 'Tema', 'origen_dato'], ...sessionRows()];
writeFiles(import.meta.url, {
  'red-de-lideres.xml': excelXmlBytes([
    { name: 'Cuentas', rows: accounts },
    { name: 'Expertos', rows: team },
    { name: 'Sesiones', rows: calendar },
  ]),
});

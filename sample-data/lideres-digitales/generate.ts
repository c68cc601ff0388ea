import iconv from 'iconv-lite';
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

const networks = ['Instagram', 'Facebook', 'YouTube', 'TikTok'] as const;
const topics = [
  'Regularización y trámites',
  'Comunicación responsable',
  'Derechos laborales',
  'Salud y redes de apoyo',
  'Género y prevención de violencia',
  'Manejo de redes sociales',
] as const;

/** Digits in threes, as the Chilean settings of Excel show them. */
function withPoints(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, '.');
}

function accountRows(random: Random): string[][] {
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
      withPoints(followers),
      'Sí',
      place < consulted ? 'Sí' : 'No',
      isTrained ? 'Sí' : 'No',
      isTrained ? 'Sí' : 'No',
      isTrained ? String(random.integer(8, 12)) : '',
      'sintético',
    ];
  });
}

function expertRows(random: Random): string[][] {
  return Array.from({ length: experts }, (_, at) => [
    `E-${String(at + 1).padStart(2, '0')}`,
    itemAt(topics, at % topics.length),
    random.pick(['Organismo internacional', 'Universidad', 'Sociedad civil', 'Medio de comunicación']),
    String(random.integer(1, 3)),
    'sintético',
  ]);
}

/** What Excel saves as "Texto Unicode": UTF-16 with its mark, tabs between cells. */
function unicodeText(rows: readonly (readonly string[])[]): Buffer {
  const text = rows.map((cells) => cells.join('\t')).join('\r\n');
  return iconv.encode(`${text}\r\n`, 'utf-16le', { addBOM: true });
}

const random = createRandom(seed);
const accounts = [
  [
    'Código de la cuenta',
    'País de origen',
    'Red social principal',
    'Seguidores',
    '¿Fue identificada?',
    '¿Participó en el diseño de contenidos?',
    '¿Completó la formación?',
    '¿Recibió certificado?',
    'Sesiones a las que asistió (de 12)',
    'origen_dato',
  ],
  ...accountRows(random),
];
const team = [
  ['Código', 'Tema que enseñó', 'Tipo de institución', 'Sesiones a cargo', 'origen_dato'],
  ...expertRows(random),
];
writeFiles(import.meta.url, {
  'red-de-lideres.txt': unicodeText(accounts),
  'equipo-de-expertos.txt': unicodeText(team),
});

import { csvBytes, decimalComma } from '../common/csv';
import { addDays, dayFirst, type IsoDay, workingDays } from '../common/dates';
import { writeFiles } from '../common/output';
import { dealtByWeight, spread } from '../common/quotas';
import { createRandom, itemAt } from '../common/random';

/**
 * Eighteen months around December 2022, when the protocol came into force by Decree 3.737. The record names office, web
 * page and totem as channels; counts, standards and changes are invented.
 */
const months = [
  ['2022-06', 34, 0, 0],
  ['2022-07', 31, 0, 0],
  ['2022-08', 36, 0, 0],
  ['2022-09', 29, 0, 0],
  ['2022-10', 33, 0, 0],
  ['2022-11', 35, 0, 0],
  ['2022-12', 32, 11, 0],
  ['2023-01', 30, 14, 0],
  ['2023-02', 27, 13, 0],
  ['2023-03', 33, 16, 10],
  ['2023-04', 31, 17, 12],
  ['2023-05', 32, 18, 13],
  ['2023-06', 29, 19, 13],
  ['2023-07', 28, 21, 14],
  ['2023-08', 31, 22, 15],
  ['2023-09', 26, 20, 14],
  ['2023-10', 29, 23, 16],
  ['2023-11', 30, 24, 17],
] as const;
const channels = ['Oficina', 'Página web', 'Tótem'] as const;

/** Cases in a hundred that meet each standard before and after; in the order of the columns. */
const standards = [
  ['¿Se informó quién responde y cómo volver a contactarlo?', 52, 88],
  ['¿Se atendió sin exigir cédula chilena vigente?', 61, 93],
  ['¿Se comprobó que la persona entendiera (con intérprete o material en su idioma si hacía falta)?', 38, 79],
  ['¿Se entregó por escrito el paso siguiente?', 29, 74],
  ['¿La derivación quedó registrada?', 44, 82],
] as const;
const reasons = [
  ['Regularización', 38],
  ['Salud', 17],
  ['Educación', 15],
  ['Ayuda social', 13],
  ['Trabajo y títulos', 10],
  ['Otra consulta', 7],
] as const;
const nationalities = [
  ['Venezuela', 33],
  ['Colombia', 22],
  ['Bolivia', 13],
  ['Perú', 10],
  ['Haití', 12],
  ['Chile', 10],
] as const;

const random = createRandom(20221201);

type Attention = { day: IsoDay; channel: string; isAfter: boolean };

const attentions: Attention[] = months.flatMap(([month, ...counts]) => {
  const days = workingDays(`${month}-01`, `${month}-28`);
  const inMonth = counts.flatMap((count, at) =>
    Array.from({ length: count }, () => ({
      day: random.pick(days),
      channel: itemAt(channels, at),
      isAfter: month >= '2022-12',
    })),
  );
  return inMonth.sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
});

const careOf = attentions.map(() => random.bell());

/** As many attentions of each phase meet a standard as its share says; those cared for well tend to meet all of them. */
function metBy(before: number, after: number): boolean[] {
  const met = attentions.map(() => false);
  for (const isAfter of [false, true]) {
    const own = attentions.flatMap((attention, at) =>
      attention.isAfter === isAfter ? [{ at, score: itemAt(careOf, at) + 0.8 * random.bell() }] : [],
    );
    own.sort((one, other) => other.score - one.score || one.at - other.at);
    const share = isAfter ? after : before;
    const [size = 0] = spread(own.length, [share, 100 - share]);
    for (const { at } of own.slice(0, size)) met[at] = true;
  }
  return met;
}

const met = standards.map(([, before, after]) => metBy(before, after));
const reasonOf = dealtByWeight(random, attentions.length, reasons);
const nationalityOf = dealtByWeight(random, attentions.length, nationalities);
const [withoutGrade = 0] = spread(attentions.length, [8, 92]);
const gradeless = new Set(random.shuffled(attentions.map((_, at) => at)).slice(0, withoutGrade));

const rows = attentions.map(({ day, channel, isAfter }, at) => {
  const days = Math.max(0, Math.round((isAfter ? 6 : 13) + (isAfter ? 3 : 5) * random.bell()));
  const wait = channel === 'Oficina' ? Math.max(2, (isAfter ? 18 : 31) + 7 * random.bell()) : null;
  const grade = Math.min(7, Math.max(1, (isAfter ? 6 : 5) + 0.7 * random.bell()));
  return [
    `${day.slice(0, 4)}-${String(at + 1).padStart(4, '0')}`,
    dayFirst(day),
    channel,
    itemAt(reasonOf, at),
    itemAt(nationalityOf, at),
    ...met.map((of) => (itemAt(of, at) ? 'Sí' : 'No')),
    answeredOn(addDays(day, days)),
    wait === null ? '' : decimalComma(wait, 1),
    gradeless.has(at) ? 'NR' : decimalComma(grade, 1),
    'sintético',
  ];
});

/** Left open in one case of twenty, and where the answer would come after the register's last day. */
function answeredOn(day: IsoDay): string {
  return random.chance(0.05) || day > '2023-11-30' ? '' : dayFirst(day);
}

const headers = [
  'N° de atención',
  'Fecha de atención',
  'Canal',
  'Motivo de la consulta',
  'Nacionalidad',
  ...standards.map(([question]) => question),
  'Fecha de respuesta',
  'Minutos de espera',
  'Nota de la atención (1,0 a 7,0)',
  'origen_dato',
];
const filler = headers.slice(1).map(() => '');

writeFiles(import.meta.url, {
  'atenciones-2022-2023.csv': csvBytes(
    [
      ['DATOS SINTÉTICOS: ninguna atención corresponde a una persona real. Licencia CC0 1.0', ...filler],
      [
        'Oficina de Migrantes y Refugiados. Registro de atenciones, junio de 2022 a noviembre de 2023',
        ...filler,
      ],
      ['', ...filler],
      headers,
      ...rows,
    ],
    { delimiter: ';', encoding: 'windows-1252' },
  ),
});

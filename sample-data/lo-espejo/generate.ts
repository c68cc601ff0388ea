import { addDays, type IsoDay, workingDays } from '../common/dates';
import { writeFiles } from '../common/output';
import { dealt, dealtByWeight } from '../common/quotas';
import { createRandom, itemAt } from '../common/random';
import { type Cell, xlsxBytes } from '../common/xlsx';

/** From the record of Lo Espejo: 1270 cases since January, and meetings from 3 April to 8 October 2024. */
const lastDay: IsoDay = '2024-10-08';
const casesByMonth = [102, 97, 115, 130, 139, 145, 153, 165, 170, 54] as const;

const channels = [
  ['Atención presencial', 52],
  ['Operativo en escuela o jardín', 21],
  ['Teléfono o WhatsApp', 17],
  ['Derivación de otra unidad', 10],
] as const;
const reasons = [
  ['Regularización migratoria', 30],
  ['Salud', 18],
  ['Educación', 17],
  ['Ayuda social', 14],
  ['Trabajo', 11],
  ['Vivienda u otro', 10],
] as const;
const nationalities = [
  ['Haití', 34],
  ['Venezuela', 25],
  ['Perú', 15],
  ['Colombia', 11],
  ['Bolivia', 8],
  ['Otro país', 7],
] as const;
const sexes = [
  ['Mujer', 58],
  ['Hombre', 42],
] as const;
const ages = [
  ['0 a 13 años', 17],
  ['14 a 17 años', 11],
  ['18 a 29 años', 25],
  ['30 a 59 años', 41],
  ['60 años o más', 6],
] as const;

type Meeting = readonly [day: IsoDay, body: string, state: string, came: number | null, subject: string];

/** One institutional meeting a quarter and one with the organisations a month; two had to be moved within their month. */
const meetings: readonly Meeting[] = [
  ['2024-04-03', 'Mesa Institucional', 'Realizada', 11, 'Instalación y plan de trabajo'],
  ['2024-04-17', 'Mesa de Organizaciones', 'Realizada', 14, 'Instalación y calendario'],
  ['2024-05-15', 'Mesa de Organizaciones', 'Realizada', 16, 'Inquietudes de la comunidad'],
  ['2024-06-12', 'Mesa de Organizaciones', 'Suspendida', null, 'Se trasladó por lluvia'],
  ['2024-06-19', 'Mesa de Organizaciones', 'Realizada', 13, 'Actividades conmemorativas'],
  ['2024-07-03', 'Mesa Institucional', 'Suspendida', null, 'Se trasladó por falta de quórum'],
  ['2024-07-10', 'Mesa Institucional', 'Realizada', 12, 'Casos complejos'],
  ['2024-07-17', 'Mesa de Organizaciones', 'Realizada', 15, 'Fondos y proyectos'],
  ['2024-08-14', 'Mesa de Organizaciones', 'Realizada', 18, 'Talleres para organizaciones'],
  ['2024-09-11', 'Mesa de Organizaciones', 'Realizada', 17, 'Actividades conmemorativas'],
  ['2024-10-02', 'Mesa de Organizaciones', 'Realizada', 19, 'Balance del año'],
  ['2024-10-08', 'Mesa Institucional', 'Realizada', 13, 'Operativos en establecimientos'],
];

const random = createRandom(20240403);
const total = casesByMonth.reduce((sum, count) => sum + count, 0);

function openingDays(): IsoDay[] {
  const perMonth = casesByMonth.map((count, at) => {
    const month = String(at + 1).padStart(2, '0');
    const days = workingDays(`2024-${month}-02`, at === 9 ? lastDay : `2024-${month}-28`);
    return dealtByWeight(
      random,
      count,
      days.map((day) => [day, 1] as const),
    ).sort();
  });
  return perMonth.flat();
}

/** About nine in ten cases are closed, sooner as the year goes on; the day of closing never lies beyond the register's last. */
function closingDay(opened: IsoDay, month: number): IsoDay | null {
  if (random.chance(0.06)) return null;
  const closed = addDays(opened, Math.max(0, Math.round(16 - month * 0.7 + 7 * random.bell())));
  return closed > lastDay ? null : closed;
}

const drawn = {
  channel: dealtByWeight(random, total, channels),
  reason: dealtByWeight(random, total, reasons),
  nationality: dealtByWeight(random, total, nationalities),
  sex: dealtByWeight(random, total, sexes),
  age: dealtByWeight(random, total, ages),
  unanswered: dealt(random, [
    [true, 14],
    [false, total - 14],
  ]),
};

const cases: Cell[][] = openingDays().map((day, at) => {
  const closed = closingDay(day, Number(day.slice(5, 7)));
  return [
    `LE-${String(at + 1).padStart(4, '0')}`,
    { day },
    itemAt(drawn.channel, at),
    itemAt(drawn.reason, at),
    itemAt(drawn.unanswered, at) ? 'S/I' : itemAt(drawn.nationality, at),
    itemAt(drawn.sex, at),
    itemAt(drawn.age, at),
    closed === null ? 'Abierto' : 'Cerrado',
    closed === null ? null : { day: closed },
    'sintético',
  ];
});

const caseSheet: Cell[][] = [
  ['DATOS SINTÉTICOS: ningún caso corresponde a una persona real. Licencia CC0 1.0'],
  ['Registro de casos del área de Migrantes y Refugiados, enero al 8 de octubre de 2024'],
  [],
  [
    'N° de caso',
    'Fecha de ingreso',
    'Canal de ingreso',
    'Motivo principal',
    'País de origen',
    'Sexo',
    'Tramo de edad',
    'Estado del caso',
    'Fecha de cierre',
    'origen_dato',
  ],
  ...cases,
];
const meetingSheet: Cell[][] = [
  ['DATOS SINTÉTICOS: calendario de las dos mesas, 2024'],
  [],
  [
    'Fecha de la reunión',
    'Mesa',
    'Estado de la reunión',
    'N° de asistentes',
    'Tema principal',
    'origen_dato',
  ],
  ...meetings.map(([day, body, state, came, subject]): Cell[] => [
    { day },
    body,
    state,
    came,
    subject,
    'sintético',
  ]),
];

writeFiles(import.meta.url, {
  'registro-mesas-2024.xlsx': await xlsxBytes([
    { name: 'Casos', rows: caseSheet, widths: [12, 16, 28, 26, 16, 10, 16, 16, 16, 12] },
    { name: 'Reuniones', rows: meetingSheet, widths: [18, 26, 20, 16, 34, 12] },
  ]),
});

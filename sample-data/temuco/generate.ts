import { csvBytes } from '../common/csv';
import { addDays, type IsoDay } from '../common/dates';
import { writeFiles } from '../common/output';
import { createRandom } from '../common/random';
import { type Cell, xlsxBytes } from '../common/xlsx';

/**
 * The record states a goal for 2025 (a welcome plan in every municipal school with high enrolment of NNA in human
 * mobility) and monthly sessions from March to November. Schools, enrolments and progress are invented.
 */
const highShare = 0.08;
const random = createRandom(20241129);

/** Pupils, those in human mobility, and how far the plan is. */
const enrolments: readonly (readonly [pupils: number, mobile: number, plan: string])[] = [
  [642, 96, 'Aprobado y en uso'],
  [588, 71, 'Aprobado y en uso'],
  [415, 62, 'Aprobado y en uso'],
  [530, 58, 'En elaboración'],
  [377, 55, 'Aprobado y en uso'],
  [468, 49, 'En elaboración'],
  [296, 44, 'Aprobado y en uso'],
  [351, 41, 'En elaboración'],
  [264, 37, 'Sin plan'],
  [312, 35, 'En elaboración'],
  [228, 31, 'Aprobado y en uso'],
  [287, 29, 'Sin plan'],
  [205, 24, 'En elaboración'],
  [190, 21, 'Sin plan'],
  [174, 18, 'Sin plan'],
  [148, 15, 'En elaboración'],
  [610, 34, 'Sin plan'],
  [495, 22, 'En elaboración'],
  [402, 17, 'Sin plan'],
  [358, 12, 'Sin plan'],
  [276, 9, 'Sin plan'],
  [241, 7, 'Sin plan'],
  [183, 5, 'Sin plan'],
  [127, 3, 'Sin plan'],
  [96, 2, 'Sin plan'],
  [64, 0, 'Sin plan'],
];

const schools = random.shuffled(
  enrolments.map(([pupils, mobile, plan], at): Cell[] => [
    91_001 + at,
    `${pupils > 380 ? 'Liceo Sintético' : 'Escuela Sintética'} ${String(at + 1).padStart(2, '0')}`,
    at % 7 === 3 ? 'Rural' : 'Urbana',
    pupils,
    mobile,
    mobile / pupils >= highShare ? 'Sí' : 'No',
    plan,
    plan === 'Sin plan' ? null : random.integer(2, 5),
    // Twenty-four in all: the record tells of workshops and not of how many.
    at < 16 ? 1 + (at % 2) : 0,
    'sintético',
  ]),
);

/** Day and how many came from schools and from organisations; the third Wednesday of each month. */
const sessions: readonly (readonly [IsoDay, number, number, string])[] = [
  ['2024-03-20', 14, 6, 'diagnostico'],
  ['2024-04-17', 16, 7, 'relatos'],
  ['2024-05-15', 15, 8, 'relatos'],
  ['2024-06-19', 13, 6, 'talleres'],
  ['2024-07-17', 12, 5, 'talleres'],
  ['2024-08-21', 17, 8, 'plan_acogida'],
  ['2024-09-11', 15, 7, 'plan_acogida'],
  ['2024-10-16', 18, 9, 'plan_acogida'],
  ['2024-11-20', 19, 9, 'plan_acogida'],
];

function uuid(): string {
  const part = (length: number): string =>
    Array.from({ length }, () => random.integer(0, 15).toString(16)).join('');
  return `uuid:${part(8)}-${part(4)}-4${part(3)}-a${part(3)}-${part(12)}`;
}

const submissions = sessions.map(([day, schoolsCame, organisations, subject]) => {
  const key = uuid();
  return [
    `${addDays(day, 1)}T13:${String(random.integer(10, 59))}:07.412Z`,
    day,
    'realizada',
    String(schoolsCame),
    String(organisations),
    String(schoolsCame + organisations),
    subject,
    'sintetico',
    key,
    key,
    '4',
    'App user',
    '0',
    '0',
  ];
});

writeFiles(import.meta.url, {
  'nomina-establecimientos.xlsx': await xlsxBytes([
    {
      name: 'Nómina 2024',
      widths: [10, 28, 10, 16, 26, 22, 22, 22, 22, 12],
      rows: [
        ['DATOS SINTÉTICOS: ningún establecimiento de esta nómina existe. Licencia CC0 1.0'],
        ['Establecimientos municipales y plan de acogida, al 29 de noviembre de 2024'],
        [],
        [
          'RBD',
          'Establecimiento',
          'Área',
          'Matrícula total',
          'Matrícula de NNA en movilidad humana',
          '¿Tiene alta matrícula de NNA en movilidad humana?',
          'Estado del plan de acogida',
          'Reuniones del equipo sobre el plan en el año',
          'Talleres informativos hechos en el año',
          'origen_dato',
        ],
        ...schools,
      ],
    },
  ]),
  'sesiones-mesa-2024.csv': csvBytes(
    [
      [
        'SubmissionDate',
        'sesion-fecha',
        'sesion-estado',
        'asistencia-establecimientos',
        'asistencia-organizaciones',
        'asistencia-total_asistentes',
        'acuerdos-tema_principal',
        'origen_dato',
        'meta-instanceID',
        'KEY',
        'SubmitterID',
        'SubmitterName',
        'AttachmentsPresent',
        'AttachmentsExpected',
      ],
      ...submissions,
    ],
    { delimiter: ',', encoding: 'utf-8', lineEnd: '\n' },
  ),
});

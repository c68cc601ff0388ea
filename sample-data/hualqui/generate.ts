import { csvBytes } from '../common/csv';
import { dayFirst } from '../common/dates';
import { writeFiles } from '../common/output';
import { xlsxBytes } from '../common/xlsx';
import { codes, firstGroup, type Statement, secondGroup } from './statements';

/**
 * The record states two stages (March to June and August to October 2024) and two focus groups. Days, numbers of people
 * and sentences are invented; nothing here is drawn at random.
 */
const groups = [
  { key: 'GF1', day: '2024-05-22', stage: 'Primera etapa (marzo a junio)', said: firstGroup },
  { key: 'GF2', day: '2024-09-11', stage: 'Segunda etapa (agosto a octubre)', said: secondGroup },
] as const;

const activities = [
  ['2024-04-17', 'Actividad lúdica en escuela', groups[0].stage, 34],
  ['2024-04-30', 'Actividad lúdica en escuela', groups[0].stage, 29],
  ['2024-05-15', 'Actividad lúdica en escuela', groups[0].stage, 31],
  ['2024-05-22', 'Grupo focal', groups[0].stage, 11],
  ['2024-08-28', 'Actividad lúdica en escuela', groups[1].stage, 36],
  ['2024-09-11', 'Grupo focal', groups[1].stage, 12],
  ['2024-09-25', 'Actividad lúdica en escuela', groups[1].stage, 27],
  ['2024-10-16', 'Actividad lúdica en escuela', groups[1].stage, 33],
] as const;

type Row = { folio: string; group: (typeof groups)[number]; statement: Statement };

const rows: Row[] = groups.flatMap((group) =>
  group.said.map((statement, at) => ({
    folio: `${group.key}-${String(at + 1).padStart(2, '0')}`,
    group,
    statement,
  })),
);

/** One sheet a coder, as the program gives it out: a row for each sentence, a column a code, an x where it applies. */
function coderSheet(coder: 1 | 2): string[][] {
  const given = Object.entries(codes).map(([code, label]) => ({ code, label }));
  const body = rows.map(({ group, statement: [said, , first, second] }, at) => {
    const own: readonly string[] = coder === 1 ? first : (second ?? first);
    return [
      'Grupos focales 2024',
      String(at + 2),
      group.stage,
      said,
      ...given.map(({ code }) => (own.includes(code) ? 'x' : '')),
      '',
      '',
      'sintético',
    ];
  });
  return [
    [
      'Medición',
      'Fila',
      'Etapa',
      'Respuesta',
      ...given.map(({ label }) => label),
      'Ningún tema',
      'Cita',
      'Origen del dato',
    ],
    ...body,
  ];
}

const statements = [
  ['Folio', 'Grupo focal', 'Fecha', 'Etapa', 'Quién habla', 'Frase', 'Origen del dato'],
  ...rows.map(({ folio, group, statement: [said, who] }) => [
    folio,
    group.key === 'GF1' ? 'Grupo focal 1' : 'Grupo focal 2',
    dayFirst(group.day),
    group.stage,
    who,
    said,
    'Dato sintético',
  ]),
];
const register = [
  ['DATOS SINTÉTICOS: actividades del proyecto en 2024. Licencia CC0 1.0', '', '', '', '', ''],
  ['N°', 'Fecha', 'Tipo de actividad', 'Etapa', 'N° de asistentes', 'origen_dato'],
  ...activities.map(([day, kind, stage, came], at) => [
    String(at + 1),
    dayFirst(day),
    kind,
    stage,
    String(came),
    'sintético',
  ]),
];

writeFiles(import.meta.url, {
  'frases-grupos-focales.txt': csvBytes(statements, { delimiter: '\t', encoding: 'utf-16le-bom' }),
  'actividades-2024.csv': csvBytes(register, { delimiter: ';', encoding: 'windows-1252' }),
  'codificacion-1.csv': csvBytes(coderSheet(1), { delimiter: ';', encoding: 'utf-8-bom' }),
  'codificacion-2.xlsx': await xlsxBytes([{ name: 'Respuestas', rows: coderSheet(2) }]),
});

import { writeFiles } from '../common/output';
import { type Cell, type Sheet, xlsxBytes } from '../common/xlsx';
import { surveyBytes } from './survey';

/** Kind, day, level, school and how many came. */
type Activity = readonly [kind: string, day: string, level: string, school: number, came: number];

/**
 * The record states 10 workshops with 984 pupils and a gathering of 84 pupils of media in 2023; 11 workshops with 302,
 * two seminars with 279 and one intervention with about 300 in 2024. Days, levels and schools are invented.
 */
const activities: Readonly<Record<'2023' | '2024', readonly Activity[]>> = {
  '2023': [
    ['Taller', '2023-03-22', 'Prebásica a 2° básico', 1, 88],
    ['Taller', '2023-04-19', '3° a 6° básico', 2, 112],
    ['Taller', '2023-05-10', '7° y 8° básico', 3, 97],
    ['Taller', '2023-05-24', 'Enseñanza media', 4, 121],
    ['Taller', '2023-06-14', '3° a 6° básico', 5, 104],
    ['Taller', '2023-07-12', 'Prebásica a 2° básico', 2, 76],
    ['Taller', '2023-08-16', '7° y 8° básico', 6, 93],
    ['Taller', '2023-09-06', 'Enseñanza media', 7, 118],
    ['Taller', '2023-10-04', '3° a 6° básico', 8, 96],
    ['Encuentro', '2023-10-25', 'Enseñanza media', 4, 84],
    ['Taller', '2023-11-08', '7° y 8° básico', 1, 79],
  ],
  '2024': [
    ['Taller', '2024-03-20', '3° a 6° básico', 3, 31],
    ['Taller', '2024-04-10', '7° y 8° básico', 5, 28],
    ['Taller', '2024-04-24', 'Enseñanza media', 7, 34],
    ['Taller', '2024-05-15', 'Prebásica a 2° básico', 8, 22],
    ['Seminario', '2024-05-29', 'Enseñanza media', 4, 148],
    ['Taller', '2024-06-12', '3° a 6° básico', 6, 29],
    ['Taller', '2024-07-10', '7° y 8° básico', 2, 26],
    ['Taller', '2024-08-07', 'Enseñanza media', 9, 30],
    ['Taller', '2024-08-21', '3° a 6° básico', 1, 27],
    ['Seminario', '2024-09-04', 'Enseñanza media', 7, 131],
    ['Taller', '2024-09-25', 'Prebásica a 2° básico', 5, 21],
    ['Taller', '2024-10-09', '7° y 8° básico', 9, 25],
    ['Taller', '2024-10-23', 'Enseñanza media', 3, 29],
    ['Intervención', '2024-11-06', 'Todos los niveles', 2, 304],
  ],
};

function sheet(year: '2023' | '2024'): Sheet {
  const rows = activities[year].map(([kind, day, level, school, came], at): Cell[] => [
    `${year}-${String(at + 1).padStart(2, '0')}`,
    { day },
    kind,
    level,
    `Establecimiento sintético ${String(school).padStart(2, '0')}`,
    came,
    'sintético',
  ]);
  return {
    name: year,
    widths: [16, 12, 18, 24, 30, 14, 12],
    rows: [
      [`DATOS SINTÉTICOS: actividades del programa en ${year}. Licencia CC0 1.0`],
      [],
      [
        'Código de actividad',
        'Fecha',
        'Tipo de actividad',
        'Nivel',
        'Establecimiento',
        'N° de asistentes',
        'origen_dato',
      ],
      ...rows,
    ],
  };
}

writeFiles(import.meta.url, {
  'actividades-2023-2024.xlsx': await xlsxBytes([sheet('2023'), sheet('2024')]),
  'encuesta-convivencia-antes.csv': surveyBytes('before'),
  'encuesta-convivencia-despues.csv': surveyBytes('after'),
});

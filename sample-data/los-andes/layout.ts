import { itemAt, type Random } from '../common/random';
import type { Answers } from './answers';
import { checkDigit, withThousandsPoint } from './identifiers';
import type { Day } from './population';
import { belongingItems, schools, type WaveKey, waveKeys } from './vocabulary';

/** How a cell was typed: the seeded choices that make the file look like one that several people filled in. */
export interface Hand {
  wave: WaveKey;
  random: Random;
}

export interface Column {
  key: string;
  /** Header in each wave; null where the wave did not ask it. Empty is the blank column that Excel leaves. */
  header: Record<WaveKey, string | null>;
  /** Codes typed for an unanswered question; an empty text leaves the cell blank. */
  missingCodes: readonly string[];
  /** The cell's text, or null when unanswered. */
  cell(answers: Answers, hand: Hand): string | null;
}

const choiceCodes = ['', '', 'NS/NR', 'NS/NR', 's/i', '-', '99'];
const numberCodes = ['', '', '99', '99', 's/i', '-'];
const blankOnly = [''];

function column(
  key: string,
  header: string | readonly [string | null, string | null],
  missingCodes: readonly string[],
  cell: Column['cell'],
): Column {
  const [exAnte, exPost] = typeof header === 'string' ? [header, header] : header;
  return { key, header: { exAnte, exPost }, missingCodes, cell };
}

function yesNo(value: boolean | null): string | null {
  return value === null ? null : value ? 'Sí' : 'No';
}

function decimalComma(value: number | null): string | null {
  return value === null ? null : String(value).replace('.', ',');
}

function whole(value: number | null): string | null {
  return value === null ? null : String(value);
}

function gradeName(grade: number): string {
  return grade <= 8 ? `${grade}° básico` : `${grade - 8}° medio`;
}

function dayText(day: Day | null, wave: WaveKey): string | null {
  if (day === null) return null;
  const mark = wave === 'exAnte' ? '-' : '/';
  return [String(day.day).padStart(2, '0'), String(day.month).padStart(2, '0'), day.year].join(mark);
}

/** The first wave was typed alike; in the second some write points, some a small k, some no hyphen. */
function identifierText(answers: Answers, { wave, random }: Hand): string {
  const number = answers.pupil.identifier[wave];
  const digit = checkDigit(number);
  if (wave === 'exAnte') return `${number}-${digit}`;
  const written = random.chance(0.45) ? withThousandsPoint(number) : String(number);
  const hyphen = random.chance(0.03) ? '' : '-';
  return `${written}${hyphen}${random.chance(0.5) ? digit.toLowerCase() : digit}`;
}

/** Some school names carry a blank at the end or a doubled one. */
function schoolText(answers: Answers, { random }: Hand): string {
  const { name } = itemAt(schools, answers.school);
  if (random.chance(0.03)) return `${name} `;
  return random.chance(0.015) ? name.replace(' ', '  ') : name;
}

function incomeText(answers: Answers, { random }: Hand): string | null {
  if (answers.incomePesos === null) return null;
  return random.chance(0.7) ? withThousandsPoint(answers.incomePesos) : String(answers.incomePesos);
}

/** Every question of either wave, in the order of the first. */
export const columns: readonly Column[] = [
  column('identifier', 'RUN o IPE', blankOnly, identifierText),
  column('name', 'Nombre del estudiante', blankOnly, (row) => row.pupil.label),
  column('birth', 'Fecha de nacimiento', ['', 's/i'], (row, { wave }) => dayText(row.birth, wave)),
  column('sex', 'Sexo', blankOnly, (row) => row.pupil.sex),
  column('nationality', 'Nacionalidad', ['', 's/i'], (row) => row.nationality),
  column('rbd', 'RBD', blankOnly, (row) => itemAt(schools, row.school).rbd),
  column('school', 'Establecimiento', blankOnly, schoolText),
  column('grade', 'Curso', blankOnly, (row) => gradeName(row.grade)),
  column('surveyDay', 'Fecha de encuesta', blankOnly, (row, { wave }) => dayText(row.surveyDay, wave)),
  column('arrivalYear', 'Año de llegada a Chile', ['', '', 's/i', '-'], (row) =>
    row.pupil.isBornInChile ? '' : whole(row.arrivalYear),
  ),
  column('status', 'Situación migratoria', choiceCodes, (row) => row.status),
  column('hasRun', '¿Tiene RUN chileno?', choiceCodes, (row) => yesNo(row.hasRun)),
  column('people', ['Personas en el hogar', 'N° de personas que viven en el hogar'], numberCodes, (row) =>
    whole(row.people),
  ),
  column('income', 'Ingreso mensual del hogar ($)', ['', 'NS/NR', 's/i', '-'], incomeText),
  column('household', '¿Con quién vive?', choiceCodes, (row) => row.household),
  column('caregiverAge', 'Edad del cuidador principal', numberCodes, (row) => whole(row.caregiverAge)),
  column('distance', ['Distancia a la escuela (km)', null], ['', 's/i', '-'], (row) =>
    decimalComma(row.distanceKm),
  ),
  column('internet', [null, '¿Tiene internet en el hogar?'], choiceCodes, (row) => yesNo(row.hasInternet)),
  column('enrolment', 'Tipo de matrícula', choiceCodes, (row) =>
    row.isProvisional === null ? null : row.isProvisional ? 'Provisoria' : 'Regular',
  ),
  column('healthPlan', 'Previsión de salud', choiceCodes, (row) => row.healthPlan),
  column('healthCentre', '¿Está inscrito en un CESFAM?', choiceCodes, (row) => yesNo(row.hasHealthCentre)),
  column('language', 'Idioma que se habla en casa', choiceCodes, (row) => row.language),
  column('spanish', 'Nivel de español', choiceCodes, (row) => row.spanish),
  column('daysAttended', 'Días asistidos (1er semestre)', ['', 's/i'], (row) => whole(row.daysAttended)),
  column('schoolDays', 'Días hábiles (1er semestre)', blankOnly, (row) => whole(row.schoolDays)),
  column('welcomePlan', '¿Recibió plan de acogida?', choiceCodes, (row) => yesNo(row.hadWelcomePlan)),
  column('activities', '¿Participa en actividades extraescolares?', choiceCodes, (row) =>
    yesNo(row.joinsActivities),
  ),
  ...belongingItems.map((item, position) =>
    column(`belonging${position + 1}`, item, choiceCodes, (row) => itemAt(row.belonging, position)),
  ),
  column(
    'discriminated',
    [
      '¿Ha sufrido discriminación en los últimos 6 meses?',
      'En los últimos 6 meses, ¿ha sufrido discriminación?',
    ],
    choiceCodes,
    (row) => yesNo(row.wasDiscriminated),
  ),
  column('frequency', '¿Con qué frecuencia lo discriminan?', choiceCodes, (row) => row.frequency),
  column('caregiverCame', '¿Su cuidador asistió a la última reunión de apoderados?', choiceCodes, (row) =>
    yesNo(row.caregiverCame),
  ),
  column(
    'needs',
    'Necesidades del hogar (marque todas)',
    ['', '', 'NS/NR'],
    (row) => row.needs?.join('; ') ?? null,
  ),
  column(
    'knowsOffice',
    ['¿Conoce la Oficina de Migración?', '¿Conoce la Oficina Municipal de Migración?'],
    choiceCodes,
    (row) => yesNo(row.knowsOffice),
  ),
  column('wellbeing', 'Bienestar (nota de 0 a 10)', numberCodes, (row) => decimalComma(row.wellbeing)),
];

/** Where the second wave keeps some columns: the grade before the school, the office before belonging. */
const movedInExPost: readonly (readonly [string, string])[] = [
  ['grade', 'rbd'],
  ['knowsOffice', 'belonging1'],
];

/** The columns of a wave, in its order; `folio`, free texts and the label of origin are added by the writer. */
export function questionColumns(wave: WaveKey): Column[] {
  const asked = columns.filter((candidate) => candidate.header[wave] !== null);
  if (wave === 'exAnte') return asked;
  for (const [moved, before] of movedInExPost) {
    const from = asked.findIndex((candidate) => candidate.key === moved);
    const [taken] = asked.splice(from, 1);
    const to = asked.findIndex((candidate) => candidate.key === before);
    if (taken) asked.splice(to, 0, taken);
  }
  return asked;
}

/** Every code that stands for an unanswered question in either file, the blank apart. */
export const missingCodes: readonly string[] = [
  ...new Set(columns.flatMap((candidate) => candidate.missingCodes).filter((code) => code !== '')),
].sort();

/** Headers that both waves ask with other words. */
export const rewordedHeaders = columns
  .filter(({ header }) => waveKeys.every((wave) => header[wave] !== null) && header.exAnte !== header.exPost)
  .map(({ header }) => header);

import { checkDigit } from './identifiers';

export const waveKeys = ['exAnte', 'exPost'] as const;
export type WaveKey = (typeof waveKeys)[number];

/** Pupils answering in each wave; the last school is tiny on purpose, so that suppression shows. */
export interface School {
  rbd: string;
  name: string;
  /** Grades taught: 1 to 8 are básico, 9 to 12 are medio. */
  grades: readonly [number, number];
  size: Readonly<Record<WaveKey, number>>;
  schoolDays: Readonly<Record<WaveKey, number>>;
  /** Shift, in standard deviations, of what the school does well in both waves. */
  strength: number;
}

const schoolRows: readonly (readonly [string, number, number, number, number, number])[] = [
  ['Escuela Sintética 01', 1, 8, 78, 74, 0.3],
  ['Escuela Sintética 02', 1, 8, 66, 69, -0.2],
  ['Escuela Sintética 03', 1, 8, 58, 61, 0.1],
  ['Escuela Sintética 04', 1, 8, 52, 50, -0.4],
  ['Escuela Sintética 05', 1, 8, 47, 52, 0.5],
  ['Escuela Sintética 06', 1, 8, 42, 41, -0.1],
  ['Escuela Sintética 07', 1, 8, 36, 33, 0.2],
  ['Escuela Sintética 08', 1, 8, 29, 31, -0.3],
  ['Colegio Sintético 09', 1, 12, 62, 60, 0],
  ['Colegio Sintético 10', 1, 12, 45, 47, 0.4],
  ['Liceo Sintético 11', 7, 12, 54, 56, -0.2],
  ['Liceo Sintético 12', 7, 12, 31, 34, 0.1],
  ['Escuela Sintética 13', 1, 6, 7, 6, 0],
];

export const schools: readonly School[] = schoolRows.map(
  ([name, from, to, before, after, strength], index) => ({
    rbd: `${90001 + index}-${checkDigit(90001 + index)}`,
    name,
    grades: [from, to],
    size: { exAnte: before, exPost: after },
    schoolDays: { exAnte: 84 + (index % 4), exPost: 85 + (index % 3) },
    strength,
  }),
);

/** In this school knowledge of the migration office falls, against the trend of the others. */
export const contrarySchoolIndex = 3;

export const nationalities = [
  ['Venezolana', 34],
  ['Haitiana', 17],
  ['Colombiana', 15],
  ['Boliviana', 13],
  ['Peruana', 10],
  ['Argentina', 6],
  ['Ecuatoriana', 5],
] as const;
export const bornInChileNationality = 'Chilena';

export const statuses = [
  'Residencia definitiva',
  'Residencia temporal',
  'En trámite',
  'Irregular',
  'Nacido en Chile',
] as const;
export const households = [
  'Madre y padre',
  'Solo madre',
  'Solo padre',
  'Abuelos u otros familiares',
  'Otra persona',
] as const;
export const healthPlans = ['Fonasa A', 'Fonasa B', 'Fonasa C o D', 'Isapre', 'Ninguna'] as const;
export const languages = [
  'Español',
  'Creole haitiano',
  'Quechua o aymara',
  'Portugués',
  'Español y otra lengua',
] as const;
export const spanishLevels = ['No habla', 'Básico', 'Intermedio', 'Avanzado', 'Lengua materna'] as const;
export const frequencies = ['Nunca', 'Rara vez', 'A veces', 'Frecuentemente', 'Siempre'] as const;
export const agreement = [
  'Muy en desacuerdo',
  'En desacuerdo',
  'Ni de acuerdo ni en desacuerdo',
  'De acuerdo',
  'Muy de acuerdo',
] as const;

export type Agreement = (typeof agreement)[number];

/** One option holds a comma on purpose; options are joined with "; ". */
export const needs = [
  'Regularización migratoria',
  'Apoyo en español',
  'Ropa, útiles y uniforme',
  'Alimentación',
  'Atención de salud',
  'Apoyo psicológico',
  'Transporte',
  'Vivienda',
] as const;
export const needAddedInExPost = 'Validación de estudios previos';
export const noNeed = 'Ninguna';

export const belongingItems = [
  'Me siento parte de mi escuela',
  'Mis compañeros me incluyen en sus juegos o grupos',
  'Mis profesores me tratan con respeto',
  'En la escuela se valora el país de mi familia',
  'A veces me siento solo o sola en la escuela',
  'Tengo a quién pedir ayuda en la escuela',
] as const;
/** Position of the item in which agreeing is bad. */
export const reversedItem = 4;

export const comments = [
  'Le gusta mucho su curso.',
  'La familia espera respuesta del Servicio Nacional de Migraciones; lleva más de un año.',
  'Pide más horas de apoyo en español.',
  'Comenta: "aquí me tratan bien".',
  'La niña extraña a sus primos, pero está contenta.',
  'Señala que “nadie sabe de dónde vengo”.',
  'Necesita zapatos y uniforme; la madre trabaja por turnos.',
  'El niño quiere participar en el taller de fútbol.',
  'No desea agregar nada.',
  'Apoderada pide información sobre becas y pase escolar.',
  'Dice que el año pasado fue más difícil.',
  'Sueña con ser ingeniera; le va bien en matemática.',
  'Le cuesta entender las pruebas de lenguaje.',
  'Quiere que haya una feria con comida de cada país.',
] as const;
export const commentWithLineBreak =
  'Responde la hermana mayor.\nEl niño llegó hace poco y aún no habla en clases.';
export const fieldNotes = [
  'Encuesta con facilitadora de creole',
  'Respondió el apoderado',
  'Se aplicó en dos sesiones',
] as const;
export const typingNotes = [
  'Revisado',
  'Letra poco clara',
  'Falta firma de consentimiento en copia',
] as const;

import { columns } from './layout';
import {
  agreement,
  belongingItems,
  frequencies,
  healthPlans,
  households,
  languages,
  needAddedInExPost,
  needs,
  noNeed,
  reversedItem,
  spanishLevels,
  statuses,
  type WaveKey,
} from './vocabulary';

interface Meaning {
  name: string;
  type:
    | 'identifier'
    | 'text'
    | 'date'
    | 'single'
    | 'ordinal'
    | 'boolean'
    | 'integer'
    | 'decimal'
    | 'multiple';
  /** In the scale's order for ordinal variables. */
  options?: readonly string[];
  identity?: 'rut' | 'name' | 'birth-date';
  unit?: string;
}

const yesNo = { type: 'boolean', options: ['Sí', 'No'] } as const;

const meanings: Readonly<Record<string, Meaning>> = {
  identifier: { name: 'run_ipe', type: 'identifier', identity: 'rut' },
  name: { name: 'nombre', type: 'text', identity: 'name' },
  birth: { name: 'fecha_nacimiento', type: 'date', identity: 'birth-date' },
  sex: { name: 'sexo', type: 'single', options: ['Femenino', 'Masculino'] },
  nationality: { name: 'nacionalidad', type: 'single' },
  rbd: { name: 'rbd', type: 'single' },
  school: { name: 'establecimiento', type: 'single' },
  grade: { name: 'curso', type: 'ordinal', options: grades() },
  surveyDay: { name: 'fecha_encuesta', type: 'date' },
  arrivalYear: { name: 'anio_llegada', type: 'integer' },
  status: { name: 'situacion_migratoria', type: 'single', options: statuses },
  hasRun: { name: 'tiene_run', ...yesNo },
  people: { name: 'personas_hogar', type: 'integer', unit: 'personas' },
  income: { name: 'ingreso_hogar', type: 'integer', unit: 'pesos' },
  household: { name: 'vive_con', type: 'single', options: households },
  caregiverAge: { name: 'edad_cuidador', type: 'integer', unit: 'años' },
  distance: { name: 'distancia_km', type: 'decimal', unit: 'km' },
  internet: { name: 'internet_hogar', ...yesNo },
  enrolment: { name: 'tipo_matricula', type: 'single', options: ['Regular', 'Provisoria'] },
  healthPlan: { name: 'prevision', type: 'single', options: healthPlans },
  healthCentre: { name: 'inscrito_cesfam', ...yesNo },
  language: { name: 'idioma_casa', type: 'single', options: languages },
  spanish: { name: 'nivel_espanol', type: 'ordinal', options: spanishLevels },
  daysAttended: { name: 'dias_asistidos', type: 'integer', unit: 'días' },
  schoolDays: { name: 'dias_habiles', type: 'integer', unit: 'días' },
  welcomePlan: { name: 'plan_acogida', ...yesNo },
  activities: { name: 'actividades', ...yesNo },
  discriminated: { name: 'sufrio_discriminacion', ...yesNo },
  frequency: { name: 'frecuencia_discriminacion', type: 'ordinal', options: frequencies },
  caregiverCame: { name: 'cuidador_asistio', ...yesNo },
  needs: { name: 'necesidades', type: 'multiple', options: [...needs, needAddedInExPost, noNeed] },
  knowsOffice: { name: 'conoce_oficina', ...yesNo },
  wellbeing: { name: 'bienestar', type: 'decimal', unit: 'nota de 0 a 10' },
  ...Object.fromEntries(
    belongingItems.map((_, item) => [
      `belonging${item + 1}`,
      { name: `pertenencia_${item + 1}`, type: 'ordinal', options: agreement } as const,
    ]),
  ),
};

function grades(): string[] {
  return Array.from({ length: 12 }, (_, index) =>
    index < 8 ? `${index + 1}° básico` : `${index - 7}° medio`,
  );
}

const freeTexts: readonly { name: string; header: Record<WaveKey, string> }[] = [
  { name: 'comentarios', header: { exAnte: 'Comentarios', exPost: 'Comentarios' } },
  { name: 'observaciones_1', header: { exAnte: 'Observaciones', exPost: 'Observaciones' } },
  { name: 'observaciones_2', header: { exAnte: 'Observaciones', exPost: 'Observaciones' } },
  { name: 'origen_dato', header: { exAnte: 'origen_dato', exPost: 'origen_dato' } },
];

/** What each question means, with the headers of both waves; the order is that of the first wave. */
export function codebook() {
  const questions = columns.map(({ key, header, missingCodes }) => {
    const meaning = meanings[key];
    if (!meaning) throw new Error(`no meaning for the column ${key}`);
    return {
      name: meaning.name,
      header,
      type: meaning.type,
      options: meaning.options ?? [],
      optionSeparator: meaning.type === 'multiple' ? '; ' : null,
      isReversed: key === `belonging${reversedItem + 1}`,
      missingCodes: [...new Set(missingCodes)].filter((code) => code !== '').sort(),
      identity: meaning.identity ?? null,
      unit: meaning.unit ?? null,
    };
  });
  return {
    note: 'Datos sintéticos. Libro de códigos del cuestionario del diagnóstico de demostración.',
    license: 'CC0-1.0',
    folio: { name: 'folio', header: { exAnte: 'Folio', exPost: 'Folio' }, type: 'identifier' },
    questions,
    freeTexts: freeTexts.map((text) => ({ ...text, type: 'text' })),
  };
}

/** Names under which the same field goes in Chilean surveys and registers, so that other titles are recognised. */
const fields = {
  school: [
    'escuela',
    'establecimiento',
    'establecimiento educacional',
    'establecimiento educativo',
    'colegio',
    'liceo',
    'escuela o liceo',
    'unidad educativa',
    'centro educativo',
    'nombre establecimiento',
    'nombre del establecimiento',
    'nombre escuela',
    'nombre de la escuela',
    'nombre colegio',
    'nombre del colegio',
    'nom rbd',
    'school',
  ],
  'school-code': [
    'rbd',
    'dgv rbd',
    'rbd establecimiento',
    'rbd del establecimiento',
    'codigo establecimiento',
  ],
  sex: ['sexo', 'sexo registral', 'sexo al nacer', 'sex'],
  gender: ['genero', 'identidad de genero', 'gender', 'gen alu'],
  course: ['curso', 'curso o nivel', 'nivel', 'grado', 'curso actual', 'course'],
  age: ['edad', 'edad anos', 'edad en anos', 'edad cumplida', 'anos cumplidos', 'age'],
  nationality: ['nacionalidad', 'pais de nacionalidad', 'nationality'],
  origin: ['pais de origen', 'pais origen', 'pais de nacimiento', 'pais origen alu', 'country of origin'],
  'applied-on': [
    'fecha de aplicacion',
    'fecha aplicacion',
    'fecha de la encuesta',
    'fecha encuesta',
    'fecha de respuesta',
    'marca temporal',
    'timestamp',
    'submission time',
    'submissiondate',
    'hora de finalizacion',
    'date submitted',
    'submitdate',
  ],
} as const satisfies Record<string, readonly string[]>;
export type SurveyField = keyof typeof fields;

const byName = new Map<string, SurveyField>(
  // Safe: the keys are those of `fields`.
  (Object.keys(fields) as SurveyField[]).flatMap((field) =>
    fields[field].map((name) => [name, field] as const),
  ),
);

/** Fields that are asked in each other's place but do not mean the same: only suggested, never taken. */
const related: readonly (readonly [SurveyField, SurveyField])[] = [
  ['sex', 'gender'],
  ['school', 'school-code'],
  ['nationality', 'origin'],
];

/** Text without accents, case, punctuation and doubled spaces. */
export function foldName(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The field that a column's title names, whatever its accents, case and signs; null where it is none of the known ones. */
export function surveyField(title: string): SurveyField | null {
  return byName.get(foldName(title)) ?? null;
}

/** True for fields that resemble each other and mean something else, such as sex and gender. */
export function areRelatedFields(left: SurveyField, right: SurveyField): boolean {
  return related.some((pair) => left !== right && pair.includes(left) && pair.includes(right));
}

import type { VariableId } from '../../../shared/domain/ids';
import type { Variable } from '../../../shared/domain/instrument';
import { AppError } from '../../../shared/errors';

/** The questions of the demonstration that the indicators use, as either wave words them. */
const questions = {
  sex: ['Sexo'],
  school: ['Establecimiento'],
  status: ['Situación migratoria'],
  enrolment: ['Tipo de matrícula'],
  clinic: ['¿Está inscrito en un CESFAM?'],
  daysAttended: ['Días asistidos (1er semestre)'],
  daysHeld: ['Días hábiles (1er semestre)'],
  welcome: ['¿Recibió plan de acogida?'],
  activities: ['¿Participa en actividades extraescolares?'],
  belongs: ['Me siento parte de mi escuela'],
  included: ['Mis compañeros me incluyen en sus juegos o grupos'],
  respected: ['Mis profesores me tratan con respeto'],
  valued: ['En la escuela se valora el país de mi familia'],
  alone: ['A veces me siento solo o sola en la escuela'],
  helped: ['Tengo a quién pedir ayuda en la escuela'],
  discrimination: [
    '¿Ha sufrido discriminación en los últimos 6 meses?',
    'En los últimos 6 meses, ¿ha sufrido discriminación?',
  ],
  carer: ['¿Su cuidador asistió a la última reunión de apoderados?'],
  needs: ['Necesidades del hogar (marque todas)'],
  office: ['¿Conoce la Oficina de Migración?', '¿Conoce la Oficina Municipal de Migración?'],
  wellbeing: ['Bienestar (nota de 0 a 10)'],
} as const satisfies Record<string, readonly string[]>;

export type Question = keyof typeof questions;

export type QuestionLookup = {
  id(question: Question): VariableId;
  /** The stored values of the answers with these labels; `Sí` is `true` in a yes-or-no question. */
  values(question: Question, labels: readonly string[]): string[];
};

/** Finds the demonstration's questions among the imported variables. Its functions throw `variable-missing`. */
export function questionLookup(variables: readonly Variable[]): QuestionLookup {
  function find(question: Question): Variable {
    const wordings: readonly string[] = questions[question];
    const found = variables.find((variable) => wordings.includes(variable.label));
    if (!found) throw new AppError('variable-missing', { variableId: wordings[0] ?? question });
    return found;
  }
  return {
    id: (question) => find(question).id,
    values(question, labels) {
      const variable = find(question);
      if (variable.type === 'boolean') return labels.map((label) => (label === 'Sí' ? 'true' : 'false'));
      return labels.map((label) => variable.options.find((option) => option.label === label)?.value ?? label);
    },
  };
}

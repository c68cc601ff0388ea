import type { Condition } from '../../../shared/domain/condition';
import type { IndicatorDraft } from '../../../shared/domain/indicator';
import type { Question, QuestionLookup } from './questions';

type Draft = Pick<IndicatorDraft, 'name' | 'measure'> & Partial<IndicatorDraft>;

const blank = {
  definition: '',
  filter: null,
  missingRule: 'exclude',
  direction: 'higher',
  unit: '',
  decimals: 1,
  target: null,
  justification: '',
  verification: 'Cuestionario del diagnóstico comunal (datos sintéticos).',
  responsible: 'Oficina Municipal de Migración',
} as const satisfies Partial<IndicatorDraft>;

/** The indicators of the demonstration: at least one of every kind. The names key them for comparisons and report. */
export function demonstrationIndicators(questions: QuestionLookup) {
  const is = (question: Question, ...labels: string[]): Condition => ({
    op: 'is',
    variableId: questions.id(question),
    values: questions.values(question, labels),
  });
  const share = (question: Question, ...labels: string[]) =>
    ({ kind: 'proportion', condition: is(question, ...labels) }) as const;

  return {
    office: draft({
      name: 'Conoce la Oficina Municipal de Migración',
      definition: 'Estudiantes que saben que la oficina existe.',
      measure: share('office', 'Sí'),
      target: { value: 0.5, rationale: 'Que al menos la mitad sepa dónde pedir ayuda.' },
    }),
    status: draft({
      name: 'Tiene situación migratoria regular',
      definition: 'Estudiantes con residencia definitiva o temporal, entre quienes no nacieron en Chile.',
      measure: share('status', 'Residencia definitiva', 'Residencia temporal'),
      filter: {
        op: 'is-not',
        variableId: questions.id('status'),
        values: questions.values('status', ['Nacido en Chile']),
      },
    }),
    enrolment: draft({
      name: 'Está con matrícula provisoria',
      measure: share('enrolment', 'Provisoria'),
      direction: 'lower',
      target: { value: 0.1, rationale: 'Dejar la matrícula provisoria solo para quienes recién llegan.' },
    }),
    welcome: draft({ name: 'Recibió un plan de acogida', measure: share('welcome', 'Sí') }),
    clinic: draft({ name: 'Está inscrito en un CESFAM', measure: share('clinic', 'Sí') }),
    discrimination: draft({
      name: 'Sufrió discriminación en los últimos seis meses',
      measure: share('discrimination', 'Sí'),
      direction: 'lower',
    }),
    carer: draft({ name: 'Su cuidador asistió a la última reunión', measure: share('carer', 'Sí') }),
    activities: draft({
      name: 'Participa en actividades extraescolares',
      measure: share('activities', 'Sí'),
    }),
    belongs: draft({
      name: 'Se siente parte de su escuela',
      measure: { kind: 'top-box', variableId: questions.id('belongs'), boxes: 2 },
    }),
    belonging: draft({
      name: 'Índice de pertenencia escolar',
      definition: 'Seis afirmaciones sobre la escuela, de 1 (muy en desacuerdo) a 5 (muy de acuerdo).',
      measure: {
        kind: 'index',
        items: [
          ...(['belongs', 'included', 'respected', 'valued', 'helped'] as const).map((question) => ({
            variableId: questions.id(question),
            isReversed: false,
          })),
          { variableId: questions.id('alone'), isReversed: true },
        ],
        minimumAnswered: 4,
        scale: 'items',
      },
      unit: 'puntos',
      decimals: 2,
    }),
    wellbeing: draft({
      name: 'Nota de bienestar',
      definition: 'Nota de 0 a 10 que el estudiante pone a cómo se siente.',
      measure: { kind: 'mean', variableId: questions.id('wellbeing') },
      unit: 'puntos',
      decimals: 2,
    }),
    attendance: draft({
      name: 'Asistencia del primer semestre',
      definition: 'Días asistidos por cada día hábil.',
      measure: {
        kind: 'ratio',
        numeratorId: questions.id('daysAttended'),
        denominatorId: questions.id('daysHeld'),
      },
      decimals: 3,
    }),
    regularisation: draft({
      name: 'Hogares que piden ayuda para regularizarse',
      measure: {
        kind: 'rate',
        condition: is('needs', 'Regularización migratoria'),
        exposureId: null,
        per: 100,
      },
      direction: 'lower',
      unit: 'cada 100',
    }),
    register: draft({
      name: 'Estudiantes en el registro',
      definition: 'Cuántos estudiantes en movilidad humana abarca la medición.',
      measure: { kind: 'count', condition: null },
      direction: 'neutral',
      unit: 'estudiantes',
      decimals: 0,
    }),
    daysAttended: draft({
      name: 'Días de clases a los que asistieron',
      measure: { kind: 'total', variableId: questions.id('daysAttended') },
      direction: 'neutral',
      unit: 'días',
      decimals: 0,
    }),
  } as const satisfies Record<string, IndicatorDraft>;
}

export type IndicatorName = keyof ReturnType<typeof demonstrationIndicators>;

function draft(given: Draft): IndicatorDraft {
  return { ...blank, ...given };
}

import type { ScaleReasonId } from '../../stats/scale/types';

/** How well the items of an index go together, in plain words. */
export const scaleText = {
  title: '¿Los ítems van juntos?',
  purpose:
    'Un índice suma respuestas. Tiene sentido si apuntan en la misma dirección; aquí se ve cuánto, ítem por ítem.',
  columns: {
    item: 'Ítem',
    n: 'Respuestas',
    missing: 'Sin respuesta',
    mean: 'Promedio',
    standardDeviation: 'Desviación',
    restCorrelation: 'Relación con los demás',
    alphaWithout: 'Alfa sin este ítem',
  },
  figures: {
    alpha: 'Alfa de Cronbach',
    standardisedAlpha: 'Alfa estandarizado',
    averageCorrelation: 'Correlación media entre ítems',
    complete: 'Respondieron todos los ítems',
    scored: 'Respondieron lo suficiente para el índice',
  },
  alphaHelp:
    'El alfa va hasta 1. Sube cuando las respuestas se parecen entre sí y también cuando los ítems son muchos. No dice que el índice mida lo que se quiere medir, ni que mida una sola cosa.',
  method:
    'Método: alfa de Cronbach sobre quienes respondieron todos los ítems, con el intervalo de Feldt; correlación de cada ítem con la suma de los demás.',
  reversed: 'invertido',
  reasons: {
    'single-item': 'con un solo ítem no hay nada que comparar',
    'no-complete-answers': 'nadie respondió todos los ítems',
    'item-without-variation': 'todas las personas respondieron lo mismo',
  } satisfies Partial<Record<ScaleReasonId, string>>,
  sentences: {
    alpha: (wave: string, items: string, alpha: string) =>
      `En «${wave}», los ${items} ítems tienen un alfa de ${alpha}`,
    between: (lower: string, upper: string, level: string) =>
      ` (entre ${lower} y ${upper}, con ${level} de confianza)`,
    people: (people: string) => `, según las ${people} personas que los respondieron todos.`,
    opposed: ' Las respuestas van en sentidos opuestos: revisa si falta invertir algún ítem.',
    low: ' Las respuestas van poco juntas: conviene revisar los ítems antes de sumarlos en un índice.',
    middling:
      ' Las respuestas van juntas a medias: el índice sirve para mirar, con cautela, grupos y no personas.',
    good: ' Las respuestas van bastante juntas, lo que suele bastar para comparar grupos.',
    high: ' Las respuestas se parecen tanto que quizá algunos ítems pregunten lo mismo.',
    limit: ' Que vayan juntas no asegura que midan lo que se busca.',
    absent: (wave: string, reason: string) => `En «${wave}» no hay un alfa que mostrar (${reason}).`,
    maybeReversed: (item: string, correlation: string) =>
      `«${item}» va en sentido contrario a los demás (relación de ${correlation}). ¿Está invertido?`,
    maybeNotReversed: (item: string, correlation: string) =>
      `«${item}» va en sentido contrario a los demás (relación de ${correlation}) después de invertirlo. ¿De verdad se debía invertir?`,
    constant: (item: string) =>
      `«${item}» recibió la misma respuesta de todas las personas, así que no aporta.`,
    betterWithout: (item: string, alpha: string) =>
      `Sin «${item}», el alfa sería ${alpha}. Antes de sacarlo, piensa si el índice seguiría diciendo lo mismo.`,
  },
};

import type { PanelReasonId } from '../../stats/panel/types';

/** Who is in both measurements, how those lost differ, and what the composition does to a change. */
export const panelText = {
  title: 'Quiénes se quedaron y quiénes no',
  purpose:
    'Un cambio entre las mismas personas habla de quienes se encontraron de nuevo. Aquí se ve cuántas son, en qué se distinguen de las demás y si eso pesa en el cambio.',
  compositionQuestion: '¿Qué describe a las personas?',
  sections: {
    flow: 'Cuántas personas se quedaron',
    attrition: 'En qué se distinguían al comienzo',
    weighting: '¿Y si se hubiera encontrado a todas?',
    composition: 'Cómo cambió el grupo',
    standardised: 'El cambio, con la composición de la línea base',
  },
  columns: {
    indicator: 'Indicador',
    category: 'Categoría',
    stayed: 'Se encontraron de nuevo',
    left: 'No se encontraron',
    difference: 'Diferencia',
    baseline: 'Línea base',
    followUp: 'Seguimiento',
    unweighted: 'Cambio de quienes se quedaron',
    weighted: 'Con pesos por la pérdida',
    observed: 'Cambio observado',
    standardised: 'Con la composición de la línea base',
    composition: 'Por el recambio de personas',
    p: 'p corregido',
  },
  oddsRatio: (label: string, reference: string) => `${label} frente a ${reference}`,
  oddsRatioHelp:
    'Razón de posibilidades de ser encontrado de nuevo: 1 es lo mismo; 0,5, la mitad; 2, el doble.',
  joined: (labels: string) => `Se juntaron por ser pocas personas: ${labels}.`,
  joinedStrata: (count: string) => `Se juntaron ${count} grupos de pocas personas en uno.`,
  and: ' y ',
  linkProblems: {
    'waves-without-identifier':
      'Las dos mediciones no tienen un identificador en común, así que no se puede seguir a cada persona. Sí se puede comparar quiénes las componen.',
    'no-matched-people':
      'Ningún identificador aparece en ambas mediciones, así que no se puede seguir a cada persona. Sí se puede comparar quiénes las componen.',
  },
  methods: {
    standardised: {
      name: 'estandarización directa a la composición de la línea base',
      why: 'Se compara cada grupo consigo mismo y se suman los grupos con el peso que tenían en la línea base. La composición de la línea base se toma como fija; si hay personas en ambas mediciones, se descuenta lo que sus respuestas tienen en común.',
    },
    'weighted-matched': {
      name: 'cambio de las mismas personas con pesos por la pérdida',
      why: 'Cada persona pesa lo inverso de su posibilidad de ser encontrada de nuevo, según una regresión logística. El intervalo, por linealización, toma los pesos como conocidos. Es una revisión del resultado, no su reemplazo.',
    },
    'partly-matched': {
      name: 'diferencia de porcentajes de mediciones con personas en común',
      why: 'Las dos mediciones comparten personas, cuyas respuestas van juntas; el cálculo descuenta esa parte.',
    },
  },
  reasons: {
    'no-composition-variables': 'no se eligió ningún dato que describa a las personas',
    'nobody-left': 'no se perdió a nadie',
    'nobody-stayed': 'no se encontró de nuevo a nadie',
    separation:
      'en alguna categoría se encontró de nuevo a todas las personas o a ninguna, y para ella no se puede calcular un peso',
    'no-convergence': 'el cálculo de la posibilidad de ser encontrado no llegó a un resultado',
    'too-many-categories': 'los datos elegidos tienen demasiadas categorías',
    'kind-not-weighted': 'un total o un recuento no se puede ponderar así',
    'kind-not-standardised': 'solo se estandarizan porcentajes, promedios e índices',
    'kind-not-compared': 'los totales de dos grupos de distinto tamaño no se comparan',
    'no-common-strata': 'ningún grupo aparece en ambas mediciones',
    'single-stratum': 'todas las personas están en un mismo grupo',
    'empty-strata': 'hay grupos que aparecen en una sola medición',
    'rows-only': 'describe las filas registradas, y con el diseño declarado no se le calcula margen',
  } satisfies Partial<Record<PanelReasonId | 'kind-not-compared' | 'rows-only', string>>,
  sentences: {
    flow: (people: string, baseline: string, both: string, share: string, followUp: string) =>
      `De las ${people} personas de «${baseline}», ${both} (${share}) se encontraron de nuevo en «${followUp}».`,
    nobodyLost: (people: string, baseline: string, followUp: string) =>
      `Las ${people} personas de «${baseline}» se encontraron de nuevo en «${followUp}».`,
    lost: (people: string) => ` De ${people} no se sabe qué pasó después.`,
    arrived: (people: string, followUp: string) => ` Otras ${people} aparecen recién en «${followUp}».`,
    flowHidden: 'Cuántas personas se quedaron no se muestra: alguno de los grupos es demasiado pequeño.',
    lossLarge:
      ' Se perdió a más de un tercio: lo que se diga de quienes siguen puede no valer para el grupo que se midió al comienzo.',
    startedHigher: (title: string, stayed: string, left: string, between: string) =>
      `${title}: al comienzo, quienes se encontraron de nuevo estaban más arriba (${stayed}) que quienes no (${left}); la diferencia está ${between}. El cambio de quienes siguen parte de otra altura que el grupo completo.`,
    startedLower: (title: string, stayed: string, left: string, between: string) =>
      `${title}: al comienzo, quienes se encontraron de nuevo estaban más abajo (${stayed}) que quienes no (${left}); la diferencia está ${between}. El cambio de quienes siguen parte de otra altura que el grupo completo.`,
    startUnclear: (title: string, stayed: string, left: string, between: string) =>
      `${title}: al comienzo, ${stayed} entre quienes se encontraron de nuevo y ${left} entre quienes no; con estos datos no se puede afirmar que partieran distinto (la diferencia está ${between}).`,
    startExact: (title: string, stayed: string, left: string, difference: string) =>
      `${title}: al comienzo, ${stayed} entre quienes se encontraron de nuevo y ${left} entre quienes no, una diferencia de ${difference}.`,
    startAbsent: (title: string, reason: string) =>
      `${title}: no se compara a quienes siguen con quienes no (${reason}).`,
    between: (lower: string, upper: string, level: string) =>
      `entre ${lower} y ${upper}, con ${level} de confianza`,
    weighted: (title: string, plain: string, weighted: string, by: string) =>
      `${title}: entre quienes siguen, el cambio observado es ${plain}. Si se da más peso a quienes se parecen a las personas perdidas (por ${by}), es ${weighted}.`,
    weightedRange: (between: string) => ` Este último está ${between}.`,
    weightedLimit:
      ' Es una revisión: solo toma en cuenta esos datos, y quienes se perdieron pueden ser distintos en otros.',
    extreme:
      ' Unas pocas personas pesan mucho más que el resto, así que esta cifra es frágil: tómala con cautela.',
    separatedNone: (labels: string) =>
      ` De ${labels} no se encontró a nadie, así que esta cifra no habla de esas personas.`,
    weightedAbsent: (title: string, reason: string) =>
      `${title}: no hay un cambio con pesos por la pérdida (${reason}).`,
    standardised: (title: string, observed: string, standardised: string, by: string) =>
      `${title}: el cambio observado es ${observed}. Si el grupo hubiera mantenido la composición de la línea base (${by}), sería ${standardised}.`,
    standardisedRange: (between: string) => ` Este último está ${between}.`,
    standardisedUnclear: (between: string) =>
      ` Este último está ${between}, así que no se puede afirmar que haya cambiado.`,
    compositionPart: (amount: string) =>
      ` Los ${amount} que faltan para el cambio observado van con que el grupo se compone de otra manera.`,
    compositionNone: ' El cambio de composición casi no mueve la cifra.',
    covered: (baseline: string, followUp: string) =>
      ` Se calcula con los grupos presentes en ambas mediciones, que reúnen al ${baseline} de la primera y al ${followUp} de la segunda.`,
    standardisedAbsent: (title: string, reason: string) =>
      `${title}: no hay un cambio con la composición de la línea base (${reason}).`,
  },
};

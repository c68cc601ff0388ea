/** The screen about who stayed: what is chosen, what each part says first, and how it was calculated. */
export const panelUiText = {
  title: '¿Quiénes se quedaron?',
  purpose:
    'Cuántas personas de la línea base se encontraron de nuevo, en qué se distinguían las demás y si eso pesa en el cambio observado.',
  noComparison: 'Primero elige qué mediciones e indicadores se comparan.',
  link: {
    followed: (both: string, baseline: string, share: string) =>
      `El cambio se mide en ${both} personas, el ${share} de las ${baseline} de la línea base. Mira si las que faltan eran distintas, y si eso pesa en el resultado.`,
    hidden:
      'El cambio se mide solo en quienes están en ambas mediciones. Mira si las personas que faltan eran distintas, y si eso pesa en el resultado.',
    several:
      'Cada cambio se mide solo en quienes están en ambas mediciones. Mira si las personas que faltan eran distintas, y si eso pesa en el resultado.',
    independent:
      'Si el grupo se compone de otra manera que al comienzo, parte del cambio puede venir de ahí y no de las personas.',
    open: 'Ver quiénes se quedaron',
    openIndependent: 'Ver cómo cambió el grupo',
    independentTitle: '¿Es el mismo grupo de personas?',
  },
  spec: {
    label: 'Qué se mira',
    none: 'Nada todavía',
    clear: 'Quitar todas',
    limit: 'Hasta tres',
    help: 'Elige datos que no cambien en una misma persona, como el sexo o la nacionalidad. El curso, en cambio, avanza solo.',
    nothingFits: 'No hay preguntas con opciones que estén en ambas mediciones.',
    inherited: (baseline: string, indicators: string, design: string) =>
      `Línea base «${baseline}», ${indicators}, ${design}: los de la comparación.`,
    matched: (level: string) => `las mismas personas, ${level} de confianza`,
    independent: (level: string) => `cortes independientes, ${level} de confianza`,
    census: 'censo, sin margen de error',
  },
  computing: 'Buscando a las mismas personas…',
  method: 'Cómo se calculó',
  methodOf: (part: string) => `Cómo se calculó: ${part}`,
  columns: {
    indicator: 'Indicador',
    category: 'Categoría',
    stayed: 'Se quedaron',
    left: 'No se quedaron',
    difference: 'Diferencia',
    unweighted: 'Cambio observado',
    weighted: 'Con pesos por pérdida',
    observed: 'Cambio observado',
    standardised: 'Con el grupo de antes',
    composition: 'Por la composición',
    p: (p: string) => `${p}, corregida`,
  },
  unanswered: 'Sin respuesta',
  notCalculated: (names: string, reason: string) => `Sin calcular: ${names} (${reason}).`,
  wholeWaves:
    'Aquí cuentan todas las personas de cada medición, también las que no se encontraron de nuevo. Por eso la cifra puede no ser la de la comparación.',
  ownVariable: (variable: string) => `se arma con «${variable}», que aquí se mantiene fija`,
  flow: {
    retention: 'Se encontraron de nuevo',
    retentionInterval: (lower: string, upper: string, level: string) =>
      `entre ${lower} y ${upper}, con ${level} de confianza`,
    withoutIdentifier: 'Sin identificador',
    withoutIdentifierText: (baseline: string, followUp: string) =>
      `${baseline} en la línea base y ${followUp} en el seguimiento. No se pueden buscar, así que cuentan en una sola medición.`,
    few: 'muy pocas',
  },
  attrition: {
    table: 'Quienes se quedaron y quienes no, al comienzo',
    what: 'Qué se compara',
    indicators: 'Indicadores',
    verdict: '¿Partieron distinto?',
    verdicts: {
      differs: 'Sí',
      fades: 'Ya no es claro al corregir',
      unclear: 'No se distingue',
      exact: 'Diferencia exacta',
      none: 'No se puede saber',
    },
  },
  weighting: {
    table: 'Cambio de quienes se quedaron, con y sin pesos por la pérdida',
    people: 'Personas',
    verdict: 'Lectura',
    verdicts: { same: 'Se lee igual', other: 'Se lee distinto', none: 'Sin lectura' },
    model: 'Qué va con que se encuentre de nuevo a una persona',
    modelTable: 'Posibilidad de ser encontrado de nuevo',
    term: 'Categoría',
    oddsRatio: 'Razón de posibilidades',
    interval: 'Intervalo',
    range: (lower: string, upper: string) => `${lower} a ${upper}`,
    everybody: (labels: string) =>
      `De ${labels} se encontró de nuevo a todas las personas, así que pesan como el promedio.`,
    nobody: (labels: string) =>
      `De ${labels} no se encontró a nadie, así que estas cifras no hablan de esas personas.`,
    together: (p: string) => `Prueba de todas las categorías juntas: ${p}.`,
    weights: (minimum: string, maximum: string, people: string, effective: string) =>
      `Cada persona pesa entre ${minimum} y ${maximum}. Con esos pesos, ${people} personas informan como ${effective}.`,
  },
  composition: {
    variable: 'Qué describe a las personas',
  },
  standardised: {
    table: 'Cambio observado y con la composición de la línea base',
    shifted: 'Seguimiento ajustado',
    kitagawa: 'Reparto de Kitagawa',
    kitagawaText: (change: string, composition: string) =>
      `${change} por el cambio dentro de los grupos y ${composition} por la composición, con su interacción repartida por mitades.`,
    groups: 'Grupos comparados',
    groupsText: (common: string, all: string) => `${common} de ${all}`,
    onlyBaseline: 'Solo en la línea base',
    onlyFollowUp: 'Solo en el seguimiento',
  },
  detail: {
    valid: (count: string) => `n = ${count}`,
    corrected: 'p corregida',
    correctedText: (p: string) => `${p}, por Benjamini-Hochberg entre todas las pruebas de esta tabla`,
    assumes: 'Qué supone',
    used: 'Métodos usados',
  },
  methods: {
    flow: {
      what: 'Cada persona se busca por su identificador, que se guarda como seudónimo. Quien no aparece puede haberse ido, haber faltado ese día o estar con otro identificador.',
      assumes: {
        first: 'Que un mismo identificador es siempre la misma persona.',
        second: 'Que nadie cambió de identificador sin que quedara anotado.',
      },
    },
    attrition: {
      what: 'Se toma a las personas de la línea base y se compara, con lo que respondieron entonces, a las que se encontraron de nuevo con las que no. Como son muchas comparaciones, la p se corrige por Benjamini-Hochberg.',
      assumes: {
        first: 'Que lo respondido al comienzo dice algo de por qué alguien no volvió.',
        second: 'Que quienes no tienen identificador cuentan como no encontrados.',
      },
    },
    weighting: {
      what: 'Una regresión logística estima la posibilidad de cada persona de ser encontrada de nuevo, según los datos elegidos. Después, quien se parece a las personas perdidas pesa más al calcular el cambio.',
      assumes: {
        first:
          'Que, entre personas con los mismos datos, quienes se perdieron cambiaron como quienes siguen.',
        second: 'Que los pesos se conocen: el intervalo no suma lo que se yerra al estimarlos.',
      },
    },
    composition: {
      what: 'Se cuenta qué parte de todas las personas de cada medición está en cada categoría, respondan o no a los indicadores.',
      assumes: {
        first: 'Que la pregunta y sus opciones son las mismas en ambas mediciones.',
        second: 'Que quien no respondió es una categoría más.',
      },
    },
    standardised: {
      what: 'Se cruzan los datos elegidos, se compara cada grupo consigo mismo y los grupos se suman con el tamaño que tenían en la línea base. Los grupos de muy pocas personas se juntan antes.',
      assumes: {
        first: 'Que los datos elegidos no cambian en una misma persona entre las dos mediciones.',
        second: 'Que dentro de un grupo las personas de ambas mediciones son comparables.',
      },
    },
  },
  summaries: {
    nobodyLost: 'No se perdió a nadie de la línea base, así que no hay a quiénes comparar.',
    attritionNone: (count: string) =>
      count === '1'
        ? 'En el indicador que se puede comparar no se distingue que quienes se perdieron partieran distinto de quienes siguen, aunque una diferencia chica podría no verse.'
        : `En ninguno de los ${count} indicadores que se pueden comparar se distingue que quienes se perdieron partieran distinto de quienes siguen, aunque una diferencia chica podría no verse.`,
    attritionSome: (count: string, total: string, names: string) =>
      `En ${count} de ${total} indicadores quienes se perdieron partieron distinto de quienes siguen: ${names}. Ahí, lo que cambió en quienes siguen puede no valer para todo el grupo.`,
    attritionExact: (count: string) =>
      `Se midió a todas las personas, así que las diferencias de la tabla son exactas${count === '1' ? '' : ` en los ${count} indicadores`}.`,
    attritionAbsent: 'En ningún indicador se puede comparar a quienes siguen con quienes se perdieron.',
    profileDiffers: (labels: string) => ` Eran además un grupo distinto por ${labels}.`,
    profileAlike: (labels: string) => ` Por ${labels} no se distinguen unas de otras.`,
    weightingSame: (labels: string, count: string) =>
      count === '1'
        ? `Si quienes se perdieron hubieran cambiado como las personas que se les parecen por ${labels}, el cambio se leería igual.`
        : `Si quienes se perdieron hubieran cambiado como las personas que se les parecen por ${labels}, los ${count} cambios se leerían igual.`,
    weightingMost: (name: string, from: string, to: string) =>
      ` El que más se mueve es «${name}»: de ${from} a ${to}.`,
    weightingOther: (labels: string, count: string, total: string, names: string) =>
      `Si quienes se perdieron hubieran cambiado como las personas que se les parecen por ${labels}, en ${count} de ${total} indicadores la lectura sería otra: ${names}.`,
    weightingLimit:
      'Es una revisión, no un resultado nuevo: solo toma en cuenta esos datos, y quienes se perdieron pueden ser distintos en otros.',
    weightingExtreme:
      'Unas pocas personas pesan mucho más que el resto, así que estas cifras son frágiles: tómalas con cautela.',
    weightingAbsent: (reason: string) => `Esta revisión no se puede hacer: ${reason}.`,
    pickComposition:
      'Elige arriba al menos un dato que describa a las personas. Con él se ve si el grupo cambió, y si el cambio sería otro con quienes se perdieron o con el grupo de antes.',
    compositionMost: (variable: string, category: string, before: string, after: string) =>
      `El grupo cambió. Lo que más, en ${variable}: «${category}» pasó de ${before} a ${after} de las personas.`,
    compositionAlike: (labels: string) =>
      `Con estos datos no se distingue que el grupo se componga de otra manera por ${labels}.`,
    compositionExact: (variable: string, category: string, before: string, after: string) =>
      `La mayor diferencia entre ambas mediciones está en ${variable}: «${category}» pasó de ${before} a ${after} de las personas.`,
    compositionRowsOnly:
      'Aquí se cuentan las personas encuestadas, sin tomar en cuenta cómo se eligieron (pesos, grupos o estratos declarados): los porcentajes no llevan intervalo y no alcanzan para decir si el grupo cambió.',
    compositionAbsent: 'Las categorías de estos datos no se pueden mostrar en ambas mediciones.',
    standardisedSame: (labels: string, count: string) =>
      count === '1'
        ? `Con el grupo compuesto por ${labels} como en la línea base, el cambio sería casi el mismo.`
        : `Con el grupo compuesto por ${labels} como en la línea base, los ${count} cambios serían casi los mismos.`,
    standardisedMost: (name: string, part: string, observed: string) =>
      ` Donde más pesa la composición es en «${name}»: ${part} de un cambio observado de ${observed}.`,
    standardisedOther: (labels: string, count: string, total: string, names: string) =>
      `Con el grupo compuesto por ${labels} como en la línea base, en ${count} de ${total} indicadores la cifra sería otra: ${names}.`,
    standardisedExact: (labels: string) =>
      `La tabla muestra cada cambio como sería con el grupo compuesto por ${labels} como en la línea base.`,
    standardisedAbsent: 'Ningún indicador se puede calcular con la composición de la línea base.',
    category: (variable: string, category: string, stayed: string, left: string) =>
      `${variable}, «${category}»: ${stayed} de quienes se encontraron de nuevo y ${left} de quienes no.`,
    categoryRange: (lower: string, upper: string, level: string) =>
      ` La diferencia está entre ${lower} y ${upper}, con ${level} de confianza.`,
    categoryAbsent: (variable: string, category: string, reason: string) =>
      `${variable}, «${category}»: no se muestra (${reason}).`,
    faded: ' Al corregir por mirar tantas comparaciones a la vez, esa diferencia ya no es clara.',
    quoted: (name: string) => `«${name}»`,
  },
};

import type { ChoiceReason } from '../../stats/choose-method';

/** What a report says of its designs, its methods, its many tests, and the detail for evaluators. */
export const reportMethodText = {
  design: {
    waves: (baseline: string, followUps: string) => `Línea base: ${baseline}. Seguimiento: ${followUps}.`,
    people: 'Cada persona se eligió por separado: no se declararon grupos, estratos, pesos ni tamaños.',
    clusters: (variable: string) =>
      `Primero se eligieron grupos de «${variable}» (conglomerados) y dentro de ellos a las personas, todas o algunas. Quienes comparten un grupo suelen parecerse, por eso el margen se calcula comparando grupos y no personas sueltas.`,
    strata: (variable: string) =>
      `La muestra se eligió por separado dentro de cada valor de «${variable}» (estratos).`,
    found: (items: string) => `En los datos se encontraron: ${items}.`,
    foundClusters: (count: string, isOne: boolean) => `${count} ${isOne ? 'conglomerado' : 'conglomerados'}`,
    foundStrata: (count: string, isOne: boolean) => `${count} ${isOne ? 'estrato' : 'estratos'}`,
    foundIn: (counts: string, wave: string) => `${counts} en ${wave}`,
    weights: (variable: string) =>
      `Cada respuesta vale lo que indica «${variable}» (peso). El n cuenta personas, sin pesar.`,
    weightless: (rows: string, wave: string) =>
      `En ${wave} no entran al cálculo las filas con peso cero: ${rows}.`,
    populationPeople: (sizes: string) =>
      `Se declaró cuántas personas había en total: ${sizes}. El margen se reduce según la parte de ellas que respondió (corrección por población finita).`,
    populationClusters: (sizes: string) =>
      `Se declaró cuántos conglomerados había en total: ${sizes}. El margen se reduce según la parte de ellos que salió elegida (corrección por población finita).`,
    sizeOf: (size: string, place: string) => (place === '' ? size : `${size} en ${place}`),
    manySizes: (count: string, total: string) => `${count} tamaños declarados que suman ${total}`,
    lonely: (rule: string) => `Si un estrato tiene un solo conglomerado: ${rule}.`,
    lonelyRules: {
      adjust: 'se compara con el promedio de todos, que es lo más prudente',
      average: 'se supone que varía como los demás estratos',
      certainty: 'se toma por seguro y no suma margen',
      remove: 'queda fuera del margen',
    },
    family: (names: string) => `Preguntas declaradas antes de ver los datos: ${names}.`,
    allDeclared: 'Todos los indicadores de la comparación se toman como preguntas declaradas de antemano.',
    standard: (standard: string) =>
      `Las cifras con error calculado llevan una etiqueta de fiabilidad según ${standard}; un total observado no la lleva. Las marcas son † poco fiable y ‡ no fiable.`,
    noStandard: 'Se eligió no etiquetar la fiabilidad de las cifras.',
  },
  declaredParts: {
    strata: 'estratos',
    clusters: 'conglomerados',
    weights: 'pesos',
    population: 'tamaños de población',
  },
  choices: {
    census: () => '',
    'simple-share': () => 'cada persona se eligió por separado',
    'simple-share-score': () =>
      'cada persona se eligió por separado; el intervalo de Miettinen y Nurminen se pidió en las opciones de análisis',
    'simple-share-matched': () => 'cada persona se eligió por separado',
    'simple-mean': () => 'cada persona se eligió por separado',
    'simple-mean-matched': () => 'cada persona se eligió por separado',
    'simple-ratio': () => 'cada persona se eligió por separado',
    'simple-ratio-matched': () => 'cada persona se eligió por separado',
    'simple-rate': () => 'cada persona se eligió por separado',
    'simple-rate-matched': () => 'cada persona se eligió por separado',
    'simple-total': () => 'no se declaró un diseño que permita pasar de las filas a una población',
    'declared-design': (parts: string) => `se declararon ${parts}`,
    'declared-design-some-clusters': (parts: string) =>
      `se declararon ${parts}; como los conglomerados son menos de 40, al lado se hizo un cálculo más prudente`,
    'few-clusters': (parts: string) => `se declararon ${parts} y hay menos de 10 conglomerados`,
  } satisfies Record<ChoiceReason, (parts: string) => string>,
  withinCluster: 'cada grupo es un solo conglomerado, así que dentro de él las personas son las unidades',
  because: (facts: string) => `Por qué este método: ${facts}.`,
  kind: (kind: string) => `el indicador es ${kind}`,
  assumes: (sentences: string) => `Supuestos: ${sentences}`,
  cautious: (method: string, indicators: string) =>
    `Cálculo prudente al lado, en el detalle para evaluadores: ${method}. Se hizo en: ${indicators}.`,
  family: {
    title: 'Varias pruebas a la vez',
    each: 'Cada comparación guardada se corrige por separado.',
    repeated: (indicators: string) =>
      `Un mismo cambio aparece en más de una comparación (${indicators}): su p corregida depende de las otras pruebas de cada una, así que no tiene por qué ser la misma.`,
    single: (comparison: string) =>
      `«${comparison}» declaró una sola pregunta con prueba, así que no hay nada que corregir.`,
    none: (comparison: string) => `«${comparison}» no tiene pruebas.`,
    caption: (comparison: string) => `Preguntas declaradas de «${comparison}»`,
    change: 'Cambio observado',
    printed: 'La tabla incluye las preguntas declaradas que no se muestran en otra parte: también cuentan.',
    explorationIn: (comparison: string, tests: string) =>
      tests === '1'
        ? `«${comparison}» tiene además 1 prueba de exploración.`
        : `«${comparison}» tiene además ${tests} pruebas de exploración, corregidas entre sí por Benjamini-Hochberg: dan pistas, no conclusiones. Su p corregida está en cada tabla.`,
    answers:
      'Las pruebas del conjunto de respuestas que acompañan a los gráficos de respuestas no entran en estas correcciones.',
  },
  tables: {
    corrected: (p: string, procedure: string) => `corr. ${p} (${procedure})`,
    procedures: { holm: 'Holm', 'benjamini-hochberg': 'BH' },
    reliabilityNote: (standard: string) =>
      `Bajo el intervalo, qué tan fiable es la cifra según ${standard}: † poco fiable, ‡ no fiable.`,
    withoutLabel: 'Las cifras sin esas palabras no se califican.',
    pNote: 'Bajo el sentido, el valor p de la prueba y su p corregida (corr.) por hacer varias a la vez.',
    noInterval: (reason: string) => `Donde falta un intervalo: ${reason}.`,
    holmNote: (tests: string) => `Holm: preguntas declaradas, ${tests} pruebas.`,
    explorationNote: (tests: string) => `BH: exploración por Benjamini-Hochberg, ${tests} pruebas.`,
    notPublishable: (unreliable: string, total: string, standard: string) =>
      `Esta tabla no debería publicarse así: ${unreliable} de sus ${total} cifras no son fiables según ${standard}. Conviene juntar grupos o dejar solo los totales.`,
  },
  terms: {
    corrected: {
      term: 'p corregida',
      text: 'El valor p después de descontar que se hicieron varias pruebas a la vez. Es la que vale para afirmar que algo cambió.',
    },
    reliability: {
      term: 'Fiabilidad de una cifra',
      text: 'Cuánto se puede apoyar alguien en ella según una norma: depende de cuántas personas respondieron y de qué tan grande es su error.',
    },
    cluster: {
      term: 'Conglomerado',
      text: 'Grupo que se eligió completo, como una escuela o un curso. Quienes lo comparten suelen parecerse.',
    },
    stratum: {
      term: 'Estrato',
      text: 'Zona o tipo dentro del cual se eligió la muestra por separado.',
    },
    weight: {
      term: 'Peso',
      text: 'A cuántas personas de la población representa cada una de las que respondieron.',
    },
    designEffect: {
      term: 'Efecto de diseño',
      text: 'Cuántas veces más varía la cifra que si cada persona se hubiera elegido por separado.',
    },
  },
  annex: {
    title: 'Detalle para evaluadores',
    intro:
      'Errores, grados de libertad, efecto de diseño y pruebas detrás de las cifras de este informe. Las tablas en CSV los llevan con toda su precisión.',
    precision: (what: string) => `Precisión: ${what}`,
    tests: (what: string) => `Pruebas: ${what}`,
    standardError: 'Error est.',
    degrees: 'gl',
    designEffect: 'Efecto dis.',
    variation: (share: string) => `CV ${share}`,
    precisionNote:
      'Error est.: error estándar, en puntos porcentuales para los porcentajes. gl: grados de libertad. Efecto dis.: varianza respecto de la de una muestra simple del mismo tamaño. CV: error estándar dividido por la cifra.',
    noError: 'Los métodos que dan solo un intervalo no tienen error estándar propio del cambio.',
    test: 'Prueba',
    statistic: 'Estadístico',
    df: (df: string) => `gl = ${df}`,
    p: 'p',
    adjusted: 'p corregida',
    effect: 'Tamaño del efecto',
    cautious: 'Cálculo prudente',
    cautiousNote:
      'Cálculo prudente: errores robustos por conglomerado CR2 con grados de libertad de Satterthwaite, al lado del método principal.',
    group: 'Grupo',
  },
};

import type { VariableCaution, VariableMethod } from '../../domain/variable-comparison';

type Method = { name: string; why: string };

/** Names, reasons and the pieces of sentences for all answers to one variable between two waves. */
export const variableComparisonText = {
  methods: {
    'mann-whitney': {
      name: 'comparación de rangos de Mann-Whitney',
      why: 'Las respuestas tienen un orden y vienen de personas distintas. Se compara qué tan a menudo una respuesta de la segunda medición queda por encima de una de la primera, sin suponer que la distancia entre opciones es siempre la misma.',
    },
    'wilcoxon-signed-rank': {
      name: 'comparación de rangos con signo de Wilcoxon',
      why: 'Las respuestas tienen un orden y vienen de las mismas personas. Se ordenan los cambios de cada persona por su tamaño y se compara cuánto pesan los aumentos y cuánto las bajas.',
    },
    'chi-square': {
      name: 'comparación de categorías con chi cuadrado',
      why: 'Las opciones no tienen un orden y las personas son distintas. Se compara cómo se reparten las respuestas entre todas las opciones a la vez.',
    },
    'stuart-maxwell': {
      name: 'comparación de categorías de las mismas personas de Stuart y Maxwell',
      why: 'Las opciones no tienen un orden y las personas son las mismas. Solo informan quienes cambiaron de opción: se compara cuántas personas llegaron a cada una y cuántas la dejaron.',
    },
    'rao-scott': {
      name: 'comparación de categorías según el diseño, con la corrección de Rao y Scott',
      why: 'Se declararon conglomerados, pesos, estratos o tamaños de población. El chi cuadrado habitual tomaría por seguras diferencias que pueden venir de las escuelas o barrios que salieron elegidos; la corrección lo toma en cuenta.',
    },
    'design-medians': {
      name: 'medianas según el diseño de la muestra',
      why: 'Se declararon conglomerados, pesos, estratos o tamaños de población. Cada mediana lleva el intervalo de Woodruff, que respeta el diseño.',
    },
    'design-distribution': {
      name: 'reparto de las respuestas según el diseño de la muestra',
      why: 'Se declararon conglomerados, pesos, estratos o tamaños de población, y las personas son las mismas. Se muestran los porcentajes con sus pesos.',
    },
    'options-apart': {
      name: 'porcentaje de cada opción por separado',
      why: 'Cada persona podía marcar varias opciones, de modo que los porcentajes no suman cien y no hay una sola prueba para todas. Cada opción puede compararse como un indicador, con su intervalo.',
    },
    'exact-distribution': {
      name: 'comparación exacta de un censo',
      why: 'Se preguntó a todas las personas, así que no hay azar de muestreo y no corresponden intervalos ni pruebas.',
    },
  } satisfies Record<VariableMethod, Method>,
  reasons: {
    'no-test-under-design':
      'con el diseño declarado no hay una prueba de todas las respuestas; el cambio de un promedio o de un porcentaje sí puede compararse con su intervalo',
    'options-not-exclusive': 'cada persona podía elegir varias opciones',
  },
  cautions: {
    'few-expected': 'Hay opciones con muy pocas respuestas; la prueba es solo aproximada.',
    'few-moves': 'Muy pocas personas cambiaron de opción; la prueba es solo aproximada.',
    'unscored-answers':
      'Hay respuestas fuera de la escala; se muestran en el reparto, pero no entran en la mediana ni en la prueba.',
  } satisfies Record<VariableCaution, string>,
  and: ' y ',
  quoted: (label: string) => `«${label}»`,
  betweenOptions: (lower: string, upper: string) => `entre ${lower} y ${upper}`,
  wave: (figure: string, wave: string, n: string) => `${figure} en «${wave}» (n = ${n})`,
  matchedWave: (figure: string, wave: string) => `${figure} en «${wave}»`,
  medianFromTo: (title: string, from: string, to: string) => `${title}: la mediana fue ${from} y ${to}`,
  matchedMedianFromTo: (title: string, people: string, from: string, to: string) =>
    `${title}: entre las ${people} personas con respuesta en ambas mediciones, la mediana fue ${from} y ${to}`,
  shareFromTo: (title: string, option: string, from: string, to: string) =>
    `${title}: el porcentaje de ${option} pasó de ${from} a ${to}`,
  matchedShareFromTo: (title: string, people: string, option: string, from: string, to: string) =>
    `${title}: entre las ${people} personas con respuesta en ambas mediciones, el porcentaje de ${option} pasó de ${from} a ${to}`,
  median: (wave: string) => `Mediana en «${wave}»`,
  medianWithin: (median: string, lower: string, upper: string) => `${median} (entre ${lower} y ${upper})`,
  /** Where a drawing counts other people, or counts them otherwise, than the sentence below it. */
  drawnMatched:
    'El gráfico cuenta a todas las personas que respondieron en cada medición; la frase, solo a quienes respondieron en ambas.',
  drawnUnweighted: 'El gráfico cuenta personas, sin los pesos declarados; la frase sí los usa.',
  mostChanged: ', la opción que más se movió',
  days: 'días',
  level: (level: string) => `con ${level} de confianza`,
  shiftUp: (amount: string, lower: string, upper: string, level: string) =>
    `; el corrimiento observado de los valores es un aumento de ${amount} (entre ${lower} y ${upper}, ${level})`,
  shiftDown: (amount: string, lower: string, upper: string, level: string) =>
    `; el corrimiento observado de los valores es una baja de ${amount} (entre ${lower} y ${upper}, ${level})`,
  shiftUnclear: (lower: string, upper: string, level: string) =>
    `; no se puede afirmar que los valores hayan cambiado: el corrimiento está entre ${lower} y ${upper}, ${level}`,
  pairsUp: (wave: string, balance: string, lower: string, upper: string, level: string) =>
    `; de cada 100 pares con una persona de cada medición, la respuesta más alta es la de «${wave}» en ${balance} pares más que al revés (entre ${lower} y ${upper}, ${level})`,
  pairsDown: (wave: string, balance: string, lower: string, upper: string, level: string) =>
    `; de cada 100 pares con una persona de cada medición, la respuesta más baja es la de «${wave}» en ${balance} pares más que al revés (entre ${lower} y ${upper}, ${level})`,
  pairsUnclear: (wave: string, lower: string, upper: string, level: string) =>
    `; no se puede afirmar que las respuestas hayan subido o bajado: de cada 100 pares con una persona de cada medición, la ventaja de «${wave}» está entre ${lower} y ${upper}, ${level}`,
  ranksUp: (balance: string, lower: string, upper: string, level: string) =>
    `; los aumentos pesan más que las bajas, con una ventaja de ${balance} puntos de 100 (entre ${lower} y ${upper}, ${level})`,
  ranksDown: (balance: string, lower: string, upper: string, level: string) =>
    `; las bajas pesan más que los aumentos, con una ventaja de ${balance} puntos de 100 (entre ${lower} y ${upper}, ${level})`,
  ranksUnclear: (lower: string, upper: string, level: string) =>
    `; no se puede afirmar que las respuestas hayan subido o bajado: la ventaja de los aumentos sobre las bajas está entre ${lower} y ${upper} puntos de 100, ${level}`,
  allHigher: (wave: string) => `; todas las respuestas de «${wave}» son más altas`,
  allLower: (wave: string) => `; todas las respuestas de «${wave}» son más bajas`,
  allRose: '; todas las personas que cambiaron lo hicieron hacia arriba',
  allFell: '; todas las personas que cambiaron lo hicieron hacia abajo',
  noInterval: (reason: string) => `; no hay intervalo: ${reason}`,
  noTest: (reason: string) => `; no hay prueba: ${reason}`,
  spreadDiffers:
    '; las diferencias entre las dos mediciones son mayores que las que suele producir el azar de la muestra',
  spreadUnclear:
    '; no se puede afirmar que las respuestas se repartan de otra manera: diferencias así pueden deberse al azar de la muestra',
  boxUp: (amount: string, lower: string, upper: string, level: string) =>
    `, un aumento observado de ${amount} puntos porcentuales (entre ${lower} y ${upper}, ${level})`,
  boxDown: (amount: string, lower: string, upper: string, level: string) =>
    `, una baja observada de ${amount} puntos porcentuales (entre ${lower} y ${upper}, ${level})`,
  boxUnclear: (lower: string, upper: string, level: string) =>
    `; no se puede afirmar que haya cambiado: el cambio está entre ${lower} y ${upper} puntos porcentuales, ${level}`,
  census: '; al haberse preguntado a todas las personas, la comparación es exacta',
  optionsApart: '; cada opción puede compararse como un indicador, con su intervalo',
  statistic: (symbol: string, value: string) => `${symbol} = ${value}`,
  degrees: (df: string) => `${df} gl`,
  fDegrees: (first: string, second: string) => `${first} y ${second} gl`,
  test: (name: string, figures: string) => `${name}: ${figures}`,
  ties: 'los valores iguales comparten el rango promedio',
  zeroRules: {
    wilcoxon: 'quienes no cambiaron quedan fuera de los rangos (regla de Wilcoxon)',
    pratt: 'quienes no cambiaron ocupan rangos y después quedan fuera (regla de Pratt)',
  },
  normal: 'aproximación normal sin corrección de continuidad',
  shift: 'corrimiento de Hodges y Lehmann',
};

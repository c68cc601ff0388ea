import type { AbsenceReason } from '../../domain/comparison';
import type { EffectSizeName, EstimateMethodId, MethodId, ReasonId, TestName } from '../../stats/types';

type Method = { name: string; why: string };

/** Names of methods, tests and effect sizes, why each was chosen, and why a figure is absent. */
export const statisticsText = {
  methods: {
    'newcombe-independent': {
      name: 'diferencia de dos porcentajes con intervalo de Newcombe',
      why: 'Se compara un porcentaje entre dos grupos de personas distintas, o que no se pueden reconocer entre una medición y otra. Este intervalo funciona bien también con pocas personas y con porcentajes cercanos a 0 o a 100.',
    },
    'newcombe-paired': {
      name: 'diferencia de porcentajes de las mismas personas con intervalo de Newcombe',
      why: 'Se compara a cada persona consigo misma, de modo que solo informan quienes cambiaron de respuesta. El intervalo toma en cuenta que ambas respuestas vienen de la misma persona.',
    },
    welch: {
      name: 'diferencia de promedios de Welch',
      why: 'Se compara un promedio entre dos grupos de personas distintas, sin suponer que las respuestas varían lo mismo en ambas mediciones.',
    },
    'paired-t': {
      name: 'diferencia de promedios de las mismas personas (t pareada)',
      why: 'Se calcula cuánto cambió cada persona y se promedia, lo que deja fuera las diferencias entre personas.',
    },
    'ratio-linearised-independent': {
      name: 'diferencia de dos razones por linealización',
      why: 'Numerador y denominador varían de una fila a otra; la linealización de Taylor considera ambas variaciones. Las personas de cada medición se toman como distintas.',
    },
    'ratio-linearised-matched': {
      name: 'diferencia de razones de las mismas personas por linealización',
      why: 'Numerador y denominador varían de una fila a otra, y las dos mediciones vienen de las mismas personas; la linealización de Taylor considera ambas cosas.',
    },
    'rate-poisson-independent': {
      name: 'diferencia de dos tasas con intervalo exacto de Poisson',
      why: 'Se cuentan hechos sobre una exposición, en mediciones con personas distintas; los intervalos exactos sirven también cuando los hechos son pocos.',
    },
    'rate-linearised-matched': {
      name: 'diferencia de tasas de las mismas personas por linealización',
      why: 'Se cuentan hechos sobre la exposición de las mismas personas en ambas mediciones, y el cálculo toma en cuenta ese vínculo.',
    },
    'plain-difference': {
      name: 'diferencia observada',
      why: 'Un total o un recuento dice lo que hay en las filas registradas. Sin un diseño de muestra declarado no hay base para un intervalo.',
    },
    'exact-difference': {
      name: 'diferencia exacta',
      why: 'Se declaró un censo: se preguntó a todas las personas, así que no hay azar de muestreo y no corresponden intervalos ni pruebas.',
    },
    'miettinen-nurminen': {
      name: 'diferencia de dos porcentajes con intervalo de Miettinen y Nurminen',
      why: 'Se compara un porcentaje entre dos grupos de personas distintas. Este intervalo prueba cada diferencia posible y deja las que los datos no contradicen; se eligió en las opciones en lugar del de Newcombe.',
    },
    'design-independent': {
      name: 'diferencia según el diseño de la muestra',
      why: 'Se declaró cómo se eligió la muestra: sus estratos, conglomerados, pesos o tamaños de población. La linealización de Taylor mide cuánto puede variar la diferencia con lo declarado; si hay conglomerados, cuenta lo que varía entre ellos y que las dos mediciones compartan algunos.',
    },
    'design-matched': {
      name: 'diferencia de las mismas personas según el diseño de la muestra',
      why: 'Se compara a cada persona consigo misma, y se toma en cuenta cómo se eligió la muestra; si fue por conglomerados, como escuelas, quienes comparten uno suelen parecerse.',
    },
    'cluster-robust-independent': {
      name: 'diferencia con errores robustos por conglomerado (CR2)',
      why: 'Hay pocos conglomerados, y con pocos el error habitual suele quedar corto. La corrección CR2 con grados de libertad de Satterthwaite lo ensancha lo necesario.',
    },
    'cluster-robust-matched': {
      name: 'diferencia de las mismas personas con errores robustos por conglomerado (CR2)',
      why: 'Hay pocos conglomerados, y con pocos el error habitual suele quedar corto. La corrección CR2 con grados de libertad de Satterthwaite lo ensancha lo necesario.',
    },
  } satisfies Record<MethodId, Method>,
  estimates: {
    wilson: 'porcentaje con intervalo de Wilson',
    't-interval': 'promedio con intervalo t de Student',
    'ratio-linearised': 'razón con intervalo por linealización',
    'poisson-exact': 'tasa con intervalo exacto de Poisson',
    'plain-figure': 'cifra observada',
    'exact-figure': 'cifra exacta de un censo',
    'design-logit': 'porcentaje según el diseño, con intervalo logit',
    'design-mean': 'promedio según el diseño de la muestra',
    'design-ratio': 'razón según el diseño de la muestra',
    'design-total': 'total estimado con los pesos de la muestra',
  } satisfies Record<EstimateMethodId, string>,
  tests: {
    'two-proportion-z': 'prueba de dos proporciones',
    'fisher-exact': 'prueba exacta de Fisher',
    mcnemar: 'prueba de McNemar',
    'mcnemar-exact': 'prueba exacta de McNemar',
    'mcnemar-mid-p': 'McNemar con p medio',
    'welch-t': 'prueba t de Welch',
    'paired-t': 'prueba t pareada',
    'ratio-t': 'prueba t sobre la razón linealizada',
    'poisson-exact': 'prueba exacta de igualdad de tasas',
    'poisson-score': 'prueba de puntajes de igualdad de tasas',
    'mann-whitney': 'prueba de Mann-Whitney',
    'wilcoxon-signed-rank': 'prueba de rangos con signo de Wilcoxon',
    'mann-whitney-exact': 'prueba exacta de Mann-Whitney',
    'wilcoxon-signed-rank-exact': 'prueba exacta de rangos con signo de Wilcoxon',
    'miettinen-nurminen-score': 'prueba de puntajes de Miettinen y Nurminen',
    'design-t': 'prueba t según el diseño',
    'cluster-robust-t': 'prueba t con errores CR2',
    'chi-square': 'chi cuadrado de Pearson',
    'rao-scott': 'chi cuadrado con corrección de Rao y Scott',
    'stuart-maxwell': 'prueba de Stuart y Maxwell',
  } satisfies Record<TestName, string>,
  effects: {
    'cohens-h': 'h de Cohen',
    'hedges-g': 'g de Hedges',
    'hedges-g-av': 'g de Hedges para pares',
    'rank-biserial': 'correlación biserial de rangos',
    'matched-rank-biserial': 'correlación biserial de rangos para pares',
    'cramers-v': 'V de Cramér',
    'rate-ratio': 'razón de tasas',
    'relative-change': 'cambio relativo',
  } satisfies Record<EffectSizeName, string>,
  reasons: {
    protected: 'cifra protegida: descansa en muy pocas personas o permitiría deducir una que sí',
    'variable-not-in-wave': 'la pregunta no se hizo en esta medición',
    'breakdown-not-in-wave': 'la pregunta que forma los grupos no se hizo en esta medición',
    'group-not-in-wave': 'el grupo no aparece en esta medición',
    'no-answers': 'nadie del grupo respondió',
    'no-cases': 'nadie cumple las condiciones del indicador',
    'no-matched-people': 'ninguna persona del grupo respondió en ambas mediciones',
    'error-would-tell': 'con él se podrían deducir las cifras de un grupo protegido',
    'baseline-item-unanswered':
      'el índice se mide contra la línea base y en ella nadie respondió una de sus preguntas',
    'baseline-item-constant':
      'el índice se mide contra la línea base y en ella todas las respuestas a una de sus preguntas son iguales',
    'single-case': 'hay una sola respuesta, y con una no se puede medir cuánto varían',
    'no-variation': 'todas las respuestas son iguales, así que no hay variación que medir',
    'zero-denominator': 'el denominador suma cero',
    'no-discordant-pairs': 'nadie cambió de respuesta, así que no hay qué poner a prueba',
    'not-sampled': 'es un censo, sin azar de muestreo',
    'whole-population': 'la muestra abarca a toda la población declarada, así que no hay error de muestreo',
    'no-design-for-interval': 'un total observado no lo tiene sin un diseño de muestra declarado',
    'too-large-for-exact-test': 'hay demasiados casos para la prueba exacta',
    'too-few-for-level': 'hay muy pocas respuestas para un intervalo con ese nivel de confianza',
    'median-at-end':
      'la mediana es la respuesta más alta de todas, así que no hay respuestas que la acoten por arriba',
    'single-cluster':
      'toda la información viene de un solo conglomerado, y con uno no se puede medir cuánto varían',
    'no-degrees-of-freedom': 'hay tan pocos conglomerados por estrato que no queda cómo medir el error',
    'population-below-sample': 'el tamaño de población declarado es menor que la muestra',
    'no-positive-weight': 'ninguna fila tiene un peso mayor que cero',
  } satisfies Record<ReasonId | AbsenceReason, string>,
  method: (name: string) => `Método: ${name}`,
  test: (name: string, p: string) => `${name}, ${p}`,
  effect: (name: string, value: string) => `${name} = ${value}`,
  effectInterval: (name: string, value: string, lower: string, upper: string) =>
    `${name} = ${value} (${lower} a ${upper})`,
  unknown: 'método sin nombre',
};

/** What a report prints around a register by period, the people lost, and the answers behind an indicator. */
export const reportBlocksText = {
  answers: {
    caption: (variable: string, followUp: string) =>
      [`Todas las respuestas a «${variable}»`, followUp].filter(Boolean).join(', '),
    method: (line: string) => `Método: ${line}`,
    title: 'Respuestas detrás de los indicadores',
    text: 'Bajo los indicadores que descansan en una escala ordenada se muestran todas sus respuestas. La frase y el método que las acompañan comparan la escala completa entre las dos mediciones.',
  },
  distribution: {
    everybody:
      'Porcentajes de todas las personas que respondieron en cada medición, se hayan encontrado en la otra o no.',
    unweighted: 'Se cuentan personas, sin los pesos declarados.',
  },
  series: {
    noCut: (periods: string) =>
      `Se contaron ${periods} períodos. No se indicó una fecha de cambio, así que no se compara un antes con un después.`,
    effects: (what: string) => `Estimación del antes y el después: ${what}`,
    effect: 'Coeficiente',
    estimate: 'Valor e intervalo',
    standardError: 'Error est.',
    statistic: 't',
    p: 'p',
    cautious: 'Cálculo prudente',
    rows: {
      intercept: 'Nivel al inicio',
      preSlope: 'Tendencia antes',
      levelChange: 'Cambio de nivel en la fecha',
      slopeChange: 'Cambio de ritmo desde la fecha',
      postSlope: 'Tendencia después',
      endChange: (period: string) => `Diferencia con la tendencia anterior en ${period}`,
    },
    per: { month: 'cada mes', week: 'cada semana', quarter: 'cada trimestre' },
    intervalNote: (level: string) => `Bajo cada valor, su intervalo de confianza de ${level}.`,
    cautiousNote: (correlation: string) =>
      `Cálculo prudente: el error de un período pasa al siguiente en la proporción ${correlation} (autorregresión de primer orden). Donde difieren, vale el prudente.`,
    design: (files: string, date: string, cut: string) =>
      [`Registro seguido en el tiempo: ${files}, por «${date}»`, cut && `fecha de cambio ${cut}`]
        .filter(Boolean)
        .join('; '),
    methodTerm: 'Regresión segmentada de una serie',
    methodWhy:
      'Se compara lo que vino después de una fecha con la línea que traía la serie. Los errores de Newey y West toman en cuenta que los períodos vecinos se parecen.',
    assumes:
      'Supuestos: sin la fecha, la serie habría seguido la misma línea; nada más cambió ese día; el registro se llevó igual antes y después.',
    undated: (rows: string) => `Filas sin fecha, que no se cuentan: ${rows}.`,
    outside: (rows: string) => `Filas con fecha fuera de las declaradas para su archivo: ${rows}.`,
    term: {
      term: 'Tendencia anterior prolongada',
      text: 'La línea de antes, llevada hacia adelante como si nada hubiera pasado en la fecha.',
    },
  },
  panel: {
    title: (baseline: string, followUp: string) => `Quiénes se quedaron, de ${baseline} a ${followUp}`,
    attrition: (baseline: string) => `Quienes se volvieron a encontrar y quienes no, según ${baseline}`,
    characteristic: 'En la línea base',
    stayed: 'Encontradas',
    left: 'No encontradas',
    difference: 'Diferencia',
    n: 'n',
    figure: 'Cifra',
    p: 'p y p corregida',
    corrected: (p: string) => `corr. ${p}`,
    unanswered: 'sin respuesta',
    attritionNote:
      'Diferencia: encontradas menos no encontradas, ambas como eran en la línea base. corr.: p corregida por Benjamini-Hochberg.',
    changes: 'El cambio, visto de tres maneras',
    matched: 'Mismas personas',
    weighted: 'Con pesos por pérdida',
    standardised: 'Composición fija',
    changesNote:
      'Mismas personas: cambio de quienes están en ambas mediciones. Con pesos por pérdida: lo mismo, dando más peso a quienes se parecen a las personas perdidas. Composición fija: cambio de las mediciones completas si la composición hubiera seguido como en la línea base; debajo, la parte del cambio que se debe a la composición.',
    compositionPart: (part: string) => `composición: ${part}`,
    composition: (variables: string) => `Quiénes son las personas de cada medición, según ${variables}`,
    compositionNote: 'Cada porcentaje es sobre todas las personas de la medición, se hayan encontrado o no.',
  },
  csv: {
    before: 'antes',
    after: 'después',
    parts: {
      attrition: 'Encontradas (1) y no encontradas (2)',
      composition: 'Composición: línea base (1) y seguimiento (2)',
    },
    names: {
      points: [
        'Período desde',
        'Etapa',
        'Valor',
        'n',
        'En el cálculo',
        'Línea ajustada',
        'Tendencia anterior prolongada',
        'Límite inferior',
        'Límite superior',
      ],
      effects: [
        'Coeficiente',
        'Valor',
        'Límite inferior',
        'Límite superior',
        'Error estándar',
        't',
        'Grados de libertad',
        'p',
        'Límite inferior prudente',
        'Límite superior prudente',
        'p prudente',
      ],
      panel: [
        'Parte',
        'Qué',
        'Categoría',
        'Unidad',
        'n 1',
        'Cifra 1',
        'Límite inferior 1',
        'Límite superior 1',
        'n 2',
        'Cifra 2',
        'Límite inferior 2',
        'Límite superior 2',
        'Diferencia o cambio',
        'Límite inferior',
        'Límite superior',
        'p',
        'p corregida',
        'Método',
      ],
    },
  },
};

export const definitionWords = {
  answered: (answers: string, question: string) => `respondieron ${answers} a «${question}»`,
  notAnswered: (answers: string, question: string) => `no respondieron ${answers} a «${question}»`,
  hasAnswer: (question: string) => `respondieron «${question}»`,
  /** Of rows that are not people and so did not answer. */
  recorded: (answers: string, question: string) => `tienen ${answers} en «${question}»`,
  notRecorded: (answers: string, question: string) => `no tienen ${answers} en «${question}»`,
  between: (question: string, from: string, to: string) => `tienen «${question}» entre ${from} y ${to}`,
  atLeast: (question: string, from: string) => `tienen «${question}» de ${from} o más`,
  atMost: (question: string, to: string) => `tienen «${question}» de ${to} o menos`,
  since: (question: string, from: string) => `tienen «${question}» desde el ${from}`,
  until: (question: string, to: string) => `tienen «${question}» hasta el ${to}`,
  dates: (question: string, from: string, to: string) => `tienen «${question}» entre el ${from} y el ${to}`,
  anyRange: (question: string) => `tienen dato en «${question}»`,
  and: ' y ',
  or: ' o ',
  quote: (text: string) => `«${text}»`,
  nested: (text: string) => `(${text})`,
  unknown: 'una pregunta que ya no existe',
  yes: 'Sí',
  no: 'No',
  proportion: (condition: string) => `Porcentaje de personas que ${condition}`,
  mean: (question: string) => `Promedio de «${question}»`,
  total: (question: string) => `Suma de «${question}»`,
  countAll: 'Cantidad de filas de la medición',
  count: (condition: string) => `Cantidad de personas que ${condition}`,
  ratio: (numerator: string, denominator: string) =>
    `Suma de «${numerator}» dividida por la suma de «${denominator}»`,
  rate: (condition: string, per: string) => `Personas que ${condition}, por cada ${per} consultadas`,
  rateOf: (condition: string, per: string, exposure: string) =>
    `Personas que ${condition}, por cada ${per} de «${exposure}»`,
  topBox: (answers: string, question: string) =>
    `Porcentaje de personas que respondieron ${answers} a «${question}»`,
  index: (count: string, questions: string) => `Puntaje medio de ${count} preguntas: ${questions}`,
  indexScaled: (count: string, questions: string) =>
    `Puntaje medio, de 0 a 100, de ${count} preguntas: ${questions}`,
  indexPlaced: {
    'baseline-range': (count: string, questions: string) =>
      `Puntaje medio, de 0 a 100 según la línea base, de ${count} preguntas: ${questions}`,
    'baseline-z': (count: string, questions: string) =>
      `Puntaje medio, en desviaciones estándar de la línea base, de ${count} preguntas: ${questions}`,
  },
  placedItems: {
    'baseline-range':
      'con cada pregunta llevada a una escala en que 0 y 100 son los extremos que se respondieron en la línea base; las respuestas de otra medición que salen de esos extremos quedan bajo 0 o sobre 100, sin recortarlas',
    'baseline-z':
      'con cada pregunta expresada en desviaciones estándar de la línea base respecto del promedio de la línea base',
  },
  indexName: (count: string) => `Índice de ${count} preguntas`,
  reversed: (question: string) => `«${question}» (al revés)`,
  minimum: (count: string) => `entre quienes respondieron al menos ${count}`,
  amongAnswered: 'entre quienes respondieron',
  amongAll: 'sobre todas las personas: quien no respondió cuenta como que no',
  filtered: (condition: string) => `Solo se considera a quienes ${condition}.`,
};

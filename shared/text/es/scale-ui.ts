/** The part of an index that asks whether its questions go together. */
export const scaleUiText = {
  title: '¿Miden lo mismo estas preguntas?',
  incomplete: 'Con dos preguntas o más, aquí se ve si van juntas.',
  notAsked: 'Ninguna medición hizo todas estas preguntas, así que aún no se puede ver si van juntas.',
  wave: 'Medición',
  table: 'Pregunta por pregunta',
  columns: {
    item: 'Pregunta',
    mean: 'Promedio',
    spread: 'Desviación',
    missing: 'Sin resp.',
    notApplicable: 'No corresp.',
    rest: 'Va con las demás',
    without: 'Alfa sin ella',
  },
  helps: {
    mean: 'De quienes la respondieron, ya invertida si va al revés. En una escala, la primera respuesta vale 1.',
    spread: 'Desviación estándar: cuánto se apartan las respuestas de su promedio.',
    notApplicable:
      'Personas a quienes la pregunta no se hizo: no cuentan como sin respuesta. Un guion: son muy pocas para decirlo.',
    rest: 'Correlación con la suma de las demás: cerca de 0 no van juntas, bajo 0 van en sentido contrario.',
    without: 'El alfa que quedaría si esta pregunta saliera del índice.',
  },
  reversed: 'al revés',
  turn: 'Invertir',
  turnOne: (label: string) => `Invertir «${label}»`,
  unturn: 'Dejar sin invertir',
  unturnOne: (label: string) => `Dejar sin invertir «${label}»`,
  cannotTurn: 'Es un número sin extremos declarados, así que no se puede invertir.',
  minimum: (minimum: string, items: string, scored: string, people: string) =>
    `Con ${minimum} de ${items} respondidas basta para tener índice: lo tienen ${scored} de ${people} personas.`,
  minimumAll: (items: string, scored: string, people: string) =>
    `Solo tiene índice quien respondió las ${items}: ${scored} de ${people} personas.`,
  minimumHidden: 'Cuántas personas tienen índice no se muestra: son muy pocas.',
  minimumWhy: 'Pedir menos deja a más personas dentro, pero compara índices hechos de preguntas distintas.',
  method: 'Cómo se calculó',
  panelTitle: 'Cómo se calculó el alfa',
  range: (value: string, lower: string, upper: string) => `${value} (entre ${lower} y ${upper})`,
  reading: 'Cómo se lee',
  censusNote: 'Con un censo no hay margen de error, así que va sin intervalo.',
};

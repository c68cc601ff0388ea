/** Words for the programs that write survey files, and for why one of their columns is proposed as it is. */
export const platformsText = {
  names: {
    kobotoolbox: 'KoboToolbox',
    'odk-central': 'ODK Central',
    'google-forms': 'Formularios de Google',
    'microsoft-forms': 'Microsoft Forms',
    limesurvey: 'LimeSurvey',
    surveymonkey: 'SurveyMonkey',
    spss: 'SPSS',
    mineduc: 'Ministerio de Educación',
  },
  recognised: (name: string, marks: string) => `El archivo viene de ${name}: lo dicen sus columnas ${marks}.`,
  recognisedPlainly: (name: string) => `El archivo viene de ${name}.`,
  withCodebook: 'Las preguntas y respuestas se leen con su libro de códigos.',
  writtenAs: {
    technical: 'La escribe el programa para su propio uso; no es una respuesta.',
    person: 'Dice quién respondió o desde dónde; se deja fuera para proteger a esa persona.',
    part: 'Es una de las opciones de una pregunta; se guarda una sola vez, con toda la pregunta.',
    combined: 'Repite en una celda lo que dicen las columnas de cada opción; se guarda una sola vez.',
    derived: 'La calculó el programa a partir de otras respuestas.',
  },
  composed: (columns: number) => `Pregunta de opción múltiple, leída de ${columns} columnas del archivo.`,
  noneChosen: 'Respondió sin marcar ninguna opción',
  repeat: (parent: string) => `Cada fila es parte de una ficha de «${parent}».`,
};

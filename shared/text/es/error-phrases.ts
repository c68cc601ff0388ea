import type { DetailsReader } from '../error-details';

/** Where it happened, from whatever places the error names. */
export function place(details: DetailsReader): string {
  const parts = [
    wordedWith(details.text('fileName'), (name) => `archivo «${name}»`),
    wordedWith(details.count('line') ?? details.count('row'), (line) => `línea ${line}`),
    wordedWith(details.text('column') ?? details.text('header'), (column) => `columna «${column}»`),
    wordedWith(details.text('value'), (value) => `valor «${value}»`),
  ].filter((part) => part !== null);
  const [first = '', ...rest] = parts;
  return parts.length === 0 ? '' : `${[first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(', ')}.`;
}

/** The sentence with the value, or null when there is no value. */
export function wordedWith(value: string | null, sentence: (value: string) => string): string | null {
  return value === null ? null : sentence(value);
}

/** The values in quotation marks, or null when there are none. */
export function named(values: readonly string[]): string | null {
  return values.length === 0 ? null : values.map((value) => `«${value}»`).join(', ');
}

export const askSupport =
  'Si vuelve a ocurrir, avisa a soporte con el código del error y lo que estabas haciendo.';
export const saveFromExcel =
  'Ábrelo en Excel y guárdalo como «CSV UTF-8 (delimitado por comas)», y vuelve a importarlo.';

const reasons: Readonly<Record<string, string>> = {
  'target-outside-share': 'La meta de un porcentaje debe estar entre 0 % y 100 %.',
  'boxes-cover-scale':
    'Se eligieron todas las categorías de la escala, así que el resultado siempre sería 100 %.',
  'minimum-above-items': 'El mínimo de respuestas es mayor que la cantidad de preguntas.',
  'item-repeated': 'Una pregunta está dos veces en el índice.',
  'baseline-item-unanswered':
    'El índice se mide contra la línea base y en ella nadie respondió una de sus preguntas.',
  'baseline-item-constant':
    'El índice se mide contra la línea base y en ella todas las respuestas a una de sus preguntas son iguales.',
  'baseline-item-protected':
    'El índice se mide contra la línea base y en ella muy pocas personas respondieron una de sus preguntas.',
  'range-upside-down': 'El comienzo de un tramo es mayor que su término.',
  'no-wave': 'Falta elegir las mediciones.',
  'wave-repeated': 'Una medición está dos veces.',
  'breakdown-repeated': 'Una variable está dos veces en la desagregación.',
  'too-many-groups': 'La desagregación forma demasiados grupos.',
  'not-ordinal': 'Ese gráfico necesita una escala ordenada.',
  'one-option': 'La pregunta tiene una sola opción.',
  'no-answers': 'Nadie respondió la pregunta en estas mediciones.',
  'no-indicator': 'No hay un indicador que dibujar.',
  'no-distribution': 'Falta elegir una pregunta.',
  'no-variable': 'Falta elegir una pregunta.',
  'weight-not-numeric': 'El peso debe ser una columna de números.',
  'stratum-not-groups': 'El estrato debe ser una pregunta que forma grupos o un número entero.',
  'cluster-not-groups': 'El conglomerado debe ser una pregunta que forma grupos o un número entero.',
  'design-variable-repeated': 'Una misma variable cumple dos papeles en el diseño.',
  'design-variable-not-in-wave': 'Una medición no tiene una variable del diseño.',
  'population-repeated': 'Un tamaño de población está dos veces.',
  'population-stratum-unknown': 'Un tamaño de población nombra un estrato que no está en los datos.',
  'population-wave-unknown': 'Un tamaño de población nombra una medición de otro instrumento.',
  'family-unknown': 'La familia de pruebas nombra un indicador que no está en la comparación.',
  'no-rows': 'Ningún grupo tiene cifras que se puedan mostrar.',
  'group-both': 'Un mismo valor no puede estar en los dos grupos que se comparan.',
  'no-evaluators': 'La comisión no tiene evaluadores.',
  repeated: 'Hay dos con el mismo nombre.',
  'score-of-nobody': 'Un puntaje es de un evaluador, una práctica o un criterio que la comisión no tiene.',
  'outside-scale': 'Un puntaje queda fuera de la escala.',
  'scored-twice': 'Un evaluador calificó dos veces el mismo criterio de una práctica.',
  'not-a-coding': 'Este recuento no codifica respuestas.',
  'answer-missing': 'Una de las respuestas ya no está en los datos.',
  'code-unknown': 'Uno de los temas ya no está en la lista.',
  'not-a-coding-sheet': 'A la planilla le falta la columna «Clave» (o «Fila») o la columna «Respuesta».',
  'rows-have-identities': 'Sus columnas identifican a personas.',
  'rows-need-reason': 'Hay columnas que suelen describir a personas. Escribe por qué las filas no lo son.',
  'rows-are-people':
    'Las filas de este instrumento son personas, y contarlas como reuniones dejaría grupos pequeños a la vista. Declara qué es cada fila.',
  'direction-both': 'Un mismo valor no puede ser a la vez entrada y salida.',
  'schedule-too-long': 'El calendario abarca más de 3.000 períodos: revisa sus fechas.',
  'value-too-long':
    'Una respuesta es demasiado larga para dar nombre a una cifra: elige otra variable o acórtala.',
  'too-many-items': 'Hay más de 200 cosas distintas: elige otra variable o agrúpalas.',
};

/** The sentence of the reason an error names; null for none, and for one without words. */
export function reasonSentence(details: DetailsReader): string | null {
  const reason = details.text('reason') ?? '';
  return Object.hasOwn(reasons, reason) ? (reasons[reason] ?? null) : null;
}

/** Lines of a file in a row of words, as in `2, 5 y 9`; null when there are none. */
export function lineList(lines: readonly string[]): string | null {
  return lines.length === 0 ? null : new Intl.ListFormat('es-CL').format(lines);
}

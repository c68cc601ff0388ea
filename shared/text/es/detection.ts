/** Reads one detail of the evidence as text; empty when the engine gave none of that name. */
type Detail = (name: string) => string;

export const detectionText = {
  'byte-order-mark': (_detail: Detail) => 'El archivo empieza con una marca que lo dice.',
  'zero-byte-pattern': (_detail: Detail) => 'Cada letra ocupa dos espacios, como en esta codificación.',
  'only-ascii': (_detail: Detail) => 'No hay tildes ni ñ, así que cualquier codificación da lo mismo.',
  'valid-utf-8': (detail: Detail) =>
    `Todas las tildes y eñes del archivo están bien formadas (${detail('highBytes')}).`,
  'mostly-utf-8': (detail: Detail) =>
    `Casi todas las letras están bien formadas; ${detail('brokenSequences')} no.`,
  'undefined-in-windows-1252': (_detail: Detail) => 'Tiene signos que Windows-1252 no conoce.',
  'windows-1252-letters': (_detail: Detail) =>
    'Tiene comillas o guiones propios de Windows; así escribe Excel en Chile.',
  'not-utf-8': (detail: Detail) =>
    `${detail('brokenSequences')} letras no calzan con UTF-8; así escribe Excel en Chile.`,
  'field-count-consistent': (detail: Detail) =>
    `Con él, ${detail('consistentPercent')} % de las filas tiene ${detail('fields')} celdas.`,
  'single-column': (_detail: Detail) => 'Ningún separador divide las filas: parece una sola columna.',
  'quotes-enclose-cells': (detail: Detail) => `Encierran celdas; aparecen ${detail('occurrences')} veces.`,
  'no-quotes-found': (_detail: Detail) => 'No hay comillas en el archivo.',
  'quotes-inside-text': (_detail: Detail) => 'Las comillas son parte de los textos, no encierran celdas.',
  'first-full-row': (_detail: Detail) => 'Es la primera fila completa; lo anterior parece una nota.',
  'unlike-the-data': (_detail: Detail) => 'Es texto, y lo que sigue debajo no lo es.',
  'first-row-like-data': (_detail: Detail) => 'La primera fila se parece a las demás.',
  'decimals-seen': (detail: Detail) =>
    `${detail('commaCells')} celdas solo se entienden con coma y ${detail('pointCells')} solo con punto.`,
  'usual-with-delimiter': (_detail: Detail) => 'No se vieron decimales; es lo habitual con este separador.',
  'only-order-that-fits': (detail: Detail) =>
    `${detail('chosenCount')} fechas se leen en este orden, más que en cualquier otro.`,
  'either-order-fits': (_detail: Detail) => 'Las fechas calzan de dos maneras. Conviene mirarlo.',
  'no-dates-found': (_detail: Detail) => 'No se vieron fechas; así se escriben en Chile.',
  'table-runs-to-the-end': (_detail: Detail) => 'Debajo de los datos no hay notas.',
  'notes-below': (detail: Detail) =>
    `Debajo de los datos hay ${detail('noteLines')} líneas que parecen notas.`,
};

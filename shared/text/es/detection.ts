/** Reads one detail of the evidence as text; empty when the engine gave none of that name. */
type Detail = (name: string) => string;

export const detectionText = {
  'byte-order-mark': (_detail: Detail) => 'El archivo empieza con una marca que lo dice.',
  'zero-byte-pattern': (_detail: Detail) => 'Cada letra ocupa dos espacios, como en esta codificación.',
  'only-ascii': (_detail: Detail) => 'No hay tildes ni ñ, así que cualquier codificación da lo mismo.',
  'valid-utf-8': (detail: Detail) =>
    detail('highBytes') === '0' || detail('highBytes') === ''
      ? 'No hay tildes ni ñ, así que cualquier codificación da lo mismo.'
      : `Todas las tildes y eñes del archivo están bien formadas (${detail('highBytes')}).`,
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
  'whole-lines-quoted': (detail: Detail) =>
    `${detail('lines')} líneas están enteras entre comillas y dentro de cada una hay ${detail('fields')} celdas.`,
  'columns-aligned': (detail: Detail) =>
    `Las líneas tienen espacios en las mismas posiciones, que dejan ${detail('fields')} columnas.`,
  'ruled-lines': (detail: Detail) =>
    `La tabla está dibujada con barras y guiones, que dejan ${detail('fields')} columnas.`,
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
    detail('noteLines') === '1'
      ? 'Debajo de los datos hay 1 línea que parece una nota.'
      : `Debajo de los datos hay ${detail('noteLines')} líneas que parecen notas.`,
  'spanish-letters-in-mac': (_detail: Detail) =>
    'Solo así salen tildes y eñes en su lugar; así escribían los Mac antiguos.',
  'unlikely-letters': (_detail: Detail) => 'Saldrían letras que nadie escribe en ese lugar.',
  'same-text': (_detail: Detail) => 'Daría el mismo texto.',
  'would-garble': (_detail: Detail) => 'Las tildes y eñes saldrían cambiadas.',
  'invalid-utf-8': (detail: Detail) => `${detail('brokenSequences')} letras no se podrían leer.`,
  'control-characters': (_detail: Detail) => 'Saldrían signos de control, que un texto no tiene.',
  'field-count-less-consistent': (_detail: Detail) =>
    'Con él, las filas salen menos parejas o las celdas menos limpias.',
  'cells-less-clean': (_detail: Detail) => 'Las celdas saldrían con signos de más.',
  'usual-escape': (_detail: Detail) =>
    'Una comilla dentro de una celda se escribe dos veces, que es lo habitual.',
  'backslash-before-quotes': (_detail: Detail) =>
    'Hay comillas con una barra invertida delante, dentro de las celdas.',
  'no-comments-found': (_detail: Detail) => 'No hay líneas de comentario.',
  'lines-unlike-the-table': (detail: Detail) =>
    `${detail('commentLines')} líneas empiezan con ese signo y no son filas de la tabla.`,
  'comments-would-be-set-aside': (_detail: Detail) => 'Esas líneas se leerían como filas y se apartarían.',
  'only-line-end': (_detail: Detail) => 'Todas las filas terminan igual.',
  'several-line-ends': (detail: Detail) =>
    `Las filas terminan de varias maneras: ${detail('crlf')} al modo de Windows, ${detail('lf')} al de Unix y ${detail('cr')} al de Mac.`,
  assumed: (_detail: Detail) => 'Nada lo contradice, pero conviene mirarlo.',
  'rows-unlike-the-data': (detail: Detail) =>
    `${detail('rows')} filas son títulos: no se parecen a las que siguen.`,
  'one-header-row': (_detail: Detail) => 'Los títulos ocupan una sola fila.',
  'empty-columns-before': (detail: Detail) =>
    detail('emptyColumns') === '1'
      ? 'La primera columna está vacía en todas las filas.'
      : `Las primeras ${detail('emptyColumns')} columnas están vacías en todas las filas.`,
  'table-begins-at-the-left': (_detail: Detail) => 'La tabla empieza en la primera columna.',
  'notes-would-be-set-aside': (_detail: Detail) => 'Esas notas se leerían como filas y se apartarían.',
  'largest-table': (detail: Detail) =>
    `El archivo tiene ${detail('tables')} tablas, una debajo de otra; esta es la más grande.`,
  'smaller-table': (_detail: Detail) => 'Tiene menos filas o columnas.',
  'fits-fewer-dates': (_detail: Detail) => 'Calza con menos fechas.',
  corrected: (_detail: Detail) => 'Lo elegiste tú.',
};

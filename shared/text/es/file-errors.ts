import { type DetailsReader, type ErrorWording, sentences } from '../error-details';
import { lineList, named, place, saveFromExcel, wordedWith } from './error-phrases';
import { unsupportedKind } from './workbook-errors';

export const fileErrors = {
  'file-not-granted': () => ({
    title: 'El programa ya no tiene acceso a ese archivo',
    where: '',
    advice: 'Vuelve a elegir el archivo, o a generarlo si era un archivo de salida.',
  }),
  'file-missing': (details) => ({
    title: 'No se encontró el archivo',
    where: place(details),
    advice: 'Revisa que siga en su carpeta y con el mismo nombre, y elígelo otra vez.',
  }),
  'file-empty': (details) => ({
    title: 'El archivo está vacío',
    where: place(details),
    advice: 'Descárgalo o expórtalo de nuevo desde su origen y vuelve a importarlo.',
  }),
  'file-binary': (details) => ({
    title: 'El archivo no es una tabla de texto, aunque su nombre lo parezca',
    where: sentences(
      place(details),
      wordedWith(
        details.text('looksLike') ?? details.text('detected'),
        (kind) => `Por dentro parece: ${kind}.`,
      ),
    ),
    advice: saveFromExcel,
  }),
  'file-changed': (details) => ({
    title: 'El archivo cambió después de que lo revisaste',
    where: place(details),
    advice:
      'Ciérralo en los demás programas y elígelo otra vez, para revisar lo que de verdad se va a importar.',
  }),
  'file-repeated': (details) => ({
    title: 'Un archivo está dos veces',
    where: place(details),
    advice: `Tiene exactamente el mismo contenido que ${details.text('otherFile') ?? ''}. Quita uno de los dos o elige el archivo que falta; si no, sus personas se contarían dos veces.`,
  }),
  'files-unlike': (details) => ({
    title: 'Un archivo no parece de la misma encuesta',
    where: sentences(
      place(details),
      wordedWith(details.count('shared'), (shared) => `Columnas en común con el primer archivo: ${shared}.`),
      wordedWith(details.count('columns'), (columns) => `Columnas del archivo: ${columns}.`),
    ),
    advice: 'Revisa que sea el archivo correcto, o impórtalo por separado.',
  }),
  'file-too-large': (details) => ({
    title: 'El archivo es demasiado grande',
    where: sentences(
      place(details),
      wordedWith(details.size('bytes'), (bytes) => `Pesa ${bytes}.`),
      wordedWith(details.size('limitBytes') ?? details.size('limit'), (limit) => `El máximo es ${limit}.`),
    ),
    advice: 'Divídelo en varias mediciones o quita las columnas que no vas a usar.',
  }),
  'file-unsupported': (details) => ({
    title: 'Este tipo de archivo todavía no se puede importar',
    where: sentences(place(details), unsupportedKind(details)?.what ?? null),
    advice: unsupportedKind(details)?.advice ?? saveFromExcel,
  }),
  'codebook-unrecognised': (details) => ({
    title: 'El archivo no es un XLSForm',
    where: place(details),
    advice:
      'Un XLSForm es una planilla con una hoja «survey» que tiene las columnas «type» y «name». En KoboToolbox se descarga desde el proyecto, en «Descargar XLS».',
  }),
  'statistics-file-damaged': (details) => ({
    title: 'El archivo de SPSS está dañado o incompleto',
    where: sentences(
      place(details),
      wordedWith(details.count('byte'), (byte) => `El problema está cerca del byte ${byte}.`),
    ),
    advice: 'Pide que lo guarden otra vez desde SPSS o PSPP, o cópialo de nuevo desde su origen.',
  }),
  'line-too-long': (details) => ({
    title: 'Una línea del archivo es demasiado larga para ser parte de una tabla',
    where: sentences(
      place(details),
      wordedWith(
        details.size('limitBytes') ?? details.size('limit'),
        (limit) => `El máximo por línea es ${limit}.`,
      ),
    ),
    advice: 'Casi siempre falta una comilla de cierre. Revisa esa línea en el archivo y corrígela.',
  }),
  'header-only': (details) => ({
    title: 'El archivo tiene encabezados, pero ninguna respuesta',
    where: place(details),
    advice: 'Revisa que la descarga incluya las respuestas, o que la fila de encabezados sea la correcta.',
  }),
  'encoding-mismatch': (details) => ({
    title: 'El archivo no está escrito en la codificación elegida',
    where: sentences(
      place(details),
      wordedWith(details.text('encoding'), (encoding) => `Codificación elegida: ${encoding}.`),
    ),
    advice:
      'Elige otra codificación en «Cómo está escrito el archivo» y mira que las tildes y la ñ se vean bien.',
  }),
  'csv-malformed': (details) => ({
    title: 'El archivo no tiene la forma de una tabla',
    where: sentences(
      place(details),
      wordedWith(details.count('fields'), (fields) => `Se encontraron ${fields} columnas.`),
      wordedWith(details.count('expected'), (expected) => `Se esperaban ${expected}.`),
    ),
    advice: 'Revisa que el separador sea el correcto y que no falte una comilla de cierre en esa línea.',
  }),
  'row-count-disagreement': (details) => ({
    title: 'Dos lecturas del archivo dieron una cantidad distinta de filas',
    where: sentences(
      place(details),
      wordedWith(details.count('first') ?? details.count('expected'), (rows) => `Primera lectura: ${rows}.`),
      wordedWith(details.count('second') ?? details.count('found'), (rows) => `Segunda lectura: ${rows}.`),
    ),
    advice:
      'No se importó nada, para no perder filas. Revisa el separador y las comillas, o guarda el archivo de nuevo.',
  }),
  'too-many-columns': (details) => ({
    title: 'La tabla tiene demasiadas columnas',
    where: sentences(
      place(details),
      wordedWith(details.count('columns') ?? details.count('fields'), (count) => `Tiene ${count}.`),
      wordedWith(details.count('limit'), (limit) => `El máximo es ${limit}.`),
    ),
    advice:
      'Revisa que el separador sea el correcto. Si lo es, deja en el archivo solo las columnas que vas a usar.',
  }),
  'column-unknown': (details) => ({
    title: 'El plan de importación nombra una columna que no está en el archivo',
    where: place(details),
    advice: 'Vuelve a elegir el archivo para revisar sus columnas otra vez.',
  }),
  'identifier-repeated': (details) => ({
    title: 'El identificador se repite: dos filas parecen de la misma persona',
    where: sentences(
      place(details),
      wordedWith(details.text('wave'), (wave) => `Medición «${wave}».`),
      wordedWith(details.text('identifier'), (identifier) => `Identificador «${identifier}».`),
      wordedWith(lineList(details.list('lines')), (lines) => `Líneas ${lines}.`),
      wordedWith(
        details.count('repeated') ?? details.count('count'),
        (count) => `Filas repetidas: ${count}.`,
      ),
    ),
    advice:
      'Corrige el archivo, o elige apartar las filas repetidas: quedarán en el recibo y podrás exportarlas.',
  }),
  'identifier-missing': (details) => ({
    title: 'Falta el identificador',
    where: sentences(
      place(details),
      wordedWith(
        details.count('missing') ?? details.count('count'),
        (count) => `Filas sin identificador: ${count}.`,
      ),
    ),
    advice: 'Marca qué columna identifica a cada persona, o completa los identificadores en el archivo.',
  }),
  'no-rows-kept': (details) => ({
    title: 'Ninguna fila del archivo se pudo guardar',
    where: sentences(
      place(details),
      wordedWith(details.count('read') ?? details.count('rows'), (rows) => `Filas leídas: ${rows}.`),
    ),
    advice:
      'Revisa el separador, la fila de encabezados y la columna del identificador antes de importar de nuevo.',
  }),
  'plan-incomplete': (details) => ({
    title: 'Falta decidir algo antes de importar',
    where: sentences(
      place(details),
      wordedWith(
        named([...details.list('fields'), ...details.list('columns')]),
        (fields) => `Pendiente: ${fields}.`,
      ),
    ),
    advice: 'Vuelve al paso de columnas y completa lo que falta.',
  }),
} satisfies Record<string, (details: DetailsReader) => ErrorWording>;

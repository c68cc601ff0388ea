/** Reads one detail of a notice as text; empty when the engine gave none of that name. */
type Detail = (name: string) => string;

function counted(detail: Detail, one: string, many: string): string {
  return detail('count') === '1' ? `1 ${one}` : `${detail('count')} ${many}`;
}

/** What the analyst should know of a file, by code; lines and columns are told after the sentence. */
export const sourceNoticesText = {
  lines: (lines: string, more: boolean) =>
    /^\d+$/.test(lines) && !more ? `Línea ${lines}.` : `Líneas ${lines}${more ? ' y otras' : ''}.`,
  columns: (columns: string, more: boolean) => (more ? `${columns} y otras.` : `${columns}.`),
  words: {
    'zero-bytes-removed': (detail: Detail) =>
      `El texto tenía signos nulos (${detail('count')}), que no se ven; se quitaron de las celdas.`,
    'mixed-encodings': (detail: Detail) =>
      `${detail('count')} líneas están escritas en ${detail('encoding')} y el resto en ${detail('main')}; cada una se leyó según la suya. Revisa sus tildes y eñes.`,
    'undecodable-lines': (detail: Detail) =>
      `${counted(detail, 'línea tiene letras que no se pueden leer con certeza; se aparta', 'líneas tienen letras que no se pueden leer con certeza; se apartan')}.`,
    'double-encoding': (detail: Detail) =>
      `${detail('cells')} celdas tienen letras codificadas dos veces, como «Ã±» por «ñ». No se cambió nada: puedes pedir que se lean bien.`,
    'double-encoding-repaired': (detail: Detail) =>
      `Las letras codificadas dos veces (${detail('count')}) se leyeron como debían ser, porque lo pediste.`,
    'letters-lost-before': (detail: Detail) =>
      `El archivo ya traía letras perdidas («�», ${detail('count')}); no se pueden recuperar.`,
    'marks-inside-removed': (detail: Detail) =>
      `Había ${counted(detail, 'marca de inicio de archivo', 'marcas de inicio de archivo')} en medio del texto, como quedan al pegar archivos uno tras otro; no se ven y se quitaron.`,
    'doubled-returns': (_detail: Detail) =>
      'Cada línea terminaba con un retorno de más, que algún programa agregó; se quitó.',
    'row-names': (detail: Detail) =>
      `La primera columna no tiene título: el encabezado tiene ${detail('count')} títulos y las filas ${detail('cells')} celdas, como escriben R y pandas los nombres de las filas. Los títulos van desde la segunda columna.`,
    'header-width-differs': (detail: Detail) =>
      `El encabezado tiene ${detail('count')} títulos y las filas ${detail('cells')} celdas: revisa que cada título esté sobre su columna.`,
    'comment-lines': (detail: Detail) =>
      `${counted(detail, 'línea empieza', 'líneas empiezan')} con «${detail('mark')}» y ${detail('count') === '1' ? 'se tomó por un comentario: no se lee' : 'se tomaron por comentarios: no se leen'}.`,
    'short-rows-completed': (detail: Detail) =>
      detail('count') === '1'
        ? 'A 1 fila le faltaban celdas vacías al final; se completó.'
        : `A ${detail('count')} filas les faltaban celdas vacías al final; se completaron.`,
    'stray-quotes': (detail: Detail) =>
      `${counted(detail, 'fila tiene', 'filas tienen')} una comilla que se abre y no se cierra; se leyó como parte del texto, porque así la línea tiene todas sus celdas. Revisa ${detail('count') === '1' ? 'esa fila' : 'esas filas'}.`,
    'inner-quotes-repaired': (detail: Detail) =>
      `${counted(detail, 'fila tenía', 'filas tenían')} comillas dentro de un texto entre comillas sin escribirlas dos veces; se leyeron porque solo calzan de una manera. Revísalas.`,
    'lines-unwrapped': (detail: Detail) =>
      `${counted(detail, 'línea venía entera', 'líneas venían enteras')} entre comillas, como al pegar un CSV en una columna de Excel; se leyó la tabla que hay dentro. Si de verdad es una sola columna, elige otro separador.`,
    'columns-aligned': (detail: Detail) =>
      `Las columnas están alineadas con espacios, como las imprime un programa, y se separaron por su posición (${detail('columns')} columnas). Revisa que ninguna celda quede cortada.`,
    'ruled-table': (_detail: Detail) =>
      'La tabla está dibujada con barras y guiones; se quitaron esas líneas y los espacios alrededor de cada celda.',
    'text-marks-removed': (detail: Detail) =>
      `${counted(detail, 'celda venía', 'celdas venían')} con la marca de texto de Excel, como ="05301" o '05301; se leyó solo su contenido. Ninguna otra fórmula se calcula.`,
    'sub-headings': (detail: Detail) =>
      `${counted(detail, 'fila es un subtítulo', 'filas son subtítulos')} entre los datos y se ${detail('count') === '1' ? 'apartó' : 'apartaron'}. Si nombran la escuela o el curso de las filas que siguen, agrega una columna que lo diga.`,
    'perhaps-sub-headings': (detail: Detail) =>
      `${counted(detail, 'fila solo tiene', 'filas solo tienen')} su primera celda. Se leyeron como datos: si son subtítulos, quítalas del archivo.`,
    'rows-read-otherwise': (detail: Detail) =>
      `${counted(detail, 'fila está escrita', 'filas están escritas')} con otro separador o con otras comillas que el resto de la tabla; se leyeron así porque calzan con todas las columnas. Revisa que estén bien.`,
    'lines-below': (detail: Detail) =>
      `Debajo de la tabla hay ${counted(detail, 'línea que parece una nota y no se lee', 'líneas que parecen notas y no se leen')}.`,
    'several-tables': (detail: Detail) =>
      `El archivo tiene ${detail('count')} tablas, una debajo de otra; se lee una. Elige otra si no es la que buscas.`,
    'options-contradict': (detail: Detail) =>
      `${counted(detail, 'persona tiene', 'personas tienen')} en la columna que junta las respuestas algo distinto de lo que dicen las columnas de cada opción. Se leen las columnas de las opciones: revisa esas filas.`,
    'files-united': (detail: Detail) =>
      `Se leyeron juntos ${detail('files')} archivos como una sola medición: ${detail('names')}.`,
    'files-school-known': (_detail: Detail) =>
      'Los archivos ya dicen a qué establecimiento pertenece cada fila, así que no se agregó otra columna.',
    'files-other-marks': (detail: Detail) =>
      `Estos archivos usan otra marca decimal u otro orden de fecha que el primero, y se leyeron según la suya: ${detail('names')}. Revisa algunos números y fechas.`,
    'files-column-missing': (detail: Detail) =>
      `A «${detail('fileName')}» le ${detail('count') === '1' ? 'falta 1 columna' : `faltan ${detail('count')} columnas`} del primer archivo; sus filas quedan sin ese dato. Columnas:`,
    'files-column-extra': (detail: Detail) =>
      `«${detail('fileName')}» tiene ${counted(detail, 'columna', 'columnas')} que el primer archivo no tiene; las filas de los demás quedan sin ese dato. Columnas:`,
    'files-column-order': (detail: Detail) =>
      `«${detail('fileName')}» tiene sus columnas en otro orden; se juntaron por su título.`,
    'other-sheets': (detail: Detail) =>
      `Se leyó la hoja «${detail('sheet')}»; el archivo tiene ${counted(detail, 'hoja más', 'hojas más')}.`,
    'hidden-sheets': (detail: Detail) =>
      `El archivo tiene ${counted(detail, 'hoja oculta, que no se lee si no la eliges', 'hojas ocultas, que no se leen si no las eliges')}:`,
    'very-hidden-sheets': (detail: Detail) =>
      `El archivo tiene ${counted(detail, 'hoja oculta', 'hojas ocultas')} que Excel no muestra en su menú:`,
    'hidden-sheet-read': (detail: Detail) =>
      `La hoja «${detail('sheet')}», que se leyó, está oculta en el archivo.`,
    'sheets-without-cells': (detail: Detail) =>
      `${counted(detail, 'hoja solo tiene', 'hojas solo tienen')} un gráfico o una macro, sin datos que leer.`,
    'dates-since-1904': (_detail: Detail) =>
      'El archivo cuenta los días desde 1904, como Excel en los Mac antiguos; las fechas se leyeron así.',
    'hidden-rows': (detail: Detail) =>
      `Se leyeron también ${counted(detail, 'fila oculta', 'filas ocultas')} en la planilla.`,
    'filtered-rows': (detail: Detail) =>
      `La planilla tiene un filtro puesto; se leyeron también ${counted(detail, 'fila que el filtro esconde', 'filas que el filtro esconde')}.`,
    'hidden-columns': (detail: Detail) =>
      `Se leyeron también ${counted(detail, 'columna oculta', 'columnas ocultas')} en la planilla:`,
    'merged-headers': (detail: Detail) =>
      `${counted(detail, 'encabezado combinado vale', 'encabezados combinados valen')} para todas las columnas que abarca.`,
    'merged-cells': (detail: Detail) =>
      `Hay ${counted(detail, 'grupo de celdas combinadas', 'grupos de celdas combinadas')}; el valor queda en la primera y las demás se leen vacías.`,
    'numbers-as-text': (detail: Detail) =>
      `${counted(detail, 'celda guarda un número', 'celdas guardan números')} como texto; se leyeron tal como están escritas. Columnas:`,
    'percent-cells': (_detail: Detail) =>
      'Los porcentajes se leyeron como se ven: 85 % es 85, no 0,85. Columnas:',
    'mixed-percent': (_detail: Detail) =>
      'Hay porcentajes y números sueltos en una misma columna; revisa que 0,85 y 85 % no se mezclen. Columnas:',
    'units-in-format': (_detail: Detail) =>
      'La planilla muestra un signo o una unidad junto a los números; se leyó el número solo. Columnas:',
    'error-cells': (detail: Detail) =>
      `${counted(detail, 'celda tiene', 'celdas tienen')} un error de Excel, como #N/A; se conserva ese texto y se propone como «sin dato».`,
    'formulas-without-result': (detail: Detail) =>
      `${counted(detail, 'fórmula no trae', 'fórmulas no traen')} su resultado y se lee vacía. Abre el archivo en Excel, guárdalo y vuelve a importarlo.`,
    'formula-results': (detail: Detail) =>
      `De ${counted(detail, 'fórmula', 'fórmulas')} se leyó el resultado que el archivo guarda, sin volver a calcular.`,
    'impossible-dates': (detail: Detail) =>
      `${counted(detail, 'celda con formato de fecha no es', 'celdas con formato de fecha no son')} un día que exista; quedó como está, para que la revises.`,
    'long-numbers': (detail: Detail) =>
      `${counted(detail, 'número tiene', 'números tienen')} más de 15 cifras. Excel solo guarda 15, así que las últimas pueden ser ceros puestos por Excel.`,
    'times-as-text': (detail: Detail) =>
      `${counted(detail, 'celda muestra', 'celdas muestran')} una hora o una duración; se leen como horas, minutos y segundos.`,
    'numbers-as-shown': (detail: Detail) =>
      `${counted(detail, 'código se leyó', 'códigos se leyeron')} como la planilla lo muestra, con sus ceros a la izquierda o sus guiones.`,
    'colours-ignored': (detail: Detail) =>
      `${counted(detail, 'fila está marcada', 'filas están marcadas')} con color. El color no se lee: si significa algo, escríbelo en una columna.`,
    'labels-on-numbers': (detail: Detail) =>
      `${counted(detail, 'pregunta numérica tiene', 'preguntas numéricas tienen')} etiquetas en el archivo de SPSS para algunos valores; se leyó como número y esas etiquetas no se guardan:`,
    'category-sets-apart': (detail: Detail) =>
      `${counted(detail, 'conjunto de respuesta múltiple', 'conjuntos de respuesta múltiple')} de SPSS por categorías: cada una de sus variables se lee por separado.`,
    'encoding-assumed': (detail: Detail) =>
      `El archivo no dice con qué letras está escrito; se leyó como ${detail('encoding')}. Mira que las tildes y la ñ se vean bien.`,
    'case-weights': (detail: Detail) =>
      `El archivo pondera sus casos con «${detail('variable')}». Se importa como una columna más: para que cuente, decláralo en el diseño.`,
    'documents-ignored': (_detail: Detail) => 'El archivo trae notas de quien lo hizo, que no se leen.',
    'missing-range-blanked': (_detail: Detail) =>
      'Un rango de valores perdidos tiene demasiados códigos distintos; los que pasan de mil se leyeron como celdas vacías. Columnas:',
    'time-of-day-dropped': (_detail: Detail) =>
      'Hay fechas que guardan también una hora que SPSS no muestra; se leyó el día. Columnas:',
    'undecodable-cells': (_detail: Detail) =>
      'Hay textos con letras que no se pueden leer y quedaron marcadas con �. Columnas:',
    'zero-characters-removed': (_detail: Detail) =>
      'Se quitaron caracteres nulos del interior de algunos textos. Columnas:',
    'expression-not-understood': (detail: Detail) =>
      `Una regla del formulario no se entiende y no se aplicó: ${detail('expression')}. Pregunta:`,
    'codebook-ignored': (detail: Detail) =>
      `Del formulario no se usa lo que no es una respuesta o no está en él: ${detail('kinds')}.`,
    'comments-ignored': (_detail: Detail) => 'La hoja tiene comentarios, que no se leen.',
  },
};

/** Reads one detail of the evidence as text; empty when the engine gave none of that name. */
type Detail = (name: string) => string;

/** Choosing the files of a wave and seeing how they were read. */
export const importReadingText = {
  files: {
    label: 'Archivos de esta medición',
    several:
      'Los archivos se leen juntos como una sola medición. El primero manda: sus columnas son las de la medición.',
    one: 'Si la medición viene en varios archivos, por ejemplo uno por establecimiento, suéltalos todos.',
    labelOf: (fileName: string) => `Establecimiento de «${fileName}»`,
    labelHead: 'Establecimiento',
    labelHelp:
      'Así se llamará cada grupo de filas en la columna «Establecimiento», salvo que los archivos ya la traigan.',
    labelNeeded: 'Escribe a qué establecimiento pertenece cada archivo.',
    labelRepeated: 'Dos archivos tienen el mismo establecimiento: sus filas no se podrán distinguir.',
    moveUp: (fileName: string) => `Subir «${fileName}»`,
    moveDown: (fileName: string) => `Bajar «${fileName}»`,
    remove: (fileName: string) => `Quitar «${fileName}»`,
    checking: 'Abriendo el archivo',
    read: (size: string, rows: string, columns: string) => `${size}, ${rows} y ${columns}`,
    tables: (count: string) => `Tiene ${count} tablas; en el paso siguiente eliges cuál se lee.`,
    more: 'Agregar más archivos',
    moreHint: 'También puedes soltarlos en esta página.',
    fix: 'Quita o cambia los archivos que no se pudieron abrir para continuar.',
    ready: (count: string) => `${count} archivos`,
  },
  codebook: {
    title: 'Formulario de la encuesta',
    text: 'Si la encuesta se hizo con KoboToolbox u ODK, agrega su formulario (XLSForm). Con él se leen los textos de las preguntas y respuestas, y quién no debía responder cada una.',
    add: 'Agregar el formulario XLSForm',
    reading: 'Leyendo el formulario',
    remove: 'Quitar el formulario',
    holds: (questions: string, withOptions: string) =>
      `${questions}, ${withOptions} con lista de respuestas.`,
    rules: (skips: string, limits: string) =>
      `${skips} se preguntan solo a algunas personas y ${limits} tienen un límite para la respuesta.`,
    languages: (shown: string, others: string) =>
      others === '' ? `Idioma: ${shown}.` : `Los textos se muestran en ${shown}; también están en ${others}.`,
    question: 'pregunta',
    questions: 'preguntas',
    ignored: (list: string) => `No se usa del formulario: ${list}.`,
    ignoredKinds: {
      note: 'notas para quien encuesta',
      calculate: 'cálculos',
      hidden: 'campos ocultos',
      'choice-filter': 'filtros de respuestas',
      'rank-order': 'el orden de las preguntas de ranking',
      'options-in-file': 'listas de respuestas que están en otro archivo',
      audit: 'registro de auditoría',
      'background-audio': 'grabaciones de fondo',
    } as Record<string, string>,
    showQuestions: 'Ver las preguntas',
    notDrafted: 'no forma una variable',
    draftTitle: '¿Todavía no hay respuestas?',
    draftText: 'El instrumento se puede dejar listo desde ahora, con sus variables, respuestas y reglas.',
    draft: 'Crear el instrumento sin datos',
    drafted: (name: string) => `Se creó el instrumento «${name}».`,
    draftName: 'Nombre del instrumento',
  },
  formats: {
    text: 'Tabla de texto',
    xlsx: 'Libro de Excel',
    ods: 'Planilla de LibreOffice',
    xls: 'Libro de Excel antiguo',
    sav: 'Archivo de SPSS',
    html: 'Tabla de una página web',
  },
  source: {
    sheet: (format: string, sheet: string) => `${format}, hoja «${sheet}»`,
    otherEnding: (ending: string) => `aunque su nombre termina en ${ending}`,
    size: (rows: string, columns: string) => `${rows} y ${columns}.`,
    severalNote: (count: string, first: string) =>
      `Son ${count} archivos leídos juntos. Lo que corrijas aquí vale para el primero, «${first}»; los demás se leen como cada uno está escrito.`,
    withForm: (form: string) => `Se lee con el formulario «${form}».`,
    seeFiles: 'Ver los archivos',
    addMore: 'Agregar otro archivo o el formulario',
  },
  notices: {
    title: 'Conviene mirar esto',
    more: (count: string) => (count === '1' ? 'Ver 1 aviso más' : `Ver ${count} avisos más`),
    onlyMore: (count: string) =>
      count === '1' ? 'Ver 1 aviso de la lectura' : `Ver ${count} avisos de la lectura`,
    less: 'Ocultar los avisos',
    repair: 'Leer esas letras como se quisieron escribir',
    unrepair: 'Volver a leerlas como están',
  },
  tables: {
    title: 'Qué tabla se lee',
    label: 'Tabla que se lee',
    size: (rows: string, columns: string) => `${rows} y ${columns} en uso`,
    hidden: 'oculta en el archivo',
    block: (first: string, last: string) => `líneas ${first} a ${last}`,
    blockOfSheet: (first: string, last: string) => `filas ${first} a ${last}`,
    empty: 'sin datos',
    repeat: (parent: string, key: string) =>
      `Cada fila es parte de una ficha de «${parent}», unida por «${key}»: por ejemplo, cada integrante de una familia. Se importa como una medición aparte.`,
    more: (count: string) => `Ver ${count} tablas más`,
  },
  rivals: {
    title: 'También podría ser:',
    use: (value: string) => `Leer con: ${value}`,
    cells: [
      'calza igual de bien',
      'calza casi igual',
      'con menos celdas que calzan',
      'con muchas menos celdas que calzan',
      'casi ninguna celda calza',
    ] as readonly string[],
    letters: [
      'da el mismo texto',
      'da casi el mismo texto',
      'cambian algunas letras',
      'cambian muchas letras',
      'casi todas las tildes y eñes salen mal',
    ] as readonly string[],
    dates: [
      'calza con las mismas fechas',
      'calza con casi las mismas fechas',
      'con menos fechas que calzan',
      'con muchas menos fechas que calzan',
      'casi ninguna fecha calza',
    ] as readonly string[],
    places: [
      'igual de probable',
      'casi igual de probable',
      'menos probable',
      'mucho menos probable',
      'muy poco probable',
    ] as readonly string[],
  },
  aspects: {
    fixed:
      'Una planilla guarda sus celdas una por una, así que letras, separadores y decimales no se adivinan.',
    fixedBySpss: 'El archivo dice cómo es cada variable, así que aquí no hay nada que adivinar.',
    byTable: 'Lo fija la tabla elegida.',
    row: (row: string) => `Fila ${row}`,
    headerRow: 'Fila con los títulos',
    lastRow: 'Última fila con datos',
    untilEnd: 'Hasta el final de la hoja',
    headerRows: (count: string) => (count === '1' ? '1 fila' : `${count} filas`),
    commentMark: (mark: string) => `Empiezan con ${mark}`,
    export: 'Exportar tal como se leyó',
    exportHint:
      'La tabla completa, sin convertir nada, en un CSV limpio. Contiene los datos personales del archivo.',
    exported: 'Se exportó la tabla tal como se leyó.',
  },
  preview: {
    hint: (shown: string, total: string) =>
      `Las primeras ${shown} filas de ${total}, con el número que tienen en el archivo.`,
    hintAll: 'La tabla completa, con el número que cada fila tiene en el archivo.',
    hintSeveral: (shown: string, total: string) =>
      `Las primeras ${shown} filas de un total de ${total}, numeradas de corrido, un archivo tras otro.`,
    hintSpss: 'Los casos como están guardados, con sus códigos. La fila 1 son los nombres de las variables.',
    row: 'Fila',
    notRead: 'no se lee',
    preamble: 'antes de los títulos',
    footer: 'después de los datos',
    setAside: (reason: string) => `se aparta: ${reason}`,
    gap: (count: string) => `… ${count} más …`,
    columnsShown: (first: string, last: string, total: string) => `Columnas ${first} a ${last} de ${total}`,
    previousColumns: 'Columnas anteriores',
    nextColumns: 'Columnas siguientes',
    noHeaders: 'El archivo se lee sin títulos: cada columna lleva su número.',
  },
  wave: {
    searching: 'Buscando en los datos cuándo se tomó la medición',
    'instrument-shared': (detail: Detail) =>
      `Comparte ${detail('shared')} de ${detail('of')} preguntas con «${detail('instrument')}».`,
    'name-from-file': (detail: Detail) => `Tomado del nombre del archivo «${detail('fileName')}».`,
    'moment-from-words': (detail: Detail) => `El archivo dice «${detail('word')}».`,
    'moment-from-order': (detail: Detail) =>
      detail('waves') === '0'
        ? 'Es la primera medición de este instrumento.'
        : `Este instrumento ya tiene ${detail('waves') === '1' ? '1 medición' : `${detail('waves')} mediciones`}.`,
    'dates-in-data': (detail: Detail) =>
      detail('outside') === '0' || detail('outside') === ''
        ? `Según la columna «${detail('header')}», con ${detail('filled')} fechas.`
        : `Según la columna «${detail('header')}», con ${detail('filled')} fechas; ${detail('outside')} quedan fuera por estar muy lejos de las demás.`,
  },
};

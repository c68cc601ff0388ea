/** Words of the receipt of an import: one sentence a column, what came later, and rows that come back. */
export const receiptText = {
  twice: (count: string) =>
    `Las filas del archivo se contaron dos veces, por dos caminos distintos. Un segundo lector contó ${count} por su cuenta: coinciden.`,
  twiceWrong: (count: string) =>
    `Las filas del archivo se contaron dos veces y no coinciden: un segundo lector contó ${count}. Revisa el archivo antes de usar esta medición.`,
  writer: 'Programa que lo escribió',
  format: 'Tipo de archivo',
  formats: {
    text: 'Tabla de texto (CSV o similar)',
    xlsx: 'Libro de Excel (.xlsx)',
    ods: 'Planilla de LibreOffice (.ods)',
    xls: 'Libro antiguo de Excel (.xls)',
    sav: 'Archivo de SPSS (.sav)',
    html: 'Página web con una tabla',
  },
  filesTitle: 'Archivos de esta medición',
  files: {
    file: 'Archivo',
    label: 'Se guardó como',
    read: 'Leídas',
    kept: 'Guardadas',
    firstLine: 'Desde la línea',
  },
  noticesTitle: 'Lo que conviene saber del archivo',
  attention: 'Para revisar',
  information: 'Para saber',
  columns: {
    text: 'Una frase por columna. Haz clic en una para ver cada cambio, con ejemplos y sus líneas.',
    filter: 'Qué columnas mostrar',
    all: (count: string) => `Todas (${count})`,
    changed: (count: string) => `Con cambios (${count})`,
    review: (count: string) => `Por revisar (${count})`,
    search: 'Buscar una columna',
    none: 'Ninguna columna cumple con eso.',
    what: 'Qué pasó con ella',
    dropped: 'No se guardó.',
    storedWith: (question: string) => `Es parte de «${question}»: se guardó con esa pregunta.`,
    withQuestion: 'Con su pregunta',
    listed: (count: string) =>
      count === '1' ? '1 se reconoció en su lista oficial' : `${count} se reconocieron en su lista oficial`,
    example: (from: string, to: string) => `, como «${from}» → ${to}`,
    whole: (count: string) => `Se guardaron las ${count} tal como venían.`,
    single: 'Se guardó la única fila tal como venía.',
    kept: (kept: string, read: string) => `Se guardaron ${kept} de ${read}`,
    pseudonyms: (kept: string, read: string) => `Se guardaron ${kept} de ${read} con un seudónimo`,
    keptNone: (read: string) => `No se guardó ninguna de ${read}`,
    blank: (count: string) => `${count} sin respuesta`,
    missing: (count: string, codes: string) => `${count} con un código de «sin dato» (${codes})`,
    notApplicable: (count: string) => (count === '1' ? '1 no correspondía' : `${count} no correspondían`),
    failed: (count: string) =>
      count === '1' ? '1 no se entendió y quedó sin dato' : `${count} no se entendieron y quedaron sin dato`,
    wrongDigits: (count: string) => `${count} con un dígito verificador que no corresponde`,
    coerced: (count: string) =>
      count === '1' ? '1 se escribe de otra manera' : `${count} se escriben de otra manera`,
    recoded: (count: string) =>
      count === '1' ? '1 se leyó como otra respuesta' : `${count} se leyeron como otra respuesta`,
    redacted: (count: string) =>
      count === '1'
        ? '1 tenía datos personales, que se reemplazaron'
        : `${count} tenían datos personales, que se reemplazaron`,
    cleaned: (count: string) => (count === '1' ? '1 se corrigió después' : `${count} se corrigieron después`),
    issues: (count: string) => (count === '1' ? '1 por revisar' : `${count} por revisar`),
  },
  panel: {
    account: 'La cuenta de sus celdas',
    read: 'Leídas',
    kept: 'Guardadas',
    blank: 'Sin respuesta',
    missing: (code: string) => `Sin dato, por el código «${code}»`,
    notApplicable: 'No corresponde: la pregunta no era para esa persona',
    failed: 'No se entendieron y quedaron sin dato',
    setAside: (count: string) =>
      count === '1'
        ? 'Además, 1 fila del archivo se apartó entera, con esta celda.'
        : `Además, ${count} filas del archivo se apartaron enteras, con esta celda.`,
    coerced: 'Se escriben de otra manera',
    coercedText: 'Lo que dice la celda es lo mismo; cambió solo la manera de escribirlo.',
    recoded: 'Se leyeron como otra respuesta',
    recodedText:
      'La respuesta venía escrita de otra forma, o con un código, y se guardó como la de la lista.',
    redacted: 'Datos personales reemplazados',
    redactedText: (count: string) =>
      count === '1'
        ? 'En 1 celda había un dato personal dentro del texto; se reemplazó por su nombre, como [RUT], antes de guardar.'
        : `En ${count} celdas había datos personales dentro del texto; se reemplazaron por su nombre, como [RUT], antes de guardar.`,
    hidden: 'Los valores no se muestran porque identifican a personas.',
    shownOf: (shown: string, total: string) =>
      `Se muestran los ${shown} cambios distintos más frecuentes; en total son ${total} celdas.`,
    issues: 'Celdas por revisar',
    issuesShown: (shown: string, total: string) =>
      `El recibo guarda las primeras ${shown} celdas por revisar de toda la medición (son ${total}); aquí están las de esta columna.`,
    cleaned: (count: string) =>
      count === '1'
        ? 'Después de importar se corrigió 1 celda de esta columna.'
        : `Después de importar se corrigieron ${count} celdas de esta columna.`,
    seeLog: 'Ver el registro de limpieza',
    stored: (label: string) => `Se guarda como «${label}».`,
    dropped: 'Esta columna no se guardó: nada de ella está en el proyecto.',
    droppedReasons: {
      identity: 'Sus celdas dicen quiénes son las personas.',
      empty: 'No traía ninguna respuesta.',
      joined: 'Se lee junto con otras columnas, como una sola pregunta.',
      chosen: 'Quien importó la dejó fuera, o aceptó dejarla.',
    },
    pseudonym:
      'Cada valor se reemplazó por un seudónimo propio de este proyecto; el valor real no está aquí.',
    crosswalk: 'Comparada con el instrumento',
  },
  issues: {
    blank: 'Sin respuesta',
    filter: 'Motivo',
    all: (count: string) => `Todos los motivos (${count})`,
    one: (reason: string, count: string) => `${reason} (${count})`,
    text: 'Lo que no se entendió quedó sin dato y el resto de la fila se guardó. Lo que no cumple una regla del formulario se guardó igual.',
  },
  crosswalk: {
    title: 'Cómo se relaciona con el instrumento',
    text: 'Cada pregunta del instrumento, la columna que la respondió y lo que se decidió donde no eran iguales.',
    all: 'Mostrar también las iguales',
    allSame: 'Todas las preguntas del instrumento se hicieron igual.',
    question: 'Pregunta del instrumento',
    header: 'Columna del archivo',
    difference: 'Diferencias',
    decision: 'Decisión',
    notAsked: 'No se preguntó',
    decidedBy: { proposal: 'se aceptó la propuesta', analyst: 'lo decidió quien importó' },
    recodes: 'Leídas como',
    missing: 'sin dato',
    added: 'Opciones nuevas',
    dropped: 'Opciones que nadie marcó',
    types: (inFile: string, stored: string) => `En el archivo es ${inFile}; se guarda como ${stored}.`,
    reversed: 'La escala viene en el orden contrario y no se dio vuelta.',
    realigned: 'La escala venía en el orden contrario y se dio vuelta.',
    note: (note: string) => `Nota: ${note}`,
    export: 'Exportar la correspondencia',
  },
  later: {
    title: 'Después de importar',
    corrected: (file: string, rows: string) =>
      rows === '1'
        ? `Volvió 1 fila corregida, desde «${file}».`
        : `Volvieron ${rows} filas corregidas, desde «${file}».`,
    correctedNone: (file: string) => `Ninguna fila de «${file}» se pudo agregar.`,
    still: (rows: string) => (rows === '0' ? 'No queda ninguna apartada.' : `Siguen apartadas ${rows}.`),
    reread: (file: string, added: string, removed: string, changed: string) =>
      `Se volvió a leer el archivo desde «${file}». Filas nuevas: ${added}; que ya no están: ${removed}; con cambios: ${changed}.`,
    log: (applied: string, total: string) =>
      total === '1'
        ? `El registro de limpieza tiene 1 anotación que vale para esta medición; ${applied === '1' ? 'se aplicó' : 'no se pudo aplicar'}.`
        : `El registro de limpieza tiene ${total} anotaciones que valen para esta medición; ${applied === total ? 'se aplicaron todas' : `se aplicaron ${applied}`}.`,
    notApplied: 'No se pudieron aplicar:',
    seeLog: 'Ver el registro de limpieza',
  },
  bringBack: {
    button: 'Traer de vuelta las corregidas',
    text: 'Exporta las filas con su motivo, corrige sus celdas en la planilla y tráelas de vuelta, guardadas como Excel, ODS o CSV. No cambies la columna «comprobante»: por ella se reconoce cada fila.',
    sending: 'Agregando las filas corregidas',
    added: (rows: string) =>
      rows === '1' ? 'Se agregó 1 fila a la medición.' : `Se agregaron ${rows} filas a la medición.`,
    addedNone: 'Ninguna fila se pudo agregar: la medición quedó como estaba.',
    still: 'Siguen apartadas:',
    line: (line: string, reason: string) => `Línea ${line}: ${reason}`,
  },
  reread: {
    button: 'Volver a leer el archivo',
    buttonSeveral: 'Volver a leer los archivos',
    several: (count: string) => `La medición vino en ${count} archivos: elígelos todos juntos.`,
    text: 'Si corregiste la planilla original por fuera, puedes leerla otra vez: primero se muestra qué cambiaría.',
    title: 'Volver a leer el archivo',
    comparing: 'Comparando el archivo con la medición',
    same: 'El archivo trae lo mismo que la medición. No hay nada que cambiar.',
    summary: (file: string, rowsNow: string, rowsBefore: string) =>
      `«${file}» trae ${rowsNow}; la medición tiene ahora ${rowsBefore}.`,
    summarySeveral: (files: string, rowsNow: string, rowsBefore: string) =>
      `${files} traen ${rowsNow}; la medición tiene ahora ${rowsBefore}.`,
    comparingSeveral: 'Comparando los archivos con la medición',
    sameSeveral: 'Los archivos traen lo mismo que la medición. No hay nada que cambiar.',
    pairedBy: {
      identifier: 'Las filas se comparan por su identificador.',
      line: 'Como no hay identificador, las filas se comparan por su línea: si cambió el orden, parecerán distintas.',
    },
    added: 'Filas nuevas',
    removed: 'Filas que ya no están',
    changed: 'Filas con cambios',
    cells: (cells: string) => (cells === '1' ? '1 celda' : `${cells} celdas`),
    change: { added: 'Nueva', removed: 'Ya no está', changed: 'Cambia' },
    row: 'Línea',
    what: 'Qué pasa',
    columns: 'Preguntas que cambian',
    first: (shown: string) => `Se muestran las primeras ${shown} filas.`,
    consequence:
      'Las filas de la medición se reemplazan por las del archivo y el registro de limpieza se aplica otra vez. Esto no se deshace con «Deshacer»; para volver atrás, lee de nuevo el archivo anterior.',
    consequenceSeveral:
      'Las filas de la medición se reemplazan por las de los archivos y el registro de limpieza se aplica otra vez. Esto no se deshace con «Deshacer»; para volver atrás, lee de nuevo los archivos anteriores.',
    apply: 'Reemplazar los datos',
    another: 'Elegir otro archivo',
    anotherSeveral: 'Elegir otros archivos',
    done: 'Se reemplazaron los datos de la medición.',
  },
};

import { type DetailsReader, type ErrorCatalogue, sentences } from '../error-details';

/** Where it happened, from whatever places the error names. */
function place(details: DetailsReader): string {
  const parts = [
    wordedWith(details.text('fileName'), (name) => `archivo «${name}»`),
    wordedWith(details.count('line') ?? details.count('row'), (line) => `línea ${line}`),
    wordedWith(details.text('column') ?? details.text('header'), (column) => `columna «${column}»`),
    wordedWith(details.text('value'), (value) => `valor «${value}»`),
  ].filter((part) => part !== null);
  const [first = '', ...rest] = parts;
  return parts.length === 0 ? '' : `${[first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(', ')}.`;
}

function wordedWith(value: string | null, sentence: (value: string) => string): string | null {
  return value === null ? null : sentence(value);
}

function named(values: readonly string[]): string | null {
  return values.length === 0 ? null : values.map((value) => `«${value}»`).join(', ');
}

const askSupport = 'Si vuelve a ocurrir, avisa a soporte con el código del error y lo que estabas haciendo.';
const saveFromExcel =
  'Ábrelo en Excel y guárdalo como «CSV UTF-8 (delimitado por comas)», y vuelve a importarlo.';

export const errorCatalogue: ErrorCatalogue = {
  internal: (details) => ({
    title: 'Algo falló dentro del programa',
    where: sentences(
      place(details),
      wordedWith(
        details.text('reference') ?? details.text('logReference'),
        (reference) => `Referencia: ${reference}.`,
      ),
    ),
    advice: `Tu proyecto quedó como estaba. Intenta de nuevo. ${askSupport}`,
  }),
  cancelled: () => ({
    title: 'Se canceló',
    where: '',
    advice: 'El proyecto quedó como estaba antes de comenzar.',
  }),
  'unknown-method': (details) => ({
    title: 'Se pidió algo que esta versión no sabe hacer',
    where: wordedWith(details.text('method'), (method) => `Operación «${method}».`) ?? '',
    advice:
      'Recarga la página o reinicia el programa, para que la ventana y el motor sean de la misma versión.',
  }),
  'invalid-input': (details) => ({
    title: 'Los datos enviados no tienen la forma esperada',
    where: sentences(
      wordedWith(details.text('method'), (method) => `Operación «${method}».`),
      wordedWith(
        named([...details.list('fields'), ...details.list('field')]),
        (fields) => `Revisa ${fields}.`,
      ),
      wordedWith(details.text('value'), (value) => `Se recibió «${value}».`),
      wordedWith(details.text('expected'), (expected) => `Se esperaba ${expected}.`),
      wordedWith(details.text('problem'), (problem) => `Detalle técnico: ${problem}.`),
    ),
    advice: 'Corrige ese dato y vuelve a intentarlo. Nada cambió en el proyecto.',
  }),
  'invalid-output': (details) => ({
    title: 'El programa obtuvo un resultado que no pasa su propia revisión',
    where: wordedWith(details.text('method'), (method) => `Operación «${method}».`) ?? '',
    advice: `El resultado no se muestra porque podría estar equivocado. ${askSupport}`,
  }),
  unauthorised: () => ({
    title: 'Esta pestaña no tiene permiso para usar Línea Base',
    where: 'La clave de acceso falta o es de una sesión anterior.',
    advice: 'Cierra la pestaña y abre la dirección que muestra la terminal donde se inició el programa.',
  }),
  'forbidden-host': (details) => ({
    title: 'Se rechazó una conexión dirigida a otro nombre de equipo',
    where: wordedWith(details.text('host'), (host) => `Nombre recibido: «${host}».`) ?? '',
    advice: 'Usa la dirección que comienza con http://127.0.0.1, tal como la muestra la terminal.',
  }),
  'forbidden-origin': (details) => ({
    title: 'Se rechazó una llamada hecha desde otra página',
    where: wordedWith(details.text('origin'), (origin) => `Página de origen: «${origin}».`) ?? '',
    advice: 'Usa Línea Base solo desde la dirección que muestra la terminal, y cierra la página desconocida.',
  }),
  'payload-too-large': (details) => ({
    title: 'Lo enviado supera el tamaño permitido',
    where: wordedWith(details.size('limitBytes'), (limit) => `El máximo es ${limit}.`) ?? '',
    advice: 'Divide el archivo en partes más pequeñas, o deja fuera las columnas que no vas a usar.',
  }),
  'no-project-open': () => ({
    title: 'No hay un proyecto abierto',
    where: '',
    advice: 'Crea un proyecto, abre uno anterior o entra a la demostración desde Inicio.',
  }),
  'project-locked': (details) => ({
    title: 'El proyecto ya está abierto en otra ventana o en otro equipo',
    where: place(details),
    advice:
      'Ciérralo allá y vuelve a abrirlo aquí. Dos personas no pueden escribir a la vez en el mismo proyecto.',
  }),
  'project-damaged': (details) => ({
    title: 'El archivo del proyecto está dañado y no se puede leer',
    where: place(details),
    advice:
      'No lo modifiques. Abre una copia de respaldo, o pide a informática que recupere una versión anterior.',
  }),
  'project-newer': (details) => ({
    title: 'El proyecto se hizo con una versión más nueva de Línea Base',
    where: place(details),
    advice: 'Actualiza el programa en este computador y vuelve a abrirlo. El archivo no se modificó.',
  }),
  'project-foreign': (details) => ({
    title: 'Este archivo no es un proyecto de Línea Base',
    where: place(details),
    advice:
      'Elige un archivo terminado en .lineabase. Si es una tabla de datos, crea un proyecto e impórtala en Mediciones.',
  }),
  'project-exists': (details) => ({
    title: 'Ya existe un proyecto con ese nombre',
    where: place(details),
    advice: 'Escribe otro nombre, o abre el proyecto que ya existe.',
  }),
  'project-missing': (details) => ({
    title: 'No se encontró el archivo del proyecto',
    where: place(details),
    advice: 'Pudo moverse, cambiar de nombre o estar en un disco desconectado. Búscalo con «Abrir proyecto».',
  }),
  'folder-not-writable': (details) => ({
    title: 'No se puede escribir en la carpeta',
    where: wordedWith(details.text('folder'), (folder) => `Carpeta «${folder}».`) ?? place(details),
    advice: 'Elige otra carpeta, por ejemplo Documentos, o pide a informática permiso para escribir en ella.',
  }),
  'disk-full': (details) => ({
    title: 'No queda espacio en el disco',
    where: place(details),
    advice: 'Libera espacio y vuelve a intentarlo. El proyecto quedó como estaba.',
  }),
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
    where: place(details),
    advice: saveFromExcel,
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
      wordedWith(details.text('identifier'), (identifier) => `Identificador «${identifier}».`),
      wordedWith(named(details.list('lines')), (lines) => `Líneas ${lines}.`),
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
  'instrument-missing': () => ({
    title: 'Ese instrumento ya no existe en el proyecto',
    where: '',
    advice: 'Elige otro instrumento, o crea uno nuevo a partir del archivo.',
  }),
  'variable-missing': (details) => ({
    title: 'Una variable que se necesita ya no existe',
    where:
      wordedWith(details.text('label') ?? details.text('variable'), (name) => `Variable «${name}».`) ?? '',
    advice: 'Elige otra variable en la definición, o deshaz el cambio que la quitó.',
  }),
  'variable-type': (details) => ({
    title: 'Esa variable no sirve para este cálculo',
    where: sentences(
      wordedWith(details.text('label') ?? details.text('variable'), (name) => `Variable «${name}».`),
      wordedWith(details.text('type') ?? details.text('found'), (type) => `Es de tipo ${type}.`),
      wordedWith(details.text('expected'), (expected) => `Se necesita ${expected}.`),
    ),
    advice: 'Elige otra variable, o corrige su tipo en Variables.',
  }),
  'variable-in-use': (details) => ({
    title: 'La variable se usa en otras partes del proyecto',
    where:
      wordedWith(
        named([...details.list('usedBy'), ...details.list('indicators')]),
        (uses) => `La usan: ${uses}.`,
      ) ?? '',
    advice: 'Cambia o elimina primero esas definiciones.',
  }),
  'wave-missing': () => ({
    title: 'Esa medición ya no existe en el proyecto',
    where: '',
    advice: 'Elige otra medición, o vuelve a importar su archivo.',
  }),
  'wave-in-use': (details) => ({
    title: 'La medición se usa en otras partes del proyecto',
    where:
      wordedWith(
        named([...details.list('usedBy'), ...details.list('comparisons')]),
        (uses) => `La usan: ${uses}.`,
      ) ?? '',
    advice: 'Cambia o elimina primero las comparaciones e informes que la nombran.',
  }),
  'waves-share-no-variable': (details) => ({
    title: 'Las mediciones elegidas no comparten ninguna variable',
    where: wordedWith(named(details.list('waves')), (waves) => `Mediciones: ${waves}.`) ?? '',
    advice:
      'Relaciona las preguntas de ambas con el mismo instrumento al importarlas, o elige otra medición.',
  }),
  'waves-without-identifier': (details) => ({
    title: 'No se puede reconocer a las mismas personas: falta un identificador en común',
    where:
      wordedWith(
        named([...details.list('waves'), ...details.list('wave')]),
        (waves) => `Sin identificador: ${waves}.`,
      ) ?? '',
    advice:
      'Compara como cortes independientes, o importa de nuevo marcando la columna que identifica a cada persona.',
  }),
  'no-matched-people': (details) => ({
    title: 'Ninguna persona aparece en las dos mediciones',
    where: wordedWith(named(details.list('waves')), (waves) => `Mediciones: ${waves}.`) ?? '',
    advice: 'Revisa que el identificador esté escrito igual en ambas, o compara como cortes independientes.',
  }),
  'indicator-missing': (details) => ({
    title: 'Ese indicador ya no existe en el proyecto',
    where: wordedWith(details.text('indicator'), (name) => `Indicador «${name}».`) ?? '',
    advice: 'Elige otro indicador, o deshaz su eliminación.',
  }),
  'indicator-invalid': (details) => ({
    title: 'La definición del indicador no está completa o se contradice',
    where: sentences(
      wordedWith(details.text('indicator') ?? details.text('name'), (name) => `Indicador «${name}».`),
      wordedWith(
        named([...details.list('fields'), ...details.list('field')]),
        (fields) => `Revisa ${fields}.`,
      ),
      wordedWith(details.text('value'), (value) => `Valor «${value}».`),
    ),
    advice: 'Corrígela en Indicadores y mira el resultado de prueba antes de guardar.',
  }),
  'comparison-missing': () => ({
    title: 'Esa comparación ya no existe en el proyecto',
    where: '',
    advice: 'Elige otra comparación, o deshaz su eliminación.',
  }),
  'comparison-invalid': (details) => ({
    title: 'La comparación no se puede calcular como está definida',
    where: sentences(
      wordedWith(
        named([...details.list('fields'), ...details.list('field')]),
        (fields) => `Revisa ${fields}.`,
      ),
      wordedWith(details.text('value'), (value) => `Valor «${value}».`),
    ),
    advice: 'La línea base y el seguimiento deben ser mediciones distintas, con al menos un indicador.',
  }),
  'chart-not-applicable': (details) => ({
    title: 'Ese gráfico no sirve para este resultado',
    where: wordedWith(details.text('chart'), (chart) => `Gráfico «${chart}».`) ?? '',
    advice: 'Elige otro de los gráficos que se ofrecen para la comparación.',
  }),
  'report-missing': () => ({
    title: 'Ese informe ya no existe en el proyecto',
    where: '',
    advice: 'Elige otro informe, o deshaz su eliminación.',
  }),
  'report-empty': () => ({
    title: 'El informe todavía no tiene contenido',
    where: '',
    advice: 'Agrega al menos un resultado o un texto antes de generarlo.',
  }),
  'report-failed': (details) => ({
    title: 'No se pudo generar el informe',
    where: sentences(
      wordedWith(details.text('format'), (format) => `Formato ${format.toUpperCase()}.`),
      wordedWith(
        details.text('problem') ?? details.text('reason'),
        (problem) => `Detalle técnico: ${problem}.`,
      ),
    ),
    advice: `Prueba con otro formato o quita el último bloque que agregaste. ${askSupport}`,
  }),
  'practice-missing': (details) => ({
    title: 'Esa práctica no existe',
    where: wordedWith(details.text('slug'), (slug) => `Ficha «${slug}».`) ?? '',
    advice: 'Elige otra práctica, o deshaz su eliminación.',
  }),
  'practice-invalid': (details) => ({
    title: 'La ficha de la práctica tiene datos que no se pueden guardar',
    where: sentences(
      place(details),
      wordedWith(
        named([...details.list('fields'), ...details.list('field')]),
        (fields) => `Revisa ${fields}.`,
      ),
    ),
    advice: 'Corrige esos campos y guarda otra vez.',
  }),
  'claim-missing': () => ({
    title: 'Esa afirmación ya no está en la ficha',
    where: '',
    advice: 'Vuelve a abrir la práctica y elige otra afirmación.',
  }),
  'nothing-to-undo': () => ({ title: 'No queda nada por deshacer', where: '', advice: '' }),
  'nothing-to-redo': () => ({ title: 'No queda nada por rehacer', where: '', advice: '' }),
  'vault-locked': () => ({
    title: 'El archivo con las identidades está cerrado',
    where: '',
    advice: 'Ábrelo con la clave que eligió la persona encargada de los datos.',
  }),
  'vault-damaged': (details) => ({
    title: 'El archivo con las identidades está dañado o la clave no corresponde',
    where: place(details),
    advice: 'Recupera una copia de respaldo. Los resultados del proyecto no se ven afectados.',
  }),
  'engine-stopped': () => ({
    title: 'El motor de cálculo se detuvo antes de terminar',
    where: '',
    advice:
      'El proyecto quedó como estaba. Intenta de nuevo; si usas el navegador, revisa que la terminal siga abierta.',
  }),
};

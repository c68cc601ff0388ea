import { type DetailsReader, type ErrorWording, sentences } from '../error-details';
import { askSupport, named, place, reasonSentence, wordedWith } from './error-phrases';

const linkProblems: Record<string, string> = {
  'same-wave': 'Las dos personas aparecen en la misma medición, así que no pueden ser la misma',
  'same-person': 'Esas dos filas ya figuran como la misma persona',
  'same-row': 'Elegiste dos veces la misma fila',
  'no-identifier': 'La medición no tiene una columna que reconozca a las personas',
  'row-missing': 'Esa fila ya no está en la medición',
  'link-missing': 'Esa decisión ya no existe',
};

const cleaningReasons: Readonly<Record<string, string>> = {
  'not-an-answer': 'El valor no es una de sus respuestas.',
  'wrong-type': 'El valor no es de su tipo.',
  'row-not-found': 'Esa fila no está en la medición.',
  'no-person': 'La fila no tiene identificador, así que solo puede corregirse en esta medición.',
  'same-value': 'El valor nuevo es igual al que está.',
  'nothing-to-change': 'Ninguna celda tiene ese valor.',
  'not-answers': 'Solo se unen respuestas de una lista.',
  'variable-absent': 'La medición no tiene esa variable.',
};

export const definitionErrors = {
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
  'link-invalid': (details) => ({
    title: linkProblems[details.text('reason') ?? ''] ?? 'No se puede decidir sobre esas dos filas',
    where: sentences(
      wordedWith(details.text('wave'), (wave) => `Medición «${wave}».`),
      wordedWith(named(details.list('lines')), (lines) => `Líneas: ${lines}.`),
    ),
    advice:
      'Revisa las dos filas en la lista de personas. Si una está repetida dentro de la medición, resuelve eso primero.',
  }),
  'wave-missing': () => ({
    title: 'Esa medición ya no existe en el proyecto',
    where: '',
    advice: 'Elige otra medición, o vuelve a importar su archivo.',
  }),
  'wave-plan-missing': (details) => ({
    title: 'La medición no guarda cómo se leyó su archivo',
    where: place(details),
    advice:
      'Se importó con una versión anterior del programa. Importa el archivo completo como una medición nueva.',
  }),
  'correction-foreign': (details) => ({
    title: 'Este archivo no trae filas apartadas de esta medición',
    where: place(details),
    advice:
      'Usa el archivo que exporta «Filas apartadas» de esta medición, corrige sus celdas y no cambies la columna «comprobante».',
  }),
  'correction-rows': (details) => ({
    title: 'Algunas filas del archivo no se pueden agregar',
    where: place(details),
    advice: 'Quita del archivo esas filas: ya están en la medición, no estaban apartadas o vienen dos veces.',
  }),
  'wave-files-incomplete': (details) => ({
    title: 'Esta medición se armó con varios archivos, y no se reconocen todos',
    where: [place(details), details.text('missing') && `Falta: ${details.text('missing')}.`]
      .filter(Boolean)
      .join(' '),
    advice:
      'Elige juntos todos los archivos de la medición, corregidos o no, con los nombres que tenían al importarlos.',
  }),
  'cleaning-missing': () => ({
    title: 'Esa anotación ya no está en el registro de limpieza',
    where: '',
    advice: 'Vuelve a abrir la medición para ver el registro como está ahora.',
  }),
  'cleaning-invalid': (details) => ({
    title: 'Esa corrección no se puede hacer',
    where: sentences(
      wordedWith(details.text('variable'), (name) => `Variable «${name}».`),
      cleaningReasons[details.text('reason') ?? ''] ?? null,
    ),
    advice: 'Revisa la variable, la fila y el valor nuevo, y vuelve a intentarlo.',
  }),
  'cleaning-identity': (details) => ({
    title: 'Una identidad no se escribe en el registro de limpieza',
    where: wordedWith(details.text('variable'), (name) => `Variable «${name}».`) ?? '',
    advice:
      'Corrige el identificador en el archivo de origen y vuelve a importarlo; en el motivo, no escribas RUT, correos ni teléfonos.',
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
    where:
      wordedWith(
        named([...details.list('waves'), ...details.list('baseline'), ...details.list('followUp')]),
        (waves) => `Mediciones: ${waves}.`,
      ) ?? '',
    advice:
      'Relaciona las preguntas de ambas con el mismo instrumento al importarlas, o elige otra medición.',
  }),
  'waves-without-identifier': (details) => ({
    title: 'No se puede reconocer a las mismas personas: falta un identificador en común',
    where:
      wordedWith(
        named([
          ...details.list('waves'),
          ...details.list('wave'),
          ...details.list('baseline'),
          ...details.list('followUp'),
        ]),
        (waves) => `Mediciones: ${waves}.`,
      ) ?? '',
    advice:
      'Compara como cortes independientes, o importa de nuevo marcando la columna que identifica a cada persona.',
  }),
  'no-matched-people': (details) => ({
    title: 'Ninguna persona aparece en las dos mediciones',
    where:
      wordedWith(
        named([...details.list('waves'), ...details.list('baseline'), ...details.list('followUp')]),
        (waves) => `Mediciones: ${waves}.`,
      ) ?? '',
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
      reasonSentence(details),
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
      reasonSentence(details),
      wordedWith(
        named([...details.list('fields'), ...details.list('field')]),
        (fields) => `Revisa ${fields}.`,
      ),
      wordedWith(details.text('value'), (value) => `Valor «${value}».`),
    ),
    advice: 'La línea base y el seguimiento deben ser mediciones distintas, con al menos un indicador.',
  }),
  'design-invalid': (details) => ({
    title: 'El diseño de la muestra no se puede usar como está declarado',
    where: sentences(
      reasonSentence(details),
      wordedWith(details.text('variable'), (name) => `Variable «${name}».`),
      wordedWith(details.text('wave'), (name) => `Medición «${name}».`),
      wordedWith(details.text('value'), (value) => `Valor «${value}».`),
    ),
    advice: 'Corrígelo en el diseño de la muestra.',
  }),
  'design-value-missing': (details) => ({
    title: 'Hay filas sin estrato o sin conglomerado',
    where: sentences(
      wordedWith(details.text('wave'), (name) => `Medición «${name}».`),
      wordedWith(details.text('variable'), (name) => `Variable «${name}».`),
      wordedWith(details.count('count'), (count) => `Filas sin dato: ${count}.`),
      wordedWith(details.count('line'), (line) => `La primera está en la línea ${line}.`),
    ),
    advice:
      'Completa el dato en el archivo e impórtalo de nuevo, o deja de declarar esa variable como parte del diseño.',
  }),
  'weights-invalid': (details) => ({
    title: 'Hay pesos que no se pueden usar',
    where: sentences(
      wordedWith(details.text('wave'), (name) => `Medición «${name}».`),
      wordedWith(details.text('variable'), (name) => `Variable «${name}».`),
      wordedWith(details.count('missing'), (count) => `Filas sin peso: ${count}.`),
      wordedWith(details.count('negative'), (count) => `Filas con un peso menor que cero: ${count}.`),
      wordedWith(details.count('positive'), (count) => `Filas con un peso mayor que cero: ${count}.`),
      wordedWith(details.count('line'), (line) => `La primera está en la línea ${line}.`),
    ),
    advice:
      'Cada fila necesita un peso de cero o más. Corrige el archivo e impórtalo de nuevo, o elige otra columna de pesos.',
  }),
  'population-incomplete': (details) => ({
    title: 'Faltan tamaños de población',
    where: sentences(
      wordedWith(details.text('wave'), (name) => `Medición «${name}».`),
      wordedWith(details.text('stratum'), (name) => `Estrato «${name}».`),
    ),
    advice:
      'Indica el tamaño de la población de cada estrato en cada medición que se compara, o deja todos sin declarar.',
  }),
  'population-too-small': (details) => ({
    title: 'La población declarada es menor que la muestra',
    where: sentences(
      wordedWith(details.text('wave'), (name) => `Medición «${name}».`),
      wordedWith(details.text('stratum'), (name) => `Estrato «${name}».`),
      wordedWith(details.count('size'), (size) => `Tamaño declarado: ${size}.`),
      wordedWith(details.count('clusters'), (count) => `Conglomerados en la muestra: ${count}.`),
      wordedWith(details.count('people'), (count) => `Personas en la muestra: ${count}.`),
    ),
    advice:
      'Revisa el tamaño en el diseño de la muestra: se cuenta en conglomerados si hay conglomerados, y en personas si no.',
  }),
  'chart-not-applicable': (details) => ({
    title: 'Ese gráfico no sirve para este resultado',
    where: sentences(
      wordedWith(details.text('chart'), (chart) => `Gráfico «${chart}».`),
      reasonSentence(details),
    ),
    advice: 'Elige otro de los gráficos que se ofrecen para la comparación.',
  }),
  'series-too-long': (details) => ({
    title: 'Las fechas abarcan demasiado tiempo',
    where: sentences(
      wordedWith(details.text('from'), (from) => `La primera fecha es ${from}.`),
      wordedWith(details.text('to'), (to) => `La última es ${to}.`),
      wordedWith(details.count('periods'), (periods) => `Son ${periods} períodos.`),
    ),
    advice:
      'Casi siempre hay una fecha mal escrita: corrígela en el archivo, o declara las fechas de inicio y término en la medición.',
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
  'vault-locked': (details) => {
    const missing = details.text('missing');
    return {
      title: 'El archivo con las identidades está cerrado',
      where: '',
      advice:
        missing === 'vault'
          ? 'Pon el archivo «-vault» junto al proyecto: quedó en la carpeta o en el computador de donde vino la copia.'
          : missing === 'key'
            ? 'Ábrelo en el computador donde se importaron los datos, o protégelo allí con una contraseña para poder llevarlo.'
            : 'Ábrelo con la contraseña que eligió la persona encargada de los datos y repite lo que hacías.',
    };
  },
  'vault-passphrase-wrong': () => ({
    title: 'La contraseña no abre el archivo con las identidades',
    where: '',
    advice: 'Revisa mayúsculas, tildes y el idioma del teclado. Sin la contraseña nadie puede recuperarlo.',
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
} satisfies Record<string, (details: DetailsReader) => ErrorWording>;

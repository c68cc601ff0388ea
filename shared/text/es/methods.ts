import type { MethodName } from '../../contract';

/** What each method does, for the help of the command line; English is the contract's own summary. */
export const methodText: Record<MethodName, string> = {
  'system.info': 'Versión, anfitrión y límites del programa',
  'project.current': 'El proyecto abierto, o null',
  'project.recent': 'Proyectos abiertos antes, del más nuevo al más antiguo',
  'project.create':
    'Crea un proyecto vacío y lo abre; el archivo dice dónde, si no, en la carpeta de proyectos',
  'project.open': 'Abre un proyecto reciente por su referencia',
  'project.openFile': 'Abre un proyecto desde su archivo',
  'project.openDemonstration': 'Abre la demostración; si no existe, antes importa sus datos sintéticos',
  'project.saveAs': 'Escribe una copia del proyecto y sigue trabajando en ella',
  'project.exportFile': 'Escribe una copia para entregar; las identidades no van en ella',
  'project.rename': 'Cambia el nombre del proyecto',
  'project.configure':
    'Cambia el diseño declarado y los umbrales de privacidad; bajar un umbral pide un motivo',
  'project.close': 'Cierra el proyecto abierto',
  'import.inspect': 'Reconoce cómo está escrito un archivo, con evidencia, muestra y propuesta por columna',
  'import.propose':
    'Revisa un archivo y propone su importación completa: instrumento, correspondencias, medición y plan',
  'import.table': 'Un tramo de las celdas de un archivo tal como se leen, sin convertir nada',
  'import.exportTable':
    'Escribe la tabla completa de un archivo, tal como se lee, en un CSV limpio (RFC 4180, UTF-8)',
  'import.column':
    'Lo que pasaría con una columna según su plan: lo que se guarda, lo que falta y lo que no se entiende',
  'import.match': 'Relaciona las columnas de un archivo con un instrumento y muestra las diferencias',
  'wave.import': 'Importa un archivo como medición, tal como se confirmó',
  'wave.list': 'Todas las mediciones, por fecha',
  'wave.receipt': 'Lo que la importación leyó, guardó, apartó y cambió',
  'wave.crosswalk':
    'Cómo se hizo cada pregunta del instrumento en una medición y qué se decidió sobre las diferencias',
  'wave.exportCrosswalk': 'Escribe en CSV la correspondencia de una medición con el instrumento',
  'wave.rows': 'Un tramo de las filas guardadas de una medición',
  'wave.update': 'Cambia el nombre, el momento o las fechas de una medición',
  'wave.remove': 'Elimina una medición y sus datos para siempre',
  'wave.exportSetAside': 'Escribe las filas apartadas y su motivo, para corregirlas e importarlas de nuevo',
  'codebook.describe':
    'Lo que dice un XLSForm (o el diccionario de SPSS): preguntas, opciones, reglas y lo que no se usa',
  'instrument.draft': 'Crear el borrador de un instrumento desde un XLSForm, antes de tener datos',
  'instrument.declareRows':
    'Decir qué es cada fila de un instrumento; si no es una persona, los grupos pequeños no se protegen',
  'cleaning.list':
    'El registro de limpieza de un instrumento, con lo que hizo cada anotación en cada medición',
  'cleaning.preview': 'Cuántas celdas de qué mediciones cambiaría una corrección, antes de hacerla',
  'cleaning.add':
    'Recodifica una respuesta, une respuestas o corrige una celda, con su motivo; se puede deshacer',
  'cleaning.remove': 'Quita una anotación del registro de limpieza y los valores vuelven; se puede deshacer',
  'cleaning.export':
    'Escribe el registro de limpieza en CSV: quién, cuándo, fila, variable, antes, después y motivo',
  'wave.addCorrected': 'Agrega a una medición las filas apartadas que vuelven corregidas en su archivo',
  'wave.reimport':
    'Compara una medición con su archivo corregido fuera; con apply, reemplaza sus datos y repite la limpieza',
  'instrument.list': 'Todos los instrumentos con sus variables',
  'variable.update': 'Cambia la etiqueta, la unidad, el orden de las opciones o la escala de una variable',
  'variable.distribution': 'Cómo se reparten las respuestas de una variable por medición y grupo',
  'design.get':
    'Cómo se eligió a quienes respondieron un instrumento: lo declarado (null si nada), lo que sugieren los datos y sus indicios (identificadores repetidos, columnas que parecen pesos, escuelas o estratos; share va de 0 a 1)',
  'design.save':
    'Declara cómo se eligió a quienes respondieron: stratumId, clusterId y weightId son variables (null si no hay); populations cuenta conglomerados si hay clusterId y personas si no (waveId null: todas las mediciones; stratum null: sin estratos); se puede deshacer',
  'variable.compare':
    'Compara una variable entre dos mediciones: reparto, medianas, corrimiento y prueba de rangos o categorías',
  'indicator.list': 'Todos los indicadores',
  'indicator.save': 'Crea un indicador (id null) o cambia uno',
  'indicator.remove': 'Elimina un indicador; se puede deshacer',
  'indicator.preview': 'Resultado de un indicador que aún se está armando',
  'comparison.compute':
    'Compara la línea base con sus seguimientos, por indicador y grupo; sampling como en design.save (sin él, cada fila se eligió por separado), analysis elige intervalo, familia de pruebas y norma de fiabilidad',
  'comparison.propose':
    'Propone línea base, seguimientos y diseño: el declarado o, si no hay, según los identificadores que comparten las mediciones',
  'comparison.list': 'Comparaciones guardadas',
  'comparison.save': 'Guarda una comparación (id null crea una)',
  'comparison.remove': 'Elimina una comparación guardada; se puede deshacer',
  'comparison.export': 'Escribe la tabla de una comparación en CSV (Excel en Chile, o RFC 4180)',
  'chart.export': 'Escribe un gráfico de una comparación en SVG o PNG',
  'people.overview': 'A cuántas personas reconoce cada medición y a cuántas se las vuelve a encontrar',
  'people.unmatched': 'Las personas de una medición que no están en otra',
  'people.exportUnmatched':
    'Escribe en un archivo, por seudónimo y línea, las personas de una medición que no están en otra',
  'people.candidates':
    'Personas sin pareja de dos mediciones que pueden ser la misma, por nombre, fecha de nacimiento y grupo, para revisar',
  'people.nearDuplicates': 'Filas de una medición que pueden ser la misma persona, para revisar',
  'people.link': 'Decide que dos filas de distintas mediciones son la misma persona',
  'people.keepApart': 'Decide que dos filas son personas distintas, para que no se vuelvan a proponer',
  'people.unlink': 'Deshace una decisión sobre dos personas; sus filas recuperan el seudónimo que tenían',
  'people.links': 'Todas las decisiones sobre quién es la misma persona',
  'people.importAliases':
    'Une a las personas que una tabla de dos identificadores (como IPE y RUN) dice que son la misma',
  'panel.describe':
    'Quiénes están en ambas mediciones, en qué se distinguen quienes no, y el cambio con la composición fija',
  'scale.analyse': 'Consistencia de los ítems de un índice en cada medición: alfa, ítem por ítem',
  'series.compute':
    'Cuenta casos o un indicador por mes, y estima el cambio de nivel y de ritmo en una fecha (cutDate null: solo cuenta)',
  'planning.compute':
    'Cuántas personas hacen falta para detectar un cambio, o qué cambio detectan las que hay; no necesita proyecto',
  'report.list': 'Todos los informes, con su estado',
  'report.save': 'Crea un informe (id null) o cambia uno',
  'report.remove': 'Elimina un informe; se puede deshacer',
  'report.render': 'Genera los archivos de un informe; svg, png y csv dan un archivo por figura o tabla',
  'commission.list': 'Todas las comisiones del proyecto',
  'commission.save': 'Crea una comisión (id null) o cambia una',
  'commission.fromTemplate':
    'Crea una comisión con la hoja de puntajes de la plantilla de una ficha, vacía o con sus puntajes sintéticos',
  'commission.remove': 'Elimina una comisión; se puede deshacer',
  'commission.result': 'Puntajes, lugares con empates, acuerdo, y qué cambia si falta un evaluador',
  'commission.readScores': 'Lee los puntajes de una planilla y dice cuáles no se pueden tomar y por qué',
  'commission.exportSheet':
    'Escribe un libro con una hoja de puntajes por evaluador, para llenar y volver a leer',
  'commission.print': 'Escribe el acta de una comisión',
  'coding.list': 'Respuestas abiertas de una codificación y lo que una persona marcó; no las marcas de otra',
  'coding.assign': 'Da temas a respuestas (codes null los quita; coder null deja lo acordado)',
  'coding.disagreements': 'Respuestas que dos personas codificaron distinto, con lo que marcó cada una',
  'coding.forget': 'Quita lo que codificó una persona, todo o solo lo perdido; se puede deshacer',
  'coding.exportSheet': 'Escribe la planilla de una persona para codificar en una hoja de cálculo',
  'coding.importSheet': 'Lee una planilla codificada como marcas de una persona',
  'measurement.list': 'Todos los recuentos guardados del proyecto',
  'measurement.save': 'Crea un recuento (id null) o cambia uno',
  'measurement.remove': 'Elimina un recuento; se puede deshacer',
  'measurement.export': 'Escribe las cifras de un recuento en CSV, o uno de sus gráficos en SVG o PNG',
  'measurement.compute': 'Cuenta lo que pide un recuento, con intervalos y grupos pequeños protegidos',
  'practice.list': 'Todas las fichas de prácticas del proyecto',
  'practice.save': 'Crea una ficha (id null) o cambia una',
  'practice.remove': 'Elimina una ficha; se puede deshacer',
  'practice.addSeed': 'Agrega al proyecto una ficha que viene con el programa',
  'practice.evidence': 'Cada afirmación de una práctica con el resultado que la sostiene y si aún vale',
  'practice.printEvidence':
    'Imprime todas las afirmaciones de una práctica con lo que sostiene a cada una y si aún vale',
  'practice.bundle':
    'Guarda ficha, evidencia, informes y agregados publicados de una práctica en un zip que se puede comprobar',
  'practice.print': 'Imprime la ficha de una práctica',
  'template.list': 'Las plantillas del programa y las prácticas del proyecto que las usan',
  'template.describe':
    'Qué trae una plantilla: instrumentos, indicadores, comparaciones, informe, archivos de ejemplo y cifras',
  'template.use':
    'Crea los instrumentos, indicadores y recuentos de una plantilla para una práctica (null agrega su ficha); lo que ya está se mantiene',
  'template.status': 'Hasta dónde llegó una práctica con su plantilla y qué falta',
  'template.importSample':
    'Importa los archivos sintéticos de una plantilla por el camino de siempre; null importa los que faltan',
  'template.prepare':
    'Crea las comparaciones que ya tienen mediciones, el informe y los vínculos de las afirmaciones; dice qué quedó fuera',
  'template.figures': 'Cada cifra del documento junto a la calculada',
  'instrument.gap':
    'Qué preguntas de un instrumento faltan en un archivo y qué no se puede calcular sin ellas',
  'instrument.exportXlsForm':
    'Escribe un instrumento como XLSForm para KoboToolbox u ODK, revisado según las reglas publicadas',
  'practice.seeds': 'Las fichas de prácticas que vienen con el programa',
  'practice.duplicate':
    'Copia una ficha como punto de partida: quedan fuera su municipio, fechas, fuente, cifras declaradas y evidencia',
  'practice.archive': 'Archiva una ficha o la saca del archivo',
  'practice.history': 'Los estados en que se guardó una ficha, el último primero',
  'practice.restore': 'Guarda de nuevo una ficha como estaba en un paso de su historia',
  'practice.export':
    'Escribe fichas en un archivo: JSON, o CSV como lo lee Excel en Chile, una fila por ficha',
  'practice.import': 'Agrega las fichas de un archivo JSON o CSV: todas o, si una no se puede leer, ninguna',
  'history.state': 'Lo que harían ahora deshacer y rehacer',
  'history.undo': 'Deshace el último cambio de una definición, o los últimos juntos',
  'history.redo': 'Rehace el último cambio deshecho',
  'vault.status':
    'Si el archivo con las identidades está abierto, cómo se guarda su clave y cuántas personas contiene',
  'vault.protect': 'Protege las identidades con una contraseña en vez de una clave en este computador',
  'vault.unlock': 'Abre las identidades con su contraseña hasta que se cierre el proyecto',
  'vault.lock': 'Cierra las identidades que se abrieron con contraseña',
  'vault.changePassphrase': 'Cambia la contraseña de las identidades',
  'vault.reveal':
    'Escribe en un archivo quién está detrás de los seudónimos de una medición y anota el motivo en la auditoría',
  'vault.audit': 'Lo que se hizo con las identidades del proyecto, lo último primero',
  'vault.destroy':
    'Destruye las identidades de una medición o de todas: los seudónimos quedan y nunca más se podrán unir a personas',
};

import { type DetailsReader, type ErrorWording, sentences } from '../error-details';
import { askSupport, named, place, wordedWith } from './error-phrases';

export const systemErrors = {
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
} satisfies Record<string, (details: DetailsReader) => ErrorWording>;

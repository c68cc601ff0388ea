import type { DetailsReader, ErrorWording } from '../error-details';
import { sentences } from '../error-details';
import { recordProblem } from '../practice-exchange';
import { named, place, reasonSentence } from './error-phrases';

/** Failures around tallies, templates, records, panels and bundles. */
export const evidenceErrors = {
  'measurement-missing': () => ({
    title: 'El recuento ya no existe',
    where: '',
    advice: 'Vuelve a la lista de recuentos y elige otro, o deshaz su eliminación.',
  }),
  'template-missing': () => ({
    title: 'No hay una plantilla con ese nombre',
    where: '',
    advice: 'Elige una práctica de la lista del programa.',
  }),
  'commission-missing': () => ({
    title: 'La comisión ya no existe',
    where: '',
    advice: 'Vuelve a la lista de comisiones y elige otra, o deshaz su eliminación.',
  }),
  'measurement-invalid': (details) => ({
    title: 'El recuento no se puede calcular así',
    where: sentences(reasonSentence(details), place(details), details.text('problem')),
    advice: 'Revisa lo que pide el recuento y guárdalo de nuevo.',
  }),
  'template-invalid': (details) => ({
    title: 'La plantilla no se puede usar',
    where: sentences(place(details), details.text('problem')),
    advice: 'Actualiza el programa o elige otra plantilla. Nada cambió en el proyecto.',
  }),
  'commission-invalid': (details) => ({
    title: 'Hay algo que no cuadra en la comisión',
    where: sentences(
      reasonSentence(details),
      named([...details.list('name'), ...details.list('evaluator'), ...details.list('candidate')]),
      place(details),
    ),
    advice: 'Corrige lo señalado. Nada se guardó todavía.',
  }),
  'scores-unrecognised': (details) => ({
    title: 'El archivo no parece una planilla de puntajes',
    where: sentences(place(details), named(details.list('tables'))),
    advice: 'Usa la planilla que exporta la comisión y no cambies sus títulos. Nada se guardó.',
  }),
  'coding-sheet-unrecognised': (details) => ({
    title: 'El archivo no parece una planilla de codificación',
    where: sentences(place(details), reasonSentence(details)),
    advice:
      'Usa la planilla que descarga la pantalla de codificación y no cambies sus títulos. Nada se guardó.',
  }),
  'record-unrecognised': (details) => ({
    title: 'El archivo no contiene fichas que se puedan leer',
    where: sentences(place(details), recordProblem(details, 'es')),
    advice: 'Usa un archivo JSON o CSV exportado por el programa. Nada se agregó.',
  }),
  'record-newer': (details) => ({
    title: 'La ficha viene de una versión más nueva del programa',
    where: sentences(place(details), recordProblem(details, 'es')),
    advice: 'Actualiza el programa y vuelve a importarla. Nada se agregó.',
  }),
  'bundle-altered': (details) => ({
    title: 'El paquete de evidencia no está como se exportó',
    where: place(details),
    advice: 'Pide de nuevo el archivo .zip a quien lo exportó, y compara su huella SHA-256.',
  }),
  'bundle-unrecognised': (details) => ({
    title: 'El archivo no es un paquete de evidencia',
    where: sentences(place(details), details.text('problem')),
    advice: 'Elige el archivo .zip que exportó el programa, sin cambiarlo.',
  }),
  'instrument-rows': (details) => ({
    title: 'Estas filas son de personas',
    where: sentences(reasonSentence(details), place(details), named(details.list('columns'))),
    advice:
      'Un archivo con identificadores de personas mantiene protegidos sus grupos pequeños. Deja las filas como personas o casos.',
  }),
} satisfies Record<string, (details: DetailsReader) => ErrorWording>;

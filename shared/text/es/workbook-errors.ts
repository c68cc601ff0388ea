import { type DetailsReader, type ErrorWording, sentences } from '../error-details';
import { place, wordedWith } from './error-phrases';

const kinds: Readonly<Record<string, { what: string; advice: string }>> = {
  folder: {
    what: 'Es una carpeta, no un archivo.',
    advice: 'Elige el archivo que está dentro de ella.',
  },
  xlsb: {
    what: 'Es un libro binario de Excel (XLSB).',
    advice: 'Ábrelo en Excel y guárdalo como «Libro de Excel (.xlsx)».',
  },
  'old-xls': {
    what: 'Es un libro de una versión de Excel muy antigua.',
    advice: 'Ábrelo en Excel o LibreOffice y guárdalo como «Libro de Excel (.xlsx)».',
  },
  'xls-too-large': {
    what: 'Es un libro de Excel antiguo (XLS) demasiado grande.',
    advice: 'Ábrelo en Excel y guárdalo como «Libro de Excel (.xlsx)», que se lee por partes.',
  },
  numbers: {
    what: 'Es una hoja de Numbers.',
    advice: 'Ábrela en Numbers y expórtala a Excel o a CSV.',
  },
  zip: {
    what: 'Es un archivo comprimido que no contiene un libro.',
    advice: 'Descomprímelo e importa la planilla que está adentro.',
  },
  'web-archive': {
    what: 'Es una página web guardada en un solo archivo.',
    advice: 'Ábrela en Excel y guárdala como «Libro de Excel (.xlsx)».',
  },
  'no-table': {
    what: 'Es una página web sin ninguna tabla.',
    advice:
      'Revisa que la descarga haya terminado bien: puede ser un mensaje de error o de ingreso al sistema.',
  },
  xml: {
    what: 'Es un archivo XML que no es una planilla.',
    advice: 'Pide los datos a su origen en Excel o CSV.',
  },
  json: {
    what: 'Es un archivo JSON: datos para programas, no una tabla con filas y columnas.',
    advice:
      'Vuelve a descargarlo eligiendo Excel o CSV. En Excel también puedes abrirlo en «Datos, Obtener datos, Desde un archivo JSON» y guardarlo como «Libro de Excel (.xlsx)».',
  },
  document: {
    what: 'Es un documento, no una tabla.',
    advice:
      'Pide los datos a su origen en Excel o CSV; una tabla dentro de un documento no se puede leer sin riesgo.',
  },
};

const unsafeReasons: Readonly<Record<string, string>> = {
  entities: 'Define textos que se expanden por sí solos, algo que ninguna planilla necesita.',
  ratio: 'Al descomprimirlo crecería sin medida.',
  size: 'Al descomprimirlo ocuparía más de lo que declara o de lo que se puede leer.',
  parts: 'Contiene demasiadas partes.',
  cells: 'Repite su contenido en una cantidad de celdas sin medida.',
};

/** What the file is, where an error names its kind. */
export function unsupportedKind(details: DetailsReader): { what: string; advice: string } | null {
  const kind = details.text('kind') ?? '';
  return Object.hasOwn(kinds, kind) ? (kinds[kind] ?? null) : null;
}

function inPart(details: DetailsReader): string | null {
  return wordedWith(details.text('part'), (part) => `Parte del archivo: ${part}.`);
}

export const workbookErrors = {
  'workbook-protected': (details) => ({
    title: 'La planilla está protegida con contraseña',
    where: place(details),
    advice:
      'Ábrela en Excel con su contraseña, quítala en «Archivo, Información, Proteger libro, Cifrar con contraseña», guárdala e impórtala de nuevo.',
  }),
  'workbook-damaged': (details) => ({
    title: 'La planilla está dañada o incompleta',
    where: sentences(place(details), inPart(details)),
    advice:
      'Descárgala otra vez desde su origen. Si sigue igual, ábrela en Excel, deja que la repare, revisa sus filas y guárdala.',
  }),
  'workbook-unsafe': (details) => {
    const reason = details.text('reason') ?? '';
    return {
      title: 'La planilla no se leyó, para cuidar este equipo',
      where: sentences(
        place(details),
        Object.hasOwn(unsafeReasons, reason) ? (unsafeReasons[reason] ?? null) : null,
        inPart(details),
      ),
      advice: 'Ábrela en Excel, copia solo la tabla en un libro nuevo, guárdalo e impórtalo.',
    };
  },
  'workbook-empty': (details) => ({
    title: 'No hay datos en la hoja',
    where: sentences(
      place(details),
      wordedWith(details.text('table'), (table) => `Hoja «${table}».`),
    ),
    advice: 'Elige otra hoja. Un gráfico o una imagen no es una tabla: los datos deben estar en celdas.',
  }),
  'table-missing': (details) => ({
    title: 'El archivo no tiene esa tabla',
    where: sentences(
      place(details),
      wordedWith(details.text('table'), (table) => `Tabla «${table}».`),
    ),
    advice: 'Elige una de las tablas que el archivo tiene ahora.',
  }),
} satisfies Record<string, (details: DetailsReader) => ErrorWording>;

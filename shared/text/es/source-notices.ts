/** Reads one detail of a notice as text; empty when the engine gave none of that name. */
type Detail = (name: string) => string;

function counted(detail: Detail, one: string, many: string): string {
  return detail('count') === '1' ? `1 ${one}` : `${detail('count')} ${many}`;
}

/** What the analyst should know of a file, by code; lines and columns are told after the sentence. */
export const sourceNoticesText = {
  lines: (lines: string, more: boolean) => (more ? `Filas ${lines} y otras.` : `Filas: ${lines}.`),
  columns: (columns: string, more: boolean) => (more ? `${columns} y otras.` : `${columns}.`),
  words: {
    'other-sheets': (detail: Detail) =>
      `Se leyó la hoja «${detail('sheet')}»; el archivo tiene ${counted(detail, 'hoja más', 'hojas más')}.`,
    'hidden-sheets': (detail: Detail) =>
      `El archivo tiene ${counted(detail, 'hoja oculta', 'hojas ocultas')}, que no se lee si no la eliges:`,
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
      `${counted(detail, 'celda tiene', 'celdas tienen')} un error de Excel, como #N/A; se conserva ese texto y se propone como dato perdido.`,
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
    'comments-ignored': (_detail: Detail) => 'La hoja tiene comentarios, que no se leen.',
  },
};

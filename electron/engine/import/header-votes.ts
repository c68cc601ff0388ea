import { foldText, looksLikeDate, looksLikeNumber } from './cell-shapes';

/** Columns in which a row differs from, or resembles, the rows below it. */
export type HeaderVotes = { header: number; data: number };

const categories = 12;
const headerWords = new Set(
  (
    'id codigo code nombre nombres name apellido apellidos rut run ipe dv pasaporte edad age sexo genero sex gender fecha date hora time ' +
    'comuna region pais country provincia ciudad city direccion telefono phone correo email mail escuela colegio establecimiento school ' +
    'rbd curso nivel grado grade nacionalidad nationality pregunta question respuesta answer total valor value monto amount cantidad numero ' +
    'number n ano year mes month dia day estado status tipo type categoria category descripcion description observacion observaciones comentario ' +
    'comentarios comments url precio price producto product item puntaje score nota notas opinion situacion migratoria indicador title titulo'
  ).split(' '),
);

/** Judges a row against the rows below it, column by column; `rows` are their cells. */
export function voteForHeader(cells: readonly string[], rows: readonly (readonly string[])[]): HeaderVotes {
  const votes = { header: 0, data: 0 };
  cells.forEach((cell, column) => {
    const text = cell.trim();
    const below = rows.map((row) => (row[column] ?? '').trim()).filter((value) => value !== '');
    if (text === '' || below.length === 0) return;
    const side = judge(text, below);
    if (side !== null) votes[side] += 1;
  });
  if (votes.header === 0 && votes.data === 0 && cells.some(isHeaderWord)) votes.header += 1;
  return votes;
}

function judge(text: string, below: readonly string[]): keyof HeaderVotes | null {
  const values = below.filter(isValue).length;
  if (values > below.length * 0.7) {
    if (!isValue(text)) return 'header';
    return isYear(text) && below.filter(isYear).length < below.length / 2 ? 'header' : 'data';
  }
  if (isValue(text)) return isYear(text) ? null : 'data';
  const same = below.filter((value) => value === text).length;
  if (same >= Math.max(2, below.length * 0.05)) return 'data';
  if (below.length < 3) return null;
  const distinct = new Set(below).size;
  if (below.length >= 8 && distinct <= categories && distinct <= below.length / 3) {
    return same > 0 ? 'data' : 'header';
  }
  const [shape, count] = commonest(below.map(shapeOf));
  if (count >= below.length * 0.8 && shape.includes('9')) return shapeOf(text) === shape ? 'data' : 'header';
  return null;
}

/** True for cells that are a number or a date, which titles seldom are. */
export function isValue(text: string): boolean {
  return looksLikeNumber(text) || looksLikeDate(text);
}

/** True for a year from 1900 to 2099, which does stand above columns. */
export function isYear(text: string): boolean {
  return /^(19|20)\d\d$/.test(text);
}

/** True for texts such as "Nombre", "fecha_nacimiento" or "¿Asiste?" that people put above columns. */
export function isHeaderWord(cell: string): boolean {
  const folded = foldText(cell.replaceAll('_', ' '));
  if (folded === '') return false;
  if (/^[¿].*[?]$/.test(cell.trim()) || /^[a-z]+(_[a-z0-9]+)+$/.test(cell.trim())) return true;
  return (
    headerWords.has(folded) || (folded.split(' ').length <= 3 && headerWords.has(folded.split(' ')[0] ?? ''))
  );
}

/** The kinds of signs of a text, runs of one kind as one: `AB-12` is `a-9`. */
function shapeOf(text: string): string {
  return text
    .replace(/\p{L}+/gu, 'a')
    .replace(/\d+/g, '9')
    .replace(/\s+/g, ' ');
}

function commonest(texts: readonly string[]): [string, number] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort((left, right) => right[1] - left[1])[0] ?? ['', 0];
}

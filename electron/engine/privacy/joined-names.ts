import { isGivenName, isSurname } from './name-words';
import { isAmbiguousName, isMemorial, isWordSurname } from './ordinary-words';

/** Names as programs for forms write them: `maria_soto`, several parted by spaces. */
const joined = /(?<![\p{L}\p{N}_.@/-])\p{L}+(?:_\p{L}+)+_?\d{0,2}(?![\p{L}\p{N}_@])/gu;
const joining = new Set(['de', 'del', 'la', 'las', 'los', 'el', 'y', 'san', 'santa', 'da', 'dos']);
/** What begins names of schools, places and questions, and words that are in no person's name. */
const ordinary =
  /^(?:escuela|colegio|liceo|jardin|instituto|universidad|centro|cesfam|hospital|posta|fundacion|club|parroquia|taller|programa|museo|plaza|calle|villa|poblacion|avenida|pasaje|sector|barrio|comuna|region|provincia|pais|estadio|biblioteca|isla|cerro|puerto|otro|otra|no|si|muy|nada|poco|mucho|con|sin|por|en|para|hijo|hija|madre|padre)$/;

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** True where words joined by underscores are a given name with a surname, in either order. */
function isPerson(token: string): boolean {
  const all = fold(token)
    .split('_')
    .filter((word) => /^[a-z]/.test(word));
  const words = all.filter((word) => !joining.has(word));
  if (words.length < 2 || words.length > 5 || words.some((word) => ordinary.test(word))) return false;
  if (isMemorial(all.join(' '))) return false;
  // "rosa_flores" may be a drawing; "rosa_soto" and "camila_flores" are people.
  return words.some((word) => {
    if (!isGivenName(word)) return false;
    const isWord = word !== 'maria' && isAmbiguousName(word);
    return words.some((other) => other !== word && isSurname(other) && !(isWord && isWordSurname(other)));
  });
}

/** The text with people's names written with underscores replaced by their kind. */
export function withoutJoinedNames(text: string): string {
  return text.replace(joined, (token) => (isPerson(token) ? '[nombre]' : token));
}

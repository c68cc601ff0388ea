import { givenNames, surnames } from '../../../shared/reference/person-names';
import { anyCase } from './detail-patterns';

/** Stands before a word that is no name where it stands; no survey holds such a character. */
const shield = '\u0004';
/** The same, for patterns of others. */
export const shieldMark = shield;
const anyShield = new RegExp(shield, 'g');
const wordStart = new RegExp(`(?<![\\p{L}'’${shield}])\\p{L}`, 'gu');
const wholeWord = new RegExp(`(?<![\\p{L}'’${shield}])\\p{L}+`, 'gu');
const unshieldedWord = new RegExp(`(?<![\\p{L}'’${shield}])\\p{L}`, 'u');
const lastWord = new RegExp(`(?<![\\p{L}${shield}])(\\p{L}+)$`, 'u');

/** The text as it was before words were shielded. */
export function withoutShields(text: string): string {
  return text.replace(anyShield, '');
}

const particles = '(?:[dD]el?|[lL]as?|[eE]l|[lL]os|[yY]|DEL?|LAS?|EL|LOS)';
const institutions =
  'escuela|colegio|liceo|jardin|sala cuna|instituto|universidad|complejo|fundacion|corporacion|cesfam|hospital|consultorio|posta|parroquia|municipalidad|estadio|gimnasio|biblioteca|club|avenida|cerro|isla|junta de vecinos|centro cultural|residencia|taller|museo|teatro|programa|poblacion|paradero|aula';
const adjectives =
  'infantil|basica|media|particular|municipal|especial|rural|diferencial|industrial|bicentenario|polivalente|comercial|agricola|de lenguaje|nacional|de teatro|de musica|de danza|de arte|de futbol|de folclor';
const run = `(?:\\s+(?:${particles}\\s+){0,3}(?:\\p{Lu}[\\p{L}'’.-]*|${anyCase(`(?:${adjectives})`)}(?!\\p{L})|[nN]?[°º]?\\s?\\d+))+`;
const atStart = new RegExp(`^\\s*${anyCase(`(?:${institutions})`)}${run}`, 'gu');
const capital = institutions.replace(
  /(^|\|)([a-z])/g,
  (_whole, bar: string, letter: string) => `${bar}${letter.toUpperCase()}`,
);
const inside = new RegExp(`(?<!\\p{L})${accented(`(?:${capital})`)}${run}`, 'gu');
const place =
  /(?<!\p{L})(?:Villa|Población|Poblacion|Plaza|Sector|Barrio)\s+(?:El|La|Los|Las|San|Santa|Santo)\s+\p{Lu}[\p{L}'’-]+/gu;
const saint = new RegExp(
  `(?<!\\p{Lu}\\p{L}*\\s)(?<!\\p{L})${anyCase('san(?:ta|to)?')}\\s+\\p{Lu}[\\p{L}'’-]+\\s+(?:${anyCase('del?|y')})(?:\\s+${anyCase('l[ao]s?')})?\\s+\\p{Lu}[\\p{L}'’-]+`,
  'gu',
);
/** Names that streets, schools and communes bear; none of them is asked for the person. */
const memorials = [
  'gabriela mistral',
  'pablo neruda',
  "bernardo o[ '’]?higgins",
  'arturo prat',
  'pedro aguirre cerda',
  'diego de almagro',
  'pedro de valdivia',
  'juan pablo ii',
  'don bosco',
  'don orione',
  '(?:padre )?alberto hurtado',
  'padre hurtado',
  'padre las casas',
  'carlos ibañez del campo',
  'ignacio carrera pinto',
  'jose miguel carrera',
  'diego portales',
  'andres bello',
  'violeta parra',
  'victor jara',
  'nicanor parra',
  'vicente huidobro',
  'salvador allende',
  'luis calvo mackenna',
  'benjamin vicuña mackenna',
  'exequiel gonzalez cortes',
  'raul silva henriquez',
  'juan antonio rios',
  'simon bolivar',
  'maria auxiliadora',
  'jose de san martin',
  'teresa de los andes',
  'caupolican',
  'papa noel',
];
const memorial = new RegExp(
  `(?<!\\p{L})(?:${anyCase(memorials.join('|'))})(?!\\p{L}|\\s+(?:${particles}\\s+)?\\p{Lu}\\p{Ll})`,
  'gu',
);

const wholeMemorial = new RegExp(`^(?:${memorials.join('|')})$`);

/** True for the name, without accents and in lower case, of somebody whom streets and schools are named after. */
export function isMemorial(folded: string): boolean {
  return wholeMemorial.test(folded);
}

/** What follows an office or a relative and is no name: ranks, kinds, subjects, nationalities, short words. */
const ranks =
  'jef[ea]|general|regular(?:es)?|prioritari[oa]s?|preferentes?|migrantes?|extranjer[oa]s?|monoparental(?:es)?|biparental(?:es)?|extensa|extendida|nuclear|ampliada|compuesta|unipersonal|solter[oa]s?|casad[oa]s?|separad[oa]s?|viud[oa]s?|trabajador(?:a|as|es)?|titular|suplente|reemplazante|subrogante|menor(?:es)?|mayor(?:es)?|unic[oa]s?|auxiliar|secret[oa]|guia|social|tecnic[oa]|ejecutiv[oa]|comunal|municipal|regional|provincial|escolar|educacional|educativ[oa]|infantil|basic[oa]|medi[oa]|diferencial|especialista|encargad[oa]|coordinador(?:a)?|asistente|psicolog[oa]|orientador(?:a)?|docentes?|profesor(?:a|es)?|director(?:a)?|alumn[oa]s?|estudiantes?|apoderad[oa]s?|inspector(?:a)?|madres?|padres?|hij[oa]s?|herman[oa]s?|abuel[oa]s?|ti[oa]s?|vecin[oa]s?|amig[oa]s?|niñ[oa]s?|matematicas?|lenguaje|historia|ingles|ciencias|musica|artes?|religion|fisica|quimica|biologia|educacion|tecnologia|filosofia|computacion|politic[oa]|matern[oa]|patern[oa]|adoptiv[oa]|biologic[oa]|gemel[oa]s?|cuidador(?:a)?|temporer[oa]|adolescentes?|adult[oa]s?|joven(?:es)?|nuev[oa]s?|antigu[oa]s?|repitente|favorit[oa]|otr[oa]s?|ningun[oa]?|nadie|sol[oa]s?|reconstituida|conviviente|destacad[oa]|presente|ausente|feliz|triste|nos|nunca|siempre|mas|menos|tambien|cuando|porque|le|lo|se|te|su|hay|tiene|esta|ayuda|trabaja|va|fue|ha|han|son|era|dice|todos|todas|no|si|me|que|es|con|sin|por|para|muy|chilen[oa]s?|haitian[oa]s?|venezolan[oa]s?|peruan[oa]s?|bolivian[oa]s?|colombian[oa]s?|ecuatorian[oa]s?|argentin[oa]s?|dominican[oa]s?|cuban[oa]s?|brasileñ[oa]s?|paraguay[oa]s?|uruguay[oa]s?|mapuches?|aymaras?|dueñ[oa]s?|mediador(?:a)?|facilitador(?:a)?|tutor(?:a)?|pareja|familia|encuestador(?:a)?';
const rank = new RegExp(`(?<![\\p{L}${shield}])(?:${anyCase(ranks)})(?!\\p{L})`, 'gu');
/** What a person does and no school: after it, what was taken for a school's name is that of a person. */
const deeds =
  'peg[aoó](?:ba)?|molest[aoó](?:ba)?|empuj[aoó](?:ba)?|insult[aoó](?:ba)?|grit[aoó](?:ba)?|ret[aoó](?:ba)?|quit[aoó](?:ba)?|amenaz[aoó](?:ba)?|golpe[aoó](?:ba)?|burl[aoó](?:ba)?|dice|dijo|decia|tir[aoó](?:ba)?|escup[eio]|toc[aoó](?:ba)?|acos[aoó](?:ba)?|rob[aoó](?:ba)?|mir[aoó](?:ba)?|sigue|persigue|cae mal|hace bullying|hizo';
const deed = new RegExp(
  `\\s+(?:${anyCase('no|siempre|tambien|nunca')}\\s+)?(?:${anyCase('me|nos|le|se|lo|la')})\\s+(?:${anyCase(deeds)})(?!\\p{L})`,
  'uy',
);
const firstWord = /^\s*\p{L}+/u;

/** The words of an institution's name shielded, except where a person's deed follows: "Colegio Juan Pérez me pega". */
function shieldedUnlessDeed(match: string, ...rest: unknown[]): string {
  const whole = rest.at(-1);
  const offset = rest.at(-2);
  if (typeof whole !== 'string' || typeof offset !== 'number') return beforeEachWord(match);
  deed.lastIndex = offset + match.length;
  return deed.test(whole) ? match.replace(firstWord, beforeEachWord) : beforeEachWord(match);
}
const acronym = new RegExp(
  `(?<![\\p{L}${shield}])(?:\\p{Lu}{2,4}|SENAME|CESFAM|JUNAEB|MINEDUC|MINVU|JUNJI|INTEGRA|SERMIG)(?![\\p{L}'’-])`,
  'gu',
);

const known = new Set([...givenNames, ...surnames].flatMap((name) => name.split('-')));

function accented(pattern: string): string {
  const vowels: Readonly<Record<string, string>> = { a: '[aá]', e: '[eé]', i: '[ií]', o: '[oó]', u: '[uú]' };
  return pattern.replace(/[aeiou]/g, (vowel) => vowels[vowel] ?? vowel);
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function beforeEachWord(text: string): string {
  return text.replace(wordStart, `${shield}$&`);
}

/**
 * The text with a mark before words that are no names where they stand: those of schools, streets and saints, ranks and kinds of
 * people, acronyms, and in a text all in capitals those no list of names knows.
 */
export function shielded(text: string): string {
  const isLoud = !/\p{Ll}/u.test(text) && /\p{Lu}/u.test(text);
  const words = text.match(/\p{L}+/gu)?.length ?? 0;
  let safe = isLoud && words > 7 ? text : text.replace(atStart, shieldedUnlessDeed);
  if (!isLoud) safe = safe.replace(inside, shieldedUnlessDeed).replace(place, beforeEachWord);
  safe = safe.replace(saint, beforeEachWord).replace(memorial, beforeEachWord).replace(rank, `${shield}$&`);
  if (!isLoud) return safe.replace(acronym, (word) => (known.has(fold(word)) ? word : `${shield}${word}`));
  return words > 3 ? withLoudWords(safe) : safe;
}

/** True where every word is one that is no name where it stands, such as "Alumno Regular". */
export function isOrdinary(text: string): boolean {
  return /\p{L}/u.test(text) && !unshieldedWord.test(shielded(text));
}

/** In a text all in capitals a capital says nothing: only listed names, and what follows "me llamo", may be names. */
function withLoudWords(text: string): string {
  let left = 0;
  return text.replace(wholeWord, (word) => {
    const plain = fold(word);
    if (/^(?:llam[oa]n?|nombres?|apellidos)$/.test(plain)) left = 3;
    else left -= 1;
    return left > 0 || known.has(plain) ? word : `${shield}${word}`;
  });
}

const units =
  'años?|mes(?:es)?|dias?|semanas?|horas?|minutos?|min|personas?|familias?|hij[oa]s?|herman[oa]s?|niñ[oa]s?|integrantes|metros?|mts?|km|kilometros?|cuadras?|pesos|veces|piezas?|habitaciones|alumn[oa]s|estudiantes|ninos';
const quantity = new RegExp(`(?<!\\d[\\s.,-]?)\\d{1,4}(?=\\s*(?:${anyCase(units)})(?!\\p{L}))`, 'gu');
const year = new RegExp(
  `(?<=(?<!\\p{L})${anyCase('(?:desde|hasta|año|el)')}(?:\\s+(?:${anyCase('el|año')}))*\\s+|${anyCase('toma')}\\s+${anyCase('del?')}\\s+)(?:19|20)\\d{2}(?!\\d|[-/.]\\d)`,
  'gu',
);

/** The text with a mark before amounts and years, which are no numbers of houses. */
export function withoutQuantities(text: string): string {
  return text.replace(quantity, `${shield}$&`).replace(year, `${shield}$&`);
}

/** Given names that are words, places or months as well. */
const ambiguous = new Set(
  'santiago rosa paz belen carmen blanca celeste angeles mercedes dolores consuelo esperanza victoria libertad israel america trinidad concepcion pilar rocio sol luz flor violeta jacinta leon angel jesus moises salvador domingo abril julio junio augusto alba aurora amaro francia italia lourdes dulce gracia estrella milagros cielo dante franco german valentin marcial clemente linda perla margarita azucena nieves soledad caridad fe segundo primo luna maria virginia florida valencia asuncion cruz reyes marina selva jardin lima paris dominga pascua navidad bautista genesis noel constanza colon olimpia'.split(
    ' ',
  ),
);
/** True for a given name that is a word, a place or a month as well. */
export function isAmbiguousName(folded: string): boolean {
  return ambiguous.has(folded);
}

const givenAlone = new Set(givenNames.filter((name) => name.length > 3 && !ambiguous.has(name)));
const alone = new RegExp(`(^|[^\\p{L}${shield}\\d])(\\p{Lu}\\p{Ll}+)(?=(?:\\s+${shield}?(\\p{L}+))?)`, 'gu');

/** Surnames that are words as well, so that they say nothing beside a name that is one too. */
const wordSurnames = new Set(
  'flores campos rios rosas prado castillo torres iglesias plaza villa vega mora leon toro rojas blanco bravo guerra paz luna cruz reyes pino parra mesa barra cerda rosales delgado moreno rubio vidal bueno hidalgo duque conde marques rey pardo pastor cabello cabezas calle cano casas cuevas fuentes fuente montes morales paredes palma palacios pena puente ramos redondo roble salas sala sierra valle ventura viento nieto cordero valencia zamora cordoba sevilla leiva lima toledo burgos navarro franco gallardo salinas santos pascual cadena carrera barrios ibarra lagos lago bosque cortes duran guzman escobar espejo feria vera viera aguila aguilar manzano naranjo olivos olivares robles rosario trigo vargas vivanco civil innocent destine laurent louis paul pierre simeon charles jean michel'.split(
    ' ',
  ),
);

/** True for a surname that is a word, a place or a given name as well. */
export function isWordSurname(folded: string): boolean {
  return wordSurnames.has(folded);
}

const withUnknown = new RegExp(
  `(?<![\\p{L}${shield}])(\\p{Lu}\\p{Ll}{2,})((?:\\s+(?:${particles}\\s+){0,2}(?!(?:Norte|Sur|Oriente|Poniente|Este|Oeste|Alto|Bajo|Centro|Chile|Enero|Febrero|Marzo|Abril|Mayo|Junio|Julio|Agosto|Septiembre|Octubre|Noviembre|Diciembre)(?!\\p{L}))\\p{Lu}\\p{Ll}{2,}(?:-\\p{Lu}\\p{Ll}+)?){1,3})`,
  'gu',
);
const afterSaint = /(?:^|[^\p{L}])(?:san|santa|santo|sta|sto|fray|liga|copa)\.?\s+$/iu;

/** Given names before words with capitals that are in no list of names, such as "Camila Nombreraro". */
export function withoutUnknownSurnames(text: string): string {
  return text.replace(withUnknown, (whole, word: string, _rest: string, offset: number) =>
    givenAlone.has(fold(word)) && !afterSaint.test(text.slice(Math.max(0, offset - 8), offset))
      ? '[nombre]'
      : whole,
  );
}

/** Single given names in the middle of a sentence ("Juan me pega", "le dije a Camila") replaced; a cell of one word stays. */
export function withoutLoneNames(text: string): string {
  return text.replace(
    alone,
    (whole, before: string, word: string, next: string | undefined, offset: number) => {
      if (!givenAlone.has(fold(word))) return whole;
      const isBeforeVerb =
        next !== undefined && /^\p{Ll}/u.test(next) && !/^(?:del?|y|e|la|los|las)$/.test(next);
      const isNamed = next === undefined || /^\p{Ll}/u.test(next);
      const last = lastWord.exec(withoutShields(text.slice(0, offset)))?.[1] ?? '';
      const isAfterWord =
        /^\s$/u.test(before) &&
        /^(?:a|al|con|el|la|dice|dijo|y|que|por|para|como|hablar|se|es|mi|su)$/.test(last);
      return isBeforeVerb || (isNamed && isAfterWord) ? `${before}[nombre]` : whole;
    },
  );
}

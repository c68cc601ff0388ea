import { givenNames } from '../../../shared/reference/person-names';
import { joinedGate } from './name-words';
import type { Hint } from './word-hints';
import { trieOf } from './word-trie';

/**
 * Patterns of personal details inside free text, written so that RE2 (in DuckDB) and JavaScript read them alike: no
 * look-around, no flags, `\b` beside ASCII letters and digits only.
 */

const variants: Readonly<Record<string, string>> = {
  a: 'aAáÁàÀâÂ',
  e: 'eEéÉèÈêÊ',
  i: 'iIíÍìÌîÎ',
  o: 'oOóÓòÒôÔ',
  u: 'uUúÚùÙüÜ',
  n: 'nNñÑ',
  ñ: 'nNñÑ',
  c: 'cCçÇ',
};

/** The same pattern in any case and with any accents; what stands behind a backslash, or in brackets besides letters, is left as it is. */
export function anyCase(pattern: string): string {
  const all = (letter: string): string => variants[letter] ?? letter + letter.toUpperCase();
  return pattern.replace(/\\.|\[[^\]]*\]|[a-zñ]/g, (piece) => {
    if (piece.length === 1) return `[${all(piece)}]`;
    return /^\[[a-z]+\]$/.test(piece) ? `[${[...piece.slice(1, -1)].map(all).join('')}]` : piece;
  });
}

const space = '[\\s\\x{00A0}\\x{202F}]'.replace(/\\x\{(\w+)\}/g, (_whole, code: string) =>
  String.fromCodePoint(Number.parseInt(code, 16)),
);
/** Hyphens, dashes and the minus sign. */
export const dash = '[-\u00AD\u2010-\u2015\u2212]';
const dot = "[.,'\u00B7]";

/** Three groups of digits with points, commas or spaces, or 7 to 9 digits, before the check digit. */
const bodyGrouped = `\\d{1,3}(?:(?:${dot}|${space})?\\d{3}){2}`;

/** What may be a RUT, RUN or IPE, to be believed only when its check digit is right. */
export const perhapsRut = `\\b0{0,3}${bodyGrouped}${space}{0,2}${dash}?${space}{0,2}[\\dkK]\\b`;

const relatives =
  'hij[oa]s?|herman[oa]s?|sobrin[oa]s?|niet[oa]s?|primo|prima|marido|espos[oa]|pareja|suegr[oa]|madre|padre|mama|papa|abuel[oa]|amig[oa]|vecin[oa]|compañer[oa]';
const offices =
  'sra?|srta|señora|señor|señorita|don|doña|dña|prof|profe|profesora?|docente|director|directora|inspector|inspectora|psicolog[oa]|orientador|orientadora|asistente social|trabajador social|trabajadora social|apoderad[oa]|alumn[oa]|estudiante|niñ[oa]|tia|tio|doctora?|dra?|tutora?|facilitadora?|encuestadora?|mediadora?|familia|concejala?|alcalde|alcaldesa';

export type DetailRule = {
  kind: 'rut' | 'passport' | 'phone' | 'email' | 'address' | 'name' | 'birth-date' | 'location' | 'media';
  pattern: string;
  /** What a text must hold besides, known from its words; `glued` is a digit beside a letter. */
  needs?: 'glued' | Hint;
  /** `\1` and `\2` stand for what is kept. */
  replacement: string;
};

const digitsRun = `[\\d.,'\\s\u00A0\u202F\u00AD\u2010-\u2015\u2212-]`;
const date = '\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}';
const dateInWords = `\\d{1,2}${space}+(?:${anyCase('de')}${space}+)?\\p{L}{3,10}${space}+(?:${anyCase('del?')}${space}+)?\\d{2,4}`;
const streetName = `(?:[\\p{L}\\d.'’º°\\[\\]]+${space}+){1,5}?`;

const part = `\\b\\.?${space}*[nN]?[°º#]?${space}*(?:\\d+(?:-?[\\p{L}]\\b)?|[A-Z]\\b(?:-?\\d+)?)`;
const moreParts = `[,\\s]{0,3}${anyCase('(?:depto|dpto|block|torre|casa|sitio|lote|piso)')}${part}`;

/** Links, numbers and addresses, in the order in which they are applied within their kind. */
export const detailRules: readonly DetailRule[] = [
  {
    kind: 'email',
    pattern: `[\\p{L}\\p{N}._%+\\[\\]-]+${space}?@${space}?[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+|${space}?\\.${space}?(?:com|cl|es|net|org|edu)\\b)+`,
    replacement: '[correo]',
  },
  {
    kind: 'email',
    pattern: `[\\p{L}\\p{N}._-]+${space}*[(\\[]?${anyCase('arroba')}[)\\]]?${space}*[\\p{L}\\p{N}-]+(?:${space}*(?:\\.|${anyCase('punto')})${space}*\\p{L}+)+`,
    replacement: '[correo]',
  },
  {
    kind: 'media',
    pattern: `(?:[hH][tT][tT][pP][sS]?://|[wW][wW][wW]\\.)[^\\s<>"]+`,
    replacement: '[enlace]',
  },
  { kind: 'media', pattern: '(^|[^\\p{L}\\p{N}])@[\\p{L}\\p{N}_.]{3,30}', replacement: '\\1[cuenta]' },
  {
    kind: 'location',
    pattern:
      '-?\\b\\d{1,2}[.,]\\d{4,}[,;]?\\s+-?\\d{1,3}[.,]\\d{4,}|-?\\b\\d{1,2}\\.\\d{4,},-?\\d{1,3}\\.\\d{4,}',
    replacement: '[ubicación]',
  },
  {
    kind: 'birth-date',
    needs: 'birth',
    pattern: `(${anyCase('(?:nacimiento|nacid[oa]|naci|nacio|cumpleaños)')}[^\\d\\n]{0,20})(?:${date}|${dateInWords})`,
    replacement: '\\1[fecha]',
  },
  {
    kind: 'rut',
    pattern: `\\b0{0,3}(?:\\d{1,3}(?:[.,]\\d{3}){2}|\\d{7,9})${dash}[\\dkK]($|[^\\dkK.,\\p{L}]|[.,](?:$|[^\\d]))`,
    replacement: '[RUT]\\1',
  },
  { kind: 'rut', pattern: '\\b\\d{7,9}[kK]\\b', replacement: '[RUT]' },
  {
    kind: 'rut',
    needs: 'rut',
    pattern: `(\\b${anyCase('(?:rut|run|ipe|rol unico)')}\\b[^\\d\\n]{0,25})\\d${digitsRun}{4,14}[\\dkK]`,
    replacement: '\\1[RUT]',
  },
  {
    kind: 'passport',
    needs: 'document',
    pattern: `(\\b${anyCase('(?:pasaporte|passport|dni|cedula|carnet|carne|c\\.? ?i\\.?|documento|identificacion|visa|ppt|ptp|pep|permiso (?:temporal|por proteccion)|curp|cuil|cpf)')}\\b[^\\d\\n]{0,25}?)[A-Za-z]{0,3}-?\\d${digitsRun}{3,14}[\\dkK]`,
    replacement: '\\1[documento]',
  },
  {
    kind: 'passport',
    pattern: '\\b[VEve]-?(?:\\d{1,2}\\.\\d{3}\\.\\d{3}|\\d{7,8})\\b',
    replacement: '[documento]',
  },
  {
    kind: 'passport',
    needs: 'document',
    pattern: `(\\b${anyCase('(?:pasaporte|passport)')}\\b[^\\d\\n]{0,25}?)[A-Z]{1,3}\\d{5,9}\\b`,
    replacement: '\\1[documento]',
  },
  { kind: 'phone', pattern: `\\+${space}?\\d{1,3}(?:[\\s\u00A0().-]?\\d){6,13}`, replacement: '[teléfono]' },
  {
    kind: 'phone',
    pattern: `\\b(?:0{0,2}56${space}?-?)?\\(?0?9\\)?(?:[\\s\u00A0.-]{0,2}\\d){8}\\b`,
    replacement: '[teléfono]',
  },
  {
    kind: 'phone',
    pattern: `\\b(?:0{0,2}56${space}?)?(?:\\(?2\\)?[\\s-]?2\\d{3}[\\s-]?\\d{4}|\\(?[3-7]\\d\\)?[\\s-]2\\d{2}[\\s-]?\\d{4}|\\(?[3-7]\\d\\)?[\\s-]2[\\s-]?\\d{3}[\\s-]?\\d{3})\\b`,
    replacement: '[teléfono]',
  },
  {
    kind: 'phone',
    pattern:
      '\\b0?4(?:12|14|16|24|26)[\\s.-]?\\d{3}[\\s.-]?\\d{2}[\\s.-]?\\d{2}\\b|\\b3\\d{2}[\\s-]?\\d{3}[\\s-]?\\d{4}\\b',
    replacement: '[teléfono]',
  },
  {
    kind: 'phone',
    needs: 'telephone',
    pattern: `(${anyCase('(?:fono|telefono|celular|cel\\.|whats ?app|whats|wsp|wasap|llam[ea][rnm]?[eo]?s?|contacto)')}[^\\d\\n]{0,15})\\(?\\d(?:[\\s\u00A0().-]{0,2}\\d){6,12}`,
    replacement: '\\1[teléfono]',
  },
  {
    kind: 'rut',
    pattern: `(^|[^\\s\\d$.,])(\\s*)\\d{1,2}\\.\\d{3}\\.(?:\\d{2}[1-9]|\\d[1-9]\\d|[1-9]\\d{2})($|[^\\d.,]|[.,](?:$|[^\\d]))`,
    replacement: '\\1\\2[RUT]\\3',
  },
  {
    kind: 'address',
    needs: 'home',
    pattern: `(\\b${anyCase('(?:vivo|vivimos|vive|viven|domicilio|direccion|resido|reside)')}\\b(?:${space}+${anyCase('en')}\\b)?[^\\d\\n]{0,40}?)${streetName}(?:${anyCase('n')}[°ºro.]*\\s*|#\\s*)?\\d{2,5}\\b`,
    replacement: '\\1[dirección]',
  },
  {
    kind: 'address',
    needs: 'street',
    pattern: `\\b${anyCase('(?:calle|avenida|avda|av|pasaje|psje|pje|camino|callejon|villa|poblacion|pobl|condominio|campamento|toma|ruta|parcela)')}\\b\\.?${space}+${streetName}(?:[nN][°ºro.]*${space}*|#${space}*)?\\d{1,5}\\b(?:[,\\s]{0,3}${anyCase('(?:depto|dpto|departamento|block|torre|casa|piso|of|oficina)')}\\.?${space}*[nN]?[°º#]?${space}*[\\p{L}]?\\d+[\\p{L}]?)*`,
    replacement: '[dirección]',
  },
  {
    kind: 'address',
    // One block or lot alone is in any estate; two, or a flat, are a home.
    needs: 'flat',
    pattern: `\\b(?:${anyCase('(?:depto|dpto)')}${part}(?:${moreParts})*|${anyCase('(?:block|torre|manzana|mz|sitio|lote)')}${part}(?:${moreParts})+)`,
    replacement: '[dirección]',
  },
];

const marks = { given: '\u0001', family: '\u0003', end: '\u0002' } as const;
/** Words known as names stand between these while a text is searched; no survey holds such characters. */
export const nameMarks = marks;
/** What is left of them at the end. */
export const leftMarks = `[${marks.given}${marks.family}${marks.end}]`;
/** Words and what stands between them; together they are the whole text. */
export const textTokens = '\\p{L}+|[^\\p{L}]+';

const particle = `(?:${anyCase('(?:del?|las?|los|y|san)')})`;
const given = `${marks.given}[^${marks.end}]*${marks.end}`;
const known = `[${marks.given}${marks.family}][^${marks.end}]*${marks.end}`;
const familyName = `${marks.family}\\p{Lu}[^${marks.end}]*${marks.end}`;
const shieldMark = '\u0004';
const capital = `[${marks.given}${marks.family}]?\\p{Lu}[\\p{L}'’]+${marks.end}?`;
const between = `(?:${space}+(?:${particle}${space}+){0,3}|-)`;
const more = `(?:${between}(?:${known}|${capital})){0,5}`;

/** Names of people after a word that announces one, and given names before or after other names; over marked texts. */
export const nameRules: readonly DetailRule[] = [
  {
    kind: 'name',
    pattern: `(\\b${anyCase('(?:me llamo|mi nombre es|nombre completo|nombres y apellidos)')}[\\s:,]+)[${marks.given}${marks.family}]?[\\p{L}'’]+${marks.end}?${more}`,
    replacement: '\\1[nombre]',
  },
  {
    kind: 'name',
    pattern: `(\\b${anyCase(`(?:se llaman?|llamad[oa]|de nombre|${offices}|${relatives})`)}\\b[.:,]?${space}+)(?:${given}|${capital})${more}`,
    replacement: '\\1[nombre]',
  },
  {
    kind: 'name',
    pattern: `(\\b${anyCase('soy')}${space}+)${given}${more}`,
    replacement: '\\1[nombre]',
  },
  {
    // With the given names before it: of "Juan Pérez, María Soto" nothing of Juan may stay.
    kind: 'name',
    pattern: `(?:${given}${between}){0,3}${familyName}(?:${between}(?:${known}|${capital})){0,2}(?:,${space}*|${between})${given}${more}`,
    replacement: '[nombre]',
  },
  { kind: 'name', pattern: `${given}${between}${known}${more}`, replacement: '[nombre]' },
  {
    kind: 'name',
    pattern: `^${familyName}(?:${between}${familyName})?,${space}*${capital}(?:${space}+${capital})?$`,
    replacement: '[nombre]',
  },
  // An initial beside a surname.
  {
    kind: 'name',
    pattern: `(^|[^\\p{L}.${shieldMark}])(?:\\p{Lu}\\.${space}*){1,2}${familyName}(?:${between}${familyName})?`,
    replacement: '\\1[nombre]',
  },
  {
    kind: 'name',
    pattern: `${familyName}(?:${between}${familyName})?,?${space}+(?:\\p{Lu}\\.${space}*){1,2}($|[^\\p{L}.])`,
    replacement: '[nombre]\\1',
  },
  { kind: 'name', pattern: `^${familyName}${space}+\\p{Lu}$`, replacement: '[nombre]' },
];

const joins = new Set(['de', 'del', 'la', 'las', 'los', 'y', 'san', 'da', 'dos']);

function namesApart(names: readonly string[]): string[] {
  return [...new Set(names.flatMap((name) => name.split('-')))].filter(
    (word) => !joins.has(word) && word.length > 1,
  );
}

/** A letter with the accents it may bear, for patterns that take no heed of case. */
function accented(letter: string): string {
  const small = [...(variants[letter] ?? letter)].filter((sign) => sign === sign.toLowerCase()).join('');
  return small.length > 1 ? `[${small}]` : small;
}

/** Words that announce the name of another person, which begins with a capital or is a known one; without accents and in lower case. */
export const announcers = `(?:${folded(offices)}|${folded(relatives)})`;
/** Words that announce a name in any writing. */
export const selfAnnouncers = '(?:llamo|nombres?|llaman?|llamad[oa])';

/** Initials beside a word with a capital, a surname with a comma, and names joined by underscores; over texts as they are. */
export const nameShapes = `\\p{Lu}\\. ?\\p{Lu}[\\p{L}]|\\p{Lu}\\p{L}+,?[ ]+\\p{Lu}(?:\\.|$)|^\\p{Lu}[\\p{L} ]+, ?\\p{Lu}\\p{L}|${joinedGate}`;

const wordAlone = (pattern: string): string => `(?:^|[^\\p{L}])(?:${anyCase(pattern)})(?:[^\\p{L}]|$)`;

/** For the database (RE2). What a text must hold for names to be searched: a given name, or letters with loose accents, which hide one. */
export const namesGate = `(?i:(?:^|[^\\p{L}])(?:${selfAnnouncers}|${trieOf(namesApart(givenNames), accented)})(?:[^\\p{L}]|$))|\\p{M}`;

/** The same for texts with a capital inside. */
export const announcedGate = wordAlone(announcers);
export const capitalInside = '[^\\p{L}]\\p{Lu}';

function folded(pattern: string): string {
  return pattern.normalize('NFD').replace(/\p{M}/gu, '');
}

/** What a text must hold for anything but names to be searched: one quick look, where the rules are many. */
export const detailsGate = [
  `@|${anyCase('arroba')}|[hH][tT][tT][pP]|[wW][wW][wW]\\.`,
  `${anyCase('(?:naci|cumple)')}[^\\d\\n]{0,30}\\d`,
  '\\d(?:[^a-zA-Z\\d]{0,3}[\\dkK]){5}',
  `${anyCase('(?:vivo|vivimos|vive|domicilio|direccion|resid|calle|av|pasaje|psje|pje|camino|villa|pobl|condominio|campamento|toma|ruta|parcela|depto|dpto|block|torre|manzana|mz|sitio|lote|pasaporte|passport)')}.*\\d`,
].join('|');

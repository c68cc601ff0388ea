import { comunasByProvince } from './comuna-list';
import { type Entry, type Found, foldKey, foldWords } from './fold';

/** A comuna by its five digits; the first two are its region, the first three its province. */
export type Comuna = { code: string; name: string; province: string; region: string };

export const comunas: readonly Comuna[] = comunasByProvince.flatMap(([, province, list]) =>
  list.split(', ').map((item) => {
    const code = item.slice(0, 5);
    return { code, name: item.slice(6), province, region: code.slice(0, 2) };
  }),
);

/** Other spellings, older names, and the names of the town that is the comuna's seat. */
const spellings: readonly (readonly [code: string, spellings: string])[] = [
  ['04105', 'Paiguano'],
  ['05104', 'Robinson Crusoe'],
  ['05201', 'Rapa Nui; Hanga Roa'],
  ['05502', 'Calera'],
  ['05606', 'Rocas de Santo Domingo'],
  ['05703', 'Llaillay; Llay Llay; Llai Llai; Llallay'],
  ['06110', 'San Francisco de Mostazal; Mostazal San Francisco'],
  ['06117', 'San Vicente de Tagua Tagua; San Vicente TT'],
  ['06204', 'Marchihue; Marchigue'],
  ['07406', 'San Javier de Loncomilla'],
  ['08110', 'Thno'],
  ['08314', 'Alto Bío-Bío; Ralco'],
  ['09112', 'Padre de las Casas; P. Las Casas'],
  ['09116', 'Puerto Saavedra'],
  ['09117', 'Teodoro Smith; Teodoro Schmit'],
  ['09120', 'Villa Rica'],
  ['09121', 'Chol Chol'],
  ['10404', 'Alto Palena'],
  ['11101', 'Coihaique; Coyaique'],
  ['11201', 'Aisén; Puerto Aysén; Puerto Aisén'],
  ['11202', 'Puerto Cisnes'],
  ['11302', "Villa O'Higgins; Ohiggins"],
  ['11303', 'Caleta Tortel'],
  ['12201', 'Puerto Williams; Navarino; Cabo de Hornos Ex Navarino'],
  ['12401', 'Puerto Natales'],
  ['13101', 'Santiago Centro; Stgo; Stgo Centro'],
  ['13121', 'PAC; P. Aguirre Cerda; P.A.C.'],
  ['13303', 'Til-Til'],
  ['14106', 'San José de la Mariquina'],
  ['16207', 'Trehuaco'],
];

/** Wordings of several comunas; they stay as written. */
const ambiguous: readonly (readonly [wording: string, codes: readonly string[]])[] = [
  ['san josé', ['13203', '14106']],
  ['imperial', ['09111']],
  ['chillan viejo y chillan', ['16101', '16103']],
];

const byCode = new Map(comunas.map((comuna) => [comuna.code, comuna]));

/** Codes of the comunas of Ñuble while they belonged to the region of Biobío, until 2018, and their codes since. */
const formerCodes = new Map(
  [
    '16101 16102 16202 16203 16302 16103 16104 16204 16303 16105 16106 16205 16107 16201 16206 16301 16304 16108 16305 16207 16109',
  ].flatMap((codes) =>
    codes.split(' ').map((code, place) => [String(8401 + place).padStart(5, '0'), code] as const),
  ),
);

const byName = new Map<string, string>();
for (const { code, name } of comunas) byName.set(foldKey(name), code);
for (const [code, list] of spellings)
  for (const spelling of list.split('; ')) byName.set(foldKey(spelling), code);

const several = new Map(ambiguous.map(([wording, codes]) => [foldKey(wording), codes]));

const office =
  /^(?:(?:la )?(?:i|im|ilustre|ilust)? ?(?:municipalidad|municipio|muni) (?:de )?|(?:i m|im) (?:de )?|comuna (?:de )?)(?=\S)/u;

const shortened: readonly (readonly [RegExp, string])[] = [
  [/\bpto\b/gu, 'puerto'],
  [/\bsta\b/gu, 'santa'],
  [/\bsto\b/gu, 'santo'],
  [/\bgral\b/gu, 'general'],
  [/^s (?=\w{4,})/gu, 'san '],
  [/\bpte\b/gu, 'puente'],
  [/\best\b/gu, 'estacion'],
  [/\bpta\b/gu, 'punta'],
  [/\bvalpo\b/gu, 'valparaiso'],
];

/**
 * The comuna that a wording names, by the five digits of its CUT: names with other spellings, "I. Municipalidad de …", and
 * codes, to which the zero a spreadsheet dropped is given back. Names of several comunas are `several`.
 */
export function findComuna(wording: string): Found {
  const digits = /^\s*(\d{4,5})(?:[.,]0)?\s*$/.exec(wording)?.[1];
  if (digits !== undefined) {
    const code = digits.padStart(5, '0');
    const now = byCode.has(code) ? code : formerCodes.get(code);
    return now === undefined ? { kind: 'none' } : { kind: 'one', entry: entry(now) };
  }
  const words = foldWords(wording);
  const bare = words.replace(office, '');
  const long = shortened.reduce((text, [from, to]) => text.replace(from, to), bare);
  for (const text of [words, bare, long]) {
    const key = text.replaceAll(' ', '');
    const codes = several.get(key);
    if (codes) return { kind: 'several', entries: codes.map(entry) };
    const code = byName.get(key);
    if (code !== undefined) return { kind: 'one', entry: entry(code) };
  }
  return { kind: 'none' };
}

function entry(code: string): Entry {
  return { code, label: byCode.get(code)?.name ?? code };
}

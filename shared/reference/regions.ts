import { type Entry, type Found, foldKey, foldWords } from './fold';

/** The 16 regions of Chile: two digits, roman numeral, name, and other wordings set apart by semicolons. */
export const regions: readonly (readonly [code: string, numeral: string, name: string, others: string])[] = [
  ['01', 'I', 'Tarapacá', ''],
  ['02', 'II', 'Antofagasta', ''],
  ['03', 'III', 'Atacama', ''],
  ['04', 'IV', 'Coquimbo', ''],
  ['05', 'V', 'Valparaíso', 'Valpo'],
  [
    '06',
    'VI',
    "O'Higgins",
    "Libertador General Bernardo O'Higgins; Libertador Gral. Bernardo O'Higgins; Libertador Bernardo O'Higgins; General Libertador Bernardo O'Higgins; Libertador B. O'Higgins; Lib. Gral. Bernardo O'Higgins",
  ],
  ['07', 'VII', 'Maule', ''],
  ['08', 'VIII', 'Biobío', 'Bío-Bío'],
  ['09', 'IX', 'La Araucanía', 'Araucanía'],
  ['10', 'X', 'Los Lagos', ''],
  [
    '11',
    'XI',
    'Aysén',
    'Aisén; Aysén del General Carlos Ibáñez del Campo; Aysén del Gral. C. Ibáñez del Campo; Aisén del Gral. Carlos Ibáñez del Campo',
  ],
  [
    '12',
    'XII',
    'Magallanes',
    'Magallanes y la Antártica Chilena; Magallanes y de la Antártica Chilena; Magallanes y Antártica Chilena; Magallanes y Antártica',
  ],
  ['13', 'RM', 'Metropolitana', 'Metropolitana de Santiago; Región Metropolitana; RM; R.M.; Santiago; XIII'],
  ['14', 'XIV', 'Los Ríos', ''],
  ['15', 'XV', 'Arica y Parinacota', ''],
  ['16', 'XVI', 'Ñuble', ''],
];

const byCode = new Map(regions.map(([code, , name]) => [code, name]));
const byName = new Map<string, string>();
for (const [code, numeral, name, others] of regions) {
  for (const wording of [numeral, name, ...others.split('; ')])
    if (wording !== '') byName.set(foldKey(wording), code);
}

const frame = /^(?:(?:la )?(?:region|reg) (?:(?:de(?:l| la| los)?|la|los) )?)(?=\S)/u;
const numbered = /^(?:(?:x{0,1}(?:ix|iv|v?i{0,3})|rm) region)(?: (?:de(?:l| la| los)?|la))?(?: |$)/u;

/** The region that a wording names: with or without "Región de", its numeral, or its number. */
export function findRegion(wording: string): Found {
  const digits = /^\s*(\d{1,2})(?:[.,]0)?\s*$/.exec(wording)?.[1];
  if (digits !== undefined) return found(digits.padStart(2, '0'));
  const words = foldWords(wording);
  const numeral = /^(\S+) region\b/u.exec(words)?.[1] ?? '';
  for (const text of [words, words.replace(frame, ''), words.replace(numbered, ''), numeral]) {
    const key = text.replaceAll(' ', '');
    const code = byName.get(key) ?? byName.get(`la${key}`) ?? byName.get(`los${key}`);
    if (code !== undefined) return found(code);
  }
  return { kind: 'none' };
}

function found(code: string): Found {
  const label = byCode.get(code);
  const entry: Entry = { code, label: label ?? code };
  return label === undefined ? { kind: 'none' } : { kind: 'one', entry };
}

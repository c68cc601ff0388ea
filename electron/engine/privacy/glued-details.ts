import { anyCase, type DetailRule, dash } from './detail-patterns';

const account = `(?:${anyCase('ig|insta|instagram|facebook|fb|tik ?tok|snapchat|telegram|twitter')})`;
const date = '\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}';

/** Details glued to other text, accounts by the name of their network, and other unusual writings. JavaScript only. */
export const gluedRules: readonly DetailRule[] = [
  {
    kind: 'email',
    pattern: `[\\p{L}\\p{N}._-]+\\s*[\\[(]\\s*(?:@|${anyCase('at|arroba')})\\s*[\\])]\\s*[\\p{L}\\p{N}-]+(?:\\.\\p{L}+)+`,
    replacement: '[correo]',
  },
  {
    kind: 'media',
    pattern: `(?<![\\p{L}\\p{N}@])(?:[\\p{L}\\p{N}-]+\\.)+(?:com|cl|gl|ly|me|net|org|app)/[^\\s<>"]+`,
    replacement: '[enlace]',
  },
  {
    kind: 'media',
    pattern: `((?<!\\p{L})${account}\\s*(?:${anyCase('es')}\\s|[:=-])?\\s*)@?(?=\\S*\\p{L})(?=\\S*[._\\d])[\\p{L}\\p{N}._]{4,}`,
    replacement: '\\1[cuenta]',
  },
  {
    kind: 'media',
    pattern: `((?<!\\p{L})${account}\\s*(?:${anyCase('es')}\\s|[:=])\\s*)\\p{Lu}[\\p{L}'’-]+(?:\\s+\\p{Lu}[\\p{L}'’-]+){1,3}`,
    replacement: '\\1[cuenta]',
  },
  {
    kind: 'location',
    pattern: `\\d{1,3}\\s?°\\s?\\d{1,2}\\s?['’′](?:\\s?\\d{1,2}(?:[.,]\\d+)?\\s?(?:["”″]|''))?`,
    replacement: '[ubicación]',
  },
  {
    kind: 'birth-date',
    pattern: `((?<!\\p{L})(?:${anyCase('fecha (?:de )?nac|f\\.? ?(?:de )?nac|fecnac')})[^\\d\\n]{0,10})${date}`,
    replacement: '\\1[fecha]',
  },
  {
    kind: 'rut',
    pattern: `(?<![\\d.,-])\\d{1,2}(?:\\.\\d{3}){2}${dash}[\\dkK](?=\\p{L})|(?<![\\d.,-])\\d{7,8}${dash}[\\dkK](?=\\p{L})|(?<=\\p{L})\\d{1,2}(?:\\.?\\d{3}){2}${dash}[\\dkK](?!\\d)`,
    replacement: '[RUT]',
  },
  {
    kind: 'phone',
    pattern: '(?<=\\p{L})9\\d{8}(?!\\d)|(?<!\\d)9\\d{8}(?=\\p{L})',
    replacement: '[teléfono]',
  },
  {
    kind: 'phone',
    pattern: `((?<!\\p{L})(?:${anyCase('cel|tel|numero|nro|wsp')})[^\\d\\n]{0,15})\\(?\\d(?:[\\s().-]{0,2}\\d){7,12}`,
    replacement: '\\1[teléfono]',
  },
];

/** What a text must hold for those rules, beyond what the other rules ask for; read by RE2 as well. */
export const gluedGate = `\\b${account}\\b|\\.(?:com|cl|gl|ly|me|net|org|app)/|[\\[(]${anyCase('at')}[\\])]|\\d ?°|${anyCase('nac')}[^\\d\\n]{0,15}\\d`;

/** Names with an initial, and after "mi nombre". */
export const initialRules: readonly DetailRule[] = [
  {
    kind: 'name',
    pattern: `((?<!\\p{L})(?:${anyCase('sra?|srta|profesora?|profe?|don|doña|dra?|director|directora|tia|tio')})[.:]?\\s+)\\p{Lu}\\.\\s*\\p{Lu}[\\p{L}'’-]+`,
    replacement: '\\1[nombre]',
  },
  {
    kind: 'name',
    pattern: `((?<!\\p{L})${anyCase('mi nombre')}\\s*[:,-]\\s*)\\p{L}[\\p{L}'’-]+(?:\\s+\\p{Lu}[\\p{L}'’-]+){0,4}`,
    replacement: '\\1[nombre]',
  },
];

import { anyCase, type DetailRule, dash } from './detail-patterns';

const account = `(?:${anyCase('ig|insta|instagram|facebook|fb|tik ?tok|snapchat|telegram|twitter')})`;
const date = '\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}';

/** What begins the name of a street: an article or somebody's office. */
const streetStart =
  '(?:Los|Las|El|La|Lo|Nueva|Doña|Don|Monseñor|General|Gral\\.?|Coronel|Capitán|Capitan|Teniente|Sargento|Presidente|Pdte\\.?|Almirante|Cardenal|Obispo|Fray)';
/** What bears a number and stands in no street. */
const unnumbered = `(?!(?:Ley|Decreto|Resoluci|Circular|Norma|Tabla|Figura|Pregunta|Sala|Mesa|Radio|Ruta|Escuela|Colegio|Liceo|Jardín|Línea|Folio|Tarea|Año|Curso|Grupo|Nivel|Meta|Total|Encuesta|Censo|Ficha|Página|Número|Región|Comuna|Municipalidad|Oficina|Unidad|Familia|Alumn|Niñ|Estudiant|Apoderad|Profesor|Docent|Persona|Hij|Madre|Padre|Bloque|Canal|Copa|Promedio|Presupuesto|Monto|Suma|Cantidad|Mayor|Primer|Segund|Otr|Dem|Tercer|Programa|Proyecto|Plan|Fondo|Bono|Código|Acuerdo|Convenio|Acta|Ordenanza|Constituci|Artículo|Reglamento|Taller|Junta|Versión|Edición|Generación))`;
const notYear = '(?!(?:199|20[0-3])\\d(?!\\d))';
const number = `(?:(?:[nN][°ºro.]*\\s*|#\\s*)\\d{1,5}|${notYear}\\d{3,5})(?![\\d%°º]|[.,/-]\\d)`;
const unit = `(?:${anyCase('depto|dpto|departamento|block|torre|casa|piso|of|oficina|villa|poblacion|pobl')})`;
const flat = `(?:,?\\s+${unit}\\.?\\s*[nN]?[°º#]?\\s*\\p{L}?-?\\d+(?:\\s?-?\\s?\\p{L}(?!\\p{L}))?)*`;

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
    needs: 'account',
    pattern: `((?<!\\p{L})${account}\\s*(?:${anyCase('es')}\\s|[:=-])?\\s*)@?(?=\\S*\\p{L})(?=\\S*[._\\d])[\\p{L}\\p{N}._]{4,}`,
    replacement: '\\1[cuenta]',
  },
  {
    kind: 'media',
    needs: 'account',
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
    needs: 'birth',
    pattern: `((?<!\\p{L})(?:${anyCase('fecha (?:de )?nac|f\\.? ?(?:de )?nac|fecnac')})[^\\d\\n]{0,10})${date}`,
    replacement: '\\1[fecha]',
  },
  {
    kind: 'rut',
    needs: 'glued',
    pattern: `(?<![\\d.,-])\\d{1,2}(?:\\.\\d{3}){2}${dash}[\\dkK](?=\\p{L})|(?<![\\d.,-])\\d{7,8}${dash}[\\dkK](?=\\p{L})|(?<=\\p{L})\\d{1,2}(?:\\.?\\d{3}){2}${dash}[\\dkK](?!\\d)`,
    replacement: '[RUT]',
  },
  {
    kind: 'phone',
    needs: 'glued',
    pattern: '(?<=\\p{L})9\\d{8}(?!\\d)|(?<!\\d)9\\d{8}(?=\\p{L})',
    replacement: '[teléfono]',
  },
  {
    kind: 'phone',
    needs: 'telephone',
    pattern: `((?<!\\p{L})(?:${anyCase('cel|tel|numero|nro|wsp')})[^\\d\\n]{0,15})\\(?\\d(?:[\\s().-]{0,2}\\d){7,12}`,
    replacement: '\\1[teléfono]',
  },
  {
    // Eight digits of an old or shortened telephone, which are no range of round amounts.
    kind: 'phone',
    pattern: `(?<![\\p{L}\\d$%#.,:/-]\\s?)(?<!\\d)[5-9]\\d{3}[ -](?!\\d{2}00(?!\\d))\\d{4}(?![\\d%:/-]|[.,]\\d|\\s?(?:\\p{L}{0,2}\\$|${anyCase('pesos|personas|familias|alumn|estudiantes|metros|km')}))`,
    replacement: '[teléfono]',
  },
  {
    kind: 'phone',
    pattern: '(?<![\\p{L}\\d])(?:\\+?56[ /_*-]{0,2})?9[ /_*–—-]{1,3}\\d{4}[ /_*–—-]{0,3}\\d{4}(?!\\d)',
    replacement: '[teléfono]',
  },
  {
    // A street by an article or an office and its name, with a number that is no year of a known place.
    kind: 'address',
    pattern: `(?<![\\p{L}\\d])${streetStart}\\s+(?:${unnumbered})(?:\\p{Lu}[\\p{L}'’.]+\\s+(?:(?:de|del|la|las|los|y)\\s+)*){1,4}${number}${flat}`,
    replacement: '[dirección]',
  },
  {
    // Any words with capitals, a number and a flat; not the end of an address of mail, whose beginning would stay.
    kind: 'address',
    needs: 'flat',
    pattern: `(?<![\\p{L}\\d]|@\\S{0,60})(?:\\p{Lu}[\\p{L}'’.]*\\s+(?:(?:de|del|la|las|los|y)\\s+)*){1,4}(?:[nN][°ºro.]*\\s*|#\\s*)?\\d{1,5},?\\s+${unit}\\.?\\s*[nN]?[°º#]?\\s*\\d+(?:\\s?-?\\s?\\p{L}(?!\\p{L}))?`,
    replacement: '[dirección]',
  },
  {
    // The same without capitals, alone in a cell.
    kind: 'address',
    pattern: `^\\s*(?:los|las|el|la)\\s+(?:${unnumbered.toLowerCase()})(?:\\p{Ll}+\\s+){1,3}(?:[nN][°ºro.]*\\s*|#\\s*)?${notYear}\\d{3,4}\\s*$`,
    replacement: '[dirección]',
  },
  {
    // A street named after somebody.
    kind: 'address',
    pattern: `\\[nombre\\]\\s+(?:[nN][°ºro.]*\\s*|#\\s*)?${notYear}\\d{3,4}(?![\\d.,/-])${flat}`,
    replacement: '[dirección]',
  },
];

/** What a text must hold for those rules, beyond what the other rules ask for; read by RE2 as well. */
export const gluedGate = `\\b${account}\\b|\\.(?:com|cl|gl|ly|me|net|org|app)/|[\\[(]${anyCase('at')}[\\])]|\\d ?°|${anyCase('nac')}[^\\d\\n]{0,15}\\d|${streetStart}\\s+\\p{Lu}.*\\d|\\d,?\\s+${unit}|^\\s*[lLeE][oOaAlL][sS]? .*\\d\\d|\\[nombre\\] .{0,3}\\d\\d`;

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

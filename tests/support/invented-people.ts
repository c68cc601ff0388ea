import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { checkDigit } from '../../electron/engine/privacy/rut';

/** Forty invented people; every detail of theirs is searched for afterwards. */
const givenNames = ['Wideline', 'Maximiliano', 'Yulimar', 'Anaís', 'Xiomara', 'Íñigo', 'Zulay', 'Florvil'];
const surnames = ['Huenchumán', 'Jean-Baptiste', 'Ñancupil', 'Zelayandía', 'Quilaqueo'];
export const people = Array.from({ length: 40 }, (_, index) => {
  const body = index % 5 === 0 ? 100_311_207 + index * 7919 : 21_311_207 + index * 7919;
  const given = givenNames[index % 8] ?? '';
  const family = surnames[index % 5] ?? '';
  return {
    body,
    rut: `${body}-${checkDigit(body)}`,
    dotted: `${String(body).replace(/\B(?=(\d{3})+$)/g, '.')}-${checkDigit(body)}`,
    given,
    family,
    phone: `+56 9 7${String(1_111_000 + index * 3571).slice(0, 3)} ${String(2_222_000 + index * 991).slice(3)}${index % 10}`,
    mail: `persona${index}@correosecreto.cl`,
    street: `Pasaje Copihueral ${1840 + index}`,
    born: `${String((index % 27) + 1).padStart(2, '0')}-03-20${String(8 + (index % 5)).padStart(2, '0')}`,
  };
});

const texts: readonly ((person: (typeof people)[number]) => string)[] = [
  ({ dotted }) => `Mi RUT es ${dotted} y necesito ayuda`,
  ({ rut }) => `anotar ${rut.replace('-', '')} por favor`,
  ({ given, family }) => `Me llamo ${given} ${family} y tengo 12 años`,
  ({ phone }) => `llamar al ${phone}`,
  ({ street }) => `Vivo en ${street}, depto 4`,
  ({ mail }) => `escribir a ${mail}`,
  ({ given }) => `A ${given} no le gusta la escuela`,
  () => 'Me gusta mucho el taller',
];

/** Their answers as a file; `from` moves the texts to other people. */
export function file(header: string, from = 0): string {
  const rows = people.map((person, index) => {
    const text = (texts[(index + from) % texts.length] ?? (() => ''))(person);
    const other = index === 3 ? `Otro: ${person.phone}` : index === 9 ? `Otro: ${person.dotted}` : '';
    const answer = other || ['Escuela', 'Municipio', 'Consultorio'][index % 3];
    const mark = index === 5 ? `${person.given} ${person.family}` : `${(index % 6) + 1},5`;
    const cells = [
      index % 2 ? person.rut : person.dotted,
      `${person.given} ${person.family}`,
      `${person.given} ${people[(index + 7) % 40]?.family}`,
      person.phone,
      person.mail,
      person.street,
      person.born,
      answer,
      mark,
      index % 2 ? 'Sí' : 'No',
      text,
      `${person.body}.jpg`,
    ];
    return cells.map((cell) => `"${cell}"`).join(';');
  });
  const short = `"${people[1]?.rut}";"${people[1]?.given} ${people[1]?.family}"`;
  const repeated = rows[2]?.replace('"No"', '"Sí"');
  return `${header}\n${rows.join('\n')}\n${short}\n${repeated}\n`;
}

export const header =
  'RUN;p1;Nombre del apoderado;p3;Correo;Domicilio;Fecha de nacimiento;¿Quién le ayudó?;Nota que pone Wideline Huenchumán 21.311.207-K;Asiste;Comentario;Foto';
export const badName = `encuesta_${people[3]?.given}_Huenchumán_${people[3]?.rut}.csv`;

/** All spellings in which a detail may survive. */
function secrets(): string[] {
  const found = new Set<string>(['correosecreto', 'Copihueral']);
  for (const { body, given, family } of people) {
    found.add(String(body));
    found.add(String(body).replace(/\B(?=(\d{3})+$)/g, '.'));
    found.add(given);
    found.add(given.toUpperCase());
    found.add(family);
  }
  for (const { phone } of people) found.add(phone.replace(/\D/g, '').slice(3));
  return [...found];
}

/** A file's bytes as text in the encodings in which a secret could hide, with and without what stands between digits. */
function views(bytes: Buffer): string[] {
  const plain = bytes.toString('utf8');
  return [
    plain,
    bytes.toString('utf16le'),
    bytes.subarray(1).toString('utf16le'),
    plain.replace(/[\s.,-]/g, ''),
  ];
}

/** The paths of all files below a folder. */
export function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((name) => statSync(name).isFile());
}

/** The details of theirs that stand in the bytes. */
export function found(bytes: Buffer): string[] {
  const searched = views(bytes);
  return secrets().filter((secret) => searched.some((view) => view.includes(secret)));
}

/** Where a secret stands, for every file below a folder that is not left out. */
export function leaks(
  folder: string,
  isSearched: (name: string) => boolean = () => true,
): [string, string[]][] {
  return filesUnder(folder)
    .filter((name) => isSearched(path.relative(folder, name)))
    .map((name): [string, string[]] => [path.relative(folder, name), found(readFileSync(name))])
    .filter(([, secret]) => secret.length > 0);
}

import { AsyncLocalStorage } from 'node:async_hooks';
import type { ColumnPlan } from '../../../shared/domain/import';
import { comunas } from '../../../shared/reference/comunas';
import { asText, type Session } from '../db/session';
import { ident, join, type Sql, sql } from '../db/sql';
import { isAmbiguousName, isWordSurname, shieldMark } from './ordinary-words';
import { fold, hints, hintsOf } from './word-hints';

/** Words that stand in columns of names where nobody's name does, or begin sentences. */
const noNames = new Set(
  'sin con informacion dato datos registra registro tiene nombre nombres apellido apellidos alumno alumna estudiante prueba test pendiente retirado retirada otro otra ninguno ninguna anonimo anonima persona nna hermano hermana madre padre mama papa abuela abuelo tia tio hijo hija apoderado apoderada profesor profesora docente director directora escuela colegio liceo curso taller programa chile venezuela haiti peru bolivia colombia ecuador argentina todo todos nada nadie muy mas bien mal los las del una uno que por para como cuando porque pero falta hay son esta este ella ellos sra don dona'.split(
    ' ',
  ),
);
const places = new Set(comunas.flatMap(({ name }) => fold(name).split(/[^a-z]+/)));
const shortest = 3;

/** The words of the names of one file's people, by which SQL asks for them while the file is read. */
type Among = { id: string; words: ReadonlySet<string> };

const nobody: ReadonlySet<string> = new Set();
const scope = new AsyncLocalStorage<Among>();
const inUse = new Map<string, Among>();
let files = 0;

/** True while the names of a file's people are known. */
export function knowsPeople(): boolean {
  return peopleNow().size > 0;
}

/** Those words themselves, another set for another file; empty where none is read. */
export function peopleNow(): ReadonlySet<string> {
  return scope.getStore()?.words ?? nobody;
}

/** How SQL names them; null where none are known. */
export function peopleId(): string | null {
  return knowsPeople() ? (scope.getStore()?.id ?? null) : null;
}

/** Runs for a statement of the file whose people have this id, since the database calls back from nowhere. Throws once that file is done with. */
export function amongPeopleOf<T>(id: string, run: () => T): T {
  const among = inUse.get(id);
  if (!among) throw new Error('the people of this file are forgotten');
  return scope.run(among, run);
}

/** What a text must hold to repeat such a name; read by RE2 as well. */
export const peopleGate = '\\p{Lu}\\p{L}{2}|\\p{L}_\\p{L}';

/**
 * Runs with the names of a file's people known to `redactText`, so that a name in no list is replaced wherever the file
 * repeats it. Files read at the same time do not know each other's people.
 */
export async function amongPeople<T>(words: ReadonlySet<string>, run: () => Promise<T>): Promise<T> {
  files += 1;
  const among = { id: String(files), words };
  inUse.set(among.id, among);
  try {
    return await scope.run(among, run);
  } finally {
    inUse.delete(among.id);
  }
}

/** Columns that name people and are not kept. */
function namesPeople({ identity, action, parts }: ColumnPlan): boolean {
  return identity === 'name' && action !== 'keep' && parts.length === 0;
}

/** Whether answers of the column are rewritten, so that names in them matter. */
function isRewritten({ type, action, redacts }: ColumnPlan): boolean {
  return action === 'keep' && redacts && ['text', 'single', 'ordinal', 'multiple'].includes(type);
}

/** The words of the names in a file's columns of names, folded; empty where the plan has none or nothing that may repeat them. */
export async function peopleOf(
  session: Session,
  rows: Sql,
  columns: readonly ColumnPlan[],
  width: number,
  cell: (source: number) => string,
): Promise<ReadonlySet<string>> {
  const sources = columns.filter((plan) => namesPeople(plan) && plan.source < width);
  if (sources.length === 0 || !columns.some(isRewritten)) return new Set();
  const cells = sources.map(
    ({ source }) =>
      sql`select distinct unnest(regexp_extract_all(${ident(cell(source))}, '\\p{L}{3,}')) as word from ${rows}
        where regexp_full_match(trim(${ident(cell(source))}), '(?:\\p{L}[\\p{L}''’.-]*,?\\s*){1,7}')`,
  );
  const found = await session.columns(sql`select distinct word from (${join(cells, ' union all ')})`);
  return new Set((found[0] ?? []).map((word) => fold(asText(word))).filter(tellsOfAPerson));
}

/** The same words of names that are known from elsewhere. */
export function wordsOfNames(names: readonly string[]): ReadonlySet<string> {
  const words = names.flatMap((name) => name.match(/\p{L}{3,}/gu) ?? []);
  return new Set(words.map(fold).filter(tellsOfAPerson));
}

function tellsOfAPerson(folded: string): boolean {
  return folded.length >= shortest && !noNames.has(folded);
}

/** Words that are a name and nothing else. */
function isOnlyName(folded: string): boolean {
  return !(folded !== 'maria' && isAmbiguousName(folded)) && !isWordSurname(folded) && !places.has(folded);
}

const particle = '(?:\\s+(?:de|del|la|las|los|y|DE|DEL|LA|LAS|LOS|Y))*';
const capitals = new RegExp(
  `(?<![\\p{L}${shieldMark}])\\p{Lu}[\\p{L}]{2,}(?:(?:${particle},?\\s+|-)(?:\\p{Lu}[\\p{L}]{2,}|\\p{Lu}\\.))*`,
  'gu',
);
const joinedWords = /(?<![\p{L}\p{N}_.@/-])\p{L}{2,}(?:_\p{L}{2,})+(?![\p{L}\p{N}_@])/gu;
const wordInside = /\p{L}{3,}/gu;

/** The text with names of the people of the file replaced: words with capitals, one beside the other or alone where they mean nothing else. */
export function withoutPeople(text: string): string {
  const people = peopleNow();
  if (people.size === 0) return text;
  const plain = text.replace(joinedWords, (token) => {
    const words = fold(token).split('_');
    return words.length > 1 && words.every((word) => people.has(word)) && words.some(isOnlyName)
      ? '[nombre]'
      : token;
  });
  return plain.replace(capitals, (run) => {
    const known = [...run.matchAll(wordInside)]
      .map(([word]) => fold(word))
      .filter((word) => people.has(word));
    if (!known.some(isOnlyName)) return run;
    const words = [...run.matchAll(wordInside)].map(([word]) => word);
    const first = words.findIndex((word) => people.has(fold(word)));
    if (/^san(?:t[ao])?$/.test(fold(words[first - 1] ?? ''))) return run;
    // "Ayer Wideline vino": what stands before the name stays.
    const isAll = words.every((word) => people.has(fold(word)) || (hintsOf(word) & hints.given) !== 0);
    if (isAll || first <= 0) return '[nombre]';
    const at = run.indexOf(words[first] ?? '');
    return `${run.slice(0, at)}[nombre]`;
  });
}

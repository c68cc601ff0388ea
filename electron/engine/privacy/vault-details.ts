import { z } from 'zod';
import type { WaveId } from '../../../shared/domain/ids';
import type { ColumnPlan } from '../../../shared/domain/import';
import type { EngineContext } from '../context';
import { asCount, asText, type Session } from '../db/session';
import { join, type Sql, sql } from '../db/sql';
import { aboutIt, plainHeader } from './identity-headers';
import { openVault } from './project-vault';
import type { Vault, VaultContent } from './vault';

/**
 * What a file says of the person of a row besides the identifier, as written there; null where it says nothing. `line` is null in
 * vaults of before rows were told apart, `pseudonym` in rows without identifier.
 */
export const PersonInVault = z.strictObject({
  line: z.int().nullable(),
  pseudonym: z.string().nullable(),
  name: z.string().nullable(),
  birthDate: z.string().nullable(),
  school: z.string().nullable(),
});
export type PersonInVault = z.infer<typeof PersonInVault>;

const otherPeople =
  /apoderad|profesor|profesora|docente|tutor|encuestador|entrevistador|digitador|director|madre|padre|mama\b|papa\b|contacto|responsable|username|submitted|instagram|facebook|tiktok|red social|usuario/;
const schoolHeader = /establecimiento|escuela|colegio|liceo|jardin|\brbd\b/;

/** Which columns hold the name, birth date and school of the person who answers. */
export type DetailColumns = { name: number[]; birthDate: number[]; school: number[] };

/** The columns that go into the vault: those left out of the project or pseudonymised, and the school, which is only a help. */
export function detailColumns(columns: readonly ColumnPlan[], width: number): DetailColumns {
  const own = columns.filter(({ source, parts }) => source < width && parts.length === 0);
  const hidden = (kind: ColumnPlan['identity']): number[] =>
    own
      .filter(({ action, identity, header }) => {
        return action !== 'keep' && identity === kind && !otherPeople.test(plainHeader(header));
      })
      .map(({ source }) => source);
  const schools = own.filter(({ header, label, identity }) => {
    const words = plainHeader(`${header} ${label}`);
    return identity === null && schoolHeader.test(words) && !aboutIt.test(words);
  });
  // Its name tells a person more than its number.
  const school = schools.find(({ header }) => !/\brbd\b/.test(plainHeader(header))) ?? schools[0];
  return { name: hidden('name'), birthDate: hidden('birth-date'), school: school ? [school.source] : [] };
}

/**
 * The details of the people of a wave for the vault, row by row with `line`, those without identifier too; null where the file
 * has none. `rows` are numbered, `pseudonym` is the expression of the pseudonym, `cell` that of a column.
 */
export async function detailsContent(
  session: Session,
  rows: Sql,
  columns: DetailColumns,
  pseudonym: Sql,
  cell: (source: number) => Sql,
): Promise<VaultContent | null> {
  if (columns.name.length + columns.birthDate.length === 0) return null;
  const text = (sources: readonly number[], separator: string): Sql =>
    sources.length === 0
      ? sql`null::varchar`
      : sql`nullif(trim(concat_ws(${separator}::varchar, ${join(sources.map((source) => sql`nullif(trim(${cell(source)}), '')`))})), '')`;
  const statement = sql`with known as (select line, ${pseudonym} as pseudonym, ${text(columns.name, ' ')} as name,
      ${text(columns.birthDate, '-')} as born, ${text(columns.school, ' ')} as school from ${rows})
    select * from known where name is not null or born is not null order by line`;
  const lines: Buffer[] = [];
  for (const row of await session.all(statement)) {
    const known = [row.pseudonym, row.name, row.born, row.school].map((value) => value ?? null);
    lines.push(Buffer.from(`${JSON.stringify([asCount(row.line), ...known])}\n`));
  }
  return { kind: 'details', content: Buffer.concat(lines) };
}

/** The details an open vault holds of a wave; empty where it holds none. */
export function readDetailsOf(vault: Vault, waveId: string): PersonInVault[] {
  return (vault.read(waveId, 'details')?.toString('utf8') ?? '')
    .split('\n')
    .filter((text) => text !== '')
    .map((text) => {
      const parsed: unknown = JSON.parse(text);
      const isOfRow = Array.isArray(parsed) && parsed.length === 5;
      const [line, pseudonym, name, birthDate, school] = RowDetails.parse(
        isOfRow ? parsed : [null, ...list(parsed)],
      );
      return { line, pseudonym, name, birthDate, school };
    });
}

const text = z.string().nullable();
const RowDetails = z.tuple([z.int().nullable(), text, text, text, text]);

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The same details under other lines, for rows that join a wave under the lines of its own file. */
export function renumberedDetails(content: Uint8Array, lineOf: (line: number) => number): Buffer {
  const rows = Buffer.from(content)
    .toString('utf8')
    .split('\n')
    .filter((row) => row !== '')
    .map((row) => RowDetails.parse(JSON.parse(row)))
    .map(([line, ...known]) => `${JSON.stringify([line === null ? null : lineOf(line), ...known])}\n`);
  return Buffer.from(rows.join(''));
}

/** The details of the people of some waves, by wave. Throws `vault-locked`. */
export async function readDetails(
  context: EngineContext,
  session: Session,
  waveIds: readonly WaveId[],
): Promise<Map<WaveId, PersonInVault[]>> {
  const vault = await openVault(context, session);
  return new Map(waveIds.map((waveId) => [waveId, readDetailsOf(vault, waveId)]));
}

/** Texts of one column, one a line, for the vault; line breaks inside become spaces. */
export async function listContent(session: Session, people: Sql): Promise<VaultContent> {
  const rows = await session.columns(
    sql`select regexp_replace(person, '[\\r\\n]+', ' ', 'g') from (${people}) where person is not null and person <> ''`,
  );
  const texts = (rows[0] ?? []).map((value) => asText(value));
  return {
    kind: 'people',
    content: Buffer.from(texts.map((text) => `${text}\n`).join('')),
  };
}

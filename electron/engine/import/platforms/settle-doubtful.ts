import { asCount, type Session } from '../../db/session';
import { ident, join, literal, type Sql, sql } from '../../db/sql';
import { unchosenMarks } from '../column-parts';
import { sourceColumn } from '../prepared-file';
import type { PlatformReading } from './reading';

/**
 * Lets the rows decide which runs of ticks are one question: its cells are blank together, and whoever answered ticked
 * something. Runs that are not become columns of their own again.
 */
export async function settleDoubtful(
  session: Session,
  rows: Sql,
  reading: PlatformReading,
): Promise<PlatformReading> {
  const doubtful = reading.compositions.filter(({ isDoubtful }) => isDoubtful);
  if (doubtful.length === 0) return reading;
  const counts = doubtful.flatMap(({ parts }, index) => {
    const cells = parts.map(({ source }) => sql`lower(coalesce(trim(${ident(sourceColumn(source))}), ''))`);
    const blank = join(
      cells.map((cell) => sql`(${cell} = '')::integer`),
      ' + ',
    );
    const not = join(
      cells.map((cell) => sql`(${cell} in (${join(['', ...unchosenMarks].map(literal))}))::integer`),
      ' + ',
    );
    const all = literal(String(parts.length));
    return [
      sql`count(*) filter (where (${blank}) between 1 and ${all}::integer - 1) as ${ident(`mixed${index}`)}`,
      sql`count(*) filter (where (${not}) = ${all}::integer and (${blank}) = 0) as ${ident(`none${index}`)}`,
    ];
  });
  const found = await session.first(sql`select ${join(counts)} from ${rows}`);
  const refused = new Set(
    doubtful.filter(
      (_, index) => asCount(found?.[`mixed${index}`]) > 0 || asCount(found?.[`none${index}`]) > 0,
    ),
  );
  if (refused.size === 0) return reading;
  const width = Math.min(...reading.compositions.map(({ source }) => source));
  const moved = new Map<number, number | null>();
  const compositions = reading.compositions
    .filter((composition) => {
      if (refused.has(composition)) moved.set(composition.source, null);
      return !refused.has(composition);
    })
    .map((composition, index) => {
      moved.set(composition.source, width + index);
      return { ...composition, source: width + index };
    });
  const columns = new Map(
    [...reading.columns].map(([source, said]) => {
      const { partOf, reason, plan, ...rest } = said;
      if (partOf === undefined) return [source, said];
      const place = moved.get(partOf) ?? null;
      return [source, place === null ? rest : { ...said, partOf: place }];
    }),
  );
  return { ...reading, columns, compositions };
}

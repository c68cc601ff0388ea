import { literal, type Sql, sql } from '../db/sql';
import { announcedGate, capitalInside, detailsGate, nameShapes, namesGate } from './detail-patterns';
import { peopleGate, peopleId } from './file-people';
import { gluedGate } from './glued-details';
import { redactAmongFunction, redactFunction } from './redact-function';

const plainFunction: Sql = { parts: [redactFunction], values: [] };
const amongFunction: Sql = { parts: [redactAmongFunction], values: [] };

/**
 * The text with personal details replaced by their kind in brackets: RUT, RUN and IPE in any form (bare digits only where the check
 * digit is right), documents, telephones, e-mails, links, addresses, and names after words that announce them. Null
 * stays null; a text without any comes back unchanged.
 */
export function redacted(text: Sql): Sql {
  const gate = sql`regexp_matches(${text}, ${literal(`${detailsGate}|${gluedGate}|${nameShapes}`)})
    or regexp_matches(${text}, ${literal(namesGate)})
    or (regexp_matches(${text}, ${literal(capitalInside)}) and regexp_matches(${text}, ${literal(announcedGate)}))`;
  const id = peopleId();
  if (id === null) return sql`case when ${gate} then ${plainFunction}(${text}) else ${text} end`;
  const named = sql`regexp_matches(${text}, ${literal(peopleGate)})`;
  return sql`case when ${gate} or ${named} then ${amongFunction}(${text}, ${literal(id)}) else ${text} end`;
}

function folded(text: Sql): Sql {
  return sql`lower(strip_accents(${text}))`;
}

/** True where `redacted` would change the text. */
export function holdsDetails(text: Sql): Sql {
  return sql`(${redacted(text)} is distinct from ${text})`;
}

/**
 * The text with the words of the same row's names replaced, such as a pupil's own name in her answer. `names` are texts of one row; words
 * of fewer than three letters and those that join names are left alone.
 */
export function withoutNames(text: Sql, names: readonly Sql[]): Sql {
  if (names.length === 0) return text;
  const all = sql`concat_ws(' ', ${joined(names)})`;
  const known = sql`list_filter(regexp_extract_all(${folded(all)}, '\\p{L}{3,}'),
    lambda word: word not in ('del', 'las', 'los', 'san', 'don', 'sra'))`;
  const tokens = sql`regexp_extract_all(${text}, '\\p{L}+|[^\\p{L}]+')`;
  const hidden = sql`array_to_string(list_transform(${tokens},
    lambda token: case when list_contains(${known}, ${folded(sql`token`)}) then '[nombre]' else token end), '')`;
  const isNamed = sql`list_has_any(regexp_extract_all(${folded(text)}, '\\p{L}{3,}'), ${known})`;
  return sql`case when ${text} is not null and ${isNamed}
    then regexp_replace(${hidden}, '\\[nombre\\]( +(de |del |la |las |los )*\\[nombre\\])+', '[nombre]', 'g') else ${text} end`;
}

function joined(items: readonly Sql[]): Sql {
  return items.reduce((left, right) => sql`${left}, ${right}`);
}

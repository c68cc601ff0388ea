import { literal, type Sql, sql } from '../db/sql';
import { bound } from '../import/conversion-values';
import { dash, detailRules, nameRules, perhapsRut, worthSearching } from './detail-patterns';
import { checkDigitSteps } from './pseudonyms';

function replaced(text: Sql, rules: typeof detailRules): Sql {
  return rules.reduce(
    (inner, { pattern, replacement }) =>
      sql`regexp_replace(${inner}, ${literal(pattern)}, ${literal(replacement)}, 'g')`,
    text,
  );
}

/**
 * The text with personal details replaced by their kind in brackets: RUT, RUN and IPE in any form (bare digits only where the check
 * digit is right), documents, telephones, e-mails, links, addresses, and names after words that announce them. Null
 * stays null; a text without any comes back unchanged.
 */
export function redacted(text: Sql): Sql {
  const details = replaced(withoutRut(text), detailRules);
  return replaced(
    sql`case when regexp_matches(${text}, ${literal(worthSearching)}) then ${details} else ${text} end`,
    nameRules,
  );
}

/** Those numbers replaced whose check digit is right. */
function withoutRut(text: Sql): Sql {
  const plain = sql`ltrim(upper(regexp_replace(found, ${literal(`[\\s.,'\u00B7\u00A0\u202F]|${dash}`)}, '', 'g')), '0')`;
  const isRut = bound(plain, 'bare', (bare) =>
    bound(sql`regexp_replace(${bare}, '(.)$', ${literal('-\\1')})`, 'person', (person) => {
      const steps = checkDigitSteps(person);
      const isRound = sql`(${bare} like '%000' and not regexp_matches(found, ${literal(dash)}))`;
      return sql`case when regexp_full_match(${bare}, '[0-9]{7,9}[0-9K]') and not ${isRound}
        then ${bound(steps.body, 'body', (body) => sql`not (${steps.isWrong(body)})`)} else false end`;
    }),
  );
  return sql`list_reduce(list_filter(regexp_extract_all(${text}, ${literal(perhapsRut)}), lambda found: ${isRut}),
    lambda rest, found: replace(rest, found, '[RUT]'), ${text})`;
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
  const folded = (value: Sql): Sql => sql`lower(strip_accents(${value}))`;
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

import { createHash } from 'node:crypto';
import type { IdentityKind } from '../../../shared/domain/instrument';
import { literal, type Sql, sql } from '../db/sql';

const blockSize = 64;

/**
 * One way of writing each identifier, so that a person has one pseudonym in every wave: RUT, RUN and IPE without
 * points and leading zeros, with hyphen and capital K; anything else in capitals with single spaces.
 */
export function normalised(text: Sql, kind: IdentityKind | null): Sql {
  const general = sql`upper(trim(regexp_replace(${text}, ${literal('[\\s\\x{00A0}]+')}, ' ', 'g')))`;
  if (kind !== 'rut' && kind !== 'ipe') return general;
  const bare = sql`ltrim(upper(regexp_replace(${text}, ${literal('[\\s.\\x{00A0}\\x{2010}-\\x{2015}\\x{2212}-]+')}, '', 'g')), '0')`;
  return sql`case when regexp_full_match(${text}, '[1-9][0-9]{5,8}-[0-9K]') then ${text}
    when regexp_full_match(${bare}, '[0-9]{6,9}[0-9K]') then regexp_replace(${bare}, '(.)$', ${literal('-\\1')})
    else ${general} end`;
}

/**
 * The pseudonym of a normalised identifier: `P-` and the first 16 hex digits of its HMAC-SHA-256 (RFC 2104) under the
 * project's secret. Computed in SQL, so that identifiers need not be brought into memory.
 */
export function pseudonymOf(normalisedText: Sql, secretHex: string): Sql {
  const secret = Buffer.from(secretHex, 'hex');
  const key = secret.length > blockSize ? createHash('sha256').update(secret).digest() : secret;
  const pad = (byte: number): Sql => {
    const padded = Buffer.alloc(blockSize, byte);
    key.forEach((value, index) => {
      padded[index] = value ^ byte;
    });
    return literal(padded.toString('hex'));
  };
  const inner = sql`sha256(unhex(${pad(0x36)}) || encode(${normalisedText}))`;
  return sql`('P-' || upper(left(sha256(unhex(${pad(0x5c)}) || unhex(${inner})), 16)))`;
}

/**
 * The check digit of a normalised RUT, RUN or IPE in three steps, so that a query can compute each once: which rows
 * have one, the number before it, and whether it is wrong given that number.
 */
export function checkDigitSteps(person: Sql): { isRut: Sql; body: Sql; isWrong(body: Sql): Sql } {
  const weights = [2, 3, 4, 5, 6, 7, 2, 3, 4];
  return {
    isRut: sql`regexp_full_match(${person}, '[0-9]{6,9}-[0-9K]')`,
    body: sql`cast(split_part(${person}, '-', 1) as integer)`,
    isWrong(body) {
      const sum = weights
        .map(
          (weight, place) =>
            sql`(${body} // ${literal(String(10 ** place))}::integer) % 10 * ${literal(String(weight))}::integer`,
        )
        .reduce((left, right) => sql`${left} + ${right}`);
      return sql`'0K987654321'[(${sum}) % 11 + 1] <> right(${person}, 1)`;
    },
  };
}

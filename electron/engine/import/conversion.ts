import type { ColumnPlan } from '../../../shared/domain/import';
import { assertNever } from '../../../shared/errors';
import { emptySql, join, literal, type Sql, sql } from '../db/sql';
import { redacted } from '../privacy/redact-sql';
import { noneChosen } from './answers-joined';
import { bareWord, bound, collapsed, folded, isOneOf, noWords, yesWords } from './conversion-values';
import {
  isIsoDateTime,
  isQuickDate,
  plainDate,
  readDateOrSerial,
  readDateTime,
  readIsoDateTime,
  readQuickDate,
} from './date-values';
import { plainDecimal, plainInteger, readDecimal, readInteger, readPlainDecimal } from './number-values';
import { recoding } from './recode-sql';

/** How the text of a column becomes what is stored; every expression is over one text expression. */
export type Conversion = {
  /** DuckDB type of the stored column. */
  sqlType: string;
  /** The stored value, null where the cell is blank, a missing code, or does not convert. */
  stored(text: Sql): Sql;
  /** The code, as written in the plan, by which the cell counts as missing; null otherwise. */
  missingCode(text: Sql): Sql;
  /** The stored value as text for a receipt, equal to the cell where nothing was changed. */
  shown(text: Sql): Sql;
  /** True where something was stored that is none of the options, for somebody to look at; null where that cannot be. */
  review: ((text: Sql) => Sql) | null;
};

export type PseudonymSql = (text: Sql, kind: ColumnPlan['identity']) => Sql;

/** True where nothing is written: null, or nothing but spaces. */
export function isBlank(text: Sql): Sql {
  return sql`(${text} is null or ${collapsed(text)} = '')`;
}

/** The conversion that a confirmed column plan describes: recodings first, then missing codes, then the type. */
export function conversionOf(plan: ColumnPlan, pseudonym: PseudonymSql): Conversion {
  const isList = plan.type === 'single' || plan.type === 'ordinal' || plan.type === 'multiple';
  const typed = typedConversion(plan, pseudonym);
  // Recodings name cells as they are written, so they come before any detail is replaced.
  return withRecodes(plan, plan.redacts && isList ? overRedacted(typed) : typed);
}

/** The same over the answers with personal details replaced, as the options of the plan are written. */
function overRedacted({ sqlType, stored, missingCode, shown, review }: Conversion): Conversion {
  const over =
    (inner: (text: Sql) => Sql) =>
    (text: Sql): Sql =>
      sql`list_transform([${redacted(text)}], lambda redacted: ${inner(sql`redacted`)})[1]`;
  return {
    sqlType,
    stored: over(stored),
    missingCode: over(missingCode),
    shown: over(shown),
    review: review && over(review),
  };
}

function withRecodes(plan: ColumnPlan, typed: Conversion): Conversion {
  if (plan.recodes.length === 0) return typed;
  const recodes = recoding(plan);
  const { review } = typed;
  // The recoded text is worked out once a cell, however often the conversion names it.
  const after = (text: Sql, body: (recoded: Sql) => Sql): Sql => bound(recodes.read(text), 'recoded', body);
  return {
    sqlType: typed.sqlType,
    stored: (text) => recodes.direct(plan, text, after(text, typed.stored.bind(typed))),
    missingCode: (text) =>
      sql`coalesce(${recodes.missing(text)}, ${after(text, typed.missingCode.bind(typed))})`,
    shown: (text) => after(text, typed.shown.bind(typed)),
    review: review && ((text) => after(text, review)),
  };
}

function typedConversion(plan: ColumnPlan, pseudonym: PseudonymSql): Conversion {
  const codes = [...plan.missingCodes, ...plan.notApplicableCodes].filter((code) => code.trim() !== '');
  const missingCode = (text: Sql): Sql =>
    codes.length === 0
      ? sql`null::varchar`
      : sql`case ${folded(collapsed(text))} ${join(
          codes.map((code) => sql`when ${folded(literal(code.trim()))} then ${literal(code)}`),
          ' ',
        )} end`;
  const isCode = (text: Sql): Sql =>
    codes.length === 0
      ? sql`false`
      : isOneOf(
          folded(collapsed(text)),
          codes.map((code) => folded(literal(code.trim()))),
        );
  const notCode = (text: Sql): Sql =>
    codes.length === 0 ? emptySql : sql`not ${isOneOf(text, codes.map(literal))} and `;
  /** Plain cells take the quick way; anything else is cleaned first. */
  const quick = (text: Sql, isPlain: Sql, plain: Sql, slow: (clean: Sql) => Sql): Sql => sql`case
    when ${text} is null then null
    when ${notCode(text)}${isPlain} then ${plain}
    when ${isCode(text)} then null
    else ${slow(collapsed(text))} end`;
  const base = { missingCode, review: null };

  switch (plan.type) {
    case 'integer':
      return {
        ...base,
        sqlType: 'bigint',
        stored: (text) =>
          quick(
            text,
            sql`regexp_full_match(${text}, ${plainInteger})`,
            sql`try_cast(${text} as bigint)`,
            (clean) => readInteger(clean, plan.decimalMark),
          ),
        shown(text) {
          return sql`cast(${this.stored(text)} as varchar)`;
        },
      };
    case 'decimal': {
      const isPlain = (text: Sql): Sql => sql`regexp_full_match(${text}, ${plainDecimal(plan.decimalMark)})`;
      return {
        ...base,
        sqlType: 'double',
        stored: (text) =>
          quick(text, isPlain(text), readPlainDecimal(text, plan.decimalMark), (clean) =>
            readDecimal(clean, plan.decimalMark),
          ),
        shown(text) {
          return bound(
            this.stored(text),
            'kept',
            (kept) => sql`case when ${kept} is null then null when ${isPlain(text)} then ${text}
            else replace(cast(${kept} as varchar), '.', ${literal(plan.decimalMark)}) end`,
          );
        },
      };
    }
    case 'date':
      return {
        ...base,
        sqlType: 'date',
        stored: (text) =>
          quick(text, isQuickDate(text, plan.dateOrder), readQuickDate(text, plan.dateOrder), (clean) =>
            readDateOrSerial(clean, plan.dateOrder),
          ),
        shown(text) {
          return bound(
            this.stored(text),
            'kept',
            (
              kept,
            ) => sql`case when ${kept} is null then null when regexp_full_match(${text}, ${plainDate(plan.dateOrder)}) then ${text}
            else cast(${kept} as varchar) end`,
          );
        },
      };
    case 'datetime':
      return {
        ...base,
        sqlType: 'timestamp',
        stored: (text) =>
          quick(text, isIsoDateTime(text), readIsoDateTime(text), (clean) =>
            readDateTime(clean, plan.dateOrder),
          ),
        shown(text) {
          return bound(
            this.stored(text),
            'kept',
            (kept) => sql`case when ${kept} is null then null when ${isIsoDateTime(text)} then ${text}
            else strftime(${kept}, '%Y-%m-%d %H:%M:%S') end`,
          );
        },
      };
    case 'boolean':
      return { ...base, ...booleanConversion(plan, quick) };
    case 'single':
    case 'ordinal':
      return { ...base, ...optionConversion(plan, quick) };
    case 'multiple':
      return { ...base, ...multipleConversion(plan, isCode) };
    case 'text':
      return {
        ...base,
        sqlType: 'varchar',
        stored: (text) => {
          const kept = plan.redacts ? redacted(sql`trim(${text})`) : sql`trim(${text})`;
          return codes.length === 0
            ? sql`case when ${isBlank(text)} then null else ${kept} end`
            : sql`case when ${isBlank(text)} or ${isCode(text)} then null else ${kept} end`;
        },
        shown: (text) => text,
      };
    case 'identifier':
      return {
        ...base,
        sqlType: 'varchar',
        stored: (text) =>
          sql`case when ${isBlank(text)} or ${isCode(text)} then null else ${pseudonym(text, plan.identity)} end`,
        shown: (text) => text,
      };
    default:
      return assertNever(plan.type);
  }
}

type Quick = (text: Sql, isPlain: Sql, plain: Sql, slow: (clean: Sql) => Sql) => Sql;
type Typed = Pick<Conversion, 'sqlType' | 'stored' | 'shown'>;

function booleanConversion(plan: ColumnPlan, quick: Quick): Typed {
  const label = (value: string, otherwise: string): string =>
    plan.options.find((option) => option.value === value)?.label ?? otherwise;
  const yes = label('true', 'Sí');
  const no = label('false', 'No');
  const cleaned = (text: Sql): Sql =>
    quick(text, sql`false`, sql`null`, (clean) =>
      bound(
        folded(clean),
        'answer',
        (answer) => sql`case when ${answer} = ${folded(literal(yes))} then true
        when ${answer} = ${folded(literal(no))} then false
        when ${isOneOf(bareWord(answer), yesWords.map(literal))} then true
        when ${isOneOf(bareWord(answer), noWords.map(literal))} then false end`,
      ),
    );
  // An answer as plain as its label is read at once, unless the plan calls the label missing.
  const labels = [yes, no].filter(
    (word) => ![...plan.missingCodes, ...plan.notApplicableCodes].includes(word),
  );
  const stored = (text: Sql): Sql =>
    labels.length === 2
      ? sql`case ${text} when ${literal(yes)} then true when ${literal(no)} then false else ${cleaned(text)} end`
      : cleaned(text);
  return {
    sqlType: 'boolean',
    stored,
    shown: (text) =>
      sql`case ${stored(text)} when true then ${literal(yes)} when false then ${literal(no)} end`,
  };
}

/** The wording without accents and case, and the one option it stands for; wordings that stand for several are left out. */
function optionsByFold(plan: ColumnPlan): Map<string, string> {
  const known = new Map<string, string | null>();
  for (const { value, label } of plan.options) {
    for (const wording of new Set([value, label])) {
      const key = wording.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ').trim();
      const before = known.get(key);
      known.set(key, before === undefined || before === value ? value : null);
    }
  }
  const unique = new Map<string, string>();
  for (const [key, value] of known) if (value !== null) unique.set(key, value);
  return unique;
}

/** One option: as written, then without regard to spaces, case and accents. */
function matchOption(plan: ColumnPlan, clean: Sql): Sql {
  const values = plan.options.map((option) => option.value);
  const arms = [...optionsByFold(plan)].map(
    ([key, value]) => sql`when ${literal(key)} then ${literal(value)}`,
  );
  if (arms.length === 0) return sql`nullif(${clean}, '')`;
  return sql`case when ${isOneOf(clean, values.map(literal))} then ${clean} else (case ${folded(clean)} ${join(arms, ' ')} end) end`;
}

function optionConversion(plan: ColumnPlan, quick: Quick): Typed {
  const values = plan.options.map((option) => option.value);
  const stored = (text: Sql): Sql =>
    quick(text, isOneOf(text, values.map(literal)), text, (clean) => matchOption(plan, clean));
  return { sqlType: 'varchar', stored, shown: stored };
}

/** A character no survey holds, in place of a separator that belongs to an option's own wording. */
const joiner = '\u001d';

/**
 * Answers that are none of the options are kept as written, after those that are, for `review`; nothing that somebody
 * answered is lost.
 */
function multipleConversion(
  plan: ColumnPlan,
  isCode: (text: Sql) => Sql,
): Typed & Pick<Conversion, 'review'> {
  const separator = plan.optionSeparator ?? '; ';
  const bare = separator.trim() === '' ? separator : separator.trim();
  const recodes = plan.recodes.length === 0 ? null : recoding(plan);
  const values = plan.options.map((option) => option.value);
  const holding = [
    ...plan.options.flatMap((option) => [option.value, option.label]),
    ...plan.recodes.map(({ from }) => from),
  ]
    .filter((wording, index, all) => wording.includes(bare) && all.indexOf(wording) === index)
    .sort((left, right) => right.length - left.length);
  const protect = (text: Sql): Sql =>
    holding.reduce(
      (inner, wording) =>
        sql`replace(${inner}, ${literal(wording)}, ${literal(wording.replaceAll(bare, joiner))})`,
      text,
    );
  const written = sql`replace(trim(part), ${literal(joiner)}, ${literal(bare)})`;
  const part = recodes ? recodes.read(written) : written;
  const read =
    values.length === 0
      ? sql`nullif(${part}, '')`
      : sql`coalesce(${matchOption(plan, part)}, nullif(${part}, ''))`;
  const parts = (text: Sql): Sql => sql`list_filter(
    list_transform(string_split(${protect(collapsed(text))}, ${literal(bare)}), lambda part: ${read}),
    lambda part: part is not null)`;
  const unique = (list: Sql): Sql => sql`list_filter(${list}, lambda part, position:
    list_position(${list}, part) = position)`;
  // Only a question put together from several columns can say that it was answered with none of its options.
  const isNone = (text: Sql): Sql =>
    plan.parts.length === 0 ? sql`false` : sql`(${text} = ${literal(noneChosen)})`;
  const whole = (text: Sql): Sql => sql`case when ${text} is null or ${isCode(text)} then null
    when ${isNone(text)} then []::varchar[]
    else ${bound(parts(text), 'answers', (answers) => sql`case when len(${answers}) > 0 then ${unique(answers)} end`)} end`;
  return {
    sqlType: 'varchar[]',
    stored: whole,
    shown: (text) =>
      sql`case when ${isNone(text)} then ${text} else array_to_string(${whole(text)}, ${literal(separator)}) end`,
    review:
      values.length === 0
        ? null
        : (text) =>
            sql`coalesce(len(list_filter(${whole(text)}, lambda part: not ${isOneOf(sql`part`, values.map(literal))})) > 0, false)`,
  };
}

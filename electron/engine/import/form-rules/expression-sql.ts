import { assertNever } from '../../../../shared/errors';
import { literal, type Sql, sql } from '../../db/sql';
import { type Expression, NotUnderstood, type Operator } from './parse-expression';

/** What an expression reads: each answer as the text a form would hold (names of options joined by spaces), '' for blank. */
export type Answers = {
  /** Null for a question that is not in the file. */
  answer(name: string): Sql | null;
  own: Sql;
  /** The day on which the file is read, as `yyyy-mm-dd`. */
  today: string;
};

type Typed = { type: 'text' | 'number' | 'boolean' | 'date'; sql: Sql };

/**
 * A rule as a boolean expression that is never null, by the comparison rules of XPath 1.0; texts that both look like
 * numbers are compared as such, days count as days since 1970. Throws NotUnderstood.
 */
export function ruleSql(expression: Expression, answers: Answers): Sql {
  return toBoolean(compile(expression, answers));
}

function compile(expression: Expression, answers: Answers): Typed {
  switch (expression.is) {
    case 'text':
      return { type: 'text', sql: literal(expression.value) };
    case 'number':
      return { type: 'number', sql: sql`${literal(String(expression.value))}::double` };
    case 'own':
      return { type: 'text', sql: answers.own };
    case 'answer': {
      const found = answers.answer(expression.name);
      if (!found) throw new NotUnderstood(expression.name);
      return { type: 'text', sql: found };
    }
    case 'minus':
      return { type: 'number', sql: sql`(- ${toNumber(compile(expression.of, answers))})` };
    case 'operator':
      return operate(
        expression.operator,
        compile(expression.left, answers),
        compile(expression.right, answers),
      );
    case 'call':
      return call(
        expression.name,
        expression.of.map((part) => compile(part, answers)),
        answers,
      );
    default:
      return assertNever(expression);
  }
}

function operate(operator: Operator, left: Typed, right: Typed): Typed {
  switch (operator) {
    case 'and':
      return { type: 'boolean', sql: sql`(${toBoolean(left)} and ${toBoolean(right)})` };
    case 'or':
      return { type: 'boolean', sql: sql`(${toBoolean(left)} or ${toBoolean(right)})` };
    case '=':
      return { type: 'boolean', sql: equal(left, right) };
    case '!=':
      return { type: 'boolean', sql: sql`(not ${equal(left, right)})` };
    case '<':
      return ordered(left, right, sql`<`);
    case '<=':
      return ordered(left, right, sql`<=`);
    case '>':
      return ordered(left, right, sql`>`);
    case '>=':
      return ordered(left, right, sql`>=`);
    case '+':
      return { type: 'number', sql: sql`(${toNumber(left)} + ${toNumber(right)})` };
    case '-':
      return { type: 'number', sql: sql`(${toNumber(left)} - ${toNumber(right)})` };
    case '*':
      return { type: 'number', sql: sql`(${toNumber(left)} * ${toNumber(right)})` };
    case 'div':
      return { type: 'number', sql: sql`(${toNumber(left)} / nullif(${toNumber(right)}, 0))` };
    case 'mod': {
      const divisor = sql`nullif(${toNumber(right)}, 0)`;
      return {
        type: 'number',
        sql: sql`(${toNumber(left)} - ${divisor} * trunc(${toNumber(left)} / ${divisor}))`,
      };
    }
    default:
      return assertNever(operator);
  }
}

function ordered(left: Typed, right: Typed, sign: Sql): Typed {
  return { type: 'boolean', sql: sql`coalesce(${toNumber(left)} ${sign} ${toNumber(right)}, false)` };
}

function equal(left: Typed, right: Typed): Sql {
  if (left.type === 'boolean' || right.type === 'boolean') {
    return sql`(${toBoolean(left)} = ${toBoolean(right)})`;
  }
  if (left.type !== 'text' || right.type !== 'text') {
    return sql`coalesce(${toNumber(left)} = ${toNumber(right)}, false)`;
  }
  return sql`coalesce(try_cast(${left.sql} as double) = try_cast(${right.sql} as double), ${left.sql} = ${right.sql})`;
}

/** Null stands for XPath's "not a number". */
function toNumber({ type, sql: value }: Typed): Sql {
  switch (type) {
    case 'number':
      return value;
    case 'boolean':
      return sql`(${value})::int::double`;
    case 'date':
      return sql`datediff('day', date '1970-01-01', ${value})::double`;
    case 'text':
      return sql`coalesce(try_cast(${value} as double), datediff('day', date '1970-01-01', ${dateOf(value)})::double)`;
    default:
      return assertNever(type);
  }
}

function dateOf(text: Sql): Sql {
  return sql`try_cast(regexp_extract(${text}, '^[0-9]{4}-[0-9]{2}-[0-9]{2}') as date)`;
}

function toBoolean({ type, sql: value }: Typed): Sql {
  if (type === 'boolean') return value;
  if (type === 'text') return sql`(${value} <> '')`;
  return sql`coalesce(${toNumber({ type, sql: value })} <> 0, false)`;
}

function toText({ type, sql: value }: Typed): Sql {
  switch (type) {
    case 'text':
      return value;
    case 'boolean':
      return sql`(case when ${value} then 'true' else 'false' end)`;
    case 'date':
      return sql`coalesce(cast(${value} as varchar), '')`;
    case 'number':
      return sql`coalesce(case when ${value} = trunc(${value}) and abs(${value}) < 1e15
        then cast(${value}::bigint as varchar) else cast(${value} as varchar) end, 'NaN')`;
    default:
      return assertNever(type);
  }
}

type Compiled = (parts: readonly Typed[], answers: Answers) => Typed;

function bool(value: Sql): Typed {
  return { type: 'boolean', sql: value };
}

function number(value: Sql): Typed {
  return { type: 'number', sql: value };
}

function words(text: Sql): Sql {
  return sql`list_filter(string_split(${text}, ' '), lambda word: word <> '')`;
}

/** How many parts each function takes, and what it is in SQL. */
const functions: Readonly<Record<string, { least: number; most: number; compile: Compiled }>> = {
  not: { least: 1, most: 1, compile: ([value]) => bool(sql`(not ${toBoolean(value ?? nothing)})`) },
  true: { least: 0, most: 0, compile: () => bool(sql`true`) },
  false: { least: 0, most: 0, compile: () => bool(sql`false`) },
  boolean: { least: 1, most: 1, compile: ([value]) => bool(toBoolean(value ?? nothing)) },
  selected: {
    least: 2,
    most: 2,
    compile: ([list, value]) =>
      bool(sql`list_contains(${words(toText(list ?? nothing))}, trim(${toText(value ?? nothing)}))`),
  },
  'count-selected': {
    least: 1,
    most: 1,
    compile: ([list]) => number(sql`len(${words(toText(list ?? nothing))})::double`),
  },
  today: {
    least: 0,
    most: 0,
    compile: (_, { today }) => ({ type: 'date', sql: sql`cast(${literal(today)} as date)` }),
  },
  date: {
    least: 1,
    most: 1,
    compile: ([value]) =>
      value?.type === 'date' ? value : { type: 'date', sql: dateOf(toText(value ?? nothing)) },
  },
  if: { least: 3, most: 3, compile: ([condition, yes, no]) => choose(condition, yes, no) },
  coalesce: {
    least: 2,
    most: 2,
    compile: ([first, second]) => ({
      type: 'text',
      sql: sql`coalesce(nullif(${toText(first ?? nothing)}, ''), ${toText(second ?? nothing)})`,
    }),
  },
  regex: {
    least: 2,
    most: 2,
    compile: ([value, pattern]) =>
      bool(sql`regexp_full_match(${toText(value ?? nothing)}, ${toText(pattern ?? nothing)})`),
  },
  'string-length': {
    least: 0,
    most: 1,
    compile: ([value], { own }) => number(sql`length(${value ? toText(value) : own})::double`),
  },
  string: { least: 1, most: 1, compile: ([value]) => ({ type: 'text', sql: toText(value ?? nothing) }) },
  number: { least: 1, most: 1, compile: ([value]) => number(toNumber(value ?? nothing)) },
  int: { least: 1, most: 1, compile: ([value]) => number(sql`trunc(${toNumber(value ?? nothing)})`) },
  round: {
    least: 1,
    most: 2,
    compile: ([value, digits]) =>
      number(
        digits
          ? sql`round(${toNumber(value ?? nothing)}, coalesce(${toNumber(digits)}, 0)::int)`
          : sql`round(${toNumber(value ?? nothing)})`,
      ),
  },
  contains: {
    least: 2,
    most: 2,
    compile: ([text, part]) => bool(sql`contains(${toText(text ?? nothing)}, ${toText(part ?? nothing)})`),
  },
  'starts-with': {
    least: 2,
    most: 2,
    compile: ([text, part]) => bool(sql`starts_with(${toText(text ?? nothing)}, ${toText(part ?? nothing)})`),
  },
};

const nothing: Typed = { type: 'text', sql: sql`''` };

function choose(condition: Typed = nothing, yes: Typed = nothing, no: Typed = nothing): Typed {
  const isSame = yes.type === no.type;
  const type = isSame ? yes.type : 'text';
  const shown = (part: Typed): Sql => (isSame ? part.sql : toText(part));
  return { type, sql: sql`(case when ${toBoolean(condition)} then ${shown(yes)} else ${shown(no)} end)` };
}

function call(name: string, parts: readonly Typed[], answers: Answers): Typed {
  const known = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (!known || parts.length < known.least || parts.length > known.most) throw new NotUnderstood(name);
  return known.compile(parts, answers);
}

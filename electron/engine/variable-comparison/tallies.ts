import type { JS } from '@duckdb/node-api';
import type { Variable } from '../../../shared/domain/instrument';
import type { Wave } from '../../../shared/domain/wave';
import { asCount, type Row, type Session } from '../db/session';
import { ident, join, type Sql, sql } from '../db/sql';
import type { ResolvedSampling } from '../design/resolved-sampling';
import { inSample, weightExpression } from '../design/sample-frame';
import { wasSkipped } from '../indicators/condition-sql';
import { groupExpression, keyExpression } from '../indicators/grouping';
import { waveTable } from '../projects/open-project';
import { hasValues, type VariablePlan } from './plan';

/** An answer as stored: the option, or the number (days since 1970 for a date). */
export type Answer = string | number;

/** Who gave an answer: the group of the breakdown (null: no answer to it, or no breakdown) and the unit of the design. */
export type Place = { group: string | null; stratum: string | null; cluster: string | null };
/** How many rows, the sum of their weights and of the squares of these (the count where rows weigh the same). */
export type Mass = { count: number; weight: number; squares: number };

export type AnswerTally = Place & Mass & { answer: Answer };
export type MoveTally = Place & Mass & { before: Answer; after: Answer };
/**
 * How many people a group has in a stratum, to how many of them the question was not put, how many answered, and what these
 * weigh.
 */
export type GroupSize = Omit<Place, 'cluster'> & {
  people: number;
  outside: number;
  n: number;
  weight: number;
};

export type WaveTallies = { sizes: GroupSize[]; answers: AnswerTally[] };
/**
 * People in both waves, by what they answered to the breakdown at the baseline; only those who answered both times are in
 * the answers. `moves` are empty where answers are numbers, whose `differences` (follow-up - baseline) are given instead.
 */
export type PairTallies = {
  sizes: GroupSize[];
  baseline: AnswerTally[];
  followUp: AnswerTally[];
  moves: MoveTally[];
  differences: AnswerTally[];
};

/** Answers of one wave, counted by group and unit of the design. Rows outside the sample (weight zero) are left out. */
export async function readWave(session: Session, plan: VariablePlan, wave: Wave): Promise<WaveTallies> {
  const { variable, sampling } = plan;
  const condition = sampling ? inSample(sampling) : null;
  const outside = outsideOf(variable, wave);
  const source = sql`(select ${join([
    ...placeColumns(plan, wave),
    sql`${answerExpression(variable)} as a`,
    ...(outside ? [sql`${outside} as x`] : []),
  ])}
    from ${ident(waveTable(wave.id))}${condition ? sql` where ${condition}` : sql``})`;
  const answered =
    variable.type === 'multiple'
      ? sql`(select * replace (unnest(list_distinct(a)) as a) from ${source} where a is not null)`
      : sql`(select * from ${source} where a is not null)`;
  return {
    sizes: await readSizes(session, source, sql`a is not null`, outside ? sql`x` : null),
    answers: (await session.all(sql`select ${place}, a, ${mass} from ${answered} group by all`)).map(
      readAnswer,
    ),
  };
}

/** Answers of the people found in both waves by `identifierId`; stratum, cluster, weight and group are the baseline's. */
export async function readPairs(
  session: Session,
  plan: VariablePlan,
  identifierId: string,
): Promise<PairTallies> {
  const { variable, baseline, followUp, sampling } = plan;
  const person = ident(identifierId);
  const answer = answerExpression(variable);
  const condition = sampling ? inSample(sampling) : null;
  const before = outsideOf(variable, baseline);
  const after = outsideOf(variable, followUp);
  const named = (outside: Sql | null, name: string): Sql[] =>
    outside ? [sql`${outside} as ${ident(name)}`] : [];
  const sides = [...(before ? [sql`x`] : []), ...(after ? [sql`y`] : [])];
  const source = sql`(select * from
    (select ${join([...placeColumns(plan, baseline), sql`${person} as person`, sql`${answer} as b`, ...named(before, 'x')])}
      from ${ident(waveTable(baseline.id))} where ${person} is not null${condition ? sql` and ${condition}` : sql``})
    join (select ${join([sql`${person} as person`, sql`${answer} as f`, ...named(after, 'y')])} from ${ident(waveTable(followUp.id))} where ${person} is not null)
    using (person))`;
  const both = sql`b is not null and f is not null`;
  const sizes = await readSizes(session, source, both, sides.length > 0 ? join(sides, ' or ') : null);
  const counted = (expression: Sql): Promise<Row[]> =>
    session.all(sql`select ${place}, ${expression} as a, ${mass} from ${source} where ${both} group by all`);
  if (variable.type === 'multiple') {
    const apart = async (side: Sql): Promise<AnswerTally[]> =>
      (
        await session.all(sql`select ${place}, a, ${mass}
          from (select * exclude (b, f), unnest(list_distinct(${side})) as a from ${source} where ${both}) group by all`)
      ).map(readAnswer);
    return {
      sizes,
      baseline: await apart(sql`b`),
      followUp: await apart(sql`f`),
      moves: [],
      differences: [],
    };
  }
  if (hasValues(variable)) {
    return {
      sizes,
      baseline: (await counted(sql`b`)).map(readAnswer),
      followUp: (await counted(sql`f`)).map(readAnswer),
      moves: [],
      differences: (await counted(sql`f - b`)).map(readAnswer),
    };
  }
  const rows = await session.all(
    sql`select ${place}, b, f, ${mass} from ${source} where ${both} group by all`,
  );
  const moves = rows.map(
    (row): MoveTally => ({
      ...readPlace(row),
      before: answerOf(row.b),
      after: answerOf(row.f),
      ...readMass(row),
    }),
  );
  return {
    sizes,
    baseline: moves.map(({ before, after: _after, ...rest }) => ({ ...rest, answer: before })),
    followUp: moves.map(({ before: _before, after, ...rest }) => ({ ...rest, answer: after })),
    moves,
    differences: [],
  };
}

const place = sql`g, stratum, cluster`;
const mass = sql`count(*) as size, sum(w) as weight, sum(w * w) as squares`;

function placeColumns({ breakdown, sampling }: VariablePlan, wave: Wave): Sql[] {
  const hasBreakdown = breakdown !== null && wave.variableIds.includes(breakdown.id);
  return [
    sql`${hasBreakdown ? keyExpression({ ...breakdown, skipsSome: wave.skippedIds.includes(breakdown.id) }) : sql`null::varchar`} as g`,
    sql`${nameOf(sampling?.stratum)} as stratum`,
    sql`${nameOf(sampling?.cluster)} as cluster`,
    sql`${weightOf(sampling)} as w`,
  ];
}

function nameOf(variable: Variable | null | undefined): Sql {
  return variable ? groupExpression(variable) : sql`null::varchar`;
}

function weightOf(sampling: ResolvedSampling | null): Sql {
  return sampling?.weight ? weightExpression(sampling.weight) : sql`1::double`;
}

function answerExpression(variable: Variable): Sql {
  const column = ident(variable.id);
  if (variable.type === 'multiple') return column;
  if (variable.type === 'date') return sql`(${column} - date '1970-01-01')::double`;
  if (variable.type === 'datetime') return sql`(${column}::date - date '1970-01-01')::double`;
  if (!hasValues(variable)) return sql`${column}::varchar`;
  const value = sql`${column}::double`;
  return sql`(case when isfinite(${value}) then ${value} end)`;
}

/** Rows to which the wave did not put the variable; null where it was put to all. */
function outsideOf(variable: Variable, { skippedIds }: Pick<Wave, 'skippedIds'>): Sql | null {
  return wasSkipped({ ...variable, skipsSome: skippedIds.includes(variable.id) });
}

async function readSizes(
  session: Session,
  source: Sql,
  answered: Sql,
  outside: Sql | null,
): Promise<GroupSize[]> {
  const rows = await session.all(
    sql`select g, stratum, count(*) as people, count_if(${answered}) as n, coalesce(sum(w) filter (where ${answered}), 0) as weight${outside ? sql`, count_if(${outside}) as outside` : sql``}
        from ${source} group by all`,
  );
  return rows.map((row) => ({
    group: textOf(row.g),
    stratum: textOf(row.stratum),
    people: asCount(row.people),
    outside: outside ? asCount(row.outside) : 0,
    n: asCount(row.n),
    weight: Number(row.weight),
  }));
}

function textOf(value: JS | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}

function answerOf(value: JS | undefined): Answer {
  return typeof value === 'number' ? value : String(value);
}

function readPlace(row: Row): Place {
  return { group: textOf(row.g), stratum: textOf(row.stratum), cluster: textOf(row.cluster) };
}

function readMass(row: Row): Mass {
  return { count: asCount(row.size), weight: Number(row.weight), squares: Number(row.squares) };
}

function readAnswer(row: Row): AnswerTally {
  return { ...readPlace(row), answer: answerOf(row.a), ...readMass(row) };
}

import type { ScaleSpec } from '../../../shared/domain/scale';
import type { ItemCovariances } from '../../../shared/stats/scale/types';
import { asNumber, type Row, type Session } from '../db/session';
import { ident, join, type Sql, sql } from '../db/sql';
import { amongAsked, createAggregateList, readCount } from '../indicators/aggregates';
import {
  compileCondition,
  requireVariable,
  type VariableLookup,
  wasSkipped,
} from '../indicators/condition-sql';
import { compileIndicator, itemScore } from '../indicators/indicator-sql';
import { covariancePairs } from '../indicators/statistics';
import { waveTable } from '../projects/open-project';

/**
 * Everybody's answers to one item, turned where it is reversed; `variance` (divisor n - 1) null below two. A number has
 * no ends to be turned between: its mean stays as answered, and only its covariances change their sign.
 */
export type ItemMoments = {
  n: number;
  mean: number | null;
  variance: number | null;
  /** People to whom the item was not put. */
  notApplicable: number;
};

/** One wave's items: who was asked, who answered all or enough of them, and their moments. */
export type ScaleStatistics = {
  people: number;
  complete: ItemCovariances;
  scored: number;
  items: readonly ItemMoments[];
};

/**
 * Counts, means and covariances of the items in one pass over a wave, by aggregates alone: no row leaves the database.
 * Items score as they do in an index. Throws `variable-missing` and, for an item without a score, `variable-type`.
 */
export async function readScaleStatistics(
  session: Session,
  waveId: string,
  { items, minimumAnswered, filter }: Pick<ScaleSpec, 'items' | 'minimumAnswered' | 'filter'>,
  variables: VariableLookup,
): Promise<ScaleStatistics> {
  const asked = filter ? compileCondition(filter, variables) : null;
  const names = items.map((_, index) => ident(`item${index}`));
  const scores = items.map(
    (item, index) => sql`${amongAsked(asked, scoreOf(item, variables))} as ${names[index] ?? sql``}`,
  );
  const isComplete = join(
    names.map((name) => sql`${name} is not null`),
    ' and ',
  );
  const answered = join(
    names.map((name) => sql`(${name} is not null)::int`),
    ' + ',
  );
  const outside = items.map((item) => wasSkipped(requireVariable(variables, item.variableId)));
  const isOutside = outside.flatMap((skipped, index) =>
    skipped ? [sql`${skipped} as ${ident(`outside${index}`)}`] : [],
  );
  const whole = names.map((_, index) => ident(`whole${index}`));
  const completed = names.map(
    (name, index) => sql`case when complete then ${name} end as ${whole[index] ?? sql``}`,
  );
  const aggregates = createAggregateList();
  const peopleName = aggregates.add(sql`count_if(asked)`);
  const completeName = aggregates.add(sql`count_if(complete)`);
  const scoredName = aggregates.add(sql`count_if(answered >= ${minimumAnswered})`);
  const readItems = names.map((name, index) => {
    const sign = isNegated(items[index], variables) ? -1 : 1;
    const [count, mean, variance] = [
      aggregates.add(sql`count(${name})`),
      aggregates.add(sql`avg(${name})`),
      aggregates.add(sql`var_samp(${name})`),
    ];
    const notAsked = outside[index]
      ? aggregates.add(sql`count_if(asked and ${ident(`outside${index}`)})`)
      : null;
    return (row: Row): ItemMoments => {
      const found = asNumber(row[mean]);
      return {
        n: readCount(row, count),
        mean: found === null ? null : found * sign,
        variance: asNumber(row[variance]),
        notApplicable: notAsked === null ? 0 : readCount(row, notAsked),
      };
    };
  });
  const pairs = covariancePairs(items.length).map(([first, second]) => ({
    first,
    second,
    name: aggregates.add(
      first === second
        ? sql`var_samp(${whole[first] ?? sql`null`})`
        : sql`covar_samp(${whole[first] ?? sql`null`}, ${whole[second] ?? sql`null`})`,
    ),
  }));
  const row = await session.first(
    sql`with scored as (
          select ${join([...scores, ...isOutside])}, ${asked ? sql`coalesce(${asked}, false)` : sql`true`} as asked from ${ident(waveTable(waveId))}
        ), counted as (
          select *, (${isComplete}) as complete, (${answered}) as answered from scored
        ), whole as (
          select *, ${join(completed)} from counted
        )
        select ${join(aggregates.selected())} from whole`,
  );
  if (!row) throw new RangeError('aggregates give one row');
  const n = readCount(row, completeName);
  return {
    people: readCount(row, peopleName),
    complete: { n, covariances: n < 2 ? null : toMatrix(row, items.length, pairs) },
    scored: readCount(row, scoredName),
    items: readItems.map((read) => read(row)),
  };
}

// An index of this item alone is the item's score.
function scoreOf(item: ScaleSpec['items'][number], variables: VariableLookup): Sql {
  if (isNegated(item, variables)) return sql`(-${itemScore(requireVariable(variables, item.variableId))})`;
  const { figures } = compileIndicator(
    {
      measure: { kind: 'index', items: [item], minimumAnswered: 1, scale: 'items' },
      filter: null,
      missingRule: 'exclude',
    },
    variables,
  );
  if (figures.shape !== 'value') throw new RangeError('an index has a value');
  return figures.value;
}

function isNegated(item: ScaleSpec['items'][number] | undefined, variables: VariableLookup): boolean {
  if (!item?.isReversed) return false;
  const { type } = requireVariable(variables, item.variableId);
  return type === 'integer' || type === 'decimal';
}

function toMatrix(
  row: Row,
  size: number,
  pairs: readonly { first: number; second: number; name: string }[],
): number[][] {
  const matrix = Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
  for (const { first, second, name } of pairs) {
    const value = asNumber(row[name]) ?? 0;
    for (const [line, place] of [
      [matrix[first], second],
      [matrix[second], first],
    ] as const) {
      if (line) line[place] = value;
    }
  }
  return matrix;
}

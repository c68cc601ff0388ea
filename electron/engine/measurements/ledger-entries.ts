import type { SpecOf } from '../../../shared/domain/measurement';
import { AppError } from '../../../shared/errors';
import { assertGroups } from '../comparison/groups';
import { asCount, asText, type Session } from '../db/session';
import { join, type Sql, sql } from '../db/sql';
import type { MeasurementPlan } from './plan';
import { answerOf, dayOf, numberOf, rowsOf } from './rows';

/** Quantities are added in whole millionths, so that a tenth and two tenths are three tenths. */
export const millionths = 1_000_000n;

/** What came in (`received`) and went out of one item in one month (null: without a date), in millionths, and in how many rows. */
export type LedgerEntry = {
  item: string | null;
  month: string | null;
  received: bigint;
  handedOut: bigint;
  receivedRows: number;
  handedOutRows: number;
};

/** Rows that say less than they should. Unknown directions are told by their values, the five most common. */
export type LedgerFlaws = {
  directionUnknown: number;
  directions: string[];
  quantityMissing: number;
  quantityNegative: number;
  undated: number;
};

const mostItems = 200;

/** A number of the data or of the specification in whole millionths. */
export function inMillionths(value: number): bigint {
  return fromDecimal(value.toFixed(6));
}

function fromDecimal(text: string): bigint {
  return BigInt(text.replace('.', ''));
}

/** Millionths as the nearest number. */
export function toNumber(quantity: bigint): number {
  const digits = (quantity < 0n ? -quantity : quantity).toString().padStart(7, '0');
  return Number(`${quantity < 0n ? '-' : ''}${digits.slice(0, -6)}.${digits.slice(-6)}`);
}

/** How many decimals a quantity has, at most 6. */
export function decimalsOf(quantity: bigint): number {
  const digits = (quantity < 0n ? -quantity : quantity).toString().padStart(7, '0').slice(-6);
  return digits.replace(/0+$/, '').length;
}

function among(column: Sql, values: readonly string[]): Sql {
  return sql`${column} in (${join(values.map((value) => sql`${value}`))})`;
}

/** The rows of a ledger with their side told: in, out, or neither. A quantity beyond 10^15 counts as missing. */
function movements(plan: MeasurementPlan<SpecOf<'ledger'>>): Sql {
  const { spec } = plan;
  for (const id of [spec.itemId, spec.directionId]) assertGroups(plan.variable(id));
  const rows = rowsOf(plan, {
    item: answerOf(spec.itemId),
    direction: answerOf(spec.directionId),
    day: dayOf(spec.dateId),
    amount: numberOf(spec.quantityId),
  });
  return sql`(select item, direction, day,
      case when abs(amount) <= 1e15 then try_cast(amount as decimal(38, 6)) end as quantity,
      case when ${among(sql`direction`, spec.inValues)} then 'in' when ${among(sql`direction`, spec.outValues)} then 'out' end as side
    from ${rows} as told)`;
}

/**
 * Everything a ledger adds up, by item and month, in one pass. Throws `variable-type` (an item or direction that does not
 * tell rows apart, a date that is none, a quantity that is no number) and `measurement-invalid` for a value that is both in
 * and out, and for more than 200 items.
 */
export async function readEntries(
  session: Session,
  plan: MeasurementPlan<SpecOf<'ledger'>>,
): Promise<LedgerEntry[]> {
  const { inValues, outValues } = plan.spec;
  const both = inValues.find((value) => outValues.includes(value));
  if (both !== undefined)
    throw new AppError('measurement-invalid', { reason: 'direction-both', value: both });
  const rows = await session.all(
    sql`select item, strftime(day, '%Y-%m') as month,
          coalesce(sum(quantity) filter (side = 'in'), 0)::decimal(38, 6)::varchar as received,
          coalesce(sum(quantity) filter (side = 'out'), 0)::decimal(38, 6)::varchar as handed,
          count(quantity) filter (side = 'in') as received_rows,
          count(quantity) filter (side = 'out') as handed_rows
        from ${movements(plan)} as movement group by all order by all`,
  );
  const entries = rows.map(
    (row): LedgerEntry => ({
      item: row.item === null ? null : asText(row.item),
      month: row.month === null ? null : asText(row.month),
      received: fromDecimal(asText(row.received)),
      handedOut: fromDecimal(asText(row.handed)),
      receivedRows: asCount(row.received_rows),
      handedOutRows: asCount(row.handed_rows),
    }),
  );
  const items = new Set(entries.map(({ item }) => item)).size;
  if (items > mostItems) {
    throw new AppError('measurement-invalid', { reason: 'too-many-items', count: items, limit: mostItems });
  }
  return entries;
}

/** What is wrong with the rows of a ledger; those rows stay in the data, and count wherever what they say allows it. */
export async function readFlaws(
  session: Session,
  plan: MeasurementPlan<SpecOf<'ledger'>>,
): Promise<LedgerFlaws> {
  const source = movements(plan);
  const row = await session.first(
    sql`select count(*) filter (side is null) as direction_unknown,
          count(*) filter (quantity is null) as quantity_missing,
          count(*) filter (quantity < 0) as quantity_negative,
          count(*) filter (day is null) as undated from ${source} as movement`,
  );
  const values = await session.all(
    sql`select direction from ${source} as movement where side is null and direction is not null
        group by direction order by count(*) desc, direction limit 5`,
  );
  return {
    directionUnknown: asCount(row?.direction_unknown),
    directions: values.map(({ direction }) => asText(direction)),
    quantityMissing: asCount(row?.quantity_missing),
    quantityNegative: asCount(row?.quantity_negative),
    undated: asCount(row?.undated),
  };
}

import type { AbsenceReason } from '../../../shared/domain/comparison';
import type { Condition } from '../../../shared/domain/condition';
import { type Indicator, isAgainstBaseline, type Measure } from '../../../shared/domain/indicator';
import type { Variable } from '../../../shared/domain/instrument';
import type { Wave } from '../../../shared/domain/wave';
import {
  type BaselineSpread,
  type BoundsTransform,
  baselineRange,
  baselineZ,
} from '../../../shared/stats/scale/bounds';
import { asNumber, type Row, type Session } from '../db/session';
import { ident, join, sql } from '../db/sql';
import { isBelow } from '../privacy/suppression';
import { waveTable } from '../projects/open-project';
import { amongAsked, createAggregateList, readCount } from './aggregates';
import { answeredVariables, canMeasure } from './compute-statistics';
import { compileCondition, requireVariable, type VariableLookup } from './condition-sql';
import { type ItemBounds, itemScore, type Measured } from './indicator-sql';

export type PlacedIndicator = Indicator & Pick<Measured, 'placement'>;
type BaselineWave = Pick<Wave, 'id' | 'dataSha256' | 'variableIds'>;

/**
 * Gives each index against the baseline the transforms of its items; other indicators stay as they are. The bounds are
 * those of every row of the baseline that answered the item and fulfils the filter, weighted or not, found again or not. An
 * item that fewer people than the threshold answered there is protected: its ends are answers of single persons.
 */
export async function placeIndicators<I extends Measured>(
  session: Session,
  baseline: BaselineWave,
  variables: readonly Variable[],
  indicators: readonly I[],
  threshold: number,
): Promise<(I & Pick<Measured, 'placement'>)[]> {
  const answered = answeredVariables(variables, baseline);
  const { id, dataSha256 } = baseline;
  const placed: (I & Pick<Measured, 'placement'>)[] = [];
  for (const indicator of indicators) {
    const { measure, filter, missingRule } = indicator;
    if (measure.kind !== 'index' || !isAgainstBaseline(measure.scale)) placed.push(indicator);
    else {
      const isAsked = canMeasure({ measure, filter, missingRule }, answered);
      const bounds = isAsked
        ? await findBounds(session, id, answered, measure, filter, threshold)
        : absentBounds('baseline-item-unanswered');
      placed.push({ ...indicator, placement: { wave: { id, dataSha256 }, ...bounds } });
    }
  }
  return placed;
}

/**
 * The wave that bounds come from where no baseline is declared (a preview, a register): the first ex-ante wave of the
 * instrument, or the first of those asked for. `known` are all waves in order, `asked` some of them.
 */
export function undeclaredBaseline(known: readonly Wave[], asked: readonly Wave[]): Wave {
  const instrumentId = asked[0]?.instrumentId;
  const exAnte = known.find((wave) => wave.instrumentId === instrumentId && wave.moment === 'ex-ante');
  const first = exAnte ?? known.find(({ id }) => asked.some((wave) => wave.id === id));
  if (!first) throw new RangeError('a baseline is chosen among at least one wave');
  return first;
}

async function findBounds(
  session: Session,
  waveId: string,
  variables: VariableLookup,
  { items, scale }: Extract<Measure, { kind: 'index' }>,
  filter: Condition | null,
  threshold: number,
): Promise<ItemBounds> {
  const asked = filter ? compileCondition(filter, variables) : null;
  const aggregates = createAggregateList();
  const readers = items.map(({ variableId }) => {
    const score = amongAsked(asked, itemScore(requireVariable(variables, variableId)));
    const names = {
      n: aggregates.add(sql`count(${score})`),
      minimum: aggregates.add(sql`min(${score})`),
      maximum: aggregates.add(sql`max(${score})`),
      mean: aggregates.add(sql`avg(${score})`),
      variance: aggregates.add(sql`var_samp(${score})`),
    };
    return (row: Row): BaselineSpread => ({
      n: readCount(row, names.n),
      minimum: asNumber(row[names.minimum]),
      maximum: asNumber(row[names.maximum]),
      mean: asNumber(row[names.mean]),
      variance: asNumber(row[names.variance]),
    });
  });
  const row = await session.first(
    sql`select ${join(aggregates.selected())} from ${ident(waveTable(waveId))}`,
  );
  if (!row) throw new RangeError('aggregates give one row');
  const spreads = readers.map((read) => read(row));
  if (spreads.some(({ n }) => isBelow(threshold, n))) return absentBounds('protected');
  const place = scale === 'baseline-z' ? baselineZ : baselineRange;
  const transforms: BoundsTransform[] = [];
  for (const [index, spread] of spreads.entries()) {
    const { transform, reason } = place(spread, items[index]?.isReversed ?? false);
    if (!transform) {
      return absentBounds(reason === 'no-cases' ? 'baseline-item-unanswered' : 'baseline-item-constant');
    }
    transforms.push(transform);
  }
  return { transforms, absence: null };
}

function absentBounds(absence: AbsenceReason): ItemBounds {
  return { transforms: null, absence };
}

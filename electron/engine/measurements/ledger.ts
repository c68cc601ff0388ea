import type { SpecOf } from '../../../shared/domain/measurement';
import type {
  MeasurementChart,
  MeasurementFigure,
  MeasurementNotice,
  MeasurementTable,
} from '../../../shared/domain/measurement-result';
import { optionsOf } from '../comparison/groups';
import type { Counted, CountWork } from './compute';
import { decimalsOf, type LedgerFlaws, readEntries, readFlaws, toNumber } from './ledger-entries';
import { type LedgerLane, ledgerLanes } from './ledger-places';
import { makeFigure } from './made-figure';
import type { MeasurementPlan } from './plan';
import { toldCount } from './told-count';

const mostItemCharts = 12;
const measures = ['received', 'handed-out', 'balance'] as const;

/**
 * Quantities in and out, by item and period, with the balance that runs from the openings and the lowest end of a period it
 * came to. Rows without a known direction or quantity add nothing and rows without a date belong to no period; all are told
 * in notices. A negative quantity is added as it stands. Throws what `readEntries` throws.
 */
export async function countLedger(
  plan: MeasurementPlan<SpecOf<'ledger'>>,
  { session }: CountWork,
): Promise<Counted> {
  const { spec, threshold } = plan;
  const entries = await readEntries(session, plan);
  const flaws = await readFlaws(session, plan);
  if (entries.length === 0 && spec.openings.length === 0) {
    return { figures: [], headline: [], tables: [], charts: [], notices: [{ code: 'no-rows', details: {} }] };
  }
  const lanes = ledgerLanes(entries, spec.openings, { period: spec.period, threshold });
  const style = { scale: 'number', unit: spec.unit, decimals: mostDecimals(lanes) } as const;
  const drawn = lanes.map((lane) => laneFigures(lane, labelOf(plan, lane.item), style));
  const figures = drawn.flatMap((lane) => lane.figures);
  const [everything, ...items] = drawn;
  const told = items.length === 1 ? items : drawn;
  return {
    figures,
    headline: headline(lanes, drawn),
    tables: [itemTable([...items, ...(everything ? [everything] : [])]), periodTable(told)],
    charts: charts(told, items),
    notices: [...flawNotices(flaws, threshold), ...negativeBalances(plan, lanes)],
  };
}

type DrawnLane = {
  label: string;
  figures: MeasurementFigure[];
  /** Keys in the order of `measures`, and of the lowest balance. */
  whole: string[];
  periods: { period: string; keys: string[] }[];
};

function labelOf({ spec, variable }: MeasurementPlan<SpecOf<'ledger'>>, item: LedgerLane['item']): string {
  if (item === undefined) return '';
  if (item === null) return 'Sin respuesta';
  return optionsOf(variable(spec.itemId)).find(({ value }) => value === item)?.label ?? item;
}

function mostDecimals(lanes: readonly LedgerLane[]): number {
  return Math.max(
    0,
    ...lanes.flatMap(({ whole, periods }) =>
      [whole, ...periods].flatMap(({ received, handedOut, balance }) =>
        [received, handedOut, balance].map(decimalsOf),
      ),
    ),
  );
}

function laneFigures(
  lane: LedgerLane,
  label: string,
  style: { scale: 'number'; unit: string; decimals: number },
): DrawnLane {
  const place = lane.item === undefined ? {} : { item: lane.item ?? '', of: [label] };
  const tell = (period: string | null, sums: LedgerLane['whole']): MeasurementFigure[] => {
    const isHidden = lane.isHidden(period);
    return measures.map((measure) => {
      const at = { ...place, period };
      if (isHidden || (measure === 'balance' && period !== null && !lane.showsBalances)) {
        return makeFigure(measure, at, 'suppressed', style);
      }
      const value = { received: sums.received, 'handed-out': sums.handedOut, balance: sums.balance }[measure];
      return makeFigure(measure, at, { value: toNumber(value), n: sums.rows, method: 'exact-sum' }, style);
    });
  };
  const whole = tell(null, lane.whole);
  const periods = lane.periods.map(({ period, ...sums }) => ({ period, figures: tell(period, sums) }));
  const lowest = lowestOf(lane);
  const lowestFigure = lowest && {
    ...makeFigure(
      'lowest-balance',
      place,
      lane.showsBalances
        ? { value: toNumber(lowest.balance), n: lane.whole.rows, method: 'exact-sum' }
        : 'suppressed',
      style,
    ),
    // Named without it: the period is what the figure tells.
    period: lane.showsBalances ? lowest.period : null,
  };
  return {
    label,
    figures: [
      ...whole,
      ...(lowestFigure ? [lowestFigure] : []),
      ...periods.flatMap((period) => period.figures),
    ],
    whole: [...whole.map(({ key }) => key), ...(lowestFigure ? [lowestFigure.key] : [])],
    periods: periods.map(({ period, figures }) => ({ period, keys: figures.map(({ key }) => key) })),
  };
}

/** The first period whose end has the least; null without periods. */
function lowestOf({ periods }: LedgerLane): LedgerLane['periods'][number] | null {
  return periods.reduce<LedgerLane['periods'][number] | null>(
    (lowest, period) => (lowest === null || period.balance < lowest.balance ? period : lowest),
    null,
  );
}

function headline(lanes: readonly LedgerLane[], drawn: readonly DrawnLane[]): string[] {
  const negative = lanes.flatMap((lane, index) =>
    index > 0 && lane.showsBalances && (lowestOf(lane)?.balance ?? 0n) < 0n
      ? (drawn[index]?.whole[3] ?? [])
      : [],
  );
  return [...(drawn[0]?.whole.slice(0, 3) ?? []), ...negative.slice(0, 3)];
}

function itemTable(lanes: readonly DrawnLane[]): MeasurementTable {
  return {
    id: 'by-item',
    subject: null,
    columns: [...measures, 'lowest-balance' as const].map((measure) => ({
      measure,
      label: null,
      phase: null,
    })),
    rows: lanes.map(({ label, whole }) => ({
      labels: label === '' ? [] : [label],
      period: null,
      cells: [0, 1, 2, 3].map((index) => whole[index] ?? null),
    })),
  };
}

function periodTable(lanes: readonly DrawnLane[]): MeasurementTable {
  return {
    id: 'by-period',
    subject: null,
    columns: measures.map((measure) => ({ measure, label: null, phase: null })),
    rows: lanes.flatMap(({ label, periods }) =>
      periods.map(({ period, keys }) => ({ labels: label === '' ? [] : [label], period, cells: keys })),
    ),
  };
}

function charts(told: readonly DrawnLane[], items: readonly DrawnLane[]): MeasurementChart[] {
  const balances = items.flatMap(({ whole }) => whole[2] ?? []);
  return [
    ...told
      .filter(({ periods }) => periods.length > 1)
      .slice(0, mostItemCharts)
      .map(
        ({ label, periods }): MeasurementChart => ({
          kind: 'periods',
          measure: 'balance',
          cutDate: null,
          series: measures.map((measure, index) => ({
            label,
            measure,
            keys: periods.flatMap(({ keys }) => keys[index] ?? []),
          })),
        }),
      ),
    ...(balances.length > 1
      ? [{ kind: 'bars' as const, measure: 'balance' as const, subject: null, keys: balances, target: null }]
      : []),
  ];
}

function flawNotices(flaws: LedgerFlaws, threshold: number): MeasurementNotice[] {
  const counted = [
    [
      'direction-unknown',
      flaws.directionUnknown,
      { values: flaws.directions.map((value) => `«${value}»`).join(', ') },
    ],
    ['quantity-missing', flaws.quantityMissing, {}],
    ['quantity-negative', flaws.quantityNegative, {}],
    ['undated', flaws.undated, {}],
  ] as const;
  return counted.flatMap(([code, count, more]) =>
    count > 0 ? [{ code, details: { ...toldCount(count, threshold), ...more } }] : [],
  );
}

/** One notice an item, with the first period at whose end its balance is below zero. */
function negativeBalances(
  plan: MeasurementPlan<SpecOf<'ledger'>>,
  lanes: readonly LedgerLane[],
): MeasurementNotice[] {
  return lanes.slice(1).flatMap((lane): MeasurementNotice[] => {
    const first = lane.periods.find(({ balance }) => balance < 0n);
    const isNegative = first !== undefined || lane.whole.balance < 0n;
    if (!isNegative || !lane.showsBalances) return [];
    const details = {
      item: labelOf(plan, lane.item),
      period: first?.period ?? '',
      quantity: toNumber(first?.balance ?? lane.whole.balance),
      unit: plan.spec.unit,
    };
    return [{ code: 'balance-negative', details }];
  });
}

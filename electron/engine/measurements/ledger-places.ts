import { periodsBetween } from '../../../shared/domain/period';
import { allValues, cellAddress, isBelow, protectTable } from '../privacy/suppression';
import { inMillionths, type LedgerEntry } from './ledger-entries';

type Period = 'month' | 'quarter' | 'year';

/** Sums of one crossing of item and period; `balance` runs from the openings to the end of the period. */
export type LedgerSums = { received: bigint; handedOut: bigint; balance: bigint; rows: number };

/** One item, or all of them (`item` undefined), with its sums as a whole and period by period. */
export type LedgerLane = {
  item: string | null | undefined;
  whole: LedgerSums;
  periods: readonly ({ period: string } & LedgerSums)[];
  isHidden(period: string | null): boolean;
  /** False where a hidden period could be worked out from one balance and the next. */
  showsBalances: boolean;
};

// Beyond them (a date typed wrongly) only the periods that have rows are told.
const mostPeriods = 240;

function labelOf(month: string, period: Period): string {
  const [year = '', number = ''] = month.split('-');
  if (period === 'year') return year;
  return period === 'month' ? month : `${year}-Q${Math.ceil(Number(number) / 3)}`;
}

/** The labels of all periods from the first with a row to the last, without gaps, or those with rows where these are too far apart. */
export function ledgerPeriods(entries: readonly LedgerEntry[], period: Period): string[] {
  const months = [...new Set(entries.flatMap(({ month }) => month ?? []))].sort();
  const own = [...new Set(months.map((month) => labelOf(month, period)))];
  const [first] = months;
  const last = months.at(-1);
  if (first === undefined || last === undefined) return [];
  if (monthNumber(last) - monthNumber(first) > mostPeriods) return own;
  const all = periodsBetween(`${first}-01`, `${last}-01`, 'month').map((day) => day.slice(0, 7));
  return [...new Set(all.map((month) => labelOf(month, period)))];
}

function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
}

type Openings = readonly { item: string; quantity: number }[];

/** All items together first, then each: those of the data in order, then those that have an opening only. */
export function ledgerLanes(
  entries: readonly LedgerEntry[],
  openings: Openings,
  { period, threshold }: { period: Period; threshold: number },
): LedgerLane[] {
  const items = [...new Set([...entries.map(({ item }) => item), ...openings.map(({ item }) => item)])];
  const named = items.filter((item) => item !== null);
  const ordered = items.includes(null) ? [...named, null] : named;
  const labels = ledgerPeriods(entries, period);
  const hidden = hiddenCells(entries, ordered, labels, period, threshold);
  return [undefined, ...ordered].map((item): LedgerLane => {
    const own = item === undefined ? entries : entries.filter((entry) => entry.item === item);
    const opening = openings
      .filter((one) => item === undefined || one.item === item)
      .reduce((sum, { quantity }) => sum + inMillionths(quantity), 0n);
    let balance = opening;
    const periods = labels.map((label) => {
      const sums = addUp(own.filter(({ month }) => month !== null && labelOf(month, period) === label));
      balance += sums.received - sums.handedOut;
      return { period: label, ...sums, balance };
    });
    const whole = addUp(own);
    const row = item === undefined ? allValues : rowName(item);
    const isHidden = (label: string | null): boolean =>
      hidden.has(cellAddress({ row, column: label ?? allValues }));
    return {
      item,
      whole: { ...whole, balance: opening + whole.received - whole.handedOut },
      periods,
      isHidden,
      showsBalances: !isHidden(null) && !labels.some((label) => isHidden(label)),
    };
  });
}

function rowName(item: string | null): string {
  return item === null ? 'unanswered' : `=${item}`;
}

function addUp(entries: readonly LedgerEntry[]): Omit<LedgerSums, 'balance'> {
  return entries.reduce(
    (sum, entry) => ({
      received: sum.received + entry.received,
      handedOut: sum.handedOut + entry.handedOut,
      rows: sum.rows + entry.receivedRows + entry.handedOutRows,
    }),
    { received: 0n, handedOut: 0n, rows: 0 },
  );
}

/** Where each row of a ledger is a person or a case, sums over few rows are protected like any figure; movements are not people. */
function hiddenCells(
  entries: readonly LedgerEntry[],
  items: readonly (string | null)[],
  labels: readonly string[],
  period: Period,
  threshold: number,
): ReadonlySet<string> {
  if (threshold <= 1) return new Set();
  const cell = (item: string | null | undefined, ofItem: readonly LedgerEntry[], label: string | null) => {
    const own = ofItem.filter(
      ({ month }) => label === null || (month !== null && labelOf(month, period) === label),
    );
    const [received, handedOut] = [
      own.reduce((sum, { receivedRows }) => sum + receivedRows, 0),
      own.reduce((sum, { handedOutRows }) => sum + handedOutRows, 0),
    ];
    return {
      row: item === undefined ? allValues : rowName(item),
      column: label ?? allValues,
      size: received + handedOut,
      asked: received + handedOut,
      isSmall: isBelow(threshold, received, handedOut),
    };
  };
  const columns = [null, ...labels];
  return protectTable(
    [undefined, ...items].flatMap((item) => {
      const ofItem = item === undefined ? entries : entries.filter((entry) => entry.item === item);
      return columns.map((label) => cell(item, ofItem, label));
    }),
    threshold,
  );
}

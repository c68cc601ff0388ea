import type { DateOrder, DecimalMark, DialectEvidence } from '../../../shared/domain/dialect';
import type { HeadRecord } from './head-sample';

type Corrections = { decimalMark?: DecimalMark | undefined; dateOrder?: DateOrder | undefined };

/** Chooses the decimal mark and the order of dates from cells that can be read in one way only. */
export function decideNumbers(
  records: readonly HeadRecord[],
  delimiter: string,
  corrections: Corrections,
): { decimalMark: DecimalMark; dateOrder: DateOrder; evidence: DialectEvidence[] } {
  const cells = records.flatMap((record) => record.cells.map((cell) => cell.trim()));
  const decimal = judgeDecimalMark(cells, delimiter);
  const dates = judgeDateOrder(cells);
  const decimalMark = corrections.decimalMark ?? decimal.chosen;
  const dateOrder = corrections.dateOrder ?? dates.chosen;
  return {
    decimalMark,
    dateOrder,
    evidence: [
      {
        aspect: 'decimalMark',
        chosen: decimalMark,
        why: decimalMark === decimal.chosen ? decimal.why : 'corrected',
        details: { commaCells: decimal.comma, pointCells: decimal.point },
        rivals: decimal.rivals.filter((rival) => rival.value !== decimalMark),
      },
      {
        aspect: 'dateOrder',
        chosen: dateOrder,
        why: dateOrder === dates.chosen ? dates.why : 'corrected',
        details: dates.counts,
        rivals: dates.rivals.filter((rival) => rival.value !== dateOrder),
      },
    ],
  };
}

/** Counts cells that only a decimal comma, or only a decimal point, explains; also used for one column at a time. */
function countDecimalMarks(cells: readonly string[]): { comma: number; point: number } {
  let comma = 0;
  let point = 0;
  for (const cell of cells) {
    if (/^[+-]?(\d{1,3}(\.\d{3})+|\d+),(\d{1,2}|\d{4,})\s?%?$/.test(cell)) comma += 1;
    else if (/^[+-]?(\d{1,3}(,\d{3})+|\d+)\.(\d{1,2}|\d{4,})\s?%?$/.test(cell)) point += 1;
    else if (/^[+-]?(0|\d{4,}),\d{3}$|^[+-]?\$?\s?\d{1,3}(\.\d{3}){2,}$/.test(cell)) comma += 1;
    else if (/^[+-]?(0|\d{4,})\.\d{3}$|^[+-]?\$?\s?\d{1,3}(,\d{3}){2,}$/.test(cell)) point += 1;
  }
  return { comma, point };
}

function judgeDecimalMark(cells: readonly string[], delimiter: string) {
  const { comma, point } = countDecimalMarks(cells);
  const usual: DecimalMark = delimiter === ',' ? '.' : ',';
  const total = comma + point;
  const chosen: DecimalMark = total === 0 ? usual : comma >= point ? ',' : '.';
  const why = total === 0 ? 'usual-with-delimiter' : 'decimals-seen';
  const against = chosen === ',' ? point : comma;
  const rival: DecimalMark = chosen === ',' ? '.' : ',';
  const score = total === 0 ? 0.5 : against / total;
  return { chosen, why, comma, point, rivals: [{ value: rival, score, why: 'decimals-seen' }] };
}

/** Counts dates that can be read in each order. */
function countDateOrders(cells: readonly string[]): Record<DateOrder, number> {
  const counts = { dmy: 0, mdy: 0, ymd: 0 };
  for (const cell of cells) {
    const short = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?!\d)/.exec(cell);
    if (short) {
      const first = Number(short[1]);
      const second = Number(short[2]);
      if (first <= 31 && second <= 12) counts.dmy += 1;
      if (second <= 31 && first <= 12) counts.mdy += 1;
    } else if (/^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)/.test(cell)) counts.ymd += 1;
  }
  return counts;
}

function judgeDateOrder(cells: readonly string[]) {
  const counts = countDateOrders(cells);
  const orders: DateOrder[] = ['dmy', 'mdy', 'ymd'];
  const sorted = [...orders].sort((left, right) => counts[right] - counts[left]);
  // Day first is how Chile writes dates, so it wins where both readings fit equally.
  const best = counts.dmy > 0 && counts.dmy === counts[sorted[0] ?? 'dmy'] ? 'dmy' : (sorted[0] ?? 'dmy');
  const most = counts[best];
  const chosen = most === 0 ? 'dmy' : best;
  const isAmbiguous = counts.dmy === counts.mdy && counts.dmy > 0;
  const why = most === 0 ? 'no-dates-found' : isAmbiguous ? 'either-order-fits' : 'only-order-that-fits';
  const rivals = sorted
    .filter((order) => order !== chosen)
    .map((order) => ({
      value: order,
      score: most === 0 ? 0 : counts[order] / most,
      why: 'fits-fewer-dates',
    }));
  return { chosen, why, counts, rivals };
}

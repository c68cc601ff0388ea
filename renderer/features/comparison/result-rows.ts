import { compareKeys, keyLabel } from '../../../shared/charts/rows';
import type {
  ChangeResult,
  ComparisonResult,
  ComparisonRow,
  WaveCell,
} from '../../../shared/domain/comparison';
import type { WaveId } from '../../../shared/domain/ids';
import type { Locale } from '../../../shared/text';

export type ResultIndicator = ComparisonResult['indicators'][number];

/** One line of the result table. `label` is the group; for everybody together it is the indicator's name. */
export type ResultRow = {
  id: string;
  row: ComparisonRow;
  indicator: ResultIndicator;
  label: string;
  isTotal: boolean;
};

/** The rows of a result as a person reads them: indicator by indicator, everybody first, then its groups. */
export function resultRows(result: ComparisonResult, locale: Locale): ResultRow[] {
  const order = compareKeys(locale);
  return result.indicators.flatMap((indicator) =>
    result.rows
      .filter((row) => row.indicatorId === indicator.id)
      .sort((a, b) => order(a.key, b.key))
      .map((row) => {
        const isTotal = row.key.length === 0;
        return {
          id: rowId(row),
          row,
          indicator,
          isTotal,
          label: isTotal ? indicator.name : keyLabel(row.key, locale),
        };
      }),
  );
}

/** What tells a row of a result apart from the others. */
export function rowId(row: Pick<ComparisonRow, 'indicatorId' | 'key'>): string {
  const path = row.key.map((part) => `${part.variableId}=${part.value ?? ''}`).join('|');
  return `${row.indicatorId}|${path}`;
}

/** The rows whose indicator or group holds the words searched for; an indicator's total stays above its groups. */
export function findRows(rows: readonly ResultRow[], search: string, onlyTotals: boolean): ResultRow[] {
  const wanted = fold(search.trim());
  const isMatch = (row: ResultRow) => fold(`${row.indicator.name} ${row.label}`).includes(wanted);
  const matching = new Set(rows.filter(isMatch).map((row) => row.indicator.id));
  return rows.filter((row) => (row.isTotal ? matching.has(row.indicator.id) : !onlyTotals && isMatch(row)));
}

function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase();
}

/**
 * The baseline beside a follow-up. Where people are matched it is that of the pair, so that baseline, follow-up and
 * change agree; undefined where there is none.
 */
export function baselineCell(result: ComparisonResult, row: ComparisonRow): WaveCell | undefined {
  const pair = row.changes[0];
  if (comparesPair(result) && pair) return pair.baseline;
  return row.cells.find((cell) => cell.waveId === result.spec.baselineWaveId) ?? pair?.baseline;
}

/** One follow-up's figure beside its baseline, chosen by the same rule. */
export function followUpCell(
  result: ComparisonResult,
  row: ComparisonRow,
  waveId: WaveId,
): WaveCell | undefined {
  const pair = changeTo(row, waveId);
  if (comparesPair(result) && pair) return pair.followUp;
  return row.cells.find((cell) => cell.waveId === waveId) ?? pair?.followUp;
}

/** True for the same people in one baseline and one follow-up, where every figure can be that of the pairs. */
function comparesPair({ spec }: ComparisonResult): boolean {
  return spec.linkage === 'matched' && spec.followUpWaveIds.length === 1;
}

/** The change from the baseline to one follow-up; undefined where the row has none. */
export function changeTo(row: ComparisonRow, followUpWaveId: WaveId): ChangeResult | undefined {
  return row.changes.find((change) => change.followUpWaveId === followUpWaveId);
}

/** Cells of everybody, one for each indicator and follow-up, in the order of the result. */
export function totals(result: ComparisonResult): {
  row: ComparisonRow;
  change: ChangeResult;
  indicator: ResultIndicator;
}[] {
  return result.indicators.flatMap((indicator) =>
    result.rows
      .filter((row) => row.indicatorId === indicator.id && row.key.length === 0)
      .flatMap((row) => row.changes.map((change) => ({ row, change, indicator }))),
  );
}

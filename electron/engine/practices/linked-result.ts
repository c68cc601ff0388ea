import type { CellKey, ComparisonResult } from '../../../shared/domain/comparison';
import type { ComparisonLink } from '../../../shared/domain/practice';
import type { Locale } from '../../../shared/text/catalogue';
import { resultStatement } from '../../../shared/text/sentences';

/** A comparison cut down to the row and follow-up of a link; null when it has them no more. */
export function cutResult(result: ComparisonResult, link: ComparisonLink): ComparisonResult | null {
  const row = result.rows.find(
    (each) => each.indicatorId === link.indicatorId && isSameGroup(each.key, link.key),
  );
  const changes = row?.changes.filter((change) => change.followUpWaveId === link.followUpWaveId) ?? [];
  if (!row || changes.length === 0) return null;
  const waveIds: string[] = [result.spec.baselineWaveId, link.followUpWaveId];
  return {
    ...result,
    spec: { ...result.spec, followUpWaveIds: [link.followUpWaveId], indicatorIds: [link.indicatorId] },
    waves: result.waves.filter((wave) => waveIds.includes(wave.id)),
    indicators: result.indicators.filter((indicator) => indicator.id === link.indicatorId),
    rows: [{ ...row, cells: row.cells.filter((cell) => waveIds.includes(cell.waveId)), changes }],
    flows: result.flows.filter((flow) => flow.followUpWaveId === link.followUpWaveId),
  };
}

/** Groups are the same by variable and value; their labels may have been reworded since. */
function isSameGroup(left: CellKey, right: CellKey): boolean {
  return (
    left.length === right.length &&
    left.every((part, index) => {
      const other = right[index];
      return other?.variableId === part.variableId && other.value === part.value;
    })
  );
}

/** What a cut result says, in words; null where it has nothing. */
export function cutSentence(result: ComparisonResult, locale: Locale): string | null {
  const [row] = result.rows;
  const [change] = row?.changes ?? [];
  const [indicator] = result.indicators;
  if (!row || !change || !indicator) return null;
  return resultStatement(result, row, change, indicator, locale);
}

import type { ChangeResult, ComparisonResult } from '../../../shared/domain/comparison';
import type { Locale } from '../../../shared/text';
import { type Verdict, verdictOf } from '../../../shared/text/caveats';
import { type ResultIndicator, resultRows } from './result-rows';

export type Adjusted = NonNullable<ChangeResult['adjusted']>;
export type FamilyKind = Adjusted['family'];

/** One test of a family. `rowId` opens its row; `group` is empty for everybody together. */
export type FamilyRow = {
  id: string;
  rowId: string;
  indicator: ResultIndicator;
  group: string;
  waveName: string;
  p: number;
  adjusted: Adjusted;
  verdict: Verdict;
};

/** The tests of one family, the strongest first. */
export function familyRows(result: ComparisonResult, family: FamilyKind, locale: Locale): FamilyRow[] {
  const names = new Map(result.waves.map((wave) => [wave.id, wave.name]));
  return resultRows(result, locale)
    .flatMap(({ id, row, indicator, isTotal, label }) =>
      row.changes.flatMap((change) => {
        const { adjusted, test } = change;
        if (!adjusted || adjusted.family !== family || test?.p == null) return [];
        return {
          id: `${id}|${change.followUpWaveId}`,
          rowId: id,
          indicator,
          group: isTotal ? '' : label,
          waveName: names.get(change.followUpWaveId) ?? '',
          p: test.p,
          adjusted,
          verdict: verdictOf(test.p, adjusted.p, result.spec.confidenceLevel),
        };
      }),
    )
    .sort((a, b) => a.adjusted.p - b.adjusted.p || a.p - b.p);
}

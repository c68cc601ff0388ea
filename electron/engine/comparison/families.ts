import type {
  AnalysisOptions,
  ChangeResult,
  ComparisonResult,
  ComparisonRow,
} from '../../../shared/domain/comparison';
import { adjustBenjaminiHochberg, adjustHolm } from '../../../shared/stats/multiple';

type Families = NonNullable<ComparisonResult['families']>;
type Adjusted = NonNullable<ChangeResult['adjusted']>;

/**
 * Corrects the p-values of shown changes for being several: totals of the declared indicators, over all follow-ups, by
 * Holm among themselves; every other test by Benjamini and Hochberg. A change without a test, or hidden, neither counts
 * nor gets one, so that nothing of a hidden group is told by the correction of the others.
 */
export function adjustFamilies(
  rows: readonly ComparisonRow[],
  { familyIndicatorIds }: Pick<AnalysisOptions, 'familyIndicatorIds'>,
): { rows: ComparisonRow[]; families: Families } {
  const isDeclared = ({ key, indicatorId }: ComparisonRow): boolean =>
    key.length === 0 && (familyIndicatorIds.length === 0 || familyIndicatorIds.includes(indicatorId));
  const declared = testsOf(rows.filter(isDeclared));
  const exploration = testsOf(rows.filter((row) => !isDeclared(row)));
  const adjusted = new Map<ChangeResult, Adjusted>([
    ...adjust(declared, 'holm', 'declared'),
    ...adjust(exploration, 'benjamini-hochberg', 'exploration'),
  ]);
  return {
    rows: rows.map((row) => ({
      ...row,
      changes: row.changes.map((change) => ({ ...change, adjusted: adjusted.get(change) ?? null })),
    })),
    families: { declared: declared.length, exploration: exploration.length },
  };
}

type Tested = { change: ChangeResult; p: number };

function testsOf(rows: readonly ComparisonRow[]): Tested[] {
  return rows.flatMap(({ changes }) =>
    changes.flatMap((change): Tested[] => {
      const p = change.status === 'shown' ? (change.test?.p ?? null) : null;
      return p === null ? [] : [{ change, p }];
    }),
  );
}

function adjust(
  tested: readonly Tested[],
  procedure: Adjusted['procedure'],
  family: Adjusted['family'],
): [ChangeResult, Adjusted][] {
  const pValues = tested.map(({ p }) => p);
  const corrected = procedure === 'holm' ? adjustHolm(pValues) : adjustBenjaminiHochberg(pValues);
  return tested.flatMap(({ change }, index): [ChangeResult, Adjusted][] => {
    const p = corrected[index] ?? null;
    return p === null ? [] : [[change, { p, procedure, family, tests: tested.length }]];
  });
}

import type { Variable } from '../../../shared/domain/instrument';
import type { CompositionChange, PanelFigure } from '../../../shared/domain/panel';
import type { Wave } from '../../../shared/domain/wave';
import { proportionMoments, standardiseChange } from '../../../shared/stats/panel/standardise';
import { pairedCountsPattern } from '../../../shared/stats/panel/weighted-change';
import type { PairedCounts, ProportionCounts } from '../../../shared/stats/types';
import type { Declared } from '../comparison/estimators';
import { type GroupPlace, groupTable, listPlaces } from '../comparison/groups';
import { groupAt } from '../comparison/protect';
import { cellAddress, isBelow, protectTable } from '../privacy/suppression';
import {
  adjustTogether,
  differenceOfAbsent,
  isDesigned,
  protectedFigure,
  shareDifference,
  shareFigure,
  showDifference,
} from './figures';
import { groupsOf, type MeasuredPanel, type MeasuredSide } from './measure';
import { askedIn, type PanelPlan } from './plan';

type CategoryRow = CompositionChange['categories'][number];

/** The share of each category in both waves in full, behind the privacy gate; p-values corrected over all of them. */
export function compareComposition(plan: PanelPlan, measured: MeasuredPanel): CompositionChange[] {
  const rows = plan.composition.map((variable): CompositionChange => {
    const isAsked = [plan.baseline, plan.followUp].every((wave) => askedIn(wave, [variable]).length > 0);
    if (!isAsked) return { variableId: variable.id, reason: 'variable-not-in-wave', categories: [] };
    return { variableId: variable.id, reason: null, categories: compareShares(plan, measured, variable) };
  });
  const adjusted = adjustTogether(rows.flatMap(({ categories }) => categories));
  let next = 0;
  return rows.map((row) => {
    const first = next;
    next += row.categories.length;
    return { ...row, categories: adjusted.slice(first, next) };
  });
}

function compareShares(plan: PanelPlan, measured: MeasuredPanel, variable: Variable): CategoryRow[] {
  const sides = { baseline: measured.baseline, followUp: measured.followUp };
  const own = ({ people }: MeasuredSide) =>
    people.filter(({ variableIds }) => variableIds.every((id) => id === variable.id));
  const places = listPlaces([variable], [...own(sides.baseline), ...own(sides.followUp)]);
  const read = (side: MeasuredSide, { rows }: Wave) => {
    const table = groupTable([variable.id], own(side));
    const people = (place: GroupPlace): number => groupAt(table, place)?.people ?? 0;
    const cells = places.map((place) => {
      const size = people(place);
      const { row, column } = place;
      return { row, column, size, asked: size, isSmall: isBelow(plan.threshold, size) };
    });
    const hidden = protectTable(cells, plan.threshold);
    return {
      counts: (place: GroupPlace) => ({ n: rows, x: people(place) }),
      figure: (place: GroupPlace): PanelFigure =>
        hidden.has(cellAddress(place))
          ? protectedFigure
          : shareFigure({ n: rows, x: people(place) }, plan.declared),
    };
  };
  const before = read(sides.baseline, plan.baseline);
  const after = read(sides.followUp, plan.followUp);
  return places.flatMap((place): CategoryRow[] => {
    const [part] = place.key;
    if (!part) return [];
    const baseline = before.figure(place);
    const followUp = after.figure(place);
    const areShown = baseline.status === 'shown' && followUp.status === 'shown';
    return [
      {
        value: part.value,
        label: part.label,
        baseline,
        followUp,
        difference: areShown
          ? shareChange(
              before.counts(place),
              after.counts(place),
              sharedCounts(measured, variable, part.value),
              plan.declared,
            )
          : differenceOfAbsent('newcombe-independent', baseline, followUp),
      },
    ];
  });
}

/** People of both waves by whether they were in a category in each; null where people cannot be followed. */
function sharedCounts(
  { pairs, compositionBefore, compositionBoth }: MeasuredPanel,
  variable: Variable,
  value: string | null,
): PairedCounts | null {
  if (!pairs) return null;
  const first = compositionBefore.findIndex(({ id }) => id === variable.id);
  const second = compositionBefore.length + compositionBoth.findIndex(({ id }) => id === variable.id);
  const counts = { both: 0, onlyBaseline: 0, onlyFollowUp: 0, neither: 0 };
  for (const { values, people } of groupsOf(pairs.sets, pairs.keys)) {
    const before = (values[first] ?? null) === value;
    const after = (values[second] ?? null) === value;
    if (before && after) counts.both += people;
    else if (before) counts.onlyBaseline += people;
    else if (after) counts.onlyFollowUp += people;
    else counts.neither += people;
  }
  return counts;
}

/** The change of a share between waves that have people in common, whose answers go together; Newcombe's otherwise. */
function shareChange(
  baseline: ProportionCounts,
  followUp: ProportionCounts,
  shared: PairedCounts | null,
  declared: Declared,
): CategoryRow['difference'] {
  if (!shared || declared.coverage === 'census' || isDesigned(declared)) {
    return shareDifference(baseline, followUp, declared);
  }
  const { n, means, covariances } = pairedCountsPattern(1, shared);
  const { standardised } = standardiseChange(
    [{ baseline: proportionMoments(baseline), followUp: proportionMoments(followUp) }],
    {
      level: declared.confidenceLevel,
      shared: [
        {
          baselineStratum: 0,
          followUpStratum: 0,
          n,
          meanBaseline: means[0] ?? 0,
          meanFollowUp: means[1] ?? 0,
          covariance: covariances[1] ?? null,
        },
      ],
    },
  );
  return { ...showDifference(standardised), method: 'partly-matched' };
}

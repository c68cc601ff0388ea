import type { ComparisonResult, ComparisonRow, ComparisonSpec } from '../../../shared/domain/comparison';
import type { Condition } from '../../../shared/domain/condition';
import { isSimpleSampling } from '../../../shared/domain/design';
import { type IndicatorId, VariableId } from '../../../shared/domain/ids';
import type { Variable } from '../../../shared/domain/instrument';
import type { SpecOf } from '../../../shared/domain/measurement';
import type { Wave } from '../../../shared/domain/wave';
import { AppError } from '../../../shared/errors';
import { comparePlan } from '../comparison/compute';
import { assertGroups, optionsOf } from '../comparison/groups';
import { planComparison } from '../comparison/plan';
import { findDesign } from '../design/declared-design';
import type { WaveVariable } from '../indicators/condition-sql';
import type { CountWork } from './compute';
import type { MeasurementPlan } from './plan';

export const contrastGroups = ['exposed', 'comparison'] as const;
export type ContrastGroup = (typeof contrastGroups)[number];

// A variable of the instrument has another id, so that rules about clusters and strata do not take these groups for theirs.
const mergedId = VariableId.parse('var_exposedorcompared');

/** The waves of a contrast; null where one is not there. */
export function contrastWaves({
  spec,
  waves,
}: MeasurementPlan<SpecOf<'contrast'>>): { baseline: Wave; followUp: Wave } | null {
  const { baselineWaveId, followUpWaveId } = spec;
  const baseline =
    baselineWaveId === null
      ? waves.find(({ moment }) => moment === 'ex-ante')
      : waves.find(({ id }) => id === baselineWaveId);
  const followUp =
    followUpWaveId === null
      ? waves.findLast(({ id, moment }) => moment !== 'ex-ante' && id !== baseline?.id)
      : waves.find(({ id }) => id === followUpWaveId);
  return baseline && followUp ? { baseline, followUp } : null;
}

/** The names of a group's answers, as the instrument writes them. */
export function groupLabel(group: Variable, values: readonly string[]): string {
  const options = optionsOf(group);
  return values.map((value) => options.find((option) => option.value === value)?.label ?? value).join(', ');
}

/** Both waves compared, by exposed and comparison group, and the indicators whose figures would tell a hidden group of them. */
export type ComparedGroups = { result: ComparisonResult; telling: ReadonlySet<IndicatorId> };

/**
 * The comparison of both waves with everybody, the exposed and the comparison group as its rows: people, method and privacy
 * are those of any comparison. Throws what a comparison throws, and `measurement-invalid` for an answer in both groups.
 */
export async function compareGroups(
  plan: MeasurementPlan<SpecOf<'contrast'>>,
  { baseline, followUp }: { baseline: Wave; followUp: Wave },
  { session, call }: CountWork,
): Promise<ComparedGroups> {
  const { spec, audience } = plan;
  const group = plan.variable(spec.groupId);
  assertGroups(group);
  const both = spec.exposedValues.find((value) => spec.comparisonValues.includes(value));
  if (both !== undefined) throw new AppError('measurement-invalid', { reason: 'group-both', value: both });
  const sampling = (await findDesign(session, spec.instrumentId))?.sampling;
  const asked: ComparisonSpec = {
    baselineWaveId: baseline.id,
    followUpWaveIds: [followUp.id],
    indicatorIds: spec.indicatorIds,
    breakdown: [],
    linkage: spec.linkage,
    coverage: plan.coverage,
    ...(sampling && !isSimpleSampling(sampling) ? { sampling } : {}),
    confidenceLevel: spec.confidenceLevel,
    audience,
  };
  const filtered = await planComparison(session, asked);
  const indicators = filtered.indicators.map((indicator) => ({
    ...indicator,
    filter: jointly(spec.filter, indicator.filter),
  }));
  const merged: WaveVariable = {
    ...group,
    id: mergedId,
    options: contrastGroups.map((name) => ({ value: name, label: name })),
    merged: {
      of: group,
      groups: [
        { name: 'exposed', values: spec.exposedValues },
        { name: 'comparison', values: spec.comparisonValues },
      ],
    },
  };
  const result = await comparePlan(
    session,
    {
      ...filtered,
      spec: { ...asked, breakdown: [mergedId] },
      indicators,
      variables: [...filtered.variables, merged],
      breakdown: [merged],
      waves: filtered.waves.map((wave) => ({ ...wave, variableIds: [...wave.variableIds, mergedId] })),
    },
    call,
  );
  if (filtered.threshold <= 1) return { result, telling: new Set() };
  const apart = { ...filtered, spec: { ...asked, breakdown: [group.id] }, indicators, breakdown: [group] };
  const byValue = await comparePlan(session, apart, call);
  return { result, telling: tellingIndicators(spec, result, byValue) };
}

function jointly(first: Condition | null, second: Condition | null): Condition | null {
  return first && second ? { op: 'all', of: [first, second] } : (first ?? second);
}

/**
 * A comparison by the group variable as it is may hide answers that were merged here: what the merged group has beyond the
 * answers told there must be nobody, or as many people as may be told.
 */
function tellingIndicators(
  spec: SpecOf<'contrast'>,
  merged: ComparisonResult,
  byValue: ComparisonResult,
): Set<IndicatorId> {
  const { threshold } = merged.privacy;
  const isTelling = (indicatorId: IndicatorId): boolean => {
    const isCount = merged.indicators.some(({ id, kind }) => id === indicatorId && kind === 'count');
    const sizes = (result: ComparisonResult): Map<string | null, (number | null)[]> =>
      new Map(
        result.rows
          .filter((row) => row.indicatorId === indicatorId)
          .map((row) => [
            row.key.length === 0 ? everybody : (row.key[0]?.value ?? null),
            sizesOf(row, isCount),
          ]),
      );
    const whole = sizes(merged);
    const parts = sizes(byValue);
    const length = whole.get(everybody)?.length ?? 0;
    return Array.from({ length }, (_, index) => {
      const told = (key: string): number | null => whole.get(key)?.[index] ?? null;
      const left = (size: number | null, includes: (value: string | null) => boolean): number => {
        if (size === null) return 0;
        const shown = [...parts].flatMap(([value, own]) =>
          value !== everybody && includes(value) ? (own[index] ?? 0) : [],
        );
        return Math.abs(size - shown.reduce((sum, part) => sum + part, 0));
      };
      const [all, exposed, comparison] = [told(everybody), told('exposed'), told('comparison')];
      const isExposed = (value: string | null): boolean =>
        value !== null && spec.exposedValues.includes(value);
      const isCompared = (value: string | null): boolean =>
        value !== null && spec.comparisonValues.includes(value);
      const others =
        all === null || exposed === null || comparison === null ? null : all - exposed - comparison;
      return [
        left(exposed, isExposed),
        left(comparison, isCompared),
        left(others, (value) => !isExposed(value) && !isCompared(value)),
      ].some((size) => size > 0 && size < threshold);
    }).some(Boolean);
  };
  return new Set(spec.indicatorIds.filter(isTelling));
}

const everybody = '§all';

/** The people behind each side of a row's change; of a count, those counted as well. */
function sizesOf({ changes }: ComparisonRow, isCount: boolean): (number | null)[] {
  return changes.flatMap(({ baseline, followUp }) => [
    baseline.n,
    followUp.n,
    ...(isCount ? [baseline.estimate, followUp.estimate] : []),
  ]);
}

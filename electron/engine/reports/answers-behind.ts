import type { Call } from '../../../shared/contract';
import type {
  CellKey,
  ComparisonResult,
  ComparisonRow,
  Distribution,
} from '../../../shared/domain/comparison';
import type { IndicatorId, VariableId, WaveId } from '../../../shared/domain/ids';
import type { Indicator } from '../../../shared/domain/indicator';
import type { Variable } from '../../../shared/domain/instrument';
import { scaleBehind } from '../../../shared/domain/scale-behind';
import type {
  VariableComparison,
  VariableFigure,
  VariableGroup,
  VariableSide,
} from '../../../shared/domain/variable-comparison';
import type { Wave } from '../../../shared/domain/wave';
import type { EngineContext } from '../context';
import { computeVariableComparison } from '../variable-comparison/compute';
import { isSameKey, isWithheld } from './withheld-errors';

/** All answers to one scale between the baseline and one follow-up, and the printed indicators that rest on it. */
export type AnswersBehind = { indicatorIds: readonly IndicatorId[]; comparison: VariableComparison };

type Definitions = {
  indicators: readonly Indicator[];
  variables: readonly Variable[];
  waves: readonly Wave[];
};

/**
 * The answers behind the printed indicators, one for each scale and follow-up. What the comparison hides of an
 * indicator is hidden of its answers too. Throws what `computeVariableComparison` throws.
 */
export async function computeAnswers(
  context: Pick<EngineContext, 'project'>,
  { printed, whole }: { printed: ComparisonResult; whole: ComparisonResult },
  definitions: Definitions,
  call: Call,
): Promise<AnswersBehind[]> {
  const scales = new Map<VariableId, IndicatorId[]>();
  for (const { id } of printed.indicators) {
    const scale = scaleOf(id, definitions);
    if (scale !== null) scales.set(scale, [...(scales.get(scale) ?? []), id]);
  }
  const answers: AnswersBehind[] = [];
  for (const [variableId, indicatorIds] of scales) {
    const resting = whole.indicators.filter(({ id }) => scaleOf(id, definitions) === variableId);
    const rows = whole.rows.filter((row) => resting.some(({ id }) => id === row.indicatorId));
    const hidden = hiddenPlaces(rows);
    const telling = rows.filter(isWithheld).map(({ key }) => key);
    for (const followUpWaveId of printed.spec.followUpWaveIds) {
      const { baselineWaveId, breakdown } = printed.spec;
      if (!isAsked([baselineWaveId, followUpWaveId], variableId, definitions)) continue;
      const { linkage, coverage, sampling, analysis, confidenceLevel, audience } = printed.spec;
      const comparison = await computeVariableComparison(
        context,
        {
          variableId,
          baselineWaveId,
          followUpWaveId,
          linkage,
          coverage,
          ...(sampling ? { sampling } : {}),
          ...(analysis ? { analysis } : {}),
          confidenceLevel,
          audience,
          breakdown: breakdown.length === 1 && !breakdown.includes(variableId) ? breakdown : [],
        },
        call,
      );
      answers.push({ indicatorIds, comparison: hideAlso(withoutErrors(comparison, telling), hidden) });
    }
  }
  return answers;
}

function scaleOf(id: IndicatorId, { indicators, variables }: Definitions): VariableId | null {
  const indicator = indicators.find((each) => each.id === id);
  return indicator ? scaleBehind(indicator, variables) : null;
}

function isAsked(waveIds: readonly WaveId[], variableId: VariableId, { waves }: Definitions): boolean {
  return waveIds.every((waveId) => waves.find(({ id }) => id === waveId)?.variableIds.includes(variableId));
}

/** Where a figure is hidden, as place and pair of waves. */
function hiddenPlaces(rows: readonly ComparisonRow[]): ReadonlySet<string> {
  return new Set(
    rows.flatMap((row) =>
      row.changes.flatMap((change) =>
        [change.baseline, change.followUp].flatMap(({ waveId, status }) =>
          status === 'suppressed' ? [placeOf(row.key, change.followUpWaveId, waveId)] : [],
        ),
      ),
    ),
  );
}

function placeOf(key: CellKey, followUpWaveId: WaveId, waveId: WaveId): string {
  return JSON.stringify([followUpWaveId, waveId, key.map(({ variableId, value }) => [variableId, value])]);
}

/** The answers of some places without what is computed from an error over clusters: it would tell of a hidden group. */
function withoutErrors(comparison: VariableComparison, keys: readonly CellKey[]): VariableComparison {
  const bareFigure = (figure: VariableFigure | null): VariableFigure | null =>
    figure && { ...figure, interval: null, reason: 'error-would-tell' };
  const bareSide = (side: VariableSide): VariableSide => ({
    ...side,
    median: bareFigure(side.median),
    topBox: bareFigure(side.topBox),
  });
  return {
    ...comparison,
    groups: comparison.groups.map((group): VariableGroup => {
      if (group.status !== 'shown' || !keys.some((key) => isSameKey(key, group.key))) return group;
      return {
        ...group,
        baseline: bareSide(group.baseline),
        followUp: bareSide(group.followUp),
        shift: bareFigure(group.shift),
        test: null,
        effectSize: null,
        topBox: group.topBox && {
          ...group.topBox,
          interval: null,
          p: null,
          reason: 'error-would-tell',
        },
      };
    }),
  };
}

function hideAlso(comparison: VariableComparison, hidden: ReadonlySet<string>): VariableComparison {
  const { followUpWaveId } = comparison.spec;
  const isHidden = (key: CellKey, waveId: WaveId): boolean =>
    hidden.has(placeOf(key, followUpWaveId, waveId));
  const groups = comparison.groups.map((group): VariableGroup => {
    const sides = [group.baseline, group.followUp].map(({ waveId }) => isHidden(group.key, waveId));
    if (!sides.includes(true)) return group;
    return {
      ...group,
      status: 'suppressed',
      baseline: sides[0] ? hiddenSide(group.baseline) : group.baseline,
      followUp: sides[1] ? hiddenSide(group.followUp) : group.followUp,
      shift: null,
      test: null,
      effectSize: null,
      topBox: null,
      cautions: [],
      reason: 'protected',
    };
  });
  const isSuppressed = ({ baseline, followUp }: VariableGroup): boolean =>
    baseline.status === 'suppressed' || followUp.status === 'suppressed';
  return {
    ...comparison,
    groups,
    distribution: hideCounts(comparison.distribution, isHidden),
    privacy: { ...comparison.privacy, suppressedGroups: groups.filter(isSuppressed).length },
  };
}

function hiddenSide({ waveId }: VariableSide): VariableSide {
  const nothing = { n: null, missing: null, shares: null, median: null, topBox: null };
  return { waveId, status: 'suppressed', ...nothing, reason: 'protected' };
}

function hideCounts(
  distribution: Distribution,
  isHidden: (key: CellKey, waveId: WaveId) => boolean,
): Distribution {
  return {
    ...distribution,
    groups: distribution.groups.map((group) =>
      isHidden(group.key, group.waveId)
        ? { ...group, status: 'suppressed', n: null, missing: null, counts: group.counts.map(() => null) }
        : group,
    ),
  };
}

import type {
  Comparison,
  ComparisonResult,
  ComparisonRow,
  ComparisonSpec,
  PanelFlow,
  WaveCell,
} from '../../../shared/domain/comparison';
import type { IndicatorId } from '../../../shared/domain/ids';
import type { Indicator } from '../../../shared/domain/indicator';
import type { Report, ReportBlock } from '../../../shared/domain/report';
import { tableReliability } from '../../../shared/stats/reliability';
import { isBelow } from '../privacy/suppression';

type ComparisonBlock = Extract<ReportBlock, { kind: 'comparison' }>;

/** The indicators a block prints of its comparison, in the comparison's order. */
export function printedIds(
  block: Pick<ComparisonBlock, 'indicatorIds'>,
  comparison: { spec: Pick<ComparisonSpec, 'indicatorIds'> },
): IndicatorId[] {
  const all = comparison.spec.indicatorIds;
  const chosen = all.filter((id) => block.indicatorIds.includes(id));
  return chosen.length === 0 ? all : chosen;
}

/**
 * The comparison as a report computes it: for the report's own audience and with all its indicators, so that tests are
 * corrected for the family that was declared however few of them are printed. An indicator that is gone and that no
 * block prints is left out.
 */
export function wholeSpec(
  report: Report,
  comparison: Comparison,
  indicators: readonly Pick<Indicator, 'id'>[],
): ComparisonSpec {
  const { spec } = comparison;
  const printed = new Set(
    report.blocks.flatMap((block) =>
      block.kind === 'comparison' && block.comparisonId === comparison.id
        ? printedIds(block, comparison)
        : [],
    ),
  );
  const isKept = (id: IndicatorId): boolean =>
    printed.has(id) || indicators.some((indicator) => indicator.id === id);
  const indicatorIds = spec.indicatorIds.filter(isKept);
  return {
    ...spec,
    indicatorIds: indicatorIds.length === 0 ? spec.indicatorIds : indicatorIds,
    audience: report.audience,
    ...(spec.analysis
      ? {
          analysis: {
            ...spec.analysis,
            familyIndicatorIds: spec.analysis.familyIndicatorIds.filter(isKept),
          },
        }
      : {}),
  };
}

/** The part of a comparison that a block prints; corrections and families stay those of the whole. */
export function printedResult(whole: ComparisonResult, ids: readonly IndicatorId[]): ComparisonResult {
  const rows = whole.rows.filter((row) => ids.includes(row.indicatorId));
  const cells = readCells(rows, whole.spec.linkage);
  const labels = cells.flatMap(({ status, precision }) =>
    status === 'shown' ? [precision?.reliability?.label ?? null] : [],
  );
  const { standard } = whole.reliability ?? {};
  return {
    ...whole,
    spec: { ...whole.spec, indicatorIds: [...ids] },
    indicators: whole.indicators.filter((indicator) => ids.includes(indicator.id)),
    rows,
    ...(whole.differences
      ? {
          differences: whole.differences.filter(
            ({ indicatorId }) => indicatorId === null || ids.includes(indicatorId),
          ),
        }
      : {}),
    privacy: {
      ...whole.privacy,
      suppressedCells: cells.filter(({ status }) => status === 'suppressed').length,
    },
    reliability: standard ? { standard, ...tableReliability(labels) } : null,
  };
}

/** The cells a reader is shown: where people are matched, the two sides of each change. */
export function readCells(rows: readonly ComparisonRow[], linkage: ComparisonSpec['linkage']): WaveCell[] {
  return rows.flatMap(({ cells, changes }) =>
    linkage === 'matched' ? changes.flatMap(({ baseline, followUp }) => [baseline, followUp]) : cells,
  );
}

/** The flows of which no group is too small to be told of; as each wave's rows are known, one gives the others. */
export function tellableFlows(result: ComparisonResult): PanelFlow[] {
  return result.flows.filter(
    ({ both, onlyBaseline, onlyFollowUp }) =>
      !isBelow(result.privacy.threshold, both, onlyBaseline, onlyFollowUp),
  );
}

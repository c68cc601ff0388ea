import {
  type CellKey,
  type ComparisonResult,
  type ComparisonRow,
  defaultAnalysis,
} from '../../../shared/domain/comparison';
import type { SamplingDesign } from '../../../shared/domain/design';
import type { IndicatorId } from '../../../shared/domain/ids';
import type { PanelDifference, PanelFigure, PanelResult } from '../../../shared/domain/panel';
import type { ReportBlock } from '../../../shared/domain/report';
import { adjustFamilies } from '../comparison/families';
import { changeWithoutError, withoutError } from '../comparison/telling-errors';
import { printedIds } from './printed-result';

type Results = ReadonlyMap<string, ComparisonResult>;
/** A comparison of a report and the indicators that some part of the report prints of it. */
type Printed = { whole: ComparisonResult; ids: ReadonlySet<IndicatorId> };

/**
 * The comparisons of a report beside each other: where one hides a group made of whole clusters or strata, the error over
 * these that another one gives of the same figure is withheld too, as within one comparison. Corrections are made
 * again without the tests that go.
 */
export function withholdErrors(
  wholes: Results,
  blocks: readonly ReportBlock[],
): Map<string, ComparisonResult> {
  const all = printedOf(wholes, blocks);
  return new Map([...wholes].map(([id, whole]) => [id, withoutTelling(whole, all)]));
}

function printedOf(wholes: Results, blocks: readonly ReportBlock[]): Printed[] {
  return [...wholes].map(([id, whole]) => {
    const own = blocks.flatMap((block) =>
      block.kind === 'comparison' && block.comparisonId === id ? [printedIds(block, whole)] : [],
    );
    return { whole, ids: new Set(own.flat()) };
  });
}

function withoutTelling(whole: ComparisonResult, all: readonly Printed[]): ComparisonResult {
  if (!hasUnits(whole)) return whole;
  const isTelling = (row: ComparisonRow): boolean =>
    all.some((other) => other.whole !== whole && tellsOf(other, row, whole.spec.sampling));
  if (!whole.rows.some(isTelling)) return whole;
  const rows = whole.rows.map((row): ComparisonRow => {
    if (!isTelling(row)) return row;
    return {
      ...row,
      cells: row.cells.map(withoutError),
      changes: row.changes.map((change) =>
        changeWithoutError({
          ...change,
          baseline: withoutError(change.baseline),
          followUp: withoutError(change.followUp),
        }),
      ),
    };
  });
  return { ...whole, ...adjustFamilies(rows, whole.spec.analysis ?? defaultAnalysis) };
}

/** True where the errors of a comparison are sums over clusters or strata. */
function hasUnits({ spec }: Pick<ComparisonResult, 'spec'>): boolean {
  return isOfUnits(spec.coverage, spec.sampling);
}

function isOfUnits(coverage: string, sampling: SamplingDesign | undefined): boolean {
  return coverage === 'sample' && sampling != null && (sampling.clusterId ?? sampling.stratumId) !== null;
}

/** Whether, beside `other`, the error of a figure with such units would give a hidden group of `other` back. */
function tellsOf(
  { whole: other, ids }: Printed,
  { indicatorId, key }: Pick<ComparisonRow, 'indicatorId' | 'key'>,
  sampling: SamplingDesign | undefined,
): boolean {
  if (!ids.has(indicatorId)) return false;
  const own = other.rows.filter((row) => row.indicatorId === indicatorId);
  if (own.some((row) => isSameKey(row.key, key) && isWithheld(row))) return true;
  // With the same units, the other comparison has looked at its hidden groups itself.
  const known = other.spec.sampling;
  const isSame =
    hasUnits(other) && known?.clusterId === sampling?.clusterId && known?.stratumId === sampling?.stratumId;
  return !isSame && own.some((row) => isWithin(row.key, key) && isHidden(row));
}

/** True where some error of a row is withheld because it would tell of a hidden group. */
export function isWithheld({ cells, changes }: ComparisonRow): boolean {
  const sides = changes.flatMap(({ baseline, followUp }) => [baseline, followUp]);
  return [...cells, ...sides, ...changes].some(({ reason }) => reason === 'error-would-tell');
}

function isHidden({ cells, changes }: ComparisonRow): boolean {
  return [...cells, ...changes].some(({ status }) => status === 'suppressed');
}

/** Groups are the same by variable and value, in whatever order. */
export function isSameKey(left: CellKey, right: CellKey): boolean {
  return left.length === right.length && left.every((part) => hasPart(right, part));
}

function isWithin(part: CellKey, whole: CellKey): boolean {
  return part.length > whole.length && whole.every((each) => hasPart(part, each));
}

function hasPart(key: CellKey, { variableId, value }: CellKey[number]): boolean {
  return key.some((part) => part.variableId === variableId && part.value === value);
}

/** A panel beside the comparisons of a report: without the errors that these withhold of the same indicators. */
export function withholdPanelErrors(
  panel: PanelResult,
  wholes: Results,
  blocks: readonly ReportBlock[],
): PanelResult {
  const { coverage, sampling } = panel.spec;
  if (!isOfUnits(coverage, sampling)) return panel;
  const printed = printedOf(wholes, blocks);
  const telling = new Set<string>(
    panel.indicators
      .filter(({ id }) => printed.some((other) => tellsOf(other, { indicatorId: id, key: [] }, sampling)))
      .map(({ id }) => id),
  );
  if (telling.size === 0) return panel;
  const bare = <T extends { indicatorId: string }>(row: T, strip: (row: T) => T): T =>
    telling.has(row.indicatorId) ? strip(row) : row;
  return {
    ...panel,
    attrition: panel.attrition && {
      ...panel.attrition,
      indicators: panel.attrition.indicators.map((each) =>
        bare(each, (row) => ({
          ...row,
          stayed: bareFigure(row.stayed),
          left: bareFigure(row.left),
          difference: bareDifference(row.difference),
        })),
      ),
    },
    weighting: panel.weighting && {
      ...panel.weighting,
      changes: panel.weighting.changes.map((each) =>
        bare(each, (row) => ({
          ...row,
          unweighted: bareDifference(row.unweighted),
          weighted: bareDifference(row.weighted),
        })),
      ),
    },
    standardised: panel.standardised.map((each) =>
      bare(each, (row) => ({ ...row, standardised: bareDifference(row.standardised) })),
    ),
  };
}

function bareFigure(figure: PanelFigure): PanelFigure {
  return figure.status === 'shown' ? { ...figure, interval: null, reason: 'error-would-tell' } : figure;
}

function bareDifference(difference: PanelDifference): PanelDifference {
  if (difference.status !== 'shown') return difference;
  return { ...difference, interval: null, test: null, adjustedP: null, reason: 'error-would-tell' };
}

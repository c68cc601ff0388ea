import type { PanelResult } from '../../../shared/domain/panel';
import type { ReportMaterial } from './material';

/** How many figures of a report's tables and charts are protected, over all of its blocks. */
export function protectedFigures({ blocks }: Pick<ReportMaterial, 'blocks'>): number {
  return blocks.reduce((sum, block) => {
    switch (block.kind) {
      case 'comparison':
        return sum + block.result.privacy.suppressedCells;
      case 'series':
        return sum + block.result.privacy.suppressedPoints;
      case 'panel':
        return sum + panelFigures(block.result).filter(isSuppressed).length;
      case 'measurement':
        return sum + block.result.privacy.suppressedFigures;
      case 'distribution':
        return sum + block.distribution.groups.filter(isSuppressed).length;
      default:
        return sum;
    }
  }, 0);
}

/** Every figure that the tables of a panel print on its own: groups, changes, categories; no differences of two of them. */
function panelFigures(result: PanelResult): { status: string }[] {
  const { attrition, weighting, compositionChange, standardised } = result;
  const groups = attrition
    ? [...attrition.indicators, ...attrition.composition.flatMap(({ categories }) => categories)]
    : [];
  return [
    ...groups.flatMap(({ stayed, left }) => [stayed, left]),
    ...(weighting?.changes ?? []).flatMap(({ unweighted, weighted }) => [unweighted, weighted]),
    ...standardised,
    ...compositionChange.flatMap(({ categories }) =>
      categories.flatMap(({ baseline, followUp }) => [baseline, followUp]),
    ),
  ];
}

function isSuppressed({ status }: { status: string }): boolean {
  return status === 'suppressed';
}

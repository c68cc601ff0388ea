import type { Measure } from '../../../shared/domain/indicator';
import { assertNever } from '../../../shared/errors';
import { bareChange } from '../../../shared/stats/change';
import { compareDesignIndependent, compareDesignMatched } from '../../../shared/stats/design/contrast';
import { estimateDesignMean } from '../../../shared/stats/design/mean';
import { estimateDesignProportion } from '../../../shared/stats/design/proportion';
import { estimateDesignRatio } from '../../../shared/stats/design/ratio';
import { estimateDesignTotal } from '../../../shared/stats/design/total';
import type { DesignKind, DesignSample } from '../../../shared/stats/design/types';
import type { ChangeResult, Estimate } from '../../../shared/stats/types';

function kindOf(measure: Measure): DesignKind {
  switch (measure.kind) {
    case 'proportion':
    case 'top-box':
      return 'proportion';
    case 'mean':
    case 'index':
      return 'mean';
    case 'ratio':
    case 'rate':
      return 'ratio';
    case 'total':
    case 'count':
      return 'total';
    default:
      return assertNever(measure);
  }
}

function scaleOf(measure: Measure): number {
  return measure.kind === 'rate' ? measure.per : 1;
}

// Nobody to count is still a count, of which a sample cannot tell how much it would vary.
const nobodyCounted: Estimate = { value: 0, interval: null, reason: 'no-variation' };

function isEmptyCount({ units }: DesignSample, measure: Measure): boolean {
  return measure.kind === 'count' && units.length === 0;
}

/** The figure of one wave of a designed sample. */
export function estimateDesigned(sample: DesignSample, measure: Measure, level: number): Estimate {
  if (isEmptyCount(sample, measure)) return nobodyCounted;
  const kind = kindOf(measure);
  switch (kind) {
    case 'proportion':
      return estimateDesignProportion(sample, level);
    case 'mean':
      return estimateDesignMean(sample, level);
    case 'ratio':
      return estimateDesignRatio(sample, level, scaleOf(measure));
    case 'total':
      return estimateDesignTotal(sample, level);
    default:
      return assertNever(kind);
  }
}

/** The change between two waves of a designed sample, which may share clusters. */
export function compareDesignedWaves(
  baseline: DesignSample,
  followUp: DesignSample,
  measure: Measure,
  level: number,
): ChangeResult {
  if (isEmptyCount(baseline, measure) || isEmptyCount(followUp, measure)) {
    const before = estimateDesigned(baseline, measure, level).value;
    const after = estimateDesigned(followUp, measure, level).value;
    const change = before === null || after === null ? null : after - before;
    return bareChange('design-independent', 'no-variation', change);
  }
  return compareDesignIndependent(kindOf(measure), baseline, followUp, level, scaleOf(measure));
}

/** The change over matched people of a designed sample. */
export function compareDesignedPairs(paired: DesignSample, measure: Measure, level: number): ChangeResult {
  if (isEmptyCount(paired, measure)) return bareChange('design-matched', 'no-variation', 0);
  return compareDesignMatched(kindOf(measure), paired, level, scaleOf(measure));
}

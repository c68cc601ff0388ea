import type { Coverage, EstimateMethodId, Linkage, MethodId } from './types';

export type MeasureKind =
  | 'proportion'
  | 'top-two-box'
  | 'mean'
  | 'index'
  | 'ratio'
  | 'rate'
  | 'total'
  | 'count';

type MethodRow = { estimate: EstimateMethodId; independent: MethodId; matched: MethodId };

const SAMPLE_METHODS = {
  proportion: { estimate: 'wilson', independent: 'newcombe-independent', matched: 'newcombe-paired' },
  'top-two-box': { estimate: 'wilson', independent: 'newcombe-independent', matched: 'newcombe-paired' },
  mean: { estimate: 't-interval', independent: 'welch', matched: 'paired-t' },
  index: { estimate: 't-interval', independent: 'welch', matched: 'paired-t' },
  ratio: {
    estimate: 'ratio-linearised',
    independent: 'ratio-linearised-independent',
    matched: 'ratio-linearised-matched',
  },
  rate: {
    estimate: 'poisson-exact',
    independent: 'rate-poisson-independent',
    matched: 'rate-linearised-matched',
  },
  total: { estimate: 'plain-figure', independent: 'plain-difference', matched: 'plain-difference' },
  count: { estimate: 'plain-figure', independent: 'plain-difference', matched: 'plain-difference' },
} as const satisfies Record<MeasureKind, MethodRow>;

/** The method for the change of an indicator between two waves. A census has no sampling error: always exact. */
export function chooseMethod(facts: { kind: MeasureKind; linkage: Linkage; coverage: Coverage }): MethodId {
  if (facts.coverage === 'census') return 'exact-difference';
  return SAMPLE_METHODS[facts.kind][facts.linkage];
}

/** The method for the figure of one wave. */
export function chooseEstimateMethod(facts: { kind: MeasureKind; coverage: Coverage }): EstimateMethodId {
  if (facts.coverage === 'census') return 'exact-figure';
  return SAMPLE_METHODS[facts.kind].estimate;
}
